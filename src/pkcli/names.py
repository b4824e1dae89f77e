"""Names as people type them: one key for all ways to write a name, and near names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NewType

Key = NewType("Key", str)
"""A normalised name; only `key` makes one."""

SPOKEN_SHORT = (
    ("united nations", "un"),
    ("african union", "au"),
    ("european union", "eu"),
)
"""Long names of organisations, and the short forms that people write in the names of missions."""
_RESOLUTION = r"""
    (?P<spoken> (?:un\s*)? (?:unsc|sc|security\s+council|s)? [\s/]* (?:resolution|res)\b \.? | unscr | (?:un\s*)?sc )?
    [\s/-]* (?:no\.?)? \s* (?P<number>\d{1,4})
    (?: [\s(/,]+ (?:of\s+)? (?P<year>\d{4}) \s* \)? )? \s*
"""


def key(name: str) -> Key:
    """Fold case, accents, blanks, hyphens and punctuation: `Côte d'Ivoire` and `COTE-DIVOIRE` are one key."""
    if not name.isascii():
        import unicodedata  # costs a quarter of a bare interpreter, and few names need it

        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if not unicodedata.combining(c))
    return Key("".join(c for c in name.casefold() if c.isalnum()))


def keys(name: str) -> set[Key]:
    """All keys under which a full name is found: as written, and with the usual short forms (`UN Mission in …`)."""
    found = {key(name)}
    spoken = name.casefold()
    for long, short in SPOKEN_SHORT:
        spoken = spoken.replace(long, short)
    found.add(key(spoken))
    found.update(Key(k.removeprefix("the")) for k in tuple(found) if k.startswith("the") and len(k) > 3)
    found.discard(Key(""))
    return found


def resolution_symbol(words: str, *, bare: bool = False) -> str | None:
    """The symbol of the Security Council's resolution that `words` name (`UNSCR 1325`), with its year if given.

    A number alone is one only if `bare`.
    """
    if not any(c.isdigit() for c in words):
        return None
    import re

    found = re.fullmatch(_RESOLUTION, words.strip(), re.IGNORECASE | re.VERBOSE)
    if not found or not (bare or found["spoken"]):
        return None
    return f"S/RES/{found['number']}" + (f" ({found['year']})" if found["year"] else "")


def some(names: Sequence[str], most: int = 10) -> str:
    """Names in a line, the first ones and a number for the others."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def nearest(word: str, names: Iterable[str], most: int = 3, likeness: float = 0.6) -> list[str]:
    """Up to `most` of `names` like `word` (`likeness` from 0 to 1), best first, without regard to case and accents."""
    from difflib import get_close_matches

    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(key(name), name)
    wanted = key(word)
    near = get_close_matches(wanted, by_key, n=most, cutoff=likeness)
    if len(wanted) >= 3:
        near += [k for k in by_key if k.startswith(wanted) and k not in near]
    return [by_key[k] for k in near[:most]]


def did_you_mean(near: list[str]) -> str:
    """The end of an error line that names near values, or nothing."""
    if not near:
        return ""
    return f"; did you mean {' or '.join(near) if len(near) < 3 else ', '.join(near[:-1]) + ' or ' + near[-1]}?"
