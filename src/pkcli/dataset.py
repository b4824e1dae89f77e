"""The data as people edit it: reads the files of `data/` into models and checks them as a whole.

Every fault is collected and told at once, each with file, record, field,
value and remedy.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pkcli import models, series
from pkcli.dates import PartialDate
from pkcli.locate import line_of
from pkcli.names import did_you_mean, key, nearest
from pkcli.series import Series
from pkcli.vocabulary import DecisionAction

MISSIONS, ORGANIZATIONS, COUNTRIES = "missions.json", "organizations.json", "countries.json"
RESOLUTIONS, SOURCES, CORRECTIONS = "resolutions.json", "sources.json", "corrections.json"
TOPICS, HISTORY, GLOSSARY = "topics.json", "history.json", "glossary.json"
META = "meta.json"

HANDOVER_DAYS = 31
"""How far apart the end of a mission and the start of the one that took over may be without a note."""

M = TypeVar("M", bound=BaseModel)


class Fault(NamedTuple):
    """One thing that is wrong with the data."""

    file: str
    record: str
    field: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """One line: where, and what is wrong."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.record}: {self.field}: {self.message}"


@dataclass
class Dataset:
    """Everything in `data/`, as typed records, with the faults found on the way."""

    meta: models.Meta
    missions: list[models.Mission] = field(default_factory=list)
    organizations: list[models.Organization] = field(default_factory=list)
    countries: list[models.Country] = field(default_factory=list)
    resolutions: list[models.Resolution] = field(default_factory=list)
    sources: list[models.Source] = field(default_factory=list)
    corrections: list[models.Correction] = field(default_factory=list)
    topics: list[models.Topic] = field(default_factory=list)
    history: list[models.Event] = field(default_factory=list)
    glossary: list[models.GlossaryTerm] = field(default_factory=list)
    series: Series = field(default_factory=Series)
    faults: list[Fault] = field(default_factory=list)


def canonical(records: Any) -> str:
    """The one way in which a data file is written: two blanks of indent, UTF-8, one line at the end."""
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def read(folder: Path) -> Dataset:
    """Read and check all files of `folder`; OSError if one is missing, faults are in the result."""
    faults: list[Fault] = []
    meta = _one(models.Meta, json.loads((folder / META).read_text("utf-8")), META, "meta", faults)
    data = Dataset(meta or models.Meta(data_version="0.0.0", schema_version="0", as_of="1948"), faults=faults)
    data.missions = list(_records(models.Mission, folder / MISSIONS, "id", faults))
    data.organizations = list(_records(models.Organization, folder / ORGANIZATIONS, "id", faults))
    data.countries = list(_records(models.Country, folder / COUNTRIES, "id", faults))
    data.resolutions = list(_records(models.Resolution, folder / RESOLUTIONS, "symbol", faults))
    data.sources = list(_records(models.Source, folder / SOURCES, "id", faults))
    data.corrections = list(_records(models.Correction, folder / CORRECTIONS, "record", faults, unique=False))
    data.topics = list(_records(models.Topic, folder / TOPICS, "id", faults))
    data.history = list(_records(models.Event, folder / HISTORY, "id", faults))
    data.glossary = list(_records(models.GlossaryTerm, folder / GLOSSARY, "id", faults))
    data.series = series.read(folder)
    data.missions = _budgeted(_extended(data, faults), data.series.budgets)
    faults.extend(_check_whole(data))
    texts = {name: (folder / name).read_text("utf-8") for name in {f.file for f in faults} if (folder / name).is_file()}
    data.faults = [_placed(fault, texts[fault.file]) if fault.file in texts else fault for fault in faults]
    return data


def _extended(data: Dataset, faults: list[Fault]) -> list[models.Mission]:
    """The missions with their routine extensions among the decisions, in order of date."""
    dates = {resolution.symbol: resolution.date for resolution in data.resolutions}
    more: dict[str, list[models.Decision]] = {mission.id: [] for mission in data.missions}
    for mission, symbol, until in data.series.extensions:
        if mission not in more or symbol not in dates:
            message = f"{symbol}: no such mission or resolution; rebuild the file"
            faults.append(Fault(series.EXTENSIONS, mission, "symbol", message))
            continue
        text = f"Extended the mandate until {PartialDate.parse(until).words()}."
        decision = models.Decision(
            symbol=symbol, date=dates[symbol], action=DecisionAction.EXTENDS, text=text, routine=True
        )
        more[mission].append(decision)

    def day(decision: models.Decision) -> str:
        return PartialDate.parse(decision.date).first

    return [
        m.model_copy(update={"decisions": tuple(sorted((*m.decisions, *more[m.id]), key=day))}) for m in data.missions
    ]


def _budgeted(missions: list[models.Mission], budgets: Iterable[series.Budget]) -> list[models.Mission]:
    """The missions with the budgets of the series among their costs, in order of period."""
    more: dict[str, list[models.Cost]] = {}
    for mission, *fields in budgets:
        named = zip(series.Budget._fields[1:], fields, strict=True)
        cost = models.Cost.model_validate({name: value for name, value in named if value != ""})
        more.setdefault(mission, []).append(cost)

    def period(cost: models.Cost) -> tuple[str, str, str]:
        return PartialDate.parse(cost.start).first, PartialDate.parse(cost.end).last, cost.basis

    return [
        m.model_copy(update={"costs": tuple(sorted((*m.costs, *more.get(m.id, ())), key=period))}) for m in missions
    ]


def check_record(text: str, file: str, data: Dataset) -> list[Fault]:
    """Check one mission, or a list of them, in the JSON `text` of `file` as if it stood in the register."""
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        return [Fault(file, "file", "JSON", f"{error.msg}; mend the JSON", error.lineno)]
    records = raw if isinstance(raw, list) else [raw]
    faults: list[Fault] = []
    for number, record in enumerate(records, 1):
        name = str(record.get("id", f"record {number}")) if isinstance(record, dict) else f"record {number}"
        mission = _one(models.Mission, record, file, name, faults)
        if mission:
            known = [m for m in data.missions if m.id != mission.id]
            faults.extend(_check_mission(mission, _References.of(data, known), file))
    return [_placed(fault, text) for fault in faults]


def _placed(fault: Fault, text: str) -> Fault:
    """The fault with the line of its record's field in the file's text."""
    if not fault.file.endswith(".json") and not text.lstrip().startswith(("[", "{")):
        return fault
    raw = json.loads(text)
    start: list[str | int] = []
    if isinstance(raw, list):
        names = [_raw_name(record, number) for number, record in enumerate(raw, 1)]
        if fault.record not in names:
            return fault
        start = [names.index(fault.record)]
    return fault._replace(line=line_of(text, [*start, *fault.field.split(".")]))


def _raw_name(record: Any, number: int) -> str:
    name = (record.get("id") or record.get("symbol")) if isinstance(record, dict) else None
    return str(name or f"record {number}")


def _one(model: type[M], raw: Any, file: str, name: str, faults: list[Fault]) -> M | None:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            where = ".".join(str(part) for part in fault["loc"]) or "record"
            value = "" if isinstance(fault["input"], dict | list) else f" (value {fault['input']!r})"
            message = fault["msg"].removeprefix("Value error, ") + value + _remedy(model, fault)
            faults.append(Fault(file, name, where, message))
        return None


def _remedy(model: type[BaseModel], fault: ErrorDetails) -> str:
    """What to do about a fault of form that does not say so itself."""
    if fault["type"] == "extra_forbidden":
        near = did_you_mean(nearest(str(fault["loc"][-1]), list(model.model_fields))) if len(fault["loc"]) == 1 else ""
        return f"; remove it{near}"
    return "; add it" if fault["type"] == "missing" else ""


def _records(model: type[M], path: Path, id_field: str, faults: list[Fault], *, unique: bool = True) -> Iterator[M]:
    text = path.read_text("utf-8")
    raw = json.loads(text)
    if text != canonical(raw):
        faults.append(Fault(path.name, "file", "form", "is not in canonical form; run python tools/format_data.py"))
    ids = [record.get(id_field) for record in raw]
    if unique:
        for repeated, times in Counter(ids).items():
            if times > 1:
                faults.append(Fault(path.name, str(repeated), id_field, f"stands {times} times; ids are unique"))
    if ids != sorted(ids, key=str):
        faults.append(Fault(path.name, "file", "order", "is not sorted by id; run python tools/format_data.py"))
    for record in raw:
        checked = _one(model, record, path.name, str(record.get(id_field)), faults)
        if checked is not None:
            yield checked


class _References(NamedTuple):
    """What a record may refer to."""

    missions: dict[str, models.Mission]
    organizations: set[str]
    countries: dict[str, models.Country]
    resolutions: dict[str, models.Resolution]
    sources: set[str]

    @classmethod
    def of(cls, data: Dataset, missions: Iterable[models.Mission]) -> _References:
        resolutions = {r.symbol: r for r in data.resolutions}
        return cls(
            {m.id: m for m in missions},
            {o.id for o in data.organizations},
            {c.id: c for c in data.countries},
            resolutions,
            {s.id for s in data.sources} | set(resolutions),
        )


def source_refs(value: Any, inside: bool = False) -> Iterator[str]:
    """Every source that a dumped record names, wherever it stands, in order."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from source_refs(part, inside or name in ("source", "sources", "evidence", "derives_from"))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from source_refs(part, inside)
    elif inside and isinstance(value, str):
        yield value


def _path_to(value: Any, wanted: str) -> str:
    """The path of the first string `wanted` in a dumped record."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    for name, part in parts:
        if part == wanted:
            return str(name)
        if inner := _path_to(part, wanted):
            return f"{name}.{inner}"
    return ""


def _check_whole(data: Dataset) -> Iterator[Fault]:
    refs = _References.of(data, data.missions)
    for mission in data.missions:
        yield from _check_mission(mission, refs, MISSIONS)
    yield from _check_acronyms(data.missions)
    dates = [(MISSIONS, m.id, m.as_of) for m in data.missions]
    dates += [(ORGANIZATIONS, o.id, o.as_of) for o in data.organizations]
    for file, id, as_of in dates:
        if _after(as_of, data.meta.as_of):
            yield Fault(file, id, "as_of", f"{as_of} is after the release's {data.meta.as_of}; raise {META}'s")
    for records, file in (
        (data.organizations, ORGANIZATIONS),
        (data.resolutions, RESOLUTIONS),
        (data.sources, SOURCES),
        (data.topics, TOPICS),
        (data.history, HISTORY),
        (data.glossary, GLOSSARY),
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
    texts = (*data.topics, *data.history, *data.glossary)
    used = set(source_refs([r.model_dump() for r in (*data.missions, *data.organizations, *data.resolutions, *texts)]))
    used |= {ref for source in data.sources for ref in source.derives_from}
    used |= {row.source for row in data.series.personnel} | {row.source for row in data.series.budgets}
    used |= set(series.SOURCES.values())
    used |= {ref for correction in data.corrections for ref in correction.sources}
    for source in data.sources:
        if source.id not in used:
            yield Fault(SOURCES, source.id, "id", "no record rests on it; remove it or name it where it was used")


def _check_links(data: Dataset, refs: _References) -> Iterator[Fault]:
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


def _name(record: BaseModel) -> str:
    return str(getattr(record, "id", None) or getattr(record, "symbol", "record"))


def _check_mission(mission: models.Mission, refs: _References, file: str) -> Iterator[Fault]:
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
    if mission.countries and mission.region not in regions:
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


def _check_decision(
    decision: models.Decision, mission: models.Mission, refs: _References, file: str
) -> Iterator[Fault]:
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


def _check_chain(mission: models.Mission, refs: _References, file: str) -> Iterator[Fault]:
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


def _check_acronyms(missions: list[models.Mission]) -> Iterator[Fault]:
    """No two missions with one acronym may overlap in host and time, unless a note on the acronym says why."""
    by_acronym: dict[str, list[models.Mission]] = {}
    for mission in missions:
        by_acronym.setdefault(key(mission.acronym), []).append(mission)
    for same in by_acronym.values():
        for i, one in enumerate(same):
            for other in same[i + 1 :]:
                explained = all(any("acronym" in note.fields for note in m.notes) for m in (one, other))
                if set(one.countries) & set(other.countries) and _overlap(one, other) and not explained:
                    yield Fault(
                        MISSIONS,
                        one.id,
                        "acronym",
                        f"{other.id} has it too, at the same place and time; note it on both",
                    )


def _overlap(one: models.Mission, other: models.Mission) -> bool:
    def span(m: models.Mission) -> tuple[str, str]:
        start, end = m.start or m.established or "9999", m.end or m.ended_by or "9999"
        return PartialDate.parse(start).first, PartialDate.parse(end).last

    (a, b), (c, d) = span(one), span(other)
    return a < d and c < b
