"""`strength`, `fatalities` and `timeline`: the series, with bars for people and plain numbers for pipes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import DEATHS, SPANS, STRENGTHS, notice, show_styled
from pkcli.commands.options import OutputOptions, flatten, takes
from pkcli.output import Format, View
from pkcli.output.chart import bar, gantt
from pkcli.query import Filters, choose
from pkcli.rows import Rows
from pkcli.terminal import Terminal

_BAR = 24


@takes("output")
def strength(
    names: Annotated[list[str], typer.Argument(help="UN missions.", metavar="MISSION…")],
    output: OutputOptions,
    monthly: Annotated[bool, typer.Option("--monthly", help="Each month-end instead of each year.")] = False,
) -> None:
    """Show uniformed personnel of UN missions over time, from November 1990 to July 2025.

    A year shows its highest month-end. A month without a figure is a gap, never a zero.

    Example: pkcli strength unprofor
    """
    catalog = Catalog()
    ids = [hit.id for name in flatten(names) for hit in catalog.find(name, ("mission",))]
    rows = catalog.strength(list(dict.fromkeys(ids)), monthly=monthly)
    for id in ids:
        if not any(row["mission"] == id for row in rows):
            notice(f"{id}: the monthly series have no figure; pkcli mission {id} shows what is known")
    _with_bars(catalog, rows, "total", STRENGTHS, output)


@takes("filters", "output")
def fatalities(
    filters: Filters,
    output: OutputOptions,
    by: Annotated[str, typer.Option("--by", help="mission, year, cause, personnel or region.", metavar="FIELD")] = (
        "mission"
    ),
) -> None:
    """Count deaths in UN missions, 1948 to 4 April 2025, by mission, year, cause, kind of personnel or region.

    With a filter, only the missions of the register that it lets through. The
    rate is that of deaths of uniformed personnel per 1,000 person-years.

    Example: pkcli fatalities --by cause --region africa
    """
    catalog = Catalog()
    rows = catalog.deaths(choose("--by", by, catalog.death_groupings()), filters)
    _with_bars(catalog, rows, "deaths", DEATHS, output)


def _with_bars(catalog: Catalog, rows: list[dict[str, Any]], field: str, view: View, output: OutputOptions) -> None:
    arranged = Rows(rows).arranged(output.order(view))
    top = max((row[field] for row in rows), default=0)
    _drawn(catalog, arranged, view, output, lambda row, t: bar(row[field], top, _BAR, unicode=t.unicode))


@takes("filters", "output")
def timeline(
    filters: Filters,
    output: OutputOptions,
    by: Annotated[str, typer.Option("--by", help="Group by region, type, category or status.", metavar="FIELD")] = (
        "region"
    ),
) -> None:
    """Draw missions against the years, from the first of them to the date of the data.

    Example: pkcli timeline --region europe
    """
    catalog = Catalog()
    group = choose("--by", by, ["region", "type", "category", "status"])
    order = output.order(SPANS)
    names = ("id", "group", "acronym", "start", "end", "years", "status", "first_day", "last_day")
    cells = catalog.missions(filters).cells([group if name == "group" else name for name in names])
    rows: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in cells if row[7]]
    rows.sort(key=lambda row: (row["group"], row["first_day"]))
    first, today = min((row["first_day"] for row in rows), default="1948-01-01"), catalog.as_of()

    def draw(row: dict[str, Any], terminal: Terminal) -> str:
        acronym = max(len(r["acronym"]) for r in rows)
        room = max(min(terminal.width, 160) - acronym - max(len(r["group"]) for r in rows) - 10 - 10 - 8, 16)
        return gantt((row["first_day"], row["last_day"]), (first, today), room, unicode=terminal.unicode)

    chart = SPANS.columns["chart"]._replace(heading=f"{first[:4]} to {today[:4]}")
    view = SPANS._replace(columns={**SPANS.columns, "chart": chart})
    _drawn(catalog, Rows(rows).arranged(order), view, output, draw)


def _drawn(
    catalog: Catalog, rows: Rows, view: View, output: OutputOptions, draw: Callable[[dict[str, Any], Terminal], str]
) -> None:
    """Print rows, with a chart column where a table is wanted and without it elsewhere."""
    terminal = output.terminal()
    style = output.style(view, terminal)
    shown = [
        {name: value for name, value in row.items() if name in view.columns}
        | ({"chart": draw(dict(row), terminal)} if style.format is Format.TABLE else {})
        for row in rows
    ]
    show_styled(catalog, Rows(shown), view, output, style, terminal)
