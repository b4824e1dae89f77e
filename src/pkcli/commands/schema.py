"""`schema`: the JSON Schema of the records, the keys of the output, the fixed lists."""

from __future__ import annotations

import json
from typing import Annotated, Any, NamedTuple

import typer

from pkcli import columns, details
from pkcli.catalog import Catalog
from pkcli.output import write
from pkcli.output.json_text import portable
from pkcli.query import choose
from pkcli.terminal import Terminal


class Record(NamedTuple):
    """A record that has a schema, and the commands that print it."""

    model: str
    """Its model, which is imported only here."""
    list: str = ""
    page: str = ""


RECORDS = {
    "mission": Record("Mission", "missions", "mission"),
    "organization": Record("Organization", "orgs", "org"),
    "country": Record("Country", "countries", "country"),
    "resolution": Record("Resolution", "resolutions", "resolution"),
    "source": Record("Source", "sources"),
    "correction": Record("Correction"),
    "topic": Record("Topic", "topics", "topic"),
    "event": Record("Event", "history"),
    "term": Record("GlossaryTerm", "glossary", "glossary TERM"),
}


def schema(
    record: Annotated[str | None, typer.Argument(help="One record only, such as mission.", metavar="[RECORD]")] = None,
) -> None:
    """Print, as JSON, the schema of the records, the keys of the output, and the fixed lists with their meanings.

    Example: pkcli schema mission
    """
    from pkcli import models, vocabulary

    chosen = [choose("RECORD", record, RECORDS)] if record is not None else list(RECORDS)
    lists = {name: RECORDS[name].list for name in chosen if RECORDS[name].list}
    pages = [page for name in chosen if (page := RECORDS[name].page)]
    if record is None:
        # What is no record of the data is named by its command.
        lists |= {command: command for command in columns.OUTPUTS if command not in lists.values()}
        pages = list(details.PAGES)
    document: dict[str, Any] = {
        "meta": Catalog().meta(),
        "records": {name: getattr(models, RECORDS[name].model).model_json_schema() for name in chosen},
        "output_keys": {name: columns.told(columns.OUTPUTS[command]) for name, command in lists.items()},
        "page_keys": {page: details.told(page) for page in pages},
        "lists": vocabulary.lists(),
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    write(portable(text, Terminal.detect()))
