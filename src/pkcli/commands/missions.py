"""`missions`: list and filter missions."""

from __future__ import annotations

from pkcli.catalog import Catalog, Listing
from pkcli.commands.lists import MISSIONS, remark_on, show_styled
from pkcli.commands.options import OutputOptions, takes
from pkcli.output import Format
from pkcli.query import ALL, Filters


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
    remark = _remark(found, marked=style.columns is None) if style.format is Format.TABLE else ""
    none = _outside(catalog, filters) if not found.count() and output.limit != 0 else ""
    show_styled(catalog, found, MISSIONS, output, style, terminal, remark=remark, none=none)


def _outside(catalog: Catalog, filters: Filters) -> str:
    """That missions outside the scope would fit; empty if none would."""
    others = catalog.missions(filters._replace(scope=ALL)).count()
    return f"no {filters.scope} mission fits, but {others} of all scopes; add --scope all" if others else ""


def _remark(found: Listing, *, marked: bool) -> str:
    """What a table's reader has to know of its blanks, and of its signs if it has any."""
    cells = found.cells(["ended_by", "personnel_kind", "unconfirmed"])
    told = []
    if marked and any(kind == "authorised" for _, kind, _ in cells):
        told.append("≤ authorised, not deployed")
    if marked and any(doubtful == "yes" for _, _, doubtful in cells):
        told.append("? not confirmed of late")
    if unknown := sum(over is not None for over, _, _ in cells):
        told.append(f"{unknown} of those without an end {'is' if unknown == 1 else 'are'} over on an unknown day")
    return " · ".join(told)
