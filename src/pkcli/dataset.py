"""The data as people edit it: its files, all their records as typed objects, and the faults found in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pkcli import models
from pkcli.series import Series

MISSIONS, ORGANIZATIONS, COUNTRIES = "missions.json", "organizations.json", "countries.json"
RESOLUTIONS, SOURCES, CORRECTIONS = "resolutions.json", "sources.json", "corrections.json"
TOPICS, HISTORY, GLOSSARY = "topics.json", "history.json", "glossary.json"
META = "meta.json"


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
