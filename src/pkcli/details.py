"""The keys of JSON objects that are no row of a list: of pages, of `compare`, of `data status`.

The keys of lists stand in `columns`. A page has those of its list too, so that
only what it has beside them is told here. What a page hands on as it stands in
the data is told by the record's model, which is only named here: this module
imports nothing heavy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Key(NamedTuple):
    """A key of an object."""

    meaning: str
    keys: Mapping[str, str] | None = None
    """The keys of the object, or of each object of the list, that it holds; in capitals those that differ."""
    model: str = ""
    """The model whose fields are keys of that object too."""


class Page(NamedTuple):
    """What a command prints as one JSON object."""

    list: str
    """The command whose list has its other keys; empty if there is none."""
    keys: Mapping[str, Key]


_OTHER_NAMES = Key("other names and abbreviations; each finds the record", model="OtherName")
_EVIDENCE = Key("which sources state each plain fact", {"KEY": "ids of the sources that state this key's value"})
_NOTES = Key("remarks and disputes", model="Note")
_SOURCES = Key(
    "the sources that it names, one object each",
    {
        "id": "id of the source; a resolution's symbol is its own id",
        "citation": "how to cite it, in full",
        "url": "where it is; null where no address is known",
        "kind": "what it is; see the list SourceKind",
    },
)
_MISSION = {
    "id": "id of the mission",
    "acronym": "its short name",
    "name": "its official name",
    "start": "its first day",
    "end": "its last day; null while it goes on, or where it is not known",
    "ended_by": "a day on which it was over, where its end itself is not known",
    "status": "where it stands on the release's as_of; see the list Status",
    "unconfirmed": "true where it counts as active only as no source says that it ended",
}
_ORGANIZATION = {"id": "id of the organisation", "acronym": "its short name"}

PAGES = {
    "mission": Page(
        "missions",
        {
            "other_names": _OTHER_NAMES,
            "lead_state_names": Key("the lead states by name, in the order of lead_states"),
            "organization_roles": Key("who leads, authorises, supports", model="MissionOrganization"),
            "decisions": Key(
                "the deciding texts, oldest first",
                {"sources": "where that was read; a resolution's symbol is its own id"},
                model="Decision",
            ),
            "strength": Key(
                "strength figures by date: of the record, and peak and latest of the monthly series", model="Strength"
            ),
            "strength_by_year": Key(
                "highest month-end strength of each year; empty where no monthly series covers it",
                {"YEAR": "uniformed personnel at the highest month-end of the year"},
            ),
            "contributors_as_of": Key(
                "the month-end of contributors: that with the most people among those reported by contributor"
            ),
            "contributors": Key(
                "who sent uniformed personnel at that month-end, the largest first",
                {
                    "country": "ISO 3166-1 alpha-3",
                    "name": "the country by name",
                    "total": "its uniformed personnel in the mission",
                },
            ),
            "fatality_counts": Key("every count of deaths known", model="Fatalities"),
            "fatalities_by_cause": Key(
                "deaths by cause, most first; empty where the UN's file does not have the mission",
                {"CAUSE": "deaths from this cause, up to fatalities_as_of"},
            ),
            "costs": Key("money approved or spent", model="Cost"),
            "beside": Key(
                "what organisations did beside it",
                {**_ORGANIZATION, "text": "what it did there", "sources": "ids of the sources that say so"},
            ),
            "evidence": _EVIDENCE,
            "verifications": Key(
                "how well each plain fact is confirmed", {"KEY": "of this key's value; see the list Verification"}
            ),
            "notes": _NOTES,
            "source_records": _SOURCES,
        },
    ),
    "org": Page(
        "orgs",
        {
            "other_names": _OTHER_NAMES,
            "mission_list": Key(
                "the missions in which it has a part, related ones too, by start",
                {
                    **_MISSION,
                    "scope": "core or related; see the list Scope",
                    "role": "its part in it; see the list OrganizationRole",
                },
            ),
            "member_list": Key("its member states on a day; null where none was read", model="Roster"),
            "member_names": Key("its members by name, in the order of member_list"),
            "engagements": Key(
                "what it does or did beside missions", {"country_names": "where, by name"}, model="Engagement"
            ),
            "evidence": _EVIDENCE,
            "notes": _NOTES,
            "source_records": _SOURCES,
        },
    ),
    "country": Page(
        "countries",
        {
            "other_names": Key("other names that find it"),
            "hosted_missions": Key(
                "the missions that it hosts or hosted, by start",
                {**_MISSION, "scope": "core or related; see the list Scope"},
            ),
            "memberships": Key(
                "the organisations of which it is a member",
                {
                    **_ORGANIZATION,
                    "name": "its official name",
                    "as_of": "the day for which its list of members holds",
                    "sources": "ids of the sources that say so",
                },
            ),
            "personnel_by_mission": Key(
                "what it sends at the latest month-end, the most first",
                {
                    "mission": "id of the mission",
                    "total": "its uniformed personnel there",
                    "women": "of whom women; null where not reported",
                },
            ),
            "personnel_by_year": Key(
                "what it sent to all UN missions, by year",
                {"YEAR": "uniformed personnel at the year's highest month-end"},
            ),
            "contributions": Key(
                "the UN missions to which it sends or sent people, where reports tell the mission; the most first",
                {
                    "mission": "id of the mission",
                    "peak": "its highest month-end number there",
                    "peak_month": "the month-end of that number",
                    "first": "the first month-end reported with its people there",
                    "last": "the last one",
                },
            ),
            "fatalities_by_mission": Key(
                "its nationals who died in UN missions, the most first",
                {
                    "mission": "id of the mission; null where the register does not have it",
                    "code": "the mission as the UN's file names it",
                    "deaths": "how many, up to fatalities_as_of",
                },
            ),
            "source_records": _SOURCES,
        },
    ),
    "resolution": Page(
        "resolutions",
        {
            "agenda": Key("agenda item; null where no checked source has it"),
            "decisions": Key(
                "what it did to which mission",
                {
                    "mission": "id of the mission",
                    "action": "what it did to it; see the list DecisionAction",
                    "text": "what it decided for it, in one sentence",
                },
            ),
            "source": Key("id of the source of its date and vote"),
            "source_records": _SOURCES,
        },
    ),
    "topic": Page(
        "topics",
        {
            "passages": Key(
                "its paragraphs",
                {"text": "the paragraph, figures filled in", "sources": "ids of the sources that say so"},
            ),
            "mission_list": Key("the missions that it names", _MISSION),
            "source_records": _SOURCES,
        },
    ),
    "glossary TERM": Page("glossary", {"source_records": _SOURCES}),
    "compare": Page(
        "",
        {
            "fact": Key(
                "what is compared: a key of missions or orgs, or strength_by_year as of mission; "
                "decisive_resolutions: those that did more than extend the mandate; extensions_known: how many others; "
                "top_contributors: the five largest on contributors_as_of; `fatalities: CAUSE`: deaths from a cause; "
                "`task: TASK`: whether it was mandated; with --align `peak in YEAR` or, by age, `peak in year N`: the "
                "highest month-end of that year"
            ),
            "ID": Key("one key for each record, its id: the fact's value in this record; null where it is not known"),
            "differs": Key("whether not all records have the same value"),
        },
    ),
    "data status": Page(
        "",
        {
            "meta": Key(
                "the release of the data",
                {
                    "as_of": "the day to which the release as a whole was checked",
                    "data_version": "version of the data",
                    "schema_version": "version of the keys; within one they are only added",
                },
            ),
            "program_version": Key("version of the program"),
            "mission_rows": Key("how many missions there are"),
            "organization_rows": Key("how many organisations"),
            "country_rows": Key("how many countries"),
            "source_rows": Key("how many sources, resolutions among them"),
            "personnel_rows": Key("how many month-ends of missions in the series of strength"),
            "contribution_rows": Key("how many month-ends of countries in missions in the series of contributors"),
            "fatality_rows": Key("how many counts of deaths by mission, year, cause and kind of personnel"),
            "personnel_months": Key("first and last month-end of the series of strength"),
            "catalogue": Key("file from which the program reads; `in memory` if there is none"),
            "data_folder": Key("folder of the data files"),
        },
    ),
}


def told(page: str) -> dict[str, str]:
    """The keys of a page beside those of its list, with meanings; a dot leads into an object or a list of them."""
    return dict(_told(PAGES[page].keys))


def _told(keys: Mapping[str, Key]) -> Iterator[tuple[str, str]]:
    for name, key in keys.items():
        yield name, key.meaning
        inside = (_fields(key.model) if key.model else {}) | dict(key.keys or {})
        for part, meaning in inside.items():
            yield f"{name}.{part}", meaning


def _fields(model: str) -> dict[str, str]:
    """The fields of a model, described as keys are: without a capital and a full stop."""
    from pkcli import models

    fields = getattr(models, model).model_fields
    return {name: _plain(field.description or "") for name, field in fields.items()}


def _plain(text: str) -> str:
    first = text[:1].lower() if text[1:2].islower() else text[:1]
    return f"{first}{text[1:].removesuffix('.')}"
