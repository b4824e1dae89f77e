"""JSON and JSON Lines: the catalogue's own texts, untouched by any presentation."""

from __future__ import annotations

from collections.abc import Sequence

from pkcli.output import Format, Records, Style
from pkcli.terminal import Terminal


def render(records: Records, style: Style, terminal: Terminal) -> str:
    """An array with one record a line, or one record a line without the array."""
    texts = records.texts()
    if style.columns is not None:
        texts = [_only(text, style.columns) for text in texts]
    text = "".join(f"{line}\n" for line in texts) if style.format is Format.JSONL else array(texts)
    return portable(text, terminal)


def array(texts: Sequence[str]) -> str:
    """JSON texts as a JSON array."""
    return "[" + ",".join(f"\n{text}" for text in texts) + ("\n]\n" if texts else "]\n")


def portable(text: str, terminal: Terminal) -> str:
    """The same JSON in characters that the output can carry."""
    if terminal.unicode or text.isascii():
        return text
    return "".join(c if ord(c) < 128 else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def _only(text: str, columns: Sequence[str]) -> str:
    import json

    record = json.loads(text)
    return json.dumps({name: record.get(name) for name in columns}, ensure_ascii=False)
