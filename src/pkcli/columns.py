"""The columns of lists: their headings, and how a terminal's table treats them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Mark(NamedTuple):
    """A sign that a table puts to a value, where another column of the record has a certain one."""

    column: str
    has: str
    before: str = ""
    after: str = ""


class Column(NamedTuple):
    """One column of a list."""

    name: str
    heading: str
    rank: int = 50
    """How soon it is left out of a narrow table: the highest first; 0 never."""
    number: bool = False
    """Right-aligned, with separators of thousands."""
    fold: int = 0
    """The least width to which it may be folded; 0: never folded, nothing of it is cut."""
    shortened: int = 0
    """Of more values than this a table shows the first ones, and how many there are besides; 0: all."""
    mark: Mark | None = None
    """What a table puts to some of its values."""
    drawn: bool = False
    """A chart or a mark, which only a table has: no key of the output."""
    meaning: str = ""
    """What the key holds, for the schema and the codebook."""


_MISSION = (
    Column("id", "ID", 90),
    Column("acronym", "Acronym", 0),
    Column("name", "Name", 15, fold=18),
    Column("led_by", "Led by", 45, fold=6, shortened=4),
    Column("organizations", "Organisations", 78, fold=6),
    Column("lead_states", "Lead states", 80, fold=8),
    Column("type", "Type", 60),
    Column("category", "Category", 85),
    Column("status", "Status", 55, mark=Mark("unconfirmed", "yes", after="?")),
    Column("unconfirmed", "Unconfirmed", 88),
    Column("scope", "Scope", 90),
    Column("region", "Region", 70),
    Column("subregions", "Sub-region", 80, fold=12),
    Column("countries", "Codes", 65, fold=8),
    Column("country_names", "Host", 18, fold=12, shortened=4),
    Column("established", "Established", 75),
    Column("start", "Start", 1),
    Column("start_basis", "Start basis", 90),
    Column("end", "End", 2),
    Column("end_basis", "End basis", 90),
    Column("ended_by", "Over by", 88),
    Column("mandate_until", "Mandate until", 60),
    Column("years", "Years", 50, number=True),
    Column("headquarters", "Headquarters", 80, fold=12),
    Column("tasks", "Tasks", 90, fold=20),
    Column("resolutions", "Resolutions", 90, fold=18),
    Column("predecessors", "Took over from", 85, fold=10),
    Column("successors", "Followed by", 85, fold=10),
    Column("personnel", "Personnel", 20, number=True, mark=Mark("personnel_kind", "authorised", before="≤")),
    Column("personnel_kind", "Kind", 65),
    Column("personnel_component", "Of whom", 90),
    Column("personnel_as_of", "Personnel as of", 70),
    Column("peak_personnel", "Peak", 50, number=True),
    Column("peak_component", "Peak of whom", 90),
    Column("peak_as_of", "Peak as of", 70),
    Column("authorised_personnel", "Authorised", 50, number=True),
    Column("authorised_component", "Authorised of whom", 90),
    Column("authorised_as_of", "Authorised as of", 70),
    Column("fatalities", "Fatalities", 40, number=True),
    Column("fatalities_as_of", "Fatalities as of", 70),
    Column("fatality_rate", "Fatality rate", 75, number=True),
    Column("fatality_rate_deaths", "Rate of deaths", 83, number=True),
    Column("person_years", "Person-years", 83, number=True),
    Column("cost", "Cost (million)", 82, number=True),
    Column("cost_currency", "Currency", 82),
    Column("cost_basis", "Cost is", 90, fold=10),
    Column("cost_start", "Cost from", 90),
    Column("cost_end", "Cost to", 90),
    Column("verification", "Verification", 80),
    Column("summary", "Summary", 95, fold=40),
    Column("website", "Website", 95, fold=20),
    Column("sources", "Sources", 95, fold=30),
    Column("as_of", "As of", 85),
)
_ORGANIZATION = (
    Column("id", "ID", 90),
    Column("acronym", "Short name", 0),
    Column("name", "Name", 15, fold=24),
    Column("kind", "Kind", 30),
    Column("founded", "Founded", 10),
    Column("dissolved", "Dissolved", 80),
    Column("seat", "Seat", 35, fold=14),
    Column("functions", "Functions", 60, fold=20),
    Column("missions", "Missions", 20, number=True),
    Column("active_missions", "Active", 25, number=True),
    Column("other_missions", "Others", 26, number=True),
    Column("first_mission_start", "First mission", 70),
    Column("beside", "Beside", 28, fold=10, shortened=4),
    Column("members", "Members", 40, number=True),
    Column("role", "Role", 95, fold=40),
    Column("website", "Website", 85, fold=20),
    Column("sources", "Sources", 95, fold=30),
    Column("as_of", "As of", 85),
)

_MEANINGS = {
    "id": "stable key of the record",
    "acronym": "short name in use in English",
    "name": "official name in English",
    "led_by": "ids of the organisations that lead it, alone or jointly; else the codes of the states that do",
    "organizations": "ids of the organisations that lead, authorise or support it; the lead first",
    "lead_states": "states that lead it where no organisation does, ISO 3166-1 alpha-3",
    "type": "kind of operation; see the list Type",
    "category": "what the lead organisation counts it as; see the list Category",
    "status": "where it stands on the release's as_of, derived from the dates; see the list Status",
    "unconfirmed": "true where it counts as active only as no source says that it ended: its last known mandate has "
    "run out, or none is known and its record was last checked more than 18 months before the release",
    "scope": "core or related; see the list Scope",
    "region": "region, as the UN peacekeeping department groups its missions",
    "subregions": "UN M49 sub-regions of the hosts",
    "countries": "hosts, ISO 3166-1 alpha-3",
    "country_names": "hosts by name",
    "established": "date of the decision that set it up, as exact as known: YYYY, YYYY-MM or YYYY-MM-DD",
    "start": "first day, as the lead organisation states it, or else as others do",
    "start_basis": "what happened on start; see the list Basis",
    "end": "last day; null while it goes on, or where it is not known (then ended_by)",
    "ended_by": "a day on which it was over, where its end itself is not known",
    "end_basis": "what happened on end; see the list EndBasis",
    "mandate_until": "last day of the mandate in force; null if open or over",
    "years": "years from start to end, or to the release's as_of; null where a date is known to the year only",
    "headquarters": "seat of its headquarters",
    "tasks": "mandated tasks over its whole life; see the list Task",
    "resolutions": "symbols of the UN resolutions among its decisions, oldest first",
    "predecessors": "ids of the missions that it took over from",
    "successors": "ids of the missions that took over from it",
    "personnel": "one strength for lists: the latest deployed while it goes on; after that the peak, or the highest "
    "count known (deployed), unless the ceiling is more than four times that; else the authorised; of a mission of "
    "civilians its staff where known; null where it goes on and no figure of the last ten years is known",
    "personnel_kind": "which of these it is: deployed, peak or authorised",
    "personnel_component": "whom it counts; see the list StrengthComponent",
    "personnel_as_of": "the day of that figure",
    "peak_personnel": "highest strength known: of forces, else of the widest component known",
    "peak_component": "whom the peak counts; see the list StrengthComponent",
    "peak_as_of": "the day of the peak",
    "authorised_personnel": "highest authorised strength, military and police of one text added up",
    "authorised_component": "whom it counts; see the list StrengthComponent",
    "authorised_as_of": "the day of that authorisation",
    "fatalities": "deaths among its personnel from all causes",
    "fatalities_as_of": "counted up to this day",
    "fatality_rate": "deaths of uniformed personnel per 1,000 uniformed person-years, of the years from 1991 to 2024 "
    "of which the monthly series cover three in four months; null below 500 person-years",
    "fatality_rate_deaths": "the deaths that the rate counts: of uniformed personnel, in these years",
    "person_years": "the uniformed person-years that the rate counts, in these years",
    "cost": "money approved for its latest period, or spent; millions of cost_currency",
    "cost_currency": "ISO 4217 code",
    "cost_basis": "what it is: approved, apportioned, expenditure …",
    "cost_start": "first day of the period that it covers",
    "cost_end": "last day of that period",
    "verification": "how well established, start, end and hosts are confirmed; see the list Verification",
    "summary": "two to four sentences",
    "website": "its own page",
    "sources": "ids of all sources of the record; a resolution's symbol is its own id",
    "as_of": "the day to which the record was checked",
    "kind": "kind of organisation; see the list OrganizationKind",
    "founded": "when it was founded",
    "dissolved": "when it was dissolved; null while it exists",
    "seat": "seat: place, country",
    "functions": "what it does in or beside missions; see the list OrganizationFunction",
    "missions": "number of core missions that it leads, alone or jointly",
    "other_missions": "number of core missions of others that it authorises or supports",
    "beside": "ids of missions beside which it worked, of its engagements; not a full list",
    "active_missions": "how many of these are active on the release's as_of",
    "first_mission_start": "start of the first of these",
    "members": "number of its member states, on the day that its page names; null where none was read",
    "role": "its role in peacekeeping",
}


def _by_name(columns: tuple[Column, ...]) -> dict[str, Column]:
    return {column.name: column._replace(meaning=_MEANINGS[column.name]) for column in columns}


MISSION = _by_name(_MISSION)
ORGANIZATION = _by_name(_ORGANIZATION)
SOURCE = {
    column.name: column
    for column in (
        Column("id", "ID", 10),
        Column("kind", "Kind", 40),
        Column("producer", "Producer", 20, fold=16, meaning="who states it"),
        Column("title", "Title", 0, fold=20),
        Column("published", "Published", 30),
        Column("symbol", "Symbol", 80),
        Column("url", "URL", 90, fold=30),
        Column("licence", "Licence", 90, fold=20),
        Column("copy_of", "Copy of", 90, fold=20),
        Column("citation", "Citation", 90, fold=40),
        Column("records", "Records", 50, fold=16, meaning="ids of the records that rest on it"),
    )
}
RESOLUTION = {
    column.name: column
    for column in (
        Column("id", "ID", 90),
        Column("symbol", "Symbol", 0),
        Column("date", "Date", 1),
        Column("outcome", "Adopted", 50, meaning="unanimous, majority or without-vote; see the list Outcome"),
        Column("yes", "Yes", 30, number=True, meaning="votes in favour; null where no checked source has them"),
        Column("no", "No", 31, number=True, meaning="votes against"),
        Column("abstain", "Abstained", 32, number=True, meaning="abstentions"),
        Column("actions", "Did", 20, fold=12, meaning="what it did to these missions; see the list DecisionAction"),
        Column("missions", "Missions", 10, fold=12, meaning="ids of the missions that it decided on"),
        Column("url", "URL", 60),
    )
}
DECISION = {
    column.name: column
    for column in (
        Column("mission", "Mission", 40),
        Column("date", "Date", 1),
        Column("symbol", "Decision", 0),
        Column("action", "Did", 20),
        Column("text", "What", 10, fold=28),
        Column("sources", "Sources", 90, fold=20),
    )
}
TOPIC = {
    column.name: column
    for column in (
        Column("id", "Topic", 0),
        Column("order", "Order", 90, number=True, meaning="where it stands among the topics"),
        Column("title", "Title", 1, fold=24),
        Column("summary", "Begins", 60, fold=40, meaning="its first passage"),
        Column("words", "Words", 50, number=True),
        Column("missions", "Missions", 20, fold=18, meaning="ids of the missions that it names"),
        Column("organizations", "Organisations", 40, fold=12, meaning="ids of the organisations that it names"),
        Column("see", "See also", 70, fold=14, meaning="ids of other topics"),
        Column("sources", "Sources", 95, fold=24),
        Column("as_of", "As of", 85),
    )
}
EVENT = {
    column.name: column
    for column in (
        Column("id", "ID", 90),
        Column("date", "Date", 0, meaning="when it happened or began"),
        Column("until", "Until", 20, meaning="when an era ended; null while it goes on"),
        Column("kind", "Kind", 30, meaning="event or era"),
        Column("title", "Title", 1, fold=20),
        Column("text", "What", 10, fold=30),
        Column("regions", "Regions", 60, fold=10, meaning="that it concerns; empty for all"),
        Column("missions", "Missions", 40, fold=12, meaning="ids of the missions that it concerns"),
        Column("organizations", "Organisations", 50, fold=8, meaning="ids of the organisations that it concerns"),
        Column("sources", "Sources", 95, fold=24),
    )
}
TERM = {
    column.name: column
    for column in (
        Column("id", "ID", 90),
        Column("term", "Term", 0),
        Column("name", "Name", 1, fold=18),
        Column("definition", "Meaning", 2, fold=30),
        Column("see", "See also", 50, fold=10, meaning="ids of other terms"),
        Column("sources", "Sources", 95, fold=24),
    )
}
FACT = {
    column.name: column
    for column in (
        Column("mission", "Mission", 60),
        Column("fact", "Fact", 0),
        Column("value", "Value", 1, fold=26, meaning="what the record states; several values are joined by semicolons"),
        Column("as_of", "As of", 30, meaning="the day of the figure or the decision; else that of the record"),
        Column("sources", "Sources", 10, fold=24, meaning="ids of the sources that state it"),
        Column("verification", "Verified", 40, meaning="how well it is confirmed; see the list Verification"),
    )
}
STATISTIC = {
    column.name: column
    for column in (
        Column("group", "Group", 0),
        Column("missions", "Missions", 1, number=True),
        Column("active", "Active", 10, number=True),
        Column("unconfirmed", "Unconfirmed", 45, number=True, meaning="how many of the active ones; see missions"),
        Column("completed", "Completed", 30, number=True),
        Column("mean_years", "Mean years", 20, number=True, meaning="mean length in years"),
        Column(
            "personnel",
            "Personnel",
            35,
            number=True,
            meaning="deployed: figures of the last two years of active missions, added up; see with_personnel",
        ),
        Column("with_personnel", "Of active", 34, number=True, meaning="how many active missions that adds up"),
        Column("fatalities", "Fatalities", 40, number=True, meaning="sum of the known fatalities of the missions"),
        Column("with_fatalities", "Deaths known", 50, number=True, meaning="of how many missions fatalities are known"),
    )
}
_EXPERTS = "military observers and experts on mission; null, as troops are, where the source does not tell them apart"
_STAFF = "staff officers; null where the source has them among the troops"
STRENGTH = {
    column.name: column
    for column in (
        Column("mission", "Mission", 0),
        Column("period", "Period", 0, meaning="a year, or a month by its last day"),
        Column(
            "kind", "Kind", 55, meaning="month-end from the series; else deployed, peak or authorised, of the record"
        ),
        Column("component", "Of whom", 65, meaning="whom it counts; see the list StrengthComponent"),
        Column("total", "Total", 1, number=True, meaning="persons; of a year: its highest month-end"),
        Column("troops", "Troops", 40, number=True, meaning="contingents; with staff officers where these are null"),
        Column("staff_officers", "Staff", 52, number=True, meaning=_STAFF),
        Column("experts", "Experts", 50, number=True, meaning=_EXPERTS),
        Column("police", "Police", 40, number=True, meaning="individual police and formed units"),
        Column("individual_police", "Individual police", 80, number=True, meaning="null where not told apart"),
        Column("formed_police", "Formed police", 80, number=True, meaning="in formed units; null likewise"),
        Column("women", "Women", 45, number=True, meaning="among the total; null where not reported"),
        Column("month", "Highest on", 60, meaning="the month-end of these figures"),
        Column("months", "Months", 25, number=True, meaning="how many months of the period have a figure"),
        Column("source", "Source", 90),
        Column("chart", "", 10, drawn=True),
    )
}
CONTRIBUTOR = {
    column.name: column
    for column in (
        Column("rank", "Rank", 5, number=True, meaning="among all contributors to these missions"),
        Column("country", "Code", 60, meaning="ISO 3166-1 alpha-3"),
        Column("name", "Country", 0, fold=18),
        Column("month", "Month", 70, meaning="the month-end of these figures"),
        Column("total", "Total", 1, number=True, meaning="uniformed personnel at the month-end"),
        Column("share", "Share %", 20, number=True, meaning="per cent of what is ranked"),
        Column("change", "Change", 25, number=True, meaning="of what is ranked, since the month-end a year before"),
        Column("troops", "Troops", 40, number=True, meaning="contingents; with staff officers where these are null"),
        Column("staff_officers", "Staff", 55, number=True, meaning=_STAFF),
        Column("experts", "Experts", 50, number=True, meaning=_EXPERTS),
        Column("police", "Police", 42, number=True, meaning="individual police and formed units"),
        Column("individual_police", "Individual police", 80, number=True, meaning="null where not told apart"),
        Column("formed_police", "Formed police", 80, number=True, meaning="in formed units; null likewise"),
        Column("women", "Women", 45, number=True, meaning="among the total; null where not reported"),
        Column("missions", "Missions", 52, number=True, meaning="in how many missions; 0 where not reported"),
        Column("chart", "", 65, drawn=True),
    )
}
CONTRIBUTOR_OVER = {
    column.name: column
    for column in (
        Column("rank", "Rank", 5, number=True, meaning="among all contributors to these missions"),
        Column("country", "Code", 60, meaning="ISO 3166-1 alpha-3"),
        Column("name", "Country", 0, fold=18),
        Column("mean", "Mean", 1, number=True, meaning="mean month-end number over the reported months of the span"),
        Column("share", "Share %", 20, number=True, meaning="per cent of the sum of the means"),
        Column("peak", "Highest", 10, number=True, meaning="highest month-end number"),
        Column("peak_month", "On", 30, meaning="the month-end of the highest number"),
        Column("months", "Months", 50, number=True, meaning="month-ends at which it had somebody there"),
        Column("of_months", "Of", 51, number=True, meaning="month-ends of the span that are reported"),
        Column("chart", "", 65, drawn=True),
    )
}
CONTRIBUTION = {
    column.name: column
    for column in (
        Column("period", "Period", 0, meaning="a year, or a month by its last day"),
        Column(
            "total", "Total", 1, number=True, meaning="uniformed personnel of all contributors, or of those asked for"
        ),
        Column("troops", "Troops", 40, number=True, meaning="contingents; with staff officers where these are null"),
        Column("staff_officers", "Staff", 52, number=True, meaning=_STAFF),
        Column("experts", "Experts", 50, number=True, meaning="military observers and experts on mission"),
        Column("police", "Police", 42, number=True, meaning="individual police and formed units"),
        Column("individual_police", "Individual police", 80, number=True, meaning="null where not told apart"),
        Column("formed_police", "Formed police", 80, number=True, meaning="in formed units; null likewise"),
        Column("women", "Women", 45, number=True, meaning="among the total; null where not reported"),
        Column("contributors", "Contributors", 30, number=True, meaning="how many of these countries sent them"),
        Column("month", "Highest on", 60, meaning="the month-end of these figures"),
        Column("months", "Months", 25, number=True, meaning="how many months of the period are reported"),
        Column("chart", "", 10, drawn=True),
    )
}
COUNTRY = {
    column.name: column
    for column in (
        Column("id", "Code", 60, meaning="ISO 3166-1 alpha-3; former states ISO 3166-3"),
        Column("alpha2", "Alpha-2", 90, meaning="ISO 3166-1 alpha-2"),
        Column("name", "Country", 0, fold=18),
        Column("region", "Region", 70, meaning="to which the UN peacekeeping department assigns missions"),
        Column("subregion", "Sub-region", 80, fold=12, meaning="UN M49 sub-region"),
        Column("hosted", "Hosted", 1, number=True, meaning="core missions that it hosts or hosted"),
        Column("hosting", "Hosts now", 10, number=True, meaning="how many of these are active"),
        Column(
            "contributed_missions",
            "Missions",
            40,
            number=True,
            meaning="UN missions with its people, as reported since 2014-03",
        ),
        Column("personnel", "Sends", 5, number=True, meaning="uniformed personnel at the latest month-end"),
        Column("personnel_as_of", "As of", 85, meaning="the latest month-end"),
        Column("peak_personnel", "At most", 20, number=True, meaning="its highest month-end number since 1990-11"),
        Column("peak_as_of", "On", 30, meaning="the month-end of that number"),
        Column("fatalities", "Fallen", 15, number=True, meaning="its nationals who died in UN missions"),
        Column("fatalities_as_of", "Fallen as of", 86, meaning="counted up to this day"),
        Column("organizations", "Member of", 88, fold=12, meaning="ids of the organisations of which it is a member"),
        Column("latitude", "Latitude", 90, number=True, meaning="degrees north of a point in it"),
        Column("longitude", "Longitude", 90, number=True, meaning="degrees east of that point"),
    )
}
LOCATION = {
    column.name: column
    for column in (
        Column("mission", "Mission", 80),
        Column("year", "Year", 81),
        Column("place", "Place", 0, fold=16),
        Column("country", "Country", 40, fold=12),
        Column("latitude", "Latitude", 30, number=True, meaning="degrees north"),
        Column("longitude", "Longitude", 30, number=True, meaning="degrees east"),
        Column("units", "Units", 20, fold=14, meaning="kinds of units on the map"),
        Column("headquarters", "HQ", 25, meaning="mission or subordinate, where there is one"),
        Column(
            "troops",
            "Troops",
            10,
            number=True,
            meaning="what the source estimates from the troop units on the map, no count; null where it shows none. "
            "Observers, police and staff are not in it",
        ),
        Column("mark", "", 1, drawn=True),
    )
}
HOST = {
    column.name: column
    for column in (
        Column("country", "Code", 60, meaning="ISO 3166-1 alpha-3"),
        Column("name", "Host", 0, fold=18),
        Column("missions", "Missions", 1, number=True, meaning="of those that the filters let through"),
        Column("acronyms", "Which", 10, fold=20),
        Column("mission_ids", "IDs", 60, fold=20, meaning="ids of these missions, in the same order"),
        Column("latitude", "Latitude", 30, number=True, meaning="degrees north of a point in it"),
        Column("longitude", "Longitude", 30, number=True, meaning="degrees east of that point"),
    )
}
DEATHS = {
    column.name: column
    for column in (
        Column("group", "Group", 0),
        Column("deaths", "Deaths", 1, number=True),
        Column("share", "Share %", 20, number=True, meaning="per cent of the deaths that the filters let through"),
        Column("first", "First", 50, meaning="year of the first; null by nationality"),
        Column("last", "Last", 50, meaning="year of the last"),
        Column(
            "rate",
            "Rate",
            30,
            number=True,
            meaning="deaths of uniformed personnel per 1,000 uniformed person-years, of the mission-years from 1991 to "
            "2024 of which the monthly series cover three in four months; null below 500 person-years",
        ),
        Column("rate_deaths", "Deaths rated", 55, number=True, meaning="the deaths that the rate counts"),
        Column("person_years", "Person-years", 45, number=True, meaning="the person-years that the rate counts"),
        Column("chart", "", 10, drawn=True),
    )
}
SPAN = {
    column.name: column
    for column in (
        Column("id", "ID", 90),
        Column("group", "Group", 40),
        Column("acronym", "Mission", 0),
        Column("start", "Start", 20),
        Column("end", "End", 21, mark=Mark("unconfirmed", "yes", after="?")),
        Column("ended_by", "Over by", 71, meaning="a day on which it was over, where its end itself is not known"),
        Column("years", "Years", 60, number=True),
        Column("status", "Status", 70),
        Column(
            "unconfirmed",
            "Unconfirmed",
            72,
            meaning="true where it counts as active only as no source says that it ended",
        ),
        Column("chart", "", 0, drawn=True),
    )
}
HIT = {
    column.name: column
    for column in (
        Column("kind", "Kind", 20),
        Column("id", "ID", 30),
        Column("name", "Name", 0, fold=28),
        Column("snippet", "Passage", 0, fold=30),
    )
}

MISSION_TABLE = (
    "acronym", "name", "led_by", "country_names", "start", "end", "status", "type", "personnel", "fatalities",
)  # fmt: skip
MISSION_PIPE = (
    "id", "acronym", "name", "led_by", "organizations", "type", "category", "status", "unconfirmed", "region",
    "countries", "country_names", "established", "start", "end", "mandate_until", "personnel", "personnel_kind",
    "personnel_as_of", "fatalities", "fatalities_as_of", "verification",
)  # fmt: skip
ORGANIZATION_TABLE = (
    "acronym",
    "name",
    "kind",
    "founded",
    "seat",
    "missions",
    "active_missions",
    "other_missions",
    "beside",
)
ORGANIZATION_PIPE = (
    "id", "acronym", "name", "kind", "founded", "seat", "functions", "missions", "active_missions", "other_missions",
    "website",
)  # fmt: skip

OUTPUTS = {
    "missions": MISSION,
    "orgs": ORGANIZATION,
    "countries": COUNTRY,
    "contributors": CONTRIBUTOR,
    "contributors --since": CONTRIBUTOR_OVER,
    "contributors --by": CONTRIBUTION,
    "strength": STRENGTH,
    "fatalities": DEATHS,
    "locations": LOCATION,
    "map": HOST,
    "timeline": SPAN,
    "stats": STATISTIC,
    "resolutions": RESOLUTION,
    "mission --mandate": DECISION,
    "mission --sources": FACT,
    "sources": SOURCE,
    "topics": TOPIC,
    "history": EVENT,
    "glossary": TERM,
    "search": HIT,
}
"""By command, the columns of the list that it prints."""


def told(columns: Mapping[str, Column]) -> dict[str, str]:
    """The keys that columns stand for, with their meanings; a chart is none."""
    return {name: column.meaning or column.heading.lower() for name, column in columns.items() if not column.drawn}
