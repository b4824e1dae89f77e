"""`compare`: missions, or organisations, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from pkcli import compare as core
from pkcli import figures
from pkcli.catalog import Catalog
from pkcli.columns import MISSION, ORGANIZATION, Column
from pkcli.commands.lists import show_styled
from pkcli.commands.options import OutputOptions, flatten, takes
from pkcli.errors import UsageError
from pkcli.lookup import Found
from pkcli.output import Format, View
from pkcli.output.chart import sparkline
from pkcli.query import choose
from pkcli.rows import Rows


@takes("output")
def compare(
    names: Annotated[
        list[str], typer.Argument(help="Two to six missions, or two to six organisations.", metavar="A B…")
    ],
    output: OutputOptions,
    diff: Annotated[bool, typer.Option("--diff", help="Only the facts that differ.")] = False,
    align: Annotated[
        str | None, typer.Option("--align", help="Add yearly strength, by date or by mission age.", metavar="date|age")
    ] = None,
) -> None:
    """Set missions, or organisations, side by side: one row a fact.

    A fact that differs is marked. The rate counts deaths of uniformed personnel
    per 1,000 person-years, in the years that the monthly series cover. By age a
    year is twelve months from a mission's start.

    Example: pkcli compare MINUSMA UNMIL AMISOM
    """
    import json

    catalog = Catalog()
    if align is not None:
        align = choose("--align", align, core.ALIGNMENTS)
    kind, ids = _same_kind([catalog.one(name, ("mission", "organization")) for name in flatten(names)])
    core.check_number(ids)
    records = [json.loads(text) for text in catalog.chosen(kind, ids).details()]
    if kind == "mission":
        rows = core.missions(records, align, figures.months(catalog, ids))
    elif align is not None:
        raise UsageError(f"--align {align} is for missions, and these are organisations; leave it out")
    else:
        rows = core.organizations(records)
    if diff:
        rows = [row for row in rows if row.differs]
    view = _view(records)
    terminal = output.terminal()
    style = output.style(view, terminal)
    flat = [row.flat(ids) for row in rows]
    if style.format is Format.TABLE:
        flat = [
            _for_people(row, ids, kind, terminal.unicode)
            for row in flat
            if any(row[i] not in (None, [], {}, "") for i in ids)
        ]
    show_styled(catalog, Rows(flat).arranged(output.order(view)), view, output, style, terminal)


def _same_kind(found: list[Found]) -> tuple[str, list[str]]:
    kinds = {hit.kind: hit.name for hit in found}
    if len(kinds) > 1:
        both = " and ".join(f"{name} ({kind})" for kind, name in kinds.items())
        raise UsageError(f"a mission cannot be compared with an organisation: {both}; name records of one kind")
    return found[0].kind, list(dict.fromkeys(hit.id for hit in found))


def _view(records: list[Mapping[str, Any]]) -> View:
    columns = [
        Column("fact", "Fact", 0),
        *(Column(record["id"], record["acronym"], 0, fold=12) for record in records),
        Column("differs", "≠", 0),
    ]
    names = tuple(column.name for column in columns)
    return View({column.name: column for column in columns}, names, names, "fact")


def _for_people(row: dict[str, Any], ids: list[str], kind: str, unicode: bool) -> dict[str, Any]:
    """A row in words: headings for keys, marks for the task matrix, a count for the resolutions."""
    from pkcli.output.rich_text import number, words

    headings = {"mission": MISSION, "organization": ORGANIZATION}[kind]
    fact = row["fact"]
    shown = {id: row[id] for id in ids}
    if fact == "decisive_resolutions":
        shown = {id: len(row[id]) or None for id in ids}
    elif fact == "strength_by_year":
        shown = {id: sparkline(row[id], unicode=unicode) for id in ids}
    elif fact.startswith("task: "):
        mark = "●" if unicode else "x"
        shown = {id: mark if row[id] else None for id in ids}
    elif fact in ("type", "category", "kind", "region", "functions"):
        shown = {id: ", ".join(map(words, row[id])) if isinstance(row[id], list) else words(row[id]) for id in ids}
    label = headings[fact].heading if fact in headings else words(fact.removeprefix("task: ").replace(":", ""))
    label = label if fact.startswith("task: ") else label[:1].upper() + label[1:]
    differs = ("≠" if unicode else "!=") if row["differs"] else ""
    shown = {id: ", ".join(value) if isinstance(value, list) else value for id, value in shown.items()}
    shown = {id: number(value) if isinstance(value, int | float) else value for id, value in shown.items()}
    return {"fact": label, **shown, "differs": differs}
