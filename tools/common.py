"""What the rebuilding scripts share: the data folder, and the reviewed table of mission codes."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"


def _plain(name: str) -> str:
    """A name without accents, case and punctuation."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).lower() if c.isalnum() and c.isascii())


_COUNTRIES = {c["id"]: c for c in json.loads((DATA / "countries.json").read_text("utf-8"))}
_BY_NAME = {
    _plain(name): code
    for code, country in _COUNTRIES.items()
    for name in (country["name"], *country.get("other_names", []))
} | {_plain(country["name"]): code for code, country in _COUNTRIES.items()}
"""Countries by all their names; a short name (Congo) is its country's, whatever else people call so."""
_OTHER_CODES = {"YUG": "YUCS", "SCG": "CSXX", "ZAR": "COD"}
"""Publishers' codes of former states."""
_CODES = json.loads((Path(__file__).parent / "mission_codes.json").read_text("utf-8"))


class Codes:
    """Publishers' mission codes as ids; what does not map is collected and stops the build."""

    def __init__(self) -> None:
        """Start with nothing unknown."""
        self.unknown: set[str] = set()

    def mission(self, code: str, day: str) -> str | None:
        """The id for a publisher's code on a day (ISO); None if it is not in the register."""
        if code not in _CODES or code.startswith("_"):
            self.unknown.add(code)
            return None
        ids = _CODES[code]
        found: str | None = next(id for until, id in ids if day <= until) if isinstance(ids, list) else ids
        return found

    def stop_if_unknown(self) -> None:
        """Leave with the list of codes that do not map."""
        if self.unknown:
            sys.exit(f"not in tools/mission_codes.json: {', '.join(sorted(self.unknown))}")


def country_code(iso3: str, name: str) -> str:
    """Our code of a country as a publisher writes it; empty where undetermined; stops the build if it does not map."""
    if not iso3 and (not name or "Undetermined" in name):
        return ""
    code = _OTHER_CODES.get(iso3, iso3) or _BY_NAME.get(_plain(name), "")
    if code not in _COUNTRIES:
        sys.exit(f"no country of data/countries.json: {iso3!r} {name!r}")
    return code


def read_csv(path: str) -> Iterator[dict[str, str]]:
    """The rows of a publisher's CSV file."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def write_csv(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows, sorted, as a file of `data/`."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(rows))  # type: ignore[type-var]


def write_json(name: str, records: object) -> None:
    """Write records in canonical form as a file of `data/`."""
    (DATA / name).write_text(json.dumps(records, ensure_ascii=False, indent=2) + "\n", "utf-8")
