"""Rebuild data/locations.csv: where UN missions were deployed, by place and year.

    python tools/build_locations.py DEPLOYMENTS.csv TROOP_TYPES.csv

The files are those of Geocoded UN Peacekeeping Operations (Geo-PKO, Uppsala
University), coded from the UN's deployment maps: `personnel` is the average
that its authors estimate from the units shown, not a count. Coordinates are
rounded to hundredths of a degree.
"""

from __future__ import annotations

import sys

from common import Codes, read_rows, write_csv

HEADER = ("mission", "year", "country", "place", "latitude", "longitude", "units", "headquarters", "personnel")
HEADQUARTERS = {"0": "", "1": "subordinate", "2": "subordinate", "3": "mission"}
BORDERS = {"Ethiopia/Eritrea"}
UNITS = {"Infantry": "infantry", "UNMO": "observers", "UNPOL": "police", "Med": "medical", "Av": "aviation"}
COLUMNS = ("mission", "year", "country", "location", "latitude", "longitude", "hq", "ave.no.troops", *UNITS)
MORE_UNITS = {"eng": "engineers", "sig": "signals", "riv": "riverine", "maint": "maintenance", "trans": "transport"}
TYPES = ("mission", "year", "location", *MORE_UNITS)


def main(deployments: str, troop_types: str) -> None:
    """Read both files and write ours."""
    codes = Codes()
    types = {(r["mission"], r["year"], r["location"]): r for r in read_rows(troop_types, TYPES)}
    rows: dict[tuple[object, ...], list[object]] = {}
    for row in read_rows(deployments, COLUMNS):
        mission = codes.mission(row["mission"], f"{row['year']}-06-30")
        if mission is None:
            continue
        kinds = [name for column, name in UNITS.items() if row[column] not in ("0", "NA", "")]
        more = types.get((row["mission"], row["year"], row["location"]), {})
        kinds += [name for column, name in MORE_UNITS.items() if more.get(column, "0") not in ("0", "NA", "")]
        country = "" if row["country"] in BORDERS else codes.country("", row["country"])
        point = [round(float(row[axis]), 2) for axis in ("latitude", "longitude")]
        size = row["ave.no.troops"]
        personnel = round(float(size)) if size not in ("NA", "") else ""
        at = (mission, row["year"], country, " ".join(row["location"].split()), *point)
        # A year's maps can show one place with different units: they stand together.
        before = rows.get(at, ["", "", ""])
        kinds = list(dict.fromkeys([*str(before[0]).split(";"), *kinds])) if before[0] else kinds
        rows[at] = [";".join(kinds), before[1] or HEADQUARTERS[row["hq"]], max(personnel, before[2], key=_size)]
    codes.stop_if_unknown()
    write_csv("locations.csv", HEADER, [[*at, *rest] for at, rest in rows.items()])


def _size(personnel: object) -> int:
    return int(str(personnel)) if personnel != "" else -1


if __name__ == "__main__":
    main(*sys.argv[1:])
