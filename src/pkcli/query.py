"""Filters on missions: what the user asked for, checked and turned into SQL. Pure functions.

Values are matched without regard to case, accents, blanks and hyphens.
Repeating an option widens it (or); different options narrow (and).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pkcli.errors import UsageError
from pkcli.names import SPOKEN_SHORT, did_you_mean, key, nearest

if TYPE_CHECKING:
    from typing import Protocol

    from pkcli.dates import PartialDate

    class Known(Protocol):
        """What the catalogue knows that an option's value may name."""

        def terms(self, name: str) -> Sequence[tuple[str, str]]:
            """The values of a fixed list (`Region`) with their meanings."""

        def ids(self, kind: str, wanted: str) -> Sequence[str]:
            """The ids of the records of a kind that a normalised key names."""

        def names(self, kind: str) -> Sequence[str]:
            """The names by which records of a kind are shown."""

        def subregions(self) -> Sequence[str]:
            """The M49 sub-regions of hosts."""

        def completions(self, word: str) -> Sequence[str]:
            """Words of the full text that begin with `word`."""


ALL = "all"
CORE = "core"
STOP_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
"""Words that nearly every text holds and that a name may lack."""
_LISTED = {"country": "countries", "organization": "orgs"}
"""The command that lists the records of a kind."""
_LEAST_BEGINNING = 3
_LARGEST = 2**63 - 1
"""The largest number that the catalogue can hold."""
_ALSO = {short: long for long, short in SPOKEN_SHORT} | {"female": "women"}
"""What texts may write for a word that people type."""


class Filters(NamedTuple):
    """What the filter options were given, as typed."""

    region: Sequence[str] = ()
    subregion: Sequence[str] = ()
    country: Sequence[str] = ()
    org: Sequence[str] = ()
    type: Sequence[str] = ()
    category: Sequence[str] = ()
    status: Sequence[str] = ()
    task: Sequence[str] = ()
    verification: Sequence[str] = ()
    contributor: Sequence[str] = ()
    scope: str = CORE
    active_on: str | None = None
    since: str | None = None
    until: str | None = None
    min_strength: int | None = None
    text: Sequence[str] = ()


class Condition(NamedTuple):
    """A part of a WHERE clause with its parameters."""

    sql: str
    parameters: Sequence[object] = ()


def choose(option: str, value: str, allowed: Iterable[str]) -> str:
    """The one of `allowed` that `value` means; UsageError names the allowed values and the nearest."""
    values = list(allowed)
    wanted = key(value)
    for candidate in values:
        if key(candidate) == wanted:
            return candidate
    near = did_you_mean(nearest(value, values))
    raise UsageError(f"{option}: {value!r} is not one of: {', '.join(values)}{near}")


def date(option: str, value: str) -> PartialDate:
    """The date that `value` means; UsageError says how to write one."""
    from pkcli.dates import PartialDate

    try:
        return PartialDate.parse(value.strip())
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def split(values: Sequence[str], is_one: Callable[[str], object]) -> list[str]:
    """Values of a repeated option, those joined by commas taken apart unless they are one as written."""
    found: list[str] = []
    for value in values:
        parts = [part.strip() for part in value.split(",") if part.strip()]
        found += [value] if is_one(value) or not parts else parts
    return found


def term(option: str, values: Sequence[str], terms: Sequence[tuple[str, str]]) -> list[str]:
    """Values of one of the fixed lists, named by value or by meaning (`Asia and the Pacific`)."""
    meant = {key(meaning): value for value, meaning in terms}
    asked = split(values, lambda value: key(value) in meant)
    return [meant.get(key(value)) or choose(option, value, [v for v, _ in terms]) for value in asked]


def named(option: str, values: Sequence[str], kind: str, known: Known) -> list[str]:
    """The ids of the records of a kind that an option's values name exactly; UsageError names the nearest."""

    def ids_of(value: str) -> Sequence[str]:
        return known.ids(kind, key(value)) or known.ids(kind, key(value).removeprefix("the"))

    found: list[str] = []
    for value in split(values, ids_of):
        if not (ids := ids_of(value)):
            near = did_you_mean(nearest(value, known.names(kind))) or f"; pkcli {_LISTED[kind]} lists them"
            raise UsageError(f"{option}: {value!r} is not known{near}")
        found.extend(ids)
    return found


def marks(values: Sequence[object]) -> str:
    """A question mark for each value, as SQL wants them."""
    return ", ".join("?" * len(values))


def among(column: str, values: Sequence[object]) -> Condition:
    """The condition that a column has one of the values."""
    return Condition(f"{column} IN ({marks(values)})", values)


def _linked(table: str, column: str, values: Sequence[str]) -> Condition:
    inner = among(column, values)
    return Condition(f"id IN (SELECT mission FROM {table} WHERE {inner.sql})", inner.parameters)


def scopes(known: Known) -> list[str]:
    """What `--scope` takes: the values of its list, and all of them."""
    return [*(value for value, _ in known.terms("Scope")), ALL]


def conditions(filters: Filters, known: Known) -> list[Condition]:
    """The conditions that `filters` set, all of which must hold; UsageError for a value that cannot be."""
    f = filters
    found: list[Condition] = []
    scope = choose("--scope", f.scope, scopes(known))
    plain = (
        ("scope", [] if scope == ALL else [scope]),
        ("region", term("--region", f.region, known.terms("Region"))),
        ("type", term("--type", f.type, known.terms("Type"))),
        ("category", term("--category", f.category, known.terms("Category"))),
        ("status", term("--status", f.status, known.terms("Status"))),
        ("verification", term("--verification", f.verification, known.terms("Verification"))),
    )
    found += [among(column, values) for column, values in plain if values]
    subregions = [(name, name) for name in known.subregions()] if f.subregion else []
    linked: Sequence[tuple[str, str, list[str]]] = (
        ("mission_country", "subregion", term("--subregion", f.subregion, subregions)),
        ("mission_country", "country", named("--country", f.country, "country", known)),
        ("mission_organization", "organization", named("--org", f.org, "organization", known)),
        ("mission_task", "task", term("--task", f.task, known.terms("Task"))),
        ("contribution", "country", named("--contributor", f.contributor, "country", known)),
    )
    found += [_linked(table, column, values) for table, column, values in linked if values]
    found += _dates(f)
    if f.min_strength is not None:
        if f.min_strength < 0:
            raise UsageError(f"--min-strength: {f.min_strength} is negative; give a number of persons")
        found.append(Condition("largest >= ?", [min(f.min_strength, _LARGEST)]))
    found += _texts(f.text, known)
    return found


def _dates(f: Filters) -> list[Condition]:
    found = []
    if f.active_on is not None:
        day = date("--active-on", f.active_on)
        found.append(Condition("first_day <= ? AND last_day >= ?", [day.last, day.first]))
    since, until = span(f.since, f.until)
    if since:
        found.append(Condition("first_day IS NOT NULL AND last_day >= ?", [since]))
    if until:
        found.append(Condition("first_day <= ?", [until]))
    # What was given up before anybody was deployed was active at no time.
    return [*found, Condition("status <> 'cancelled'")] if found else []


def span(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first day of `since` and the last of `until`, each None if not given; UsageError if they are crossed."""
    first = date("--since", since) if since is not None else None
    last = date("--until", until) if until is not None else None
    if first and last and first.first > last.last:
        raise UsageError(f"--since {first} is after --until {last}; exchange them")
    return first.first if first else None, last.last if last else None


def _texts(texts: Sequence[str], known: Known) -> list[Condition]:
    """Records that hold all words of any one of `texts`."""
    if not texts:
        return []
    asked = [match_expression(text, known.completions) for text in texts]
    sql = "id IN (SELECT id FROM words WHERE kind = 'mission' AND words MATCH ?)"
    return [Condition("(" + " OR ".join([sql] * len(asked)) + ")", asked)]


def words_of(text: str) -> list[str]:
    """The words of `text` that tell something; UsageError if it has none."""
    words = "".join(c if c.isalnum() else " " for c in text).split()
    telling = [word for word in words if word.casefold() not in STOP_WORDS]
    if not telling:
        raise UsageError(f"{text!r} has no word to search for; give at least one")
    return telling


def match_expression(
    text: str, completions: Callable[[str], Sequence[str]] | None = None, *, some: bool = False
) -> str:
    """The full-text expression that asks for all words of `text`, or for `some`; UsageError if it has none.

    With `completions`, which gives the words that begin like one, the last may be a beginning.
    """
    words = words_of(text)
    terms = [_term_for(word) for word in words]
    if completions and len(words[-1]) >= _LEAST_BEGINNING:
        whole = [f'"{word}"' for word in completions(words[-1])]
        terms[-1] = "(" + " OR ".join([terms[-1], *whole, f'"{words[-1]}"*']) + ")"
    return (" OR " if some else " AND ").join(terms)


def _term_for(word: str) -> str:
    """A word, or what texts write for it."""
    other = _ALSO.get(word.casefold())
    return f'("{word}" OR "{other}")' if other else f'"{word}"'


def where(found: Sequence[Condition]) -> Condition:
    """All conditions as one WHERE clause (`TRUE` if there is none)."""
    if not found:
        return Condition("TRUE")
    return Condition(" AND ".join(f"({c.sql})" for c in found), [p for c in found for p in c.parameters])
