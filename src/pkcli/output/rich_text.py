"""What all Rich output shares: the console that turns a renderable into text, and the colours of the field's values.

Every cell is built as `Text`: nothing that comes from data is read as markup.
"""

from __future__ import annotations

import io

from rich.console import Console, RenderableType
from rich.text import Text

from pkcli.terminal import PLAINER, Terminal

TITLE = "bold"
LABEL = "cyan"
QUIET = "dim"
LINK = "blue"
DIFFERS = "yellow"
CHART = "green"

_STYLES = {
    "active": "bold green",
    "active?": "green",
    "planned": "yellow",
    "completed": "",
    "disputed": "red",
    "single": "yellow",
    "official": "",
    "two-sources": "green",
}


def draw(renderable: RenderableType, terminal: Terminal) -> str:
    """The text of a renderable for this terminal, without blanks at line ends."""
    # The file's encoding tells Rich which box characters the terminal can show.
    file = io.TextIOWrapper(io.BytesIO(), "utf-8" if terminal.unicode else "ascii", PLAINER, newline="")
    console = Console(
        file=file,
        width=terminal.width,
        force_terminal=terminal.color,
        no_color=not terminal.color,
        color_system="standard" if terminal.color else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    console.print(renderable)
    file.seek(0)
    return "\n".join(line if "\x1b" in line else line.rstrip() for line in file.read().split("\n"))


def titled(title: str, chart: str, terminal: Terminal) -> str:
    """A chart of characters under a title."""
    text = Text(no_wrap=True, overflow="ignore")
    text.append(title + "\n", style=TITLE).append(chart, style=CHART)
    return draw(text, terminal)


def value(text: str) -> Text:
    """A value in its own colour, if it has one."""
    return Text(text, style=style_of(text))


def style_of(text: str) -> str:
    """The colour of a value of the field (`active`, `disputed`), or none."""
    return _STYLES.get(text, "")


_LARGE = 100


def number(amount: object) -> str:
    """A number with separators of thousands, a large one without more than a decimal; other values as they are."""
    if isinstance(amount, float) and abs(amount) >= _LARGE:
        return f"{amount:,.1f}"
    return f"{amount:,}" if isinstance(amount, int) else str(amount)


def words(name: str) -> str:
    """A key as words, abbreviations in capitals: `un-peacekeeping-operation` is `UN peacekeeping operation`."""
    parts = name.replace("_", " ").replace("-", " ").split()
    return " ".join(word.upper() if word in _ABBREVIATIONS else word for word in parts)


_ABBREVIATIONS = {
    *["un", "au", "eu", "nato", "osce", "oas", "cis", "sadc", "eccas", "ecowas", "igad", "weu", "csdp", "ddr", "ssr"]
}
