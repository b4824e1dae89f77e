"""The pages of records, one builder a kind; that of a mission has a module of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rich.text import Text

from pkcli.catalog import Catalog
from pkcli.output.chart import sparkline
from pkcli.output.mission_page import mission_page
from pkcli.output.page import Page, title, until
from pkcli.output.rich_text import LABEL, LINK, QUIET, TITLE, number, words
from pkcli.terminal import Terminal

CONTRIBUTIONS, BEFORE_2015, DEATHS = "un-contributions", "ipi-ppp", "un-psdh-fatalities"
"""The sources of a country's figures."""


def pages(kind: str, details: Sequence[str], catalog: Catalog, terminal: Terminal) -> str:
    """The pages of records of `kind`, one after the other."""
    meta = catalog.meta()
    build = _BUILDERS[kind]
    drawn = []
    for detail in details:
        page = Page(json.loads(detail), meta["as_of"], meta["data_version"], terminal)
        build(page, catalog)
        page.notes()
        page.sources()
        page.foot()
        drawn.append(page.draw())
    return "\n".join(drawn)


def _organization(page: Page, catalog: Catalog) -> None:
    record, evidence = page.record, page.record["evidence"]
    title(page, [Text(words(record["kind"])), Text(f"founded {record['founded']}")])
    page.parts += [Text(), Text(record["role"]).append(page.refs(evidence.get("role", ())))]
    rows: list[tuple[str, Text | str]] = [
        ("Founded", Text(record["founded"]).append(page.refs(evidence.get("founded", ())))),
        ("Seat", Text(record["seat"]).append(page.refs(evidence.get("seat", ())))),
        ("Functions", ", ".join(words(f) for f in record["functions"])),
    ]
    if record["other_names"]:
        rows.append(("Also", "; ".join(n["name"] for n in record["other_names"])))
    rows.append(("Website", Text(record["website"], style=LINK)))
    page.section("Facts", rows)
    page.section("Beside missions", list(_engagements(page, catalog)))
    core = [m for m in record["mission_list"] if m["scope"] == "core"]
    led = [m for m in core if m["role"] in _LEADING]
    others = [m for m in core if m["role"] not in _LEADING]
    related = [m for m in record["mission_list"] if m["scope"] != "core"]
    for heading, missions in (
        ("Missions led, alone or jointly", led),
        ("Missions of others, authorised or supported", others),
        ("Related", related),
    ):
        page.section(f"{heading} ({len(missions)})", list(_missions(missions)))
    if members := record["member_list"]:
        text = Text(", ".join(record["member_names"])).append(page.refs(members["sources"]))
        note = [("note", members["note"])] if members["note"] else []
        page.section(f"Members ({len(members['countries'])})", [(members["as_of"], text), *note])


def _engagements(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    """What an organisation did beside missions: where and when, what, with which missions."""
    for done in sorted(page.record["engagements"], key=lambda done: done["start"] or done["end"] or "9999"):
        where = ", ".join(done["country_names"]) or "various"
        text = Text(where, style=TITLE).append(f"  {done['text']}", style="not bold")
        if done["missions"]:
            names = ", ".join(catalog.acronym("mission", id) for id in done["missions"])
            text.append(f"  with {names}", style=f"not bold {LABEL}")
        yield _when(done), text.append(page.refs(done["sources"]))


def _when(done: dict[str, Any]) -> str:
    """The time of an engagement, which may be one date; where its end is not known it may go on."""
    start, end = done["start"], done["end"]
    if start and end:
        return str(start) if end.startswith(start) else f"{start}–{end}"
    return f"from {start}" if start else f"until {end}" if end else "undated"


_LEADING = ("lead", "joint")


def _missions(missions: Sequence[dict[str, Any]]) -> Iterable[tuple[str, Text | str]]:
    for mission in missions:
        text = Text(f"{mission['start'] or '?'} to {until(mission)}  ", style=QUIET)
        text.append(mission["name"], style="not dim")
        if mission["role"] != "lead":
            text.append(f"  ({mission['role']})", style=QUIET)
        yield mission["acronym"], text


def _country(page: Page, catalog: Catalog) -> None:
    record = page.record
    marks = [Text(record["id"])]
    if record["subregion"]:
        marks.append(Text(record["subregion"]))
    line = Text(record["name"], style=f"{TITLE} {LABEL}").append("  ")
    for n, mark in enumerate(marks):
        line.append(" · " if n else "", style=QUIET).append(mark)
    page.parts.append(line)
    core = [m for m in record["hosted_missions"] if m["scope"] == "core"]
    related = [m for m in record["hosted_missions"] if m["scope"] != "core"]
    page.section(f"Hosts and hosted ({len(core)})", list(_hosted(core)))
    page.section(f"Related ({len(related)})", list(_hosted(related)))
    if record["memberships"]:
        names = [m["acronym"] for m in record["memberships"]]
        refs = page.refs(s for m in record["memberships"] for s in m["sources"])
        page.section("Organisations", [("member of", Text(", ".join(names)).append(refs))])
    page.section("Personnel in UN missions", list(_sent(page, catalog)))
    page.section("By mission, at the most, as reported since 2014-03", list(_contributions(page, catalog)))
    page.section("Fallen in UN missions", list(_fallen(page, catalog)))


def _hosted(missions: Sequence[dict[str, Any]]) -> Iterable[tuple[str, Text | str]]:
    for mission in missions:
        text = Text(f"{mission['start'] or '?'} to {until(mission)}  ", style=QUIET)
        yield mission["acronym"], text.append(mission["name"], style="not dim")


def _sent(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    record = page.record
    if record["personnel"] is None:
        return
    latest = Text(number(record["personnel"])).append(f"  {record['personnel_as_of']}", style=QUIET)
    yield "latest", latest.append(page.refs([CONTRIBUTIONS]))
    if parts := record["personnel_by_mission"]:
        yield (
            "in",
            ", ".join(f"{catalog.acronym('mission', part['mission'])} {number(part['total'])}" for part in parts),
        )
    peak = Text(number(record["peak_personnel"])).append(f"  {record['peak_as_of']}", style=QUIET)
    yield "at most", peak.append(page.refs([BEFORE_2015 if record["peak_as_of"] < "2015" else CONTRIBUTIONS]))
    by_year = record["personnel_by_year"]
    line = Text(f"{min(by_year)} ", style=QUIET)
    line.append(sparkline(by_year, unicode=page.terminal.unicode), style="green")
    line.append(f" {max(by_year)}", style=QUIET)
    sources = [BEFORE_2015] * (min(by_year) < "2015") + [CONTRIBUTIONS] * (max(by_year) >= "2015")
    yield "by year", line.append(page.refs(sources))


def _contributions(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    for row in page.record["contributions"]:
        # Reports by mission begin in that month: whoever is in the first may have been there before.
        first = f"{'known ' if row['first'] < '2014-04' else ''}from {row['first'][:7]}"
        span = f"  {row['peak_month']}; there {first} to {row['last'][:7]}"
        yield catalog.acronym("mission", row["mission"]), Text(number(row["peak"])).append(span, style=QUIET)


def _fallen(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    record = page.record
    if record["fatalities"]:
        counted = Text(number(record["fatalities"])).append(f"  up to {record['fatalities_as_of']}", style=QUIET)
        yield "all", counted.append(page.refs([DEATHS]))
    for row in record["fatalities_by_mission"]:
        yield catalog.acronym("mission", row["mission"]) if row["mission"] else row["code"], number(row["deaths"])


def _topic(page: Page, catalog: Catalog) -> None:
    record = page.record
    page.parts.append(Text(record["title"], style=f"{TITLE} {LABEL}"))
    for passage in record["passages"]:
        page.parts += [Text(), Text(passage["text"]).append(page.refs(passage["sources"]))]
    page.section("Missions", list(_linked(record["mission_list"])))
    if record["see"]:
        page.section("See also", [("topics", ", ".join(record["see"]))])


def _linked(missions: Sequence[dict[str, Any]]) -> Iterable[tuple[str, Text | str]]:
    """The missions that a text names, with their dates."""
    for mission in missions:
        text = Text(mission["name"]).append(f"  {mission['start'] or '?'} to {until(mission)}", style=QUIET)
        yield mission["acronym"], text


def _term(page: Page, catalog: Catalog) -> None:
    record = page.record
    line = Text(record["term"], style=f"{TITLE} {LABEL}")
    if record["name"] != record["term"]:
        line.append(f"  {record['name']}", style="default")
    page.parts += [line, Text(), Text(record["definition"]).append(page.refs(record["sources"]))]
    if record["see"]:
        page.section("See also", [("terms", ", ".join(record["see"]))])


def _event(page: Page, catalog: Catalog) -> None:
    record = page.record
    line = Text(record["title"], style=f"{TITLE} {LABEL}")
    ends = f" to {record['until'] or 'today'}" if record["kind"] == "era" else ""
    line.append(f"  {record['date']}{ends}", style=QUIET)
    page.parts += [line, Text(), Text(record["text"]).append(page.refs(record["sources"]))]
    page.section("Missions", list(_linked(record["mission_list"])))
    concerns: list[tuple[str, Text | str]] = []
    if record["organizations"]:
        concerns.append(("organisations", ", ".join(_names(catalog, record["organizations"]))))
    if record["regions"]:
        concerns.append(("regions", ", ".join(words(region) for region in record["regions"])))
    page.section("Concerns", concerns)


def _names(catalog: Catalog, organizations: Sequence[str]) -> list[str]:
    return [str(name) for (name,) in catalog.chosen("organization", organizations).cells(["acronym"])]


def _resolution(page: Page, catalog: Catalog) -> None:
    record = page.record
    page.parts.append(Text(record["symbol"], style=f"{TITLE} {LABEL}"))
    rows: list[tuple[str, Text | str]] = [("Adopted", Text(record["date"]).append(page.refs([record["source"]])))]
    if vote := _vote(record):
        rows.append(("Vote", vote))
    if record["agenda"]:
        rows.append(("Agenda", record["agenda"]))
    rows.append(("Text", Text(record["url"], style=LINK)))
    page.section("Facts", rows)
    decided: list[tuple[str, Text | str]] = [
        (
            catalog.acronym("mission", done["mission"]),
            Text(done["action"], style=TITLE).append(f"  {done['text']}", style="not bold"),
        )
        for done in record["decisions"]
    ]
    page.section(
        "What it decided", decided or [("", "nothing on a mission of the register, which names it as a source")]
    )


def _vote(record: dict[str, Any]) -> str:
    outcome = words(record["outcome"]) if record["outcome"] else ""
    if record["yes"] is None:
        return outcome
    abstentions = "1 abstention" if record["abstain"] == 1 else f"{record['abstain']} abstentions"
    return f"{record['yes']} in favour, {record['no']} against, {abstentions} ({outcome})"


_BUILDERS = {
    "mission": mission_page,
    "organization": _organization,
    "country": _country,
    "topic": _topic,
    "term": _term,
    "event": _event,
    "resolution": _resolution,
}
