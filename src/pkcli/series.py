"""The series: what the CSV files of `data/` hold, a named row each.

`None` is a figure that the source does not give; a month without a row is a
gap, never a zero.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

EXTENSIONS, LEFT_OUT = "extensions.csv", "left_out.csv"
PERSONNEL, CONTRIBUTORS = "personnel_monthly.csv", "contributors_monthly.csv"
FATALITIES, NATIONALITIES = "fatalities.csv", "fatalities_by_nationality.csv"
LOCATIONS, BUDGETS = "locations.csv", "budgets.csv"
SOURCES = {
    CONTRIBUTORS: "un-contributions",
    FATALITIES: "un-psdh-fatalities",
    LOCATIONS: "geo-pko",
}
"""Where the series whose rows name no source were read."""


class Extension(NamedTuple):
    """A resolution that merely extended a mission's mandate, and until when (ISO day)."""

    mission: str
    symbol: str
    until: str


class LeftOut(NamedTuple):
    """An operation that is not in the register: its names, joined by semicolons, and the rule that leaves it out."""

    names: str
    reason: str


class Budget(NamedTuple):
    """Money for a mission over a period (ISO days): what it is, in millions of a currency, and who states it."""

    mission: str
    start: str
    end: str
    basis: str
    value: float
    currency: str
    as_of: str
    source: str
    note: str


class MonthOfPersonnel(NamedTuple):
    """Uniformed personnel in a mission at the end of a month (ISO day)."""

    mission: str
    month: str
    troops: int | None
    staff_officers: int | None
    experts: int | None
    police: int | None
    individual_police: int | None
    formed_police: int | None
    women: int | None
    total: int
    source: str


class ContributorMonth(NamedTuple):
    """A country's uniformed personnel in a mission at the end of a month; `mission` is empty where not reported."""

    mission: str
    country: str
    month: str
    troops: int | None
    staff_officers: int | None
    experts: int | None
    police: int | None
    individual_police: int | None
    formed_police: int | None
    women: int | None
    total: int


class FatalityCount(NamedTuple):
    """Deaths in a mission in a year, by cause and by kind of personnel; `mission` is empty if not in the register."""

    mission: str
    code: str
    year: int
    cause: str
    personnel: str
    deaths: int


class NationalityCount(NamedTuple):
    """Deaths in a mission of nationals of a country; `country` is empty where undetermined."""

    mission: str
    code: str
    country: str
    deaths: int


class Location(NamedTuple):
    """A place where a mission was deployed in a year: degrees north and east, and an estimate of the troops there.

    `troops` is None where the publisher's maps show no troop unit, whoever else is there.
    """

    mission: str
    year: int
    country: str
    place: str
    latitude: float
    longitude: float
    units: str
    headquarters: str
    troops: int | None


@dataclass
class Series:
    """All series."""

    extensions: list[Extension] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    budgets: list[Budget] = field(default_factory=list)
    personnel: list[MonthOfPersonnel] = field(default_factory=list)
    contributors: list[ContributorMonth] = field(default_factory=list)
    fatalities: list[FatalityCount] = field(default_factory=list)
    nationalities: list[NationalityCount] = field(default_factory=list)
    locations: list[Location] = field(default_factory=list)

    def missions(self) -> set[str]:
        """The ids of all missions that a series has."""
        return {
            mission
            for rows in (
                self.budgets,
                self.personnel,
                self.contributors,
                self.fatalities,
                self.nationalities,
                self.locations,
            )
            for row in rows
            if (mission := row.mission)
        }

    def countries(self) -> set[str]:
        """The codes of all countries that a series has."""
        series = (self.contributors, self.nationalities, self.locations)
        return {country for rows in series for row in rows if (country := row.country)}


def read(folder: Path) -> Series:
    """Read the series of `folder`; OSError if a file is missing, ValueError if a figure is none."""
    return Series(
        [Extension(*row) for row in _rows(folder / EXTENSIONS)],
        [LeftOut(*row) for row in _rows(folder / LEFT_OUT)],
        [
            Budget(mission, start, end, basis, float(value), *rest)
            for mission, start, end, basis, value, *rest in _rows(folder / BUDGETS)
        ],
        [
            MonthOfPersonnel._make([mission, month, *map(_known, parts), int(total), source])
            for mission, month, *parts, total, source in _rows(folder / PERSONNEL)
        ],
        [
            ContributorMonth._make([mission, country, month, *map(_known, parts), int(total)])
            for mission, country, month, *parts, total in _rows(folder / CONTRIBUTORS)
        ],
        [
            FatalityCount(mission, code, int(year), cause, personnel, int(deaths))
            for mission, code, year, cause, personnel, deaths in _rows(folder / FATALITIES)
        ],
        [
            NationalityCount(mission, code, country, int(deaths))
            for mission, code, country, deaths in _rows(folder / NATIONALITIES)
        ],
        [
            Location(mission, int(year), country, place, float(lat), float(lon), units, headquarters, _known(troops))
            for mission, year, country, place, lat, lon, units, headquarters, troops in _rows(folder / LOCATIONS)
        ],
    )


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from rows


def _known(text: str) -> int | None:
    return int(text) if text else None
