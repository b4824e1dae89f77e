"""Where in a JSON text a value stands: so that a fault names its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from json import JSONDecoder

_BLANKS = re.compile(r"[ \t\r\n]*")
_VALUE = JSONDecoder()


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line, from 1, of the value at `path` in valid JSON; if it is not there, that of what would hold it."""
    position = _skip(text, 0)
    for part in path:
        found = _member(text, position, str(part))
        if found is None:
            break
        position = found
    return text.count("\n", 0, position) + 1


def _member(text: str, position: int, wanted: str) -> int | None:
    """Where the member `wanted` (a key, or an index) of the object or array at `position` begins."""
    opening = text[position]
    if opening not in "{[":
        return None
    position, number = _skip(text, position + 1), 0
    while text[position] not in "}]":
        name = str(number)
        if opening == "{":
            name, position = _VALUE.raw_decode(text, position)
            position = _skip(text, _skip(text, position) + 1)
        if name == wanted:
            return position
        position = _skip(text, _VALUE.raw_decode(text, position)[1])
        if text[position] == ",":
            position = _skip(text, position + 1)
        number += 1
    return None


def _skip(text: str, position: int) -> int:
    match = _BLANKS.match(text, position)
    return match.end() if match else position
