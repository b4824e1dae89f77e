"""`completion`: scripts that complete commands, options and values without starting Python."""

from __future__ import annotations

from typing import Annotated

import typer
import typer.main

from pkcli.catalog import Catalog
from pkcli.output import write
from pkcli.query import choose

_VALUES = {
    "--region": "Region",
    "-r": "Region",
    "--type": "Type",
    "-t": "Type",
    "--category": "Category",
    "--status": "Status",
    "-s": "Status",
    "--task": "Task",
    "--kind": "OrganizationKind",
    "-k": "OrganizationKind",
}
_WORDS = {
    "--scope": ["core", "related", "all"],
    "--format": ["table", "json", "jsonl", "csv", "tsv", "markdown"],
    "-f": ["table", "json", "jsonl", "csv", "tsv", "markdown"],
    "--color": ["auto", "always", "never"],
    "--align": ["date", "age"],
    "--style": ["text", "bibtex", "ris", "csl-json"],
}
_NAMES = {
    "mission": ("mission",),
    "org": ("organization",),
    "compare": ("mission", "organization"),
    "cite": ("mission", "organization"),
    "show": ("mission", "organization", "country", "topic", "term"),
    "strength": ("mission",),
    "locations": ("mission",),
    "country": ("country",),
    "topic": ("topic",),
    "glossary": ("term",),
    "resolution": ("resolution",),
}


def completion(
    shell: Annotated[str, typer.Argument(help="bash, zsh or fish.", metavar="SHELL")],
) -> None:
    """Print the completion script of a shell; it carries all words, so that completing starts no program.

    Example: pkcli completion fish > ~/.config/fish/completions/pkcli.fish
    """
    chosen = choose("SHELL", shell, ["bash", "zsh", "fish"])
    catalog = Catalog()
    options = _options()
    values = {option: catalog.values(name) for option, name in _VALUES.items()} | _WORDS
    countries = sorted(id.lower() for id in _ids(catalog, "country"))
    organizations = _ids(catalog, "organization")
    values |= {"--country": countries, "-c": countries, "--contributor": countries}
    values |= {"--org": organizations, "-o": organizations}
    names = {command: [id.lower() for kind in kinds for id in _ids(catalog, kind)] for command, kinds in _NAMES.items()}
    names |= {
        "schema": [
            "mission",
            "organization",
            "country",
            "resolution",
            "source",
            "correction",
            "topic",
            "event",
            "term",
        ],
        "completion": ["bash", "zsh", "fish"],
        "data": ["status", "validate", "path"],
    }
    script = {"bash": _bash, "zsh": _zsh, "fish": _fish}[chosen]
    write(script(options, names, values))


def _ids(catalog: Catalog, kind: str) -> list[str]:
    return [str(id) for (id,) in catalog.rows(f"SELECT id FROM {kind} ORDER BY id")]


def _options() -> dict[str, list[str]]:
    """The options of each command, as Typer knows them."""
    from pkcli.cli import COMMANDS, build

    found = {}
    for name in COMMANDS:
        command = typer.main.get_command(build([name])).commands[name]  # type: ignore[attr-defined]
        found[name] = [o for p in command.params for o in p.opts if o.startswith("--")] + ["--help"]
    return found


def _cases(words: dict[str, list[str]]) -> str:
    return "".join(f'    {name}) words="{" ".join(found)}" ;;\n' for name, found in words.items())


def _bash(options: dict[str, list[str]], names: dict[str, list[str]], values: dict[str, list[str]]) -> str:
    commands = " ".join(options)
    return f"""# bash completion of pkcli
_pkcli() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}" command="" word words=""
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$word" in -*) ;; *) command="$word"; break ;; esac
  done
  case "$previous" in
    --output) COMPREPLY=($(compgen -f -- "$current")); return ;;
{_cases(values)}  esac
  if [ -z "$words" ]; then
    if [ -z "$command" ]; then words="{commands} --version --help"
    elif [[ "$current" == -* ]]; then case "$command" in
{_cases(options)}    esac
    else case "$command" in
{_cases(names)}    esac; fi
  fi
  COMPREPLY=($(compgen -W "$words" -- "${{current,,}}"))
}}
complete -F _pkcli pkcli
"""


def _zsh(options: dict[str, list[str]], names: dict[str, list[str]], values: dict[str, list[str]]) -> str:
    commands = " ".join(options)
    return f"""#compdef pkcli
_pkcli() {{
  local current="${{words[CURRENT]}}" previous="${{words[CURRENT-1]}}" command="" word found=""
  for word in "${{(@)words[2,CURRENT-1]}}"; do
    case "$word" in -*) ;; *) command="$word"; break ;; esac
  done
  case "$previous" in
    --output) _files; return ;;
{_cases(values).replace("words=", "found=")}  esac
  if [[ -z "$found" ]]; then
    if [[ -z "$command" ]]; then found="{commands} --version --help"
    elif [[ "$current" == -* ]]; then case "$command" in
{_cases(options).replace("words=", "found=")}    esac
    else case "$command" in
{_cases(names).replace("words=", "found=")}    esac; fi
  fi
  compadd -M 'm:{{a-zA-Z}}={{A-Za-z}}' -- ${{=found}}
}}
if [ "$funcstack[1]" = "_pkcli" ]; then _pkcli "$@"; else compdef _pkcli pkcli; fi
"""


def _fish(options: dict[str, list[str]], names: dict[str, list[str]], values: dict[str, list[str]]) -> str:
    lines = ["# fish completion of pkcli", "complete -c pkcli -f"]
    lines.append(f"complete -c pkcli -n __fish_use_subcommand -a '{' '.join(options)}'")
    for command, found in options.items():
        seen = f"-n '__fish_seen_subcommand_from {command}'"
        for option in found:
            words = values.get(option)
            given = f" -x -a '{' '.join(words)}'" if words else ""
            lines.append(f"complete -c pkcli {seen} -l {option.removeprefix('--')}{given}")
        if command in names:
            lines.append(f"complete -c pkcli {seen} -a '{' '.join(names[command])}'")
    return "\n".join(lines) + "\n"
