"""`search`: full text over all records."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import HITS, show
from pkcli.commands.options import OutputOptions, takes
from pkcli.rows import Rows

_USUAL_LIMIT = 20


@takes("output")
def search(
    words: Annotated[
        list[str], typer.Argument(help="Words that must all be there; the last may be a beginning.", metavar="WORDS…")
    ],
    output: OutputOptions,
) -> None:
    """Search all records for words, best first: exact names, then names, then texts.

    Shows the passage that matches; 20 records unless --limit says otherwise.

    Example: pkcli search mine clearance
    """
    catalog = Catalog()
    order = output.order(HITS)
    found = catalog.search(" ".join(words), _USUAL_LIMIT if order.limit is None else order.limit)
    rows = [{"kind": h.kind, "id": h.id, "name": h.name, "snippet": h.snippet} for h in found]
    show(catalog, Rows(rows).arranged(order), HITS, output)
