"""Filters narrow, repeated values widen, the order of values and of options does not matter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcli.catalog import Catalog, Order
from pkcli.dataset import Dataset
from pkcli.dates import PartialDate
from pkcli.derive import status
from pkcli.errors import UsageError
from pkcli.query import Filters
from pkcli.vocabulary import Region, Status, Task, Type

CHOICES: dict[str, st.SearchStrategy[Any]] = {
    "region": st.lists(st.sampled_from([t.value for t in Region]), min_size=1, max_size=3),
    "type": st.lists(st.sampled_from([t.value for t in Type]), min_size=1, max_size=3),
    "status": st.lists(st.sampled_from([t.value for t in Status]), min_size=1, max_size=2),
    "task": st.lists(st.sampled_from([t.value for t in Task]), min_size=1, max_size=3),
    "org": st.lists(st.sampled_from(["un", "AU", "Nato", "e.u."]), min_size=1, max_size=2),
    "country": st.lists(st.sampled_from(["mali", "HTI", "Côte d’Ivoire", "cd", "kosovo"]), min_size=1, max_size=2),
    "since": st.dates().map(lambda d: f"{max(d.year, 1900):04}"),
    "active_on": st.integers(1946, 2030).map(str),
    "min_strength": st.integers(0, 30000),
}
GIVEN = st.fixed_dictionaries({}, optional=CHOICES)


@pytest.fixture(scope="module")
def ids(catalog: Catalog) -> Any:
    return lambda **filters: [row[0] for row in catalog.missions(Filters(scope="all", **filters)).cells(["id"])]


@given(filters=GIVEN, extra=st.sampled_from(sorted(CHOICES)), pick=st.data())
def test_another_filter_narrows(ids: Any, filters: dict[str, Any], extra: str, pick: st.DataObject) -> None:
    wide = {k: v for k, v in filters.items() if k != extra}
    assert set(ids(**wide, **{extra: pick.draw(CHOICES[extra])})) <= set(ids(**wide))


@given(one=CHOICES["region"], other=CHOICES["region"])
def test_another_value_widens_to_the_union(ids: Any, one: list[str], other: list[str]) -> None:
    assert set(ids(region=one + other)) == set(ids(region=one)) | set(ids(region=other))


@given(filters=GIVEN)
def test_order_of_values_and_options_does_not_matter(ids: Any, filters: dict[str, Any]) -> None:
    turned = {k: v[::-1] if isinstance(v, list) else v for k, v in reversed(list(filters.items()))}
    assert ids(**filters) == ids(**turned)


@given(year=st.integers(1946, 2030), month=st.integers(1, 12))
def test_active_on_is_what_the_dates_say(ids: Any, data: Dataset, year: int, month: int) -> None:
    day = PartialDate(year, month)
    expected = {
        m.id
        for m in data.missions
        if (start := m.start or m.established)
        and status(m, data.meta.as_of) not in (Status.PLANNED, Status.CANCELLED)
        and PartialDate.parse(start).first <= day.last
        and (not (over := m.end or m.ended_by) or PartialDate.parse(over).last >= day.first)
    }
    assert set(ids(active_on=str(day))) == expected


def test_statuses_part_the_register(ids: Any) -> None:
    parts = [set(ids(status=[status.value])) for status in Status]
    assert sum(map(len, parts)) == len(set.union(*parts)) == len(ids())


def test_until_alone_lists_what_had_begun(ids: Any, data: Dataset) -> None:
    begun = {m.id for m in data.missions if (start := m.start or m.established) and start[:4] <= "1956"}
    assert set(ids(until="1956")) == begun
    assert set(ids(until="1956", category=["un-peacekeeping-operation"])) == {"untso", "unmogip", "unef-i"}


def test_values_forgive_and_meanings_serve(ids: Any) -> None:
    assert ids(region=["Asia and the Pacific"]) == ids(region=["ASIA pacific"]) == ids(region=["asia-pacific"])


@pytest.mark.parametrize(
    ("filters", "part"),
    [
        ({"region": ["afrca"]}, "did you mean africa"),
        ({"country": ["Atlantis"]}, "'Atlantis' is not known"),
        ({"org": ["nto"]}, "did you mean NATO"),
        ({"since": "2000-13"}, "the month is 01 to 12"),
        ({"since": "2001", "until": "2000"}, "is after"),
        ({"min_strength": -1}, "negative"),
        ({"text": ["!!"]}, "no word"),
        ({"scope": "everything"}, "core, related, all"),
    ],
)
def test_wrong_values_are_named(catalog: Catalog, filters: dict[str, Any], part: str) -> None:
    with pytest.raises(UsageError, match=part):
        catalog.missions(Filters(**filters))


@given(field=st.sampled_from(["start", "personnel", "acronym", "end"]), reverse=st.booleans(), limit=st.integers(0, 20))
def test_sorting_puts_the_unknown_last(catalog: Catalog, field: str, reverse: bool, limit: int) -> None:
    cells = [row[0] for row in catalog.missions(Filters(), Order(field, reverse, limit)).cells([field])]
    known: list[Any] = [cell for cell in cells if cell is not None]
    assert cells[: len(known)] == known
    assert known == sorted(known, reverse=reverse)
    assert len(cells) <= limit
