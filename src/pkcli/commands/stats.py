"""`stats`: counts and totals of missions by a field."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import STATISTICS, grouped, remark_on, show
from pkcli.commands.options import OutputOptions, takes
from pkcli.query import Filters, choose
from pkcli.rows import Rows


@takes("filters", "output")
def stats(
    filters: Filters,
    output: OutputOptions,
    by: Annotated[str, typer.Option("--by", help="region, organization, decade, type, status …", metavar="FIELD")],
) -> None:
    """Count missions by region, organisation, decade of their start, type, or another field.

    A mission with several hosts or leading organisations counts once with each of
    them; by organisation, what states lead, whoever authorised it, counts as none.
    Fatalities are those that the records of these missions know, of whatever
    organisation; pkcli fatalities counts the UN's own file.

    Example: pkcli stats --by region --category un-peacekeeping-operation
    """
    catalog = Catalog()
    remark_on(catalog, filters)
    chosen = choose("--by", by, catalog.groupings())
    rows = Rows(catalog.statistics(chosen, filters))
    show(catalog, rows.arranged(output.order(STATISTICS)), grouped(STATISTICS, chosen), output)
