"""Drawing in characters: lines and points on a grid of braille dots, two across and four down in each character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pkcli.output.chart import year_labels

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BLANK = 0x2800


class Canvas:
    """A grid of dots, `2 * width` by `4 * height`, from the upper left."""

    def __init__(self, width: int, height: int) -> None:
        """An empty canvas of `width` by `height` characters."""
        self.width, self.height = width, height
        self._cells = [[0] * width for _ in range(height)]

    def dot(self, x: float, y: float) -> None:
        """Set the dot at `x` to the right and `y` down, in dots; outside is ignored."""
        column, row = int(x) // 2, int(y) // 4
        if x >= 0 and y >= 0 and column < self.width and row < self.height:
            self._cells[row][column] |= _DOTS[int(y) % 4][int(x) % 2]

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Set the dots between two points."""
        (x, y), (to_x, to_y) = start, end
        steps = int(max(abs(to_x - x), abs(to_y - y))) + 1
        for step in range(steps + 1):
            self.dot(x + (to_x - x) * step / steps, y + (to_y - y) * step / steps)

    def lines(self, *, unicode: bool) -> list[str]:
        """The canvas as lines of text: braille, or full stops where a terminal has none."""
        if unicode:
            return ["".join(chr(_BLANK + cell) if cell else " " for cell in row) for row in self._cells]
        return ["".join("." if cell else " " for cell in row) for row in self._cells]


def line_chart(series: Mapping[float, int], span: tuple[float, float], size: tuple[int, int], *, unicode: bool) -> str:
    """A line of numbers over years, with axes.

    `series` maps a moment (in years) to a number; moments more than a month and a half apart are not joined, as the
    months between are a gap. `span` is the first and last moment of the axis, `size` the whole chart in characters.
    """
    top = max(series.values(), default=0) or 1
    label = len(f"{top:,}")
    width, height = size[0] - label - 2, size[1] - 2
    canvas = Canvas(width, height)
    across, down = 2 * width - 1, 4 * height - 1

    def place(moment: float) -> tuple[float, float]:
        share = (moment - span[0]) / max(span[1] - span[0], 1e-9)
        return share * across, (1 - series[moment] / top) * down

    before: float | None = None
    for moment in sorted(series):
        if before is not None and moment - before < 1.5 / 12:
            canvas.line(place(before), place(moment))
        else:
            canvas.dot(*place(moment))
        before = moment
    side, corner, floor = ("│", "└", "─") if unicode else ("|", "+", "-")
    rows = []
    for number, line in enumerate(canvas.lines(unicode=unicode)):
        mark = f"{top:,}" if number == 0 else "0" if number == height - 1 else ""
        rows.append(f"{mark:>{label}} {side}{line}".rstrip())
    rows.append(" " * (label + 1) + corner + floor * width)
    rows.append(" " * (label + 2) + year_labels(span, width))
    return "\n".join(rows)


class Projection:
    """Degrees to dots of a canvas: plate carrée, the same scale both ways."""

    def __init__(self, west: float, south: float, east: float, north: float, width: int) -> None:
        """A map of the box, `width` characters wide."""
        self.west, self.south, self.east, self.north, self.width = west, south, east, north, width
        self._scale = (2 * width - 1) / (east - west)
        self.height = max(int((north - south) * self._scale / 4) + 1, 1)

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place stands, in dots."""
        return (longitude - self.west) * self._scale, (self.north - latitude) * self._scale

    def cell(self, longitude: float, latitude: float) -> tuple[int, int]:
        """The column and row of the character in which a place stands."""
        x, y = self.point(longitude, latitude)
        return int(x) // 2, int(y) // 4


def outline(projection: Projection, rings: Sequence[Sequence[tuple[float, float]]]) -> Canvas:
    """The outline of the land, `rings` of longitude and latitude, on a map."""
    canvas = Canvas(projection.width, projection.height)
    across, down = 2 * projection.width, 4 * projection.height
    for ring in rings:
        before: tuple[int, int] | None = None
        for longitude, latitude in ring:
            x, y = projection.point(longitude, latitude)
            here = (int(x), int(y))
            # On a small map most of a coast's points share a dot.
            if before is not None and here != before and _touches(before, here, across, down):
                canvas.line(before, here)
            before = here
    return canvas


def _touches(start: tuple[int, int], end: tuple[int, int], across: int, down: int) -> bool:
    """Whether a line between two points may cross a canvas of `across` by `down` dots."""
    return (
        max(start[0], end[0]) >= 0
        and min(start[0], end[0]) < across
        and max(start[1], end[1]) >= 0
        and min(start[1], end[1]) < down
    )
