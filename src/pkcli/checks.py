"""What must hold of the data as a whole: references, dates, chains, decisions, scopes.

Each check yields the faults that it finds, with record, field, value and remedy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations
from typing import Any, NamedTuple

from pydantic import BaseModel

from pkcli import models, series
from pkcli.dataset import (
    CORRECTIONS,
    COUNTRIES,
    GLOSSARY,
    HISTORY,
    META,
    MISSIONS,
    ORGANIZATIONS,
    RESOLUTIONS,
    SOURCES,
    TOPICS,
    Dataset,
    Fault,
    source_refs,
)
from pkcli.dates import PartialDate
from pkcli.names import key

HANDOVER_DAYS = 31
"""How far apart the end of a mission and the start of the one that took over may be without a note."""


class References(NamedTuple):
    """What a record may refer to."""

    missions: dict[str, models.Mission]
    organizations: set[str]
    countries: dict[str, models.Country]
    resolutions: dict[str, models.Resolution]
    sources: set[str]
    as_of: str

    @classmethod
    def of(cls, data: Dataset, missions: Iterable[models.Mission]) -> References:
        """What `missions` may refer to, each other among it."""
        resolutions = {r.symbol: r for r in data.resolutions}
        return cls(
            {m.id: m for m in missions},
            {o.id for o in data.organizations},
            {c.id: c for c in data.countries},
            resolutions,
            {s.id for s in data.sources} | set(resolutions),
            data.meta.as_of,
        )


def _path_to(value: Any, wanted: str) -> str:
    """The path of the first string `wanted` in a dumped record."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    for name, part in parts:
        if part == wanted:
            return str(name)
        if inner := _path_to(part, wanted):
            return f"{name}.{inner}"
    return ""


def check_whole(data: Dataset) -> Iterator[Fault]:
    """The faults of all records together."""
    refs = References.of(data, data.missions)
    yield from check_missions(data.missions, refs, MISSIONS)
    for organization in data.organizations:
        yield from _check_as_of(organization, refs, ORGANIZATIONS)
    for records, file in (
        (data.organizations, ORGANIZATIONS),
        (data.resolutions, RESOLUTIONS),
        (data.sources, SOURCES),
        (data.topics, TOPICS),
        (data.history, HISTORY),
        (data.glossary, GLOSSARY),
        (data.corrections, CORRECTIONS),
    ):
        for record in records:
            for ref in source_refs(record.model_dump()):
                if ref not in refs.sources:
                    yield Fault(file, _name(record), "sources", f"{ref!r} is no known source; add it to {SOURCES}")
    for id in data.series.missions() - set(refs.missions):
        yield Fault("series", id, "mission", "is not in the register; map it in tools/mission_codes.json")
    for code in data.series.countries() - set(refs.countries):
        yield Fault("series", code, "country", f"is no known country; add it to {COUNTRIES}")
    yield from _check_links(data, refs)
    yield from _check_corrections(data, refs)
    texts = (*data.topics, *data.history, *data.glossary)
    used = set(source_refs([r.model_dump() for r in (*data.missions, *data.organizations, *data.resolutions, *texts)]))
    used |= {ref for source in data.sources for ref in source.derives_from}
    used |= {row.source for row in data.series.personnel} | {row.source for row in data.series.budgets}
    used |= set(series.SOURCES.values())
    used |= {ref for correction in data.corrections for ref in correction.sources}
    for source in data.sources:
        if source.id not in used:
            yield Fault(SOURCES, source.id, "id", "no record rests on it; remove it or name it where it was used")


def _check_links(data: Dataset, refs: References) -> Iterator[Fault]:
    """What organisations, topics, events and terms point to is there."""
    topics, terms = {t.id for t in data.topics}, {t.id for t in data.glossary}
    links = [
        (ORGANIZATIONS, o.id, f"engagements.{number}.{name}", set(getattr(done, name)) - known)
        for o in data.organizations
        for number, done in enumerate(o.engagements)
        for name, known in (("missions", set(refs.missions)), ("countries", set(refs.countries)))
    ]
    links += [
        (ORGANIZATIONS, o.id, "members.countries", set(o.members.countries) - set(refs.countries))
        for o in data.organizations
        if o.members
    ]
    links += [(TOPICS, t.id, "missions", set(t.missions) - set(refs.missions)) for t in data.topics]
    links += [(TOPICS, t.id, "see", set(t.see) - topics) for t in data.topics]
    links += [(HISTORY, e.id, "missions", set(e.missions) - set(refs.missions)) for e in data.history]
    links += [(HISTORY, e.id, "organizations", set(e.organizations) - refs.organizations) for e in data.history]
    links += [(GLOSSARY, t.id, "see", set(t.see) - terms) for t in data.glossary]
    for file, id, name, missing in links:
        for link in sorted(missing):
            yield Fault(file, id, name, f"{link!r} is not there; mend the link or add the record")


def _check_corrections(data: Dataset, refs: References) -> Iterator[Fault]:
    """What a correction states is what its record says."""
    for correction in data.corrections:
        mission = refs.missions.get(correction.record)
        ours = getattr(mission, correction.field, None)
        if ours != correction.ours:
            message = f"is {ours!r} in the register, not {correction.ours!r}; mend the record or the correction"
            yield Fault(CORRECTIONS, correction.record, correction.field, message)


def _name(record: BaseModel) -> str:
    names = (getattr(record, field, None) for field in ("id", "symbol", "record"))
    return next(filter(None, names), "record")


def _check_as_of(record: models.Mission | models.Organization, refs: References, file: str) -> Iterator[Fault]:
    if _after(record.as_of, refs.as_of):
        yield Fault(file, record.id, "as_of", f"{record.as_of} is after the release's {refs.as_of}; raise {META}'s")


def check_missions(missions: list[models.Mission], refs: References, file: str) -> Iterator[Fault]:
    """The faults of the missions by themselves and beside each other; `file` is where they stand."""
    for mission in missions:
        yield from _check_as_of(mission, refs, file)
        yield from _check_mission(mission, refs, file)
    yield from _check_acronyms(missions, file)


def _check_mission(mission: models.Mission, refs: References, file: str) -> Iterator[Fault]:

    def fault(field_name: str, message: str) -> Fault:
        return Fault(file, mission.id, field_name, message)

    for part in mission.organizations:
        if part.id not in refs.organizations:
            yield fault("organizations", f"{part.id!r} is no known organisation; add it to {ORGANIZATIONS}")
    for field_name in ("countries", "lead_states"):
        for code in getattr(mission, field_name):
            if code not in refs.countries:
                yield fault(field_name, f"{code!r} is no known country; use an ISO alpha-3 code of {COUNTRIES}")
    regions = {refs.countries[code].region for code in mission.countries if code in refs.countries}
    if mission.mandate_until and _after(mission.as_of, mission.mandate_until):
        yield fault(
            "mandate_until", f"{mission.mandate_until} is over on {mission.as_of}; find what followed, or note it"
        )
    if regions and mission.region not in regions:
        yield fault(
            "region", f"{mission.region!r} is the region of no host ({', '.join(sorted(filter(None, regions)))})"
        )
    dumped = mission.model_dump()
    for ref in source_refs(dumped):
        if ref not in refs.sources:
            yield fault(_path_to(dumped, ref), f"{ref!r} is no known source; add it to {SOURCES} or {RESOLUTIONS}")
    for decision in mission.decisions:
        yield from _check_decision(decision, mission, refs, file)
    yield from _check_chain(mission, refs, file)
    known_fields = set(models.Mission.model_fields)
    for note in mission.notes:
        for name in note.fields:
            if name.split(".")[0] not in known_fields:
                yield fault("notes", f"{name!r} is no field of a mission")


def _check_decision(decision: models.Decision, mission: models.Mission, refs: References, file: str) -> Iterator[Fault]:
    if decision.symbol.startswith(("S/RES/", "A/RES/")):
        resolution = refs.resolutions.get(decision.symbol)
        if resolution is None:
            yield Fault(file, mission.id, "decisions", f"{decision.symbol!r} is not in {RESOLUTIONS}; add it")
        elif resolution.date != decision.date:
            yield Fault(
                file, mission.id, "decisions", f"{decision.symbol} is of {resolution.date}, not of {decision.date}"
            )
    elif not decision.sources:
        yield Fault(file, mission.id, "decisions", f"{decision.symbol!r} has no source; name where it was read")


def _check_chain(mission: models.Mission, refs: References, file: str) -> Iterator[Fault]:
    """A predecessor is in the register, began earlier and handed over within a month of the start.

    A note on `predecessors` explains what is otherwise.
    """
    explained = any("predecessors" in note.fields for note in mission.notes)
    for name in mission.predecessors:
        before = refs.missions.get(name)
        if before is None:
            yield Fault(file, mission.id, "predecessors", f"{name!r} is not in the register")
        elif not explained and _after(before.start, mission.start):
            yield Fault(
                file, mission.id, "predecessors", f"{name} started on {before.start}, after {mission.start}; note why"
            )
        elif not explained and not _meets(before.end, mission.start):
            yield Fault(
                file,
                mission.id,
                "predecessors",
                f"{name} ended on {before.end}, more than {HANDOVER_DAYS} days off {mission.start}; note why",
            )


def _meets(end: str | None, start: str | None) -> bool:
    """Whether a start may lie within the days of a hand-over after or before an end; what is unknown does."""
    if end is None or start is None:
        return True
    ended, started = PartialDate.parse(end), PartialDate.parse(start)
    gap = (date.fromisoformat(started.first) - date.fromisoformat(ended.last)).days
    overlap = (date.fromisoformat(ended.first) - date.fromisoformat(started.last)).days
    return max(gap, overlap) <= HANDOVER_DAYS


def _after(one: str | None, other: str | None) -> bool:
    """Whether the date `one` is after `other` for certain."""
    return bool(one and other) and PartialDate.parse(str(one)).first > PartialDate.parse(str(other)).last


def _check_acronyms(missions: list[models.Mission], file: str) -> Iterator[Fault]:
    """No two missions with one acronym may overlap in host and time, unless notes on the acronym of both say why."""
    by_acronym: dict[str, list[models.Mission]] = {}
    for mission in missions:
        by_acronym.setdefault(key(mission.acronym), []).append(mission)
    for same in by_acronym.values():
        for one, other in permutations(same, 2):
            explained = any("acronym" in note.fields for note in one.notes)
            if set(one.countries) & set(other.countries) and _overlap(one, other) and not explained:
                message = f"{other.id} has it too, at the same place and time; note it on both, or remove one"
                yield Fault(file, one.id, "acronym", message)


def _overlap(one: models.Mission, other: models.Mission) -> bool:
    def span(m: models.Mission) -> tuple[str, str]:
        start, end = m.start or m.established or "9999", m.end or m.ended_by or "9999"
        return PartialDate.parse(start).first, PartialDate.parse(end).last

    (a, b), (c, d) = span(one), span(other)
    return a < d and c < b
