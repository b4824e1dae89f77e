"""The tables of the catalogue: their columns, and the statements that make them."""

from __future__ import annotations

MISSION_COLUMNS = [
    "id",
    "acronym",
    "name",
    "led_by",
    "organizations",
    "lead_states",
    "type",
    "category",
    "status",
    "unconfirmed",
    "scope",
    "region",
    "subregions",
    "countries",
    "country_names",
    "established",
    "start",
    "start_basis",
    "end",
    "end_basis",
    "ended_by",
    "mandate_until",
    "years",
    "headquarters",
    "tasks",
    "resolutions",
    "predecessors",
    "successors",
    "personnel",
    "personnel_kind",
    "personnel_component",
    "personnel_as_of",
    "peak_personnel",
    "peak_component",
    "peak_as_of",
    "authorised_personnel",
    "authorised_component",
    "authorised_as_of",
    "fatalities",
    "fatalities_as_of",
    "fatality_rate",
    "fatality_rate_deaths",
    "person_years",
    "cost",
    "cost_currency",
    "cost_basis",
    "cost_start",
    "cost_end",
    "verification",
    "summary",
    "website",
    "sources",
    "as_of",
]

MISSION_LINK = ("id", "acronym", "name", "start", "end", "ended_by", "status", "unconfirmed")
"""The keys of a mission where another record's page names it."""

ORGANIZATION_COLUMNS = [
    "id",
    "acronym",
    "name",
    "kind",
    "founded",
    "dissolved",
    "seat",
    "functions",
    "missions",
    "active_missions",
    "other_missions",
    "first_mission_start",
    "beside",
    "members",
    "role",
    "website",
    "sources",
    "as_of",
]

COUNTRY_COLUMNS = (
    "id", "alpha2", "name", "region", "subregion", "hosted", "hosting", "contributed_missions", "personnel",
    "personnel_as_of", "peak_personnel", "peak_as_of", "fatalities", "fatalities_as_of", "organizations", "latitude",
    "longitude",
)  # fmt: skip

SOURCE_COLUMNS = (
    "id", "kind", "producer", "title", "published", "symbol", "url", "licence", "copy_of", "citation", "records",
)  # fmt: skip

TOPIC_COLUMNS = ("id", "order", "title", "summary", "words", "missions", "organizations", "see", "sources", "as_of")

EVENT_COLUMNS = (
    "id", "date", "until", "kind", "title", "text", "regions", "missions", "organizations", "sources",
)  # fmt: skip

TERM_COLUMNS = ("id", "term", "name", "definition", "see", "sources")

RESOLUTION_COLUMNS = ["id", "symbol", "date", "outcome", "yes", "no", "abstain", "actions", "missions", "url"]

SCHEMA = f"""
PRAGMA journal_mode = OFF;
PRAGMA page_size = 4096;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE listed (list TEXT, value TEXT, meaning TEXT);
CREATE TABLE mission (
  {", ".join(f'"{c}"' for c in MISSION_COLUMNS)},
  first_day TEXT, last_day TEXT, largest INTEGER, flat TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE mission_country (mission TEXT, country TEXT, subregion TEXT, PRIMARY KEY (mission, country)) WITHOUT ROWID;
CREATE TABLE mission_organization (mission TEXT, organization TEXT, role TEXT, PRIMARY KEY (mission, organization))
  WITHOUT ROWID;
CREATE TABLE mission_task (mission TEXT, task TEXT, PRIMARY KEY (mission, task)) WITHOUT ROWID;
CREATE TABLE organization (
  {", ".join(f'"{c}"' for c in ORGANIZATION_COLUMNS)}, flat TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE country (
  {", ".join(f'"{c}"' for c in COUNTRY_COLUMNS)}, flat TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE source (
  {", ".join(f'"{c}"' for c in SOURCE_COLUMNS)}, flat TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE resolution (
  {", ".join(f'"{c}"' for c in RESOLUTION_COLUMNS)}, flat TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE topic (
  {", ".join(f'"{c}"' for c in TOPIC_COLUMNS)}, flat TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE event (
  {", ".join(f'"{c}"' for c in EVENT_COLUMNS)}, flat TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE term (
  {", ".join(f'"{c}"' for c in TERM_COLUMNS)}, flat TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE decision (mission TEXT, "order" INTEGER, symbol TEXT, date TEXT, action TEXT, text TEXT, sources TEXT,
  PRIMARY KEY (mission, "order")) WITHOUT ROWID;
CREATE TABLE personnel (mission TEXT, month TEXT, troops INTEGER, staff_officers INTEGER, experts INTEGER,
  police INTEGER, individual_police INTEGER, formed_police INTEGER, women INTEGER, total INTEGER, source TEXT,
  PRIMARY KEY (mission, month)) WITHOUT ROWID;
CREATE TABLE contribution (mission TEXT, country TEXT, month TEXT, troops INTEGER, staff_officers INTEGER,
  experts INTEGER, police INTEGER, individual_police INTEGER, formed_police INTEGER, women INTEGER, total INTEGER,
  PRIMARY KEY (month, mission, country)) WITHOUT ROWID;
CREATE TABLE contribution_to_all (country TEXT, month TEXT, total INTEGER, troops INTEGER, staff_officers INTEGER,
  experts INTEGER, police INTEGER, individual_police INTEGER, formed_police INTEGER, women INTEGER,
  PRIMARY KEY (country, month)) WITHOUT ROWID;
CREATE TABLE contribution_of_all (month TEXT PRIMARY KEY, total INTEGER, troops INTEGER, staff_officers INTEGER,
  experts INTEGER, police INTEGER, individual_police INTEGER, formed_police INTEGER, women INTEGER,
  contributors INTEGER) WITHOUT ROWID;
CREATE TABLE reported (month TEXT PRIMARY KEY, by_mission INTEGER, total INTEGER, troops INTEGER,
  staff_officers INTEGER, experts INTEGER, police INTEGER, individual_police INTEGER, formed_police INTEGER,
  women INTEGER) WITHOUT ROWID;
CREATE INDEX contribution_country ON contribution (country, mission);
CREATE TABLE nationality (mission TEXT, code TEXT, country TEXT, count INTEGER);
CREATE TABLE location (mission TEXT, year INTEGER, country TEXT, place TEXT, latitude REAL, longitude REAL,
  units TEXT, headquarters TEXT, troops INTEGER);
CREATE INDEX location_mission ON location (mission, year);
CREATE TABLE fatality (mission TEXT, code TEXT, year INTEGER, cause TEXT, personnel TEXT, count INTEGER);
CREATE TABLE exposure (mission TEXT, year INTEGER, person_years REAL, PRIMARY KEY (mission, year)) WITHOUT ROWID;
CREATE TABLE left_out (key TEXT PRIMARY KEY, name TEXT, reason TEXT) WITHOUT ROWID;
CREATE TABLE lookup (key TEXT, kind TEXT, id TEXT, name TEXT, rank INTEGER, PRIMARY KEY (key, kind, id)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
  kind UNINDEXED, id UNINDEXED, shown UNINDEXED, names, body, spellings,
  tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY) WITHOUT ROWID;
"""
