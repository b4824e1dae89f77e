"""A plain look-up imports neither Pydantic nor Rich: what it imports is what people feel."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("pydantic", "rich", "pkcli.models", "pkcli.vocabulary", "pkcli.compile", "hypothesis", "platformdirs")


@pytest.mark.parametrize(
    "arguments",
    [
        ["missions", "--region", "africa", "--json"],
        ["mission", "minusma"],
        ["search", "mali"],
        ["--version"],
        ["--help"],
        ["missions", "-h"],
    ],
    ids=" ".join,
)
def test_light(environment: dict[str, str], arguments: list[str]) -> None:
    code = f"import sys; from pkcli.__main__ import run; run({arguments!r}); print(*sys.modules, sep='\\n', file=sys.stderr)"
    subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )  # compiles, in a checkout
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    imported = {name for name in done.stderr.splitlines() if name.startswith(HEAVY)}
    # A checkout asks platformdirs for its cache; an installed wheel does not.
    assert {name for name in imported if not name.startswith("platformdirs")} == set()
