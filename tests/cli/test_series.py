"""Strength, fatalities, timeline: plain numbers in a pipe, bars on a terminal, totals that hold."""

from __future__ import annotations

import pytest
from conftest import Run


def test_strength_by_year_is_the_highest_month(pipe: Run) -> None:
    years = pipe("strength", "unprofor", "--json").json
    months = pipe("strength", "unprofor", "--monthly", "--json").json
    assert max(year["total"] for year in years) == 39893
    for year in years:
        inside = [m for m in months if m["period"].startswith(year["period"])]
        assert year["total"] == max(m["total"] for m in inside)
        assert year["months"] == len(inside)


def test_a_gap_is_no_zero(pipe: Run) -> None:
    periods = [row["period"] for row in pipe("strength", "minusma", "--monthly", "--json").json]
    assert "2018-02-28" in periods
    assert not any("2018-03" <= period < "2019-09" for period in periods)


def test_a_mission_without_a_series_is_told(pipe: Run) -> None:
    result = pipe("strength", "kfor", "--json")
    assert (result.code, result.json) == (0, [])
    assert "kfor: the monthly series have no figure" in result.err


@pytest.mark.parametrize("by", ["mission", "year", "cause", "personnel", "region"])
def test_sums_by_any_axis_agree(pipe: Run, by: str) -> None:
    rows = pipe("fatalities", "--by", by, "--json").json
    assert sum(row["deaths"] for row in rows) == 4429
    assert abs(sum(row["share"] for row in rows) - 100) < 3


def test_filters_narrow_the_fatalities(pipe: Run) -> None:
    africa = pipe("fatalities", "--by", "cause", "--region", "africa", "--json").json
    missions = pipe("missions", "--region", "africa", "--json").json
    assert sum(row["deaths"] for row in africa) == sum(m["fatalities"] or 0 for m in missions)
    published = {row["group"]: row["deaths"] for row in pipe("fatalities", "--json").json}
    assert published["UNIFIL"] == 339
    assert published["MINUSMA"] == 311


def test_the_timeline_has_a_bar_a_mission(terminal: Run, pipe: Run) -> None:
    records = pipe("missions", "--region", "europe", "--json").json
    for columns in (80, 140):
        lines = terminal("timeline", "--region", "europe", columns=columns, NO_COLOR="1").out.splitlines()
        assert max(map(len, lines)) <= columns
        bars = [line for line in lines if "█" in line]
        assert len(bars) == len(records)
    assert {row[1] for row in pipe("timeline", "--region", "europe").rows[1:]} == {"europe"}
    assert "█" not in pipe("timeline", "--region", "europe").out


@pytest.mark.parametrize(
    "arguments", [["strength", "unifil"], ["fatalities", "--by", "year"], ["timeline"]], ids=" ".join
)
def test_charts_survive_other_terminals(terminal: Run, pipe: Run, arguments: list[str]) -> None:
    assert "█" in terminal(*arguments, columns=100).out
    ascii_only = pipe(*arguments, "--format", "table", PYTHONIOENCODING="ascii")
    assert ascii_only.code == 0
    assert "#" in ascii_only.out
    assert max(map(len, terminal(*arguments, columns=60).plain.splitlines())) <= 60
