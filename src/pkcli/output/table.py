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
    for i in kept:
        column = columns[i]
        table.add_column(
            Text(column.heading),
            justify="right" if column.number else "left",
            no_wrap=not column.fold,
            overflow="fold",
            min_width=needed(column, [row[i] for row in rows]),
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
    return Text(text, style=LABEL) if column.rank == 0 else value(text)
