"""`show`: the one thing that the words name, whatever kind it is."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import (
    COUNTRIES,
    EVENTS,
    HITS,
    MISSIONS,
    ORGANIZATIONS,
    RESOLUTIONS,
    TERMS,
    TOPICS,
    notice,
    show_details,
)
from pkcli.commands.lists import show as show_list
from pkcli.commands.options import OutputOptions, takes
from pkcli.rows import Rows

_VIEWS = {
    "mission": MISSIONS,
    "organization": ORGANIZATIONS,
    "country": COUNTRIES,
    "topic": TOPICS,
    "term": TERMS,
    "event": EVENTS,
    "resolution": RESOLUTIONS,
}


@takes("output")
def show(
    words: Annotated[
        list[str],
        typer.Argument(help="Any name: of a mission, a country, a topic …", metavar="WORDS…"),
    ],
    output: OutputOptions,
) -> None:
    """Show the one thing that the words name, whatever kind it is.

    Words that fit several records list them.

    Example: pkcli show united nations mission in liberia
    """
    catalog = Catalog()
    found = catalog.find(" ".join(words))
    kinds = {hit.kind for hit in found}
    if len(kinds) == 1:
        show_details(catalog, found[0].kind, [found], _VIEWS[found[0].kind], output)
    else:
        notice(f"{len(found)} records fit; name one of them")
        rows = [{"kind": hit.kind, "id": hit.id, "name": hit.name, "snippet": None} for hit in found]
        show_list(catalog, Rows(rows).arranged(output.order(HITS)), HITS, output)
