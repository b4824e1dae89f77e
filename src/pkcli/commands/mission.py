"""`mission`: everything about one or more missions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from pkcli.catalog import Catalog
from pkcli.commands.lists import DECISIONS, FACTS, MISSIONS, show, show_details
from pkcli.commands.named import records
from pkcli.commands.options import OutputOptions, takes
from pkcli.errors import UsageError
from pkcli.rows import Rows


@takes("output")
def mission(
    names: Annotated[list[str], typer.Argument(help="Acronym, id, name, alias or host country.", metavar="MISSION…")],
    output: OutputOptions,
    sources: Annotated[bool, typer.Option("--sources", help="Only each fact and figure with its sources.")] = False,
    mandate: Annotated[
        bool, typer.Option("--mandate", help="Only the decisions that set up, changed, ended it.")
    ] = False,
) -> None:
    """Show everything about one or more missions.

    Facts, mandate, personnel, fatalities, what came before and after, and the
    source of each. Words that fit several missions list them all.

    Example: pkcli mission minusma
    """
    if sources and mandate:
        raise UsageError("--sources and --mandate ask for two lists; give one of them")
    catalog = Catalog()
    found = records(catalog, names, ("mission",))
    if not sources and not mandate:
        show_details(catalog, "mission", found, MISSIONS, output)
        return
    import json

    ids = list(dict.fromkeys(hit.id for hits in found for hit in hits))
    details = [json.loads(text) for text in catalog.chosen("mission", ids).details()]
    view, rows_of = (FACTS, _facts) if sources else (DECISIONS, _decisions)
    rows = Rows([row for record in details for row in rows_of(record)])
    show(catalog, rows.arranged(output.order(view)), view, output)


def _decisions(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for decision in record["decisions"]:
        yield {"mission": record["id"], **decision}


def _facts(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each fact and figure that names its sources, in the order of the page."""
    for name, named in record["evidence"].items():
        row = {"fact": name, "value": _shown(record[name]), "as_of": record["as_of"], "sources": named}
        yield _fact(record, row | {"verification": record["verifications"].get(name)})
    for figure in record["strength"]:
        name = f"{figure['kind']} {figure['component']}"
        row = {"fact": name, "value": figure["value"], "as_of": figure["as_of"], "sources": [figure["source"]]}
        yield _fact(record, row)
    for count in record["fatality_counts"]:
        row = {"fact": "fatalities", "value": count["value"], "as_of": count["as_of"], "sources": [count["source"]]}
        yield _fact(record, row)
    for cost in record["costs"]:
        value = f"{cost['value']:g} million {cost['currency']}"
        row = {"fact": cost["basis"], "value": value, "as_of": cost["as_of"], "sources": [cost["source"]]}
        yield _fact(record, row)
    for decision in record["decisions"]:
        row = {"fact": decision["action"], "value": decision["symbol"], "as_of": decision["date"]}
        yield _fact(record, row | {"sources": decision["sources"]})


def _fact(record: Mapping[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"mission": record["id"], "verification": None, **row}


def _shown(value: Any) -> str:
    return ";".join(value) if isinstance(value, list) else str(value)
