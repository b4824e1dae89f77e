"""Where the catalogue is, and that a read writes nowhere else."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pkcli
from pkcli import store


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of its own: the package beside its data, without a shipped catalogue."""
    package = Path(str(pkcli.__file__)).parent
    folder = tmp_path / "checkout"
    ignore = shutil.ignore_patterns("catalogue.sqlite", "data", "__pycache__")
    shutil.copytree(package, folder / "src" / "pkcli", ignore=ignore)
    shutil.copytree(store.data_folder(), folder / "data")
    return folder


def _run(checkout: Path, home: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PYTHONPATH": str(checkout / "src"), "PYTHONDONTWRITEBYTECODE": "1"} | variables
    command = [sys.executable, "-m", "pkcli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=checkout)


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_checkout_compiles_once_into_the_cache(checkout: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    before = _files(checkout)
    assert _run(checkout, home, "missions", "--json").returncode == 0
    (made,) = _files(home)
    assert made.startswith(".cache/pkcli/catalogue-")
    stamp = (home / made).stat().st_mtime_ns
    assert _run(checkout, home, "missions", "--json").returncode == 0
    assert (home / made).stat().st_mtime_ns == stamp
    assert _files(checkout) == before


def test_changed_data_makes_a_new_catalogue(checkout: Path, tmp_path: Path) -> None:
    meta = checkout / "data" / "meta.json"
    version = json.loads(meta.read_text())["data_version"]
    assert version in _run(checkout, tmp_path, "--version").stdout
    meta.write_text(meta.read_text().replace(f'"{version}"', '"9.9.9"'))
    assert "9.9.9" in _run(checkout, tmp_path, "--version").stdout


def test_no_writable_folder_is_no_obstacle(checkout: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the cache folder would be")
    done = _run(checkout, tmp_path, "mission", "minusma", "--json", XDG_CACHE_HOME=str(blocked))
    assert json.loads(done.stdout)["id"] == "minusma"


def test_faulty_data_is_told_in_one_line(checkout: Path, tmp_path: Path) -> None:
    file = checkout / "data" / "missions.json"
    file.write_text(file.read_text().replace('"region": "africa"', '"region": "atlantis"', 1))
    done = _run(checkout, tmp_path, "missions")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "atlantis" in done.stderr


def test_missing_data_is_told(checkout: Path, tmp_path: Path) -> None:
    shutil.rmtree(checkout / "data")
    done = _run(checkout, tmp_path, "missions")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "reinstall" in done.stderr


def test_the_library_gives_typed_records() -> None:
    mission = pkcli.mission("MINUSMA")
    assert mission.end == "2023-12-31"
    assert mission in pkcli.missions()
    assert "un" in {o.id for o in pkcli.organizations()}
    assert pkcli.record("minusma")["fatalities"] == 311
    assert pkcli.record("mali")["alpha2"] == "ML"
    assert {"S/RES/2100 (2013)"} <= {r.symbol for r in pkcli.resolutions()}
    assert "MLI" in {c.id for c in pkcli.countries()}
    with pytest.raises(LookupError):
        pkcli.mission("mali")
    with pytest.raises(LookupError):
        pkcli.record("observer mission")
