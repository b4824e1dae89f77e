"""`schema`: the JSON Schema of the records, the keys of the output, the fixed lists."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from pkcli import columns
from pkcli.catalog import Catalog
from pkcli.output import write
from pkcli.output.json_text import portable
from pkcli.query import choose
from pkcli.terminal import Terminal

RECORDS = {
    "mission": "Mission",
    "organization": "Organization",
    "country": "Country",
    "resolution": "Resolution",
    "source": "Source",
    "correction": "Correction",
    "topic": "Topic",
    "event": "Event",
    "term": "GlossaryTerm",
}
"""The records that have a schema, and their models, which are imported only here."""
_OUTPUT = {
    "mission": columns.MISSION,
    "organization": columns.ORGANIZATION,
    "country": columns.COUNTRY,
    "resolution": columns.RESOLUTION,
    "source": columns.SOURCE,
    "topic": columns.TOPIC,
    "event": columns.EVENT,
    "term": columns.TERM,
}


def schema(
    record: Annotated[str | None, typer.Argument(help="One record only, such as mission.", metavar="[RECORD]")] = None,
) -> None:
    """Print, as JSON, the schema of the records, the keys of the output, and the fixed lists with their meanings.

    Example: pkcli schema mission
    """
    from pkcli import models, vocabulary

    kinds = {name: getattr(models, model) for name, model in RECORDS.items()}
    chosen = [choose("RECORD", record, kinds)] if record is not None else list(kinds)
    document: dict[str, Any] = {
        "meta": Catalog().meta(),
        "records": {name: kinds[name].model_json_schema() for name in chosen},
        "output_keys": {
            name: {column.name: column.meaning for column in _OUTPUT[name].values()}
            for name in chosen
            if name in _OUTPUT
        },
        "lists": vocabulary.lists(),
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    write(portable(text, Terminal.detect()))
