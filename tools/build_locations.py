"""Rebuild data/locations.csv: where UN missions were deployed, by place and year.

    python tools/build_locations.py DEPLOYMENTS.csv TROOP_TYPES.csv

The files are those of Geocoded UN Peacekeeping Operations (Geo-PKO, Uppsala
University), coded from the UN's deployment maps: `troops` is the average that
its authors estimate from the troop units shown, not a count; empty where none is
shown, whoever else is there. A place that a year's maps show more than once has
all its units, and its highest level of headquarters. Coordinates are rounded to
hundredths of a degree.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

from common import Codes, read_rows, write_csv

HEADER = ("mission", "year", "country", "place", "latitude", "longitude", "units", "headquarters", "troops")
HEADQUARTERS = {"0": "", "1": "subordinate", "2": "subordinate", "3": "mission"}
LEVELS = ("", "subordinate", "mission")
BORDERS = {"Ethiopia/Eritrea"}
UNITS = {"Infantry": "infantry", "UNMO": "observers", "UNPOL": "police", "Med": "medical", "Av": "aviation"}
COLUMNS = ("mission", "year", "country", "location", "latitude", "longitude", "hq", "ave.no.troops", *UNITS)
MORE_UNITS = {"eng": "engineers", "sig": "signals", "riv": "riverine", "maint": "maintenance", "trans": "transport"}
TYPES = ("mission", "year", "location", *MORE_UNITS)


class Place(NamedTuple):
    """What a year's maps show at a place: kinds of units, the level of headquarters, troops (0: none shown)."""

    units: list[str]
    headquarters: str
    troops: int


def main(deployments: str, troop_types: str) -> None:
    """Read both files and write ours."""
    codes = Codes()
    types = {(r["mission"], r["year"], r["location"]): r for r in read_rows(troop_types, TYPES)}
    rows: dict[tuple[object, ...], Place] = {}
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
        troops = round(float(size)) if size not in ("NA", "") else 0
        at = (mission, row["year"], country, " ".join(row["location"].split()), *point)
        # A year's maps can show one place with different units: they stand together.
        before = rows.get(at, Place([], "", 0))
        level = max(before.headquarters, HEADQUARTERS[row["hq"]], key=LEVELS.index)
        rows[at] = Place(list(dict.fromkeys([*before.units, *kinds])), level, max(before.troops, troops))
    codes.stop_if_unknown()
    found = [[*at, ";".join(place.units), place.headquarters, place.troops or ""] for at, place in rows.items()]
    write_csv("locations.csv", HEADER, found)


if __name__ == "__main__":
    main(*sys.argv[1:])
