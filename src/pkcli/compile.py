"""Compiles `data/` into the catalogue: one SQLite file that every command queries.

The only place where models meet SQL. It is imported when the wheel is built,
when a checkout's data has changed, and to validate; never by a plain look-up.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import Any

from pkcli import derive, evidence, models, strength
from pkcli.contributors import COUNTS
from pkcli.dataset import Dataset
from pkcli.dates import PartialDate
from pkcli.errors import DataError
from pkcli.knowledge import Knowledge
from pkcli.names import key, keys
from pkcli.profiles import Profiles
from pkcli.reading import read
from pkcli.series import ContributorMonth, FatalityCount, MonthOfPersonnel
from pkcli.tables import MISSION_COLUMNS, SCHEMA, SOURCE_COLUMNS
from pkcli.vocabulary import Status, lists

_LONGEST_UNSTEMMED = 3
"""Letters of the longest word that the full text's index never shortens to a stem."""
FATALITIES_SOURCE = "un-psdh-fatalities"


def compile_catalogue(data_folder: Path, target: Path | str) -> None:
    """Write the catalogue of `data_folder` to the new file `target` (or `:memory:`); DataError names the faults."""
    connection = sqlite3.connect(target)
    try:
        fill(connection, checked(data_folder))
    finally:
        connection.close()


def checked(data_folder: Path) -> Dataset:
    """The data of `data_folder`, without faults; DataError names the first fault and counts the others."""
    data = read(data_folder)
    if data.faults:
        more = f" (and {len(data.faults) - 1} more: pkcli data validate)" if len(data.faults) > 1 else ""
        raise DataError(f"the data in {data_folder} has a fault: {data.faults[0]}{more}")
    return data


def fill(connection: sqlite3.Connection, data: Dataset) -> None:
    """Write all of `data` into an empty database."""
    connection.executescript(SCHEMA)
    named: dict[str, list[str]] = {}
    known = evidence.all_sources(data)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", data.meta.model_dump().items())
    terms = [(name, value, meaning) for name, values in lists().items() for value, meaning in values.items()]
    connection.executemany("INSERT INTO listed VALUES (?, ?, ?)", terms)
    _insert_countries(connection, data, known)
    _insert_series(connection, data)
    _insert_left_out(connection, data)
    _insert_reported(connection)
    _insert_exposure(connection, data)
    missions = {}
    for mission, flat, detail in _missions(data, known):
        _insert_mission(connection, mission, flat, detail)
        missions[mission.id] = flat
        named[mission.id] = flat["sources"]
    organizations = _insert_organizations(connection, data, known)
    named |= {id: flat["sources"] for id, flat in organizations.items()}
    named |= _insert_knowledge(connection, Knowledge(data, missions, organizations, known))
    _insert_sources(connection, known, named)
    _insert_resolutions(connection, data, known)
    connection.commit()
    connection.executescript("INSERT INTO words(words) VALUES('optimize'); ANALYZE; VACUUM;")


def _insert_series(connection: sqlite3.Connection, data: Dataset) -> None:
    series = data.series
    for table, rows in (
        ("personnel", series.personnel),
        ("contribution", series.contributors),
        ("fatality", series.fatalities),
        ("nationality", series.nationalities),
        ("location", series.locations),
    ):
        if rows:
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _insert_left_out(connection: sqlite3.Connection, data: Dataset) -> None:
    """Each name of an operation that the register leaves out, and why in a few words.

    A single word that stands in the names of a record (Astana) is left to that record.
    """
    acronyms = {m.id: m.acronym for m in data.missions}
    taken = {key(word) for m in data.missions for n in (m.name, *(o.name for o in m.other_names)) for word in n.split()}
    taken.add(key("UN force"))
    for names, reason in data.series.left_out:
        first = names.split(";")[0]
        for name in _variants(names):
            rows = [(wanted, first, _in_short(reason, acronyms)) for wanted in keys(name) if wanted not in taken]
            connection.executemany("INSERT OR IGNORE INTO left_out VALUES (?, ?, ?)", rows)


def _variants(names: str) -> Iterator[str]:
    """The names of what is left out, each name of two (`Palliser / Barras`) and what stands in brackets by itself."""
    for name in names.split(";"):
        yield name
        plain, _, inner = name.partition(" (")
        for part in [*plain.split(" / "), inner.rstrip(")")]:
            if part.strip():
                yield part.strip().removeprefix("Operation ")


def _in_short(reason: str, acronyms: Mapping[str, str]) -> str:
    """The rule by which an operation is left out, and its first words where they tell a reader more."""
    rule, _, why = reason.partition(": ")
    if (part := re.match(r"(the same operation|phase or component) \((?:of )?([a-z0-9-]+)\)", rule)) and (
        acronym := acronyms.get(part[2])
    ):
        what = "another name" if part[1] == "the same operation" else "a part"
        return f"{what} of {acronym}; see pkcli mission {part[2]}"
    if rule.startswith("no "):
        return "no source that can be cited was read for it"
    why = re.split(r"[;:(]", why)[0].strip(" ,")
    return shorten(why if rule == "other" else f"{rule}: {why}" if why else rule.split(";")[0], 160, placeholder="…")


def _insert_reported(connection: sqlite3.Connection) -> None:
    """The month-ends with a report of contributors, whether it tells the missions, and which counts it gives.

    Also what each country, and all together, sent to all missions, which is asked for far more often than it changes.
    """
    sums = ", ".join(f"sum({name})" for name in COUNTS)
    connection.execute(f"INSERT INTO contribution_to_all SELECT country, month, {sums} FROM contribution GROUP BY 1, 2")
    connection.execute(
        f"INSERT INTO contribution_of_all SELECT month, {sums}, count(*) FROM contribution_to_all GROUP BY month"
    )
    counts = ", ".join(f"count({name}) > 0" for name in COUNTS)
    connection.execute(
        f"INSERT INTO reported SELECT month, min(mission) <> '', {counts} FROM contribution GROUP BY month"
    )


def _published(known: Mapping[str, models.Source]) -> str | None:
    """The day up to which the deaths are counted."""
    return known[FATALITIES_SOURCE].published if FATALITIES_SOURCE in known else None


def _insert_countries(connection: sqlite3.Connection, data: Dataset, known: Mapping[str, models.Source]) -> None:
    profiles = Profiles(data, known, _published(known))
    for country in data.countries:
        flat = profiles.flat(country)
        detail = profiles.detail(country, flat)
        _insert_flat(connection, "country", flat, detail)
        names = [country.id, country.name, *([country.alpha2] if country.alpha2 else []), *country.other_names]
        _insert_names(connection, "country", country.id, country.name, names)
        hosted = [f"{m['acronym']} {m['name']}" for m in detail["hosted_missions"]]
        _insert_words(connection, "country", country.id, country.name, [country.name, *country.other_names], hosted)


def _months(data: Dataset) -> dict[str, list[MonthOfPersonnel]]:
    """The monthly strength of each mission, in order."""
    by_mission = sorted(data.series.personnel, key=lambda r: (r.mission, r.month))
    return {name: list(rows) for name, rows in groupby(by_mission, key=lambda r: r.mission)}


def _insert_exposure(connection: sqlite3.Connection, data: Dataset) -> None:
    """The person-years against which deaths are set."""
    months = _months(data)
    for mission in data.missions:
        by_year = strength.exposure(mission, months.get(mission.id, ()))
        rows = [(mission.id, year, amount) for year, amount in by_year.items()]
        connection.executemany("INSERT INTO exposure VALUES (?, ?, ?)", rows)


def _missions(
    data: Dataset, known: Mapping[str, models.Source]
) -> Iterator[tuple[models.Mission, dict[str, Any], dict[str, Any]]]:
    months = _months(data)
    causes: dict[str, Counter[str]] = defaultdict(Counter)
    deaths_by_mission: dict[str, list[FatalityCount]] = defaultdict(list)
    for row in data.series.fatalities:
        causes[row.mission][row.cause] += row.deaths
        deaths_by_mission[row.mission].append(row)
    successors: dict[str, list[str]] = defaultdict(list)
    for mission in data.missions:
        for before in mission.predecessors:
            successors[before].append(mission.id)
    countries = {c.id: c for c in data.countries}
    sent: dict[str, list[ContributorMonth]] = defaultdict(list)
    for sending in data.series.contributors:
        sent[sending.mission].append(sending)
    beside = derive.engagements(data)
    published = _published(known)
    for mission in data.missions:
        deaths = causes.get(mission.id)
        fatalities = None
        if deaths and published:
            fatalities = models.Fatalities(value=deaths.total(), as_of=published, source=FATALITIES_SOURCE)
        flat = derive.mission_flat(
            mission,
            as_of=data.meta.as_of,
            months=months.get(mission.id, ()),
            fatalities=fatalities,
            rate=strength.fatality_rate(mission, months.get(mission.id, ()), deaths_by_mission.get(mission.id, ())),
            successors=successors[mission.id],
            countries=countries,
            known=known,
        )
        detail = derive.mission_detail(
            mission,
            flat,
            months=months.get(mission.id, ()),
            fatalities=fatalities,
            deaths_by_cause=dict(deaths.most_common()) if deaths else {},
            contributors=sent[mission.id],
            countries=countries,
            beside=beside.get(mission.id, ()),
            known=known,
        )
        yield mission, flat, detail


def _insert_mission(
    connection: sqlite3.Connection, mission: models.Mission, flat: dict[str, Any], detail: dict[str, Any]
) -> None:
    start, end = mission.start or mission.established, mission.end or mission.ended_by
    if flat["status"] == Status.PLANNED:
        start = mission.start
    figures = [flat[name] for name in ("personnel", "peak_personnel", "authorised_personnel") if flat[name] is not None]
    values = [
        *(_cell(flat[c]) for c in MISSION_COLUMNS),
        PartialDate.parse(start).first if start else None,
        PartialDate.parse(end).last if end else "9999-12-31",
        max(figures, default=None),
        _json(flat),
        _json(detail, indent=2),
    ]
    connection.execute(f"INSERT INTO mission VALUES ({', '.join('?' * len(values))})", values)
    connection.executemany(
        "INSERT INTO mission_country SELECT ?, id, subregion FROM country WHERE id = ?",
        ((mission.id, code) for code in mission.countries),
    )
    connection.executemany(
        "INSERT INTO mission_organization VALUES (?, ?, ?)", ((mission.id, o.id, o.role) for o in mission.organizations)
    )
    connection.executemany("INSERT INTO mission_task VALUES (?, ?)", ((mission.id, task) for task in mission.tasks))
    names = [mission.id, mission.acronym, mission.name, *(n.name for n in mission.other_names)]
    _insert_names(connection, "mission", mission.id, mission.acronym, names)
    body = [
        mission.summary,
        *flat["country_names"],
        mission.headquarters or "",
        *(f"{d.symbol} {d.text}" for d in mission.decisions),
        *(n.text for n in mission.notes),
        *mission.tasks,
    ]
    _insert_words(connection, "mission", mission.id, mission.acronym, names[1:], body)


def _insert_sources(
    connection: sqlite3.Connection, known: Mapping[str, models.Source], named: Mapping[str, Sequence[str]]
) -> None:
    """Each source with the records that rest on it."""
    rest: dict[str, list[str]] = defaultdict(list)
    for record, sources in named.items():
        for id in dict.fromkeys(sources):
            rest[id].append(record)
    for source in known.values():
        flat = {name: getattr(source, name, None) for name in SOURCE_COLUMNS[:-1]} | {"records": rest[source.id]}
        _insert_flat(connection, "source", flat, flat)


def _insert_resolutions(connection: sqlite3.Connection, data: Dataset, known: Mapping[str, models.Source]) -> None:
    """Each resolution among the missions' decisions, with what it did to which; and the decisions themselves."""
    did: dict[str, list[dict[str, str]]] = defaultdict(list)
    for mission in data.missions:
        for order, decision in enumerate(mission.decisions):
            did[decision.symbol].append({"mission": mission.id, "action": decision.action, "text": decision.text})
            row = (decision.symbol, decision.date, decision.action, decision.text)
            sources = ";".join(evidence.read_in(decision))
            connection.execute("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?)", (mission.id, order, *row, sources))
    for resolution in data.resolutions:
        decided = did.get(resolution.symbol, [])
        flat = {
            "id": evidence.resolution_id(resolution.symbol),
            "symbol": resolution.symbol,
            "date": resolution.date,
            "outcome": resolution.outcome,
            "yes": resolution.yes,
            "no": resolution.no,
            "abstain": resolution.abstain,
            "actions": list(dict.fromkeys(d["action"] for d in decided)),
            "missions": list(dict.fromkeys(d["mission"] for d in decided)),
            "url": evidence.as_source(resolution).url,
        }
        detail = {
            **flat,
            "agenda": resolution.agenda,
            "decisions": decided,
            "source": resolution.source,
            "source_records": [evidence.source_record(known[resolution.source])],
        }
        _insert_flat(connection, "resolution", flat, detail)
        number = resolution.symbol.partition(" ")[0].rpartition("/")[2]
        names = [resolution.symbol, resolution.symbol.partition(" ")[0], number, f"resolution {number}"]
        _insert_names(connection, "resolution", str(flat["id"]), resolution.symbol, names)
        if decided:
            texts = [f"{d['mission']}: {d['text']}" for d in decided]
            _insert_words(connection, "resolution", str(flat["id"]), resolution.symbol, names[:1], texts)


def _insert_flat(
    connection: sqlite3.Connection, table: str, flat: Mapping[str, Any], detail: Mapping[str, Any]
) -> None:
    values = [*map(_cell, flat.values()), _json(flat), _json(detail, indent=2)]
    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def _insert_organizations(
    connection: sqlite3.Connection, data: Dataset, known: Mapping[str, models.Source]
) -> dict[str, dict[str, Any]]:
    """Each organisation with its missions; their flat records by id."""
    flats = {}
    countries = {c.id: c.name for c in data.countries}
    by_organization: dict[str, list[tuple[models.Mission, Status]]] = defaultdict(list)
    for mission in sorted(data.missions, key=lambda m: m.start or m.established or "9999"):
        for part in mission.organizations:
            by_organization[part.id].append((mission, derive.status(mission, data.meta.as_of)))
    for organization in data.organizations:
        flat = derive.organization_flat(organization, by_organization[organization.id])
        detail = derive.organization_detail(
            organization,
            flat,
            by_organization[organization.id],
            as_of=data.meta.as_of,
            countries=countries,
            known=known,
        )
        _insert_flat(connection, "organization", flat, detail)
        names = [organization.id, organization.acronym, organization.name, *(n.name for n in organization.other_names)]
        _insert_names(connection, "organization", organization.id, organization.acronym, names)
        notes = [n.text for n in organization.notes]
        done = [" ".join([e.text, *(countries[c] for c in e.countries)]) for e in organization.engagements]
        body = [organization.role, organization.seat, *organization.functions, *done, *notes]
        _insert_words(connection, "organization", organization.id, organization.acronym, names[1:], body)
        flats[organization.id] = flat
    return flats


def _insert_names(connection: sqlite3.Connection, kind: str, id: str, shown: str, names: Iterable[str]) -> None:
    """Make each name find the record; the earlier a name stands, the better the match."""
    for rank, name in enumerate(names):
        rows = [(found, kind, id, shown, rank) for found in keys(name)]
        connection.executemany("INSERT OR IGNORE INTO lookup VALUES (?, ?, ?, ?, ?)", rows)


def _insert_knowledge(connection: sqlite3.Connection, knowledge: Knowledge) -> dict[str, list[str]]:
    """The topics, events and terms; the sources of each by id."""
    sources = {}
    for topic, flat, detail in knowledge.topics():
        _insert_flat(connection, "topic", flat, detail)
        names = [topic.id, topic.title, *topic.other_names]
        _insert_names(connection, "topic", topic.id, topic.id, names)
        _insert_words(connection, "topic", topic.id, topic.title, names[1:], [p["text"] for p in detail["passages"]])
        sources[topic.id] = flat["sources"]
    for term, flat, detail in knowledge.terms():
        _insert_flat(connection, "term", flat, detail)
        names = [term.id, term.term, term.name, *term.other_names]
        _insert_names(connection, "term", term.id, term.term, names)
        _insert_words(connection, "term", term.id, term.term, list(dict.fromkeys(names[1:])), [flat["definition"]])
        sources[term.id] = flat["sources"]
    for event, flat, detail in knowledge.events():
        _insert_flat(connection, "event", flat, detail)
        _insert_names(connection, "event", event.id, event.title, [event.id, event.title])
        _insert_words(connection, "event", event.id, f"{event.title} ({event.date})", [event.title], [flat["text"]])
        sources[event.id] = flat["sources"]
    return sources


def _insert_words(
    connection: sqlite3.Connection, kind: str, id: str, shown: str, names: Sequence[str], body: Sequence[str]
) -> None:
    text = [" · ".join(names), " ".join(filter(None, body))]
    # The tokenizer parts words at an apostrophe; people leave it out (`cote divoire`).
    joined = [word.replace("'", "").replace("’", "") for word in " ".join(text).split() if "'" in word or "’" in word]
    spellings = " ".join(dict.fromkeys(joined))
    connection.execute("INSERT INTO words VALUES (?, ?, ?, ?, ?, ?)", (kind, id, shown, *text, spellings))
    parts = "".join(c if c.isalnum() else " " for c in " ".join([*text, spellings])).split()
    whole = {(key(part),) for part in parts if len(part) > _LONGEST_UNSTEMMED and part.isalpha()}
    connection.executemany("INSERT OR IGNORE INTO vocabulary VALUES (?)", whole)


def _cell(value: Any) -> Any:
    """A flat value as a column: lists joined by semicolons, yes or no for what is true or false."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(value) if isinstance(value, list) else value


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
