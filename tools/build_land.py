"""Rebuild data/land.csv and data/borders.csv: outlines for maps in a terminal.

    python tools/build_land.py ne_110m_land.geojson ne_110m_countries.geojson

From Natural Earth's 1:110m land and countries (public domain; boundaries are
its own, de facto): one line a ring, as longitude and latitude in tenths of a
degree, alternating. Antarctica is left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from common import write_files

SOUTH = -60


def main(land: str, countries: str) -> None:
    """Read the outlines and write ours."""
    files = {"land.csv": land, "borders.csv": countries}
    write_files({name: "".join(f"{ring}\n" for ring in _rings(path)) for name, path in files.items()})


def _rings(path: str) -> list[str]:
    rings = []
    for feature in json.loads(Path(path).read_text("utf-8"))["features"]:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        for ring in (ring for polygon in polygons for ring in polygon):
            if max(latitude for _, latitude in ring) > SOUTH:
                rings.append(",".join(f"{round(lon * 10)},{round(lat * 10)}" for lon, lat in ring))
    return sorted(rings)


if __name__ == "__main__":
    main(*sys.argv[1:])
