"""Dates keep their precision, and nothing that is no date is taken for one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcli.dates import PartialDate

DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_round_trip_keeps_precision(day: dt.date, length: int) -> None:
    text = day.isoformat()[:length]
    date = PartialDate.parse(text)
    assert str(date) == text
    assert date.first <= day.isoformat() <= date.last


@given(DAYS)
def test_span_of_a_month_is_the_calendars(day: dt.date) -> None:
    span = PartialDate.parse(day.isoformat()[:7])
    first, last = dt.date.fromisoformat(span.first), dt.date.fromisoformat(span.last)
    assert first.day == 1
    assert last == dt.date.max or (last + dt.timedelta(days=1)).day == 1
    assert (first.year, first.month) == (last.year, last.month)


@given(st.text(max_size=12))
def test_anything_else_is_refused_or_kept_as_it_is(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text


@pytest.mark.parametrize(
    "text", ["", "48", "1948-13", "1948-00", "1949-02-29", "1948-5", "1948-05-29 ", "１９４８", "0000"]
)
def test_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        PartialDate.parse(text)
