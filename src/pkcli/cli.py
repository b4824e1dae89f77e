"""Puts the commands together; nothing else.

One look-up is one short process, so only the module of the command that was
typed is imported; the others are known by name and one line of help.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer


class Command(NamedTuple):
    """Where a command is, and what it does."""

    module: str
    attribute: str
    help: str


COMMANDS = {
    "missions": Command("missions", "missions", "List and filter missions."),
    "mission": Command("mission", "mission", "Show everything about one or more missions."),
    "orgs": Command("orgs", "orgs", "List organisations."),
    "org": Command("orgs", "org", "Show everything about one or more organisations."),
    "compare": Command("compare", "compare", "Set missions, or organisations, side by side."),
    "show": Command("show", "show", "Show the one thing that the words name, whatever it is."),
    "search": Command("search", "search", "Search all records for words, best first."),
    "stats": Command("stats", "stats", "Count missions by region, organisation, decade, type …"),
    "strength": Command("series", "strength", "Show uniformed personnel of UN missions over time."),
    "fatalities": Command("series", "fatalities", "Count deaths in UN missions by mission, year, cause …"),
    "contributors": Command("contributors", "contributors", "Rank the countries that send uniformed personnel."),
    "countries": Command("countries", "countries", "List countries: what they host, send, and have lost."),
    "country": Command("countries", "country", "Show all about one country as host and contributor."),
    "locations": Command("places", "locations", "Show where a UN mission was deployed in a year."),
    "map": Command("places", "world", "Show the hosts of missions on a map of the world."),
    "timeline": Command("series", "timeline", "Draw missions against the years."),
    "topics": Command("knowledge", "topics", "List the themes of cooperation in peacekeeping."),
    "topic": Command("knowledge", "topic", "Show a theme: a short text with its sources."),
    "history": Command("knowledge", "history", "Tell the story since 1945, as dated events and eras."),
    "glossary": Command("knowledge", "glossary", "Explain the field's terms and abbreviations."),
    "resolutions": Command("resolutions", "resolutions", "List the UN resolutions on missions."),
    "resolution": Command("resolutions", "resolution", "Show what UN resolutions decided."),
    "sources": Command("sources", "sources", "List the sources, and which records rest on each."),
    "cite": Command("sources", "cite", "Print how to cite a record."),
    "schema": Command("schema", "schema", "Print the JSON Schema of a record, or the fixed lists."),
    "data": Command("data", "app", "What is loaded and from where; check it."),
    "completion": Command("completion", "completion", "Print the completion script of a shell."),
}

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def build(arguments: Sequence[str]) -> typer.Typer:
    """The application for these arguments: with the command that they name, or with a line for each."""
    app = typer.Typer(
        name="pkcli",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=CONTEXT,
        invoke_without_command=True,
    )
    app.callback(help="The peace-operations reference: missions, organisations, mandates, figures, sources.")(_root)
    word = next((a for a in arguments if not a.startswith("-")), None)
    if word in COMMANDS:
        _register(app, word)
    else:
        for name, command in COMMANDS.items():
            app.command(name, help=command.help)(_stub)
    return app


def _register(app: typer.Typer, name: str) -> None:
    command = COMMANDS[name]
    found = getattr(importlib.import_module(f"pkcli.commands.{command.module}"), command.attribute)
    if isinstance(found, typer.Typer):
        app.add_typer(found, name=name)
    else:
        app.command(name)(found)


def _stub() -> None:
    """Stand for a command that is only listed."""


def _root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print program and data version.")] = False,
) -> None:
    if version:
        from pkcli.commands.welcome import show_version

        show_version()
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from pkcli.commands.welcome import welcome

        welcome()
