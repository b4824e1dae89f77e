"""`mission`: everything about one or more missions."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import MISSIONS, show_details
from pkcli.commands.options import OutputOptions, flatten, takes


@takes("output")
def mission(
    names: Annotated[list[str], typer.Argument(help="Acronym, id, name, alias or host country.", metavar="MISSION…")],
    output: OutputOptions,
) -> None:
    """Show everything about one or more missions.

    Facts, mandate, personnel, fatalities, what came before and after, and the
    source of each. Words that fit several missions list them all.

    Example: pkcli mission minusma
    """
    catalog = Catalog()
    found = [catalog.find(name, ("mission",)) for name in flatten(names)]
    show_details(catalog, "mission", found, MISSIONS, output)
