"""Write docs/codebook.md from the models, the fixed lists and the output's columns, so that it cannot drift.

    python tools/build_codebook.py

Needs pkcli installed. A test compares the file with what this prints.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from pkcli import columns, models, vocabulary

TARGET = Path(__file__).parents[1] / "docs" / "codebook.md"
RECORDS: dict[str, type[BaseModel]] = {
    "A mission (`data/missions.json`)": models.Mission,
    "An organisation's part in a mission": models.MissionOrganization,
    "A decision": models.Decision,
    "A strength figure": models.Strength,
    "Fatalities": models.Fatalities,
    "A cost": models.Cost,
    "A note": models.Note,
    "Another name": models.OtherName,
    "An organisation (`data/organizations.json`)": models.Organization,
    "A country (`data/countries.json`)": models.Country,
    "A resolution (`data/resolutions.json`)": models.Resolution,
    "A source (`data/sources.json`)": models.Source,
    "A correction of a publisher's file (`data/corrections.json`)": models.Correction,
    "A topic (`data/topics.json`)": models.Topic,
    "A passage": models.Passage,
    "An event or era (`data/history.json`)": models.Event,
    "A term (`data/glossary.json`)": models.GlossaryTerm,
}
HEAD = """# Codebook

What each field and value means. This page is made from the program itself (`python tools/build_codebook.py`); the same is printed as JSON by `pkcli schema`.

## What counts as a mission

A mission is one peace operation, civilian, police or military, under one name and one mandate line. The starting point is SIPRI's notion of a multilateral peace operation: one that serves to carry out a peace agreement, supports a peace process, or assists conflict prevention or peacebuilding, under the authority of the UN, of a regional organisation, or of an ad-hoc coalition that the UN sanctions or its Security Council authorises. Ours is wider in three ways: it goes back to 1947, it takes in training and advice to security institutions as part of a peace or stabilisation effort, and it takes in forces that enforce a mandate.

- `core`: decided or authorised by such a body or agreed by the parties; its purpose is to observe, keep, restore, enforce or build peace, or to train and advise security institutions as part of such an effort; it had resident personnel in the field.
- `related`: what readers look for beside them: support offices, missions that never deployed, envoys' offices, headquarters of other missions, components with a name of their own.

A new decision that establishes a mission makes a record; a new commander, phase or rename makes another name of the same record, unless the lead organisation counts them apart. `type` follows what the mission was for: a force that secures an agreed peace is `peacekeeping` even under Chapter VII (IFOR, KFOR); one that is to impose its mandate against armed groups is `enforcement` (AMISOM, ISAF, UNOSOM II).

## Dates

`1948`, `1948-05` and `1948-05-29` are different statements: a year, a month, a day. `established` is the date of the deciding text, `start` the first day as the lead organisation states it, `end` the last day of the mandate or of the withdrawal that the deciding text set; `start_basis` and `end_basis` say what happened. A scheduled end is `mandate_until`. Status is derived from the dates and the release's date. In a filter by date a month or a year stands for all of its days.

## Verification

Each plain fact names its sources in `evidence`. From them follows, for each fact and for the record as a whole (the weakest of established, start, end and hosts):

| value | meaning |
|---|---|
"""

OUTPUTS = {
    "missions": columns.MISSION,
    "orgs": columns.ORGANIZATION,
    "countries": columns.COUNTRY,
    "contributors": columns.CONTRIBUTOR,
    "contributors --since": columns.CONTRIBUTOR_OVER,
    "strength": columns.STRENGTH,
    "fatalities": columns.DEATHS,
    "locations": columns.LOCATION,
    "map": columns.HOST,
    "timeline": columns.SPAN,
    "stats": columns.STATISTIC,
    "resolutions": columns.RESOLUTION,
    "mission --mandate": columns.DECISION,
    "mission --sources": columns.FACT,
    "sources": columns.SOURCE,
    "topics": columns.TOPIC,
    "history": columns.EVENT,
    "glossary": columns.TERM,
    "search": columns.HIT,
}


def codebook() -> str:
    """The whole page."""
    parts = [HEAD, *(f"| `{v.value}` | {v.meaning} |\n" for v in vocabulary.Verification), "\n"]
    for heading, model in RECORDS.items():
        parts += [f"## {heading}\n\n{_doc(model)}\n\n| field | required | meaning |\n|---|---|---|\n"]
        for name, field in model.model_fields.items():
            required = "yes" if field.is_required() else "no"
            parts.append(f"| `{name}` | {required} | {field.description or ''} |\n")
        parts.append("\n")
    for heading, known in OUTPUTS.items():
        parts.append(f"## Keys of the output: `{heading}`\n\n| key | meaning |\n|---|---|\n")
        told = [column for column in known.values() if column.heading]
        parts += [f"| `{column.name}` | {column.meaning or column.heading.lower()} |\n" for column in told]
        parts.append("\n")
    for name, values in vocabulary.lists().items():
        parts.append(f"## List {name}\n\n| value | meaning |\n|---|---|\n")
        parts += [f"| `{value}` | {meaning} |\n" for value, meaning in values.items()]
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


def _doc(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


if __name__ == "__main__":
    TARGET.write_text(codebook(), "utf-8")
