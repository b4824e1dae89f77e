"""`data`: what is loaded and from where; check it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pkcli import store
from pkcli.catalog import Catalog
from pkcli.columns import Column
from pkcli.commands.lists import notice, show_styled
from pkcli.commands.options import OutputOptions, takes
from pkcli.errors import DataError
from pkcli.output import Format, View, write
from pkcli.rows import Rows
from pkcli.version import VERSION

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What is loaded and from where; check it.")
_COLUMNS = {"item": Column("item", "Item", 0), "value": Column("value", "Value", 10, fold=20)}
STATUS = View(_COLUMNS, tuple(_COLUMNS), tuple(_COLUMNS), "item")
_COUNTED = ("mission", "organization", "country", "source", "personnel", "contribution", "fatality")


@app.command("status")
@takes("output")
def status(output: OutputOptions) -> None:
    """Show the release, how much there is, and where the catalogue is.

    As JSON one object, the release in its key meta; else one line an item.

    Example: pkcli data status --json
    """
    catalog = Catalog()
    meta, others = catalog.meta(), _loaded(catalog)
    terminal = output.terminal()
    style = output.style(STATUS, terminal)
    if style.format is Format.JSON and style.columns is None:
        import json

        from pkcli.output.json_text import portable

        text = json.dumps({"meta": meta, **others}, ensure_ascii=False, indent=2) + "\n"
        output.write(portable(text, terminal))
        return
    rows = Rows([{"item": item, "value": value} for item, value in {**meta, **others}.items()])
    show_styled(catalog, rows.arranged(output.order(STATUS)), STATUS, output, style, terminal)


def _loaded(catalog: Catalog) -> dict[str, object]:
    """What there is beside the release: versions, counts, places."""
    rows = {f"{table}_rows": count for table, count in catalog.counted(_COUNTED).items()}
    first, last = catalog.months()
    path = store.catalogue_path()
    return {
        "program_version": VERSION,
        **rows,
        "personnel_months": f"{first} to {last}",
        "catalogue": str(path) if path else "in memory",
        "data_folder": str(store.data_folder()),
    }


@app.command("path")
def path() -> None:
    """Print the folder of the data files.

    Example: ls "$(pkcli data path)"
    """
    write(f"{store.data_folder()}\n")


@app.command("validate")
def validate(
    file: Annotated[
        Path | None, typer.Argument(help="A file with one mission record, or a list of them; '-' reads stdin.")
    ] = None,
) -> None:
    """Check the whole register, or the records in a file as if they stood in it.

    Prints one line a fault: file and line, record, field, what is wrong and what to do.
    Exit 1 if there is one.

    Example: pkcli data validate my-mission.json
    """
    from pkcli.reading import check_record, read

    data = read(store.data_folder())
    faults = data.faults
    if file is not None:
        faults = check_record(_text(file), "stdin" if str(file) == "-" else file.name, data)
    for fault in faults:
        write(f"{fault}\n")
    if faults:
        notice(f"{len(faults)} fault{'s' if len(faults) > 1 else ''}")
        raise typer.Exit(1)
    checked = str(file) if file else f"{len(data.missions)} missions, {len(data.organizations)} organisations"
    notice(f"no faults: {checked}")


def _text(file: Path) -> str:
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
        raise DataError(f"cannot read {str(file)!r}: {reason}; name a JSON file") from error
