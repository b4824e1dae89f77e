"""How long a look-up takes, as a multiple of `python -c pass` in the same environment.

    python benchmarks/startup.py            # the table
    python benchmarks/startup.py --check    # exit 1 if a limit is passed
    python benchmarks/startup.py --check --slack 1.4   # … by more than that factor, on a busy machine

All commands are run in turn, round by round, so that a slow moment of the
machine falls on all of them alike; a figure is the median of the rounds'
ratios. Beside them stand, where they are installed, jq, csvkit and
sqlite-utils doing the same on the same records.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROUNDS = 15
LOOK_UP, SPAN, PAGE, HELP = 6.0, 6.5, 11.0, 6.5
_ENVIRONMENT = os.environ | {"COLUMNS": "100"}  # the width of a table that is asked for in a pipe
_BIN = Path(sys.executable).parent


class Case(NamedTuple):
    """A command, and the multiple of a bare interpreter that it may take."""

    name: str
    command: Sequence[str]
    limit: float | None = None


def cases(folder: Path) -> list[Case]:
    """The bare interpreter first, then pkcli's commands, then its peers."""
    pkcli = str(_BIN / "pkcli")
    records, table = folder / "missions.json", folder / "missions.csv"
    for target in (records, table):
        subprocess.run([pkcli, "missions", "--output", str(target)], check=True)
    found = [
        Case("python -c pass", [sys.executable, "-c", "pass"]),
        Case("missions --region africa --json", [pkcli, "missions", "--region", "africa", "--json"], LOOK_UP),
        Case("missions --region africa (pipe)", [pkcli, "missions", "--region", "africa"], LOOK_UP),
        Case("mission minusma --json", [pkcli, "mission", "minusma", "--json"], LOOK_UP),
        Case("mission minusma (pipe)", [pkcli, "mission", "minusma"], LOOK_UP),
        Case("search mali (pipe)", [pkcli, "search", "mali"], LOOK_UP),
        Case("contributors --month 2014-03 --json", [pkcli, "contributors", "--month", "2014-03", "--json"], LOOK_UP),
        Case("strength unifil (pipe)", [pkcli, "strength", "unifil"], LOOK_UP),
        Case("contributors --by year (pipe)", [pkcli, "contributors", "--by", "year"], LOOK_UP),
        Case("contributors --since 1990 (pipe)", [pkcli, "contributors", "--since", "1990"], SPAN),
        Case("missions --region africa (table)", [pkcli, "missions", "--region", "africa", "--format", "table"], PAGE),
        Case("mission minusma (page)", [pkcli, "mission", "minusma", "--format", "table"], PAGE),
        Case("strength unprofor (chart)", [pkcli, "strength", "unprofor", "--format", "table"], PAGE),
        Case("map --status active (map)", [pkcli, "map", "--status", "active", "--format", "table"], PAGE),
        Case("compare three (table)", [pkcli, "compare", "minusma", "unmil", "amisom", "--format", "table"], PAGE),
        Case("--help", [pkcli, "--help"], HELP),
        Case("--version", [pkcli, "--version"], HELP),
    ]
    peers = [
        Case("jq on the JSON", ["jq", "-c", '.[] | select(.region == "africa")', str(records)]),
        Case("csvgrep on the CSV", ["csvgrep", "-c", "region", "-m", "africa", str(table)]),
        Case("sqlite-utils on the CSV", ["sqlite-utils", "memory", str(table), "select * from missions"]),
    ]
    return found + [peer for peer in peers if _which(peer.command[0])]


def _which(program: str) -> str | None:
    return shutil.which(program, path=f"{_BIN}{os.pathsep}{os.environ['PATH']}")


def measure(measured: Sequence[Case], rounds: int) -> list[list[float]]:
    """Seconds of each case in each round, after one round that is not counted."""
    times: list[list[float]] = [[] for _ in measured]
    for number in range(rounds + 1):
        for case, taken in zip(measured, times, strict=True):
            command = [_which(case.command[0]) or case.command[0], *case.command[1:]]
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=_ENVIRONMENT)
            if number:
                taken.append(time.perf_counter() - start)
    return times


def main() -> int:
    """Measure, print, and with --check compare with the limits."""
    slack = float(sys.argv[sys.argv.index("--slack") + 1]) if "--slack" in sys.argv else 1.0
    with tempfile.TemporaryDirectory() as folder:
        measured = cases(Path(folder))
        times = measure(measured, ROUNDS)
    base, over = times[0], []
    for case, taken in zip(measured, times, strict=True):
        ratio = statistics.median(t / b for t, b in zip(taken, base, strict=True))
        limit = f"   at most {case.limit:g}" if case.limit else ""
        print(f"{statistics.median(taken) * 1000:7.1f} ms {ratio:6.2f}x  {case.name:36}{limit}")
        if case.limit and ratio > case.limit * slack:
            over.append(case.name)
    if over:
        print(f"over the limit: {', '.join(over)}", file=sys.stderr)
    return 1 if over and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
