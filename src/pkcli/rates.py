"""The rate of deaths, and what it rests on."""

from __future__ import annotations

from typing import NamedTuple

LEAST = 500
"""Person-years below which one death more or less says too much."""


class Rate(NamedTuple):
    """Deaths of uniformed personnel, and the uniformed person-years against which they are set."""

    deaths: int
    person_years: float

    @property
    def per_thousand(self) -> float | None:
        """Deaths per 1,000 person-years, to two decimals; None if these are too few to tell."""
        return round(self.deaths * 1000 / self.person_years, 2) if self.person_years >= LEAST else None
