"""The catalogue as commands ask it: lists, look-ups by any name, full text.

Knows SQL and nothing of commands, terminals or models.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from pkcli.errors import DataError
from pkcli.lookup import KINDS, Found, Hits, Lookup
from pkcli.query import Condition, Filters, among, conditions, where
from pkcli.store import connect


class Order(NamedTuple):
    """How a list is sorted and how much of it is wanted."""

    field: str | None = None
    reverse: bool = False
    limit: int | None = None


_GROUPINGS = {
    "region": "m.region",
    "subregion": "coalesce(j.subregion, 'unknown')",
    "country": "c.name",
    "organization": "coalesce(j.organization, 'none')",
    "decade": "coalesce(substr(first_day, 1, 3) || '0s', 'unknown')",
    "type": "type",
    "category": "category",
    "status": "status",
    "scope": "scope",
    "task": "j.task",
    "verification": "verification",
}
_RECENT = 2
"""Years back to which a deployed strength tells something of what goes on."""
_JOINS = {
    "subregion": "JOIN (SELECT DISTINCT mission, subregion FROM mission_country) AS j ON j.mission = m.id",
    "country": "JOIN mission_country AS j ON j.mission = m.id JOIN country AS c ON c.id = j.country",
    "organization": "LEFT JOIN mission_organization AS j ON j.mission = m.id AND j.role IN ('lead', 'joint')",
    "task": "JOIN mission_task AS j ON j.mission = m.id",
}


class Listing:
    """Records of one kind, asked for but not fetched: as JSON texts or as cells, whichever the output needs."""

    def __init__(self, catalog: Catalog, table: str, condition: Condition, default_order: str, order: Order) -> None:
        """Keep the question; nothing is read yet."""
        self._catalog, self._table, self._condition = catalog, table, condition
        field = f'"{order.field}"' if order.field else None
        direction = "DESC" if order.reverse else "ASC"
        terms = [f"{field} IS NULL", f"{field} {direction}"] if field else []
        if not field and order.reverse:
            terms = [", ".join(term if "NULL" in term else f"{term} DESC" for term in default_order.split(", "))]
        self._tail = f"ORDER BY {', '.join([*terms, default_order])}"
        if order.limit is not None:
            self._tail += f" LIMIT {order.limit:d}"

    def count(self) -> int:
        """How many records there are."""
        sql = f'SELECT count(*) FROM (SELECT 1 FROM "{self._table}" WHERE {self._condition.sql} {self._tail})'
        return int(str(self._catalog.rows(sql, self._condition.parameters)[0][0]))

    def texts(self) -> list[str]:
        """Each record as one line of JSON."""
        return [str(text) for (text,) in self._select("flat")]

    def details(self) -> list[str]:
        """Each record with all that is known of it, as indented JSON."""
        return [str(text) for (text,) in self._select("detail")]

    def cells(self, columns: Sequence[str]) -> list[tuple[object, ...]]:
        """The values of `columns` of each record; several values of a field are joined by semicolons."""
        return self._select(", ".join(f'"{name}"' for name in columns))

    def _select(self, what: str) -> list[tuple[object, ...]]:
        sql = f'SELECT {what} FROM "{self._table}" WHERE {self._condition.sql} {self._tail}'
        return self._catalog.rows(sql, self._condition.parameters)


class Catalog:
    """An open catalogue."""

    def __init__(self, connection: sqlite3.Connection | None = None) -> None:
        """Open the catalogue that this installation has, or use `connection`."""
        self._connection = connection or connect()
        self._terms: dict[str, list[tuple[str, str]]] | None = None

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """The rows that a query gives; DataError if the catalogue is damaged."""
        try:
            return self._connection.execute(sql, tuple(parameters)).fetchall()
        except sqlite3.DatabaseError as error:
            raise DataError(f"the catalogue cannot be read: {error}; see pkcli data path") from error

    def meta(self) -> dict[str, str]:
        """Data version, schema version and date of the release."""
        return {str(k): str(v) for k, v in self.rows("SELECT key, value FROM meta ORDER BY key")}

    def as_of(self) -> str:
        """The day to which the release was checked."""
        return self.meta()["as_of"]

    def missions(self, filters: Filters, order: Order | None = None) -> Listing:
        """The missions that `filters` let through, by start unless `order` says otherwise."""
        condition = where(conditions(filters, self))
        return Listing(self, "mission", condition, "first_day IS NULL, first_day, acronym", order or Order())

    def organizations(self, kinds: Sequence[str] = (), order: Order | None = None) -> Listing:
        """The organisations, those with the most missions first."""
        condition = among("kind", kinds) if kinds else Condition("TRUE")
        return Listing(self, "organization", condition, "missions = 0, name", order or Order())

    def countries(
        self, regions: Sequence[str], order: Order | None = None, *, hosting: bool = False, sending: bool = False
    ) -> Listing:
        """The countries of these regions (all, if none), by name; only hosts or contributors of today if asked."""
        found = [among("region", regions)] if regions else []
        found += [Condition("hosting > 0")] if hosting else []
        found += [Condition("personnel > 0")] if sending else []
        return Listing(self, "country", where(found), "name", order or Order())

    def topics(self, order: Order | None = None) -> Listing:
        """The topics, in their order."""
        return Listing(self, "topic", Condition("TRUE"), '"order"', order or Order())

    def glossary(self, order: Order | None = None) -> Listing:
        """The terms of the glossary, by name."""
        return Listing(self, "term", Condition("TRUE"), "lower(term), id", order or Order())

    def events(
        self,
        span: tuple[str, str],
        regions: Sequence[str] = (),
        organizations: Sequence[str] = (),
        order: Order | None = None,
    ) -> Listing:
        """The events and eras of a span of days, of these regions and organisations (all, if none), by date."""
        found = [
            Condition(
                "date <= ? AND coalesce(until, CASE kind WHEN 'era' THEN '9999' ELSE date END) >= ?", (span[1], span[0])
            )
        ]
        for column, values in (("regions", regions), ("organizations", organizations)):
            if values:
                named = [Condition(f"instr(';' || {column} || ';', ?) > 0", [f";{value};"]) for value in values]
                found.append(Condition(" OR ".join(c.sql for c in named), [p for c in named for p in c.parameters]))
        return Listing(self, "event", where(found), "date, kind <> 'era', id", order or Order())

    def sources(
        self, kinds: Sequence[str], records: Sequence[str], words: Sequence[str] = (), order: Order | None = None
    ) -> Listing:
        """The sources of these kinds (all, if none is given) on which one of `records` rests (likewise).

        Only those that have all `words`, as written but for their case, in their id or citation.
        """
        found = [among("kind", kinds)] if kinds else []
        found += [Condition("instr(lower(id || ' ' || citation), ?) > 0", [word.lower()]) for word in words]
        if records:
            named = [Condition("instr(';' || records || ';', ?) > 0", [f";{record};"]) for record in records]
            found.append(Condition(" OR ".join(c.sql for c in named), [p for c in named for p in c.parameters]))
        return Listing(self, "source", where(found), "id", order or Order())

    def resolutions(
        self, missions: Sequence[str], actions: Sequence[str], span: tuple[str, str], order: Order | None = None
    ) -> Listing:
        """The resolutions of a span of days that decided on one of `missions` (all, if none) in one of these ways."""
        found = [Condition("date >= ? AND date <= ?", span)]
        decided = [among(column, values) for column, values in (("mission", missions), ("action", actions)) if values]
        if decided:
            both = where(decided)
            inner = f"symbol IN (SELECT symbol FROM decision WHERE {both.sql})"
            found.append(Condition(inner, both.parameters))
        return Listing(self, "resolution", where(found), "date, symbol", order or Order())

    @staticmethod
    def groupings() -> list[str]:
        """The fields by which missions can be counted."""
        return list(_GROUPINGS)

    def statistics(self, by: str, filters: Filters) -> list[dict[str, object]]:
        """Missions that `filters` let through, counted by a field: the largest group first, decades in order."""
        condition = where(conditions(filters, self))
        rows = self.rows(
            f"SELECT {_GROUPINGS[by]} AS part, count(*), sum(m.status = 'active'), sum(m.unconfirmed = 'yes'), "
            "sum(m.status = 'completed'), round(avg(m.years), 1), sum(m.deployed), count(m.deployed), "
            "sum(m.fatalities), count(m.fatalities) FROM "
            "(SELECT *, CASE WHEN status = 'active' AND personnel_kind = 'deployed' "
            f"AND substr(personnel_as_of, 1, 4) >= '{int(self.as_of()[:4]) - _RECENT}' THEN personnel END AS deployed "
            f"FROM mission WHERE {condition.sql}) AS m {_JOINS.get(by, '')} "
            f"GROUP BY part ORDER BY {'part' if by == 'decade' else 'count(*) DESC, part'}",
            condition.parameters,
        )
        names = (
            "group", "missions", "active", "unconfirmed", "completed", "mean_years", "personnel", "with_personnel",
            "fatalities", "with_fatalities",
        )  # fmt: skip
        return [dict(zip(names, row, strict=True)) for row in rows]

    def chosen(self, kind: str, ids: Sequence[str], order: Order | None = None) -> Listing:
        """The records of `kind` with these ids, as `order` says or in the order given."""
        # Ids are checked against [a-z0-9-] when the data is compiled and come from the catalogue itself.
        ranks = " ".join(f"WHEN '{id}' THEN {rank}" for rank, id in enumerate(ids))
        return Listing(self, kind, among("id", ids), f"CASE id {ranks} END", order or Order())

    def acronym(self, kind: str, id: str) -> str:
        """The short name of the mission or organisation with this id."""
        ((acronym,),) = self.chosen(kind, [id]).cells(["acronym"])
        return str(acronym)

    def counted(self, tables: Sequence[str]) -> dict[str, int]:
        """How many rows each of these tables has."""
        return {table: int(str(self.rows(f"SELECT count(*) FROM {table}")[0][0])) for table in tables}

    def months(self) -> tuple[str, str]:
        """The first and the last month-end of the uniformed personnel."""
        ((first, last),) = self.rows("SELECT min(month), max(month) FROM personnel")
        return str(first), str(last)

    def find(self, words: str, kinds: Sequence[str] = KINDS) -> list[Found]:
        """All records that `words` name best; NotFound names the nearest, Ambiguous if the words say too little."""
        return Lookup(self.rows).find(words, kinds)

    def one(self, words: str, kinds: Sequence[str] = KINDS) -> Found:
        """The one record that `words` name; NotFound names the nearest, Ambiguous those that they fit."""
        return Lookup(self.rows).one(words, kinds)

    def called(self, words: str, kinds: Sequence[str] = KINDS) -> list[Found]:
        """The records that have this very name; none if no record has."""
        return Lookup(self.rows).called(words, kinds)

    def search(self, text: str, limit: int) -> Hits:
        """The best `limit` records for `text`: what it names, then what holds its words."""
        return Lookup(self.rows).search(text, limit)

    def completions(self, word: str) -> list[str]:
        """Words of the full text that begin with `word`."""
        return Lookup(self.rows).completions(word)

    def ids(self, kind: str, wanted: str) -> list[str]:
        """The ids of the records of `kind` that a normalised key names, best first."""
        rows = self.rows("SELECT id FROM lookup WHERE key = ? AND kind = ? ORDER BY rank, id", [wanted, kind])
        return [str(id) for (id,) in rows]

    def names(self, kind: str) -> list[str]:
        """The names by which records of `kind` are shown."""
        return [str(n) for (n,) in self.rows("SELECT DISTINCT name FROM lookup WHERE kind = ? ORDER BY name", [kind])]

    def subregions(self) -> list[str]:
        """The M49 sub-regions of hosts."""
        sql = "SELECT DISTINCT subregion FROM mission_country WHERE subregion IS NOT NULL ORDER BY 1"
        return [str(name) for (name,) in self.rows(sql)]

    def terms(self, name: str) -> list[tuple[str, str]]:
        """The values of a fixed list (`Region`) with their meanings, in its order."""
        if self._terms is None:
            self._terms = {}
            for list_name, value, meaning in self.rows("SELECT list, value, meaning FROM listed ORDER BY rowid"):
                self._terms.setdefault(str(list_name), []).append((str(value), str(meaning)))
        return self._terms[name]
