"""Questions to the series: strength, contributors, fatalities, places. Knows SQL and the catalogue, no commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pkcli.catalog import Catalog
from pkcli.errors import NotFound, UsageError
from pkcli.query import ALL, Condition, Filters, conditions, span, where

Rows = list[dict[str, object]]

STRENGTH = (
    "mission", "period", "kind", "component", "total", "troops", "staff_officers", "experts", "police",
    "individual_police", "formed_police", "women", "month", "months", "source",
)  # fmt: skip
CONTRIBUTOR = (
    "country", "name", "total", "troops", "staff_officers", "experts", "police", "individual_police", "formed_police",
    "women", "missions",
)  # fmt: skip
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
"""Kinds of personnel by which contributors are ranked, and what is added up."""
FIELDS = {kind: "total" if kind == "total" else kind.replace("-", "_") for kind in KINDS}
"""The field of a contributor's row that holds each kind."""
_DEATHS = {
    "mission": ("coalesce(m.acronym, f.code)", "2 DESC, 1"),
    "year": ("f.year", "1"),
    "cause": ("f.cause", "2 DESC, 1"),
    "type": ("f.personnel", "2 DESC, 1"),
    "region": ("coalesce(m.region, 'not in the register')", "2 DESC, 1"),
    "nationality": ("coalesce(c.name, 'undetermined')", "2 DESC, 1"),
}


class Period(NamedTuple):
    """Month-ends from `first` to `last` (ISO days)."""

    first: str
    last: str


def strength(catalog: Catalog, missions: Sequence[str], *, monthly: bool) -> Rows:
    """Uniformed personnel of missions by month, or by year at its highest month-end; gaps have no row.

    Before the monthly series, and for a mission without one, each figure of the record has a row, by its date.
    """
    rows: Rows = []
    period = "month" if monthly else "substr(month, 1, 4)"
    for mission in missions:
        # SQLite takes the other columns from the row that holds the maximum.
        found = catalog.rows(
            f"SELECT mission, {period}, 'month-end', 'uniformed', max(total), troops, staff_officers, experts, police, "
            "individual_police, formed_police, women, month, count(*), source "
            f"FROM personnel WHERE mission = ? GROUP BY {period} ORDER BY month",
            [mission],
        )
        series = [dict(zip(STRENGTH, row, strict=True)) for row in found]
        begun = str(series[0]["period"]) if series else "9999"
        earlier = [row for row in _figures_of_record(catalog, mission) if str(row["period"]) < begun]
        rows += [row for row in earlier if not series or row["kind"] != "authorised"] + series
    return rows


def _figures_of_record(catalog: Catalog, mission: str) -> Rows:
    """The strength figures of a mission's record, oldest first."""
    keys = ("as_of", "kind", "component", "value", "source")
    columns = ", ".join(f"json_extract(f.value, '$.{key}')" for key in keys)
    found = catalog.rows(
        f"SELECT {columns} FROM mission AS m, json_each(m.detail, '$.strength') AS f WHERE m.id = ?",
        [mission],
    )
    names = ("period", *keys[1:3], "total", "source")
    return [dict.fromkeys(STRENGTH) | {"mission": mission} | dict(zip(names, row, strict=True)) for row in found]


def deaths(catalog: Catalog, by: str, filters: Filters, nationalities: Sequence[str] = ()) -> Rows:
    """Deaths in UN missions counted by a field, of the missions that `filters` let through.

    `since` and `until` bound the years of the deaths. Without another filter the whole of the publisher's file
    counts, missions that are not in the register among them. UsageError where the file has no such cross count: the
    nationality of the dead is known by mission only.
    """
    by_nationality = by == "nationality" or bool(nationalities)
    first, last = years_of(filters)
    _check_deaths(by, by_nationality=by_nationality, bounded=(first, last) != (None, None))
    part, order = _DEATHS[by]
    missions = filters._replace(since=None, until=None)
    whole = missions == Filters(scope=ALL)
    condition = Condition("TRUE") if whole else where(conditions(missions, catalog))
    within = [
        Condition(
            "TRUE" if whole else f"f.mission IN (SELECT id FROM mission WHERE {condition.sql})", condition.parameters
        )
    ]
    years = [Condition(f"f.year {sign} ?", [year]) for sign, year in ((">=", first), ("<=", last)) if year is not None]
    if nationalities:
        within.append(Condition(f"f.country IN ({', '.join('?' * len(nationalities))})", nationalities))
    asked = where([*within, *years])
    table, span = ("nationality", "NULL, NULL") if by_nationality else ("fatality", "min(f.year), max(f.year)")
    country = "LEFT JOIN country AS c ON c.id = f.country" if by == "nationality" else ""
    rates = {} if by in ("type", "nationality") or nationalities else _rates(catalog, by, condition, years)
    rows = catalog.rows(
        f"SELECT {part} AS part, sum(f.count), {span}, m.fatality_rate "
        f"FROM {table} AS f LEFT JOIN mission AS m ON m.id = f.mission {country} "
        f"WHERE {asked.sql} GROUP BY part ORDER BY {order}",
        asked.parameters,
    )
    total = sum(int(str(row[1])) for row in rows) or 1
    return [
        {
            "group": str(group),
            "deaths": count,
            "share": round(int(str(count)) * 100 / total, 1),
            "first": first,
            "last": last,
            "rate": rate if by == "mission" and not years and not nationalities else rates.get(str(group)),
        }
        for group, count, first, last, rate in rows
    ]


def years_of(filters: Filters) -> tuple[int | None, int | None]:
    """The first and the last year that `since` and `until` ask for; UsageError if no year is between them."""
    first, last = span(filters.since, filters.until)
    return int(first[:4]) if first else None, int(last[:4]) if last else None


def _check_deaths(by: str, *, by_nationality: bool, bounded: bool) -> None:
    if not by_nationality:
        return
    if bounded:
        raise UsageError("the nationality of the dead is known without years; leave --since and --until out")
    if by not in ("mission", "region", "nationality"):
        raise UsageError(f"the nationality of the dead is not known by {by}; ask --by mission, region or nationality")


def _rates(catalog: Catalog, by: str, condition: Condition, years: Sequence[Condition]) -> dict[str, float]:
    """Deaths of uniformed personnel per 1,000 person-years, of the mission-years that the monthly series cover.

    All causes have the same person-years.
    """
    covered = "FROM exposure AS f JOIN mission AS m ON m.id = f.mission"
    asked = where([Condition(f"m.id IN (SELECT id FROM mission WHERE {condition.sql})", condition.parameters), *years])
    part = {"year": "f.year", "cause": "'all'", "region": "m.region", "mission": "m.acronym"}[by]
    lived = catalog.rows(f"SELECT {part}, sum(f.person_years) {covered} WHERE {asked.sql} GROUP BY 1", asked.parameters)
    person_years = {of: float(str(amount)) for of, amount in lived if amount}
    died = catalog.rows(
        f"SELECT {'d.cause' if by == 'cause' else part}, {part}, sum(d.count) {covered} "
        "JOIN fatality AS d ON d.mission = f.mission AND d.year = f.year "
        f"WHERE {asked.sql} AND d.personnel IN ('military', 'military-observer', 'police') GROUP BY 1, 2",
        asked.parameters,
    )
    return {
        str(group): round(int(str(count)) * 1000 / person_years[of], 2)
        for group, of, count in died
        if of in person_years
    }


def death_groupings() -> list[str]:
    """The fields by which deaths can be counted."""
    return list(_DEATHS)


def months(catalog: Catalog) -> list[str]:
    """The month-ends for which contributors are reported."""
    return [str(month) for (month,) in catalog.rows("SELECT month FROM reported ORDER BY month")]


def reported(catalog: Catalog, asked: str, *, by_mission: bool) -> str:
    """The month-end that is reported in the month `asked` (`2014-03`); NotFound names the nearest ones."""
    known = [month for month in months(catalog) if not by_mission or _with_missions(catalog, month)]
    found = [month for month in known if month.startswith(asked[:7])]
    if found:
        return found[0]
    before = max((month[:7] for month in known if month < asked), default=None)
    after = min((month[:7] for month in known if month > asked), default=None)
    near = " and ".join(month for month in (before, after) if month)
    what = "contributors by mission" if by_mission else "contributors"
    raise NotFound(f"no report of {what} for {asked[:7]}; the nearest are of {near}")


def _with_missions(catalog: Catalog, month: str) -> bool:
    return bool(catalog.rows("SELECT 1 FROM reported WHERE month = ? AND by_mission", [month]))


def contributors(
    catalog: Catalog, month: str, kind: str, missions: Sequence[str], countries: Sequence[str]
) -> tuple[Rows, str | None]:
    """Countries by what they had in missions at a month-end, the largest first, with the change since a year before.

    Shares are of all contributors, whichever countries are asked for. Also the month-end a year before, or None if
    it is not reported.
    """
    now = _at(catalog, month, kind, missions)
    year_before = f"{int(month[:4]) - 1}{month[4:7]}"
    earlier = next(
        (m for m in months(catalog) if m.startswith(year_before) and (not missions or _with_missions(catalog, m))), None
    )
    then = _ranked_at(catalog, earlier, kind, missions) if earlier else {}
    total = sum(_number(row["ranked"]) for row in now) or 1
    for rank, row in enumerate(now, 1):
        amount = _number(row.pop("ranked"))
        row["rank"] = rank
        row["share"] = round(amount * 100 / total, 1)
        row["change"] = amount - _number(then.get(row["country"], 0)) if earlier else None
        row["month"] = month
    return [row for row in now if not countries or row["country"] in countries], earlier


def _at(catalog: Catalog, month: str, kind: str, missions: Sequence[str]) -> Rows:
    parts = ", ".join(f"sum({name})" for name in CONTRIBUTOR[2:-1])
    condition = _of_missions(missions)
    rows = catalog.rows(
        f"SELECT p.country, c.name, {parts}, nullif(count(DISTINCT nullif(mission, '')), 0), "
        f"sum({KINDS[kind]}) AS ranked "
        "FROM contribution AS p JOIN country AS c ON c.id = p.country "
        f"WHERE month = ? AND {condition.sql} GROUP BY p.country HAVING ranked > 0 ORDER BY ranked DESC, c.name",
        [month, *condition.parameters],
    )
    return [dict(zip((*CONTRIBUTOR, "ranked"), row, strict=True)) for row in rows]


def _ranked_at(catalog: Catalog, month: str, kind: str, missions: Sequence[str]) -> dict[object, object]:
    """What is ranked of each country at a month-end."""
    condition = _of_missions(missions)
    sql = f"SELECT country, sum({KINDS[kind]}) FROM contribution WHERE month = ? AND {condition.sql} GROUP BY country"
    return {row[0]: row[1] for row in catalog.rows(sql, [month, *condition.parameters])}


def contributors_over(
    catalog: Catalog, period: Period, kind: str, missions: Sequence[str], countries: Sequence[str]
) -> Rows:
    """Countries by their mean month-end number over the reported months of a period, with the highest and its month."""
    condition = _of_missions(missions)
    known = reports(catalog, period, missions)
    if not known:
        what = "by mission: they hold UN missions from 2014-03 on" if missions else "then: they begin in 1990-11"
        raise NotFound(f"there are no reports of contributors {what}")
    rows = catalog.rows(
        "SELECT country, name, round(sum(ranked) * 1.0 / ?), max(ranked), month, count(*) FROM ("
        f"SELECT p.country, c.name, month, sum({KINDS[kind]}) AS ranked FROM contribution AS p "
        f"JOIN country AS c ON c.id = p.country WHERE month IN ({', '.join('?' * len(known))}) AND {condition.sql} "
        "GROUP BY p.country, month HAVING ranked > 0) GROUP BY country ORDER BY sum(ranked) DESC, name",
        [len(known), *known, *condition.parameters],
    )
    total = sum(_number(row[2]) for row in rows) or 1
    return [
        {
            "rank": rank,
            "country": code,
            "name": name,
            "mean": _number(mean),
            "share": round(_number(mean) * 100 / total, 1),
            "peak": peak,
            "peak_month": month,
            "months": n,
            "of_months": len(known),
        }
        for rank, (code, name, mean, peak, month, n) in enumerate(rows, 1)
        if not countries or code in countries
    ]


def reports(catalog: Catalog, period: Period, missions: Sequence[str]) -> list[str]:
    """The month-ends of a period that are reported; with `missions` those in which any of these had people."""
    known = [m for m in months(catalog) if period.first <= m <= period.last]
    if not missions:
        return known
    condition = _of_missions(missions)
    there = catalog.rows(f"SELECT DISTINCT month FROM contribution WHERE {condition.sql}", condition.parameters)
    with_people = {str(month) for (month,) in there}
    return [m for m in known if m in with_people and _with_missions(catalog, m)]


def _of_missions(missions: Sequence[str]) -> Condition:
    if not missions:
        return Condition("TRUE")
    return Condition(f"mission IN ({', '.join('?' * len(missions))})", missions)


def _number(value: object) -> int:
    return int(float(str(value))) if value is not None else 0


def years_of_locations(catalog: Catalog, mission: str) -> list[int]:
    """The years for which a mission's places are known."""
    rows = catalog.rows("SELECT DISTINCT year FROM location WHERE mission = ? ORDER BY year", [mission])
    return [int(str(year)) for (year,) in rows]


def locations(catalog: Catalog, mission: str, year: int) -> Rows:
    """Where a mission was deployed in a year, the largest place first."""
    names = ("mission", "year", "place", "country", "latitude", "longitude", "units", "headquarters", "personnel")
    rows = catalog.rows(
        "SELECT l.mission, l.year, l.place, coalesce(c.name, ''), l.latitude, l.longitude, l.units, "
        "nullif(l.headquarters, ''), l.personnel FROM location AS l LEFT JOIN country AS c ON c.id = l.country "
        "WHERE l.mission = ? AND l.year = ? ORDER BY l.headquarters = 'mission' DESC, l.personnel DESC, l.place",
        [mission, year],
    )
    return [_with_lists(dict(zip(names, row, strict=True)), "units") for row in rows]


def _with_lists(row: dict[str, object], *names: str) -> dict[str, object]:
    """A row whose keys `names`, which the catalogue joins by semicolons, hold their values one by one."""
    return row | {name: [part for part in str(row[name] or "").split(";") if part] for name in names}


def hosts(catalog: Catalog, filters: Filters) -> Rows:
    """The hosts of the missions that `filters` let through, with their missions, those with the most first."""
    condition = where(conditions(filters, catalog))
    names = ("country", "name", "missions", "acronyms", "mission_ids", "latitude", "longitude")
    rows = catalog.rows(
        "SELECT c.id, c.name, count(*), group_concat(m.acronym, ';'), group_concat(m.id, ';'), "
        "c.latitude, c.longitude FROM "
        f"(SELECT * FROM mission WHERE {condition.sql} ORDER BY first_day, acronym) AS m "
        "JOIN mission_country AS h ON h.mission = m.id JOIN country AS c ON c.id = h.country "
        "GROUP BY c.id ORDER BY count(*) DESC, c.name",
        condition.parameters,
    )
    return [_with_lists(dict(zip(names, row, strict=True)), "acronyms", "mission_ids") for row in rows]
