"""`contributors`: who sends people to UN missions, at a month-end, over a span, or over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from pkcli import contributors as core
from pkcli.catalog import Catalog
from pkcli.commands import named
from pkcli.commands.drawn import show_with_bars
from pkcli.commands.lists import CONTRIBUTIONS, CONTRIBUTORS, CONTRIBUTORS_OVER
from pkcli.commands.options import OutputOptions, takes
from pkcli.errors import NotFound, UsageError
from pkcli.query import Filters, choose, date, span


@takes("output")
def contributors(
    output: OutputOptions,
    month: Annotated[
        str | None, typer.Option("--month", help="At the end of this month; else of the latest.", metavar="YYYY-MM")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", help="Over the months from here on.", metavar="DATE")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Over the months to here.", metavar="DATE")] = None,
    by: Annotated[
        str | None, typer.Option("--by", help="Added up for each month or year, not ranked.", metavar="STEP")
    ] = None,
    mission: Annotated[
        list[str] | None, typer.Option("--mission", "-m", help="Only in these missions.", metavar="MISSION")
    ] = None,
    region: Annotated[
        list[str] | None, typer.Option("--region", "-r", help="Only in missions of a region.", metavar="REGION")
    ] = None,
    country: Annotated[
        list[str] | None, typer.Option("--country", "-c", help="Only these contributors.", metavar="COUNTRY")
    ] = None,
    kind: Annotated[
        str, typer.Option("--type", "-t", help="total, troops, experts, police, women …", metavar="TYPE")
    ] = "total",
) -> None:
    """Rank the countries that send uniformed personnel to UN missions: at a month-end, or over a span.

    Reported are the months from 1990-11 to 2025-07 but 2014-04 to 2014-12,
    2015-03, 2016-03, 2017-03, 2020-06, 2022-07 and 2022-09; by mission only
    2014-03, 2015-01 to 2018-02 and from 2019-09, but for 2023-09. With --mission
    and no month the last report of these missions' lives counts. With --since or
    --until the mean over the months that report the type counts. With --by month
    or year all contributors, or those asked for, are added up over time; a year
    shows its highest month-end. Until 2017-04 staff officers are among the troops.

    Example: pkcli contributors --by year --country rwanda
    """
    catalog = Catalog()
    asked = core.Asked(
        choose("--type", kind, core.KINDS),
        _missions(catalog, mission, region),
        named.countries(catalog, "--country", country or ()),
    )
    if month is not None and (since is not None or until is not None or by is not None):
        raise UsageError("--month and --since, --until or --by contradict each other; give a month or a span")
    first, last = span(since, until)
    period = core.Span(first or "0000", last or "9999")
    if by is not None:
        rows = core.over_time(catalog, period, asked, choose("--by", by, core.STEPS))
        remark = "each year at its highest month-end" if by == "year" else "each month-end"
        remark += _of(asked, catalog, "counting") + _seam(catalog, asked, [str(row["month"]) for row in rows])
        show_with_bars(catalog, rows, asked.counted, CONTRIBUTIONS, output, remark=remark)
    elif since is not None or until is not None:
        months = core.reports(catalog, asked, period)
        remark = (
            f"mean over {len(months)} reported months from {months[0][:7]} to {months[-1][:7]}{_of(asked, catalog)}"
        )
        remark += _seam(catalog, asked, months)
        show_with_bars(catalog, core.means(catalog, period, asked), "mean", CONTRIBUTORS_OVER, output, remark=remark)
    else:
        at = _month_end(catalog, month, asked)
        rows, earlier = core.ranking(catalog, at, asked)
        everybody = core.ranking(catalog, at, asked._replace(countries=()))[0] if asked.countries else rows
        total = sum(int(str(row[asked.counted])) for row in everybody)
        remark = f"{total:,} of {len(everybody)} countries in all at the month-end {at}{_of(asked, catalog)}, "
        remark += f"change since {earlier}" if earlier else "no comparable report a year before"
        none = f"none of these countries is in these missions at the month-end {at}; leave one of the options out"
        show_with_bars(catalog, rows, asked.counted, CONTRIBUTORS, output, remark=remark, none=none)


def _of(asked: core.Asked, catalog: Catalog, how: str = "ranked by") -> str:
    """Whom a table counts, and by what; share, change and bar are of the same."""
    whom = "all personnel" if asked.kind == "total" else asked.kind.replace("-", " ")
    where = "UN missions" if asked.missions is None else "the missions asked for"
    if asked.missions is not None and len(asked.missions) <= _NAMED:
        where = ", ".join(str(name) for (name,) in catalog.chosen("mission", asked.missions).cells(["acronym"]))
    who = ""
    if 0 < len(asked.countries) <= _NAMED:
        who = " of " + ", ".join(str(name) for (name,) in catalog.chosen("country", asked.countries).cells(["name"]))
    return f" in {where}, {how} {whom}{who}"


_NAMED = 4
"""How many missions or countries a remark names."""


def _seam(catalog: Catalog, asked: core.Asked, months: Sequence[str]) -> str:
    """What a reader of troops must know where the reports count them in two ways."""
    mixed = bool(months) and core.mixes_staff(catalog, asked, months)
    return "; staff officers are among the troops until 2017-04" if mixed else ""


def _missions(catalog: Catalog, names: Sequence[str] | None, regions: Sequence[str] | None) -> list[str] | None:
    """The missions of these names and regions; None if neither is asked for. NotFound if no mission is both."""
    if not names and not regions:
        return None
    asked = named.missions(catalog, names or ())
    if not regions:
        return asked
    within = {str(id) for (id,) in catalog.missions(Filters(region=regions, scope="all")).cells(["id"])}
    found = [id for id in asked if id in within] if names else sorted(within)
    if not found:
        raise NotFound(f"{', '.join(asked)}: not in --region {', '.join(regions)}; leave one of them out")
    return found


def _month_end(catalog: Catalog, month: str | None, asked: core.Asked) -> str:
    """The reported month-end that is asked for, or the latest that gives what is."""
    if month is None:
        return core.latest(catalog, asked)
    day = date("--month", month)
    if not day.month:
        raise UsageError(f"--month: {month!r} is a year; give a month, such as {day.year}-03, or --since and --until")
    return core.reports(catalog, asked, core.Span(day.first, day.last))[-1]
