"""The page of one mission or organisation: a title, facts, sections, numbered sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pkcli.catalog import Catalog
from pkcli.dates import PartialDate
from pkcli.output.chart import EPOCH, span_bar, sparkline
from pkcli.output.rich_text import LABEL, LINK, QUIET, TITLE, draw, number, value, words
from pkcli.terminal import Terminal

CONTRIBUTIONS, BEFORE_2015, DEATHS = "un-contributions", "ipi-ppp", "un-psdh-fatalities"
"""The sources of a country's figures."""
_WIDEST = 108
"""Columns beyond which lines of prose are no longer read with ease."""
_LABEL_WIDTH = 14
_TOP = 5
"""How many contributors a page names."""


class Page:
    """Builds one page from a record's detail."""

    def __init__(self, record: dict[str, Any], as_of: str, version: str, terminal: Terminal) -> None:
        """Start an empty page; sources are numbered as they are first named on it."""
        self.record, self.as_of, self.version, self.terminal = record, as_of, version, terminal
        self.parts: list[RenderableType] = []
        self._numbers: dict[str, int] = {}

    def refs(self, sources: Iterable[str]) -> Text:
        """The numbers of sources, as they stand in the list below."""
        numbers = sorted({self._numbers.setdefault(s, len(self._numbers) + 1) for s in sources})
        return Text(f" [{','.join(map(str, numbers))}]" if numbers else "", style=QUIET)

    def section(self, heading: str, rows: Sequence[tuple[str, Text | str]], label_width: int = _LABEL_WIDTH) -> None:
        """A heading and rows of label and value; nothing if there are none."""
        if not rows:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True, min_width=label_width)
        grid.add_column(overflow="fold")
        for label, content in rows:
            grid.add_row(Text(label, style=LABEL), Text(content) if isinstance(content, str) else content)
        self.parts += [Text(), Text(heading, style=TITLE), Padding(grid, (0, 0, 0, 2))]

    def sources(self) -> None:
        """The numbered list of sources."""
        rows: list[tuple[str, Text | str]] = []
        known = {source["id"]: source for source in self.record["source_records"]}
        for decision in self.record.get("decisions", ()):
            if decision.get("routine"):
                # A page only counts routine extensions; `mission ID --mandate` lists them with their sources.
                for source in set(decision["sources"]) - set(self._numbers):
                    known.pop(source, None)
        self.refs(known)
        for id in self._numbers:
            source = known[id]
            text = Text(source["citation"])
            if source["url"] and source["url"] not in source["citation"]:
                text.append(f" {source['url']}", style=LINK)
            rows.append((f"[{self._numbers[id]}]", text))
        self.section("Sources", rows, label_width=4)

    def notes(self) -> None:
        """Remarks and disputes."""
        rows: list[tuple[str, Text | str]] = []
        for note in self.record.get("notes", ()):
            text = Text("disputed: ", style="red") if note["disputed"] else Text()
            rows.append((words(note["fields"][0]), text.append(note["text"]).append(self.refs(note["sources"]))))
        self.section("Notes", rows)

    def foot(self) -> None:
        """What the page is: record, its date, the release, how well it is confirmed."""
        text = self.record["id"]
        if "as_of" in self.record:
            text += f" · record as of {self.record['as_of']}"
        text += f" · data {self.version} as of {self.as_of}"
        if "verification" in self.record:
            text += f" · {self.record['verification']}"
        self.parts += [Text(), Text(text, style=QUIET)]

    def draw(self) -> str:
        """The page as text for the terminal."""
        width = min(self.terminal.width, _WIDEST)
        return draw(Group(*self.parts), self.terminal._replace(width=width))


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


def _title(page: Page, marks: Sequence[Text]) -> None:
    record = page.record
    line = Text(record["acronym"], style=f"{TITLE} {LABEL}").append("  ")
    for n, mark in enumerate(marks):
        line.append(" · " if n else "", style=QUIET).append(mark)
    page.parts += [line, Text(record["name"], style=TITLE)]


def _mission(page: Page, catalog: Catalog) -> None:
    record = page.record
    region = record["region"].replace("-", " ").title().replace("Asia Pacific", "Asia and the Pacific")
    marks = [value(record["status"]), Text(words(record["type"])), Text(region)]
    if record["scope"] != "core":
        marks.append(Text("related"))
    _title(page, marks)
    _span(page)
    page.parts += [Text(), Text(record["summary"]).append(page.refs(record["evidence"].get("summary", ())))]
    page.section("Facts", list(_facts(page, catalog)))
    page.section("Mandate", list(_mandate(page)))
    page.section("Personnel", list(_personnel(page)))
    page.section("Fatalities", list(_fatalities(page)))
    page.section("Cost", list(_costs(page)))
    page.section("Before and after", list(_chain(page, catalog)))
    beside = [(b["acronym"], Text(b["text"]).append(page.refs(b["sources"]))) for b in record["beside"]]
    page.section("Beside it", beside)


def _until(record: Mapping[str, Any]) -> str:
    """The end of a mission in words: a date, an upper bound, or today."""
    return str(record["end"] or (f"? (over by {record['ended_by']})" if record["ended_by"] else "today"))


def _span(page: Page) -> None:
    record = page.record
    if not record["start"]:
        return
    first = PartialDate.parse(record["start"]).first
    last = PartialDate.parse(record["end"] or record["ended_by"] or page.as_of).last
    today = PartialDate.parse(page.as_of).last
    width = max(min(page.terminal.width, _WIDEST) - 12, 10)
    before, during, after = span_bar(first, last, today, width, unicode=page.terminal.unicode)
    bar = Text(f"{EPOCH} ", style=QUIET).append(before, style=QUIET).append(during, style="green")
    bar.append(after, style=QUIET).append(f" {today[:4]}", style=QUIET)
    length = f" · {record['years']} years" if record["years"] is not None else ""
    page.parts += [Text(), bar, Text(f"{record['start']} to {_until(record)}{length}")]


def _facts(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    record, evidence = page.record, page.record["evidence"]

    def fact(name: str, text: str) -> Text:
        return Text(text).append(page.refs(evidence.get(name, ())))

    if record["countries"]:
        yield "Hosts" if len(record["countries"]) > 1 else "Host", fact("countries", ", ".join(record["country_names"]))
    if record["lead_states"]:
        yield "Led by", fact("lead_states", ", ".join(record["lead_state_names"]))
    for part in record["organization_roles"]:
        names = catalog.rows("SELECT acronym, name FROM organization WHERE id = ?", [part["id"]])
        acronym, name = names[0]
        dates = f" ({part['start'] or record['start']} to {part['end'] or _until(record)})"
        shown = str(name) if acronym == name else f"{name} ({acronym})"
        yield _ROLES[part["role"]], shown + (dates if part["start"] or part["end"] else "")
    yield "Category", words(record["category"])
    for label, name, basis in (
        ("Established", "established", ""),
        ("Start", "start", "start_basis"),
        ("End", "end", "end_basis"),
    ):
        if record[name]:
            meaning = _BASES.get(record[basis] or "", "") if basis else ""
            yield label, fact(name, f"{record[name]}{f'  {meaning}' if meaning else ''}")
    if record["ended_by"]:
        yield "Over by", fact("ended_by", f"{record['ended_by']}  (its end is not known)")
    if record["mandate_until"]:
        yield "Mandate until", fact("mandate_until", record["mandate_until"])
    if record["headquarters"]:
        yield "Headquarters", fact("headquarters", record["headquarters"])
    if record["tasks"]:
        yield "Tasks", fact("tasks", ", ".join(words(t) for t in record["tasks"]))
    if record["other_names"]:
        yield "Also", "; ".join(n["name"] for n in record["other_names"])
    if record["website"]:
        yield "Website", Text(record["website"], style=LINK)


_ROLES = {"lead": "Led by", "joint": "Led jointly", "authorise": "Authorised by", "support": "Supported by"}
_BASES = {
    "mandate": "(mandate)",
    "deployment": "(first deployment)",
    "transfer": "(transfer of authority)",
    "launch": "(launch)",
    "withdrawal": "(withdrawal completed)",
    "stated": "(as the lead organisation states it)",
}


def _mandate(page: Page) -> Iterable[tuple[str, Text | str]]:
    routine = [decision for decision in page.record["decisions"] if decision["routine"]]
    for decision in page.record["decisions"]:
        if decision["routine"]:
            continue
        text = Text(decision["symbol"], style=TITLE).append(f" {decision['text']}", style="not bold")
        yield decision["date"], text.append(page.refs(decision["sources"]))
    if routine:
        first, last = routine[0]["date"], routine[-1]["date"]
        times = f"once more, on {first}" if len(routine) == 1 else f"{len(routine)} times more, from {first} to {last}"
        yield "extended", f"{times}: pkcli mission {page.record['id']} --mandate"


def _personnel(page: Page) -> Iterable[tuple[str, Text | str]]:
    record = page.record
    for figure in record["strength"]:
        text = Text(f"{number(figure['value'])} {words(figure['component'])}")
        text.append(f"  {figure['as_of']}", style=QUIET).append(page.refs([figure["source"]]))
        if figure["note"]:
            text.append(f"  {figure['note']}", style=QUIET)
        yield figure["kind"], text
    by_year = record["strength_by_year"]
    if len(by_year) > 1:
        line = Text(f"{min(by_year)} ", style=QUIET).append(
            sparkline(by_year, unicode=page.terminal.unicode), style="green"
        )
        yield "by year", line.append(f" {max(by_year)}", style=QUIET)
    if record["contributors"]:
        largest = ", ".join(f"{c['name']} {number(c['total'])}" for c in record["contributors"][:_TOP])
        more = len(record["contributors"]) - _TOP
        text = Text(largest).append(f" and {more} more" if more > 0 else "")
        yield "contributors", text.append(f"  {record['contributors_as_of']}", style=QUIET)


def _fatalities(page: Page) -> Iterable[tuple[str, Text | str]]:
    for count in page.record["fatality_counts"]:
        text = Text(number(count["value"])).append(f"  up to {count['as_of']}", style=QUIET)
        text.append(page.refs([count["source"]]))
        if count["note"]:
            text.append(f"  {count['note']}", style=QUIET)
        yield "all", text
    for cause, deaths in page.record["fatalities_by_cause"].items():
        yield words(cause), number(deaths)
    if page.record["fatality_rate"] is not None:
        unit = "  deaths of uniformed personnel per 1,000 person-years"
        yield "rate", Text(str(page.record["fatality_rate"])).append(unit, style=QUIET)


def _costs(page: Page) -> Iterable[tuple[str, Text | str]]:
    for cost in page.record["costs"]:
        text = Text(f"{cost['value']:,} million {cost['currency']}")
        text.append(f"  {cost['start']} to {cost['end']}", style=QUIET).append(page.refs([cost["source"]]))
        yield cost["basis"], text


def _chain(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    record = page.record
    for label, name in (("took over from", "predecessors"), ("followed by", "successors")):
        for id in record[name]:
            ((acronym, long, start, end, over),) = catalog.rows(
                "SELECT acronym, name, start, end, ended_by FROM mission WHERE id = ?", [id]
            )
            text = Text(str(acronym), style=LABEL)
            text.append("" if long == acronym else f" {long}", style="default")
            text.append(f"  {start or '?'} to {_until({'end': end, 'ended_by': over})}", style=QUIET)
            yield (
                label,
                text.append(page.refs(record["evidence"].get("predecessors", ())) if name == "predecessors" else ""),
            )


def _organization(page: Page, catalog: Catalog) -> None:
    record, evidence = page.record, page.record["evidence"]
    _title(page, [Text(words(record["kind"])), Text(f"founded {record['founded']}")])
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
    page.section(f"Missions ({len(record['mission_list'])})", list(_missions(page)))
    if members := record["members"]:
        text = Text(", ".join(record["member_names"])).append(page.refs(members["sources"]))
        note = [("note", members["note"])] if members["note"] else []
        page.section(f"Members ({len(members['countries'])})", [(members["as_of"], text), *note])


def _engagements(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    """What an organisation did beside missions: where and when, what, with which missions."""
    for done in page.record["engagements"]:
        where = ", ".join(done["country_names"]) or "various"
        text = Text(where, style=TITLE).append(f"  {done['text']}", style="not bold")
        if done["missions"]:
            names = ", ".join(_acronym(catalog, id) for id in done["missions"])
            text.append(f"  with {names}", style=f"not bold {LABEL}")
        since = f"{done['start'] or ''}–{done['end'] or ''}" if done["start"] or done["end"] else ""
        yield since, text.append(page.refs(done["sources"]))


def _missions(page: Page) -> Iterable[tuple[str, Text | str]]:
    for mission in page.record["mission_list"]:
        text = Text(f"{mission['start'] or '?'} to {_until(mission)}  ", style=QUIET)
        text.append(mission["name"], style="not dim")
        if mission["role"] not in ("lead", "joint"):
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
        names = [f"{m['acronym']} ({m['as_of']})" for m in record["memberships"]]
        refs = page.refs(s for m in record["memberships"] for s in m["sources"])
        page.section("Organisations", [("member of", Text(", ".join(names)).append(refs))])
    page.section("Personnel in UN missions", list(_sent(page, catalog)))
    page.section("By mission, at the most", list(_contributions(page, catalog)))
    page.section("Fallen in UN missions", list(_fallen(page, catalog)))


def _hosted(missions: Sequence[dict[str, Any]]) -> Iterable[tuple[str, Text | str]]:
    for mission in missions:
        text = Text(f"{mission['start'] or '?'} to {_until(mission)}  ", style=QUIET)
        yield mission["acronym"], text.append(mission["name"], style="not dim")


def _sent(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    record = page.record
    if record["personnel"] is None:
        return
    latest = Text(number(record["personnel"])).append(f"  {record['personnel_as_of']}", style=QUIET)
    yield "latest", latest.append(page.refs([CONTRIBUTIONS]))
    if parts := record["personnel_by_mission"]:
        yield "in", ", ".join(f"{_acronym(catalog, part['mission'])} {number(part['total'])}" for part in parts)
    peak = Text(number(record["peak_personnel"])).append(f"  {record['peak_as_of']}", style=QUIET)
    yield "at most", peak.append(page.refs([BEFORE_2015 if record["peak_as_of"] < "2015" else CONTRIBUTIONS]))
    by_year = record["personnel_by_year"]
    line = Text(f"{min(by_year)} ", style=QUIET)
    line.append(sparkline(by_year, unicode=page.terminal.unicode), style="green")
    yield "by year", line.append(f" {max(by_year)}", style=QUIET)


def _contributions(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    for row in page.record["contributions"]:
        span = f"  {row['peak_month']}; there from {row['first'][:7]} to {row['last'][:7]}"
        yield _acronym(catalog, row["mission"]), Text(number(row["peak"])).append(span, style=QUIET)


def _fallen(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    record = page.record
    if record["fatalities"]:
        counted = Text(number(record["fatalities"])).append(f"  up to {record['fatalities_as_of']}", style=QUIET)
        yield "all", counted.append(page.refs([DEATHS]))
    for row in record["fatalities_by_mission"]:
        yield _acronym(catalog, row["mission"]) if row["mission"] else row["code"], number(row["deaths"])


def _acronym(catalog: Catalog, mission: str) -> str:
    ((acronym,),) = catalog.rows("SELECT acronym FROM mission WHERE id = ?", [mission])
    return str(acronym)


def _topic(page: Page, catalog: Catalog) -> None:
    record = page.record
    page.parts.append(Text(record["title"], style=f"{TITLE} {LABEL}"))
    for passage in record["passages"]:
        page.parts += [Text(), Text(passage["text"]).append(page.refs(passage["sources"]))]
    rows: list[tuple[str, Text | str]] = []
    for mission in record["mission_list"]:
        text = Text(mission["name"]).append(f"  {mission['start'] or '?'} to {_until(mission)}", style=QUIET)
        rows.append((mission["acronym"], text))
    page.section("Missions", rows)
    if record["see"]:
        page.section("See also", [("topics", ", ".join(record["see"]))])


def _term(page: Page, catalog: Catalog) -> None:
    record = page.record
    line = Text(record["term"], style=f"{TITLE} {LABEL}")
    if record["name"] != record["term"]:
        line.append(f"  {record['name']}", style="default")
    page.parts += [line, Text(), Text(record["definition"]).append(page.refs(record["sources"]))]
    if record["see"]:
        page.section("See also", [("terms", ", ".join(record["see"]))])


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
            _acronym(catalog, done["mission"]),
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
    return f"{record['yes']} in favour, {record['no']} against, {record['abstain']} abstentions ({outcome})"


_BUILDERS = {
    "mission": _mission,
    "organization": _organization,
    "country": _country,
    "topic": _topic,
    "term": _term,
    "resolution": _resolution,
}
