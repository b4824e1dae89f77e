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


def test_search_ranks_exact_names_first_and_shows_whole_passages(pipe: Run) -> None:
    for words, kind, id in (
        ("mali", "country", "MLI"),
        ("2100", "resolution", "s-res-2100-2013"),
        ("kfor", "mission", "kfor"),
        ("icrc", "organization", "icrc"),
        ("cote divoire", "country", "CIV"),
    ):
        first = pipe("search", words, "--json").json[0]
        assert (first["kind"], first["id"]) == (kind, id), words
    hits = [hit for words in ("mali", "cote divoire", "un s") for hit in pipe("search", words, "--json").json]
    assert [hit for hit in hits if "⁂" in hit["snippet"] or "Secretary-Generals" in hit["snippet"]] == []
    assert "Technology and what comes next" in {hit["name"] for hit in pipe("search", "drones", "--json").json}


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


TOLD_WRONG = [
    # what is often told, the command that answers, and words of the answer (whitespace folded)
    ("the UN was founded in 1945", ["topic", "historical-context"], r"The UN was founded in 1945"),
    ("the first operation watched a truce in 1948", ["topic", "historical-context"], r"UNTSO.*of 29 May 1948"),
    ("the Cold War knew observers only", ["topic", "historical-context"], r"Armed forces came with UNEF I.*ONUC"),
    ("expansion after the Cold War", ["topic", "historical-context"], r"8 UN .*end of 1990, 16 at the end of 1994.*78,946"),
    ("the UN runs the majority of missions", ["topic", "key-organizations"], r"not the majority: of the 63 .* the UN conducted 20"),
    ("NATO keeps the peace too", ["topic", "key-organizations"], r"IFOR, SFOR and KFOR.*ISAF in Afghanistan"),
    ("the AU runs missions in Africa", ["topic", "key-organizations"], r"AMIB.*AMIS and AMISOM to AUSSOM"),
    ("the EU is a civilian actor", ["topic", "key-organizations"], r"military missions and operations.*not a civilian actor alone"),
    ("MINUSMA was set up in 2013", ["topic", "case-minusma"], r"set up MINUSMA on 25 April 2013"),
    ("MINUSMA supported AFISMA", ["topic", "case-minusma"], r"did not support AFISMA but replaced it.*1 July 2013"),
    ("AFISMA's name", ["mission", "afisma"], r"African-led International Support Mission in Mali"),
    ("MINUSMA is still there", ["topic", "case-minusma"], r"ended the mandate on 30 June; the withdrawal was complete on 31 December 2023"),
    ("MINUSMA held elections", ["topic", "case-minusma"], r"support the political process \(elections among it\)"),
    ("attacks on MINUSMA", ["topic", "case-minusma"], r"311 of its personnel died.*more than half of the deaths were by malicious acts"),
    ("MINUSTAH from 2004 to 2017", ["mission", "minustah"], r"2004-06-01 to 2017-10-15"),
    ("MINUSTAH answered an earthquake", ["topic", "case-minustah"], r"not a response to the earthquake of 12 January 2010"),
    ("MINUSTAH's first ceilings", ["mission", "minustah"], r"6,700 troops 2004-04-30.*1,622 police 2004-04-30"),
    ("MINUSTAH's name", ["mission", "minustah"], r"United Nations Stabilization Mission in Haiti"),
    ("UNMIL after the war", ["topic", "case-unmil"], r"on 1 October it became part of UNMIL.*set up on 19 September 2003"),
    ("UNMIL's contributors", ["topic", "case-unmil"], r"Ghana, Nigeria and Mali were among the first.*by March 2014 Pakistan, Nigeria and Ghana sent the most"),
    ("UNMIL's tasks", ["mission", "unmil"], r"observed the ceasefire, protected civilians"),
    ("UNMIL's aims", ["topic", "case-unmil"], r"demobilised fighters, protected civilians.*aid.*transitional government"),
    ("UNMIL disarmed fighters", ["missions", "--task", "ddr", "--country", "liberia"], r"UNMIL"),
    ("2005: the first elections in a decade", ["topic", "case-unmil"], r"19 July 1997.*October 2005 were not the first in a decade"),
    ("UNMIL's end in 2018", ["topic", "case-unmil"], r"the mission ended on 30 March 2018"),
    ("AMISOM's start in 2007", ["topic", "case-amisom"], r"AMISOM on 19 January 2007.*authorised it on 20 February 2007.*6 March 2007"),
    ("AMISOM fought Al-Shabaab from the first", ["topic", "case-amisom"], r"Al-Shabaab became its task .*resolution 2036 \(2012\)"),
    ("AMISOM's contributors", ["topic", "case-amisom"], r"Burundi, Djibouti, Kenya and Ethiopia.*Sierra Leone until early 2015"),
    ("AMISOM is still there", ["topic", "case-amisom"], r"ended on 31 March 2022. ATMIS followed.*1 January 2025 AUSSOM, authorised until 31 December 2026"),
    ("AMISOM's name", ["mission", "amisom"], r"African Union Mission in Somalia"),
    ("MINUSMA's name", ["mission", "minusma"], r"United Nations Multidimensional Integrated Stabilization Mission in Mali"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "answer"), [t[1:] for t in TOLD_WRONG], ids=[t[0] for t in TOLD_WRONG])
def test_what_is_often_told_has_its_answer(pipe: Run, command: list[str], answer: str) -> None:
    page = pipe(*command, "--format", "table", COLUMNS="80").out
    assert re.search(answer, " ".join(page.split())), page


def test_the_themes_of_cooperation_are_all_there(pipe: Run) -> None:
    topics = pipe("topics", "--json").json
    assert [t["order"] for t in topics] == sorted({t["order"] for t in topics})
    assert {t["id"] for t in topics} >= {
        "significance", "historical-context", "key-organizations", "working-together", "challenges", "accountability",
        "ngos", "case-unmil", "case-amisom", "case-minusma", "case-minustah", "training", "shared-practices",
        "technology", "sustainable-peace",
    }  # fmt: skip
    assert {"icrc", "msf", "nonviolent-peaceforce"} <= set(
        next(t for t in topics if t["id"] == "ngos")["organizations"]
    )


def test_dates_in_texts_are_words(pipe: Run) -> None:
    records = [*pipe("topics", "--json").json, *pipe("history", "--json").json, *pipe("glossary", "--json").json]
    texts = [r.get("text") or r.get("summary") or r.get("definition") for r in records]
    assert [text for text in texts if re.search(r"\d{4}-\d\d", text)] == []


def test_what_an_ngo_did_once_does_not_go_on(terminal: Run) -> None:
    page = terminal("org", "nrc", columns=100).plain
    assert re.search(r"^  2021 +Democratic Republic of the Congo", page, re.MULTILINE)
    page = terminal("org", "search-for-common-ground", columns=100).plain
    labels = re.findall(r"^  (from \S+|undated) ", page, re.MULTILINE)
    assert labels[0].startswith("from 1995")
    assert labels[-1] == "undated"
