"""What all commands that print records do with them: give them to the output, and say so when there are none."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from pkcli import columns
from pkcli.catalog import Catalog
from pkcli.commands.options import OutputOptions
from pkcli.lookup import Found
from pkcli.output import Format, Records, Style, View, render
from pkcli.query import Filters, date
from pkcli.terminal import Terminal

MISSIONS = View(columns.MISSION, columns.MISSION_TABLE, columns.MISSION_PIPE, "mission")
ORGANIZATIONS = View(columns.ORGANIZATION, columns.ORGANIZATION_TABLE, columns.ORGANIZATION_PIPE, "organisation")
SOURCES = View(
    columns.SOURCE, ("id", "producer", "title", "published", "kind", "records"), tuple(columns.SOURCE), "source"
)
RESOLUTIONS = View(
    columns.RESOLUTION,
    ("symbol", "date", "outcome", "yes", "no", "abstain", "actions", "missions"),
    tuple(columns.RESOLUTION),
    "resolution",
)
DECISIONS = View(columns.DECISION, ("mission", "date", "symbol", "action", "text"), tuple(columns.DECISION), "decision")
TOPICS = View(columns.TOPIC, ("id", "title", "words", "missions"), tuple(columns.TOPIC), "topic")
EVENTS = View(columns.EVENT, ("date", "until", "title", "text", "missions"), tuple(columns.EVENT), "event")
TERMS = View(columns.TERM, ("term", "name", "definition"), tuple(columns.TERM), "term")
FACTS = View(columns.FACT, tuple(columns.FACT)[1:], tuple(columns.FACT), "fact")
STATISTICS = View(columns.STATISTIC, tuple(columns.STATISTIC), tuple(columns.STATISTIC), "group")
STRENGTHS = View(
    columns.STRENGTH,
    (
        "mission",
        "period",
        "kind",
        "component",
        "total",
        "troops",
        "staff_officers",
        "experts",
        "police",
        "women",
        "month",
        "months",
        "chart",
    ),
    tuple(columns.STRENGTH)[:-1],
    "figure",
)
CONTRIBUTORS = View(
    columns.CONTRIBUTOR,
    (
        "rank",
        "name",
        "total",
        "share",
        "change",
        "troops",
        "staff_officers",
        "experts",
        "police",
        "women",
        "missions",
        "chart",
    ),
    tuple(columns.CONTRIBUTOR)[:-1],
    "contributor",
)
CONTRIBUTORS_OVER = View(
    columns.CONTRIBUTOR_OVER,
    ("rank", "name", "mean", "share", "peak", "peak_month", "months", "of_months", "chart"),
    tuple(columns.CONTRIBUTOR_OVER)[:-1],
    "contributor",
)
CONTRIBUTIONS = View(
    columns.CONTRIBUTION,
    (
        "period",
        "total",
        "troops",
        "staff_officers",
        "experts",
        "police",
        "women",
        "contributors",
        "month",
        "months",
        "chart",
    ),
    tuple(columns.CONTRIBUTION)[:-1],
    "figure",
)
COUNTRIES = View(
    columns.COUNTRY,
    ("name", "hosted", "hosting", "personnel", "peak_personnel", "peak_as_of", "contributed_missions", "fatalities"),
    tuple(columns.COUNTRY),
    "country",
)
LOCATIONS = View(
    columns.LOCATION,
    ("mark", "place", "country", "latitude", "longitude", "units", "headquarters", "troops"),
    tuple(columns.LOCATION)[:-1],
    "place",
)
HOSTS = View(columns.HOST, ("name", "missions", "acronyms"), tuple(columns.HOST), "host")
DEATHS = View(columns.DEATHS, tuple(columns.DEATHS), tuple(columns.DEATHS)[:-1], "group")
SPANS = View(columns.SPAN, ("group", "acronym", "start", "end", "chart"), tuple(columns.SPAN)[:-1], "mission")
HITS = View(columns.HIT, tuple(columns.HIT), tuple(columns.HIT), "record")


def grouped(view: View, by: str) -> View:
    """A view of groups whose first heading says by what they are grouped."""
    heading = {"organization": "Organisation", "type": "Type", "subregion": "Sub-region"}.get(by, by.capitalize())
    return view._replace(columns={**view.columns, "group": view.columns["group"]._replace(heading=heading)})


def show(
    catalog: Catalog, records: Records, view: View, output: OutputOptions, *, total: int | None = None, none: str = ""
) -> None:
    """Print a list in the form that the options ask for, and of how many it is a part; of an empty one `none`."""
    terminal = output.terminal()
    show_styled(catalog, records, view, output, output.style(view, terminal), terminal, total=total, none=none)


def show_styled(
    catalog: Catalog,
    records: Records,
    view: View,
    output: OutputOptions,
    style: Style,
    terminal: Terminal,
    *,
    above: str = "",
    remark: str = "",
    total: int | None = None,
    none: str = "",
) -> None:
    """Print a list in a form that has been chosen; a table may have a chart `above` it and a remark below."""
    count = records.count()
    caption = release(catalog, count, view.noun, total) if style.format is Format.TABLE else ""
    text = render(records, view, style, terminal, caption + (f" · {remark}" if remark else ""))
    output.write(above + text if style.format is Format.TABLE else text)
    if output.limit == 0:
        notice(f"--limit 0 asks for no {view.noun} at all; give 1 or more")
    elif count == 0:
        notice(none or f"no {view.noun} matches all that is asked; leave one of the options out")


def release(catalog: Catalog, count: int, noun: str, total: int | None = None) -> str:
    """A caption: how many records, of how many if a limit cut them, and of which release."""
    meta = catalog.meta()
    of = f"{count:,} of {total:,}" if total is not None and total > count else f"{count:,}"
    return f"{of} {_plural(noun, total or count)} · data {meta['data_version']} as of {meta['as_of']}"


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"


def notice(message: str) -> None:
    """Tell a person something that is not data."""
    sys.stdout.flush()
    print(f"pkcli: {message}", file=sys.stderr)


def remark_on(catalog: Catalog, filters: Filters) -> None:
    """Say where the data end, to whoever asks beyond."""
    as_of = catalog.as_of()
    for option, asked in (("--active-on", filters.active_on), ("--since", filters.since)):
        if asked is not None and date(option, asked).first > as_of:
            notice(f"{option} {asked} is after the date of the data, {as_of}: what has no end then is taken to go on")
    if filters.contributor:
        notice("who sent people to which mission is known of UN missions from 2014-03 on")


def show_details(
    catalog: Catalog, kind: str, found: Sequence[Sequence[Found]], view: View, output: OutputOptions
) -> None:
    """Print all that is known of the records that names found: a page each; a list where one name fits several."""
    terminal = output.terminal()
    style = output.style(view, terminal)
    ids = list(dict.fromkeys(hit.id for hits in found for hit in hits))
    listing = catalog.chosen(kind, ids, output.order(view))
    several = any(len(hits) > 1 for hits in found)
    if several:
        notice(f"{len(ids)} records fit; name one of them for its page")
    if style.format is Format.JSON and style.columns is None:
        from pkcli.output.json_text import array, portable

        texts = listing.details()
        text = texts[0] + "\n" if len(found) == 1 and len(texts) == 1 else array(texts)
        output.write(portable(text, terminal))
    elif style.format is Format.TABLE and style.columns is None and not several:
        from pkcli.output.pages import pages

        output.write(pages(kind, listing.details(), catalog, terminal))
    else:
        show_styled(catalog, listing, view, output, style, terminal)
