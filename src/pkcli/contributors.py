"""Who sends how many to UN missions: at a month-end, over a span, and over time. Knows SQL and no commands.

A month that a report does not give, or for which it does not give the kind that is asked for, is a gap and never
counts as nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pkcli.catalog import Catalog
from pkcli.errors import NotFound
from pkcli.query import Condition, among, where

Rows = list[dict[str, object]]

KINDS = {
    "total": "total",
    "troops": "troops",
    "staff-officers": "staff_officers",
    "experts": "experts",
    "individual-police": "individual_police",
    "formed-police": "formed_police",
    "police": "police",
    "women": "women",
}
"""Kinds of personnel by which contributors are ranked, and the key that counts each."""
COUNTS = ("total", "troops", "staff_officers", "experts", "police", "individual_police", "formed_police", "women")
STEPS = ("month", "year")
_FIRST, _LAST = "0000", "9999"


class Asked(NamedTuple):
    """What is counted: a kind of personnel, in which missions (None: in all), of which countries (empty: of all)."""

    kind: str = "total"
    missions: Sequence[str] | None = None
    countries: Sequence[str] = ()

    @property
    def counted(self) -> str:
        """The key that holds the kind."""
        return KINDS[self.kind]

    @property
    def table(self) -> str:
        """Where it is counted: of all missions together each country has one row a month."""
        return "contribution_to_all" if self.missions is None else "contribution"

    def within(self, *, countries: bool = False) -> Condition:
        """The contributions to these missions; those of these `countries` alone if so asked."""
        found = []
        if self.missions is not None:
            found.append(among("mission", self.missions))
        if countries and self.countries:
            found.append(among("country", self.countries))
        return where(found)


class Span(NamedTuple):
    """Month-ends from `first` to `last` (ISO days)."""

    first: str = _FIRST
    last: str = _LAST


ALWAYS = Span()


def reports(catalog: Catalog, asked: Asked, span: Span = ALWAYS) -> list[str]:
    """The month-ends whose report gives what is asked for; with missions those in which any of these had people.

    NotFound says why there is none.
    """
    known = _giving(catalog, asked)
    found = [month for month in known if span.first <= month <= span.last]
    if not found:
        raise NotFound(_why_none(known, asked, span))
    if asked.missions is None:
        return found
    condition = asked.within()
    there = catalog.rows(f"SELECT DISTINCT month FROM contribution WHERE {condition.sql}", condition.parameters)
    with_people = {str(month) for (month,) in there}
    found = [month for month in found if month in with_people]
    if not found:
        then = "" if span == ALWAYS else " then"
        raise NotFound(f"nobody is reported in these missions{then}; the reports hold UN missions, from 2014-03 on")
    return found


def latest(catalog: Catalog, asked: Asked) -> str:
    """The last month-end that is reported; of missions that are over the last before their end, if there is one."""
    known = reports(catalog, asked)
    if asked.missions is None:
        return known[-1]
    condition = asked.within()
    lived = catalog.rows(
        "SELECT DISTINCT month FROM contribution JOIN mission AS m ON m.id = mission "
        f"WHERE month <= m.last_day AND {condition.sql}",
        condition.parameters,
    )
    return max((month for (month,) in lived if month in known), default=known[-1])


def _giving(catalog: Catalog, asked: Asked) -> list[str]:
    """All month-ends whose report gives the kind, and tells the missions where these are asked for."""
    by_mission = "TRUE" if asked.missions is None else "by_mission"
    rows = catalog.rows(f"SELECT month FROM reported WHERE {asked.counted} AND {by_mission} ORDER BY month")
    return [str(month) for (month,) in rows]


def _why_none(known: Sequence[str], asked: Asked, span: Span) -> str:
    """That no report of a span gives what is asked for, and which are the nearest that do."""
    before = max((month[:7] for month in known if month < span.first), default=None)
    after = min((month[:7] for month in known if month > span.last), default=None)
    near = " and ".join(month for month in (before, after) if month)
    first, last = span.first[:7], span.last[:7]
    when = f"for {first} to {last}"
    if span.last == _LAST or span.first == _FIRST:
        when = f"from {first} on" if span.last == _LAST else f"up to {last}"
    elif first == last:
        when = f"for {first}"
    what = "" if asked.kind == "total" else f" that gives {asked.kind}"
    what += "" if asked.missions is None else " by mission"
    return f"there is no report of contributors{what} {when}; the nearest are of {near}"


def mixes_staff(catalog: Catalog, asked: Asked, months: Sequence[str]) -> bool:
    """Whether troops are asked for over months some of which count staff officers among them."""
    return asked.kind == "troops" and len({_tells_staff(catalog, month) for month in (months[0], months[-1])}) > 1


def ranking(catalog: Catalog, month: str, asked: Asked) -> tuple[Rows, str | None]:
    """Countries by what they had at a month-end, the largest first, with the change since a year before.

    Shares are per cent of all contributors, whichever countries are asked for. Also the month-end a year before, or
    None if its report does not give the same.
    """
    now = _at(catalog, month, asked)
    year_before = f"{int(month[:4]) - 1}{month[4:7]}"
    earlier = next((m for m in _giving(catalog, asked) if m.startswith(year_before)), None)
    if earlier and asked.kind == "troops" and _tells_staff(catalog, earlier) != _tells_staff(catalog, month):
        earlier = None
    then = {row["country"]: _number(row["ranked"]) for row in _at(catalog, earlier, asked)} if earlier else {}
    total = sum(_number(row["ranked"]) for row in now) or 1
    for rank, row in enumerate(now, 1):
        amount = _number(row.pop("ranked"))
        row["rank"] = rank
        row["share"] = round(amount * 100 / total, 1)
        row["change"] = amount - then.get(row["country"], 0) if earlier else None
        row["month"] = month
    return [row for row in now if not asked.countries or row["country"] in asked.countries], earlier


def _tells_staff(catalog: Catalog, month: str) -> bool:
    """Whether a report tells staff officers from troops, among whom they are counted before."""
    return bool(catalog.rows("SELECT 1 FROM reported WHERE month = ? AND staff_officers", [month]))


def _at(catalog: Catalog, month: str, asked: Asked) -> Rows:
    condition = asked.within()
    rows = catalog.rows(
        f"SELECT p.country, c.name, {_sums()}, nullif(count(DISTINCT nullif(mission, '')), 0), "
        f"sum({asked.counted}) AS ranked FROM contribution AS p JOIN country AS c ON c.id = p.country "
        f"WHERE month = ? AND {condition.sql} GROUP BY p.country HAVING ranked > 0 ORDER BY ranked DESC, c.name",
        [month, *condition.parameters],
    )
    return [dict(zip(("country", "name", *COUNTS, "missions", "ranked"), row, strict=True)) for row in rows]


def _sums() -> str:
    return ", ".join(f"sum({name})" for name in COUNTS)


def means(catalog: Catalog, span: Span, asked: Asked) -> Rows:
    """Countries by their mean month-end number over the reports of a span, with the highest and its month.

    Shares are per cent of the sum of all means.
    """
    known, condition = reports(catalog, asked, span), asked.within()
    # Months whose report does not give the kind have no number of it, and so no row.
    ranked = f"SELECT country, month, {asked.counted} AS ranked FROM contribution_to_all WHERE month BETWEEN ? AND ?"
    if asked.missions is not None:
        ranked = (
            f"SELECT country, month, sum({asked.counted}) AS ranked FROM contribution "
            f"WHERE month BETWEEN ? AND ? AND {condition.sql} GROUP BY month, country"
        )
    rows = catalog.rows(
        f"SELECT country, sum(ranked), max(ranked), month, count(*) FROM ({ranked}) WHERE ranked > 0 GROUP BY country",
        [*span, *condition.parameters],
    )
    names = {str(id): str(name) for id, name in catalog.rows("SELECT id, name FROM country")}
    rows.sort(key=lambda row: (-_number(row[1]), names[str(row[0])]))
    total = sum(_number(row[1]) for row in rows) or 1
    return [
        {
            "rank": rank,
            "country": code,
            "name": names[str(code)],
            "mean": round(_number(amount) / len(known)),
            "share": round(_number(amount) * 100 / total, 1),
            "peak": peak,
            "peak_month": month,
            "months": n,
            "of_months": len(known),
        }
        for rank, (code, amount, peak, month, n) in enumerate(rows, 1)
        if not asked.countries or code in asked.countries
    ]


def over_time(catalog: Catalog, span: Span, asked: Asked, step: str) -> Rows:
    """What is asked for, added up at each reported month-end of a span; of each year the highest month-end.

    A report that has none of these people is a row of nought; a month without a report is a gap and has no row.
    """
    known, condition = _giving(catalog, asked), asked.within(countries=True)
    found = catalog.rows(
        f"SELECT month, {_counted(asked)} AND {condition.sql} GROUP BY month", [*span, *condition.parameters]
    )
    given = set(known)
    by_month = {str(row[0]): row for row in found if row[0] in given}
    if not by_month:
        reports(catalog, asked, span)
        return []
    nought = (0, *[None] * (len(COUNTS) - 1), 0)
    rows = [
        dict(zip(("month", *COUNTS, "contributors"), by_month.get(month, (month, *nought)), strict=True))
        for month in known
        if min(by_month) <= month <= max(by_month)
    ]
    if step == "month":
        return [{"period": row["month"], **row, "months": 1} for row in rows]
    years: dict[str, Rows] = {}
    for row in rows:
        years.setdefault(str(row["month"])[:4], []).append(row)
    return [
        {"period": year, **max(months, key=lambda row: _number(row[asked.counted])), "months": len(months)}
        for year, months in years.items()
    ]


def _counted(asked: Asked) -> str:
    """What is selected of each month, and from where: the fewest rows that hold it."""
    if asked.missions is None and not asked.countries:
        return f"{', '.join(COUNTS)}, contributors FROM contribution_of_all WHERE month BETWEEN ? AND ?"
    return f"{_sums()}, count(DISTINCT country) FROM {asked.table} WHERE month BETWEEN ? AND ?"


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
