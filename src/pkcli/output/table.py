"""Lists as tables for people: they fit the terminal, and leave out the least important columns first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import ASCII, SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from pkcli.columns import Column
from pkcli.output import Records, Style
from pkcli.output.rich_text import DIFFERS, LABEL, QUIET, TITLE, draw, number, value
from pkcli.terminal import UNCUT, Terminal

_GAP = 2
_DASH = "–"
_LONGEST_WORD = 18
_MARKS = ("≠", "!=")


def render(
    records: Records, columns: Sequence[Column], style: Style, terminal: Terminal, caption: str, *, chosen: bool
) -> str:
    """A table of the records with `caption` below; columns that the user chose are folded, never left out."""
    names = [column.name for column in columns]
    rows = [[_shown(*pair) for pair in zip(columns, row, strict=True)] for row in records.cells(names)]
    kept = list(range(len(columns))) if chosen else fitting(columns, rows, terminal.width)
    left_out = [columns[i].heading.lower() for i in range(len(columns)) if i not in kept]
    table = Table(
        box=SIMPLE_HEAD if terminal.unicode else ASCII,
        show_header=style.header,
        header_style=TITLE,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        expand=False,
    )
    for i, width in zip(kept, widths([columns[i] for i in kept], _by_column(rows, kept), terminal.width), strict=True):
        column = columns[i]
        table.add_column(
            Text(column.heading),
            justify="right" if column.number else "left",
            no_wrap=not column.fold,
            overflow="fold",
            width=width,
        )
    for row in rows:
        table.add_row(*(_cell(columns[i], row[i]) for i in kept))
    if left_out:
        caption += f" · left out to fit: {', '.join(left_out)}"
    parts = [table, Text(caption, style=QUIET)] if rows else [Text(caption, style=QUIET)]
    return draw(Group(*parts), terminal)


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


def _by_column(rows: Sequence[Sequence[str]], kept: Sequence[int]) -> list[list[str]]:
    return [[row[i] for row in rows] for i in kept]


def widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: its widest cell where all fits, else the folding ones share what the others leave.

    Widths that are known beforehand spare Rich the measuring of every cell, a third of a table's time.
    """
    wanted = [max([len(column.heading), *map(len, own)]) for column, own in zip(columns, cells, strict=True)]
    least = [needed(column, own) for column, own in zip(columns, cells, strict=True)]
    room = width - _GAP * (len(columns) - 1)
    spare = room - sum(least)
    if sum(wanted) <= room or spare <= 0:
        return wanted if sum(wanted) <= room else _squeezed(columns, least, room)
    asked = sum(w - n for w, n in zip(wanted, least, strict=True))
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


def _shown(column: Column, cell: object) -> str:
    if cell is None or cell == "":
        return _DASH
    return number(cell) if column.number else str(cell).replace(";", ", ")


def _cell(column: Column, text: str) -> Text:
    if text == _DASH:
        return Text(text, style=QUIET)
    if text in _MARKS:
        return Text(text, style=DIFFERS)
    return Text(text, style=LABEL) if column.rank == 0 and not column.fold else value(text)
