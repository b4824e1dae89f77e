"""Where output goes: terminal or not, how wide, in colour or not, which characters.

Decided once a run, in one immutable value; nothing below reads `sys` or
`os.environ`.
"""

from __future__ import annotations

import codecs
import os
import sys
from typing import NamedTuple

UNCUT = 100_000
"""Columns of a table that is not for a terminal: nothing is cut or folded."""
PICTURE_WIDTH = 110
"""Columns of a picture."""

PLAINER = "pkcli-plainer"
"""The error handler that writes what an encoding lacks as the nearest that it has: `-` for a dash, `e` for `é`."""
_PLAIN = {"–": "-", "—": "-", "·": "-", "…": ".", "“": '"', "”": '"', "‘": "'", "’": "'", "≤": "<", "≠": "!", "×": "x"}


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    lacking = error.object[error.start : error.end]
    # A character for a character, so that columns stay in line.
    bases = (_PLAIN.get(c) or unicodedata.normalize("NFKD", c)[0] for c in lacking)
    return "".join(c if c.isascii() else "?" for c in bases), error.end


codecs.register_error(PLAINER, _plainer)


class Terminal(NamedTuple):
    """Properties of standard output in this run."""

    tty: bool
    width: int
    color: bool
    unicode: bool

    @classmethod
    def detect(cls, color: str = "auto") -> Terminal:
        """Ask the environment; `color` (auto, always, never) beats NO_COLOR, that beats FORCE_COLOR, that the tty."""
        env = os.environ
        tty = sys.stdout.isatty()
        encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "").replace("_", "")
        if color != "auto":
            colored = color == "always"
        elif env.get("NO_COLOR"):
            colored = False
        elif env.get("FORCE_COLOR"):
            colored = True
        else:
            colored = tty and env.get("TERM", "") not in ("dumb", "unknown")
        return cls(tty, _width(tty), colored, encoding.startswith("utf"))


def typed(*without: str) -> str:
    """The command as it was typed, without the options named, which take a value each."""
    import shlex

    words = ["pkcli"]
    arguments = iter(sys.argv[1:])
    for argument in arguments:
        if argument in without:
            next(arguments, None)
        elif argument.partition("=")[0] not in without:
            words.append(argument)
    return shlex.join(words)


def _width(tty: bool) -> int:
    """COLUMNS if it is a sensible number, else the terminal's width, else (in a pipe) no limit."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return min(max(int(columns), 20), UNCUT)
    if tty:
        try:
            return max(os.get_terminal_size(sys.stdout.fileno()).columns, 20) or 80
        except OSError:
            return 80
    return UNCUT
