"""What follows from a record: status, years, and the keys of its output.

Pure functions on models, used when the catalogue is compiled, so that nothing
that can be derived is stored in the data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pkcli import models
from pkcli.dataset import Dataset, source_refs
from pkcli.dates import PartialDate
from pkcli.evidence import read_in, source_record, verifications, weakest
from pkcli.rates import Rate
from pkcli.series import ContributorMonth, MonthOfPersonnel
from pkcli.strength import Headline, authorised, headline, peak, series_strength
from pkcli.tables import MISSION_LINK
from pkcli.vocabulary import OrganizationRole, Status

_MONTHS_CONFIRMED = 18
"""How long before the release a record of what goes on may have been checked last."""
LEADING = (OrganizationRole.LEAD, OrganizationRole.JOINT)
"""The roles in which an organisation leads."""


def status(mission: models.Mission, as_of: str) -> Status:
    """Where the mission stands on `as_of`, from its dates alone."""
    day = PartialDate.parse(as_of).last
    over = mission.end or mission.ended_by
    if over and PartialDate.parse(over).last <= day:
        return Status.CANCELLED if mission.never_deployed else Status.COMPLETED
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


def unconfirmed(mission: models.Mission, as_of: str) -> bool:
    """Whether a mission counts as active only as no source says that it ended.

    Its last known mandate had run out by `as_of`; or none is known, and its record was checked too long before.
    """
    if status(mission, as_of) is not Status.ACTIVE:
        return False
    if mission.mandate_until:
        return PartialDate.parse(mission.mandate_until).last < PartialDate.parse(as_of).last
    day, checked = (PartialDate.parse(text) for text in (as_of, mission.as_of))
    return (day.year - checked.year) * 12 + (day.month or 12) - (checked.month or 12) > _MONTHS_CONFIRMED


def link(mission: models.Mission, as_of: str) -> dict[str, Any]:
    """A mission as another record's page names it."""
    derived = {"status": status(mission, as_of).value, "unconfirmed": unconfirmed(mission, as_of)}
    return {key: derived[key] if key in derived else getattr(mission, key) for key in MISSION_LINK}


def latest_cost(mission: models.Mission) -> models.Cost | None:
    """The cost that stands for a mission in a list: what was approved before what was spent, of the latest period."""

    def order(cost: models.Cost) -> tuple[str, bool]:
        return PartialDate.parse(cost.end).last, cost.basis.startswith("approved")

    return max(mission.costs, key=order, default=None)


def mission_flat(
    mission: models.Mission,
    *,
    as_of: str,
    months: Sequence[MonthOfPersonnel],
    fatalities: models.Fatalities | None,
    rate: Rate | None,
    successors: Sequence[str],
    countries: Mapping[str, models.Country],
    known: Mapping[str, models.Source],
) -> dict[str, Any]:
    """The flat, documented keys of a mission in lists; null where unknown, lists of ids where several."""
    state = status(mission, as_of)
    strength = (*mission.strength, *series_strength(months, mission))
    shown = headline(mission, strength, None if state is Status.COMPLETED else as_of)
    highest, ceiling = peak(strength), authorised(strength)
    deaths = fatalities or (mission.fatalities[-1] if mission.fatalities else None)
    money = latest_cost(mission)
    sources = list(dict.fromkeys(source_refs(mission.model_dump())))
    sources += [s for d in mission.decisions for s in read_in(d) if s not in sources]
    sources += [s for s in _figure_sources(*strength, highest, deaths) if s not in sources]
    resolutions = [d.symbol for d in mission.decisions if models.is_un_resolution(d.symbol)]
    return {
        "id": mission.id,
        "acronym": mission.acronym,
        "name": mission.name,
        "led_by": [o.id for o in mission.organizations if o.role in LEADING] or list(mission.lead_states),
        "organizations": [o.id for o in mission.organizations],
        "lead_states": list(mission.lead_states),
        "type": mission.type,
        "category": mission.category,
        "status": state.value,
        "unconfirmed": unconfirmed(mission, as_of),
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
        "peak_component": highest.component.value if highest else None,
        "peak_as_of": highest.as_of if highest else None,
        "authorised_personnel": ceiling.value if ceiling else None,
        "authorised_component": ceiling.component.value if ceiling else None,
        "authorised_as_of": ceiling.as_of if ceiling else None,
        "fatalities": deaths.value if deaths else None,
        "fatalities_as_of": deaths.as_of if deaths else None,
        "fatality_rate": rate.per_thousand if rate else None,
        "fatality_rate_deaths": rate.deaths if rate else None,
        "person_years": round(rate.person_years) if rate else None,
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


def _figure_sources(*figures: Headline | models.Strength | models.Fatalities | None) -> list[str]:
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
    led = [(m, s) for m, s in core if _role(organization, m) in LEADING]
    return {
        "id": organization.id,
        "acronym": organization.acronym,
        "name": organization.name,
        "kind": organization.kind,
        "founded": organization.founded,
        "dissolved": organization.dissolved,
        "seat": organization.seat,
        "functions": list(organization.functions),
        "missions": len(led),
        "active_missions": sum(s is Status.ACTIVE for _, s in led),
        "other_missions": len(core) - len(led),
        "first_mission_start": min((m.start for m, _ in led if m.start), default=None),
        "beside": list(dict.fromkeys(id for done in organization.engagements for id in done.missions)),
        "members": len(organization.members.countries) if organization.members else None,
        "role": organization.role,
        "website": organization.website,
        "sources": list(dict.fromkeys(source_refs(organization.model_dump()))),
        "as_of": organization.as_of,
    }


def _role(organization: models.Organization, mission: models.Mission) -> str:
    """The part that the organisation has in the mission."""
    return next(part.role for part in mission.organizations if part.id == organization.id)


def organization_detail(
    organization: models.Organization,
    flat: Mapping[str, Any],
    missions: Sequence[tuple[models.Mission, Status]],
    *,
    as_of: str,
    countries: Mapping[str, str],
    known: Mapping[str, models.Source],
) -> dict[str, Any]:
    """Everything about one organisation: the flat keys, then the nested ones."""
    return {
        **flat,
        "other_names": [n.model_dump() for n in organization.other_names],
        "mission_list": [{**link(m, as_of), "scope": m.scope, "role": _role(organization, m)} for m, _ in missions],
        "member_list": organization.members.model_dump() if organization.members else None,
        "member_names": [countries[c] for c in organization.members.countries] if organization.members else [],
        "engagements": [
            done.model_dump() | {"country_names": [countries[c] for c in done.countries]}
            for done in organization.engagements
        ],
        "evidence": {k: list(v) for k, v in organization.evidence.items()},
        "notes": [n.model_dump() for n in organization.notes],
        "source_records": [source_record(known[s]) for s in flat["sources"]],
    }
