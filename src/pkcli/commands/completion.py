"""`completion`: what can be completed, taken from where the commands take it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

import typer
import typer.main

from pkcli import citation, columns, compare, contributors, details, fatalities
from pkcli.catalog import Catalog
from pkcli.commands import data, options, schema, series
from pkcli.lookup import KINDS
from pkcli.output import Format, write
from pkcli.query import choose, scopes
from pkcli.shells import SHELLS, Command, Offer, Option

_LISTED = {
    "--region": "Region",
    "--type": "Type",
    "--category": "Category",
    "--status": "Status",
    "--task": "Task",
    "--action": "DecisionAction",
    "--verification": "Verification",
    "orgs --kind": "OrganizationKind",
    "sources --kind": "SourceKind",
}
"""Options whose values are a fixed list; with its command where another command's means something else."""
_NAMED = {
    "--country": "country",
    "--contributor": "country",
    "--nationality": "country",
    "--org": "organization",
    "--mission": "mission",
}
"""Options whose values are names of records."""
_NAMES = {
    "mission": ("mission",),
    "org": ("organization",),
    "compare": ("mission", "organization"),
    "cite": ("mission", "organization"),
    "show": KINDS,
    "strength": ("mission",),
    "locations": ("mission",),
    "country": ("country",),
    "topic": ("topic",),
    "glossary": ("term",),
    "resolution": ("resolution",),
}
"""The kinds of records that stand after a command."""
_LISTS = {command: page.list for command, page in details.PAGES.items()} | {"resolution": "mission --mandate"}
"""The command whose columns another command has."""
_OWN_COLUMNS = {"compare": ("fact", "differs"), "data status": tuple(data.STATUS.columns)}
"""Columns that no other command has; those of `show` are of what the words name."""


def completion(
    shell: Annotated[str, typer.Argument(help="bash, zsh or fish.", metavar="SHELL")],
) -> None:
    """Print the completion script of a shell; it carries all words, so that completing starts no program.

    Example: pkcli completion fish > ~/.config/fish/completions/pkcli.fish
    """
    script = SHELLS[choose("SHELL", shell, SHELLS)]
    catalog = Catalog()
    values, names = _values(catalog), _names(catalog)
    write(script({name: _described(name, command, values, names) for name, command in _commands()}))


def _commands() -> Iterator[tuple[str, Any]]:
    """The commands and the parts of commands, as Typer knows them."""
    from pkcli.cli import COMMANDS, build

    for name in COMMANDS:
        command: Any = typer.main.get_command(build([name])).commands[name]  # type: ignore[attr-defined]
        yield name, command
        yield from ((f"{name} {part}", inner) for part, inner in getattr(command, "commands", {}).items())


def _described(name: str, command: Any, values: dict[str, Offer], names: dict[str, Offer]) -> Command:
    """A command with what its options take and what stands after it."""
    found = [Option(p.opts) for p in command.params if p.param_type_name == "option"]
    takes = {p.opts[0] for p in command.params if not getattr(p, "is_flag", True)}
    found = [
        option._replace(value=values.get(f"{name} {option.long}", values.get(option.long, Offer())))
        if option.names[0] in takes
        else option
        for option in found
    ]
    return Command([*found, Option(["--help", "-h"])], names.get(name, Offer()), _columns(name))


def _values(catalog: Catalog) -> dict[str, Offer]:
    """What options take, by option, or by command and option."""
    taken: dict[str, Iterable[str]] = {
        "--subregion": map(_typed, catalog.subregions()),
        "--scope": scopes(catalog),
        "--format": Format,
        "--color": options.COLORS,
        "--align": compare.ALIGNMENTS,
        "--style": citation.STYLES,
        "contributors --type": contributors.KINDS,
        "contributors --by": contributors.STEPS,
        "stats --by": catalog.groupings(),
        "fatalities --by": fatalities.groupings(),
        "timeline --by": series.TIMELINE_GROUPS,
    }
    taken |= {option: [value for value, _ in catalog.terms(name)] for option, name in _LISTED.items()}
    taken |= {option: _records(catalog, kind) for option, kind in _NAMED.items()}
    return {option: Offer(list(words)) for option, words in taken.items()} | {"--output": Offer(files=True)}


def _names(catalog: Catalog) -> dict[str, Offer]:
    """What stands after commands."""
    records = {command: [w for kind in kinds for w in _records(catalog, kind)] for command, kinds in _NAMES.items()}
    fixed: dict[str, Iterable[str]] = {
        "schema": schema.RECORDS,
        "completion": SHELLS,
        "data": [str(part.name) for part in data.app.registered_commands],
    }
    words = {command: Offer(list(found)) for command, found in (records | fixed).items()}
    return words | {"data validate": Offer(files=True)}


def _records(catalog: Catalog, kind: str) -> list[str]:
    """The ids of the records of a kind, and what people type for those whose ids are codes."""
    found = [str(id).lower() for (id,) in catalog.rows(f"SELECT id FROM {kind} ORDER BY id")]
    if kind == "country":
        found += map(_typed, catalog.names(kind))
    elif kind == "resolution":
        numbers = "SELECT DISTINCT key FROM lookup WHERE kind = ? AND key NOT GLOB '*[^0-9]*' ORDER BY key"
        found += [str(number) for (number,) in catalog.rows(numbers, [kind])]
    return list(dict.fromkeys(found))


def _typed(name: str) -> str:
    """A name as one word that finds it and that no shell needs quoted: `cote-d-ivoire`."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "-".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def _columns(command: str) -> dict[str, Sequence[str]]:
    """The columns of the lists that a command prints, by the option that changes the list."""
    listed = _LISTS.get(command, command)
    if listed not in columns.OUTPUTS:
        return {"": own} if (own := _OWN_COLUMNS.get(command)) else {}
    modes = {name.removeprefix(command).strip(): name for name in columns.OUTPUTS if name.startswith(f"{command} --")}
    if "--since" in modes:
        modes["--until"] = modes["--since"]  # either asks for a span
    return {mode: list(columns.told(columns.OUTPUTS[name])) for mode, name in {"": listed, **modes}.items()}
