"""The options that commands share: named once here, given to a command by `@takes(...)`.

A command's function has one parameter for each group, `filters` or `output`;
`takes` replaces it by the group's options in the signature that Typer reads.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from pkcli.catalog import Order
from pkcli.errors import UsageError
from pkcli.output import PICTURES, SUFFIXES, Format, Style, View, suffix, write
from pkcli.query import CORE, Filters, choose
from pkcli.terminal import Terminal, typed

COLORS = ("auto", "always", "never")
_STANDARD_OUTPUT = Path("-")
_Many = list[str] | None


def _many(name: str, help: str, metavar: str, *short: str) -> Any:
    return Annotated[_Many, typer.Option(f"--{name}", *short, help=help, metavar=metavar)]


def _filter_options() -> dict[str, Any]:
    """The filters; made only for the commands that take them."""
    return {
        "region": _many("region", "Region: africa, americas, asia-pacific, europe, middle-east.", "REGION", "-r"),
        "subregion": _many("subregion", "UN M49 sub-region of a host, such as 'Western Africa'.", "SUBREGION"),
        "country": _many("country", "Host country: name, ISO alpha-2 or alpha-3.", "COUNTRY", "-c"),
        "org": _many("org", "Organisation that leads, authorises or supports: un, au, eu, nato …", "ORG", "-o"),
        "type": _many("type", "Type of operation: peacekeeping, observer, training …", "TYPE", "-t"),
        "category": _many("category", "What the lead organisation counts it as, such as nato-operation.", "CATEGORY"),
        "status": _many("status", "planned, active, completed or cancelled.", "STATUS", "-s"),
        "task": _many("task", "Mandated task, such as protection-of-civilians.", "TASK"),
        "verification": _many("verification", "two-sources, official, single or disputed.", "HOW"),
        "contributor": _many("contributor", "Country with people in it; known since 2014-03.", "COUNTRY"),
        "scope": Annotated[str, typer.Option("--scope", help="core, related or all.", metavar="SCOPE")],
        "active_on": Annotated[str | None, typer.Option("--active-on", help="Active on that day.", metavar="DATE")],
        "since": Annotated[str | None, typer.Option("--since", help="Active then or later.", metavar="DATE")],
        "until": Annotated[str | None, typer.Option("--until", help="Begun by then.", metavar="DATE")],
        "min_strength": Annotated[
            int | None, typer.Option("--min-strength", help="Largest known strength of at least N.", metavar="N")
        ],
        "text": _many("text", "Words that the record holds.", "WORDS"),
    }


def _output_options() -> dict[str, Any]:
    """The options of output."""
    return {
        "format": Annotated[
            str | None,
            typer.Option("--format", "-f", help="table, json, jsonl, csv, tsv or markdown.", metavar="FORMAT"),
        ],
        "json": Annotated[bool, typer.Option("--json", help="Short for --format json.")],
        "columns": Annotated[str | None, typer.Option("--columns", help="Only these, in this order.", metavar="A,B,C")],
        "no_header": Annotated[bool, typer.Option("--no-header", help="Leave the header out.")],
        "sort": Annotated[
            str | None, typer.Option("--sort", help="Sort by a column; -FIELD downwards.", metavar="FIELD")
        ],
        "reverse": Annotated[bool, typer.Option("--reverse", help="Sort the other way round.")],
        "limit": Annotated[int | None, typer.Option("--limit", "-n", help="At most N records.", metavar="N")],
        "output": Annotated[
            Path | None,
            typer.Option("--output", help="Write to a file, - for none; .svg and .html draw it.", metavar="FILE"),
        ],
        "color": Annotated[str, typer.Option("--color", help="auto, always or never.", metavar="WHEN")],
    }


class OutputOptions(NamedTuple):
    """The output options as typed."""

    format: str | None
    json: bool
    columns: str | None
    no_header: bool
    sort: str | None
    reverse: bool
    limit: int | None
    output: Path | None
    color: str

    def suffix(self) -> str:
        """How the name of the file ends; empty for standard output."""
        return suffix(self.output) if self.output is not None else ""

    def terminal(self) -> Terminal:
        """The terminal that the output is for: a file is none."""
        terminal = Terminal.detect(choose("--color", self.color, COLORS))
        if self.output is None:
            return terminal
        from pkcli.terminal import PICTURE_WIDTH, UNCUT

        if self.suffix() in PICTURES:
            return terminal._replace(tty=False, width=PICTURE_WIDTH, color=self.color != "never", unicode=True)
        return terminal._replace(tty=False, width=UNCUT, color=self.color == "always", unicode=True)

    def write(self, text: str) -> None:
        """Put `text` where it is wanted; over a picture stands the command that made it."""
        write(text, self.output, typed("--output", "--color") if self.suffix() in PICTURES else "")

    def style(self, view: View, terminal: Terminal) -> Style:
        """The form, header and columns, checked; the form is that of the file's name, or what the terminal wants."""
        if self.json and self.format not in (None, "json"):
            raise UsageError(f"--json and --format {self.format} contradict each other; give one of them")
        named = "json" if self.json else self.format
        if named is not None:
            format = Format(choose("--format", named, [f.value for f in Format]))
            if self.suffix() in PICTURES and format is not Format.TABLE:
                raise UsageError(f"--output {self.output} is a picture of a table; leave out --format {named}")
        elif self.output is not None:
            format = SUFFIXES[choose("--output", self.suffix() or ".tsv", SUFFIXES)]
        else:
            format = Format.TABLE if terminal.tty else Format.TSV
        columns = None
        if self.columns is not None:
            names = [name for name in self.columns.split(",") if name.strip()]
            offered = view.columns if format is Format.TABLE else view.valued()
            columns = [choose("--columns", name.strip(), offered) for name in names]
            if not columns:
                raise UsageError("--columns: no column is named; give names separated by commas")
        return Style(format, not self.no_header, columns)

    def order(self, view: View) -> Order:
        """The order and the number of records, checked."""
        if self.limit is not None and self.limit < 0:
            raise UsageError(f"--limit: {self.limit} is negative; give 0 or more")
        if self.sort is None:
            return Order(None, self.reverse, self.limit)
        # A hyphen before the field turns the order round, as in other programs; `choose` would not see it.
        downward = self.sort.lstrip().startswith("-")
        return Order(choose("--sort", self.sort, view.valued()), self.reverse is not downward, self.limit)


def _filters(**given: Any) -> Filters:
    return Filters(**{name: value for name, value in given.items() if value is not None})


def _output(**given: Any) -> OutputOptions:
    """The output options; a hyphen for a file means standard output."""
    options = OutputOptions(**given)
    if options.output is not None and not options.output.name:
        raise UsageError(f"--output: {str(options.output)!r} names no file; give a file's name, or - for the terminal")
    return options._replace(output=None) if options.output == _STANDARD_OUTPUT else options


# For each group: its options, what they are when not given (None, if not named here), what is made of them.
_GROUPS: dict[str, tuple[Callable[[], dict[str, Any]], dict[str, Any], Callable[..., Any]]] = {
    "filters": (_filter_options, {"scope": CORE}, _filters),
    "output": (_output_options, {"json": False, "no_header": False, "reverse": False, "color": "auto"}, _output),
}


def takes(*groups: str, **defaults: object) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of `groups` (`filters`, `output`), in place of parameters of those names.

    `defaults` are what options of this command are when not given, where that is not what others have.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        offered = {group: _GROUPS[group][0]() for group in groups}
        own = [p for p in inspect.signature(function, eval_str=True).parameters.values() if p.name not in groups]
        shared = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=usual.get(name))
            for group, options in offered.items()
            for usual in [_GROUPS[group][1] | defaults]
            for name, annotation in options.items()
        ]

        def command(**given: Any) -> None:
            made = {}
            for group, options in offered.items():
                made[group] = _GROUPS[group][2](**{name: given.pop(name) for name in options})
            function(**given, **made)

        parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in (*own, *shared)]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {p.name: p.annotation for p in parameters}
        command.__name__, command.__doc__, command.__module__ = function.__name__, function.__doc__, function.__module__
        return command

    return decorate


def flatten(words: Sequence[str]) -> list[str]:
    """Names given as separate arguments or joined by commas; UsageError if names are given and all are empty."""
    names = [part.strip() for word in words for part in word.split(",") if part.strip()]
    if words and not names:
        raise UsageError(f"a name is empty: {', '.join(map(repr, words))}; give one, or leave it out")
    return names
