"""Completion scripts for bash, zsh and fish: all words in them, so that completing starts no program.

Pure functions: what there is to complete comes in, a script comes out. Words
need no quotes in any shell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple


class Offer(NamedTuple):
    """What may stand in a place: one of these words, or a file; anything, if neither is told."""

    words: Sequence[str] = ()
    files: bool = False


class Option(NamedTuple):
    """An option under all its names."""

    names: Sequence[str]
    value: Offer | None = None
    """None if it takes no value."""

    @property
    def long(self) -> str:
        """Its long name."""
        return next(name for name in self.names if name.startswith("--"))


class Command(NamedTuple):
    """A command, or a part of one (`data status`)."""

    options: Sequence[Option]
    names: Offer
    """What may stand after it."""
    columns: Mapping[str, Sequence[str]]
    """The columns of its lists: by the option that changes the list, or by nothing."""


Commands = Mapping[str, Command]
ROOT = ("--version", "--help")
COLUMNS = ("--columns", "--sort")
"""Options that take columns, the first of them several, joined by commas."""


def bash(commands: Commands) -> str:
    """The script for bash."""
    return f"""# bash completion of pkcli
_pkcli() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}"
  local command="" view="" word found="" files="" before=""
  COMPREPLY=()
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
{_seen(commands)}  done
  # Bash takes the "=" of --region=africa for a word, unless it was told otherwise.
  if [[ "$current" == "=" ]]; then current=""
  elif [[ "$previous" == "=" ]]; then previous="${{COMP_WORDS[COMP_CWORD-2]}}"
  elif [[ "$current" == --*=* ]]; then
    before="${{current%%=*}}=" previous="${{current%%=*}}" current="${{current#*=}}"
  fi
{_chosen(commands)}  if [[ -n "$files" ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -P "$before" -f -- "$current")
    return
  fi
  if [[ "$previous" == {COLUMNS[0]} && "$current" == *,* ]]; then
    before="$before${{current%,*}}," current="${{current##*,}}"
  fi
  COMPREPLY=($(compgen -P "$before" -W "$found" -- "${{current,,}}"))
}}
complete -F _pkcli pkcli
"""


def zsh(commands: Commands) -> str:
    """The script for zsh."""
    return f"""#compdef pkcli
_pkcli() {{
  local current="${{words[CURRENT]}}" previous="${{words[CURRENT-1]}}" command="" view="" word found="" files=""
  for word in "${{(@)words[2,CURRENT-1]}}"; do
{_seen(commands)}  done
  if [[ "$current" == --*=* ]]; then
    previous="${{current%%=*}}"; compset -P '*='
  fi
{_chosen(commands)}  if [[ -n "$files" ]]; then _files; return; fi
  if [[ "$previous" == {COLUMNS[0]} ]]; then compset -P '*,'; fi
  compadd -M 'm:{{a-zA-Z}}={{A-Za-z}}' -- ${{=found}}
}}
if [ "$funcstack[1]" = "_pkcli" ]; then _pkcli "$@"; else compdef _pkcli pkcli; fi
"""


def _seen(commands: Commands) -> str:
    """What bash and zsh learn from a word before the cursor: the command, and which list it prints."""
    parts = _patterns(name for name in commands if " " in name)
    views = _patterns(f"{name} {mode}" for name, command in commands.items() for mode in command.columns if mode)
    return f"""    word="${{word%%=*}}"
    case "$command $word" in
      " -"*) ;;
      " "*) command="$word" view="$word" ;;
      {parts}) command="$command $word"; view="$command" ;;
      {views}) view="$command $word" ;;
    esac
"""


def _chosen(commands: Commands) -> str:
    """How bash and zsh find what to offer: for an option's value, for an option, for a name."""
    values = [
        (f"{name} {spelling}", option.value)
        for name, command in commands.items()
        for option in command.options
        if option.value is not None
        for spelling in option.names
    ]
    options = [(name, Offer([option.long for option in command.options])) for name, command in commands.items()]
    names = [(name, command.names) for name, command in commands.items()]
    first = Offer([*(name for name in commands if " " not in name), *ROOT])
    return f"""  case "$view $previous" in
{_arms(_columns(commands))}  esac
  if [[ -z "$found" ]]; then case "$command $previous" in
{_arms(values)}    *) if [[ "$current" == -* ]]; then case "$command" in
{_arms([("", Offer(ROOT)), *options])}    esac; else case "$command" in
{_arms([("", first), *names])}    esac; fi ;;
  esac; fi
"""


def _columns(commands: Commands) -> Iterator[tuple[str, Offer]]:
    for name, command in commands.items():
        for mode, columns in command.columns.items():
            yield from ((" ".join(filter(None, (name, mode, option))), Offer(columns)) for option in COLUMNS)


def _arms(offers: Iterable[tuple[str, Offer]]) -> str:
    """Arms of a `case`, one for all patterns with the same offer."""
    same: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    for pattern, offer in offers:
        same.setdefault((tuple(offer.words), offer.files), []).append(pattern)
    lines = []
    for (words, files), patterns in same.items():
        action = "files=1" if files else f'found="{" ".join(words)}"' if words else "return"
        lines.append(f"    {_patterns(patterns)}) {action} ;;\n")
    return "".join(lines)


def _patterns(patterns: Iterable[str]) -> str:
    return "|".join(f'"{pattern}"' for pattern in patterns)


def fish(commands: Commands) -> str:
    """The script for fish."""
    first = " ".join(name for name in commands if " " not in name)
    lines = ["# fish completion of pkcli", "complete -c pkcli -f"]
    lines.append(f"complete -c pkcli -n __fish_use_subcommand -a '{first}'")
    for name, command in commands.items():
        seen = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in name.split())
        for option in command.options:
            spelled = " ".join(f"-l {o[2:]}" if o.startswith("--") else f"-s {o[1:]}" for o in option.names)
            if option.long in COLUMNS and command.columns:
                lines += _fish_columns(seen, spelled, command.columns, several=option.long == COLUMNS[0])
            else:
                lines.append(f"complete -c pkcli -n '{seen}' {spelled}{_fish_value(option.value)}")
        if command.names.files:
            lines.append(f"complete -c pkcli -n '{seen}' -F")
        elif command.names.words:
            lines.append(f"complete -c pkcli -n '{seen}' -a '{' '.join(command.names.words)}'")
    return "\n".join(lines) + "\n"


def _fish_value(value: Offer | None) -> str:
    if value is None:
        return ""
    return " -r -F" if value.files else f" -x -a '{' '.join(value.words)}'" if value.words else " -x"


def _fish_columns(seen: str, spelled: str, columns: Mapping[str, Sequence[str]], *, several: bool) -> Iterator[str]:
    """A line for each list that the command may print."""
    modes = " ".join(mode.removeprefix("--") for mode in columns if mode)
    for mode, names in columns.items():
        given = f"; and __fish_contains_opt {mode[2:]}" if mode else f"; and not __fish_contains_opt {modes}"
        words = f"(__fish_append , {' '.join(names)})" if several else " ".join(names)
        yield f"complete -c pkcli -n '{seen}{given if modes else ''}' {spelled} -x -a '{words}'"


SHELLS: Mapping[str, Callable[[Commands], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
