"""Rebuild data/fatalities.csv and data/fatalities_by_nationality.csv: deaths in UN peace missions, counted.

    python tools/build_fatalities.py DPPADPOSS-FATALITIES.csv (or .json)

Reads the UN Peace and Security Data Hub's file of single deaths, CSV or JSON
as its service gives it, and writes counts: by mission, year, cause and kind of
personnel; and by mission and nationality, apart, so that no single death can be
read from them. The publisher's code stands beside our id, which is empty where
the mission is not in the register, so that the total stays whole.
"""

from __future__ import annotations

import sys
from collections import Counter

from common import Codes, csv_text, read_rows, write_files

HEADER = ("mission", "code", "year", "cause", "personnel", "count")
BY_NATIONALITY = ("mission", "code", "country", "count")
COLUMNS = (
    "incident_date", "mission_acronym", "casualty_nationality", "casualty_personnel_type", "type_of_incident",
    "isocode3",
)  # fmt: skip


def main(path: str) -> None:
    """Read the file and write ours."""
    codes = Codes()
    counts: Counter[tuple[str, str, str, str, str]] = Counter()
    nationalities: Counter[tuple[str, str, str]] = Counter()
    for row in read_rows(path, COLUMNS, days=["incident_date"]):
        code, day = row["mission_acronym"].strip(), row["incident_date"]
        mission = codes.mission(code, day) or ""
        personnel = row["casualty_personnel_type"].strip().lower() or "unknown"
        cause = row["type_of_incident"].strip().lower() or "unknown"
        counts[mission, code, day[:4], cause.replace(" ", "-"), personnel.replace(" ", "-")] += 1
        nationalities[mission, code, codes.country(row["isocode3"], row["casualty_nationality"])] += 1
    codes.stop_if_unknown()
    texts = {
        "fatalities.csv": csv_text(HEADER, ([*group, count] for group, count in counts.items())),
        "fatalities_by_nationality.csv": csv_text(BY_NATIONALITY, ([*g, count] for g, count in nationalities.items())),
    }
    write_files(texts)


if __name__ == "__main__":
    main(*sys.argv[1:])
