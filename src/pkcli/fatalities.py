"""Deaths in UN missions, counted by a field, with rates where the monthly series allow. Knows SQL and no commands.

Rates are deaths of uniformed personnel per 1,000 uniformed person-years, of the mission-years that `strength.exposure`
covers, and tell on how many deaths and person-years they rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from pkcli.catalog import Catalog
from pkcli.errors import UsageError
from pkcli.query import ALL, Condition, Filters, among, conditions, date, span, where
from pkcli.rates import Rate

Rows = list[dict[str, object]]

_PARTS = {
    "mission": ("coalesce(m.id, f.code)", "2 DESC, 1"),
    "year": ("f.year", "1"),
    "cause": ("f.cause", "2 DESC, 1"),
    "type": ("f.personnel", "2 DESC, 1"),
    "region": ("coalesce(m.region, 'not in the register')", "2 DESC, 1"),
    "nationality": ("coalesce(c.name, 'undetermined')", "2 DESC, 1"),
}
_RATED = {"mission": "coalesce(m.id, f.code)", "year": "f.year", "cause": "'all'", "region": "m.region"}
"""What the person-years are parted by; all causes have the same."""


def groupings() -> list[str]:
    """The fields by which deaths can be counted."""
    return list(_PARTS)


def count(
    catalog: Catalog,
    by: str,
    filters: Filters,
    *,
    missions: Sequence[str] | None = None,
    nationalities: Sequence[str] = (),
) -> Rows:
    """Deaths counted by a field, of the missions that `filters` let through, or of those among `missions`.

    `since` and `until` bound the years of the deaths. Without another filter the whole of the publisher's file
    counts, missions that are not in the register among them. UsageError where the file has no such cross count: the
    nationality of the dead is known by mission only.
    """
    by_nationality = by == "nationality" or bool(nationalities)
    first, last = years_of(filters)
    if by_nationality:
        _check_nationality(by, bounded=(first, last) != (None, None))
    within = _within(catalog, filters, missions)
    years = [Condition(f"f.year {sign} ?", [year]) for sign, year in ((">=", first), ("<=", last)) if year is not None]
    if nationalities:
        within.append(among("f.country", nationalities))
    asked = where([*within, *years])
    part, order = _PARTS[by]
    table, bounds = ("nationality", "NULL, NULL") if by_nationality else ("fatality", "min(f.year), max(f.year)")
    country = "LEFT JOIN country AS c ON c.id = f.country" if by == "nationality" else ""
    rows = catalog.rows(
        f"SELECT {part} AS part, sum(f.count), {bounds} "
        f"FROM {table} AS f LEFT JOIN mission AS m ON m.id = f.mission {country} "
        f"WHERE {asked.sql} GROUP BY part ORDER BY {order}",
        asked.parameters,
    )
    rates = {} if nationalities or by not in _RATED else _rates(catalog, by, asked)
    total = sum(int(str(row[1])) for row in rows) or 1
    acronyms = catalog.rows("SELECT id, acronym FROM mission") if by == "mission" else []
    shown = {str(id): str(acronym) for id, acronym in acronyms}
    return [
        {
            "group": shown.get(str(group), str(group)),
            "deaths": deaths,
            "share": round(int(str(deaths)) * 100 / total, 1),
            "first": begins,
            "last": ends,
            "rate": found.per_thousand if (found := rates.get(str(group))) else None,
            "rate_deaths": found.deaths if found else None,
            "person_years": round(found.person_years) if found else None,
        }
        for group, deaths, begins, ends in rows
    ]


def _within(catalog: Catalog, filters: Filters, missions: Sequence[str] | None) -> list[Condition]:
    """The condition of the missions that count."""
    found = []
    of_missions = filters._replace(since=None, until=None)
    if of_missions != Filters(scope=ALL):
        chosen = where(conditions(of_missions, catalog))
        found.append(Condition(f"f.mission IN (SELECT id FROM mission WHERE {chosen.sql})", chosen.parameters))
    if missions is not None:
        found.append(among("f.mission", missions))
    return found


def years_of(filters: Filters) -> tuple[int | None, int | None]:
    """The first and the last year that `since` and `until` ask for; UsageError if they cut a year or are crossed."""
    span(filters.since, filters.until)
    return _year("--since", filters.since), _year("--until", filters.until)


def _year(option: str, asked: str | None) -> int | None:
    if asked is None:
        return None
    day = date(option, asked)
    if day.month:
        raise UsageError(f"{option}: deaths are counted by whole years, not from or to {asked}; give {day.year}")
    return day.year


def last_year(catalog: Catalog) -> int:
    """The last year of which deaths are known."""
    ((year,),) = catalog.rows("SELECT max(year) FROM fatality")
    return int(str(year))


def _check_nationality(by: str, *, bounded: bool) -> None:
    if bounded:
        raise UsageError("the nationality of the dead is known without years; leave --since and --until out")
    if by not in ("mission", "region", "nationality"):
        raise UsageError(f"the nationality of the dead is not known by {by}; ask --by mission, region or nationality")


def _rates(catalog: Catalog, by: str, asked: Condition) -> dict[str, Rate]:
    """The rates by the values of a field, of the covered mission-years among the deaths that are asked for."""
    part = _RATED[by]
    lived = catalog.rows(
        f"SELECT {part.replace('f.code', 'f.mission')}, sum(f.person_years) FROM exposure AS f "
        f"JOIN mission AS m ON m.id = f.mission WHERE {asked.sql} GROUP BY 1",
        asked.parameters,
    )
    person_years = {str(of): float(str(amount)) for of, amount in lived}
    died = catalog.rows(
        f"SELECT {'f.cause' if by == 'cause' else part}, {part}, sum(f.count) FROM fatality AS f "
        "JOIN mission AS m ON m.id = f.mission JOIN exposure AS e ON e.mission = f.mission AND e.year = f.year "
        f"WHERE {asked.sql} AND f.personnel IN ('military', 'military-observer', 'police') GROUP BY 1, 2",
        asked.parameters,
    )
    deaths = {str(group): (str(of), int(str(n))) for group, of, n in died}
    if by != "cause":
        deaths = {of: deaths.get(of, (of, 0)) for of in person_years}
    return {group: Rate(n, person_years[of]) for group, (of, n) in deaths.items() if person_years.get(of)}
