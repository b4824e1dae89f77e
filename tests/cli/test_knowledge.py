"""Topics, history, glossary: texts that read their figures from the register, and answer what people get wrong."""

from __future__ import annotations

import re

import pytest
from conftest import Run


def test_every_topic_is_short_sourced_and_linked(pipe: Run, terminal: Run) -> None:
    missions = {m["id"] for m in pipe("missions", "--scope", "all", "--json").json}
    topics = pipe("topics", "--json").json
    assert topics
    for topic in pipe("topic", *[t["id"] for t in topics], "--json").json if len(topics) > 1 else []:
        assert 150 <= topic["words"] <= 400, topic["id"]
        assert all(passage["sources"] for passage in topic["passages"])
        assert set(topic["missions"]) <= missions
        assert set(topic["see"]) <= {t["id"] for t in topics}
        assert not re.search(r"[{}]", " ".join(passage["text"] for passage in topic["passages"]))
    page = terminal("topic", "working-together", columns=80).plain
    assert max(map(len, page.splitlines())) <= 80
    assert "Sources" in page


def test_a_figure_in_a_text_is_the_registers(pipe: Run) -> None:
    unamid = pipe("mission", "unamid", "--json").json
    text = " ".join(p["text"] for p in pipe("topic", "working-together", "--json").json["passages"])
    assert f"{unamid['peak_personnel']:,}" in text
    (peak,) = [e for e in pipe("history", "--json").json if e["id"] == "peak-2015"]
    assert peak["text"].startswith("107,805 ")


def test_history_is_in_order_and_filtered(pipe: Run) -> None:
    events = pipe("history", "--json").json
    assert [e["date"] for e in events] == sorted(e["date"] for e in events)
    assert all(e["sources"] for e in events)
    nineties = pipe("history", "--since", "1991", "--until", "1994", "--json").json
    assert {e["date"][:4] for e in nineties if e["kind"] == "event"} <= {"1991", "1992", "1993", "1994"}
    assert "era-expansion" in {e["id"] for e in nineties}
    assert all("africa" in e["regions"] for e in pipe("history", "--region", "africa", "--json").json)
    assert all("nato" in e["organizations"] for e in pipe("history", "--org", "nato", "--json").json)
    wrong = pipe("history", "--since", "yesterday")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)


def test_events_of_a_resolution_have_its_date(pipe: Run) -> None:
    dates = {r["symbol"]: r["date"] for r in pipe("resolutions", "--json").json}
    known = {e["id"]: (e["date"], {dates.get(s) for s in e["sources"]}) for e in pipe("history", "--json").json}
    for id in ("untso-1948", "congo-1960", "poc-1999", "fib-2013", "darfur-2007", "wps-2000", "dayton-1995"):
        date, decided = known[id]
        assert date in decided, id


def test_the_glossary_explains_a_term_by_any_of_its_names(pipe: Run) -> None:
    for name in ("FPU", "formed police unit", "fpu"):
        assert pipe("glossary", name, "--json").json["id"] == "fpu"
    assert pipe("show", "rehatting", "--json").json["id"] == "re-hatting"
    terms = pipe("glossary", "--json").json
    ids = {t["id"] for t in terms}
    assert all(t["sources"] and set(t["see"]) <= ids for t in terms)
    assert {"TCC", "PCC", "FPU", "DDR", "SSR", "ROE", "COE", "SOFA", "SRSG", "Chapter VI", "Chapter VII"} <= {
        t["term"] for t in terms
    }
    unknown = pipe("glossary", "fpuu")
    assert (unknown.code, unknown.err.count("\n")) == (1, 1)
    assert "FPU" in unknown.err


def test_search_finds_topics_terms_and_events(pipe: Run) -> None:
    assert pipe("search", "re-hatting", "--json").json[0]["kind"] == "term"
    kinds = {hit["kind"] for hit in pipe("search", "hybrid", "--limit", "50", "--json").json}
    assert {"mission", "topic", "event"} <= kinds


@pytest.mark.parametrize(
    ("mission", "facts"),
    [
        ("untso", {"established": "1948-05-29"}),
        ("minusma", {"established": "2013-04-25", "end": "2023-12-31", "predecessors": ["afisma"], "fatalities": 311}),
        ("minustah", {"established": "2004-04-30", "end": "2017-10-15"}),
        ("unmil", {"established": "2003-09-19", "end": "2018-03-30", "predecessors": ["ecomil"]}),
        ("amisom", {"established": "2007-01-19", "end": "2022-03-31", "successors": ["atmis"]}),
        ("aussom", {"start": "2025-01-01", "mandate_until": "2026-12-31", "predecessors": ["atmis"]}),
        ("eufor-althea", {"type": "peacekeeping", "start": "2004-12-02"}),
        ("unef-i", {"type": "peacekeeping"}),
    ],
)
def test_what_is_often_told_wrong_is_right_here(pipe: Run, mission: str, facts: dict[str, object]) -> None:
    record = pipe("mission", mission, "--json").json
    assert {key: record[key] for key in facts} == facts


def test_often_told_wrong_figures(pipe: Run) -> None:
    names = {m["id"]: m["name"] for m in pipe("missions", "--json").json}
    assert names["amisom"] == "African Union Mission in Somalia"
    assert names["minusma"] == "United Nations Multidimensional Integrated Stabilization Mission in Mali"
    active = pipe("missions", "--category", "un-peacekeeping-operation", "--active-on", "1994-12-31", "--json").json
    assert len(active) == 16
    senders = {
        row["country"]: row["total"]
        for row in pipe("contributors", "--mission", "unmil", "--month", "2014-03", "--json").json
    }
    assert (senders["PAK"], senders["NGA"], senders["GHA"]) == (1998, 1612, 742)
    assert "MLI" not in senders
    assert {"eu-csdp-military", "eu-csdp-civilian"} <= {
        m["category"] for m in pipe("missions", "--org", "eu", "--json").json
    }
