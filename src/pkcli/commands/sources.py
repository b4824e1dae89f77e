"""`sources` and `cite`: the bibliography, and how to cite a record."""

from __future__ import annotations

from typing import Annotated

import typer

from pkcli.catalog import Catalog
from pkcli.commands import named
from pkcli.commands.lists import SOURCES, notice, show
from pkcli.commands.options import OutputOptions, takes
from pkcli.names import some
from pkcli.output import write
from pkcli.query import choose, term

_CITED = ("mission", "organization", "country", "topic", "term")


@takes("output")
def sources(
    output: OutputOptions,
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Only those with these words in their id or citation.", metavar="[WORDS…]"),
    ] = None,
    mission: Annotated[
        list[str] | None, typer.Option("--mission", "-m", help="Only those of a mission.", metavar="MISSION")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help="decision, official, research …", metavar="KIND")
    ] = None,
) -> None:
    """List the sources, and which records rest on each.

    Example: pkcli sources --mission minusma --kind decision
    """
    catalog = Catalog()
    kinds = term("--kind", kind or (), catalog.terms("SourceKind"))
    missions = named.missions(catalog, mission or ())
    show(catalog, catalog.sources(kinds, missions, words or (), output.order(SOURCES)), SOURCES, output)


def cite(
    names: Annotated[
        list[str], typer.Argument(help="Missions, organisations, countries, topics or terms.", metavar="RECORD…")
    ],
    style: Annotated[str, typer.Option("--style", help="text, bibtex, ris or csl-json.", metavar="STYLE")] = "text",
) -> None:
    """Print how to cite a record of this release: as text, BibTeX, RIS or CSL-JSON.

    Quote the source of the figure first: pkcli mission ID names it.

    Example: pkcli cite minusma --style bibtex
    """
    import json

    from pkcli import citation

    chosen = choose("--style", style, citation.STYLES)
    catalog = Catalog()
    found = named.records(catalog, names, _CITED)
    for hits in found:
        if len(hits) > 1:
            notice(f"{len(hits)} records fit one name: {some([hit.name for hit in hits])}; all are cited")
    records = [json.loads(catalog.chosen(hit.kind, [hit.id]).texts()[0]) for hits in found for hit in hits]
    write(citation.cite(records, catalog.meta(), chosen))
