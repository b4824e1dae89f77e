"""Rebuild data/personnel_monthly.csv: uniformed personnel by mission and month.

    python tools/build_personnel.py IPI_MISSION_MONTH.csv UN_MISSION_MONTH.csv

The first file is the International Peace Institute's monthly table (November
1990 on), the second the UN's monthly report by mission (January 2015 on).
Where both have a month, the UN's own report is kept. `NA` is no figure, not
zero; a month without a row is a gap. An empty cell is a figure that the source
does not give; staff officers stand among the troops until 2017-04.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from common import Codes, read_rows, write_csv

HEADER = (
    "mission", "month", "troops", "staff_officers", "experts", "police", "individual_police", "formed_police",
    "women", "total", "source",
)  # fmt: skip
OF_IPI = ("Date", "Mission", "Troops", "Police", "Observers", "Total")
OF_UN = (
    "date", "mission", "troops", "staff_officers", "experts", "individual_police", "formed_police", "female", "total",
)  # fmt: skip
Months = dict[tuple[str, str], list[object]]


def _ipi(path: str, codes: Codes) -> Months:
    parts: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in read_rows(path, OF_IPI):
        if row["Date"] in ("Date", "") or row["Mission"] == "Mission":
            continue
        mission = codes.mission(row["Mission"], row["Date"])
        if mission and row["Total"] not in ("NA", ""):
            parts[mission, row["Date"]].append(row)
    found: Months = {}
    for at, rows in parts.items():
        troops, experts, police, total = (_sum(rows, c) for c in ("Troops", "Observers", "Police", "Total"))
        found[at] = [troops, "", experts, police, "", "", "", total, "ipi-ppp"]
    return found


def _sum(rows: list[dict[str, str]], column: str) -> object:
    """The sum over rows of one mission and month (a mission and its police task force); empty if none has a figure."""
    figures = [int(row[column]) for row in rows if row[column] not in ("NA", "")]
    return sum(figures) if figures else ""


def _un(path: str, codes: Codes) -> Months:
    months: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in read_rows(path, OF_UN):
        months[row["date"]].append(row)
    found: Months = {}
    for month, reported in months.items():
        # A report that counts staff officers nowhere has them among the troops.
        split = any(int(row["staff_officers"] or 0) for row in reported)
        for row in reported:
            mission = codes.mission(row["mission"], month)
            if mission:
                police = int(row["individual_police"] or 0) + int(row["formed_police"] or 0)
                staff = row["staff_officers"] if split else ""
                parts = [row["troops"], staff, row["experts"], police, row["individual_police"], row["formed_police"]]
                found[mission, month] = [*parts, row["female"], row["total"], "un-contributions"]
    return found


def main(ipi: str, un: str) -> None:
    """Read both files and write ours."""
    codes = Codes()
    ours = _ipi(ipi, codes) | _un(un, codes)
    codes.stop_if_unknown()
    write_csv("personnel_monthly.csv", HEADER, [[*at, *figures] for at, figures in ours.items()])


if __name__ == "__main__":
    main(*sys.argv[1:])
