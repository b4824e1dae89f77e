"""Rebuild data/personnel_monthly.csv: uniformed personnel by mission and month.

    python tools/build_personnel.py IPI_MISSION_MONTH.csv UN_MISSION_MONTH.csv

The first file is the International Peace Institute's monthly table (November
1990 on), the second the UN's monthly report by mission (January 2015 on).
Where both have a month, the UN's own report is kept. `NA` is no figure, not
zero; a month without a row is a gap. An empty cell is a figure that the source
does not give; staff officers stand among the troops until 2017-04.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from common import DATA, OBSERVERS_APART, Codes, read_rows, write_csv

REVIEWED = Path(__file__).parent / "months.csv"

HEADER = (
    "mission", "month", "troops", "staff_officers", "experts", "police", "individual_police", "formed_police",
    "women", "total", "source",
)  # fmt: skip
OF_IPI = ("Date", "Mission", "Troops", "Police", "Observers", "Total")
OF_UN = (
    "date", "mission", "troops", "staff_officers", "experts", "individual_police", "formed_police", "female", "total",
)  # fmt: skip
TOTAL = -2
PARTS = slice(0, TOTAL)
Months = dict[tuple[str, str], list[object]]

HIGH, LOW = 1.5, 0.6
"""How far a month may be above or below both its neighbours."""
SMALL = 20
"""Below this many people one departure moves a mission so far."""


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
        if at[1] < OBSERVERS_APART:
            troops = experts = ""
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


def _review(ours: Months, decisions: Sequence[dict[str, str]]) -> Iterator[str]:
    """Do with the reviewed months as decided; yields the faults of the table."""
    for row in decisions:
        months = [at for at in ours if at[0] == row["mission"] and row["first"] <= at[1][:7] <= row["last"]]
        name = f"tools/months.csv: {row['mission']} {row['first']}"
        if not months or row["decision"] not in ("kept", "moved", "gap", "total-only"):
            yield f"{name}: there is no such month, or no such decision"
        for mission, month in months:
            if row["decision"] == "moved":
                if (row["to"], month) in ours:
                    yield f"{name}: {row['to']} has that month itself"
                ours[row["to"], month] = ours.pop((mission, month))
            elif row["decision"] == "gap":
                del ours[mission, month]
            elif row["decision"] == "total-only":
                ours[mission, month][PARTS] = [""] * len(ours[mission, month][PARTS])


def _odd(ours: Months, decisions: Sequence[dict[str, str]]) -> Iterator[str]:
    """The months that need a decision and have none."""
    kept = [
        (row["mission"], row["first"], row["last"]) for row in decisions if row["decision"] in ("kept", "total-only")
    ]
    records = {record["id"]: record for record in json.loads((DATA / "missions.json").read_text("utf-8"))}
    for mission, months in groupby(sorted(ours), key=lambda at: at[0]):
        totals = [(month[:7], int(str(ours[mission, month][TOTAL]))) for _, month in months]
        record = records[mission]
        for month, why in (*_outside(record, totals), *_far_off(totals)):
            if not any(mission == id and first <= month <= last for id, first, last in kept):
                yield f"{mission} {month}: {why}"


def _outside(record: dict[str, str], totals: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    """The months wholly before a mission's start or after its end."""
    start = (record.get("start") or record.get("established") or "")[:7]
    end = (record.get("end") or "9999")[:7]
    for month, total in totals:
        if month[: len(start)] < start or month[: len(end)] > end:
            yield month, f"{total} people outside {start} to {end}"


def _far_off(totals: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    """The months far off both neighbours; a figure that merely repeats the one before counts as one with it."""
    runs = [list(run) for _, run in groupby(totals, key=lambda at: at[1])]
    for (*_, (_, before)), run, ((_, after), *_) in zip(runs, runs[1:], runs[2:], strict=False):
        total = run[0][1]
        high = total > HIGH * max(before, after) and total >= SMALL
        low = total < LOW * min(before, after) and min(before, after) >= SMALL
        if len(run) < 3 and (high or low):
            for month, _ in run:
                yield month, f"{total} people between {before} and {after}"


def main(ipi: str, un: str) -> None:
    """Read both files and write ours."""
    codes = Codes()
    ours = _ipi(ipi, codes) | _un(un, codes)
    codes.stop_if_unknown()
    decisions = read_rows(str(REVIEWED), ("mission", "first", "last", "decision", "to", "reason"))
    if faults := [*_review(ours, decisions), *_odd(ours, decisions)]:
        sys.exit("\n".join([*faults, "look each up, and write to tools/months.csv what is done with it, and why"]))
    write_csv("personnel_monthly.csv", HEADER, [[*at, *figures] for at, figures in ours.items()])


if __name__ == "__main__":
    main(*sys.argv[1:])
