"""What the data says of each country: hosts, contributions, its fallen. Pure functions on the data set."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from pkcli import derive, evidence, models
from pkcli.dataset import Dataset
from pkcli.series import ContributorMonth, NationalityCount
from pkcli.vocabulary import Scope, Status


class Profiles:
    """The profiles of all countries; made once, as each series is read only once."""

    def __init__(self, data: Dataset, known: Mapping[str, models.Source], fatalities_as_of: str | None) -> None:
        """Group the series by country."""
        self._data, self._known, self._as_of = data, known, fatalities_as_of
        self._hosted: dict[str, list[models.Mission]] = defaultdict(list)
        for mission in sorted(data.missions, key=lambda m: m.start or m.established or "9999"):
            for code in mission.countries:
                self._hosted[code].append(mission)
        self._sent: dict[str, list[ContributorMonth]] = defaultdict(list)
        for row in data.series.contributors:
            self._sent[row.country].append(row)
        self._fallen: dict[str, list[NationalityCount]] = defaultdict(list)
        for count in data.series.nationalities:
            self._fallen[count.country].append(count)
        self._member_of: dict[str, list[models.Organization]] = defaultdict(list)
        for organization in data.organizations:
            for code in organization.members.countries if organization.members else ():
                self._member_of[code].append(organization)
        self._latest = max((row.month for row in data.series.contributors), default="")

    def flat(self, country: models.Country) -> dict[str, Any]:
        """The flat, documented keys of a country; null where nothing is known."""
        core = [m for m in self._hosted[country.id] if m.scope == Scope.CORE]
        months = self._by_month(country.id)
        peak_month = max(months, key=lambda month: months[month], default=None)
        fallen = sum(count.deaths for count in self._fallen[country.id])
        return {
            "id": country.id,
            "alpha2": country.alpha2,
            "name": country.name,
            "region": country.region,
            "subregion": country.subregion,
            "hosted": len(core),
            "hosting": sum(derive.status(m, self._data.meta.as_of) is Status.ACTIVE for m in core),
            "contributed_missions": len({row.mission for row in self._sent[country.id] if row.mission}),
            "personnel": months.get(self._latest, 0) if months else None,
            "personnel_as_of": self._latest if months else None,
            "peak_personnel": months[peak_month] if peak_month else None,
            "peak_as_of": peak_month,
            "fatalities": fallen or None,
            "fatalities_as_of": self._as_of if fallen else None,
            "organizations": [o.id for o in self._member_of[country.id]],
            "latitude": country.latitude,
            "longitude": country.longitude,
        }

    def detail(self, country: models.Country, flat: dict[str, Any]) -> dict[str, Any]:
        """Everything about a country: the flat keys, then the nested ones."""
        months = self._by_month(country.id)
        by_year: dict[str, int] = {}
        for month, total in sorted(months.items()):
            by_year[month[:4]] = max(by_year.get(month[:4], 0), total)
        return {
            **flat,
            "other_names": list(country.other_names),
            "hosted_missions": [
                {**derive.link(m, self._data.meta.as_of), "scope": m.scope} for m in self._hosted[country.id]
            ],
            "memberships": [
                {
                    "id": o.id,
                    "acronym": o.acronym,
                    "name": o.name,
                    "as_of": o.members.as_of,
                    "sources": list(o.members.sources),
                }
                for o in self._member_of[country.id]
                if o.members
            ],
            "personnel_by_mission": self._latest_by_mission(country.id),
            "personnel_by_year": by_year,
            "contributions": list(self._contributions(country.id)),
            "fatalities_by_mission": self._fallen_by_mission(country.id),
            "source_records": self._sources(country.id),
        }

    def _fallen_by_mission(self, code: str) -> list[dict[str, Any]]:
        """The country's dead by mission, or by the publisher's code of what is not in the register; most first."""
        deaths: Counter[tuple[str, str]] = Counter()
        for count in self._fallen[code]:
            deaths[count.mission, "" if count.mission else count.code] += count.deaths
        ranked = sorted(deaths.items(), key=lambda item: (-item[1], item[0]))
        return [{"mission": mission or None, "code": other or None, "deaths": n} for (mission, other), n in ranked]

    def _sources(self, code: str) -> list[dict[str, Any]]:
        months = [row.month for row in self._sent[code]]
        named = ["un-contributions"] if months else []
        named += ["ipi-ppp"] if any(month < "2015" for month in months) else []
        named += ["un-psdh-fatalities"] if self._fallen[code] else []
        named += [s for o in self._member_of[code] if o.members for s in o.members.sources]
        return [evidence.source_record(self._known[id]) for id in dict.fromkeys(named)]

    def _by_month(self, code: str) -> Counter[str]:
        months: Counter[str] = Counter()
        for row in self._sent[code]:
            months[row.month] += row.total
        return months

    def _latest_by_mission(self, code: str) -> list[dict[str, Any]]:
        rows = [row for row in self._sent[code] if row.month == self._latest]
        return [
            {"mission": r.mission, "total": r.total, "women": r.women}
            for r in sorted(rows, key=lambda r: (-r.total, r.mission))
        ]

    def _contributions(self, code: str) -> Iterator[dict[str, Any]]:
        by_mission: dict[str, list[ContributorMonth]] = defaultdict(list)
        for row in self._sent[code]:
            if row.mission:
                by_mission[row.mission].append(row)
        peaks = {mission: max(rows, key=lambda r: r.total) for mission, rows in by_mission.items()}
        for mission in sorted(peaks, key=lambda m: (-peaks[m].total, m)):
            months = sorted(row.month for row in by_mission[mission])
            peak = peaks[mission]
            yield {
                "mission": mission,
                "peak": peak.total,
                "peak_month": peak.month,
                "first": months[0],
                "last": months[-1],
            }
