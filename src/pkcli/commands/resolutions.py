"""`resolutions` and `resolution`: the UN's deciding texts, and what each did to which mission."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands import named
from pkcli.commands.lists import DECISIONS, RESOLUTIONS, notice, show, show_details
from pkcli.commands.options import OutputOptions, takes
from pkcli.output import Format
from pkcli.query import span, term
from pkcli.rows import Rows


@takes("output")
def resolutions(
    output: OutputOptions,
    mission: Annotated[
        list[str] | None, typer.Option("--mission", "-m", help="Only those on a mission.", metavar="MISSION")
    ] = None,
    action: Annotated[
        list[str] | None, typer.Option("--action", help="establishes, extends, ends …", metavar="ACTION")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", help="Adopted then or later.", metavar="DATE")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Adopted by then.", metavar="DATE")] = None,
) -> None:
    """List the UN resolutions that the register names, and what each did.

    Example: pkcli resolutions --mission minusma
    """
    catalog = Catalog()
    missions = named.missions(catalog, mission or ())
    actions = term("--action", action or (), catalog.terms("DecisionAction"))
    first, last = span(since, until)
    found = catalog.resolutions(missions, actions, (first or "", last or "9999"), output.order(RESOLUTIONS))
    show(catalog, found, RESOLUTIONS, output)


@takes("output")
def resolution(
    symbols: Annotated[list[str], typer.Argument(help="Number or symbol: 2100, S/RES/2100.", metavar="SYMBOL…")],
    output: OutputOptions,
) -> None:
    """Show what UN resolutions decided on missions, how they were adopted, and where to read them.

    In a pipe one line a decision.

    Example: pkcli resolution 2100
    """
    catalog = Catalog()
    found = [catalog.find(symbol, ("resolution",)) for symbol in symbols]
    ids = [hit.id for hits in found for hit in hits]
    style = output.style(DECISIONS, output.terminal())
    if style.columns is None and style.format in (Format.JSON, Format.TABLE):
        show_details(catalog, "resolution", found, RESOLUTIONS, output)
        return
    import json

    rows = []
    for text in catalog.chosen("resolution", ids).details():
        record = json.loads(text)
        decided = record["decisions"] or [{"mission": None, "action": None, "text": None}]
        rows += [d | {"date": record["date"], "symbol": record["symbol"], "sources": record["source"]} for d in decided]
    if any(row["mission"] is None for row in rows):
        notice("a text without a mission is named as a source only")
    show(catalog, Rows(rows).arranged(output.order(DECISIONS)), DECISIONS, output)
