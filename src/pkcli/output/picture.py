"""A terminal's output as a picture: SVG or HTML, by Rich.

Charts are made of characters that fixed-width fonts lack, or have in another
width, which would shift all that follows them in the line. So they are drawn,
and in an image each word stands at its own place: not every viewer gives a run
of text the length that it should have.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_RUN = re.compile(r'<text class="([^"]*-r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+" ([^>]*)>([^<]*)</text>')
_BLANK = "&#160;"
_BRAILLE = re.compile("[\u2800-\u28ff]+")
_DRAWN = re.compile("[\u2800-\u28ff▁-█─│└]|·(?=[·█])|(?<=[·█])·")
"""What an image draws; a point in the middle between words is text."""
_DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""Column and row of each bit of a Braille character."""
_CELL = (20 * 0.61, 20 * 1.22)
"""Width and height of a character in Rich's SVG."""
_CELL_TOP = 1.5
_DOT = (3.6, 3.6)
_STROKE = 1.5
_BETWEEN = 2.5
"""What is left free above and below a bar, so that the bars of two lines are told apart."""
_LINE_HEIGHT = 1.1875
"""In em: whole pixels at the usual 16."""
_LEAST_WIDTH, _WIDEST_TITLE = 20, 110
_BESIDE_TITLE = 12
"""Characters of a window's bar that its buttons take, and as much at the other side."""
Box = tuple[float, float, float, float]
"""Left, top, width and height."""


def picture(text: str, suffix: str, title: str) -> str:
    """`text` with its colours as an SVG image or an HTML page, by the file's suffix (`.svg`, `.html`)."""
    from rich.console import Console
    from rich.terminal_theme import SVG_EXPORT_THEME
    from rich.text import Text

    shown = Text.from_ansi(text.rstrip("\n"), no_wrap=True, overflow="ignore")
    title = title if len(title) <= _WIDEST_TITLE else title[: _WIDEST_TITLE - 1] + "…"
    width = max([_LEAST_WIDTH, len(title) + _BESIDE_TITLE, *(line.cell_len for line in shown.split("\n"))])
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, _environ={})
    if suffix == ".svg":
        drawn = _drawn(shown, console, SVG_EXPORT_THEME)
        console.print(Text(_DRAWN.sub(" ", shown.plain), spans=shown.spans), soft_wrap=True)
        image = _RUN.sub(_words, console.export_svg(title=title, theme=SVG_EXPORT_THEME))
        # A picture is whole without a network: the reader's own fonts serve.
        image = _WEB_FONTS.sub("", image).replace("Fira Code", "DejaVu Sans Mono").replace("arial", "arial, sans-serif")
        return re.sub(r'(<g class="[^"]*-matrix">)', rf"\1{drawn}", image, count=1)
    console.print(shown, soft_wrap=True)
    page = console.export_html(theme=SVG_EXPORT_THEME).replace(
        '<pre style="', f'<pre style="line-height:{_LINE_HEIGHT};', 1
    )
    page = page.replace("<head>", f"<head>\n<title>{escape(title)}</title>", 1)
    return _BRAILLE.sub(_inline, page)


def _words(run: re.Match[str]) -> str:
    """A run of Rich's SVG word by word, each where its first character belongs."""
    from rich.cells import cell_len

    style, x, y, rest, content = run.groups()
    words, column = [], 0
    for word in content.rstrip("\n").split(_BLANK):
        across = cell_len(unescape(word))
        if word:
            left, length = float(x) + column * _CELL[0], across * _CELL[0]
            words.append(f'<text class="{style}" x="{left:.1f}" y="{y}" textLength="{length:.1f}" {rest}>{word}</text>')
        column += across + 1
    return "".join(words)


def _drawn(shown: Text, console: Console, theme: TerminalTheme) -> str:
    """The characters of charts where Rich's SVG has these, a path for each colour."""
    from rich.color import blend_rgb

    paths: dict[str, list[str]] = defaultdict(list)
    for y, line in enumerate(shown.split("\n")):
        marks = [match.start() for match in _DRAWN.finditer(line.plain)]
        # Characters of one kind and style that follow each other are one shape: a bar has no seams.
        found = [(line.plain[x], line.get_style_at_offset(console, x), x - n, x) for n, x in enumerate(marks)]
        for (character, style, _), run in groupby(found, lambda mark: mark[:3]):
            columns = [x for *_, x in run]
            color = style.color.get_truecolor(theme) if style.color else theme.foreground_color
            if style.dim:
                color = blend_rgb(color, theme.background_color, 0.4)
            corner = (columns[0] * _CELL[0], y * _CELL[1] + _CELL_TOP)
            paths[color.hex].extend(map(_path, _shapes(character, len(columns), corner)))
    return "".join(f'<path fill="{color}" d="{"".join(shapes)}"/>' for color, shapes in paths.items())


def _shapes(character: str, times: int, corner: tuple[float, float]) -> Iterator[Box]:
    """The boxes that make up a character of a chart, so many times side by side, the first at `corner`."""
    (x, y), (across, down) = corner, _CELL
    middle, half = y + (down - _STROKE) / 2, (across - _STROKE) / 2
    if "▁" <= character <= "█":
        high = (ord(character) - ord("▁") + 1) / 8 * (down - 2 * _BETWEEN)
        yield x, y + down - _BETWEEN - high, times * across, high
    elif character == "─":
        yield x, middle, times * across, _STROKE
    else:
        for left in (x + time * across for time in range(times)):
            if character == "·":
                yield left + half, middle, _STROKE, _STROKE
            elif character in "│└":
                yield left + half, y, _STROKE, down if character == "│" else (down + _STROKE) / 2
                if character == "└":
                    yield left + half, middle, across - half, _STROKE
            else:
                yield from _dots(character, (left, y), _CELL, _DOT)


def _inline(run: re.Match[str]) -> str:
    """A run of Braille characters as a drawing of the same room in a line of HTML."""
    dots = (box for i, character in enumerate(run[0]) for box in _dots(character, (i * 2, 0), (2, 4), (0.7, 0.7)))
    path = "".join(map(_path, dots))
    return (
        f'<svg viewBox="0 0 {2 * len(run[0])} 4" preserveAspectRatio="none" style="width:{len(run[0])}ch;'
        f'height:{_LINE_HEIGHT}em;vertical-align:bottom"><path fill="currentColor" d="{path}"/></svg>'
    )


def _dots(
    character: str, corner: tuple[float, float], cell: tuple[float, float], dot: tuple[float, float]
) -> Iterator[Box]:
    """The dots of a Braille character in a cell of this size at `corner`."""
    for bit, (column, row) in enumerate(_DOTS):
        if (ord(character) - 0x2800) >> bit & 1:
            x = corner[0] + (column + 0.5) / 2 * cell[0] - dot[0] / 2
            y = corner[1] + (row + 0.5) / 4 * cell[1] - dot[1] / 2
            yield x, y, dot[0], dot[1]


def _path(box: Box) -> str:
    """Path data of a box."""
    x, y, across, down = (round(value, 2) for value in box)
    return f"M{x:g} {y:g}h{across:g}v{down:g}h-{across:g}z"
