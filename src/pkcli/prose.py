"""Texts that read their figures from the register: `{unmil.peak_personnel}` stands for the figure, never typed.

What stands in braces:

- `{unmil}`: the acronym of a mission or an organisation;
- `{unmil.end}`: a flat key of a mission (or of an organisation), numbers with separators
  of thousands, dates in words;
- `{count:CATEGORY}`: how many missions of a category there are (`core`: of all);
- `{active:CATEGORY:DATE}`: how many of them were active on a day;
- `{personnel:DATE}`: uniformed personnel in UN missions at a month-end;
- `{contributors:DATE}`: how many countries sent them;
- `{fatalities:CAUSE}`: deaths in UN missions of a cause (`all`: of all), as far as the series goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pkcli.dates import PartialDate

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_HOLE = re.compile(r"\{([^{}]*)\}")


class Unresolved(ValueError):
    """A text names what the register does not have."""


class Facts:
    """What texts may refer to."""

    def __init__(
        self,
        missions: Mapping[str, Mapping[str, Any]],
        organizations: Mapping[str, Mapping[str, Any]],
        personnel: Mapping[str, int],
        contributors: Mapping[str, int],
        deaths: Mapping[str, int],
    ) -> None:
        """Keep the flat records, people and contributors by month-end, and the deaths by cause."""
        self._missions, self._organizations = missions, organizations
        self._personnel, self._deaths = personnel, deaths
        self._totals: dict[str, Callable[[str], int]] = {
            "count": self._count,
            "active": self._active,
            "personnel": lambda month: self._personnel[month],
            "contributors": lambda month: contributors[month],
            "fatalities": lambda cause: sum(deaths.values()) if cause == "all" else deaths[cause],
        }

    def render(self, text: str) -> str:
        """`text` with all holes filled; Unresolved names the one that cannot be."""
        return _HOLE.sub(lambda hole: self._value(hole[1]), text)

    def named(self, text: str) -> Iterator[str]:
        """The ids of the missions and organisations that `text` names in braces."""
        for hole in _HOLE.findall(text):
            if ":" not in hole:
                yield hole.partition(".")[0]

    def is_mission(self, id: str) -> bool:
        """Whether `id` is a mission's."""
        return id in self._missions

    def _value(self, hole: str) -> str:
        try:
            if ":" in hole:
                total, _, argument = hole.partition(":")
                return f"{self._totals[total](argument):,}"
            id, _, field = hole.partition(".")
            record = self._missions.get(id) or self._organizations[id]
            value = record[field or "acronym"]
        except (KeyError, ValueError) as error:
            raise Unresolved(f"{{{hole}}} names nothing in the register ({error})") from error
        if value is None:
            raise Unresolved(f"{{{hole}}} is not known; name another field")
        if isinstance(value, str) and _DATE.fullmatch(value):
            return PartialDate.parse(value).words()
        return f"{value:,}" if isinstance(value, int) else ", ".join(value) if isinstance(value, list) else str(value)

    def _of(self, category: str) -> list[Mapping[str, Any]]:
        found = [m for m in self._missions.values() if category in ("core", m["category"]) and m["scope"] == "core"]
        if not found:
            raise KeyError(category)
        return found

    def _count(self, category: str) -> int:
        return len(self._of(category))

    def _active(self, argument: str) -> int:
        category, _, day = argument.partition(":")
        on = PartialDate.parse(day)
        return sum(
            bool(m["start"])
            and PartialDate.parse(m["start"]).first <= on.last
            and (not (over := m["end"] or m["ended_by"]) or PartialDate.parse(over).last >= on.first)
            for m in self._of(category)
        )
