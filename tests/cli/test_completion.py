"""Completion, in the shells themselves: what is offered is what the commands take."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import Run

WORD = re.compile(r"[A-Za-z0-9._-]+")


@pytest.fixture(scope="module")
def scripts(pipe: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("completion")
    for shell in ("bash", "zsh", "fish"):
        (folder / f"pkcli.{shell}").write_text(pipe("completion", shell).out)
    (folder / "record.json").write_text("{}")
    (folder / "my record.json").write_text("{}")
    return folder


def bash(folder: Path, typed: str) -> list[str]:
    """What bash offers at the end of a line; blanks part its words, as bash parts them at `=` too."""
    words = typed.split(" ")
    ask = 'shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pkcli; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(
        ["bash", "-c", f'source "$1"; {ask}', "bash", "pkcli.bash", "pkcli", *words],
        cwd=folder, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.strip().splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_carries_the_words(scripts: Path, shell: str) -> None:
    script = (scripts / f"pkcli.{shell}").read_text("utf-8")
    for word in ("missions", "minusma", "africa", "un-peacekeeping-operation", "mli", "cote-d-ivoire", "2100"):
        assert re.search(rf"\b{word}\b", script)
    assert "python" not in script
    assert "$(pkcli" not in script


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("com", ["compare", "completion"]),
        ("mission MINUSM", ["minusma"]),
        ("mission --out", ["--output"]),
        ("missions --region mid", ["middle-east"]),
        ("missions -r mid", ["middle-east"]),
        ("missions --region = mid", ["middle-east"]),
        ("missions --region =", ["africa", "americas", "asia-pacific", "europe", "middle-east"]),
        ("missions --region=mid", ["--region=middle-east"]),
        ("missions --subregion west", ["western-africa", "western-asia", "western-europe"]),
        ("missions --country rw", ["rwa", "rwanda"]),
        ("missions --scope ", ["core", "related", "all"]),
        ("missions --since ", []),
        ("country Rw", ["rwa", "rwanda"]),
        ("country cote", ["cote-d-ivoire"]),
        ("resolution 2100", ["2100"]),
        ("resolution s-res-2100", ["s-res-2100-2013"]),
        ("sources --kind off", ["official", "official-dataset"]),
        ("sources -m minusm", ["minusma"]),
        ("orgs --kind n", ["ngo"]),
        ("contributors --type w", ["women"]),
        ("contributors --sort p", ["police"]),
        ("contributors --since 2020 --sort p", ["peak", "peak_month"]),
        ("contributors --until = 2020 --sort p", ["peak", "peak_month"]),
        ("missions --type tr", ["training"]),
        ("stats --by de", ["decade"]),
        ("fatalities --by na", ["nationality"]),
        ("timeline --by s", ["status"]),
        ("resolutions --action es", ["establishes"]),
        ("missions --columns id,personnel_", ["id,personnel_kind", "id,personnel_component", "id,personnel_as_of"]),
        ("mission unmil --sources --columns f", ["fact"]),
        ("data ", ["status", "path", "validate"]),
        ("data status --col", ["--columns", "--color"]),
        ("data validate rec", ["record.json"]),
        ("data validate my", ["my record.json"]),
        ("missions --output rec", ["record.json"]),
        ("search ", []),
    ],
)  # fmt: skip
def test_bash_completes(scripts: Path, typed: str, offered: list[str]) -> None:
    assert sorted(bash(scripts, typed)) == sorted(offered)


@pytest.mark.parametrize(
    "typed",
    [
        *(f"missions --{name}" for name in ("region", "subregion", "country", "org", "type", "category", "status")),
        *(f"missions --{name}" for name in ("task", "contributor")),
        *("countries --region", "history --org", "history --region", "orgs --kind", "sources --kind"),
        *("sources --mission", "contributors --country", "contributors --region", "resolutions --action"),
    ],
)
def test_every_value_that_is_offered_is_taken(pipe: Run, scripts: Path, typed: str) -> None:
    command, option = typed.split()
    words = bash(scripts, f"{typed} ")
    assert words
    assert all(map(WORD.fullmatch, words))
    assert pipe(command, *(part for word in words for part in (option, word)), "--limit", "1").code == 0


@pytest.mark.parametrize(
    "typed",
    [
        "missions --scope",
        "missions --format",
        "missions --color",
        "stats --by",
        "fatalities --by",
        "timeline --by",
        "contributors --type",
        "compare unmil minusma --align",
        "cite unmil --style",
    ],
)
def test_each_choice_that_is_offered_is_taken(pipe: Run, scripts: Path, typed: str) -> None:
    words = bash(scripts, f"{typed} ")
    assert words
    for word in words:
        assert pipe(*typed.split(), word).code == 0, word


@pytest.mark.parametrize(
    "command", ["mission", "org", "country", "topic", "glossary", "resolution", "cite", "strength"]
)
def test_every_name_that_is_offered_is_taken(pipe: Run, scripts: Path, command: str) -> None:
    words = bash(scripts, f"{command} ")
    assert words
    assert all(map(WORD.fullmatch, words))
    assert pipe(command, *words).code == 0


@pytest.mark.parametrize(
    "command",
    [
        "missions",
        "mission unmil",
        "mission unmil --mandate",
        "mission unmil --sources",
        "orgs",
        "org un",
        "countries",
        "country mali",
        "compare unmil minusma",
        "search mali",
        "stats --by region",
        "strength unmil",
        "fatalities",
        "contributors",
        "contributors --since 2020",
        "contributors --until 2020",
        "locations unmil",
        "map",
        "timeline",
        "topics",
        "topic ngos",
        "history",
        "glossary",
        "glossary fpu",
        "resolutions",
        "resolution 2100",
        "sources",
        "data status",
    ],
)
def test_every_column_that_is_offered_is_taken(pipe: Run, scripts: Path, command: str) -> None:
    words = bash(scripts, f"{command} --columns ")
    assert words
    assert words == bash(scripts, f"{command} --sort ")
    shown = pipe(*command.split(), "--columns", ",".join(words), "--sort", words[-1])
    assert (shown.code, shown.rows[0]) == (0, words)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_shell_that_is_there_reads_the_script(scripts: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    done = subprocess.run([shell, "-n", scripts / f"pkcli.{shell}"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("missions --region mid", ["middle-east"]),
        ("missions -r mid", ["middle-east"]),
        ("missions --region=mid", ["--region=middle-east"]),
        ("sources --kind off", ["official", "official-dataset"]),
        ("contributors --type w", ["women"]),
        ("country rw", ["rwa", "rwanda"]),
        ("contributors --since 2020 --sort p", ["peak", "peak_month"]),
        ("missions --columns id,acr", ["id,acronym"]),
        ("data validate rec", ["record.json"]),
        ("missions --output rec", ["record.json"]),
        ("missions --since ", []),
    ],
)
def test_fish_completes(scripts: Path, environment: dict[str, str], typed: str, offered: list[str]) -> None:
    done = subprocess.run(
        ["fish", "-c", f"source pkcli.fish; complete -C 'pkcli {typed}'"],
        cwd=scripts, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.split() == offered


def test_every_option_that_takes_a_name_offers_names(scripts: Path) -> None:
    for command in ("contributors", "fatalities", "missions", "resolutions", "history"):
        takes = re.findall(r"--([\w-]+)", " ".join(bash(scripts, f"{command} --")))
        for option in {"country", "nationality", "contributor"} & set(takes):
            assert "rwanda" in bash(scripts, f"{command} --{option} rwa"), f"{command} --{option}"
        if "mission" in takes:
            assert "unmil" in bash(scripts, f"{command} --mission unmi")
