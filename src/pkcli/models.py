"""What a record is.

The Pydantic models of everything in `data/`. They validate what a curator
writes, and each field's description is the text of the codebook
(`docs/codebook.md`) and of the JSON Schema (`pkcli schema`), so neither can
drift from what is enforced. This module imports nothing else of pkcli's but
the vocabulary and the dates; it is imported to compile, to validate and to
hand out typed records, never by a plain look-up.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from pkcli.dates import PartialDate
from pkcli.vocabulary import (
    Basis,
    Category,
    DecisionAction,
    EndBasis,
    EventKind,
    NameKind,
    OrganizationFunction,
    OrganizationKind,
    OrganizationRole,
    Outcome,
    Region,
    Scope,
    SourceKind,
    StrengthComponent,
    StrengthKind,
    Task,
    Type,
)

_SYMBOL = re.compile(
    r"S/RES/(?P<number>[1-9]\d{0,3}) \((?P<year>19[4-9]\d|20\d\d)\)"
    r"|A/RES/(?:[1-9]\d{0,3}(?:-[A-Z])? \((?:[IVXL]+|ES-[IVXL]+|S-[IVXL]+)\)|(?:ES-)?\d+/\d+(?: ?[A-Z](?:-[A-Z])?)?)"
)


def _clean(text: str) -> str:
    """Refuse what would reach a terminal as anything but text."""
    if text != text.strip() or any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text):
        raise ValueError("must be one line without control characters or outer blanks")
    return text


def is_un_resolution(symbol: str) -> bool:
    """Whether `symbol` is written as a UN resolution's symbol should be."""
    return _SYMBOL.fullmatch(symbol) is not None


Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_clean)]
Summary = Annotated[str, StringConstraints(min_length=100, max_length=900), AfterValidator(_clean)]
Acronym = Annotated[str, StringConstraints(min_length=1, max_length=21), AfterValidator(_clean)]
"""Short enough for a column of a table of 80 columns."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Date = Annotated[str, AfterValidator(lambda text: str(PartialDate.parse(text)))]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3,4}$")]
SourceRef = Annotated[str, StringConstraints(min_length=1)]
"""The id of a record in sources.json, or the symbol of a resolution in resolutions.json."""
_SOURCE = "Who says so: the id of a source, or the symbol of a resolution."
Count = Annotated[int, Field(ge=0)]
FACTS_WITH_EVIDENCE = (
    "lead_states",
    "countries",
    "established",
    "start",
    "end",
    "ended_by",
    "mandate_until",
    "headquarters",
    "summary",
)
"""Plain facts of a mission that are stated only with a source in its `evidence`."""


class Record(BaseModel):
    """Base of all records: frozen, and without unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True, validate_default=True)


class OtherName(Record):
    """Another name by which a record is found."""

    name: Text = Field(description="The name or abbreviation.")
    kind: NameKind = Field(description="What sort of name it is.")


class MissionOrganization(Record):
    """An organisation's part in a mission."""

    id: Id = Field(description="The organisation's id in organizations.json.")
    role: OrganizationRole = Field(description="What it does in the mission.")
    start: Date | None = Field(None, description="First day in that role, where it differs from the mission's.")
    end: Date | None = Field(None, description="Last day in that role, where it differs from the mission's.")


class Decision(Record):
    """One authorising decision in a mission's line of mandate."""

    symbol: Text = Field(
        description="The text's symbol, in its publisher's form: `S/RES/2100 (2013)`, `A/RES/998 (ES-I)`, "
        "`PSC/PR/Comm.(LXIX)`, `2004/570/CFSP`; for an agreement, its short title."
    )
    date: Date = Field(description="When it was adopted or signed.")
    action: DecisionAction = Field(description="What it did to the mission.")
    text: Text = Field(description="What it decided for this mission, in one sentence of ours.")
    routine: bool = Field(False, description="Whether it is a mere extension, which a mission's page only counts.")
    sources: tuple[SourceRef, ...] = Field((), description="Where that was read, besides the text itself.")


class Strength(Record):
    """How many people: authorised, deployed on a day, or at the peak."""

    kind: StrengthKind = Field(description="Authorised, deployed on `as_of`, or the peak.")
    component: StrengthComponent = Field(description="Whom it counts.")
    value: Count = Field(description="Persons.")
    as_of: Date = Field(description="The day of the authorisation, of the count, or of the peak.")
    source: SourceRef = Field(description=_SOURCE)
    note: Text | None = Field(None, description="What a reader must know to quote it.")


class Fatalities(Record):
    """Deaths among a mission's personnel, from all causes unless the note says otherwise."""

    value: Count = Field(description="Persons.")
    as_of: Date = Field(description="Counted up to this day.")
    source: SourceRef = Field(description=_SOURCE)
    note: Text | None = Field(None, description="What a reader must know to quote it.")


class Cost(Record):
    """Money approved for, or spent on, a mission."""

    value: Annotated[float, Field(ge=0)] = Field(description="Amount, in millions of `currency`.")
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = Field(description="ISO 4217 code.")
    basis: Text = Field(description="What it is: `approved`, `expenditure`, `common costs` …")
    start: Date = Field(description="First day of the period that it covers.")
    end: Date = Field(description="Last day of the period that it covers.")
    as_of: Date = Field(description="When the source states it.")
    source: SourceRef = Field(description=_SOURCE)
    note: Text | None = Field(None, description="What a reader must know to quote it.")


class Note(Record):
    """A remark on fields of a record; a dispute holds both values and the rule that chose."""

    fields: tuple[Text, ...] = Field(min_length=1, description="The fields that it is about.")
    disputed: bool = Field(False, description="Whether sources differ on the fact.")
    text: Text = Field(description="The remark; for a dispute both values, and why ours was chosen.")
    sources: tuple[SourceRef, ...] = Field((), description="Who says so.")


class Evidence(Record):
    """Which sources state each plain fact of a mission (figures, decisions and notes name their own)."""

    name: tuple[SourceRef, ...] = ()
    lead_states: tuple[SourceRef, ...] = ()
    countries: tuple[SourceRef, ...] = ()
    established: tuple[SourceRef, ...] = ()
    start: tuple[SourceRef, ...] = ()
    end: tuple[SourceRef, ...] = ()
    ended_by: tuple[SourceRef, ...] = ()
    mandate_until: tuple[SourceRef, ...] = ()
    headquarters: tuple[SourceRef, ...] = ()
    tasks: tuple[SourceRef, ...] = ()
    predecessors: tuple[SourceRef, ...] = ()
    summary: tuple[SourceRef, ...] = ()


class Mission(Record):
    """One peace operation under one name and one line of mandate."""

    id: Id = Field(description="Stable key: the acronym in lower case, words joined by hyphens.")
    acronym: Acronym = Field(description="The short name in use in English.")
    name: Text = Field(description="The official name, in English.")
    other_names: tuple[OtherName, ...] = Field((), description="Other names and abbreviations; each finds the record.")
    scope: Scope = Field(description="Whether it is in the register's core.")
    type: Type = Field(description="What kind of operation it is.")
    category: Category = Field(description="What its lead organisation itself counts it as.")
    organizations: tuple[MissionOrganization, ...] = Field((), description="Who leads, authorises, supports.")
    lead_states: tuple[CountryCode, ...] = Field((), description="States that lead it, where no organisation does.")
    countries: tuple[CountryCode, ...] = Field(
        (), description="Hosts: where its mandate has it work; may be empty for an operation at sea."
    )
    region: Region = Field(description="Region, as the UN peacekeeping department groups its missions.")
    established: Date | None = Field(None, description="The day of the decision that set it up.")
    start: Date | None = Field(None, description="First day, as the lead organisation states it, or else as others do.")
    start_basis: Basis | None = Field(None, description="What happened on `start`.")
    end: Date | None = Field(None, description="Last day; absent while it goes on.")
    end_basis: EndBasis | None = Field(None, description="What happened on `end`.")
    ended_by: Date | None = Field(None, description="A day on which it was over, where its end itself is not known.")
    never_deployed: bool = Field(False, description="Whether it was given up before anybody was deployed.")
    mandate_until: Date | None = Field(None, description="Last day of the mandate in force; absent if open or over.")
    headquarters: Text | None = Field(None, description="Seat of the mission's headquarters: place, country.")
    tasks: tuple[Task, ...] = Field((), description="What it was mandated to do, over its whole life.")
    decisions: tuple[Decision, ...] = Field((), description="The deciding texts, oldest first.")
    strength: tuple[Strength, ...] = Field((), description="Authorised, deployed and peak strength.")
    fatalities: tuple[Fatalities, ...] = Field((), description="Deaths among its personnel.")
    costs: tuple[Cost, ...] = Field((), description="Money approved or spent.")
    predecessors: tuple[Id, ...] = Field((), description="Missions that it took over from. Successors are derived.")
    summary: Summary = Field(description="Two to four sentences of ours.")
    website: Text | None = Field(None, description="The mission's own page.")
    evidence: Evidence = Field(description="Which sources state each plain fact.")
    notes: tuple[Note, ...] = Field((), description="Remarks and disputes.")
    as_of: Date = Field(description="The day to which the record was checked.")

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        fields = ("established", "start", "end", "ended_by")
        order = [(f, PartialDate.parse(v)) for f in fields if (v := getattr(self, f))]
        for (field, date), (later_field, later) in pairwise(order):
            if date.first > later.last:
                raise ValueError(f"{field} {date} is after {later_field} {later}; put the dates in order")
        as_of = PartialDate.parse(self.as_of)
        if self.end and PartialDate.parse(self.end).first > as_of.last:
            raise ValueError(f"end {self.end} is after as_of {self.as_of}; a scheduled end is mandate_until")
        if self.never_deployed and (self.start or not (self.end or self.ended_by)):
            raise ValueError("never_deployed is of what was given up: without a start, and with an end or ended_by")
        if self.end and self.ended_by:
            raise ValueError(f"ended_by {self.ended_by} of a mission whose end is known ({self.end}); remove it")
        if (self.end or self.ended_by) and self.mandate_until:
            over = self.end or self.ended_by
            raise ValueError(f"mandate_until {self.mandate_until} of a mission that is over ({over}); remove it")
        if (self.end is None) != (self.end_basis is None):
            raise ValueError("end and end_basis go together; set both or neither")
        if (self.start is None) != (self.start_basis is None):
            raise ValueError("start and start_basis go together; set both or neither")
        dates = [PartialDate.parse(d.date).first for d in self.decisions]
        if dates != sorted(dates):
            raise ValueError("decisions are not in order of date; put the oldest first")
        return self

    @model_validator(mode="after")
    def _someone_somewhere(self) -> Self:
        # What the parties set up by themselves may have nobody else who leads it.
        if not self.organizations and not self.lead_states and self.category != Category.TREATY:
            raise ValueError("no organisation and no lead state; say who leads, authorises or set it up")
        if not self.countries and self.type != Type.MARITIME:
            raise ValueError("no host country; only an operation at sea may have none")
        return self

    @model_validator(mode="after")
    def _evidence_for_facts(self) -> Self:
        for field in Evidence.model_fields:
            if getattr(self.evidence, field) and not getattr(self, field):
                raise ValueError(f"evidence for {field}, which is not set; remove it or set {field}")
        for field in FACTS_WITH_EVIDENCE:
            if getattr(self, field) and not getattr(self.evidence, field):
                raise ValueError(f"{field} has no source; name one in evidence.{field} or leave the field out")
        return self


class Roster(Record):
    """The members of an organisation on a day."""

    countries: tuple[CountryCode, ...] = Field(min_length=1, description="Its members.")
    as_of: Date = Field(description="The day for which the list holds.")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Who says so.")
    note: Text | None = Field(None, description="What a reader must know: suspended members, members not in the list.")


class Engagement(Record):
    """What an organisation does or did beside missions, in one place or several."""

    text: Text = Field(description="What it does there, in one or two sentences of ours.")
    countries: tuple[CountryCode, ...] = Field((), description="Where.")
    missions: tuple[Id, ...] = Field((), description="Missions beside or with which it worked there.")
    start: Date | None = Field(None, description="Since when.")
    end: Date | None = Field(None, description="Until when.")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Who says so.")


class Organization(Record):
    """Who leads, authorises or supports missions, or works beside them."""

    id: Id = Field(description="Stable key: the acronym or short name in lower case.")
    acronym: Text = Field(description="The short name in use in English.")
    name: Text = Field(description="The official name, in English.")
    other_names: tuple[OtherName, ...] = Field((), description="Other names and abbreviations.")
    kind: OrganizationKind = Field(description="What kind of organisation it is.")
    functions: tuple[OrganizationFunction, ...] = Field(min_length=1, description="What it does in or beside missions.")
    founded: Date = Field(description="When it was founded.")
    dissolved: Date | None = Field(None, description="When it was dissolved.")
    seat: Text = Field(description="Seat: place, country.")
    role: Text = Field(description="Its role in peacekeeping, in two to four sentences of ours.")
    website: Text = Field(description="Its own site.")
    members: Roster | None = Field(None, description="Its member states.")
    engagements: tuple[Engagement, ...] = Field((), description="What it does beside missions, and where.")
    evidence: dict[str, tuple[SourceRef, ...]] = Field(description="Which sources state each fact.")
    notes: tuple[Note, ...] = Field((), description="Remarks and disputes.")
    as_of: Date = Field(description="The day to which the record was checked.")

    @model_validator(mode="after")
    def _evidence_for_facts(self) -> Self:
        for field in self.evidence:
            if field not in type(self).model_fields:
                raise ValueError(f"evidence for {field}, which is no field")
        for field in ("founded", "seat", "role"):
            if not self.evidence.get(field):
                raise ValueError(f"{field} has no source; name one in evidence.{field}")
        return self


class Country(Record):
    """A country or territory that hosts missions or contributes personnel."""

    id: CountryCode = Field(description="ISO 3166-1 alpha-3; former states ISO 3166-3; Kosovo `XKX`.")
    alpha2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = Field(None, description="ISO alpha-2.")
    name: Text = Field(description="Short English name as the UN uses it.")
    other_names: tuple[Text, ...] = Field((), description="Other names that find it.")
    m49: Annotated[str, StringConstraints(pattern=r"^\d{3}$")] | None = Field(None, description="UN M49 code.")
    subregion: Text | None = Field(None, description="UN M49 sub-region.")
    region: Region | None = Field(None, description="Region to which the UN peacekeeping department assigns missions.")
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = Field(
        None, description="Degrees north of a point in its largest piece of land, for maps."
    )
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = Field(None, description="Degrees east of that point.")


class Resolution(Record):
    """A UN resolution that the register refers to; it is its own source."""

    symbol: Text = Field(description="`S/RES/2100 (2013)`.")
    date: Date = Field(description="When it was adopted.")
    yes: Count | None = Field(None, description="Votes in favour.")
    no: Count | None = Field(None, description="Votes against.")
    abstain: Count | None = Field(None, description="Abstentions.")
    outcome: Outcome | None = Field(None, description="How it was adopted, where the numbers or the list say so.")
    agenda: Text | None = Field(None, description="Agenda item.")
    source: SourceRef = Field(description="Where its date and vote were read.")

    @model_validator(mode="after")
    def _well_formed(self) -> Self:
        if not is_un_resolution(self.symbol):
            raise ValueError(f"{self.symbol!r} is no resolution symbol; write it like S/RES/2100 (2013)")
        numbers = [self.yes, self.no, self.abstain]
        if None in numbers and numbers != [None] * 3:
            raise ValueError("yes, no and abstain go together; give all or none")
        if self.outcome == Outcome.UNANIMOUS and (self.no or self.abstain):
            raise ValueError(f"unanimous, with {self.no} against and {self.abstain} abstentions; mend one of them")
        return self


class Passage(Record):
    """A paragraph of a text of ours, with who says so; `{unmil.end}` reads a figure from the register."""

    text: Text = Field(description="The paragraph; what stands in braces is read from the register.")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Who states what it says.")


class Topic(Record):
    """A theme of international cooperation in peacekeeping, in 150 to 400 words."""

    id: Id = Field(description="Stable key.")
    order: Count = Field(description="Where it stands among the topics.")
    title: Text = Field(description="Its title.")
    other_names: tuple[Text, ...] = Field((), description="Other words that find it.")
    passages: tuple[Passage, ...] = Field(min_length=1, description="Its paragraphs.")
    missions: tuple[Id, ...] = Field((), description="Missions to see, beside those that the text names.")
    see: tuple[Id, ...] = Field((), description="Other topics.")
    as_of: Date = Field(description="The day to which it was checked.")


class Event(Record):
    """A dated event or an era in the story of peacekeeping."""

    id: Id = Field(description="Stable key.")
    kind: EventKind = Field(description="Event or era.")
    date: Date = Field(description="When it happened or began.")
    until: Date | None = Field(None, description="When an era ended; absent while it goes on.")
    title: Text = Field(description="What happened, in a few words.")
    text: Text = Field(description="One to three sentences; what stands in braces is read from the register.")
    missions: tuple[Id, ...] = Field((), description="Missions that it concerns.")
    organizations: tuple[Id, ...] = Field((), description="Organisations that it concerns.")
    regions: tuple[Region, ...] = Field((), description="Regions that it concerns; none for all.")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Who says so.")


class GlossaryTerm(Record):
    """A term of the field, with what it means."""

    id: Id = Field(description="Stable key.")
    term: Text = Field(description="The term, as a rule the abbreviation that people meet.")
    name: Text = Field(description="Its long form; the term again if it has none.")
    other_names: tuple[Text, ...] = Field((), description="Other words that find it.")
    definition: Text = Field(description="One to three sentences of ours.")
    see: tuple[Id, ...] = Field((), description="Other terms.")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Who says so.")


class Source(Record):
    """A source that was read for the register."""

    id: Id = Field(description="Stable key.")
    kind: SourceKind = Field(description="What it is, in the order of authority.")
    producer: Text = Field(
        description="Who states it: sources of one producer, or of bodies of one organisation, are not independent."
    )
    title: Text = Field(description="Its title.")
    published: Date | None = Field(None, description="When it was published.")
    symbol: Text | None = Field(None, description="Document symbol.")
    url: Text | None = Field(None, description="Main URL, as seen or in the publisher's canonical form.")
    accessed: Date = Field(description="When it, or the copy, was read.")
    licence: Text | None = Field(None, description="Terms of use, where stated.")
    copy_of: Text | None = Field(None, description="If what was read is a copy on another site: of what.")
    derives_from: tuple[SourceRef, ...] = Field((), description="Sources that it rests on; it does not confirm those.")
    citation: Text = Field(description="How to cite it, in full.")


class Correction(Record):
    """A correction to what a publisher's file says, with the reason."""

    record: Id = Field(description="The record that it concerns.")
    field: Text = Field(description="The field that it concerns.")
    theirs: Text = Field(description="What the publisher's file says.")
    ours: Text = Field(description="What we state instead.")
    reason: Text = Field(description="Why.")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Who says so.")


class Meta(Record):
    """The release of the data."""

    data_version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    schema_version: Annotated[str, StringConstraints(pattern=r"^\d+$")]
    as_of: Date = Field(description="The day to which the release as a whole was checked.")
