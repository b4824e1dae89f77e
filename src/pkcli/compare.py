"""Differences between records: one row a fact, one column a record. Pure functions on records' details."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pkcli.errors import UsageError

FEWEST, MOST = 2, 6
ALIGNMENTS = ("date", "age")
"""How yearly strength is set side by side."""
TOP = 5
"""How many contributors are named."""
NOW = ("personnel", "personnel_kind", "personnel_as_of")
"""The strength of a mission that goes on; of one that is over the peak says more."""
MISSION_FACTS = (
    "name", "status", "type", "category", "led_by", "organizations", "country_names", "region",
    "established", "start", "end", "ended_by", "years", "mandate_until", "headquarters", *NOW,
    "peak_personnel", "peak_component", "peak_as_of", "authorised_personnel", "authorised_component",
    "authorised_as_of", "cost", "cost_currency", "cost_basis", "cost_end", "fatalities", "fatalities_as_of",
    "fatality_rate", "person_years", "resolutions", "predecessors", "successors", "verification",
)  # fmt: skip
ORGANIZATION_FACTS = (
    "name", "kind", "founded", "seat", "functions", "missions", "active_missions", "other_missions",
    "first_mission_start", "members", "website",
)  # fmt: skip


class Row(NamedTuple):
    """A fact of each record, and whether they differ in it."""

    fact: str
    values: Sequence[Any]

    @property
    def differs(self) -> bool:
        """Whether not all records have the same value."""
        return any(value != self.values[0] for value in self.values)

    def flat(self, ids: Sequence[str]) -> dict[str, Any]:
        """The row as one record: the fact, a value for each id, whether they differ."""
        return {"fact": self.fact, **dict(zip(ids, self.values, strict=True)), "differs": self.differs}


def check_number(ids: Sequence[str]) -> None:
    """UsageError unless two to six different records are to be compared."""
    if not FEWEST <= len(ids) <= MOST:
        raise UsageError(f"compare takes {FEWEST} to {MOST} different records, not {len(ids)}; name others")


Months = Mapping[str, Sequence[tuple[str, int]]]
"""By mission, its month-ends (ISO days) with the uniformed personnel on them."""


def missions(records: Sequence[Mapping[str, Any]], align: str | None, months: Months) -> list[Row]:
    """The facts of missions, their task matrix, and with `align` their yearly strength by date or by age."""
    rows: list[Row] = []
    for fact in MISSION_FACTS:
        if fact == "resolutions":
            rows += [*_causes(records), *_resolutions(records), _contributors(records)]
            rows += [Row("contributors_as_of", [r["contributors_as_of"] for r in records]), _strength(records)]
        else:
            of_all = fact not in NOW
            rows.append(Row(fact, [r.get(fact) if of_all or r["status"] == "active" else None for r in records]))
    tasks = sorted({task for record in records for task in record["tasks"]})
    rows += [Row(f"task: {task}", [task in record["tasks"] for record in records]) for task in tasks]
    by_year = {"date": _by_date, "age": _by_age}
    return rows + (by_year[align](records, months) if align else [])


def _causes(records: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The deaths by cause; null where the series does not cover a mission."""
    known = [record["fatalities_by_cause"] for record in records]
    every = dict.fromkeys(cause for causes in known for cause in causes)
    return [Row(f"fatalities: {name}", [c.get(name, 0) if c else None for c in known]) for name in every]


def _contributors(records: Sequence[Mapping[str, Any]]) -> Row:
    """The largest contributors at the month-end with the most people among those reported."""
    return Row("top_contributors", [[c["country"] for c in record["contributors"][:TOP]] for record in records])


def _strength(records: Sequence[Mapping[str, Any]]) -> Row:
    """The highest month-end of each year."""
    return Row("strength_by_year", [record["strength_by_year"] for record in records])


def _resolutions(records: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The decisive resolutions, and how many that merely extended the mandate are known."""
    routine = [{d["symbol"] for d in record["decisions"] if d["routine"]} for record in records]
    decisive = [[s for s in r["resolutions"] if s not in mere] for r, mere in zip(records, routine, strict=True)]
    return [Row("decisive_resolutions", decisive), Row("extensions_known", [len(mere) for mere in routine])]


def organizations(records: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The facts of organisations."""
    return [Row(fact, [record.get(fact) for record in records]) for fact in ORGANIZATION_FACTS]


def _by_date(records: Sequence[Mapping[str, Any]], months: Months) -> list[Row]:
    """The highest month-end strength of each calendar year."""
    highest = [_highest((int(month[:4]), total) for month, total in months[r["id"]]) for r in records]
    return _years("peak in", highest)


def _by_age(records: Sequence[Mapping[str, Any]], months: Months) -> list[Row]:
    """The highest month-end strength of each twelve months of a mission's life, counted from its start.

    A mission whose start is known to the year only counts from its January; years before the series are null.
    """
    highest = []
    for record in records:
        first, last = record["start"] or "9999", record["end"] or record["ended_by"] or "9999"
        lived = [(month, total) for month, total in months[record["id"]] if first[:7] <= month[:7] <= last[:7] + "~"]
        begun = _month_number(first if len(first) > _YEAR else f"{first}-01")
        highest.append(_highest(((_month_number(month) - begun) // 12 + 1, total) for month, total in lived))
    return _years("peak in year", highest)


_YEAR = len("1948")


def _month_number(day: str) -> int:
    """The months since year 0 of an ISO day."""
    return int(day[:4]) * 12 + int(day[5:7])


def _highest(figures: Iterable[tuple[int, int]]) -> dict[int, int]:
    highest: dict[int, int] = {}
    for year, total in figures:
        highest[year] = max(highest.get(year, 0), total)
    return highest


def _years(word: str, highest: Sequence[Mapping[int, int]]) -> list[Row]:
    known = [year for by_year in highest for year in by_year]
    years = range(min(known), max(known) + 1) if known else ()
    return [Row(f"{word} {year}", [by_year.get(year) for by_year in highest]) for year in years]
