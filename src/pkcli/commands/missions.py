"""`missions`: list and filter missions."""

from __future__ import annotations

from pkcli.catalog import Catalog, Listing
from pkcli.commands.lists import MISSIONS, remark_on, show_styled
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
    remark_on(catalog, filters)
    found = catalog.missions(filters, output.order(MISSIONS))
    terminal = output.terminal()
    style = output.style(MISSIONS, terminal)
    remark = _remark(found) if style.format is Format.TABLE else ""
    show_styled(catalog, found, MISSIONS, output, style, terminal, remark=remark)


def _remark(found: Listing) -> str:
    """What a table's reader has to know of its blanks and of its strengths."""
    cells = found.cells(["ended_by", "personnel_kind"])
    unknown = sum(over is not None for over, _ in cells)
    told = ["≤ authorised, not deployed"] if any(kind == "authorised" for _, kind in cells) else []
    if unknown:
        told.append(f"{unknown} of those without an end {'is' if unknown == 1 else 'are'} over on an unknown day")
    return " · ".join(told)
