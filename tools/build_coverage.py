"""Rebuild the lists of docs/coverage.md: what published lists name, and what of it the register has.

    python tools/build_coverage.py checklist=CHECKLIST.csv un-operations=DPPADPOSS-PKO.csv …

Each argument is the key of a list in `LISTS` and the file that holds it. A row
is in the register if a name or an acronym of it finds a mission, or if
tools/coverage.csv says so; else tools/coverage.csv holds why not (`out`, with
the rule) or what is missing (`pending`). A row without either stops the build
with the list.

What SIPRI and ZIF count stands in two tables of our own, as their lists could
be read only in part: tools/named_in_texts.csv, the operations that their texts
name, and tools/sipri_totals.csv, SIPRI's numbers by year.

Also writes data/left_out.csv: by what names people may ask for what is left
out, and why it is.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from common import DATA, read_rows, write_csv
from pkcli.names import keys

PAGE = DATA.parent / "docs" / "coverage.md"
DECISIONS = Path(__file__).parent / "coverage.csv"
NAMED = Path(__file__).parent / "named_in_texts.csv"
LEFT_OUT = "left_out.csv"
SIPRI = Path(__file__).parent / "sipri_totals.csv"
BEGIN, END = "<!-- made by tools/build_coverage.py -->", "<!-- end -->"


class Published(NamedTuple):
    """A list: what it is, the columns that name an operation, and the one by which it is known here."""

    title: str
    columns: tuple[str, ...]
    name: str


LISTS = {
    "checklist": Published("checklist of operations to decide on", ("acronym", "name", "other_names"), "acronym"),
    "un-operations": Published(
        "UN open list of peacekeeping operations, edition of 2024-02-19", ("mission_acronym", "mission_name"),
        "mission_acronym",
    ),
    "un-fatalities": Published(
        "UN open data on fatalities, edition of 2025-04-04", ("mission_acronym",), "mission_acronym"
    ),
    "un-contributions": Published("UN monthly reports of uniformed personnel, 2015 to 2025", ("mission",), "mission"),
    "un-chart": Published("UN System Chart of 2026-06-23, peace entities", ("entity", "entity_long"), "entity"),
    "un-political": Published("UN budget A/81/6 (Sect. 3), special political missions", ("mission",), "mission"),
    "ipi": Published("IPI Peacekeeping Database, 1990 to 2017", ("Mission",), "Mission"),
    "geo-pko": Published("Geo-PKO v2.3, 1994 to 2024", ("mission",), "mission"),
    "eu": Published("table of EU missions and operations, 2003 to 2025", ("Mission Name",), "Mission Name"),
}  # fmt: skip


def main(*arguments: str) -> None:
    """Read the lists and rewrite the part of the page between the marks."""
    found_by = _index()
    decisions = {
        (row["list"], row["name"]): row for row in read_rows(str(DECISIONS), ("list", "name", "decision", "reason"))
    }
    undecided: list[str] = []
    left_out: dict[str, str] = {}
    parts: list[str] = []
    counts = ["| list | names | in the register | not included | pending |\n|---|---|---|---|---|\n"]
    for key, path in (argument.split("=", 1) for argument in arguments):
        published = LISTS[key]
        tally: Counter[str] = Counter()
        lacking: list[tuple[str, str, str]] = []
        for name, row in _rows(path, published).items():
            decision = decisions.get((key, name))
            if decision and decision["decision"] != "in":
                tally[decision["decision"]] += 1
                lacking.append((name, decision["decision"], decision["reason"]))
                if decision["decision"] == "out":
                    left_out.setdefault(_asked_as(row, published, found_by), decision["reason"])
            elif decision or _is_in(row, published, found_by):
                tally["in"] += 1
            else:
                undecided.append(f"{key}: {name}")
        counts.append(
            f"| {published.title} | {tally.total()} | {tally['in']} | {tally['out']} | {tally['pending']} |\n"
        )
        parts += _lacking(published.title, lacking)
    for line, missing in _named_in_texts():
        counts.append(line)
        parts += missing
    parts += _totals()
    if undecided:
        sys.exit("not in tools/coverage.csv:\n" + "\n".join(undecided))
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    text = f"{before}{BEGIN}\n\n{''.join(counts)}{''.join(parts)}\n{END}{rest.partition(END)[2]}"
    PAGE.write_text(text, "utf-8")
    write_csv(LEFT_OUT, ("names", "reason"), sorted(row for row in left_out.items() if row[0]))


def _asked_as(row: Mapping[str, str], published: Published, found_by: set[str]) -> str:
    """The short and the long name of a row, with a semicolon between, but for what finds a mission of the register."""
    names = [row[column].strip() for column in published.columns[:2]]
    return ";".join(dict.fromkeys(name for name in names if name and found_by.isdisjoint(keys(name))))


def _missions() -> list[dict[str, Any]]:
    missions: list[dict[str, Any]] = json.loads((DATA / "missions.json").read_text("utf-8"))
    return missions


def _named_in_texts() -> Iterator[tuple[str, list[str]]]:
    """For each publisher the count of operations that its texts name, and those that the register lacks."""
    ids = {mission["id"] for mission in _missions()}
    by_publisher: dict[str, dict[str, str]] = {}
    for row in read_rows(str(NAMED), ("publisher", "id", "name")):
        by_publisher.setdefault(row["publisher"], {})[row["id"] or row["name"]] = row["name"]
    for publisher, named in by_publisher.items():
        title = f"operations that texts of {publisher} name, as far as they could be read"
        missing = [(name, "pending", "in scope, not yet sourced") for id, name in named.items() if id not in ids]
        found = len(named) - len(missing)
        yield f"| {title} | {len(named)} | {found} | 0 | {len(missing)} |\n", list(_lacking(title, missing))


def _totals() -> Iterator[str]:
    """SIPRI's number of operations by year beside ours."""
    yield (
        "\n### SIPRI's numbers and ours\n\n"
        "Operations active at any time in the year. Ours are the core: higher, as the register also counts political "
        "missions, training missions and field offices that SIPRI's definition leaves out.\n\n"
        "| year | SIPRI | core missions here | SIPRI's words |\n|---|---|---|---|\n"
    )
    core = [mission for mission in _missions() if mission["scope"] == "core"]
    for row in read_rows(str(SIPRI), ("year", "number", "remark", "url")):
        ours = sum(_active_in(mission, row["year"]) for mission in core)
        yield f"| {row['year']} | {row['number']} | {ours} | {row['remark']} ([source]({row['url']})) |\n"


def _active_in(mission: Mapping[str, Any], year: str) -> bool:
    start = mission.get("start") or mission.get("established") or "9999"
    end = mission.get("end") or mission.get("ended_by") or "9999"
    return bool(start[:4] <= year <= end[:4])


def _index() -> set[str]:
    """Every key by which a mission of the register is found."""
    return {
        key
        for mission in _missions()
        for name in (mission["id"], mission["acronym"], mission["name"], *_other_names(mission))
        for key in keys(name)
    }


def _other_names(mission: Mapping[str, Any]) -> Iterator[str]:
    for other in mission.get("other_names", ()):
        yield other["name"]


def _rows(path: str, published: Published) -> dict[str, Mapping[str, str]]:
    """The list's operations by the name by which they are known here, once each."""
    rows = read_rows(path, published.columns)
    return {name: row for row in rows if (name := row[published.name].strip())}


def _is_in(row: Mapping[str, str], published: Published, found_by: set[str]) -> bool:
    for column in published.columns:
        whole = row[column]
        for name in (whole, *re.findall(r"\(([^)]*)\)", whole), *whole.split(";")):
            if any(key in found_by for key in keys(name.strip())):
                return True
    return False


def _lacking(title: str, lacking: list[tuple[str, str, str]]) -> Iterator[str]:
    for decision, heading in (("out", "not included"), ("pending", "in scope, not yet sourced")):
        rows = [(name, reason) for name, decided, reason in lacking if decided == decision]
        if rows:
            yield f"\n### {title[:1].upper()}{title[1:]}: {heading}\n\n| operation | why |\n|---|---|\n"
            yield from (f"| {name} | {reason} |\n" for name, reason in rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
