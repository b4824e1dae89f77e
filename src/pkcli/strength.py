"""How many people: the figures that stand for a mission, and the person-years against which deaths are set.

Pure functions on models and series, used when the catalogue is compiled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from pkcli import models
from pkcli.dates import PartialDate
from pkcli.rates import Rate
from pkcli.series import FatalityCount, MonthOfPersonnel
from pkcli.vocabulary import StrengthComponent, StrengthKind, Type

_COMPONENT_RANK = {
    component: rank
    for rank, component in enumerate(
        (
            StrengthComponent.UNIFORMED,
            StrengthComponent.TOTAL,
            StrengthComponent.MILITARY,
            StrengthComponent.TROOPS,
            StrengthComponent.OBSERVERS,
            StrengthComponent.POLICE,
            StrengthComponent.CIVILIAN,
            StrengthComponent.INTERNATIONAL,
        )
    )
}

_STAFF = (StrengthComponent.TOTAL, StrengthComponent.INTERNATIONAL, StrengthComponent.CIVILIAN)
_FORCES = (
    StrengthComponent.UNIFORMED,
    StrengthComponent.MILITARY,
    StrengthComponent.TROOPS,
    StrengthComponent.OBSERVERS,
)
"""Components whose highest count stands for a mission: a wider one may be of a later and smaller time."""
_STALE_YEARS = 10
_FEW = 20
"""Uniformed people below whom a mission of civilians is not told by them."""
_CEILING_TELLS_MORE = 4
"""How many times a count may lie below a ceiling before it says less of a mission that is over."""
SERIES_START = "1990-11"

FIRST_WHOLE_YEAR, LAST_WHOLE_YEAR = 1991, 2024
_COVERED = 0.75
"""The part of a year's months that must be covered."""

UNIFORMED = ("military", "military-observer", "police")
"""The kinds of personnel whose deaths are set against uniformed person-years."""


class Headline(NamedTuple):
    """The one strength figure that stands for a mission in a list."""

    value: int
    kind: StrengthKind
    component: StrengthComponent
    as_of: str
    source: str


def series_strength(months: Sequence[MonthOfPersonnel], mission: models.Mission) -> list[models.Strength]:
    """The peak and the latest month-end strength of a mission in the monthly series.

    The peak is of the months from its start to its end: those who liquidate a mission are not its strength.
    """
    start, end = (mission.start or mission.established or "")[:7], (mission.end or mission.ended_by or "9999")[:7]
    lived = [row for row in months if start <= row.month[: len(start)] and row.month[: len(end)] <= end]
    if not lived:
        return []
    peak = max(lived, key=lambda m: m.total)
    note = None
    if mission.start and PartialDate.parse(mission.start).last < SERIES_START:
        note = f"Highest month-end figure since {SERIES_START}, when the monthly series begins."
    figures = [
        models.Strength(
            kind=StrengthKind.PEAK,
            component=StrengthComponent.UNIFORMED,
            value=peak.total,
            as_of=peak.month,
            source=peak.source,
            note=note,
        )
    ]
    if mission.end is None and mission.ended_by is None:
        last = months[-1]
        figures.append(
            models.Strength(
                kind=StrengthKind.DEPLOYED,
                component=StrengthComponent.UNIFORMED,
                value=last.total,
                as_of=last.month,
                source=last.source,
            )
        )
    return figures


def authorised(strength: Iterable[models.Strength], *, now: bool = False) -> Headline | None:
    """The highest authorised strength, or that which holds `now`, the last that counts the same people.

    Military and police that one text sets on one day are added up.
    """
    ceilings: list[Headline] = []
    figures = sorted((s for s in strength if s.kind == StrengthKind.AUTHORISED), key=lambda s: (s.as_of, s.source))
    for (as_of, source), group in groupby(figures, key=lambda s: (s.as_of, s.source)):
        parts = {StrengthComponent(s.component): s.value for s in group}
        if total := _added_up(parts):
            ceilings.append(Headline(total[1], StrengthKind.AUTHORISED, total[0], as_of, source))
    highest = max(ceilings, key=lambda c: c.value, default=None)
    if highest is None or not now:
        return highest
    return [c for c in ceilings if c.component == highest.component][-1]


def _added_up(parts: Mapping[StrengthComponent, int]) -> tuple[StrengthComponent, int] | None:
    """The widest uniformed figure of one authorisation, and whom it counts."""
    c = StrengthComponent
    for whole in (c.UNIFORMED, c.TOTAL):
        if whole in parts:
            return whole, parts[whole]
    military = parts.get(c.MILITARY, parts.get(c.TROOPS, 0) + parts.get(c.OBSERVERS, 0))
    police = parts.get(c.POLICE, 0)
    if military and police:
        return c.UNIFORMED, military + police
    if military:
        only = next(k for k in (c.MILITARY, c.TROOPS, c.OBSERVERS) if k in parts)
        return (c.MILITARY if c.TROOPS in parts and c.OBSERVERS in parts else only), military
    if police:
        return c.POLICE, police
    for civilian in (c.INTERNATIONAL, c.CIVILIAN):
        if civilian in parts:
            return civilian, parts[civilian]
    return None


def peak(strength: Iterable[models.Strength]) -> Headline | None:
    """The highest strength known of the widest component, forces and staff each taken together: a peak, or a count."""
    counted = [s for s in strength if s.kind in (StrengthKind.PEAK, StrengthKind.DEPLOYED)]
    figures = _widest(counted, _FORCES, _STAFF)
    best = max(figures, key=lambda s: (s.value, s.kind == StrengthKind.PEAK), default=None)
    return _of(best) if best else None


def latest(strength: Iterable[models.Strength]) -> Headline | None:
    """The latest deployed strength of the widest component known, all staff taken together."""
    figures = [s for s in strength if s.kind == StrengthKind.DEPLOYED]
    widest = _widest(figures, _STAFF)

    def order(figure: models.Strength) -> tuple[str, int]:
        return PartialDate.parse(figure.as_of).last, -_COMPONENT_RANK[StrengthComponent(figure.component)]

    best = max(widest, key=order, default=None)
    return _of(best) if best else None


def _widest(figures: Sequence[models.Strength], *groups: Sequence[StrengthComponent]) -> list[models.Strength]:
    """The figures of the widest component among them, and of the others of the group in which it is."""
    if not figures:
        return []
    widest = min((StrengthComponent(s.component) for s in figures), key=lambda c: _COMPONENT_RANK[c])
    together = next((group for group in groups if widest in group), (widest,))
    return [s for s in figures if s.component in together]


def _of(figure: models.Strength) -> Headline:
    component = StrengthComponent(figure.component)
    return Headline(figure.value, StrengthKind(figure.kind), component, figure.as_of, figure.source)


def headline(mission: models.Mission, strength: Sequence[models.Strength], as_of: str | None) -> Headline | None:
    """The figure for lists: the latest deployed while a mission goes on (to `as_of`), its peak, or the authorised.

    The few uniformed people of a mission of civilians do not stand for it. While a mission goes on, a figure of more
    than ten years ago says nothing of it any more; of one that is over a count far below its ceiling does not.
    """
    if mission.type in (Type.POLITICAL, Type.CIVILIAN):
        staff = [s for s in strength if s.component in _STAFF]
        strength = staff or [s for s in strength if s.component != StrengthComponent.UNIFORMED or s.value >= _FEW]
    ceiling = authorised(strength, now=as_of is not None)
    found = (latest(strength) if as_of else None) or peak(strength) or ceiling
    counted = found if found and found.kind == StrengthKind.DEPLOYED and not as_of else None
    if counted and ceiling and ceiling.value > _CEILING_TELLS_MORE * counted.value:
        return ceiling
    if found and as_of and PartialDate.parse(as_of).year - PartialDate.parse(found.as_of).year > _STALE_YEARS:
        found = authorised(strength, now=True)
        if found and PartialDate.parse(as_of).year - PartialDate.parse(found.as_of).year > _STALE_YEARS:
            return None
    return found


def exposure(mission: models.Mission, months: Sequence[MonthOfPersonnel]) -> dict[int, float]:
    """Uniformed person-years of a mission in each year from 1991 to 2024 that the monthly series cover.

    The series cover the months from a mission's first figure to its last. Of a
    year they must cover three in four of the months that the mission lived in
    it. A month counts a twelfth of its month-end strength; where it has none,
    the strength is taken to change evenly between the months that have.
    """
    begins = _month(PartialDate.parse(mission.start).first) if mission.start else 0
    over = mission.end or mission.ended_by
    ends = _month(PartialDate.parse(over).last) if over else _month(f"{LAST_WHOLE_YEAR}-12")
    known = {m: row.total for row in months if begins <= (m := _month(row.month)) <= ends}
    lived: dict[int, float] = {}
    covered: Counter[int] = Counter()
    for month, strength in _evenly(known):
        lived[_year(month)] = lived.get(_year(month), 0) + strength / 12
        covered[_year(month)] += 1
    return {
        year: round(amount, 2)
        for year, amount in lived.items()
        if FIRST_WHOLE_YEAR <= year <= LAST_WHOLE_YEAR
        and covered[year] >= _COVERED * sum(begins <= month <= ends for month in range(year * 12 + 1, year * 12 + 13))
    }


def _evenly(known: Mapping[int, int]) -> Iterator[tuple[int, float]]:
    """Each month from the first known one to the last, with its strength."""
    for (then, before), (now, after) in pairwise(sorted(known.items())):
        for month in range(then, now):
            yield month, before + (after - before) * (month - then) / (now - then)
    if known:
        yield max(known), known[max(known)]


def fatality_rate(
    mission: models.Mission, months: Sequence[MonthOfPersonnel], deaths: Sequence[FatalityCount]
) -> Rate | None:
    """Deaths of uniformed personnel against person-years, of the years that `exposure` covers; None if it has none."""
    covered = exposure(mission, months)
    if not sum(covered.values()):
        return None
    died = sum(row.deaths for row in deaths if row.personnel in UNIFORMED and row.year in covered)
    return Rate(died, sum(covered.values()))


def _month(day: str) -> int:
    """The months since year 0 of an ISO day."""
    return int(day[:4]) * 12 + int(day[5:7])


def _year(month: int) -> int:
    """The year of a month that `_month` gives."""
    return (month - 1) // 12
