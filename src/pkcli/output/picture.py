"""A terminal's output as a picture: SVG or HTML, by Rich.

Charts are drawn with Braille characters, which fixed-width fonts lack: another
font's would shift all that follows them in the line. So their dots are drawn.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_BRAILLE = re.compile("[\u2800-\u28ff]+")
_DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""Column and row of each bit of a Braille character."""
_CELL = (20 * 0.61, 20 * 1.22)
"""Width and height of a character in Rich's SVG."""
_CELL_TOP = 1.5
_DOT = (3.6, 3.6)
_LINE_HEIGHT = 1.1875
"""In em: whole pixels at the usual 16."""


def picture(text: str, suffix: str, title: str) -> str:
    """`text` with its colours as an SVG image or an HTML page, by the file's suffix (`.svg`, `.html`)."""
    from rich.console import Console
    from rich.terminal_theme import SVG_EXPORT_THEME
    from rich.text import Text

    shown = Text.from_ansi(text.rstrip("\n"), no_wrap=True, overflow="ignore")
    width = max((line.cell_len for line in shown.split("\n")), default=1)
    console = Console(record=True, width=max(width, 20), file=io.StringIO(), force_terminal=True, _environ={})
    if suffix == ".svg":
        dots = _drawn(shown, console, SVG_EXPORT_THEME)
        console.print(Text(_BRAILLE.sub(_blank, shown.plain), spans=shown.spans), soft_wrap=True)
        image = console.export_svg(title=title, theme=SVG_EXPORT_THEME)
        # A picture is whole without a network: the reader's own fixed-width font serves, and each run has its length.
        image = _WEB_FONTS.sub("", image).replace("Fira Code", "DejaVu Sans Mono")
        image = re.sub(r'(<g class="[^"]*-matrix">)', rf"\1{dots}", image, count=1)
        # Some viewers drop a run's leading blanks without it.
        return image.replace("<svg ", '<svg xml:space="preserve" ', 1)
    console.print(shown, soft_wrap=True)
    page = console.export_html(theme=SVG_EXPORT_THEME).replace(
        '<pre style="', f'<pre style="line-height:{_LINE_HEIGHT};', 1
    )
    return _BRAILLE.sub(_inline, page)


def _blank(run: re.Match[str]) -> str:
    return " " * len(run[0])


def _drawn(shown: Text, console: Console, theme: TerminalTheme) -> str:
    """The dots of all Braille characters where Rich's SVG has these, a path for each colour."""
    from rich.color import blend_rgb

    paths: dict[str, list[str]] = defaultdict(list)
    for y, line in enumerate(shown.split("\n")):
        for run in _BRAILLE.finditer(line.plain):
            style = line.get_style_at_offset(console, run.start())
            color = style.color.get_truecolor(theme) if style.color else theme.foreground_color
            if style.dim:
                color = blend_rgb(color, theme.background_color, 0.4)
            corner = (run.start() * _CELL[0], y * _CELL[1] + _CELL_TOP)
            paths[color.hex].extend(_squares(run[0], corner, _CELL, _DOT))
    return "".join(f'<path fill="{color}" d="{"".join(squares)}"/>' for color, squares in paths.items())


def _inline(run: re.Match[str]) -> str:
    """A run of Braille characters as a drawing of the same room in a line of HTML."""
    squares = "".join(_squares(run[0], (0, 0), (2, 4), (0.7, 0.7)))
    return (
        f'<svg viewBox="0 0 {2 * len(run[0])} 4" preserveAspectRatio="none" style="width:{len(run[0])}ch;'
        f'height:{_LINE_HEIGHT}em;vertical-align:bottom"><path fill="currentColor" d="{squares}"/></svg>'
    )


def _squares(
    run: str, corner: tuple[float, float], cell: tuple[float, float], dot: tuple[float, float]
) -> Iterator[str]:
    """Path data for the dots of Braille characters in cells of this size, the first at `corner`."""
    for number, character in enumerate(run):
        for bit, (column, row) in enumerate(_DOTS):
            if (ord(character) - 0x2800) >> bit & 1:
                x = corner[0] + (number + (column + 0.5) / 2) * cell[0] - dot[0] / 2
                y = corner[1] + (row + 0.5) / 4 * cell[1] - dot[1] / 2
                yield f"M{x:.4g} {y:.5g}h{dot[0]}v{dot[1]}h-{dot[0]}z"
