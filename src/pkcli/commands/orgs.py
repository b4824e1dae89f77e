"""`orgs` and `org`: organisations, and all about one."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import ORGANIZATIONS, show, show_details
from pkcli.commands.named import records
from pkcli.commands.options import OutputOptions, takes
from pkcli.query import term

_BESIDE = frozenset(("ngo", "humanitarian"))
"""Kinds of organisations that work beside missions."""


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
    kinds = term("--kind", kind or (), catalog.terms("OrganizationKind"))
    view = ORGANIZATIONS
    if kinds and _BESIDE.issuperset(kinds):
        # What these did beside missions says more than how many they led.
        beside = view.columns["beside"]._replace(rank=view.columns["missions"].rank - 1)
        view = view._replace(columns={**view.columns, "beside": beside})
    show(catalog, catalog.organizations(kinds, output.order(view)), view, output)


@takes("output")
def org(
    names: Annotated[list[str], typer.Argument(help="Acronym, id, name or alias.", metavar="ORGANISATION…")],
    output: OutputOptions,
) -> None:
    """Show everything about one or more organisations: role, missions, sources.

    Example: pkcli org au
    """
    catalog = Catalog()
    found = records(catalog, names, ("organization",))
    show_details(catalog, "organization", found, ORGANIZATIONS, output)
