"""Questions to the series: strength and places. Knows SQL and the catalogue, no commands."""

from __future__ import annotations

from collections.abc import Sequence

from pkcli.catalog import Catalog
from pkcli.query import Condition, Filters, conditions, where

Rows = list[dict[str, object]]

STRENGTH = (
    "mission", "period", "kind", "component", "total", "troops", "staff_officers", "experts", "police",
    "individual_police", "formed_police", "women", "month", "months", "source",
)  # fmt: skip


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


def months(catalog: Catalog, missions: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
    """By mission, its month-ends with the uniformed personnel on them; none where no series has it."""
    return {
        mission: [
            (str(month), int(str(total)))
            for month, total in catalog.rows(
                "SELECT month, total FROM personnel WHERE mission = ? ORDER BY month", [mission]
            )
        ]
        for mission in missions
    }


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


def years_of_locations(catalog: Catalog, mission: str) -> list[int]:
    """The years for which a mission's places are known."""
    rows = catalog.rows("SELECT DISTINCT year FROM location WHERE mission = ? ORDER BY year", [mission])
    return [int(str(year)) for (year,) in rows]


def locations(catalog: Catalog, mission: str, year: int) -> Rows:
    """Where a mission was deployed in a year, the largest place first."""
    names = ("mission", "year", "place", "country", "latitude", "longitude", "units", "headquarters", "troops")
    rows = catalog.rows(
        "SELECT l.mission, l.year, l.place, coalesce(c.name, ''), l.latitude, l.longitude, l.units, "
        "nullif(l.headquarters, ''), l.troops FROM location AS l LEFT JOIN country AS c ON c.id = l.country "
        "WHERE l.mission = ? AND l.year = ? ORDER BY l.headquarters = 'mission' DESC, l.troops DESC, l.place",
        [mission, year],
    )
    return [_with_lists(dict(zip(names, row, strict=True)), "units") for row in rows]


def _with_lists(row: dict[str, object], *names: str) -> dict[str, object]:
    """A row whose keys `names`, which the catalogue joins by semicolons, hold their values one by one."""
    return row | {name: [part for part in str(row[name] or "").split(";") if part] for name in names}


def hosts(catalog: Catalog, filters: Filters) -> Rows:
    """The hosts of the missions that `filters` let through, with their missions, those with the most first.

    What was given up before anybody was deployed has a host only where it is asked for.
    """
    been = [] if filters.status else [Condition("status <> 'cancelled'")]
    condition = where([*conditions(filters, catalog), *been])
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
