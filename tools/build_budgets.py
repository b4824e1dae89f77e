"""Rebuild data/budgets.csv: money for UN missions by budget period, in millions of US dollars.

    python tools/build_budgets.py APPROVED.csv BUDGETS.csv POLITICAL.csv

Reads three lists typed from UN documents, in thousands of dollars:

- APPROVED (`mission, approved_maintenance_usd_thousands, fiscal_period, …`): A/C.5/80/20;
- BUDGETS (`mission, symbol, …, apportioned_2025_26_gross, …`): the reports on each mission's budget;
- POLITICAL (`mission, appropriation_2025, expenditure_2025, approved_2026, …, source_symbol`): A/81/6 (Sect. 3).

What was merely proposed is left out. A mission that does not map stops the build with the list.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from common import Codes, read_rows, write_csv

HEADER = ("mission", "start", "end", "basis", "value", "currency", "as_of", "source", "note")
_POLITICAL = {
    "Good offices in Cyprus": "osasg-cyprus",
    "UN Representative to Geneva International Discussions": "unrgid",
    "Special Envoy for Syria": "ose-syria",
    "Special Envoy for Horn of Africa": "ose-hoa",
    "Special Envoy for Great Lakes Region": "osesg-gl",
    "Special Envoy for Yemen": "osesgy",
    "UNOWAS": "unowas",
    "UN Regional Centre for Preventive Diplomacy in Central Asia": "unrcca",
    "Cameroon-Nigeria Mixed Commission": "cnmc",
    "UN Special Coordinator for Lebanon (UNSCOL)": "unscol",
    "UNOCA": "unoca",
    "UNSMIL": "unsmil",
    "UN Verification Mission in Colombia": "unvmc",
    "BINUH": "binuh",
    "UNAMA": "unama",
}
_NO_MISSION = {
    "Special Adviser on Prevention of Genocide",
    "Personal Envoy for Western Sahara",
    "Implementation of Security Council resolution 1559 (2004)",
    "Special Envoy on Myanmar",
    "Personal Envoy for Sudan",
    "Senior Representative on Security Council resolution 2792 (2025)",
}
"""Advisers and envoys that the register leaves out (docs/coverage.md)."""
_EXPERTS = "2"
"""The cluster of sanctions experts and committees, which are no missions."""
_NOTES = {
    ("unifil", "2026-07-01"): "Includes the withdrawal.",
    ("monusco", "2026-07-01"): "For maintenance; its later part depends on an extension of the mandate.",
    ("minusca", "2026-07-01"): "For maintenance; its later part depends on an extension of the mandate.",
    ("osesgy", "2026-01-01"): "Takes over what remained of UNMHA.",
}


def main(approved: str, budgets: str, political: str) -> None:
    """Read the lists and rewrite the file."""
    codes = Codes()
    rows = [*_approved(approved, codes), *_apportioned(budgets, codes), *_special(political)]
    codes.stop_if_unknown()
    write_csv("budgets.csv", HEADER, rows)
    print(f"{len(rows)} budgets of {len({row[0] for row in rows})} missions")


def _row(
    mission: str, period: tuple[str, str], basis: str, thousands: str, source: str
) -> tuple[str, str, str, str, str, str, str, str, str]:
    note = _NOTES.get((mission, period[0]), "") if basis == "approved" else ""
    return mission, *period, basis, f"{float(thousands) / 1000:.4f}".rstrip("0"), "USD", "2026", source, note


def _approved(path: str, codes: Codes) -> Iterator[tuple[str, ...]]:
    for row in read_rows(path, ("mission", "approved_maintenance_usd_thousands", "fiscal_period")):
        start, _, end = row["fiscal_period"].partition("/")
        mission = codes.mission(row["mission"], start)
        if mission:
            yield _row(
                mission, (start, end), "approved", row["approved_maintenance_usd_thousands"], "un-budget-2026-27"
            )


def _apportioned(path: str, codes: Codes) -> Iterator[tuple[str, ...]]:
    period = ("2025-07-01", "2026-06-30")
    for row in read_rows(path, ("mission", "symbol", "apportioned_2025_26_gross")):
        mission = codes.mission(row["mission"], period[0])
        if mission:
            source = f"un-budget-{row['symbol'].lower().replace('/', '-')}"
            yield _row(mission, period, "apportioned", row["apportioned_2025_26_gross"], source)


def _special(path: str) -> Iterator[tuple[str, ...]]:
    unknown = []
    columns = ("cluster", "mission", "appropriation_2025", "expenditure_2025", "approved_2026", "source_symbol")
    for row in read_rows(path, columns):
        if row["cluster"] == _EXPERTS or row["mission"] in _NO_MISSION:
            continue
        mission = _POLITICAL.get(row["mission"])
        if mission is None:
            unknown.append(row["mission"])
            continue
        source = f"spm-a-81-6-s3-add{row['source_symbol'].rpartition('Add.')[2]}"
        for column, basis, year in (
            ("appropriation_2025", "approved", "2025"),
            ("expenditure_2025", "expenditure", "2025"),
            ("approved_2026", "approved", "2026"),
        ):
            yield _row(mission, (f"{year}-01-01", f"{year}-12-31"), basis, row[column], source)
    if unknown:
        sys.exit(f"not among the political missions of this script: {', '.join(unknown)}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
