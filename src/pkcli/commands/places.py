"""`locations` and `map`: where missions are, as tables and as maps in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import typer

from pkcli import figures
from pkcli.catalog import Catalog
from pkcli.commands.drawn import show_drawn
from pkcli.commands.lists import HOSTS, LOCATIONS, remark_on
from pkcli.commands.options import OutputOptions, takes
from pkcli.errors import NotFound
from pkcli.output.json_text import portable
from pkcli.query import Filters
from pkcli.rows import Rows
from pkcli.terminal import Terminal

_WORLD = (-170.0, -56.0, 190.0, 76.0)
_WIDEST_MAP = 140
_MARGIN = 0.12
_LEAST_SPAN = 2.0


@takes("output")
def locations(
    names: Annotated[list[str], typer.Argument(help="A UN mission.", metavar="MISSION")],
    output: OutputOptions,
    year: Annotated[
        int | None, typer.Option("--year", help="In this year; else the latest known.", metavar="YYYY")
    ] = None,
    geojson: Annotated[bool, typer.Option("--geojson", help="As a GeoJSON FeatureCollection.")] = False,
) -> None:
    """Show where a UN mission was deployed in a year: places, units, coordinates, and a map on a terminal.

    From Geo-PKO, 1994 to 2024, coded from the UN's deployment maps: the
    numbers of troops are its estimates from the units shown, no counts.
    Observers, police and staff are not in them.

    Example: pkcli locations monusco --year 2015
    """
    catalog = Catalog()
    id = catalog.one(" ".join(names), ("mission",)).id
    years = figures.years_of_locations(catalog, id)
    if not years:
        raise NotFound(f"{id}: no places are known; they are for UN missions from 1994 to 2024")
    at = year if year is not None else years[-1]
    if at not in years:
        known = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0])
        raise NotFound(f"{id}: no places are known for {at}; known are years from {known}")
    rows = figures.locations(catalog, id, at)
    arranged = Rows(rows).arranged(output.order(LOCATIONS))
    if geojson:
        output.write(portable(_geojson(arranged), output.terminal()))
        return
    marks = {str(row["place"]): mark for row, mark in zip(arranged, _marks(), strict=False)}
    remark = f"{id} in {at}; Geo-PKO v2.3, troops estimated from units"
    show_drawn(
        catalog,
        arranged,
        LOCATIONS,
        output,
        lambda row, terminal: marks.get(str(row["place"]), ""),
        column="mark",
        above=lambda terminal: _area(rows, marks, terminal),
        remark=remark,
    )


def _marks() -> str:
    return "123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _geojson(rows: Iterable[Mapping[str, Any]]) -> str:
    import json

    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]},
            "properties": {k: v for k, v in row.items() if k not in ("longitude", "latitude")},
        }
        for row in rows
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def _area(rows: Sequence[Mapping[str, Any]], marks: Mapping[str, str], terminal: Terminal) -> str:
    """A map of the places, each by its mark in the table; the edges' degrees stand below."""
    from pkcli.output.worldmap import Marker, draw_map

    longitudes, latitudes = ([float(row[axis]) for row in rows] for axis in ("longitude", "latitude"))
    span = max(max(longitudes) - min(longitudes), (max(latitudes) - min(latitudes)) * 1.6, _LEAST_SPAN)
    middle = (min(longitudes) + max(longitudes)) / 2
    west, east = middle - span * (0.5 + _MARGIN), middle + span * (0.5 + _MARGIN)
    pad = max((max(latitudes) - min(latitudes)) * _MARGIN, _LEAST_SPAN / 4)
    box = (west, min(latitudes) - pad, east, max(latitudes) + pad)
    # The mission's headquarters and the largest places are drawn last, over the others.
    drawn = [
        Marker(
            float(r["longitude"]), float(r["latitude"]), marks.get(str(r["place"]), "+"), r["headquarters"] == "mission"
        )
        for r in reversed(rows)
    ]
    return draw_map(box, drawn, min(terminal.width, 90), terminal, edges=True)


@takes("filters", "output")
def world(filters: Filters, output: OutputOptions) -> None:
    """Show the hosts of missions on a map of the world, each with its number of missions.

    A dot is one mission. Hosts that fall on one character share it, and a
    mission of several of them counts once there; a plus stands for ten and more.

    Example: pkcli map --status active
    """
    catalog = Catalog()
    remark_on(catalog, filters)
    rows = figures.hosts(catalog, filters)
    undrawn = [str(row["name"]) for row in rows if row["latitude"] is None]
    signs = "on the map ● or * is one mission, a digit the number of missions at one place, + ten and more"
    arranged = Rows(rows).arranged(output.order(HOSTS))
    show_drawn(
        catalog,
        arranged,
        HOSTS,
        output,
        None,
        above=lambda terminal: _hosts(rows, terminal),
        remark=f"not drawn: {', '.join(undrawn)} · {signs}" if undrawn else signs,
    )


def _hosts(rows: Sequence[Mapping[str, Any]], terminal: Terminal) -> str:
    from pkcli.output.worldmap import Host, draw_map, joined

    hosts = [
        Host(float(row["longitude"]), float(row["latitude"]), row["mission_ids"])
        for row in rows
        if row["latitude"] is not None
    ]
    width = min(terminal.width, _WIDEST_MAP)
    return draw_map(_WORLD, joined(hosts, _WORLD, width, unicode=terminal.unicode), width, terminal, edges=False)
