"""What a person sees: tables and pages that fit, colour where it is wanted, characters that the terminal has."""

from __future__ import annotations

import re

import pytest
from conftest import Run
from syrupy.assertion import SnapshotAssertion

LISTS = [["missions", "--region", "africa", "--status", "active"], ["orgs"], ["compare", "MINUSMA", "UNMIL", "AMISOM"]]
PAGES = [["mission", "minusma"], ["mission", "unavem-iii"], ["org", "ecowas"]]


def _id(arguments: list[str]) -> str:
    return "-".join(a.strip("-") for a in arguments)


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("arguments", LISTS + PAGES, ids=_id)
def test_snapshots(terminal: Run, snapshot: SnapshotAssertion, arguments: list[str], columns: int) -> None:
    result = terminal(*arguments, columns=columns, NO_COLOR="1")
    assert result.code == 0
    assert re.sub(r"data \d+\.\d+\.\d+ as of \S+", "data <release>", result.out) == snapshot


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 140, 200])
@pytest.mark.parametrize("arguments", LISTS + PAGES, ids=_id)
def test_lines_fit(terminal: Run, arguments: list[str], columns: int) -> None:
    result = terminal(*arguments, columns=columns)
    assert result.code == 0
    assert max(map(len, result.plain.splitlines())) <= columns


@pytest.mark.parametrize("columns", [40, 60, 80, 140])
def test_acronyms_and_dates_are_never_cut(terminal: Run, pipe: Run, columns: int) -> None:
    shown = terminal("missions", "--region", "africa", columns=columns).plain
    for record in pipe("missions", "--region", "africa", "--json").json:
        assert record["acronym"] in shown
        assert (record["start"] or "–") in shown


def test_a_narrow_table_says_what_it_leaves_out(terminal: Run) -> None:
    plain = terminal("missions", "--region", "europe", columns=80).plain
    assert "left out to fit" in " ".join(plain.split())
    assert "left out to fit" not in terminal("missions", "--region", "europe", columns=300).plain


def test_a_caption_counts_and_dates(terminal: Run) -> None:
    assert re.search(
        r"\d+ missions · data \d+\.\d+\.\d+ as of \d{4}-\d\d-\d\d", terminal("missions", columns=140).plain
    )


@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(terminal: Run, arguments: list[str], variables: dict[str, str], colored: bool) -> None:
    result = terminal("missions", "--region", "europe", *arguments, **variables)
    assert ("\x1b[" in result.out) is colored


def test_force_color_makes_no_terminal_of_a_pipe(pipe: Run) -> None:
    assert "\t" in pipe("missions", FORCE_COLOR="1").out
    assert "\x1b[" in pipe("missions", "--format", "table", FORCE_COLOR="1").out
    assert "\x1b[" not in pipe("missions", "--format", "table").out


def test_a_table_in_a_pipe_cuts_nothing(pipe: Run) -> None:
    out = pipe("missions", "--region", "africa", "--format", "table").out
    assert "United Nations Organization Stabilization Mission in the Democratic Republic of the Congo" in out


def test_columns_variable_sets_the_width(terminal: Run) -> None:
    assert max(map(len, terminal("missions", columns=140, COLUMNS="40").plain.splitlines())) <= 40


@pytest.mark.parametrize(
    "variables", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
@pytest.mark.parametrize(
    "arguments", [*LISTS, *PAGES, ["missions", "--json"], ["mission", "unoci"], ["missions"]], ids=_id
)
def test_other_encodings_do_not_crash(
    pipe: Run, terminal: Run, arguments: list[str], variables: dict[str, str]
) -> None:
    for run in (pipe, terminal):
        result = run(*arguments, **variables)
        assert result.code == 0, result.err
        assert result.err == ""


def test_what_an_encoding_lacks_becomes_the_nearest(pipe: Run) -> None:
    variables = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    page = pipe("country", "Côte d'Ivoire", "--format", "table", **variables).out
    assert page.startswith("Cote d'Ivoire  CIV - Western Africa\n")
    missions = pipe("missions", "--columns", "id,end", "--status", "active", "--format", "table", **variables).out
    assert "?" not in missions
    assert re.search(r"^unficyp +-$", missions, re.MULTILINE)


def test_json_stays_whole_in_ascii(pipe: Run) -> None:
    escaped = pipe("mission", "unoci", "--json", PYTHONIOENCODING="ascii")
    assert escaped.out.isascii()
    assert escaped.json == pipe("mission", "unoci", "--json").json


def test_a_page_names_the_source_of_each_figure(terminal: Run) -> None:
    page = terminal("mission", "minusma", columns=100, NO_COLOR="1").out
    sources = dict(re.findall(r"^  \[(\d+)\] +(.+)$", page, re.MULTILINE))
    strengths = re.findall(r"^  (?:authorised|peak|deployed) .*\[(\d+)\]", page, re.MULTILINE)
    assert strengths
    assert set(strengths) <= set(sources)
    assert "completed" in page.splitlines()[0]
    assert "AFISMA" in page


def test_every_mission_has_a_page(pipe: Run, terminal: Run) -> None:
    shared = {"minugua", "mnf-i"}  # names of two missions each, so that both are listed
    ids = [row["id"] for row in pipe("missions", "--scope", "all", "--json").json if row["id"] not in shared]
    assert len(ids) > 400
    result = terminal("mission", *ids, columns=80)
    assert (result.code, result.err) == (0, "")
    for record in pipe("mission", *ids, "--json").json:
        assert {s["source"] for s in record["strength"]} <= {s["id"] for s in record["source_records"]}
