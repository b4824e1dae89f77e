"""`missions`: list and filter missions."""

from __future__ import annotations

from pkcli.catalog import Catalog
from pkcli.commands.lists import MISSIONS, show
from pkcli.commands.options import OutputOptions, takes
from pkcli.query import Filters


@takes("filters", "output")
def missions(filters: Filters, output: OutputOptions) -> None:
    """List and filter missions.

    Repeating an option widens it, different options narrow. Values forgive
    case, accents, blanks and hyphens; dates are 1948, 1948-05 or 1948-05-29.

    Example: pkcli missions --region africa --status active
    """
    catalog = Catalog()
    show(catalog, catalog.missions(filters, output.order(MISSIONS)), MISSIONS, output)
