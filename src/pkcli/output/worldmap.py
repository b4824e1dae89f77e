"""Maps in characters: the outline of the land, and markers on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.text import Text

from pkcli.output.canvas import Projection, outline
from pkcli.output.rich_text import QUIET, draw
from pkcli.store import data_folder
from pkcli.terminal import Terminal

LAND, BORDERS = "land.csv", "borders.csv"
_MARK = "bold green"
_STRONG = "bold yellow"
Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


class Marker(NamedTuple):
    """A character at a place, in degrees."""

    longitude: float
    latitude: float
    text: str
    strong: bool


class Host(NamedTuple):
    """A place, in degrees, with the ids of its missions."""

    longitude: float
    latitude: float
    missions: Sequence[str]


def draw_map(box: Box, markers: Iterable[Marker], width: int, terminal: Terminal, *, edges: bool) -> str:
    """The land's outline in `box`, `width` characters wide, with markers; with `edges` borders and degrees."""
    projection = Projection(*box, width)
    rings = _rings(BORDERS if edges else LAND)
    lines = outline(projection, rings).lines(unicode=terminal.unicode)
    placed = {projection.cell(m.longitude, m.latitude): m for m in markers}
    text = Text(no_wrap=True, overflow="ignore")
    for row, line in enumerate(lines):
        drawn = 0
        for column in sorted(column for column, at in placed if at == row):
            marker = placed[column, row]
            text.append(line[drawn:column], style=QUIET)
            text.append(marker.text[:1], style=_STRONG if marker.strong else _MARK)
            drawn = column + 1
        text.append(line[drawn:] + "\n", style=QUIET)
    if edges:
        west, south, east, north = box
        text.append(f"{_degrees(north, 'NS')} to {_degrees(south, 'NS')}, ", style=QUIET)
        text.append(f"{_degrees(west, 'EW')} to {_degrees(east, 'EW')}\n", style=QUIET)
    return draw(text, terminal)


def joined(hosts: Sequence[Host], box: Box, width: int, *, unicode: bool) -> list[Marker]:
    """A marker for each character on which hosts fall: a dot for one mission, their number, a plus for ten and more.

    A mission of several hosts on one character counts once there. What lies west of the box stands beyond its east.
    """
    one = "●" if unicode else "*"
    projection = Projection(*box, width)
    cells: dict[tuple[int, int], list[Host]] = defaultdict(list)
    for host in hosts:
        east = host.longitude + 360 if host.longitude < box[0] else host.longitude
        cells[projection.cell(east, host.latitude)].append(host._replace(longitude=east))
    markers = []
    for first, *others in cells.values():
        number = len(set(first.missions).union(*(other.missions for other in others)))
        text = one if number == 1 else str(number) if number < 10 else "+"
        markers.append(Marker(first.longitude, first.latitude, text, number > 1))
    return markers


def _degrees(value: float, letters: str) -> str:
    return f"{abs(value):.1f}° {letters[value < 0]}"


def _rings(file: str) -> list[list[tuple[float, float]]]:
    """The rings of an outline; those of the far west once more beyond the date line."""
    rings = []
    for line in (data_folder() / file).read_text("utf-8").splitlines():
        numbers = [int(part) / 10 for part in line.split(",")]
        ring = list(zip(numbers[::2], numbers[1::2], strict=True))
        rings.append(ring)
        if min(longitude for longitude, _ in ring) < -165:
            rings.append([(longitude + 360, latitude) for longitude, latitude in ring])
    return rings
