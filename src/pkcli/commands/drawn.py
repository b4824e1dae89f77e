"""Rows with a chart column where a table is wanted, and without it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from pkcli.catalog import Catalog
from pkcli.commands.lists import show_styled
from pkcli.commands.options import OutputOptions
from pkcli.output import Format, View
from pkcli.output.chart import bar
from pkcli.rows import Rows
from pkcli.terminal import Terminal

_BAR = 24
_AGAIN = " "
Draw = Callable[[Mapping[str, Any], Terminal], str]


def show_drawn(
    catalog: Catalog,
    rows: Rows,
    view: View,
    output: OutputOptions,
    draw: Draw | None,
    *,
    column: str = "chart",
    once: str = "",
    above: Callable[[Terminal], str] | None = None,
    remark: str = "",
    none: str = "",
) -> None:
    """Print rows; in a table each gets what `draw`, if it is given, makes of it, and `above` stands over it.

    A table leaves out a value of the column `once` that the row before has too.
    """
    terminal = output.terminal()
    style = output.style(view, terminal)
    table = style.format is Format.TABLE
    shown = [
        {name: value for name, value in row.items() if name in view.columns}
        | ({column: draw(row, terminal)} if table and draw else {})
        for row in rows
    ]
    if table and once:
        for before, row in reversed(list(pairwise(shown))):
            if row[once] == before[once]:
                row[once] = _AGAIN
    chart = above(terminal) if table and above else ""
    show_styled(catalog, Rows(shown), view, output, style, terminal, above=chart, remark=remark, none=none)


def show_with_bars(
    catalog: Catalog,
    rows: list[dict[str, Any]],
    field: str,
    view: View,
    output: OutputOptions,
    *,
    once: str = "",
    above: Callable[[Terminal], str] | None = None,
    remark: str = "",
    none: str = "",
) -> None:
    """Print rows with a bar for the number in `field`."""
    top = max((row[field] or 0 for row in rows), default=0)

    def draw(row: Mapping[str, Any], terminal: Terminal) -> str:
        return bar(row[field] or 0, top, _BAR, unicode=terminal.unicode)

    arranged = Rows(rows).arranged(output.order(view))
    show_drawn(catalog, arranged, view, output, draw, once=once, above=above, remark=remark, none=none)
