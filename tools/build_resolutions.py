"""Bring data/resolutions.json up to date with the Security Council resolutions that the register names.

    python tools/build_resolutions.py RESOLUTIONS.csv

Reads a list with `symbol, date` (merged from the Council's voting records and
the texts) and writes a record for each symbol in data/missions.json and
its neighbours, and for each "resolution 2719 (2023)" in their texts. What the list lacks (General
Assembly, newer texts) is kept as it stands.

The list's numbers of votes are shifted from 965 to 1030 and wrong in single
rows (1093, 1094, 1385, 1672), where they contradict its own statement of the
outcome. So numbers are taken only outside that stretch, where they agree with
the outcome and (since 1966) add up to at most fifteen. Its agenda items are
left out: some are wrong (1212, 2011, 2012).
"""

from __future__ import annotations

import json
import re
import sys

from common import DATA, read_rows, write_json

SOURCE = "unsc-resolutions-list"
FILES = (
    "missions.json", "organizations.json", "sources.json", "topics.json", "history.json", "glossary.json",
    "extensions.csv",
)  # fmt: skip
SHIFTED = range(965, 1031)
IN_PROSE = re.compile(r"[Rr]esolution (\d{1,4}) \((\d{4})\)")
OUTCOMES = {
    "unanimous": "unanimous",
    "majority": "majority",
    "consensus": "without-vote",
    "acclamation": "without-vote",
    "without vote": "without-vote",
}


def main(path: str) -> None:
    """Read the list and rewrite the file."""
    text = "".join((DATA / name).read_text("utf-8") for name in FILES)
    named = set(re.findall(r'[",](S/RES/\d+ \(\d{4}\))[",]', text))
    named |= {f"S/RES/{number} ({year})" for number, year in IN_PROSE.findall(text)}
    kept = {r["symbol"]: r for r in json.loads((DATA / "resolutions.json").read_text("utf-8"))}
    for row in read_rows(path, ("symbol", "number", "date", "outcome", "yes", "no", "abstain")):
        if row["symbol"] in named and row["date"]:
            checked = {k: v for k, v in kept.get(row["symbol"], {}).items() if k == "agenda"}
            kept[row["symbol"]] = {
                "symbol": row["symbol"],
                "date": row["date"],
                **vote(row),
                **checked,
                "source": SOURCE,
            }
    for record in kept.values():
        if "yes" in record and "outcome" not in record:
            whole = record["yes"] == 15 or record["no"] == record["abstain"] == 0
            record["outcome"] = "unanimous" if whole else "majority"
    write_json("resolutions.json", [kept[symbol] for symbol in sorted(kept)])


def vote(row: dict[str, str]) -> dict[str, str | int]:
    """The outcome of a row of the list, and its numbers where they can be trusted."""
    outcome = OUTCOMES.get(row["outcome"])
    if outcome is None:
        return {}
    if not row["yes"] or outcome == "without-vote" or int(row["number"]) in SHIFTED:
        return {"outcome": outcome}
    yes, no, abstain = (int(row[name]) for name in ("yes", "no", "abstain"))
    if (outcome == "unanimous") != (no == abstain == 0 and yes in (11, 15)) and outcome == "unanimous":
        return {"outcome": outcome}
    return {"yes": yes, "no": no, "abstain": abstain, "outcome": outcome}


if __name__ == "__main__":
    main(*sys.argv[1:])
