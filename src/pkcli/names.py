"""Names as people type them: one key for all ways to write a name, and near names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType

Key = NewType("Key", str)
"""A normalised name; only `key` makes one."""
UNSHOWN = "⁂"
"""Stands before a word of the full text that is no text but another spelling of one."""

_SPOKEN_SHORT = (
    ("united nations", "un"),
    ("african union", "au"),
    ("european union", "eu"),
)


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
    for long, short in _SPOKEN_SHORT:
        spoken = spoken.replace(long, short)
    found.add(key(spoken))
    found.update(Key(k.removeprefix("the")) for k in tuple(found) if k.startswith("the") and len(k) > 3)
    found.discard(Key(""))
    return found


def nearest(word: str, names: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` of `names` that look like `word`, best first, without regard to case and accents."""
    from difflib import get_close_matches

    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(key(name), name)
    wanted = key(word)
    near = get_close_matches(wanted, by_key, n=most, cutoff=0.6)
    if len(wanted) >= 3:
        near += [k for k in by_key if k.startswith(wanted) and k not in near]
    return [by_key[k] for k in near[:most]]


def did_you_mean(near: list[str]) -> str:
    """The end of an error line that names near values, or nothing."""
    if not near:
        return ""
    return f"; did you mean {' or '.join(near) if len(near) < 3 else ', '.join(near[:-1]) + ' or ' + near[-1]}?"
