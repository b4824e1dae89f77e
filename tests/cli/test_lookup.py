"""What names and words find: the thing meant first, near names where nothing is, and a word where it is too much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from conftest import Run


def _found(pipe: Run, text: str, *options: str) -> list[str]:
    hits: list[dict[str, Any]] = pipe("search", text, *options, "--json").json
    return [hit["id"] for hit in hits]


@pytest.mark.parametrize(
    ("country", "code", "missions", "most"),
    [
        ("mali", "MLI", ["minusma"], 3),
        ("haiti", "HTI", ["minustah"], 5),
        ("bosnia", "BIH", ["unprofor"], 10),
        ("kosovo", "XKX", ["unmik", "kfor"], 5),
    ],
)
def test_a_country_is_followed_by_its_largest_missions(
    pipe: Run, country: str, code: str, missions: Sequence[str], most: int
) -> None:
    first, *others = _found(pipe, country)
    assert first == code
    assert set(missions) <= set(others[:most])
    core = {m["id"]: m for m in pipe("missions", "--country", country, "--json").json}
    assert set(others[: len(core)]) == set(core)


@pytest.mark.parametrize(
    ("text", "wanted", "most"),
    [
        ("blue helmets", "peacekeeping", 1),
        ("golan heights", "undof", 1),
        ("female peacekeepers", "sustainable-peace", 3),
        ("s/res/1325", "s-res-1325-2000", 1),
        ("UNSCR 1325", "s-res-1325-2000", 1),
        ("resolution 2100", "s-res-2100-2013", 1),
        ("kfor strength", "kfor", 1),
        ("us marines beirut", "mnf-lebanon-i", 2),
        ("russia veto", "georgia-2008", 2),
        ("un in haiti", "minustah", 2),
        ("protect civilian", "poc", 5),
        ("the brahimi report", "brahimi-2000", 1),
        ("chapter 7", "chapter-vii", 1),
    ],
)
def test_what_people_type_finds_something_apt(pipe: Run, text: str, wanted: str, most: int) -> None:
    assert wanted in _found(pipe, text)[:most]


def test_words_are_found_in_all_their_forms_and_from_their_beginning(pipe: Run) -> None:
    assert set(_found(pipe, "ceasefire monitors", "--limit", "500")) == set(
        _found(pipe, "the monitoring of ceasefires", "--limit", "500")
    )
    for begun in ("demobilis", "demobilisati", "operati"):
        assert _found(pipe, begun)
        assert pipe("missions", "--text", begun, "--json").json


def test_some_words_do_where_no_record_holds_all(pipe: Run) -> None:
    result = pipe("search", "us marines beirut")
    assert result.code == 0
    assert result.err == "pkcli: no record holds all of these words; shown are those with some of them\n"
    assert pipe("search", "mine clearance").err == ""
    assert pipe("search", "xyzzyplugh", "qwxz").err.count("\n") == 1


def test_the_caption_tells_of_how_many(pipe: Run) -> None:
    total = len(_found(pipe, "haiti", "--limit", "500"))
    assert total > 20
    assert f"20 of {total} records" in pipe("search", "haiti", "--format", "table").out
    assert f"\n{total} records" in pipe("search", "haiti", "--format", "table", "--limit", "500").out


def test_passages_are_whole_words_of_the_record(pipe: Run) -> None:
    for text in ("osce", "cote divoire", "mali"):
        for hit in pipe("search", text, "--json").json:
            assert hit["snippet"], hit
            assert not {"OSCEs", "dIvoire"} & set(hit["snippet"].split())
            assert "  " not in hit["snippet"]


@pytest.mark.parametrize("words", ["brahimi report", "The Brahimi report", "brahimi-2000"])
def test_an_event_is_shown(pipe: Run, terminal: Run, words: str) -> None:
    assert pipe("show", words, "--json").json["id"] == "brahimi-2000"
    page = terminal("show", words).plain
    assert "The Brahimi report  2000-11-13" in page
    assert "https://undocs.org/S/RES/1327(2000)" in page


def test_an_era_has_its_span_and_missions(terminal: Run) -> None:
    page = terminal("show", "era-cold-war").plain
    assert "1956 to 1987" in page
    assert "UNFICYP" in page


def test_a_place_is_not_taken_for_the_event_there(pipe: Run) -> None:
    assert pipe("show", "mali", "--json").json["id"] == "MLI"
    assert pipe("show", "mali-2013", "--json").json["kind"] == "event"


@pytest.mark.parametrize(
    "words",
    [
        "unscr 1325",
        "UNSC resolution 1325",
        "SC resolution 1325",
        "s/res/1325 (2000)",
        "S/RES/1325(2000)",
        "UN Res. 1325 of 2000",
    ],
)
def test_a_resolution_is_found_by_any_form_of_its_number(pipe: Run, words: str) -> None:
    assert pipe("show", words, "--json").json["symbol"] == "S/RES/1325 (2000)"
    assert pipe("resolution", words, "--json").json["symbol"] == "S/RES/1325 (2000)"
    assert pipe("resolution", "1325 (2000)", "--json").json["symbol"] == "S/RES/1325 (2000)"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["show", "SC resolution 2720"], "S/RES/2720 is not in the register; add its year"),
        (["show", "s/res/2720 (2023)"], "https://undocs.org/S/RES/2720(2023)"),
        (["resolution", "2720"], "S/RES/2720 is not in the register"),
        (["resolution", "2720 (2023)"], "https://undocs.org/S/RES/2720(2023)"),
        (["resolution", "S/RES/1325 (1999)"], "did you mean S/RES/1325 (2000)?"),
    ],
)
def test_a_resolution_that_is_not_there_is_told_with_its_address(pipe: Run, arguments: list[str], part: str) -> None:
    result = pipe(*arguments)
    assert (result.code, result.out, result.err.count("\n")) == (1, "", 1)
    assert part in result.err


@pytest.mark.parametrize("command", ["mission", "show", "strength"])
def test_words_that_fit_too_much_name_nothing(pipe: Run, command: str) -> None:
    result = pipe(command, "observers")
    assert (result.code, result.out, result.err.count("\n")) == (1, "", 1)
    assert "say more" in result.err
    assert result.err.count(",") == 2


def test_names_are_whole_words(pipe: Run) -> None:
    for short in ("a", "ab", "the"):
        assert "no mission is called" in pipe("mission", short).err
    missed = pipe("mission", "stabili")
    assert missed.code == 1
    assert "did you mean" in missed.err
    assert "MINUSTAH" in missed.err


def test_an_error_lists_ten_names_at_most(pipe: Run) -> None:
    result = pipe("compare", "congo", "unmil")
    assert result.code == 1
    assert "and 10 more" in result.err


def test_congo_is_both(pipe: Run) -> None:
    assert [c["id"] for c in pipe("country", "congo", "--json").json] == ["COG", "COD"]
    for found in (pipe("mission", "congo", "--json").json, pipe("missions", "-c", "congo", "--json").json):
        assert {"onuc", "monuc", "monusco", "unoca"} <= {m["id"] for m in found}
    assert {"monuc", "monusco"} <= {m["id"] for m in pipe("show", "un mission in congo", "--json").json}
    assert _found(pipe, "congo")[:3] == ["COG", "COD", "monusco"]
    assert pipe("country", "cog", "--json").json["id"] == "COG"
    assert pipe("country", "dr congo", "--json").json["id"] == "COD"


def test_former_states_have_their_usual_names(pipe: Run) -> None:
    for name in ("yugoslavia", "the former Yugoslavia"):
        assert pipe("country", name, "--json").json["id"] == "YUCS"
    assert "uncig" in [m["id"] for m in pipe("missions", "-c", "yugoslavia", "--scope", "all", "--json").json]


def test_an_article_does_not_matter(pipe: Run) -> None:
    assert pipe("show", "the gambia", "--json").json["id"] == "GMB"


@pytest.mark.parametrize(("typed", "meant"), [("minustha", "MINUSTAH"), ("unifl", "UNIFIL"), ("monusko", "MONUSCO")])
def test_search_takes_the_nearest_word_where_no_record_holds_what_was_typed(pipe: Run, typed: str, meant: str) -> None:
    result = pipe("search", typed, "--json")
    assert result.json[0]["name"] == meant
    assert result.err == f"pkcli: no record holds {typed!r}; shown is what {meant.lower()!r} finds\n"


def test_search_knows_the_thing_in_french_and_spanish(pipe: Run) -> None:
    for words in ("casques bleus", "maintien de la paix", "cascos azules"):
        assert pipe("search", words, "--json").json[0]["id"] == "peacekeeping"


def test_search_puts_resolutions_behind_what_they_decided_on(pipe: Run) -> None:
    kinds = [hit["kind"] for hit in pipe("search", "kashmir", "--json").json]
    assert kinds.index("resolution") > max(i for i, kind in enumerate(kinds) if kind == "mission")
    assert pipe("search", "S/RES/1244", "--json").json[0]["kind"] == "resolution"
    missions = [hit["kind"] for hit in pipe("search", "timor", "--json").json]
    assert missions.index("event") > missions.index("mission")


def test_search_puts_names_before_texts_and_core_before_related(pipe: Run) -> None:
    hits = [hit["id"] for hit in pipe("search", "darfur", "--json").json if hit["kind"] == "mission"]
    assert hits[0] == "unamid"
    names = [hit["id"] for hit in pipe("search", "force intérimaire", "--json").json][:2]
    assert set(names) == {"unifil", "unisfa"}


def test_what_is_left_out_on_purpose_says_why(pipe: Run) -> None:
    for command in ("mission", "show", "search"):
        for name in ("barkhane", "Operation Barkhane"):
            result = pipe(command, name)
            assert result.code == (0 if command == "search" else 1)
            assert result.err == (
                "pkcli: Barkhane is not in the register: national intervention without such a mandate: "
                "against armed groups in five states\n"
            )
    assert "collective defence" in pipe("mission", "active endeavour").err


def test_an_id_as_written_names_one_record(pipe: Run) -> None:
    for mission in pipe("missions", "--scope", "all", "--json").json:
        if mission["id"] in ("mnf-i", "minugua"):
            assert pipe("mission", mission["id"], "--json").json["id"] == mission["id"]
    assert len(pipe("mission", "MINUGUA", "--json").json) == 2
