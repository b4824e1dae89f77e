"""`missions`: list and filter missions."""

from __future__ import annotations

from pkcli.catalog import Catalog
from pkcli.commands.lists import MISSIONS, show_styled
from pkcli.commands.options import OutputOptions, takes
from pkcli.output import Format
from pkcli.query import Filters


@takes("filters", "output")
def missions(filters: Filters, output: OutputOptions) -> None:
    """List and filter missions.

    Repeating an option widens it, different options narrow. Values forgive
    case, accents, blanks and hyphens; dates are 1948, 1948-05 or 1948-05-29.

    Example: pkcli missions --region africa --status active
    """
    catalog = Catalog()
    found = catalog.missions(filters, output.order(MISSIONS))
    terminal = output.terminal()
    style = output.style(MISSIONS, terminal)
    remark = ""
    if style.format is Format.TABLE and (unknown := sum(over is not None for (over,) in found.cells(["ended_by"]))):
        remark = f"{unknown} of those without an end {'is' if unknown == 1 else 'are'} over on an unknown day"
    show_styled(catalog, found, MISSIONS, output, style, terminal, remark=remark)
