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


def joined(markers: Sequence[Marker], box: Box, width: int, *, unicode: bool) -> list[Marker]:
    """Markers that hold numbers, those on one character added up: a dot for one, a plus for ten and more."""
    one = "●" if unicode else "*"
    projection = Projection(*box, width)
    cells: dict[tuple[int, int], list[Marker]] = defaultdict(list)
    for marker in markers:
        cells[projection.cell(marker.longitude, marker.latitude)].append(marker)
    together = []
    for found in cells.values():
        number = sum(int(marker.text) for marker in found)
        together.append(
            found[0]._replace(text=one if number == 1 else str(number) if number < 10 else "+", strong=number > 1)
        )
    return together


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
