"""`search`: full text over all records."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import HITS, notice, show
from pkcli.commands.options import OutputOptions, takes
from pkcli.rows import Rows

_USUAL_LIMIT = 20


@takes("output")
def search(
    words: Annotated[
        list[str], typer.Argument(help="A name, or words; the last may be a beginning.", metavar="WORDS…")
    ],
    output: OutputOptions,
) -> None:
    """Search all records: what the words name, then what holds them, best first.

    A country is followed by its missions, the largest first. Where no record
    holds a word, the nearest one is taken; where none holds all words, some must
    do. Shows the passage that matches; 20 records unless --limit says otherwise.

    Example: pkcli search mine clearance
    """
    catalog = Catalog()
    order = output.order(HITS)
    hits = catalog.search(" ".join(words), _USUAL_LIMIT if order.limit is None else order.limit)
    if hits.remark and hits.found:
        notice(hits.remark)
    none = hits.remark or f"no record holds {' '.join(words)!r}; try fewer or other words"
    rows = Rows([hit._asdict() for hit in hits.found]).arranged(order)
    show(catalog, rows, HITS, output, total=hits.total, none=none)
