"""`topics`, `topic`, `history` and `glossary`: the themes, the story and the words of the field."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import EVENTS, TERMS, TOPICS, show, show_details
from pkcli.commands.named import organizations, records
from pkcli.commands.options import OutputOptions, takes
from pkcli.query import span, term


@takes("output")
def topics(output: OutputOptions) -> None:
    """List the themes of international cooperation in peacekeeping.

    Example: pkcli topics
    """
    catalog = Catalog()
    show(catalog, catalog.topics(output.order(TOPICS)), TOPICS, output)


@takes("output")
def topic(
    names: Annotated[list[str], typer.Argument(help="Name or words of the title.", metavar="TOPIC…")],
    output: OutputOptions,
) -> None:
    """Show a theme: a short text with its sources and its missions; figures are read from the register.

    Example: pkcli topic working-together
    """
    catalog = Catalog()
    found = records(catalog, names, ("topic",))
    show_details(catalog, "topic", found, TOPICS, output)


@takes("output")
def history(
    output: OutputOptions,
    since: Annotated[str | None, typer.Option("--since", help="Then or later.", metavar="DATE")] = None,
    until: Annotated[str | None, typer.Option("--until", help="By then.", metavar="DATE")] = None,
    region: Annotated[
        list[str] | None, typer.Option("--region", "-r", help="That concerns a region.", metavar="REGION")
    ] = None,
    org: Annotated[
        list[str] | None, typer.Option("--org", "-o", help="That concerns an organisation.", metavar="ORG")
    ] = None,
) -> None:
    """Tell the story of peace operations since 1945, as dated events and eras.

    Example: pkcli history --since 1988 --until 1995
    """
    catalog = Catalog()
    regions = term("--region", region or (), catalog.terms("Region"))
    concerned = organizations(catalog, org or ())
    first, last = span(since, until)
    found = catalog.events((first or "", last or "9999"), regions, concerned, output.order(EVENTS))
    show(catalog, found, EVENTS, output)


@takes("output")
def glossary(
    output: OutputOptions,
    names: Annotated[list[str] | None, typer.Argument(help="Term, abbreviation or name.", metavar="[TERM…]")] = None,
) -> None:
    """List the terms and abbreviations of the field, or show what one means.

    Example: pkcli glossary fpu
    """
    catalog = Catalog()
    if not names:
        show(catalog, catalog.glossary(output.order(TERMS)), TERMS, output)
        return
    show_details(catalog, "term", records(catalog, names, ("term",)), TERMS, output)
