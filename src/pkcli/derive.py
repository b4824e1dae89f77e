"""What follows from a record: status, headline figures, successors, verification.

Pure functions on models, used when the catalogue is compiled, so that nothing
that can be derived is stored in the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from pkcli import models
from pkcli.dataset import Dataset, source_refs
from pkcli.dates import PartialDate
from pkcli.series import ContributorMonth, FatalityCount, MonthOfPersonnel
from pkcli.vocabulary import SourceKind, Status, StrengthComponent, StrengthKind, Verification

KEY_FACTS = ("established", "start", "end", "countries")
"""The facts by which a record is judged two-sources, official, single or disputed."""

_COMPONENT_RANK = {
    component: rank
    for rank, component in enumerate(
        (
            StrengthComponent.UNIFORMED,
            StrengthComponent.TOTAL,
            StrengthComponent.MILITARY,
            StrengthComponent.TROOPS,
            StrengthComponent.OBSERVERS,
            StrengthComponent.POLICE,
            StrengthComponent.INTERNATIONAL,
            StrengthComponent.CIVILIAN,
        )
    )
}
_HOUSES = {
    "un": re.compile(
        r"United Nations\b|UN\b|(Executive Office of the |Spokesman for the )?Secretary-General of the United Nations"
        r"|Office of the United Nations|Dag Hammarskjöld Library|International Law Commission"
    ),
    "eu": re.compile(
        r"European (Union|Commission|External|Parliament|Community|Political)|Council of the European Union|EU\b|EULEX|"
        r"EUAM|EUBAM|EUCAP|EUFOR|EUMM|EUPOL|EUTM"
    ),
    "nato": re.compile(r"NATO\b(?! and)|North Atlantic|Allied (Command|Joint|Maritime)|Supreme Headquarters Allied"),
    "osce": re.compile(r"OSCE\b(?! and)|Organi[sz]ation for Security and Co|Conference on Security and Co"),
    "au": re.compile(r"African Union|Organi[sz]ation of African Unity"),
    "ecowas": re.compile(r"Economic Community of West African|ECOWAS"),
    "sadc": re.compile(r"Southern African Development|SADC"),
    "oas": re.compile(r"Organi[sz]ation of American States|OAS\b"),
    "weu": re.compile(r"Western European Union|WEU\b"),
    "commonwealth": re.compile(r"Commonwealth (Secretariat|of Nations)"),
    "sipri": re.compile(r"SIPRI\b|Stockholm International Peace Research Institute"),
}
"""Bodies of one organisation, by how producers' names begin."""
SERIES_START = "1990-11"
FIRST_WHOLE_YEAR, LAST_WHOLE_YEAR = 1991, 2024
UNIFORMED = ("military", "military-observer", "police")
"""The kinds of personnel whose deaths are set against uniformed person-years."""
_OFFICIAL = {SourceKind.DECISION, SourceKind.OFFICIAL, SourceKind.DATASET}


def status(mission: models.Mission, as_of: str) -> Status:
    """Where the mission stands on `as_of`, from its dates alone."""
    day = PartialDate.parse(as_of).last
    over = mission.end or mission.ended_by
    if over and PartialDate.parse(over).last <= day:
        return Status.COMPLETED
    if mission.start is None or PartialDate.parse(mission.start).first > day:
        return Status.PLANNED
    return Status.ACTIVE


def years(mission: models.Mission, as_of: str) -> float | None:
    """Years from `start` to `end` (or to `as_of`), to one decimal; None if they are not known well enough."""
    if mission.start is None or mission.ended_by:
        return None
    import datetime as dt

    start = PartialDate.parse(mission.start)
    end = PartialDate.parse(mission.end or as_of)
    if not start.month or not end.month:
        return None
    days = (dt.date.fromisoformat(end.last) - dt.date.fromisoformat(start.first)).days
    return round(days / 365.25, 1)


class Headline(NamedTuple):
    """The one strength figure that stands for a mission in a list."""

    value: int
    kind: StrengthKind
    component: StrengthComponent
    as_of: str
    source: str


def series_strength(months: Sequence[MonthOfPersonnel], mission: models.Mission) -> list[models.Strength]:
    """The peak and the latest month-end strength of a mission in the monthly series."""
    if not months:
        return []
    peak = max(months, key=lambda m: m.total)
    note = None
    if mission.start and PartialDate.parse(mission.start).last < SERIES_START:
        note = f"Highest month-end figure since {SERIES_START}, when the monthly series begins."
    figures = [
        models.Strength(
            kind=StrengthKind.PEAK,
            component=StrengthComponent.UNIFORMED,
            value=peak.total,
            as_of=peak.month,
            source=peak.source,
            note=note,
        )
    ]
    if mission.end is None and mission.ended_by is None:
        last = months[-1]
        figures.append(
            models.Strength(
                kind=StrengthKind.DEPLOYED,
                component=StrengthComponent.UNIFORMED,
                value=last.total,
                as_of=last.month,
                source=last.source,
            )
        )
    return figures


def authorised(strength: Iterable[models.Strength]) -> Headline | None:
    """The highest authorised strength: military and police that one text sets on one day are added up."""
    best: Headline | None = None
    figures = sorted((s for s in strength if s.kind == StrengthKind.AUTHORISED), key=lambda s: (s.as_of, s.source))
    for (as_of, source), group in groupby(figures, key=lambda s: (s.as_of, s.source)):
        parts = {StrengthComponent(s.component): s.value for s in group}
        total = _added_up(parts)
        if total and (best is None or total[1] > best.value):
            best = Headline(total[1], StrengthKind.AUTHORISED, total[0], as_of, source)
    return best


def _added_up(parts: Mapping[StrengthComponent, int]) -> tuple[StrengthComponent, int] | None:
    """The widest uniformed figure of one authorisation, and whom it counts."""
    c = StrengthComponent
    for whole in (c.UNIFORMED, c.TOTAL):
        if whole in parts:
            return whole, parts[whole]
    military = parts.get(c.MILITARY, parts.get(c.TROOPS, 0) + parts.get(c.OBSERVERS, 0))
    police = parts.get(c.POLICE, 0)
    if military and police:
        return c.UNIFORMED, military + police
    if military:
        only = next(k for k in (c.MILITARY, c.TROOPS, c.OBSERVERS) if k in parts)
        return (c.MILITARY if c.TROOPS in parts and c.OBSERVERS in parts else only), military
    if police:
        return c.POLICE, police
    for civilian in (c.INTERNATIONAL, c.CIVILIAN):
        if civilian in parts:
            return civilian, parts[civilian]
    return None


def peak(strength: Iterable[models.Strength]) -> Headline | None:
    """The highest strength known, of those that count the widest component known."""
    figures = [s for s in strength if s.kind in (StrengthKind.PEAK, StrengthKind.DEPLOYED)]
    if not figures:
        return None
    widest = min(_COMPONENT_RANK[StrengthComponent(s.component)] for s in figures)
    best = max((s for s in figures if _COMPONENT_RANK[StrengthComponent(s.component)] == widest), key=lambda s: s.value)
    return Headline(best.value, StrengthKind.PEAK, StrengthComponent(best.component), best.as_of, best.source)


def latest(strength: Iterable[models.Strength]) -> Headline | None:
    """The latest deployed strength of the widest component known."""
    figures = [s for s in strength if s.kind == StrengthKind.DEPLOYED]
    if not figures:
        return None
    best = min(figures, key=lambda s: _COMPONENT_RANK[StrengthComponent(s.component)])
    best = max((s for s in figures if s.component == best.component), key=lambda s: PartialDate.parse(s.as_of).last)
    return Headline(best.value, StrengthKind.DEPLOYED, StrengthComponent(best.component), best.as_of, best.source)


def headline(strength: Sequence[models.Strength], ended: bool) -> Headline | None:
    """The figure for lists: the latest deployed while a mission goes on, then its peak; the authorised if unknown."""
    first = peak(strength) if ended else latest(strength) or peak(strength)
    return first or authorised(strength)


def latest_cost(mission: models.Mission) -> models.Cost | None:
    """The cost that stands for a mission in a list: what was approved before what was spent, of the latest period."""

    def order(cost: models.Cost) -> tuple[str, bool]:
        return PartialDate.parse(cost.end).last, cost.basis.startswith("approved")

    return max(mission.costs, key=order, default=None)


def exposure(mission: models.Mission, months: Sequence[MonthOfPersonnel]) -> dict[int, float]:
    """Uniformed person-years of a mission by whole year, 1991 to 2024, between the first and the last month known.

    Between two known months the strength is taken to change evenly.
    """
    known = [(_month(row.month), row.total) for row in months]
    by_year: dict[int, float] = {}
    for (then, before), (now, after) in pairwise(known):
        for month in range(then + 1, now + 1):
            strength = before + (after - before) * (month - 0.5 - then) / (now - then)
            year = (month - 1) // 12
            by_year[year] = by_year.get(year, 0) + strength / 12
    return {year: round(amount, 2) for year, amount in by_year.items() if FIRST_WHOLE_YEAR <= year <= LAST_WHOLE_YEAR}


def fatality_rate(
    mission: models.Mission, months: Sequence[MonthOfPersonnel], deaths: Sequence[FatalityCount]
) -> float | None:
    """Deaths of uniformed personnel per 1,000 uniformed person-years, to one decimal.

    None unless the monthly series has three in four of the mission's months.
    Counted in whole years, to 2024 where the mission goes on: the counts of
    deaths end in April 2025. Between two known months the strength is taken to
    change evenly.
    """
    if not mission.start or not deaths or PartialDate.parse(mission.start).first < SERIES_START:
        return None
    start = PartialDate.parse(mission.start)
    end = PartialDate.parse(mission.end) if mission.end else PartialDate(LAST_WHOLE_YEAR, 12)
    if not start.month or not end.month:
        return None
    lasted = _month(end.last) - _month(start.first) + 1
    known = [(_month(row.month), row.total) for row in months if row.month <= end.last]
    if not known or len(known) < 0.75 * lasted:
        return None
    known = [(_month(start.first), known[0][1]), *known, (_month(end.last) + 1, known[-1][1])]
    person_months = sum(
        (before + after) / 2 * (then - now) for (now, before), (then, after) in pairwise(known) if then > now
    )
    died = sum(row.deaths for row in deaths if row.personnel in UNIFORMED and row.year <= end.year)
    return round(died / person_months * 12_000, 1)


def _month(day: str) -> int:
    """The months since year 0 of an ISO day."""
    return int(day[:4]) * 12 + int(day[5:7])


def house(producer: str) -> str:
    """Whose word a producer's is: bodies of one organisation do not confirm each other."""
    return next((name for name, bodies in _HOUSES.items() if bodies.match(producer)), producer)


def verify(record_sources: Sequence[str], known: Mapping[str, models.Source], disputed: bool) -> Verification:
    """How well a fact with these sources is confirmed."""
    if disputed:
        return Verification.DISPUTED
    independent = [s for s in record_sources if not set(known[s].derives_from) & (set(record_sources) - {s})]
    if len({house(known[s].producer) for s in independent}) > 1:
        return Verification.TWO
    if any(known[s].kind in _OFFICIAL for s in record_sources):
        return Verification.OFFICIAL
    return Verification.SINGLE


def verifications(mission: models.Mission, known: Mapping[str, models.Source]) -> dict[str, Verification]:
    """The verification of each plain fact that has a value."""
    disputed = {name for note in mission.notes if note.disputed for name in note.fields}
    return {
        name: verify(refs, known, name in disputed)
        for name in models.Evidence.model_fields
        if (refs := getattr(mission.evidence, name))
    }


def weakest(facts: Mapping[str, Verification]) -> Verification:
    """The verification of a record: that of the least confirmed of its key facts; disputed if one is."""
    order = (Verification.DISPUTED, Verification.SINGLE, Verification.OFFICIAL, Verification.TWO)
    return min((facts[name] for name in KEY_FACTS if name in facts), key=order.index, default=Verification.SINGLE)


def all_sources(data: Dataset) -> dict[str, models.Source]:
    """The sources by id, the resolutions, which are their own, among them."""
    known = {source.id: source for source in data.sources}
    known.update({resolution.symbol: as_source(resolution) for resolution in data.resolutions})
    return known


def as_source(resolution: models.Resolution) -> models.Source:
    """A resolution as the source that it is, with its canonical URL."""
    council = resolution.symbol.startswith("S/RES/")
    producer = f"United Nations {'Security Council' if council else 'General Assembly'}"
    number, _, year = resolution.symbol.partition("/RES/")[2].partition(" ")
    fields: dict[str, Any] = {
        "id": resolution.symbol,
        "kind": SourceKind.DECISION.value,
        "producer": producer,
        "title": f"Resolution {number} {year}".strip(),
        "published": resolution.date,
        "symbol": resolution.symbol,
        "url": f"https://undocs.org/{resolution.symbol.replace(' ', '')}",
        "citation": f"{producer}, Resolution {number} {year}".rstrip() + f", {resolution.symbol}, {resolution.date}.",
    }
    return models.Source.model_construct(**fields)


def resolution_id(symbol: str) -> str:
    """A resolution's symbol as an id: `S/RES/2100 (2013)` is `s-res-2100-2013`."""
    return "-".join("".join(c if c.isalnum() else " " for c in symbol.lower()).split())


def mission_flat(
    mission: models.Mission,
    *,
    as_of: str,
    months: Sequence[MonthOfPersonnel],
    fatalities: models.Fatalities | None,
    rate: float | None,
    successors: Sequence[str],
    countries: Mapping[str, models.Country],
    known: Mapping[str, models.Source],
) -> dict[str, Any]:
    """The flat, documented keys of a mission in lists; null where unknown, lists of ids where several."""
    state = status(mission, as_of)
    strength = (*mission.strength, *series_strength(months, mission))
    shown = headline(strength, ended=state is Status.COMPLETED)
    highest, ceiling = peak(strength), authorised(strength)
    deaths = fatalities or (mission.fatalities[-1] if mission.fatalities else None)
    money = latest_cost(mission)
    sources = list(dict.fromkeys(source_refs(mission.model_dump())))
    sources += [s for d in mission.decisions for s in read_in(d) if s not in sources]
    sources += [s for s in _figure_sources(shown, highest, ceiling, deaths) if s not in sources]
    resolutions = [d.symbol for d in mission.decisions if models.is_un_resolution(d.symbol)]
    return {
        "id": mission.id,
        "acronym": mission.acronym,
        "name": mission.name,
        "organizations": [o.id for o in mission.organizations],
        "lead_states": list(mission.lead_states),
        "type": mission.type,
        "category": mission.category,
        "status": state.value,
        "scope": mission.scope,
        "region": mission.region,
        "subregions": sorted({s for c in mission.countries if (s := countries[c].subregion)}),
        "countries": list(mission.countries),
        "country_names": [countries[c].name for c in mission.countries],
        "established": mission.established,
        "start": mission.start,
        "start_basis": mission.start_basis,
        "end": mission.end,
        "end_basis": mission.end_basis,
        "ended_by": mission.ended_by,
        "mandate_until": mission.mandate_until,
        "years": years(mission, as_of),
        "headquarters": mission.headquarters,
        "tasks": list(mission.tasks),
        "resolutions": list(dict.fromkeys(resolutions)),
        "predecessors": list(mission.predecessors),
        "successors": list(successors),
        "personnel": shown.value if shown else None,
        "personnel_kind": shown.kind.value if shown else None,
        "personnel_component": shown.component.value if shown else None,
        "personnel_as_of": shown.as_of if shown else None,
        "peak_personnel": highest.value if highest else None,
        "peak_as_of": highest.as_of if highest else None,
        "authorised_personnel": ceiling.value if ceiling else None,
        "authorised_as_of": ceiling.as_of if ceiling else None,
        "fatalities": deaths.value if deaths else None,
        "fatalities_as_of": deaths.as_of if deaths else None,
        "fatality_rate": rate,
        "cost": money.value if money else None,
        "cost_currency": money.currency if money else None,
        "cost_basis": money.basis if money else None,
        "cost_start": money.start if money else None,
        "cost_end": money.end if money else None,
        "verification": weakest(verifications(mission, known)).value,
        "summary": mission.summary,
        "website": mission.website,
        "sources": sources,
        "as_of": mission.as_of,
    }


def source_record(source: models.Source) -> dict[str, Any]:
    """What a page needs of a source."""
    return {"id": source.id, "citation": source.citation, "url": source.url, "kind": source.kind}


def read_in(decision: models.Decision) -> list[str]:
    """The sources of a decision: where it was read, or the resolution itself."""
    return list(decision.sources) or [decision.symbol]


def _figure_sources(*figures: Headline | models.Fatalities | None) -> list[str]:
    return list(dict.fromkeys(figure.source for figure in figures if figure))


def mission_detail(
    mission: models.Mission,
    flat: Mapping[str, Any],
    *,
    months: Sequence[MonthOfPersonnel],
    fatalities: models.Fatalities | None,
    deaths_by_cause: Mapping[str, int],
    contributors: Sequence[ContributorMonth],
    countries: Mapping[str, models.Country],
    beside: Sequence[tuple[models.Organization, models.Engagement]],
    known: Mapping[str, models.Source],
) -> dict[str, Any]:
    """Everything about one mission: the flat keys, then the nested ones."""
    strength = (*mission.strength, *series_strength(months, mission))
    named = dict.fromkeys([*flat["sources"], *(s for _, done in beside for s in done.sources)])
    counts = [*mission.fatalities, *([fatalities] if fatalities else [])]
    return {
        **flat,
        "other_names": [n.model_dump() for n in mission.other_names],
        "lead_state_names": [countries[c].name for c in mission.lead_states],
        "organization_roles": [o.model_dump() for o in mission.organizations],
        "decisions": [d.model_dump() | {"sources": read_in(d)} for d in mission.decisions],
        "strength": [s.model_dump() for s in sorted(strength, key=lambda s: PartialDate.parse(s.as_of).first)],
        "strength_by_year": _by_year(months),
        **_contributors(contributors, countries),
        "fatality_counts": [f.model_dump() for f in counts],
        "fatalities_by_cause": dict(deaths_by_cause),
        "costs": [c.model_dump() for c in mission.costs],
        "beside": [
            {"id": o.id, "acronym": o.acronym, "text": done.text, "sources": list(done.sources)} for o, done in beside
        ],
        "evidence": {k: v for k, v in mission.evidence.model_dump().items() if v},
        "verifications": {k: v.value for k, v in verifications(mission, known).items()},
        "notes": [n.model_dump() for n in mission.notes],
        "source_records": [source_record(known[s]) for s in named],
    }


def engagements(data: Dataset) -> dict[str, list[tuple[models.Organization, models.Engagement]]]:
    """By mission, the organisations that worked beside it, and what they did."""
    beside: dict[str, list[tuple[models.Organization, models.Engagement]]] = {}
    for organization in data.organizations:
        for done in organization.engagements:
            for mission in done.missions:
                beside.setdefault(mission, []).append((organization, done))
    return beside


def _contributors(rows: Sequence[ContributorMonth], countries: Mapping[str, models.Country]) -> dict[str, Any]:
    """Who sent how many at the month-end with the most people among those reported by contributor."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row.month] = totals.get(row.month, 0) + row.total
    if not totals:
        return {"contributors_as_of": None, "contributors": []}
    month = max(totals, key=lambda m: (totals[m], m))
    largest = sorted((r for r in rows if r.month == month), key=lambda r: (-r.total, r.country))
    shown = [{"country": r.country, "name": countries[r.country].name, "total": r.total} for r in largest]
    return {"contributors_as_of": month, "contributors": shown}


def _by_year(months: Sequence[MonthOfPersonnel]) -> dict[str, int]:
    """The highest month-end strength of each year."""
    highest: dict[str, int] = {}
    for row in months:
        year = row.month[:4]
        highest[year] = max(highest.get(year, 0), row.total)
    return highest


def organization_flat(
    organization: models.Organization, missions: Sequence[tuple[models.Mission, Status]]
) -> dict[str, Any]:
    """The flat, documented keys of an organisation, with the count of its core missions."""
    core = [(m, s) for m, s in missions if m.scope == "core"]
    return {
        "id": organization.id,
        "acronym": organization.acronym,
        "name": organization.name,
        "kind": organization.kind,
        "founded": organization.founded,
        "dissolved": organization.dissolved,
        "seat": organization.seat,
        "functions": list(organization.functions),
        "missions": len(core),
        "active_missions": sum(s is Status.ACTIVE for _, s in core),
        "first_mission_start": min((m.start for m, _ in core if m.start), default=None),
        "role": organization.role,
        "website": organization.website,
        "sources": list(dict.fromkeys(source_refs(organization.model_dump()))),
        "as_of": organization.as_of,
    }


def organization_detail(
    organization: models.Organization,
    flat: Mapping[str, Any],
    missions: Sequence[tuple[models.Mission, Status]],
    *,
    countries: Mapping[str, str],
    known: Mapping[str, models.Source],
) -> dict[str, Any]:
    """Everything about one organisation: the flat keys, then the nested ones."""
    return {
        **flat,
        "other_names": [n.model_dump() for n in organization.other_names],
        "mission_list": [
            {
                "id": m.id,
                "acronym": m.acronym,
                "name": m.name,
                "start": m.start,
                "end": m.end,
                "ended_by": m.ended_by,
                "status": s.value,
                "role": next(o.role for o in m.organizations if o.id == organization.id),
            }
            for m, s in missions
        ],
        "members": organization.members.model_dump() if organization.members else None,
        "member_names": [countries[c] for c in organization.members.countries] if organization.members else [],
        "engagements": [
            done.model_dump() | {"country_names": [countries[c] for c in done.countries]}
            for done in organization.engagements
        ],
        "evidence": {k: list(v) for k, v in organization.evidence.items()},
        "notes": [n.model_dump() for n in organization.notes],
        "source_records": [source_record(known[s]) for s in flat["sources"]],
    }
