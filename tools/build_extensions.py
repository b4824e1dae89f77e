"""Rebuild data/extensions.csv: the routine extensions of mandates, resolution by resolution.

    python tools/build_extensions.py DECISIONS.csv

Reads a list of operative paragraphs (`symbol, date, paragraph`; 1946 to 2015)
and takes those that extend the mandate of exactly one UN mission of the
register, which must be in the field on that day, to a day within two years.
What data/missions.json tells of already is left to it.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime, timedelta
from typing import Any

from common import DATA, read_rows, write_csv

_EXTENDS = re.compile(
    r"^\W*(?:\d+\s*\.)?\s*(?:(?:also |further |therefore |accordingly )?decides,?(?: also| further| therefore)?"
    r"(?:,[^,]{0,80},)? to (?:extend|renew|prolong)|(?:also |further )?(?:extends|renews))\b",
    re.I,
)
_UNTIL = re.compile(
    r"(?:until|till|terminating on|ending on|ending|expiring on|through|up to|to)\s+"
    r"(\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})"
)
_AS_WRITTEN = {"unficyp": ["stationing in Cyprus"]}
"""How the Council's paragraphs call a mission without its name."""
_LONGEST = timedelta(days=731)


def main(path: str) -> None:
    """Read the paragraphs and rewrite the file."""
    missions = json.loads((DATA / "missions.json").read_text("utf-8"))
    un = [m for m in missions if any(o["id"] == "un" and o["role"] in ("lead", "joint") for o in m["organizations"])]
    patterns = {m["id"]: _pattern(m) for m in un}
    told = {(m["id"], d["symbol"]) for m in un for d in m.get("decisions", [])}
    rows: dict[tuple[str, str], tuple[str, str, str]] = {}
    for row in read_rows(path, ("symbol", "date", "paragraph")):
        found = _EXTENDS.match(row["paragraph"])
        until = _UNTIL.search(row["paragraph"])
        if not found or not until:
            continue
        # The mission is named before the date; what follows may name others.
        named = (
            row["paragraph"][: until.start()]
            .replace("eace-keeping", "eacekeeping")
            .replace("eace-Keeping", "eacekeeping")
        )
        ids = [id for id, pattern in patterns.items() if pattern.search(named)]
        active = [m["id"] for m in un if m["id"] in ids and _active(m, row["date"])]
        end = datetime.strptime(until[1], "%d %B %Y").date()
        begun = datetime.strptime(row["date"], "%Y-%m-%d").date()
        if len(active) == 1 and begun < end <= begun + _LONGEST and (active[0], row["symbol"]) not in told:
            rows[active[0], row["symbol"]] = (active[0], row["symbol"], end.isoformat())
    write_csv("extensions.csv", ("mission", "symbol", "until"), rows.values())
    print(f"{len(rows)} extensions of {len({mission for mission, _ in rows})} missions")


def _pattern(mission: dict[str, Any]) -> re.Pattern[str]:
    names = [mission["acronym"], mission["name"], *(n["name"] for n in mission.get("other_names", []))]
    names += _AS_WRITTEN.get(mission["id"], [])
    longer = [name for name in names if len(name) > 3]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longer))})(?![\w-]| I)", re.I)


def _active(mission: dict[str, Any], day: str) -> bool:
    start, end = mission.get("start") or mission.get("established") or "9999", mission.get("end") or "9999"
    return start <= day and day[: len(end)] <= end


if __name__ == "__main__":
    main(*sys.argv[1:])
