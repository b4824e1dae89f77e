"""The welcome, and the version."""

from __future__ import annotations

from pkcli.catalog import Catalog
from pkcli.output import write
from pkcli.version import VERSION

EXAMPLES = (
    ("pkcli missions --region africa --status active", "what goes on in Africa"),
    ("pkcli mission minusma", "all about one mission"),
    ("pkcli compare MINUSMA UNMIL AMISOM", "three side by side"),
    ("pkcli search 'protection of civilians'", "full text"),
    ("pkcli missions --format json | jq -r '.[].acronym'", "for other tools"),
)


def show_version() -> None:
    """Print the program's version and the date of the data."""
    meta = Catalog().meta()
    write(f"pkcli {VERSION} (data {meta['data_version']}, as of {meta['as_of']})\n")


def welcome() -> None:
    """Print what there is, as of when, and five examples."""
    catalog = Catalog()
    ((total, active, first),) = catalog.rows(
        "SELECT count(*), sum(status = 'active'), min(first_day) FROM mission WHERE scope = 'core'"
    )
    ((organizations,),) = catalog.rows("SELECT count(*) FROM organization")
    width = max(len(example) for example, _ in EXAMPLES)
    lines = [
        "pkcli: the peace-operations reference",
        "",
        f"{total} missions since {str(first)[:4]}, {active} of them active, and {organizations} organisations;",
        f"data {catalog.meta()['data_version']}, as of {catalog.as_of()}. Every figure has its source.",
        "",
        *(f"  {example:{width}}  {what}" for example, what in EXAMPLES),
        "",
        "pkcli --help lists the commands, pkcli COMMAND --help the options of one.",
    ]
    write("\n".join(lines) + "\n")
