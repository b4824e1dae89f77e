"""Write docs/codebook.md from the models, the fixed lists and the output's columns, so that it cannot drift.

    python tools/build_codebook.py

Needs pkcli installed. A test compares the file with what this prints.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel

from pkcli import columns, details, models, vocabulary

DATA = Path(__file__).parents[1] / "data"
TARGET = DATA.parent / "docs" / "codebook.md"
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
    "The members of an organisation": models.Roster,
    "What an organisation does beside missions": models.Engagement,
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

A mission is one peace operation, civilian, police or military, under one name and one mandate line. The starting point is SIPRI's notion of a multilateral peace operation; where ours differs, and why:

| | SIPRI | the register's core |
|---|---|---|
| under whose authority | the UN, a regional organisation or alliance, or an ad-hoc coalition that the UN sanctions or its Security Council authorises | the same, or agreed by the parties themselves (neutral commissions, treaty forces, truce monitors) |
| for what | to help to carry out a peace agreement, to support a peace process, or to assist conflict prevention or peacebuilding | the same; also forces that are to enforce or restore a peace, and training of and advice to security institutions within a peace or stabilisation effort |
| since when | the years that its data cover | 1947, so that what the UN's first operations grew from is there |
| left out | good offices, fact-finding, election assistance, missions without resident personnel | the same, but as `related` where readers will look for them |

- `core`: decided or authorised by such a body or agreed by the parties; its purpose is to observe, keep, restore, enforce or build peace, or to train and advise security institutions as part of such an effort; it had resident personnel in the field.
- `related`: what readers look for beside them: support offices and headquarters of other missions, missions decided and never deployed, envoys' offices with a field presence, resident verification of elections or plebiscites, naval and air operations under a mandate of the UN or an alliance, coalitions against armed groups that a regional body authorised, bilateral forces that an agreement names as peacekeepers, components with a name of their own.
- out, with the rule for each in [coverage](coverage.md): national interventions without such a mandate, envoys without a field presence, short election observation, disaster relief, disarmament or justice bodies, military assistance outside any peace effort, joint bodies of the parties alone.

A new decision that establishes a mission makes a record; a new commander, phase or rename makes another name of the same record, unless the lead organisation counts them apart. `type` follows what the mission was for: a force that secures an agreed peace is `peacekeeping` even under Chapter VII (IFOR, KFOR); one that is to impose its mandate against armed groups is `enforcement` (AMISOM, ISAF, UNOSOM II).

## Dates

`1948`, `1948-05` and `1948-05-29` are different statements: a year, a month, a day. `established` is the date of the deciding text, `start` the first day as the lead organisation states it, `end` the last day of the mandate or of the withdrawal that the deciding text set; `start_basis` and `end_basis` say what happened. Where the end itself is not known, `ended_by` is a day on which the mission was over. Where authority passed from one mission to the next on a day, that day is the end of the one and the start of the other; where a mandate ended the day before, each has its own. A scheduled end is `mandate_until`. Status is derived from the dates and the release's date. In a filter by date a month or a year stands for all of its days.

## Verification

Each plain fact names its sources in `evidence`. From them follows, for each fact and for the record as a whole (the weakest of established, start, end and hosts):

| value | meaning |
|---|---|
"""

PAGES = """## Keys of pages

In JSON the page of one record is an object; several are a list of such objects. A dot leads into an object, or into each object of a list; a word in capitals stands for keys that differ from record to record.

"""
CASES = """## Open cases

Missions on whose scope one could differ, and how each was decided: the notes on `scope` of their records.

| mission | scope | why |
|---|---|---|
"""


def codebook() -> str:
    """The whole page."""
    parts = [HEAD, *(f"| `{v.value}` | {v.meaning} |\n" for v in vocabulary.Verification), "\n"]
    for heading, model in RECORDS.items():
        parts += [f"## {heading}\n\n{_doc(model)}\n\n| field | required | meaning |\n|---|---|---|\n"]
        for name, field in model.model_fields.items():
            required = "yes" if field.is_required() else "no"
            parts.append(f"| `{name}` | {required} | {field.description or ''} |\n")
        parts.append("\n")
    for command, known in columns.OUTPUTS.items():
        parts += [f"## Keys of the output: `{command}`\n\n", *_keys(columns.told(known))]
    parts.append(PAGES)
    for command, page in details.PAGES.items():
        beside = f"The keys of `{page.list}`, and beside them:\n\n" if page.list else ""
        parts += [f"## Keys of the output: `{command} --json`\n\n{beside}", *_keys(details.told(command))]
    for name, values in vocabulary.lists().items():
        parts.append(f"## List {name}\n\n| value | meaning |\n|---|---|\n")
        parts += [f"| `{value}` | {meaning} |\n" for value, meaning in values.items()]
        parts.append("\n")
    parts += [CASES, *_cases()]
    return "".join(parts).rstrip() + "\n"


def _keys(told: Mapping[str, str]) -> Iterator[str]:
    yield "| key | meaning |\n|---|---|\n"
    yield from (f"| `{name}` | {meaning} |\n" for name, meaning in told.items())
    yield "\n"


def _cases() -> Iterator[str]:
    """The records whose scope was a question, each with the note that says how it was decided."""
    for mission in json.loads((DATA / "missions.json").read_text("utf-8")):
        for note in mission.get("notes", ()):
            if "scope" in note["fields"]:
                yield f"| `{mission['id']}` | {mission['scope']} | {note['text'].removeprefix('Related: ')} |\n"


def _doc(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


if __name__ == "__main__":
    TARGET.write_text(codebook(), "utf-8")
