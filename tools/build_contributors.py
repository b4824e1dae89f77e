"""Rebuild data/contributors_monthly.csv: who sends how many to which mission, month by month.

    python tools/build_contributors.py IPI_COUNTRIES/ IPI_CONTRIBUTOR_MISSION.csv UN_CONTRIBUTOR_MONTH.csv…

The folder holds a file a country of the International Peace Institute
(November 1990 to February 2014 are taken from it), the first file is its table
of March 2014, the others are the UN's monthly reports by contributor. Where a
source does not tell the missions (to 2014-02, from 2018-03 to 2019-08 and in
2023-09) `mission` is empty. A month without a row is a gap. An empty cell is a figure that the
source does not give; staff officers stand among the troops until 2017-04, and
until 1992-07 observers do, so that neither troops nor experts are known.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from common import OBSERVERS_APART, Codes, read_rows, write_csv

PARTS = ("troops", "staff_officers", "experts", "police", "individual_police", "formed_police", "women")
BY_MISSION = "2014-03"
HEADER = ("mission", "country", "month", *PARTS, "total")
OF_COUNTRY = ("Date", "Troops", "Police", "Experts")
BY_COUNTRY = (
    "Mission", "Date", "Contributor", "Contributor_ISO-3", "Troops", "Experts_on_Mission", "Inidividual_Police",
    "Formed_Police_Units", "Total",
)  # fmt: skip
OF_UN = (
    "date", "iso3", "troops", "staff_officers", "experts", "individual_police", "formed_police", "female", "total",
)  # fmt: skip
Row = list[object]


def main(countries: str, ipi: str, *un: str) -> None:
    """Read the files and write ours."""
    codes = Codes()
    rows = [row for file in sorted(Path(countries).glob("[!.]*.csv")) for row in _of_country(file, codes)]
    for row in read_rows(ipi, BY_COUNTRY):
        mission = codes.mission(row["Mission"], row["Date"])
        if row["Total"].isdigit() and int(row["Total"]):
            troops, experts = (_known(row[name]) for name in ("Troops", "Experts_on_Mission"))
            individual, formed = (_known(row[name]) for name in ("Inidividual_Police", "Formed_Police_Units"))
            parts = [troops, "", experts, int(individual) + int(formed), individual, formed, ""]
            country = codes.country(row["Contributor_ISO-3"], row["Contributor"])
            rows.append([mission, country, row["Date"], *parts, row["Total"]])
    for path in un:
        rows += _of_months(path, codes)
    codes.stop_if_unknown()
    write_csv("contributors_monthly.csv", HEADER, rows)


def _of_country(file: Path, codes: Codes) -> Iterator[Row]:
    country = codes.country("", file.stem)
    for row in read_rows(str(file), OF_COUNTRY):
        if row["Date"] >= BY_MISSION or not row["Date"][:1].isdigit():
            continue
        parts = [int(_known(row[name])) for name in ("Troops", "Experts", "Police")]
        if sum(parts):
            military = parts[:2] if row["Date"] >= OBSERVERS_APART else ["", ""]
            yield ["", country, row["Date"], military[0], "", military[1], parts[2], "", "", "", sum(parts)]


def _of_months(path: str, codes: Codes) -> list[Row]:
    months: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in read_rows(path, OF_UN):
        months[row["date"]].append(row)
    rows: list[Row] = []
    for month, reported in months.items():
        # A report that counts staff officers nowhere has them among the troops.
        split = any(int(row["staff_officers"] or 0) for row in reported)
        for row in reported:
            if not int(row["total"]):
                continue
            mission = codes.mission(row["mission"], month) if "mission" in row else ""
            police = int(row["individual_police"] or 0) + int(row["formed_police"] or 0)
            parts: Row = [row["troops"], row["staff_officers"] if split else "", row["experts"], police]
            parts += [row["individual_police"], row["formed_police"], row["female"]]
            rows.append([mission, codes.country(row["iso3"], ""), month, *parts, row["total"]])
    return rows


def _known(figure: str) -> str:
    return figure if figure.isdigit() else "0"


if __name__ == "__main__":
    main(*sys.argv[1:])
