"""What all pages share: a title, sections, notes, numbered sources, a foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pkcli.output.rich_text import LABEL, LINK, QUIET, TITLE, draw, words
from pkcli.terminal import Terminal

WIDEST = 108
"""Columns beyond which lines of prose are no longer read with ease."""
_LABEL_WIDTH = 14


class Page:
    """Builds one page from a record's detail."""

    def __init__(self, record: dict[str, Any], as_of: str, version: str, terminal: Terminal) -> None:
        """Start an empty page; sources are numbered as they are first named on it."""
        self.record, self.as_of, self.version, self.terminal = record, as_of, version, terminal
        self.parts: list[RenderableType] = []
        self._numbers: dict[str, int] = {}

    def refs(self, sources: Iterable[str]) -> Text:
        """The numbers of sources, as they stand in the list below."""
        numbers = sorted({self._numbers.setdefault(s, len(self._numbers) + 1) for s in sources})
        return Text(f" [{','.join(map(str, numbers))}]" if numbers else "", style=QUIET)

    def section(self, heading: str, rows: Sequence[tuple[str, Text | str]], label_width: int = _LABEL_WIDTH) -> None:
        """A heading and rows of label and value; nothing if there are none."""
        if not rows:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True, min_width=label_width)
        grid.add_column(overflow="fold")
        for label, content in rows:
            grid.add_row(Text(label, style=LABEL), Text(content) if isinstance(content, str) else content)
        self.parts += [Text(), Text(heading, style=TITLE), Padding(grid, (0, 0, 0, 2))]

    def sources(self) -> None:
        """The numbered list of sources."""
        rows: list[tuple[str, Text | str]] = []
        known = {source["id"]: source for source in self.record["source_records"]}
        for decision in self.record.get("decisions", ()):
            if decision.get("routine"):
                # A page only counts routine extensions; `mission ID --mandate` lists them with their sources.
                for source in set(decision["sources"]) - set(self._numbers):
                    known.pop(source, None)
        self.refs(known)
        for id in self._numbers:
            source = known[id]
            text = Text(source["citation"])
            if source["url"] and source["url"] not in source["citation"]:
                text.append(f" {source['url']}", style=LINK)
            rows.append((f"[{self._numbers[id]}]", text))
        self.section("Sources", rows, label_width=4)

    def notes(self) -> None:
        """Remarks and disputes."""
        rows: list[tuple[str, Text | str]] = []
        for note in self.record.get("notes", ()):
            text = Text("disputed: ", style="red") if note["disputed"] else Text()
            rows.append((words(note["fields"][0]), text.append(note["text"]).append(self.refs(note["sources"]))))
        self.section("Notes", rows)

    def foot(self) -> None:
        """What the page is: record, its date, the release, how well it is confirmed."""
        text = self.record["id"]
        if "as_of" in self.record:
            text += f" · record as of {self.record['as_of']}"
        text += f" · data {self.version} as of {self.as_of}"
        if "verification" in self.record:
            text += f" · {self.record['verification']}"
        self.parts += [Text(), Text(text, style=QUIET)]

    def draw(self) -> str:
        """The page as text for the terminal."""
        width = min(self.terminal.width, WIDEST)
        return draw(Group(*self.parts), self.terminal._replace(width=width))


def title(page: Page, marks: Sequence[Text]) -> None:
    """The head of a page: the short name with `marks`, and the name below."""
    record = page.record
    line = Text(record["acronym"], style=f"{TITLE} {LABEL}").append("  ")
    for n, mark in enumerate(marks):
        line.append(" · " if n else "", style=QUIET).append(mark)
    page.parts += [line, Text(record["name"], style=TITLE)]


def until(record: Mapping[str, Any]) -> str:
    """The end of a mission in words: a date, an upper bound, or today (`today?` where that is not confirmed)."""
    if record["status"] == "cancelled":
        return f"{record['end'] or record['ended_by']}, never deployed"
    going_on = "today?" if record["unconfirmed"] else "today"
    return str(record["end"] or (f"? (over by {record['ended_by']})" if record["ended_by"] else going_on))
