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

_OUTPUT = {"mission": columns.MISSION, "organization": columns.ORGANIZATION}


def schema(
    record: Annotated[str | None, typer.Argument(help="One record only, such as mission.", metavar="[RECORD]")] = None,
) -> None:
    """Print, as JSON, the schema of the records, the keys of the output, and the fixed lists with their meanings.

    Example: pkcli schema mission
    """
    from pkcli import models, vocabulary

    kinds: dict[str, type[models.Record]] = {
        "mission": models.Mission,
        "organization": models.Organization,
        "country": models.Country,
        "resolution": models.Resolution,
        "source": models.Source,
        "correction": models.Correction,
    }
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
