"""Records to text: one module a form, and the one place that writes.

`render` picks the form and returns text; `write` puts it on standard output or
into a file. Nothing here knows a command. Each form is imported only when it
is asked for: Rich costs five times a bare interpreter.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol, assert_never

from pkcli.columns import Column
from pkcli.errors import OutputError, ReaderGone
from pkcli.terminal import Terminal


class Format(StrEnum):
    """The forms in which records are given."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


SUFFIXES = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MARKDOWN,
    ".txt": Format.TABLE,
    ".svg": Format.TABLE,
    ".html": Format.TABLE,
}
PICTURES = (".svg", ".html")
"""Files that hold a table or a page as a picture, with its colours."""


class Records(Protocol):
    """What can be listed: as JSON texts, or as cells of named columns."""

    def count(self) -> int:
        """How many records there are."""

    def texts(self) -> Sequence[str]:
        """Each record as one line of JSON."""

    def cells(self, columns: Sequence[str]) -> Sequence[Sequence[object]]:
        """The values of these columns of each record."""


class Style(NamedTuple):
    """How records are to be shown."""

    format: Format
    header: bool = True
    columns: Sequence[str] | None = None
    """The columns that the user chose; None for the form's own choice."""


class View(NamedTuple):
    """A kind of list: its columns, and which of them each form shows by itself."""

    columns: Mapping[str, Column]
    table: Sequence[str]
    pipe: Sequence[str]
    noun: str
    """What is counted: `mission`."""

    def valued(self) -> list[str]:
        """The columns that hold values: not those that are drawn beside them in a table."""
        return [name for name, column in self.columns.items() if not column.drawn]


def render(records: Records, view: View, style: Style, terminal: Terminal, caption: str) -> str:
    """The records in the form that `style` asks for; `caption` stands below a table."""
    match style.format:
        case Format.JSON | Format.JSONL:
            from pkcli.output import json_text

            return json_text.render(records, style, terminal)
        case Format.CSV | Format.TSV | Format.MARKDOWN:
            from pkcli.output import delimited

            columns = [view.columns[name] for name in style.columns or view.pipe]
            if style.format is Format.MARKDOWN:
                columns = [view.columns[name] for name in style.columns or view.table]
                columns = [column for column in columns if not column.drawn]
            return delimited.render(records, columns, style)
        case Format.TABLE:
            from pkcli.output import table

            columns = [view.columns[name] for name in style.columns or view.table]
            return table.render(records, columns, style, terminal, caption, chosen=style.columns is not None)
    assert_never(style.format)


def suffix(output: Path) -> str:
    """How a file's name ends, as the tables above have it: in small letters."""
    return output.suffix.lower()


def write(text: str, output: Path | None = None, title: str = "") -> None:
    """Put `text` on standard output, or into the file `output` by way of a temporary one; OutputError if it fails.

    A picture has `title` above it.
    """
    if output is None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            # Told in our own words: Typer takes the system's error for a failure and exits with 1.
            raise ReaderGone from None
        return
    import os
    import tempfile

    if suffix(output) in PICTURES:
        from pkcli.output.picture import picture

        text = picture(text, suffix(output), title)
    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        os.close(handle)
        temporary = Path(name)
        try:
            temporary.write_text(text, "utf-8", newline="")
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
            temporary.replace(output)
        except BaseException:
            temporary.unlink()
            raise
    except OSError as error:
        raise OutputError(f"cannot write {str(output)!r}: {error.strerror}; name another file") from error
