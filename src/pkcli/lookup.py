"""Names and words to records: what a name means, and the full text, best first.

Knows the tables `lookup` and `words` of the catalogue, and nothing of commands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from pkcli.errors import Ambiguous, NotFound, UsageError
from pkcli.names import SPOKEN_SHORT, did_you_mean, key, nearest, resolution_symbol, some
from pkcli.query import STOP_WORDS, marks, match_expression, words_of

KINDS = ("mission", "organization", "country", "resolution", "topic", "term", "event")
MOST = 20
"""Records that words may fit before they say too little to be a name."""
_PASSAGE_WORDS = 16
_COMPLETIONS = 30
_LEAST_IN_VOCABULARY = 4
_SHORT = frozenset(short for _, short in SPOKEN_SHORT)
_FITS = "\x01"
"""Marks a word that fits, in a passage of which it must be known whether any does."""

Rows = Callable[[str, Sequence[object]], list[tuple[object, ...]]]


class Found(NamedTuple):
    """A record that a name or a text finds."""

    kind: str
    id: str
    name: str
    snippet: str = ""


class Hits(NamedTuple):
    """What a text finds: the best records, how many there are in all, and what a reader must know of them."""

    found: list[Found]
    total: int
    remark: str = ""


def _opening(body: str) -> str:
    """The first words of a text, for a record that was found by its name and not by its text."""
    words = body.split()
    return " ".join(words[:_PASSAGE_WORDS]) + ("…" if len(words) > _PASSAGE_WORDS else "")


def _best(found: list[Found], wanted: str) -> list[Found]:
    """An id or acronym beats another record's alias of the same letters."""
    # Events are often called by the place where they happened, which people mean rather than the event.
    found = [f for f in found if f.kind != "event"] or found
    best = [f for f in found if key(f.id) == wanted or key(f.name) == wanted]
    if best and all(f.kind == "country" for f in best):
        # The short name of one country (Congo) is what people call another one, too.
        return [f for f in found if f.kind == "country"]
    return best or found


class Lookup:
    """Finds records in an open catalogue."""

    def __init__(self, rows: Rows) -> None:
        """Use `rows` to ask the catalogue."""
        self._rows = rows

    def find(self, words: str, kinds: Sequence[str] = KINDS) -> list[Found]:
        """All records that `words` name best: exactly, by a host country, or by words of their names.

        NotFound names the nearest; Ambiguous if the words say too little.
        """
        if exact := self.called(words, kinds):
            return exact
        if "mission" in kinds and (hosted := self._hosted(words)):
            return hosted
        if "resolution" in kinds:
            self._refuse_unknown_resolution(words, bare=len(kinds) == 1)
        if "mission" in kinds and (left_out := self._left_out(words)):
            raise NotFound(left_out)
        found = self._by_words(words, kinds)
        if len(found) > MOST:
            noun = "missions" if {hit.kind for hit in found} == {"mission"} else "records"
            raise Ambiguous.of(words, [hit.name for hit in found], noun)
        if found:
            return found
        near = [hit.name for hit in self._by_words(words, kinds, beginning=True)[:3]]
        if not near:
            names = self._rows(f"SELECT DISTINCT name FROM lookup WHERE kind IN ({marks(kinds)})", kinds)
            near = nearest(words, [str(name) for (name,) in names])
        what = " or ".join(kinds) if len(kinds) < 3 else "record"
        raise NotFound(f"no {what} is called {words!r}{did_you_mean(near) or '; try: pkcli search WORDS'}")

    def one(self, words: str, kinds: Sequence[str] = KINDS) -> Found:
        """The one record that `words` name; NotFound names the nearest, Ambiguous those that they fit."""
        found = self.find(words, kinds)
        if len(found) > 1:
            raise Ambiguous(f"{words!r} fits {len(found)} records: {some([f.id for f in found])}; name one of them")
        return found[0]

    def search(self, text: str, limit: int) -> Hits:
        """What `text` names, then the core missions of a country that it names, then all records that hold its words.

        Where no record holds all words, the nearest words that records hold; else records that hold some of the words.
        """
        words, remark = words_of(text), self._left_out(text)
        named = self.called(text, KINDS)
        expression = match_expression(text, self.completions)
        matched = self._matched(expression)
        unknown = not matched and not named and not remark
        if unknown and (respelt := self._respelt(words)) and self._matched(match_expression(respelt)):
            found = self.search(respelt, limit)
            return found._replace(remark=f"no record holds {text!r}; shown is what {respelt!r} finds")
        if unknown and len(words) > 1:
            known = [word for word in words if self._is_known(word)]
            expression = match_expression(" ".join(known or words), self.completions, some=True)
            matched = self._matched(expression)
            if matched:
                remark = "no record holds all of these words; shown are those with some of them"
        countries = [hit.id for hit in named if hit.kind == "country"]
        missions = self._largest(countries) or self._largest_matched(words, matched)
        first = [*named, *missions, *self._called(words), *([] if remark else self._with_names(expression))]
        every = {(hit.kind, hit.id): hit for hit in [*first, *matched.values()]} | matched
        return Hits(self._with_passages(list(every.values())[:limit], expression), len(every), remark)

    def _left_out(self, words: str) -> str:
        """Why an operation that `words` name is not in the register; empty if they name none."""
        wanted = key(words)
        for name in (wanted, wanted.removeprefix("operation")):
            for shown, reason in self._rows("SELECT name, reason FROM left_out WHERE key = ?", [name]):
                return f"{shown} is not in the register: {reason}"
        return ""

    def _respelt(self, words: Sequence[str]) -> str:
        """The words with each that no record holds replaced by the one most like it; empty if none needs to be."""
        if all(self._is_known(word) for word in words):
            return ""
        vocabulary = [str(word) for (word,) in self._rows("SELECT word FROM vocabulary", [])]
        near = [word if self._is_known(word) else next(iter(nearest(word, vocabulary, 1, 0.8)), "") for word in words]
        return " ".join(near) if all(near) else ""

    def completions(self, word: str) -> list[str]:
        """Words of the full text that begin with `word`: the index knows only stems, which may be shorter than it."""
        begun = key(word)
        rows = self._rows(
            "SELECT word FROM vocabulary WHERE word >= ? AND word < ? ORDER BY word LIMIT ?",
            [begun, f"{begun}\U0010ffff", _COMPLETIONS],
        )
        return [str(known) for (known,) in rows]

    def _is_known(self, word: str) -> bool:
        """Whether a text has `word`, or one that begins so: its stem alone may be that of quite another word."""
        return len(word) < _LEAST_IN_VOCABULARY or not word.isalpha() or bool(self.completions(word))

    def called(self, words: str, kinds: Sequence[str]) -> list[Found]:
        """The records that have this very name, with or without its article; a resolution by any form of its number."""
        wanted = key(words)
        symbol = resolution_symbol(words, bare=len(kinds) == 1) if "resolution" in kinds else None
        for name in filter(None, dict.fromkeys((wanted, wanted.removeprefix("the"), key(symbol or "")))):
            found = self._found(
                f"SELECT kind, id, name FROM lookup WHERE key = ? AND kind IN ({marks(kinds)}) "
                "ORDER BY rank, kind DESC, id",
                [name, *kinds],
            )
            if found:
                # An id as written names one record, whatever others are called.
                return [hit for hit in found if hit.id == words] or _best(found, name)
        return []

    def _refuse_unknown_resolution(self, words: str, *, bare: bool) -> None:
        """NotFound, with the address of its text, if `words` are a resolution's symbol: near numbers are no help."""
        symbol = resolution_symbol(words, bare=bare)
        if symbol is None:
            return
        plain, _, year = symbol.partition(" ")
        if year and (other := self.called(plain, ("resolution",))):
            raise NotFound(f"{symbol} is not in the register{did_you_mean([hit.name for hit in other])}")
        remedy = f"its text: https://undocs.org/{plain}{year}" if year else "add its year for the address of its text"
        raise NotFound(f"{symbol} is not in the register; {remedy}")

    def _hosted(self, words: str) -> list[Found]:
        countries = [hit.id for hit in self.called(words, ("country",))]
        return self._found(
            "SELECT 'mission', id, acronym FROM mission WHERE id IN "
            f"(SELECT mission FROM mission_country WHERE country IN ({marks(countries)})) "
            "ORDER BY scope, first_day, id",
            countries,
        )

    def _largest(self, countries: Sequence[str]) -> list[Found]:
        """The core missions in these countries, the one with the largest strength first."""
        return self._found(
            "SELECT 'mission', id, acronym FROM mission WHERE scope = 'core' AND id IN "
            f"(SELECT mission FROM mission_country WHERE country IN ({marks(countries)})) "
            "ORDER BY largest DESC, first_day, id",
            countries,
        )

    def _largest_matched(self, words: Sequence[str], matched: Mapping[tuple[str, str], Found]) -> list[Found]:
        """The same for a country that is named beside an organisation (`un in haiti`), of the missions that fit."""
        place = " ".join(word for word in words if word.casefold() not in _SHORT)
        countries = [hit.id for hit in self.called(place, ("country",))]
        return [hit for hit in self._largest(countries) if (hit.kind, hit.id) in matched]

    def _called(self, words: Sequence[str]) -> list[Found]:
        """The missions whose acronym is one of the words."""
        wanted = [key(word) for word in words]
        return self._found(
            f"SELECT kind, id, name FROM lookup WHERE key IN ({marks(wanted)}) AND kind = 'mission' AND rank < 2 "
            "ORDER BY id",
            wanted,
        )

    def _by_words(self, words: str, kinds: Sequence[str], *, beginning: bool = False) -> list[Found]:
        """The records whose names hold all words, the last of which may be a beginning if so asked."""
        try:
            if STOP_WORDS.issuperset(word.casefold() for word in words_of(words)):
                return []
            expression = match_expression(words, self.completions if beginning else None)
        except UsageError:
            return []
        searched = [kind for kind in kinds if kind != "resolution"]
        return self._found(
            "SELECT words.kind, words.id, words.shown FROM words "
            "LEFT JOIN mission ON words.kind = 'mission' AND mission.id = words.id "
            f"WHERE words MATCH ? AND words.kind IN ({marks(searched)}) "
            "ORDER BY words.kind, mission.first_day IS NULL, mission.first_day, words.id",
            [f"names : ({expression})", *searched],
        )

    def _matched(self, expression: str) -> dict[tuple[str, str], Found]:
        """The records whose text an expression fits, best first: names weigh more than texts.

        Resolutions come last: the fewness of their words makes them fit best, and people ask for what was done.
        """
        found = self._found(
            "SELECT kind, id, shown FROM words WHERE words MATCH ? "
            "ORDER BY kind = 'resolution', bm25(words, 0, 0, 0, 10.0, 1.0, 1.0), id",
            [expression],
        )
        return {(hit.kind, hit.id): hit for hit in found}

    def _with_names(self, expression: str) -> list[Found]:
        """The records whose names alone an expression fits, best first; related missions and then events last."""
        return self._found(
            "SELECT words.kind, words.id, shown FROM words "
            "LEFT JOIN mission ON words.kind = 'mission' AND mission.id = words.id WHERE words MATCH ? "
            "ORDER BY words.kind = 'event', coalesce(mission.scope, 'core'), bm25(words), words.id",
            [f"names : ({expression})"],
        )

    def _with_passages(self, hits: Sequence[Found], expression: str) -> list[Found]:
        """The hits with the passages that fit, of the text before the names; its first words if none does."""
        if not hits:
            return []
        pairs = [part for hit in hits for part in (hit.kind, hit.id)]
        among = f"(kind, id) IN (VALUES {', '.join(['(?, ?)'] * len(hits))})"
        passages = {
            (kind, id): str(body if _FITS in str(body) else names).replace(_FITS, "")
            for kind, id, body, names in self._rows(
                f"SELECT kind, id, snippet(words, 4, '{_FITS}', '', '…', {_PASSAGE_WORDS}), "
                f"snippet(words, 3, '', '', '…', {_PASSAGE_WORDS}) FROM words WHERE words MATCH ? AND {among}",
                [expression, *pairs],
            )
        }
        if len(passages) < len(hits):
            for kind, id, body in self._rows(f"SELECT kind, id, body FROM words WHERE {among}", pairs):
                passages.setdefault((kind, id), _opening(str(body)))
        return [hit._replace(snippet=passages.get((hit.kind, hit.id), "")) for hit in hits]

    def _found(self, sql: str, parameters: Iterable[object]) -> list[Found]:
        return [Found(*(str(part) for part in row)) for row in self._rows(sql, list(parameters))]
