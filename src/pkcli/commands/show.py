"""`show`: the one thing that the words name, whatever kind it is."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import HITS, MISSIONS, ORGANIZATIONS, RESOLUTIONS, notice, show_details
from pkcli.commands.lists import show as show_list
from pkcli.commands.options import OutputOptions, takes
from pkcli.query import ALL, Filters
from pkcli.rows import Rows


@takes("output")
def show(
    words: Annotated[
        list[str], typer.Argument(help="Any name: of a mission, an organisation, a country.", metavar="WORDS…")
    ],
    output: OutputOptions,
) -> None:
    """Show the one thing that the words name, whatever kind it is.

    A mission or an organisation has a page, a country the list of the missions
    it hosted. Words that fit several records list them.

    Example: pkcli show united nations mission in liberia
    """
    catalog = Catalog()
    found = catalog.find(" ".join(words))
    kinds = {hit.kind for hit in found}
    if kinds == {"country"} and len(found) == 1:
        filters = Filters(country=[found[0].id], scope=ALL)
        show_list(catalog, catalog.missions(filters, output.order(MISSIONS)), MISSIONS, output)
    elif kinds == {"resolution"}:
        listing = catalog.chosen("resolution", [hit.id for hit in found])
        show_list(catalog, listing, RESOLUTIONS, output)
    elif kinds in ({"mission"}, {"organization"}):
        view = MISSIONS if kinds == {"mission"} else ORGANIZATIONS
        show_details(catalog, found[0].kind, [found], view, output)
    else:
        notice(f"{len(found)} records fit; name one of them")
        rows = [{"kind": hit.kind, "id": hit.id, "name": hit.name, "snippet": None} for hit in found]
        show_list(catalog, Rows(rows), HITS, output)
