"""Reads the files of `data/` into models and checks them.

Every fault is collected and told at once, each with file, line, record, field,
value and remedy.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pkcli import models, series
from pkcli.checks import References, check_missions, check_whole
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
    canonical,
)
from pkcli.dates import PartialDate
from pkcli.locate import line_of
from pkcli.names import did_you_mean, nearest
from pkcli.vocabulary import DecisionAction

M = TypeVar("M", bound=BaseModel)


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
    faults.extend(check_whole(data))
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
    read = [_one(models.Mission, record, file, _raw_name(record, n), faults) for n, record in enumerate(records, 1)]
    ids = Counter(mission.id for mission in read if mission)
    faults += [Fault(file, id, "id", f"stands {times} times; ids are unique") for id, times in ids.items() if times > 1]
    put_in = {mission.id: mission for mission in read if mission}
    register = list(({m.id: m for m in data.missions} | put_in).values())
    found = check_missions(register, References.of(data, register), file)
    faults.extend(fault for fault in found if fault.record in put_in)
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
            faults.append(Fault(file, name, where, _message(fault) + _remedy(model, fault)))
        return None


def _message(fault: ErrorDetails) -> str:
    """What is wrong, with the value."""
    if fault["type"] == "enum":
        values = re.findall(r"'([^']+)'", fault["ctx"]["expected"])
        one_of = did_you_mean(nearest(str(fault["input"]), values)) or f"; use one of {', '.join(values)}"
        return f"{fault['input']!r} is no such value{one_of}"
    value = "" if isinstance(fault["input"], dict | list) else f" (value {fault['input']!r})"
    return fault["msg"].removeprefix("Value error, ") + value


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
