"""What the rebuilding scripts share: reading a publisher's file, its codes as ours, and writing a file of `data/`.

A file that is not what a script expects stops it, and leaves `data/` as it was.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
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


OBSERVERS_APART = "1992-08"
"""The first month in which the International Peace Institute's files tell observers from troops; before, no kind."""


class Codes:
    """Publishers' codes of missions and countries as ours; what does not map is collected and stops the build."""

    def __init__(self) -> None:
        """Start with nothing unknown."""
        self.unknown: set[str] = set()
        self.unknown_countries: set[str] = set()

    def mission(self, code: str, day: str) -> str | None:
        """The id for a publisher's code on a day (ISO); None if it is not in the register."""
        if code not in _CODES or code.startswith("_"):
            self.unknown.add(code)
            return None
        ids = _CODES[code]
        found: str | None = next(id for until, id in ids if day <= until) if isinstance(ids, list) else ids
        return found

    def country(self, iso3: str, name: str) -> str:
        """Our code of a country as a publisher writes it; empty where undetermined."""
        if not iso3 and (not name or "Undetermined" in name):
            return ""
        code = _OTHER_CODES.get(iso3, iso3) or _BY_NAME.get(_plain(name), "")
        if code not in _COUNTRIES:
            self.unknown_countries.add(f"{iso3} {name}".strip())
        return code

    def stop_if_unknown(self) -> None:
        """Leave with the lists of what does not map."""
        faults = []
        if self.unknown:
            faults.append(f"not in tools/mission_codes.json: {', '.join(sorted(self.unknown))}")
        if self.unknown_countries:
            faults.append(f"no country of data/countries.json: {', '.join(sorted(self.unknown_countries))}")
        if faults:
            sys.exit("\n".join(faults))


def read_rows(path: str, columns: Collection[str], *, days: Collection[str] = ()) -> list[dict[str, str]]:
    """The rows of a publisher's file, CSV or JSON, which must have these columns and a row at least.

    The columns that `days` names come out as ISO days, also from epoch seconds or milliseconds.
    """
    text = Path(path).read_text("utf-8-sig")
    rows = _json_rows(path, text) if text.lstrip()[:1] in ("[", "{") else _csv_rows(path, text)
    if not rows:
        sys.exit(f"{path}: no rows")
    for number, row in enumerate(rows, 1):
        if missing := [name for name in columns if row.get(name) is None]:
            sys.exit(f"{path}: row {number} has no column {', '.join(missing)}; it has {', '.join(filter(None, row))}")
    for name in days:
        per_second = _per_second([row[name] for row in rows])
        for number, row in enumerate(rows, 1):
            try:
                row[name] = _day(row[name], per_second)
            except (ValueError, OverflowError):
                sys.exit(f"{path}: row {number}: {name} is no day: {row[name]!r}")
    return rows


def _csv_rows(path: str, text: str) -> list[dict[str, str]]:
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    # More cells than the header has stand under no name: a broken line, from which no cell can be trusted.
    for number, row in enumerate(rows, 1):
        if None in row:
            sys.exit(f"{path}: row {number} has more cells than the header")
    return rows


def _json_rows(path: str, text: str) -> list[dict[str, str]]:
    """The rows of JSON: an array of objects, alone or as the one array of an object; null and no key are no text."""
    try:
        found = json.loads(text)
    except ValueError as error:
        sys.exit(f"{path}: neither CSV nor JSON: {error}")
    if isinstance(found, dict):
        arrays = [value for value in found.values() if isinstance(value, list)]
        found = arrays[0] if len(arrays) == 1 else None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        sys.exit(f"{path}: no array of rows")
    names = dict.fromkeys(name for row in found for name in row)
    return [{name: "" if row.get(name) is None else str(row[name]) for name in names} for row in found]


_MOST_SECONDS = 10_000_000_000
"""Epoch seconds of any year up to 2286 are fewer; milliseconds are more but for some months around 1970."""


def _per_second(days: Iterable[str]) -> int:
    """1 or 1,000: whether a column counts in seconds or milliseconds, told by its largest number."""
    numbers = [abs(int(day)) for day in days if day.removeprefix("-").isdigit()]
    return 1000 if max(numbers, default=0) > _MOST_SECONDS else 1


def _day(text: str, per_second: int) -> str:
    if text.removeprefix("-").isdigit():
        # Counted from the epoch by hand: the platform's own function need not know days before 1970.
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(text) / per_second)).date().isoformat()
    return date.fromisoformat(text[:10]).isoformat()


def write_csv(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows, sorted, as a file of `data/`."""
    write_files({name: csv_text(header, rows)})


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows, sorted, as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted(rows))  # type: ignore[type-var]
    return text.getvalue()


def write_json(name: str, records: object) -> None:
    """Write records in canonical form as a file of `data/`."""
    write_files({name: json.dumps(records, ensure_ascii=False, indent=2) + "\n"})


_FEWER = 0.9
"""A rebuild that leaves fewer than this part of the records has read something else than it should have."""


def write_files(texts: dict[str, str]) -> None:
    """Replace files of `data/`, each at one stroke, or none if one is empty or has far fewer records than before."""
    for name, text in texts.items():
        path = DATA / name
        now, before = _size(name, text), _size(name, path.read_text("utf-8")) if path.exists() else 0
        if not now or now < _FEWER * before:
            sys.exit(
                f"data/{name}: {now} records, {before} before; nothing written. If that is right, remove the file first"
            )
    for name, text in texts.items():
        new = DATA / f".{name}.new"
        new.write_text(text, "utf-8", newline="")
        new.replace(DATA / name)


def _size(name: str, text: str) -> int:
    """The records of a file of `data/`: objects of JSON, lines of CSV below the header (outlines have none)."""
    return len(json.loads(text)) if name.endswith(".json") else text.count("\n") - text[:1].isalpha()
