"""The documents say what the program does."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROGRAM, Run

from pkcli.cli import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_codebook_is_the_programs() -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    from build_codebook import codebook

    assert (ROOT / "docs" / "codebook.md").read_text("utf-8") == codebook(), "run python tools/build_codebook.py"


def test_every_field_is_described() -> None:
    assert (
        re.findall(
            r"^\| `\w+` \|(?: (?:yes|no) \|)? +\|$", (ROOT / "docs" / "codebook.md").read_text("utf-8"), re.MULTILINE
        )
        == []
    ), "a field without a meaning"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(pipe: Run, command: str) -> None:
    for option in ("-h", "--help"):
        result = pipe(command, option)
        assert result.code == 0
        assert f"Usage: pkcli {command}" in result.out
    assert f"`{command}" in README
    if command != "data":
        assert "Example: " in result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_the_help_run(pipe: Run, environment: dict[str, str], command: str) -> None:
    helps = [pipe(command, "--help").out]
    if command == "data":
        helps = [pipe("data", part, "--help").out for part in ("status", "path")]
    for text in helps:
        example = re.search(r"Example: (.+)", text)
        assert example
        _shell(example[1].split(" > ")[0], environment)


def test_the_examples_of_the_readme_run(environment: dict[str, str]) -> None:
    examples = re.findall(r"^\$ (pkcli .+)$", README, re.MULTILINE)
    assert len(examples) > 8
    for example in examples:
        _shell(example, environment)


def test_the_pictures_of_the_readme_are_what_a_terminal_shows(terminal: Run) -> None:
    pictures = re.findall(r"^```console\n\$ pkcli (.+)\n([^$]+)\n```$", README, re.MULTILINE)
    assert len(pictures) == 2
    for arguments, shown in pictures:
        plain = terminal(*shlex.split(arguments), columns=80, NO_COLOR="1").plain
        assert [line.rstrip() for line in plain.splitlines()] == shown.splitlines()


def _shell(line: str, environment: dict[str, str]) -> None:
    path = f"{PROGRAM.parent}{os.pathsep}{environment['PATH']}"
    if "jq" in shlex.split(line) and not any((Path(p) / "jq").exists() for p in path.split(os.pathsep)):
        line = line.split(" | ")[0]
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], env=environment | {"PATH": path}, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, ""), line
    assert done.stdout, line


def test_the_help_lists_all_commands(pipe: Run) -> None:
    out = pipe("--help").out
    for name, command in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(command.help[:20])}", out, re.MULTILINE)


def test_the_readme_begins_with_two_commands_of_one_line() -> None:
    first, second = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)[:2]
    assert first.count("\n") == second.count("\n") == 1
    assert first.endswith("pkcli missions --region africa\n")
    assert "pytest" in second
    assert "README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_links_between_documents_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_versions_agree(pipe: Run) -> None:
    version, data_version = re.findall(r"\d+\.\d+\.\d+", pipe("--version").out)
    assert f"Program {version}, data {data_version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"data version {data_version}" in (ROOT / "docs" / "citing.md").read_text("utf-8")


def test_the_worked_example_of_a_record_is_without_faults(pipe: Run, tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (record,) = re.findall(r"^```json\n(\{.*?^\})\n```", text, re.MULTILINE | re.DOTALL)
    file = tmp_path / "my-mission.json"
    file.write_text(record, "utf-8")
    assert pipe("data", "validate", str(file)).code == 0
    file.write_text(record.replace('"region": "africa"', '"region": "europe"'), "utf-8")
    wrong = pipe("data", "validate", str(file))
    (shown,) = re.findall(r"^my-mission\.json:.*", text, re.MULTILINE)
    assert (wrong.code, wrong.out.strip()) == (1, shown)


def test_the_worked_example_of_a_correction_is_what_the_register_holds(pipe: Run) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (block,) = re.findall(r'^```json\n("end".*?)^```', text, re.MULTILINE | re.DOTALL)
    shown = json.loads("{" + block + "}")
    record = pipe("mission", "unoci", "--json").json
    assert shown["evidence"]["end"] == record["evidence"]["end"]
    assert {name: record[name] for name in ("end", "end_basis")} == {name: shown[name] for name in ("end", "end_basis")}
    assert shown["notes"][0] in record["notes"]
