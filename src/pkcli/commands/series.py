"""`strength`, `fatalities` and `timeline`: the series, with charts for people and numbers for pipes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from pkcli import fatalities as deaths
from pkcli import figures
from pkcli.catalog import Catalog
from pkcli.commands import named
from pkcli.commands.drawn import show_drawn, show_with_bars
from pkcli.commands.lists import DEATHS, SPANS, STRENGTHS, grouped, notice, remark_on
from pkcli.commands.named import records
from pkcli.commands.options import OutputOptions, takes
from pkcli.output.chart import gantt, year_ruler
from pkcli.query import ALL, Filters, choose
from pkcli.rows import Rows
from pkcli.terminal import Terminal

TIMELINE_GROUPS = ("region", "organization", "type", "category", "status")
_CHART_HEIGHT = 12
_WIDEST_CHART = 100
_LEAST_ROOM = 32
_LEAST_CHART = 12


@takes("output")
def strength(
    names: Annotated[list[str], typer.Argument(help="Acronyms, ids, names or aliases.", metavar="MISSION…")],
    output: OutputOptions,
    monthly: Annotated[bool, typer.Option("--monthly", help="Each month-end instead of each year.")] = False,
) -> None:
    """Show how many people missions had over time: UN missions by month-end, from November 1990 to July 2025.

    A year shows its highest month-end. A month without a figure is a gap, never
    a zero: the reports of 2018-03 to 2019-08, 2020-06, 2022-07 and 2023-09 do
    not tell the missions. Of other missions, and before, each figure that their record has.

    To 1992-07 the source has observers among the troops, so that both are
    empty, and its figures of 1990-11 stand to 1991-02, those of 1992-04 to
    1992-07. Figures after a mission's end are of those who liquidate it.

    Example: pkcli strength unprofor
    """
    catalog = Catalog()
    ids = list(dict.fromkeys(hit.id for hits in records(catalog, names, ("mission",)) for hit in hits))
    rows = figures.strength(catalog, ids, monthly=monthly)
    for id in ids:
        if not any(row["mission"] == id for row in rows):
            notice(f"{id}: no figure is known; pkcli mission {id} shows what is")

    def lines(terminal: Terminal) -> str:
        return _lines(catalog, ids, terminal)

    show_with_bars(catalog, rows, "total", STRENGTHS, output, once="mission", above=lines)


def _lines(catalog: Catalog, missions: Sequence[str], terminal: Terminal) -> str:
    """A line chart of each mission's month-ends, all on the same axis of years; peak and latest above it."""
    from pkcli.output.canvas import line_chart
    from pkcli.output.rich_text import titled

    by_mission = {id: [row for row in figures.strength(catalog, [id], monthly=True) if row["month"]] for id in missions}
    moments = {id: {_moment(str(r["month"])): int(str(r["total"])) for r in rows} for id, rows in by_mission.items()}
    every = [moment for months in moments.values() for moment in months]
    if not every:
        return ""
    span = (float(int(min(every))), float(int(max(every)) + 1))
    drawn = []
    for id, rows in by_mission.items():
        if rows:
            peak, latest = max(rows, key=lambda r: int(str(r["total"]))), rows[-1]
            title = f"{catalog.acronym('mission', id)}: peak {peak['total']:,} on {peak['month']}"
            title += f", latest {latest['total']:,} on {latest['month']}"
            size = (min(terminal.width, _WIDEST_CHART), _CHART_HEIGHT)
            drawn.append(titled(title, line_chart(moments[id], span, size, unicode=terminal.unicode), terminal))
    return "\n".join(drawn) + "\n"


def _moment(month_end: str) -> float:
    """A month-end as years: each month a twelfth."""
    return int(month_end[:4]) + int(month_end[5:7]) / 12


@takes("filters", "output", scope=ALL)
def fatalities(
    filters: Filters,
    output: OutputOptions,
    by: Annotated[
        str, typer.Option("--by", help="mission, year, cause, type, nationality or region.", metavar="FIELD")
    ] = "mission",
    mission: Annotated[
        list[str] | None, typer.Option("--mission", "-m", help="Only in these missions.", metavar="MISSION")
    ] = None,
    nationality: Annotated[
        list[str] | None, typer.Option("--nationality", help="Only the dead of a country.", metavar="COUNTRY")
    ] = None,
) -> None:
    """Count deaths in UN missions, 1948 to 4 April 2025, by mission, year, cause, type of personnel or nationality.

    --since and --until bound the years of the deaths; the other filters choose
    among the missions of the register, core and related. The nationality of the
    dead is known by mission, without years. The rate counts deaths of uniformed
    personnel per 1,000 person-years, in the years from 1991 to 2024 of which the
    monthly series cover three in four months.

    Example: pkcli fatalities --by cause --region africa
    """
    catalog = Catalog()
    # Here --since bounds the deaths, which end before the data do.
    remark_on(catalog, filters._replace(since=None))
    field = choose("--by", by, deaths.groupings())
    countries = named.countries(catalog, "--nationality", nationality or ())
    missions = named.missions(catalog, mission) if mission else None
    rows = deaths.count(catalog, field, filters, missions=missions, nationalities=countries)
    total = sum(int(str(row["deaths"])) for row in rows)
    remark = f"{total:,} deaths in UN missions, from the UN's file of 1948 to 4 April 2025"
    view = grouped(DEATHS, field)
    if field == "year":
        view = view._replace(table=[name for name in view.table if name not in ("first", "last")])
    if any(row["rate"] is not None for row in rows):
        remark += "; the rate is of uniformed personnel, 1991 to 2024"
    show_with_bars(catalog, rows, "deaths", view, output, remark=remark, none=_no_deaths(catalog, filters, missions))


def _no_deaths(catalog: Catalog, filters: Filters, missions: Sequence[str] | None) -> str:
    """Why no deaths fit."""
    first, _ = deaths.years_of(filters)
    last = deaths.last_year(catalog)
    if first is not None and first > last:
        return f"--since {filters.since}: the file ends in {last}"
    others = filters._replace(since=None, until=None)
    if missions and not {id for (id,) in catalog.missions(others).cells(["id"])} & set(missions):
        return f"none of the missions {', '.join(missions)} fits the other options; leave one of them out"
    host = "; --country is the host, --nationality the country of the dead" if filters.country else ""
    return f"the file has no deaths in missions that fit; it holds the dead of UN missions only{host}"


@takes("filters", "output")
def timeline(
    filters: Filters,
    output: OutputOptions,
    by: Annotated[
        str, typer.Option("--by", help="Group by region, organization, type, category or status.", metavar="FIELD")
    ] = "region",
) -> None:
    """Draw missions against the years, from the first of them to the date of the data.

    By organization: the first that leads it, or the first of the states that do.

    Example: pkcli timeline --region europe
    """
    catalog = Catalog()
    remark_on(catalog, filters)
    group = choose("--by", by, TIMELINE_GROUPS)
    order = output.order(SPANS)
    names = (
        "id",
        "group",
        "acronym",
        "start",
        "end",
        "ended_by",
        "years",
        "status",
        "unconfirmed",
        "first_day",
        "last_day",
    )
    column = {"organization": "led_by"}.get(group, group)
    cells = catalog.missions(filters).cells([column if name == "group" else name for name in names])
    rows: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in cells if row[9]]
    undated = len(cells) - len(rows)
    for row in rows:
        row["group"] = str(row["group"] or "states").split(";")[0]
        row["unconfirmed"] = row["unconfirmed"] == "yes"
    rows.sort(key=lambda row: (row["group"], row["first_day"]))
    first, today = min((row["first_day"] for row in rows), default="1948-01-01"), catalog.as_of()
    acronym = max((len(row["acronym"]) for row in rows), default=0)
    groups = max((len(row["group"]) for row in rows), default=0)

    # Where there is little room, the bars tell the dates; where there is less, the groups go too.
    beside: tuple[str, ...] = ("group", "acronym", "start", "end")
    room = min(output.terminal().width, 160) - acronym - groups - 10 - 10 - 8
    if room < _LEAST_ROOM:
        beside, room = ("group", "acronym"), room + 10 + 10 + 4
    if room < _LEAST_ROOM:
        beside, room = ("acronym",), max(room + groups + 2, _LEAST_CHART)

    doubtful = any(row["unconfirmed"] for row in rows)

    def draw(row: Mapping[str, Any], terminal: Terminal) -> str:
        if row["status"] == "cancelled":
            return "never deployed"
        return gantt((row["first_day"], row["last_day"]), (first, today), room, unicode=terminal.unicode)

    chart = SPANS.columns["chart"]._replace(heading=year_ruler(first, today, room))
    view = SPANS._replace(columns={**SPANS.columns, "chart": chart}, table=(*beside, "chart"))
    remark = f"{undated} without a date {'is' if undated == 1 else 'are'} not drawn" if undated else ""
    if doubtful:
        remark = f"{remark} · ? not confirmed of late".removeprefix(" · ")
    show_drawn(catalog, Rows(rows).arranged(order), view, output, draw, once="group", remark=remark)
