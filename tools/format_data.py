"""Put the JSON files of data/ into canonical form: sorted by id, two blanks of indent, keys in the models' order.

    python tools/format_data.py

Changes no value. Needs pkcli installed, for the order of the keys.
"""

from __future__ import annotations

import json

from pydantic import BaseModel

from common import DATA, write_json
from pkcli import models

FILES: dict[str, tuple[type[BaseModel], str]] = {
    "missions.json": (models.Mission, "id"),
    "organizations.json": (models.Organization, "id"),
    "countries.json": (models.Country, "id"),
    "resolutions.json": (models.Resolution, "symbol"),
    "sources.json": (models.Source, "id"),
    "corrections.json": (models.Correction, "record"),
    "topics.json": (models.Topic, "id"),
    "history.json": (models.Event, "id"),
    "glossary.json": (models.GlossaryTerm, "id"),
}


def main() -> None:
    """Rewrite each file."""
    for name, (model, id_field) in FILES.items():
        order = list(model.model_fields)
        records = json.loads((DATA / name).read_text("utf-8"))
        records.sort(key=lambda record: str(record[id_field]))
        write_json(name, [dict(sorted(r.items(), key=lambda item: order.index(item[0]))) for r in records])


if __name__ == "__main__":
    main()
