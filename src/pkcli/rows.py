"""Records that were computed, not fetched: the same face as a listing of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Rows:
    """Rows of named values."""

    def __init__(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Keep the rows as they are."""
        self._rows = rows

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def texts(self) -> list[str]:
        """Each row as one line of JSON."""
        import json

        return [json.dumps(row, ensure_ascii=False) for row in self._rows]

    def cells(self, columns: Sequence[str]) -> list[list[object]]:
        """The values of `columns` of each row; several values are joined by semicolons."""
        return [[_cell(row.get(name)) for name in columns] for row in self._rows]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(map(str, value)) if isinstance(value, list) else value
