"""The page of a mission: its span, facts, mandate, personnel, fatalities, cost, what came before and after."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from pkcli.catalog import Catalog
from pkcli.dates import PartialDate
from pkcli.output.chart import EPOCH, span_bar, sparkline
from pkcli.output.page import WIDEST, Page, title, until
from pkcli.output.rich_text import LABEL, LINK, QUIET, TITLE, number, value, words
from pkcli.tables import MISSION_LINK


def mission_page(page: Page, catalog: Catalog) -> None:
    """Put all of a mission on its page."""
    record = page.record
    region = record["region"].replace("-", " ").title().replace("Asia Pacific", "Asia and the Pacific")
    state = value("active?" if record["unconfirmed"] else record["status"])
    marks = [state, Text(words(record["type"])), Text(region)]
    if record["scope"] != "core":
        marks.append(Text("related"))
    title(page, marks)
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


def _span(page: Page) -> None:
    record = page.record
    if not record["start"]:
        return
    first = PartialDate.parse(record["start"]).first
    last = PartialDate.parse(record["end"] or record["ended_by"] or page.as_of).last
    today = PartialDate.parse(page.as_of).last
    width = max(min(page.terminal.width, WIDEST) - 12, 10)
    before, during, after = span_bar(first, last, today, width, unicode=page.terminal.unicode)
    bar = Text(f"{EPOCH} ", style=QUIET).append(before, style=QUIET).append(during, style="green")
    bar.append(after, style=QUIET).append(f" {today[:4]}", style=QUIET)
    length = f" · {record['years']} years" if record["years"] is not None else ""
    page.parts += [Text(), bar, Text(f"{record['start']} to {until(record)}{length}")]


def _facts(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    record, evidence = page.record, page.record["evidence"]

    def fact(name: str, text: str) -> Text:
        return Text(text).append(page.refs(evidence.get(name, ())))

    if record["countries"]:
        yield "Hosts" if len(record["countries"]) > 1 else "Host", fact("countries", ", ".join(record["country_names"]))
    if record["lead_states"]:
        yield "Led by", fact("lead_states", ", ".join(record["lead_state_names"]))
    for part in record["organization_roles"]:
        ((acronym, name),) = catalog.chosen("organization", [part["id"]]).cells(["acronym", "name"])
        dates = f" ({part['start'] or record['start']} to {part['end'] or until(record)})"
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
    "reported": "(reported)",
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
        # The texts of some extensions were not read: docs/coverage.md names them.
        times = f"also on {first}" if len(routine) == 1 else f"at least {len(routine)} times more, {first} to {last}"
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


_COST_PLACES = 1
_TOP = 5
"""How many contributors a page names."""


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
        unit = f"  deaths of uniformed personnel per 1,000 person-years ({page.record['fatality_rate_deaths']:,} in "
        unit += f"{page.record['person_years']:,}, of the years 1991 to 2024 that the monthly series cover)"
        yield "rate", Text(f"{page.record['fatality_rate']:.2f}").append(unit, style=QUIET)


def _costs(page: Page) -> Iterable[tuple[str, Text | str]]:
    for cost in page.record["costs"]:
        text = Text(f"{cost['value']:,.{_COST_PLACES}f} million {cost['currency']}")
        text.append(f"  {cost['start']} to {cost['end']}", style=QUIET).append(page.refs([cost["source"]]))
        yield cost["basis"], text


def _chain(page: Page, catalog: Catalog) -> Iterable[tuple[str, Text | str]]:
    record = page.record
    for label, name in (("took over from", "predecessors"), ("followed by", "successors")):
        for id in record[name]:
            (cells,) = catalog.chosen("mission", [id]).cells(MISSION_LINK)
            other = dict(zip(MISSION_LINK, cells, strict=True))
            other["unconfirmed"] = other["unconfirmed"] == "yes"
            text = Text(str(other["acronym"]), style=LABEL)
            text.append("" if other["name"] == other["acronym"] else f" {other['name']}", style="default")
            text.append(f"  {other['start'] or '?'} to {until(other)}", style=QUIET)
            yield (
                label,
                text.append(page.refs(record["evidence"].get("predecessors", ())) if name == "predecessors" else ""),
            )
