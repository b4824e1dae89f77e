"""One clear line, the right exit code, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run

WRONG_USAGE = [
    (["missions", "--region", "afrca"], "'afrca' is not one of: africa"),
    (["missions", "--columns", "acronm"], "did you mean acronym"),
    (["missions", "--format", "yaml"], "table, json, jsonl, csv, tsv, markdown"),
    (["missions", "--active-on", "2000-13-01"], "--active-on: '2000-13-01' is no date"),
    (["missions", "--since", "yesterday"], "write 1948, 1948-05 or 1948-05-29"),
    (["missions", "--limit", "-1"], "--limit: -1 is negative"),
    (["missions", "--limit", "many"], "many"),
    (["missions", "--sort", "size"], "'size' is not one of"),
    (["missions", "--color", "pink"], "auto, always, never"),
    (["missions", "--json", "--format", "csv"], "contradict"),
    (["missions", "--colums", "id"], "--columns"),
    (["missions", "--min-strength", "-5"], "negative"),
    (["orgs", "--kind", "ngos"], "did you mean ngo"),
    (["compare", "MINUSMA", "NATO"], "a mission cannot be compared with an organisation"),
    (["compare", "MINUSMA"], "2 to 6"),
    (["compare", "MINUSMA", "minusma"], "2 to 6"),
    (["compare", "MINUSMA", "UNMIL", "--align", "size"], "date, age"),
    (["mission"], "Missing argument"),
    (["misions"], "No such command"),
    (["schema", "misson"], "did you mean mission"),
    (["search", "!!!"], "no word"),
    (["search", "the of"], "no word"),
    (["contributors", "--country", "africa"], "--country: 'africa' is not known; did you mean South Africa"),
    (["fatalities", "--nationality", "united"], "--nationality: 'united' is not known"),
    (["contributors", "--mission", "xyzzyplugh"], "--mission: no mission is called 'xyzzyplugh'"),
    (["fatalities", "--since", "2015-07"], "deaths are counted by whole years, not from or to 2015-07; give 2015"),
    (["mission", ""], "a name is empty"),
    (["country", ","], "a name is empty"),
    (["contributors", "--mission", ""], "a name is empty"),
    (["contributors", "--month", "2014"], "'2014' is a year"),
    (["compare", "un", "au", "--align", "age"], "--align age is for missions"),
]
NOT_FOUND = [
    (["mission", "MINUSMO"], "did you mean MINUSMA"),
    (["mission", "xyzzyplugh"], "pkcli search"),
    (["org", "natto"], "did you mean NATO"),
    (["show", "xyzzyplugh"], "no record is called"),
    (["missions", "--output", "/nowhere/out.json"], "cannot write '/nowhere/out.json'"),
    (["data", "validate", "/nowhere.json"], "cannot read '/nowhere.json'"),
]


@pytest.mark.parametrize(("arguments", "part"), WRONG_USAGE, ids=lambda a: " ".join(a) if isinstance(a, list) else None)
def test_wrong_usage_is_2(pipe: Run, arguments: list[str], part: str) -> None:
    _check(pipe(*arguments), 2, part)


@pytest.mark.parametrize(("arguments", "part"), NOT_FOUND, ids=lambda a: " ".join(a) if isinstance(a, list) else None)
def test_not_found_is_1(pipe: Run, arguments: list[str], part: str) -> None:
    _check(pipe(*arguments), 1, part)


def _check(result: object, code: int, part: str) -> None:
    from conftest import Result

    assert isinstance(result, Result)
    assert result.code == code
    assert result.out == ""
    assert result.err.startswith("pkcli: ")
    assert result.err.count("\n") == 1
    assert part in result.err


def test_nothing_typed_reaches_the_terminal_as_a_control_code(pipe: Run, terminal: Run) -> None:
    for run in (pipe, terminal):
        result = run("mission", "\x1b[31mred\x07 [bold]x[/bold]")
        assert result.code == 1
        assert "\x1b" not in result.err
        assert "\x07" not in result.err
        assert "[bold]" in result.err


@pytest.fixture
def record(pipe: Run) -> dict[str, object]:
    folder = Path(pipe("data", "path").out.strip())
    found: dict[str, object] = next(r for r in json.loads((folder / "missions.json").read_text()) if r["id"] == "unmil")
    return found


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"end": "2003-01-01"}, "unmil: record: start 2003-09 is after end 2003-01-01"),
        ({"region": "europe"}, "unmil: region: 'europe' is the region of no host (africa)"),
        (
            {"countries": ["LBX"]},
            "unmil: countries: 'LBX' is no known country; use an ISO alpha-3 code of countries.json\n",
        ),
        ({"type": "war"}, "unmil: type: 'war' is no such value; use one of peacekeeping, "),
        (
            {"tasks": ["withdrawal-verif"]},
            "tasks.0: 'withdrawal-verif' is no such value; did you mean withdrawal-verifi",
        ),
        ({"summary": "Too short."}, "unmil: summary: String should have at least 100 characters"),
        ({"as_of": "2100-01-01"}, "unmil: as_of: 2100-01-01 is after the release's"),
        ({"acronym": "U" * 22}, "unmil: acronym: String should have at most 21 characters"),
        ({"id": "unmil-2"}, "unmil-2: acronym: unmil has it too, at the same place and time"),
        ({"start": "2003-9"}, "unmil: start: '2003-9' is no date"),
        ({"predecessors": ["nothing"]}, "unmil: predecessors: 'nothing' is not in the register"),
        ({"colour": "blue"}, "unmil: colour:"),
        ({"summary": "Bad \x1b[31m" * 20}, "unmil: summary: must be one line without control characters"),
        ({"evidence": {}}, "has no source"),
    ],
    ids=lambda c: next(iter(c)) if isinstance(c, dict) else None,
)
def test_validate_names_record_field_and_remedy(
    pipe: Run, record: dict[str, object], tmp_path: Path, change: dict[str, object], part: str
) -> None:
    file = tmp_path / "mission.json"
    file.write_text(json.dumps(record | change))
    result = pipe("data", "validate", str(file))
    assert result.code == 1
    assert part in result.out
    assert result.out.count("\n") == 1, "one thing is wrong, and one line says so"
    assert result.err == "pkcli: 1 fault\n"


def test_validate_accepts_a_record_and_stdin(pipe: Run, record: dict[str, object]) -> None:
    result = pipe("data", "validate", "-", stdin=json.dumps(record))
    assert (result.code, result.out) == (0, "")


def test_validate_names_the_line_of_broken_json(pipe: Run, tmp_path: Path) -> None:
    file = tmp_path / "mission.json"
    file.write_text('{\n "id": "x",\n}')
    result = pipe("data", "validate", str(file))
    assert result.code == 1
    assert result.out.startswith("mission.json:3: ")


def test_validate_names_the_line_of_the_field(pipe: Run, record: dict[str, object], tmp_path: Path) -> None:
    file = tmp_path / "missions.json"
    second = record | {"id": "second", "type": "foo", "organizations": [{"id": "un", "role": "lead"}, {"id": "zz"}]}
    file.write_text(json.dumps([record, second], indent=1))
    lines = file.read_text().splitlines()
    result = pipe("data", "validate", str(file))
    assert result.code == 1
    found = {fault.split(": ")[2]: int(fault.split(":")[1]) for fault in result.out.splitlines()}
    assert lines[found["type"] - 1] == '  "type": "foo",'
    assert "{" in lines[found["organizations.1.role"] - 1]
    assert '"zz"' in lines[found["organizations.1.role"]]
