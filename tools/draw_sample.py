"""Draw records at random for an audit, the same for the same seed: what to look up, without what we say.

    python tools/draw_sample.py [SIZE] [SEED]

Prints one line a record: id, name, who leads it, and the sources that it was
written from, which an audit must not use. Whoever checks finds established,
start, end, hosts and decision again in other sources and compares.
"""

from __future__ import annotations

import json
import random
import sys

from common import DATA


def main(size: int, seed: int) -> None:
    """Print the sample."""
    missions = json.loads((DATA / "missions.json").read_text("utf-8"))
    sample = random.Random(seed).sample(missions, min(size, len(missions)))
    for mission in sorted(sample, key=lambda m: str(m["id"])):
        leads = [part["id"] for part in mission["organizations"]] + mission.get("lead_states", [])
        used = sorted({source for named in mission["evidence"].values() for source in named})
        print("\t".join([mission["id"], mission["name"], ";".join(leads), ";".join(used)]))


if __name__ == "__main__":
    main(*map(int, (sys.argv[1:] + ["40", "1948"][len(sys.argv) - 1 :])[:2]))
