"""The content: no faults, and the totals that others published."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pkcli import evidence
from pkcli.catalog import Catalog
from pkcli.dataset import Dataset, source_refs
from pkcli.dates import PartialDate
from pkcli.query import Filters
from pkcli.series import ContributorMonth, MonthOfPersonnel
from pkcli.store import data_folder
from pkcli.vocabulary import Category, Scope, Verification

UN_PKO = Category.UN_PKO.value

# The UN's list of 1948 to today: the rule is in docs/coverage.md.
UN_COUNT = 71
UN_LIST = {
    "untso", "unmogip", "unef-i", "unogil", "onuc", "unsf", "unyom", "unficyp", "domrep", "unipom", "unef-ii",
    "undof", "unifil", "ungomap", "uniimog", "unavem-i", "untag", "onuca", "unikom", "minurso", "unavem-ii",
    "onusal", "unamic", "unprofor", "untac", "unosom-i", "onumoz", "unosom-ii", "unomur", "unomig", "unmih",
    "unomil", "unamir", "unasog", "unmot", "unavem-iii", "unpredep", "uncro", "unmibh", "untaes", "unmop",
    "unsmih", "minugua", "monua", "untmih", "uncpsg", "miponuh", "minurca", "unomsil", "unmik", "untaet",
    "unamsil", "monuc", "unmee", "unmiset", "minuci", "unmil", "unoci", "minustah", "onub", "unmis", "unmit",
    "unamid", "minurcat", "monusco", "unisfa", "unmiss", "unsmis", "minusma", "minusca", "minujusth",
}  # fmt: skip
BORDERLINE = {
    "unpf": "un-other",
    "unscob": "un-other",
    "untea": "un-other",
    "micah": "un-special-political-mission",
    "minugua-civilian": "un-special-political-mission",
    "unamet": "un-special-political-mission",
    "unsf": UN_PKO,
    "domrep": UN_PKO,
    "minuci": UN_PKO,
    "minugua": UN_PKO,
    "uncpsg": UN_PKO,
    "untag": UN_PKO,
    "untmih": UN_PKO,
    "minujusth": UN_PKO,
}


def test_the_data_has_no_fault(data: Dataset) -> None:
    assert [str(fault) for fault in data.faults] == []


def test_the_uns_count_of_its_operations(data: Dataset) -> None:
    counted = {m.id for m in data.missions if m.category == UN_PKO}
    assert counted == UN_LIST
    assert len(counted) == UN_COUNT


@pytest.mark.parametrize(("id", "category"), BORDERLINE.items())
def test_borderline_cases_are_decided(data: Dataset, id: str, category: str) -> None:
    assert next(m for m in data.missions if m.id == id).category == category


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("1990-12-31", 8),
        ("2000-12-31", 15),
        ("2010-12-31", 15),
        ("2011-01-01", 14),
        ("2013-12-31", 15),
        ("2015-12-31", 16),
        ("2016-12-31", 16),
        ("2020-03-31", 13),
        ("2023-05-25", 12),
        ("2024-05-22", 11),
        ("2025-05-27", 11),
        ("2026-06-23", 11),
    ],
)
def test_numbers_active_that_the_un_published(catalog: Catalog, day: str, number: int) -> None:
    assert catalog.missions(Filters(category=[UN_PKO], active_on=day)).count() == number


def test_the_operations_active_on_the_uns_chart(catalog: Catalog) -> None:
    active = {str(row[0]) for row in catalog.missions(Filters(category=[UN_PKO], status=["active"])).cells(["id"])}
    assert active == {
        "minurso",
        "minusca",
        "monusco",
        "undof",
        "unficyp",
        "unifil",
        "unisfa",
        "unmik",
        "unmiss",
        "unmogip",
        "untso",
    }


def test_fatalities_add_up_to_the_publishers_totals(data: Dataset) -> None:
    assert sum(row.deaths for row in data.series.fatalities) == 4429
    causes: Counter[str] = Counter()
    missions: Counter[str] = Counter()
    for row in data.series.fatalities:
        causes[row.cause] += row.deaths
        missions[row.mission] += row.deaths
    assert causes == {
        "illness": 1643,
        "accident": 1412,
        "malicious-act": 1134,
        "self-inflicted": 148,
        "to-be-determined": 60,
        "unknown": 32,
    }
    published = {
        "unifil": 339,
        "minusma": 311,
        "unamid": 295,
        "monusco": 292,
        "onuc": 249,
        "unef-i": 104,
        "unef-ii": 56,
    }
    assert {id: missions[id] for id in published} == published


@pytest.mark.parametrize(
    ("mission", "month", "total"),
    [
        ("monusco", "2015-01-31", 21060),
        ("minusma", "2023-12-31", 616),
        ("unficyp", "2025-07-31", 869),
    ],
)
def test_personnel_of_published_months(data: Dataset, mission: str, month: str, total: int) -> None:
    assert [row.total for row in data.series.personnel if (row.mission, row.month) == (mission, month)] == [total]


@pytest.mark.parametrize(
    ("mission", "month", "value"),
    [("onub", "2005-09-30", 5665), ("unprofor", "1994-09-30", 39893), ("unamid", "2012-05-31", 23448)],
)
def test_peaks_of_the_series(catalog: Catalog, mission: str, month: str, value: int) -> None:
    peaks = catalog.rows("SELECT month, total FROM personnel WHERE mission = ? ORDER BY total DESC LIMIT 1", [mission])
    assert peaks == [(month, value)]


def _parts(row: MonthOfPersonnel | ContributorMonth) -> int:
    return sum(part or 0 for part in (row.troops, row.staff_officers, row.experts, row.police))


def test_records_do_not_repeat_the_series(data: Dataset) -> None:
    reported = {(row.mission, row.source, row.total, row.month) for row in data.series.personnel}
    assert [m.id for m in data.missions for f in m.strength if (m.id, f.source, f.value, f.as_of) in reported] == []


def test_personnel_parts_add_up(data: Dataset) -> None:
    assert [r for r in data.series.personnel if r.source == "un-contributions" and _parts(r) != r.total] == []
    assert [r for r in data.series.contributors if r.troops is not None and _parts(r) != r.total] == []
    rows: list[MonthOfPersonnel | ContributorMonth] = [*data.series.personnel, *data.series.contributors]
    for row in rows:
        if row.individual_police is not None and row.formed_police is not None:
            assert row.individual_police + row.formed_police == row.police
        assert row.women is None or row.women <= row.total


@pytest.mark.parametrize(
    ("month", "total"),
    [("1994-09-30", 78946), ("2015-04-30", 107805), ("2023-05-31", 76694), ("2025-07-31", 61127)],
)
def test_contributors_add_up_to_the_worlds_total(data: Dataset, month: str, total: int) -> None:
    assert sum(row.total for row in data.series.contributors if row.month == month) == total


def test_observers_are_not_shown_as_troops_where_the_file_does_not_tell_them_apart(data: Dataset) -> None:
    rows: list[MonthOfPersonnel | ContributorMonth] = [*data.series.personnel, *data.series.contributors]
    early = [row for row in rows if row.month < "1992-08"]
    assert len(early) > 1000
    assert {(row.troops, row.experts) for row in early} == {(None, None)}
    assert any(row.police for row in early)
    assert {row.month[:7] for row in data.series.contributors if row.troops is None} == {row.month[:7] for row in early}


def _months(first: str, last: str) -> Iterator[str]:
    """The months from one to another, both included."""
    number = int(first[:4]) * 12 + int(first[5:]) - 1
    while (month := f"{number // 12}-{number % 12 + 1:02}") <= last:
        yield month
        number += 1


def test_missions_add_up_to_the_worlds_total_but_for_what_is_left_out(data: Dataset) -> None:
    with (Path(__file__).parents[2] / "tools" / "months.csv").open(encoding="utf-8", newline="") as file:
        reviewed = list(csv.DictReader(file))
    left_out = {m for row in reviewed if row["decision"] == "gap" for m in _months(row["first"], row["last"])}
    # Codes that are no mission of the register: UNFOR, a liaison office (LBB), and BONUCA's first month.
    elsewhere = {"1996-01", "1996-02", "1997-04", "1997-05", "2000-02"}
    sent: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for contributor in data.series.contributors:
        sent[contributor.month[:7]] += contributor.total
    for mission in data.series.personnel:
        there[mission.month[:7]] += mission.total
    differ = {month for month in set(sent) & set(there) if sent[month] != there[month]}
    assert differ == left_out | elsewhere


def test_months_that_were_booked_on_another_mission_stand_with_their_own(data: Dataset) -> None:
    totals = {(row.mission, row.month): row.total for row in data.series.personnel}
    own = [
        ("unavem-iii", "1995-04-30", 500),
        ("unsmih", "1996-07-31", 1539),
        ("untmih", "1997-08-31", 1406),
        ("unomsil", "1999-01-31", 8),
        ("unamic", "1992-02-29", 1090),
    ]
    assert [totals.get((id, month)) for id, month, _ in own] == [total for *_, total in own]
    assert ("unavem-ii", "1992-08-31") not in totals
    assert max(row.month for row in data.series.personnel if row.mission == "unavem-ii") == "1995-01-31"


def test_no_peak_of_the_series_is_of_a_month_after_the_end(catalog: Catalog, data: Dataset) -> None:
    ends = {m.id: m.end[:7] for m in data.missions if m.end}
    counted = data.series.personnel
    peaks = {str(id): str(month) for id, month in catalog.rows("SELECT id, peak_as_of FROM mission")}
    late = {r.mission for r in counted if r.month == peaks[r.mission] and r.month[:7] > ends.get(r.mission, "9999")}
    assert late == set()
    assert peaks["unpf"] == "1996-01-31"


def test_the_highest_months_of_all_contributors(data: Dataset) -> None:
    totals: Counter[str] = Counter()
    for row in data.series.contributors:
        totals[row.month] += row.total
    assert max(totals, key=lambda month: totals[month]) == "2015-04-30"
    nineties = [month for month in totals if month < "2000"]
    assert max(nineties, key=lambda month: totals[month]) == "1994-09-30"


def test_contributors_by_mission_add_up_to_the_missions_totals(data: Dataset) -> None:
    sent: Counter[tuple[str, str]] = Counter()
    for row in data.series.contributors:
        sent[row.mission, row.month] += row.total
    missing = {"2022-09-30"}  # reported by mission alone
    months = {month for mission, month in sent if mission and month >= "2015"} - missing
    differ = {
        (row.mission, row.month): (row.total, sent[row.mission, row.month])
        for row in data.series.personnel
        if row.source == "un-contributions" and row.month in months and sent[row.mission, row.month] != row.total
    }
    assert differ == {}


def test_nationalities_add_up_to_the_deaths_of_each_mission(data: Dataset) -> None:
    by_code: Counter[str] = Counter()
    for row in data.series.fatalities:
        by_code[row.code] += row.deaths
    for count in data.series.nationalities:
        by_code[count.code] -= count.deaths
    assert set(by_code.values()) == {0}


def test_places_lie_in_the_world_and_in_the_years_of_their_mission(data: Dataset) -> None:
    by_id = {mission.id: mission for mission in data.missions}
    outside = []
    for row in data.series.locations:
        assert -90 <= row.latitude <= 90
        assert -180 <= row.longitude <= 180
        mission = by_id[row.mission]
        first = int((mission.start or mission.established or "0")[:4])
        last = int((mission.end or "9999")[:4])
        if not first - 1 <= row.year <= last + 1:
            outside.append((row.mission, row.year))
    assert set(outside) == set()


def test_every_record_is_confirmed_somehow(data: Dataset) -> None:
    known = evidence.all_sources(data)
    found = Counter(evidence.weakest(evidence.verifications(m, known)) for m in data.missions)
    assert found.total() == len(data.missions)
    assert found[Verification.TWO] + found[Verification.OFFICIAL] > found.total() / 2


@pytest.mark.parametrize(
    ("one", "other", "independent"),
    [
        ("United Nations Security Council", "United Nations Department of Peace Operations", False),
        ("Council of the European Union", "EULEX Kosovo", False),
        ("SIPRI", "Stockholm International Peace Research Institute", False),
        ("United Nations Security Council", "African Union Peace and Security Council", True),
        ("United Nations General Assembly", "Permanent Mission of France to the United Nations", True),
        ("OSCE and the Federal Republic of Yugoslavia", "OSCE Secretariat, Conflict Prevention Centre", True),
    ],
)
def test_bodies_of_one_organisation_do_not_confirm_each_other(one: str, other: str, independent: bool) -> None:
    assert (evidence.house(one) != evidence.house(other)) is independent


def test_disputes_hold_a_reason_and_sources(data: Dataset) -> None:
    thin = [m.id for m in data.missions for n in m.notes if n.disputed and not (n.sources and len(n.text) > 40)]
    assert thin == []


def test_the_register_is_as_large_as_it_says(data: Dataset) -> None:
    assert sum(m.scope == Scope.CORE for m in data.missions) >= 350


def test_encyclopaedias_are_no_sources(data: Dataset) -> None:
    assert [s.id for s in data.sources if "wikipedia" in f"{s.url} {s.producer} {s.citation}".lower()] == []


def test_sources_are_cited_in_full(data: Dataset) -> None:
    assert [s.id for s in data.sources if len(s.citation) < 30] == []
    assert [s.id for s in data.sources if s.url and not s.url.startswith(("https://", "http://"))] == []


def test_successors_mirror_predecessors(catalog: Catalog) -> None:
    records = [json.loads(text) for text in catalog.missions(Filters(scope="all")).texts()]
    before = {(p, r["id"]) for r in records for p in r["predecessors"]}
    after = {(r["id"], s) for r in records for s in r["successors"]}
    assert before == after


def test_hand_overs_meet_or_are_explained(data: Dataset) -> None:
    """A mission starts within a year of its predecessor's end, or a note on the chain or its dates says why not."""
    by_id = {m.id: m for m in data.missions}
    odd = []
    for mission in data.missions:
        for before in (by_id[p] for p in mission.predecessors):
            if not (before.end and mission.start):
                continue
            gap = PartialDate.parse(mission.start).year - PartialDate.parse(before.end).year
            explained = any(
                {"predecessors", "start", "end"} & set(n.fields) for m in (mission, before) for n in m.notes
            )
            if abs(gap) > 1 and not explained:
                odd.append((before.id, mission.id))
    assert odd == []


def test_what_the_issue_names_is_there(data: Dataset) -> None:
    missions = {m.id for m in data.missions}
    others = [
        "afisma",
        "amisom",
        "atmis",
        "aussom",
        "misca",
        "ifor",
        "sfor",
        "kfor",
        "isaf",
        "artemis",
        "eufor-althea",
        "eutm-mali",
        "mfo",
    ]
    assert set(others) <= missions
    organizations = {o.id for o in data.organizations}
    ours = [
        "un",
        "au",
        "eu",
        "nato",
        "ecowas",
        "osce",
        "mfo",
        "icrc",
        "msf",
        "nonviolent-peaceforce",
        "interpeace",
        "crisis-group",
        "geneva-call",
    ]
    assert {*ours, "search-for-common-ground"} <= organizations


def test_lists_show_the_core_and_all_shows_both(catalog: Catalog, data: Dataset) -> None:
    core = catalog.missions(Filters()).count()
    assert core == sum(m.scope == Scope.CORE for m in data.missions)
    assert catalog.missions(Filters(scope="all")).count() == len(data.missions)


def test_every_source_reference_resolves_to_a_citation(data: Dataset) -> None:
    known = evidence.all_sources(data)
    named = {ref for m in data.missions for ref in source_refs(m.model_dump())}
    assert [ref for ref in named if not known[ref].citation] == []


def test_resolutions_that_texts_name_are_records(data: Dataset) -> None:
    files = ("missions.json", "organizations.json", "topics.json", "history.json", "glossary.json")
    prose = "".join((data_folder() / name).read_text("utf-8") for name in files)
    named = {f"S/RES/{number} ({year})" for number, year in re.findall(r"[Rr]esolution (\d+) \((\d{4})\)", prose)}
    assert len(named) > 50
    assert named - {r.symbol for r in data.resolutions} == set()


def test_active_missions_were_seen_active_lately(data: Dataset) -> None:
    """A mission without an end whose last source is old is held back: it may have ended unseen."""
    release = PartialDate.parse(data.meta.as_of).year
    old = {m.id: m.as_of for m in data.missions if m.end is None and release - PartialDate.parse(m.as_of).year > 3}
    assert old == {}


def test_a_mission_is_established_as_exactly_as_its_founding_decision(data: Dataset) -> None:
    coarse = [
        m.id
        for m in data.missions
        for d in m.decisions
        if d.action == "establishes" and m.established and len(d.date) > len(m.established)
        if d.date.startswith(m.established) and not any("established" in note.fields for note in m.notes)
    ]
    assert coarse == []


def test_a_founding_decision_is_as_exact_as_the_day_on_which_its_mission_was_established(data: Dataset) -> None:
    coarse = [
        m.id
        for m in data.missions
        for d in m.decisions
        if d.action == "establishes" and m.established and m.established != d.date and m.established.startswith(d.date)
    ]
    assert coarse == []


COLLECTIONS = ("dataverse.harvard.edu", "github.com/CosimoMelella92")
"""Where one address stands for many texts."""


def test_a_source_stands_once(data: Dataset) -> None:
    urls = Counter(s.url.partition("#")[0].rstrip("/") for s in data.sources if s.url)
    assert [u for u, times in urls.items() if times > 1 and not any(name in u for name in COLLECTIONS)] == []


def test_what_foretold_a_day_does_not_confirm_it(data: Dataset) -> None:
    known = evidence.all_sources(data)
    ecomici = next(m for m in data.missions if m.id == "ecomici")
    assert ecomici.end_basis == "transfer"
    assert all((known[s].published or "9") < str(ecomici.end) for s in ecomici.evidence.end)
    assert evidence.verifications(ecomici, known)["end"] is not Verification.TWO
    assert evidence.verify(ecomici.evidence.end, known, disputed=False) is Verification.TWO


def test_what_rests_on_another_source_does_not_confirm_it(data: Dataset) -> None:
    known = evidence.all_sources(data)
    assert evidence.houses("ipi-ppp", known) == {"un"}
    assert evidence.verify(["ipi-ppp", "un-psdh-pko"], known, disputed=False) is Verification.OFFICIAL
