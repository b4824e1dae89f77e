"""Rebuild data/contributions.csv: which country had uniformed personnel in which mission.

    python tools/build_contributions.py IPI_CONTRIBUTOR_MISSION.csv UN_CONTRIBUTOR_MISSION_MONTH.csv…

For each pair: the highest month-end figure known with its month, and the first
and the last month known. Known are March 2014 (International Peace Institute)
and 2015-01 to 2018-02 and 2019-09 to 2025-07 (the UN's monthly reports), so
that what lies before or between is absent, not zero.
"""

from __future__ import annotations

import sys

from common import Codes, read_csv, write_csv

HEADER = ("mission", "country", "peak", "peak_month", "first", "last")


def main(ipi: str, *un: str) -> None:
    """Read the files and write ours."""
    codes = Codes()
    months: dict[tuple[str, str], list[tuple[str, int]]] = {}

    def add(code: str, country: str, day: str, total: str) -> None:
        mission = codes.mission(code, day)
        if mission and total.isdigit() and int(total):
            months.setdefault((mission, country), []).append((day, int(total)))

    for row in read_csv(ipi):
        add(row["Mission"], row["Contributor_ISO-3"], row["Date"], row["Total"])
    for path in un:
        for row in read_csv(path):
            add(row["mission"], row["iso3"], row["date"], row["total"])
    codes.stop_if_unknown()
    rows = []
    for pair, figures in months.items():
        peak_month, peak = max(figures, key=lambda f: f[1])
        days = [day for day, _ in figures]
        rows.append([*pair, peak, peak_month, min(days), max(days)])
    write_csv("contributions.csv", HEADER, rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
