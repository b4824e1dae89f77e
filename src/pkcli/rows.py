"""Records that were computed, not fetched: the same face as a listing of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pkcli.catalog import Order


class Rows:
    """Rows of named values."""

    def __init__(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Keep the rows as they are."""
        self._rows = rows

    def arranged(self, order: Order) -> Rows:
        """The rows sorted, turned round and limited as `order` says; unknown values last."""
        rows = list(self._rows)
        if field := order.field:
            known = [row for row in rows if row.get(field) is not None]
            known.sort(key=lambda row: (str(type(row[field])), row[field]), reverse=order.reverse)
            rows = known + [row for row in rows if row.get(field) is None]
        elif order.reverse:
            rows.reverse()
        return Rows(rows[: order.limit])

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        """The rows, one after the other."""
        return iter(self._rows)

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def texts(self) -> list[str]:
        """Each row as one line of JSON."""
        import json

        return [json.dumps(row, ensure_ascii=False) for row in self._rows]

    def cells(self, columns: Sequence[str]) -> list[list[object]]:
        """The values of `columns` of each row; several values are joined by semicolons, named ones with their names."""
        return [[_cell(row.get(name)) for name in columns] for row in self._rows]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ";".join(f"{name}={_cell(part)}" for name, part in value.items())
    return ";".join(str(_cell(part)) for part in value) if isinstance(value, list) else value
