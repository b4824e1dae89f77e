"""Bring data/resolutions.json up to date with the Security Council resolutions that the register names.

    python tools/build_resolutions.py RESOLUTIONS.csv

Reads a list with `symbol, date` (merged from the Council's voting records and
the texts) and writes a record for each symbol in data/missions.json,
data/organizations.json and data/sources.json. What the list lacks (General
Assembly, newer texts) is kept as it stands. The list's votes and agenda items
are left out: some are wrong (1094, 1212, 2011, 2012), so each must be checked
before it is published.
"""

from __future__ import annotations

import json
import re
import sys

from common import DATA, read_csv, write_json

SOURCE = "unsc-resolutions-list"


def main(path: str) -> None:
    """Read the list and rewrite the file."""
    text = "".join((DATA / name).read_text("utf-8") for name in ("missions.json", "organizations.json", "sources.json"))
    named = set(re.findall(r'"(S/RES/\d+ \(\d{4}\))"', text))
    kept = {r["symbol"]: r for r in json.loads((DATA / "resolutions.json").read_text("utf-8"))}
    for row in read_csv(path):
        if row["symbol"] in named and row["date"]:
            kept[row["symbol"]] = {"symbol": row["symbol"], "date": row["date"], "source": SOURCE}
    write_json("resolutions.json", [kept[symbol] for symbol in sorted(kept)])


if __name__ == "__main__":
    main(*sys.argv[1:])
