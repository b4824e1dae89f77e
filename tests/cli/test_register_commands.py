"""The register's other faces: counts, deciding texts, sources, citations."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import Run


@pytest.mark.parametrize("by", ["region", "type", "status", "category", "decade", "verification", "scope"])
def test_counts_add_up_to_the_list(pipe: Run, by: str) -> None:
    rows = pipe("stats", "--by", by, "--org", "un", "--json").json
    listed = pipe("missions", "--org", "un", "--json").json
    assert sum(row["missions"] for row in rows) == len(listed)
    assert sum(row["active"] for row in rows) == sum(m["status"] == "active" for m in listed)
    assert sum(row["fatalities"] or 0 for row in rows) == sum(m["fatalities"] or 0 for m in listed)


def test_counts_by_host_count_a_mission_with_each(pipe: Run) -> None:
    rows = {row["group"]: row["missions"] for row in pipe("stats", "--by", "country", "--json").json}
    assert rows["Haiti"] == len(pipe("missions", "--country", "haiti", "--json").json)


def test_a_resolution_tells_what_it_did_to_each_mission(pipe: Run) -> None:
    rows = {row["mission"]: row["action"] for row in map(_named, pipe("resolution", "2100").rows[1:])}
    assert rows == {"afisma": "ends", "minusma": "establishes"}
    for typed in ("S/RES/2100 (2013)", "s/res/2100", "resolution 2100"):
        assert pipe("resolution", typed, "--json").json["symbol"] == "S/RES/2100 (2013)"
    assert pipe("show", "S/RES/2100", "--json").json["symbol"] == "S/RES/2100 (2013)"


def _named(row: list[str]) -> dict[str, str]:
    return dict(zip(("mission", "date", "symbol", "action"), row, strict=False))


def test_the_line_of_decisions_of_a_mission(pipe: Run) -> None:
    rows = pipe("resolutions", "--mission", "minusma", "--json").json
    assert rows[0]["symbol"] == "S/RES/2100 (2013)"
    assert [row["symbol"] for row in rows] == pipe("mission", "minusma", "--json").json["resolutions"]
    ended = pipe("resolutions", "--mission", "minusma", "--action", "ends", "--since", "2020", "--json").json
    assert [row["symbol"] for row in ended] == ["S/RES/2690 (2023)"]
    assert pipe("resolutions", "--since", "1945", "--until", "1945", "--json").json == []


def test_the_mandate_of_a_mission_is_its_line_of_decisions(pipe: Run) -> None:
    rows = pipe("mission", "minurso", "--mandate", "--json").json
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert rows[0]["action"] == "establishes"
    assert {row["symbol"] for row in rows} >= {"S/RES/690 (1991)", "S/RES/1133 (1997)", "S/RES/2797 (2025)"}
    (extension,) = [row for row in rows if row["symbol"] == "S/RES/2044 (2012)"]
    assert (extension["action"], extension["text"]) == ("extends", "Extended the mandate until 30 April 2013.")


def test_each_figure_of_a_mission_names_its_source(pipe: Run) -> None:
    rows = pipe("mission", "minusma", "--sources", "--json").json
    assert all(row["sources"] for row in rows)
    facts = {row["fact"]: row for row in rows}
    assert facts["fatalities"]["value"] == 311
    assert facts["fatalities"]["sources"] == ["un-psdh-fatalities"]
    assert facts["end"]["verification"] == "two-sources"
    both = pipe("mission", "minusma", "--sources", "--mandate")
    assert (both.code, both.err.count("\n")) == (2, 1)


def test_sources_are_found_by_their_words(pipe: Run) -> None:
    (record,) = pipe("sources", "press-un-sc16054", "--json").json
    assert (record["id"], record["records"]) == ("press-un-sc16054", ["unmiss"])
    found = pipe("sources", "human rights watch", "1998", "--json").json
    assert found
    assert all("Human Rights Watch" in s["citation"] and "1998" in s["citation"] + s["id"] for s in found)


@pytest.mark.parametrize(
    ("symbol", "vote"),
    [("1244", (14, 0, 1)), ("1973", (10, 0, 5)), ("2100", (15, 0, 0)), ("425", (12, 0, 2)), ("2797", (11, 0, 3))],
)
def test_votes(pipe: Run, symbol: str, vote: tuple[int, int, int]) -> None:
    record = pipe("resolution", symbol, "--json").json
    assert (record["yes"], record["no"], record["abstain"]) == vote
    assert record["outcome"] == ("unanimous" if vote == (15, 0, 0) else "majority")


def test_no_vote_is_told_where_the_list_contradicts_itself(pipe: Run) -> None:
    for record in pipe("resolutions", "--json").json:
        if record["symbol"].startswith("S/RES/") and 965 <= int(record["id"].split("-")[2]) <= 1030:
            assert record["yes"] is record["no"] is record["abstain"] is None


def test_sources_say_which_records_rest_on_them(pipe: Run) -> None:
    rows = pipe("sources", "--mission", "minusma", "--json").json
    assert {row["id"] for row in rows} == set(pipe("mission", "minusma", "--json").json["sources"])
    assert all("minusma" in row["records"] for row in rows)
    assert {row["kind"] for row in pipe("sources", "--kind", "research", "--json").json} == {"research"}


def test_citations(pipe: Run) -> None:
    text = pipe("cite", "minusma").out
    assert "MINUSMA" in text
    assert "as of" in text
    (item,) = json.loads(pipe("cite", "minusma", "--style", "csl-json").out)
    assert item["type"] == "dataset"
    assert len(item["issued"]["date-parts"][0]) == 3
    ris = pipe("cite", "minusma", "unmil", "--style", "ris").out
    assert ris.count("TY  - DATA") == ris.count("ER  - ") == 2
    bibtex = pipe("cite", "minusma", "--style", "bibtex").out
    assert bibtex.count("{") == bibtex.count("}")
    assert re.match(r"@misc\{pkcli-minusma,\n", bibtex)
    wrong = pipe("cite", "minusma", "--style", "mla")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)


def test_a_resolutions_page_shows_vote_decisions_and_link(pipe: Run, terminal: Run) -> None:
    page = terminal("resolution", "2100", columns=80).plain
    assert "15 in favour, 0 against, 0 abstentions" in page
    assert "https://undocs.org/S/RES/2100(2013)" in page
    assert {"MINUSMA", "AFISMA"} <= set(page.split())
    rows = pipe("resolution", "2100").rows
    assert rows[0][:4] == ["mission", "date", "symbol", "action"]
    assert {row[0] for row in rows[1:]} == {"minusma", "afisma"}


def test_budgets_join_the_costs_and_the_latest_stands_in_lists(pipe: Run) -> None:
    (row,) = [r for r in pipe("missions", "--country", "syria", "--json").json if r["id"] == "undof"]
    assert (row["cost"], row["cost_currency"], row["cost_basis"], row["cost_end"]) == (
        61.58,
        "USD",
        "approved",
        "2027-06-30",
    )
    costs = pipe("mission", "unsmil", "--json").json["costs"]
    assert [(c["basis"], c["value"]) for c in costs if c["start"] == "2025-01-01"] == [
        ("approved", 90.5887), ("expenditure", 83.7952),
    ]  # fmt: skip


def test_a_mission_that_was_over_by_a_day_is_completed_without_an_end(pipe: Run, terminal: Run) -> None:
    record = pipe("mission", "oas-hnd-nic-1957", "--json").json
    assert (record["status"], record["end"], record["ended_by"], record["years"]) == (
        "completed",
        None,
        "1962-01",
        None,
    )
    listed = {m["id"] for m in pipe("missions", "--active-on", "1963", "--json").json}
    assert record["id"] not in listed
    assert "? (over by 1962-01)" in terminal("mission", "oas-hnd-nic-1957", columns=80).plain
    page = " ".join(terminal("missions", "--org", "oas", columns=140).plain.split())
    unknown = sum(m["ended_by"] is not None for m in pipe("missions", "--org", "oas", "--json").json)
    assert f"{unknown} of those without an end are over on an unknown day" in page


def test_an_end_and_an_upper_bound_contradict_each_other(pipe: Run, tmp_path: Path) -> None:
    folder = Path(pipe("data", "path").out.strip())
    record = next(r for r in json.loads((folder / "missions.json").read_text("utf-8")) if r["id"] == "unmil")
    record["ended_by"] = "2019"
    record["evidence"]["ended_by"] = record["evidence"]["end"]
    file = tmp_path / "unmil.json"
    file.write_text(json.dumps(record), "utf-8")
    wrong = pipe("data", "validate", str(file))
    assert wrong.code == 1
    assert "ended_by 2019 of a mission whose end is known (2018-03-30); remove it" in wrong.out


def test_a_list_shows_no_stale_strength_of_what_goes_on(pipe: Run) -> None:
    records = pipe("missions", "--scope", "all", "--json").json
    year = int(pipe("data", "status", "--json").json["meta"]["as_of"][:4])
    stale = [
        m["id"]
        for m in records
        if m["status"] == "active" and m["personnel"] is not None and year - int(m["personnel_as_of"][:4]) > 10
    ]
    assert stale == []
    by_id = {m["id"]: m for m in records}
    assert by_id["nnsc"]["personnel"] is None
    assert by_id["unama"]["personnel_component"] == "civilian"
    assert by_id["minusca"]["personnel_component"] == "uniformed"


def test_personnel_of_a_group_is_what_is_deployed_now(pipe: Run) -> None:
    listed = pipe("missions", "--region", "africa", "--status", "active", "--json").json
    recent = str(int(pipe("data", "status", "--json").json["meta"]["as_of"][:4]) - 2)
    deployed = [m["personnel"] for m in listed if m["personnel_kind"] == "deployed" and m["personnel_as_of"] >= recent]
    (row,) = pipe("stats", "--by", "region", "--region", "africa", "--json").json
    assert (row["personnel"], row["with_personnel"]) == (sum(deployed), len(deployed))


def test_an_organisation_leads_authorises_or_supports(pipe: Run, terminal: Run) -> None:
    orgs = {o["id"]: o for o in pipe("orgs", "--json").json}
    by_lead = {row["group"]: row["missions"] for row in pipe("stats", "--by", "organization", "--json").json}
    for id, organization in orgs.items():
        assert by_lead.get(id, 0) == organization["missions"]
        with_part = pipe("missions", "--org", id, "--json").json
        assert len(with_part) == organization["missions"] + organization["other_missions"], id
        assert sum(id in m["led_by"] for m in with_part) == organization["missions"]
    page = terminal("org", "nato", columns=100).plain
    for heading, number in (
        ("Missions led, alone or jointly", orgs["nato"]["missions"]),
        ("Missions of others, authorised or supported", orgs["nato"]["other_missions"]),
    ):
        assert f"{heading} ({number})" in page
    assert [m["led_by"] for m in pipe("missions", "--text", "INTERFET", "--json").json if m["id"] == "interfet"] == [
        ["AUS"]
    ]


def test_what_was_given_up_before_anybody_was_deployed_is_cancelled(pipe: Run, terminal: Run) -> None:
    cancelled = {m["id"]: m for m in pipe("missions", "--scope", "all", "--status", "cancelled", "--json").json}
    assert {"micema", "igasom"} <= set(cancelled)
    assert all(m["start"] is None for m in cancelled.values())
    on = {m["id"] for m in pipe("missions", "--scope", "all", "--active-on", "2012-06-01", "--json").json}
    assert "micema" not in on
    assert "MICEMA  cancelled" in terminal("mission", "micema").plain
    assert "2012-12-20, never deployed" in terminal("org", "ecowas").plain
    timeline = terminal("timeline", "--scope", "all", "--country", "mali", columns=120).plain
    assert re.search(r"MICEMA .*never deployed", timeline)


def test_what_is_not_confirmed_to_go_on_is_marked(pipe: Run, terminal: Run) -> None:
    as_of = pipe("data", "status", "--json").json["meta"]["as_of"]
    records = pipe("missions", "--scope", "all", "--json").json
    overdue = {
        m["id"]
        for m in records
        if m["status"] == "active" and (m["mandate_until"] or "9") < as_of[: len(m["mandate_until"] or "9")]
    }
    doubtful = {m["id"] for m in records if m["unconfirmed"]}
    assert overdue <= doubtful
    assert all(m["status"] == "active" for m in records if m["unconfirmed"])
    assert sum(row["unconfirmed"] for row in pipe("stats", "--by", "scope", "--scope", "all", "--json").json) == len(
        doubtful
    )
    some = min(doubtful)
    assert "active?" in terminal("mission", some).plain
    assert "today?" in terminal("mission", some).plain
    table = terminal("missions", "--scope", "all", "--status", "active", columns=160).plain
    assert table.count("active?") == len(doubtful)
    assert "? not confirmed of late" in " ".join(table.split())


def test_show_gives_a_resolution_its_page(pipe: Run, terminal: Run) -> None:
    assert terminal("show", "2719", columns=100).plain == terminal("resolution", "2719", columns=100).plain
    assert pipe("show", "unscr", "1325", "--json").json == pipe("resolution", "1325", "--json").json


def test_a_headline_tells_the_mission_and_not_its_last_days(pipe: Run) -> None:
    by_id = {m["id"]: m for m in pipe("missions", "--json").json}
    shown = {id: (by_id[id]["personnel"], by_id[id]["personnel_kind"]) for id in ("uniimog", "ramsi", "misab", "micah")}
    assert shown == {
        "uniimog": (400, "peak"),  # the series begins when it was smaller
        "ramsi": (2000, "authorised"),  # of those who were there only the last are known
        "misab": (800, "deployed"),  # a count, and no peak
        "micah": (None, None),  # one uniformed person of a mission of civilians
    }
    assert by_id["unami"]["personnel_component"] == "civilian"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["country", "south", "africa"], "South Africa"),
        (["country", "united", "states"], "United States of America"),
        (["org", "african", "union"], "African Union"),
        (["topic", "sustainable", "peace"], "From peacekeeping to lasting peace"),
        (["glossary", "rules", "of", "engagement"], "rules of engagement"),
    ],
)
def test_a_name_of_several_words_needs_no_quotes(pipe: Run, words: list[str], name: str) -> None:
    record = pipe(*words, "--json").json
    assert name in (record.get("name"), record.get("title"))


def test_several_names_are_still_several(pipe: Run) -> None:
    assert [m["id"] for m in pipe("mission", "minusma", "unmil", "--json").json] == ["minusma", "unmil"]


def test_what_never_was_is_active_in_no_time(pipe: Run) -> None:
    for options in (["--since", "2012", "--until", "2012"], ["--active-on", "2012-06"], ["--since", "2024"]):
        listed = {m["status"] for m in pipe("missions", "--scope", "all", *options, "--json").json}
        assert "cancelled" not in listed
    hosts = pipe("map", "--country", "mali", "--scope", "all", "--json").json
    assert not any("micema" in host["mission_ids"] for host in hosts)


def test_missions_outside_the_scope_are_told(pipe: Run) -> None:
    result = pipe("missions", "--status", "cancelled")
    assert (result.code, result.err) == (0, "pkcli: no core mission fits, but 5 of all scopes; add --scope all\n")
