"""`countries` and `country`: what a country hosts, sends and has lost."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import COUNTRIES, show, show_details
from pkcli.commands.named import records
from pkcli.commands.options import OutputOptions, takes
from pkcli.query import term


@takes("output")
def countries(
    output: OutputOptions,
    region: Annotated[
        list[str] | None, typer.Option("--region", "-r", help="Only of a region.", metavar="REGION")
    ] = None,
    hosting: Annotated[bool, typer.Option("--hosting", help="Only those that host a mission now.")] = False,
    sending: Annotated[bool, typer.Option("--sending", help="Only those with personnel in UN missions now.")] = False,
) -> None:
    """List countries with what they host, send to UN missions, and have lost in them.

    Example: pkcli countries --region africa --sort personnel --reverse
    """
    catalog = Catalog()
    regions = term("--region", region or (), catalog.terms("Region"))
    found = catalog.countries(regions, output.order(COUNTRIES), hosting=hosting, sending=sending)
    show(catalog, found, COUNTRIES, output)


@takes("output")
def country(
    names: Annotated[list[str], typer.Argument(help="Name, ISO alpha-2 or alpha-3.", metavar="COUNTRY…")],
    output: OutputOptions,
) -> None:
    """Show what a country hosts and hosted, sends and sent to UN missions, and its fallen.

    Example: pkcli country rwanda
    """
    catalog = Catalog()
    found = records(catalog, names, ("country",))
    show_details(catalog, "country", found, COUNTRIES, output)
