"""A terminal's output as a picture: SVG or HTML, by Rich."""

from __future__ import annotations

import io
import re

_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def picture(text: str, suffix: str, title: str) -> str:
    """`text` with its colours as an SVG image or an HTML page, by the file's suffix (`.svg`, `.html`)."""
    from rich.console import Console
    from rich.terminal_theme import SVG_EXPORT_THEME
    from rich.text import Text

    shown = Text.from_ansi(text.rstrip("\n"), no_wrap=True, overflow="ignore")
    width = max((line.cell_len for line in shown.split("\n")), default=1)
    console = Console(record=True, width=max(width, 20), file=io.StringIO(), force_terminal=True, _environ={})
    console.print(shown, soft_wrap=True)
    if suffix == ".svg":
        image = console.export_svg(title=title, theme=SVG_EXPORT_THEME)
        # A picture is whole without a network: the reader's own fixed-width font serves, and each run has its length.
        image = _WEB_FONTS.sub("", image).replace("Fira Code", "DejaVu Sans Mono")
        # Some viewers drop a run's leading blanks without it.
        return image.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return console.export_html(theme=SVG_EXPORT_THEME)
