"""Dates as exact as their sources: a year, a month or a day.

`1948`, `1948-05` and `1948-05-29` are different statements. Each stands for a
span of days; comparisons say which end of the span they use.
"""

from __future__ import annotations

from typing import NamedTuple

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class PartialDate(NamedTuple):
    """A date known to the year, the month or the day; `month` and `day` are 0 where unknown."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `1948`, `1948-05` or `1948-05-29`; ValueError says what is wrong."""
        parts = text.split("-")
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not text.replace("-", "0").isdecimal():
            raise ValueError(f"{text!r} is no date; write 1948, 1948-05 or 1948-05-29")
        if not text.isascii():
            raise ValueError(f"{text!r} is no date; write it with the digits 0 to 9")
        year, month, day = (*map(int, parts), 0, 0)[:3]
        if year == 0 or (len(parts) > 1 and not 1 <= month <= 12):
            raise ValueError(f"{text!r} is no date; the month is 01 to 12")
        if len(parts) > 2 and not 1 <= day <= _days(year, month):
            raise ValueError(f"{text!r} is no date; that month has {_days(year, month)} days")
        return cls(year, month, day)

    @property
    def first(self) -> str:
        """The first day of the span, in ISO form."""
        return f"{self.year:04}-{self.month or 1:02}-{self.day or 1:02}"

    @property
    def last(self) -> str:
        """The last day of the span, in ISO form."""
        month = self.month or 12
        return f"{self.year:04}-{month:02}-{self.day or _days(self.year, month):02}"

    def words(self) -> str:
        """The date as prose has it: `30 April 1992`, `April 1992`, `1992`."""
        parts = [str(self.day)] if self.day else []
        parts += [_MONTHS[self.month - 1]] if self.month else []
        return " ".join([*parts, str(self.year)])

    def __str__(self) -> str:
        """The text that `parse` reads: a round trip keeps the precision."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def _days(year: int, month: int) -> int:
    """The days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
