"""CSV, tab-separated text and Markdown tables: whole values, nothing cut, one record a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pkcli.columns import Column
from pkcli.output import Format, Records, Style


def render(records: Records, columns: Sequence[Column], style: Style) -> str:
    """The records' cells, with the columns' names (in Markdown their headings) as header unless it is unwanted."""
    rows = [[text(value) for value in row] for row in records.cells([c.name for c in columns])]
    match style.format:
        case Format.TSV:
            header = [[c.name for c in columns]] if style.header else []
            return "".join("\t".join(map(_one_line, row)) + "\n" for row in (*header, *rows))
        case Format.CSV:
            header = [[c.name for c in columns]] if style.header else []
            return _csv([*header, *rows])
        case _:
            return _markdown(rows, columns, style)


def text(value: object) -> str:
    """A cell's value as text; nothing for what is unknown."""
    return "" if value is None else str(value)


def spaced(cell: str) -> str:
    """Several values of a cell with blanks between them; a semicolon in prose has one and stays."""
    return re.sub(r";(?! )", ", ", cell)


def _one_line(cell: str) -> str:
    return cell.replace("\t", " ").replace("\n", " ").replace("\r", " ")


def _csv(rows: Sequence[Sequence[str]]) -> str:
    import csv
    import io

    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


def _markdown(rows: Sequence[Sequence[str]], columns: Sequence[Column], style: Style) -> str:
    def line(cells: Sequence[str]) -> str:
        escaped = (_one_line(c).replace("\\", "\\\\").replace("|", "\\|") for c in map(spaced, cells))
        return f"| {' | '.join(escaped)} |\n"

    rule = "| " + " | ".join("---:" if c.number else "---" for c in columns) + " |\n"
    head = line([c.heading for c in columns]) + rule if style.header else ""
    return head + "".join(line(row) for row in rows)
