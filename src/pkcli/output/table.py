"""Lists as tables for people: they fit the terminal, and leave out the least important columns first.

The layout is ours and the styling Rich's: all cells are laid out first and
drawn as one `Text`. Rich's own `Table` draws each cell by itself, which costs
more than all the rest of a list of a hundred records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import TextWrapper, wrap

from rich.text import Text

from pkcli.columns import Column
from pkcli.output import Records, Style
from pkcli.output.delimited import spaced
from pkcli.output.rich_text import CHART, DIFFERS, LABEL, QUIET, TITLE, draw, number, style_of
from pkcli.terminal import UNCUT, Terminal

_GAP = 2
_DASH = "–"
_LONGEST_WORD = 20
_LARGE, _MOST_PLACES = 1000, 2
_SYMBOL = re.compile(r"(?<=/RES/)(\d+(?:-\w)?) (?=\()")
_TOGETHER = "\N{NO-BREAK SPACE}"
_MARKS = ("≠", "!=")


def render(
    records: Records, columns: Sequence[Column], style: Style, terminal: Terminal, caption: str, *, chosen: bool
) -> str:
    """A table of the records with `caption` below; columns that the user chose are folded, never left out."""
    rows = _rows(records, columns, terminal, whole=chosen)
    kept = list(range(len(columns)))
    left_out: list[str] = []
    if not chosen:
        # A column that is empty, or nought, for all of these records says nothing of them.
        told = [i for i in kept if columns[i].rank == 0 or any(row[i] not in (_DASH, "0") for row in rows)]
        fit = fitting([columns[i] for i in told], [[row[i] for i in told] for row in rows], terminal.width)
        kept = [told[i] for i in fit]
        left_out = [columns[i].heading.lower() for i in told if i not in kept and columns[i].heading]
    if left_out:
        caption += f" · left out to fit: {', '.join(left_out)}"
    text = Text(no_wrap=True, overflow="ignore")
    if rows:
        shown = [columns[i] for i in kept]
        _draw_rows(text, shown, [[row[i] for i in kept] for row in rows], style, terminal)
    text.append("\n".join(wrap(caption, min(terminal.width, 160))), style=QUIET)
    return draw(text, terminal)


def _rows(records: Records, columns: Sequence[Column], terminal: Terminal, *, whole: bool) -> list[list[str]]:
    """The cells as shown; unless the `whole` is wanted, long lists are shortened and signs put."""
    names = [column.name for column in columns]
    cells = [list(row) for row in records.cells(names)]
    places = [_places([row[i] for row in cells]) if column.number else 0 for i, column in enumerate(columns)]
    if whole:
        return [[_shown(*cell) for cell in zip(columns, row, places, strict=True)] for row in cells]
    for i, column in enumerate(columns):
        if column.shortened:
            for row in cells:
                row[i] = _shortened(str(row[i] or ""), column.shortened)
    rows = [[_shown(*cell) for cell in zip(columns, row, places, strict=True)] for row in cells]
    for i, column in enumerate(columns):
        if mark := column.mark:
            before = mark.before if terminal.unicode else mark.before.replace("≤", "<=")
            for shown, (value,) in zip(rows, records.cells([mark.column]), strict=True):
                if value == mark.has:
                    shown[i] = f"{before}{shown[i]}{mark.after}"
    return rows


def _shortened(cell: str, most: int) -> str:
    """A list with its first values, and how many there are besides."""
    values = cell.split(";")
    return cell if len(values) <= most else f"{';'.join(values[: most - 1])} and {len(values) - most + 1} more"


def _draw_rows(
    text: Text, columns: Sequence[Column], rows: Sequence[Sequence[str]], style: Style, terminal: Terminal
) -> None:
    """Append a header, a rule and the rows, each as many lines as its cells need."""
    across = widths(columns, [[row[i] for row in rows] for i in range(len(columns))], terminal.width)
    if style.header:
        for line in _lines([column.heading for column in columns], columns, across):
            text.append("".join(line).rstrip() + "\n", style=TITLE)
        text.append(("─" if terminal.unicode else "-") * (sum(across) + _GAP * (len(across) - 1)) + "\n", style=QUIET)
    for row in rows:
        styles = [_style(column, cell) for column, cell in zip(columns, row, strict=True)]
        for line in _lines(row, columns, across):
            for piece, own in zip(line, styles, strict=True):
                text.append(piece, style=own)
            text.append("\n")


def _lines(cells: Sequence[str], columns: Sequence[Column], across: Sequence[int]) -> Iterator[list[str]]:
    """The lines of one row: each cell folded and padded to its column, with the gap before it."""
    folded = [_folded(cell, width) for cell, width in zip(cells, across, strict=True)]
    for number_of_line in range(max(map(len, folded))):
        line = []
        for i, (parts, column) in enumerate(zip(folded, columns, strict=True)):
            part = parts[number_of_line] if number_of_line < len(parts) else ""
            padded = part.rjust(across[i]) if column.number else part.ljust(across[i])
            line.append((" " * _GAP if i else "") + padded)
        yield line


class _Wrapper(TextWrapper):
    """Parts lines at blanks alone, and only words that are longer than a line at their hyphens."""

    def _split(self, text: str) -> list[str]:
        return [chunk for chunk in self.wordsep_simple_re.split(text) if chunk]

    def _handle_long_word(self, chunks: list[str], cur_line: list[str], cur_len: int, width: int) -> None:
        if not cur_line or "-" in chunks[-1][1 : width - cur_len]:
            super()._handle_long_word(chunks, cur_line, cur_len, width)


def _folded(cell: str, width: int) -> list[str]:
    """The lines of a cell; a resolution's symbol stays whole where there is room for it."""
    if len(cell) <= width:
        return [cell]
    whole = _SYMBOL.sub(rf"\1{_TOGETHER}", cell)
    return [line.replace(_TOGETHER, " ") for line in _Wrapper(width).wrap(whole)] or [""]


def fitting(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The indices of the columns that fit into `width` together, the least important left out first."""
    kept = list(range(len(columns)))
    if width >= UNCUT:
        return kept
    need = [needed(column, [row[i] for row in rows]) for i, column in enumerate(columns)]
    while len(kept) > 1 and sum(need[i] + _GAP for i in kept) - _GAP > width:
        worst = max(kept, key=lambda i: columns[i].rank)
        if columns[worst].rank == 0:
            break
        kept.remove(worst)
    return kept


def widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: its widest cell where all fits, else the folding ones share what the others leave."""
    wanted = [max([len(column.heading), *map(len, own)]) for column, own in zip(columns, cells, strict=True)]
    least = [needed(column, own) for column, own in zip(columns, cells, strict=True)]
    room = width - _GAP * (len(columns) - 1)
    spare = room - sum(least)
    if sum(wanted) <= room or spare < 0:
        return wanted if sum(wanted) <= room else _squeezed(columns, least, room)
    asked = max(sum(w - n for w, n in zip(wanted, least, strict=True)), 1)
    shared = [n + (w - n) * spare // asked for w, n in zip(wanted, least, strict=True)]
    widest = max(range(len(columns)), key=lambda i: wanted[i] - shared[i])
    shared[widest] += min(room - sum(shared), wanted[widest] - shared[widest])
    return shared


def _squeezed(columns: Sequence[Column], least: Sequence[int], room: int) -> list[int]:
    """Columns that do not fit even so: the folding ones give way, a character at least is left of each."""
    fixed = sum(n for column, n in zip(columns, least, strict=True) if not column.fold)
    folding = max(sum(column.fold > 0 for column in columns), 1)
    each = max((room - fixed) // folding, 1)
    return [min(n, each) if column.fold else n for column, n in zip(columns, least, strict=True)]


def needed(column: Column, cells: Sequence[str]) -> int:
    """The least width at which nothing of a column is cut and no usual word is broken."""
    widest = max([len(column.heading), *map(len, cells)])
    if not column.fold:
        return widest
    word = max((len(word) for cell in cells for word in cell.split()), default=0)
    return min(widest, max(column.fold, len(column.heading), min(word, _LONGEST_WORD)))


def _shown(column: Column, cell: object, places: int) -> str:
    if cell is None or cell == "":
        return _DASH
    if places and isinstance(cell, int | float):
        return f"{cell:,.{places}f}"
    return number(cell) if column.number else spaced(str(cell))


def _places(cells: Sequence[object]) -> int:
    """How many decimals all numbers of a column have, so that their points stand below each other; 0 for integers."""
    broken = [cell for cell in cells if isinstance(cell, float)]
    if any(abs(cell) >= _LARGE for cell in broken):
        return 1
    return max((min(len(str(cell).partition(".")[2]), _MOST_PLACES) for cell in broken), default=0)


def _style(column: Column, text: str) -> str:
    if text == _DASH:
        return QUIET
    if text in _MARKS:
        return DIFFERS
    if column.name == "chart":
        return CHART
    return LABEL if column.rank == 0 and not column.fold else style_of(text)
