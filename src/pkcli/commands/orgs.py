"""`orgs` and `org`: organisations, and all about one."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import ORGANIZATIONS, show, show_details
from pkcli.commands.options import OutputOptions, flatten, takes
from pkcli.query import choose


@takes("output")
def orgs(
    output: OutputOptions,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help="global, regional, alliance, ngo …", metavar="KIND")
    ] = None,
) -> None:
    """List the organisations that lead, authorise or support missions, or work beside them.

    Example: pkcli orgs --kind ngo
    """
    catalog = Catalog()
    kinds = [choose("--kind", value, catalog.values("OrganizationKind")) for value in kind or ()]
    show(catalog, catalog.organizations(kinds, output.order(ORGANIZATIONS)), ORGANIZATIONS, output)


@takes("output")
def org(
    names: Annotated[list[str], typer.Argument(help="Acronym, id, name or alias.", metavar="ORGANISATION…")],
    output: OutputOptions,
) -> None:
    """Show everything about one or more organisations: role, missions, sources.

    Example: pkcli org au
    """
    catalog = Catalog()
    found = [catalog.find(name, ("organization",)) for name in flatten(names)]
    show_details(catalog, "organization", found, ORGANIZATIONS, output)
