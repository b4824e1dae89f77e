"""Rebuild data/personnel_monthly.csv: uniformed personnel by mission and month.

    python tools/build_personnel.py IPI_MISSION_MONTH.csv UN_MISSION_MONTH.csv

The first file is the International Peace Institute's monthly table (November
1990 on), the second the UN's monthly report by mission (January 2015 on).
Where both have a month, the UN's own report is kept. `NA` is no figure, not
zero; a month without a row is a gap.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from common import Codes, read_csv, write_csv

HEADER = ("mission", "month", "troops", "experts", "police", "total", "source")


def _ipi(path: str, codes: Codes) -> dict[tuple[str, str], list[object]]:
    parts: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in read_csv(path):
        if row["Date"] in ("Date", "") or row["Mission"] == "Mission":
            continue
        mission = codes.mission(row["Mission"], row["Date"])
        if mission and row["Total"] not in ("NA", ""):
            parts[mission, row["Date"]].append(row)
    return {at: [_sum(rows, c) for c in ("Troops", "Observers", "Police", "Total")] for at, rows in parts.items()}


def _sum(rows: list[dict[str, str]], column: str) -> object:
    """The sum over rows of one mission and month (a mission and its police task force); empty if none has a figure."""
    figures = [int(row[column]) for row in rows if row[column] not in ("NA", "")]
    return sum(figures) if figures else ""


def _un(path: str, codes: Codes) -> dict[tuple[str, str], list[object]]:
    found: dict[tuple[str, str], list[object]] = {}
    for row in read_csv(path):
        mission = codes.mission(row["mission"], row["date"])
        if mission:
            n = {
                k: int(row[k] or 0)
                for k in ("troops", "staff_officers", "experts", "individual_police", "formed_police")
            }
            police = n["individual_police"] + n["formed_police"]
            found[mission, row["date"]] = [n["troops"] + n["staff_officers"], n["experts"], police, int(row["total"])]
    return found


def main(ipi: str, un: str) -> None:
    """Read both files and write ours."""
    codes = Codes()
    ours = {at: [*figures, "ipi-ppp"] for at, figures in _ipi(ipi, codes).items()}
    ours |= {at: [*figures, "un-contributions"] for at, figures in _un(un, codes).items()}
    codes.stop_if_unknown()
    write_csv("personnel_monthly.csv", HEADER, [[*at, *figures] for at, figures in ours.items()])


if __name__ == "__main__":
    main(*sys.argv[1:])
