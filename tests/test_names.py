"""A name is found however it is typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcli.names import did_you_mean, key, keys, nearest

WORDS = st.text(alphabet=st.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x24F), min_size=1, max_size=20)


@given(WORDS)
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)


@given(
    st.lists(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1), min_size=1),
    st.sampled_from([" ", "-", "_", "  ", ". "]),
)
def test_case_and_separators_do_not_matter(words: list[str], separator: str) -> None:
    assert key(separator.join(words).upper()) == key("".join(words))


@given(WORDS)
def test_accents_do_not_matter(name: str) -> None:
    assert key(unicodedata.normalize("NFD", name)) == key(unicodedata.normalize("NFC", name))


@pytest.mark.parametrize(
    ("typed", "meant"), [("cote-divoire", "Côte d'Ivoire"), ("TURKIYE", "Türkiye"), ("sao tome", "São Tomé")]
)
def test_examples(typed: str, meant: str) -> None:
    assert key(typed) == key(meant)


def test_short_forms_of_organisations_find_the_full_name() -> None:
    assert key("un-mission-in-liberia") in keys("United Nations Mission in Liberia")
    assert key("AU Mission in Somalia") in keys("African Union Mission in Somalia")


def test_nearest_are_few_and_near() -> None:
    assert nearest("minusca", ["UNMIL", "MINUSMA", "MINUSCA"])[0] == "MINUSCA"
    assert nearest("zzzzzz", ["UNMIL", "MINUSMA"]) == []
    assert did_you_mean([]) == ""
    assert did_you_mean(["a", "b"]) == "; did you mean a or b?"
