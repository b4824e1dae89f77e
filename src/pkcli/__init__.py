"""The peace-operations reference as a library.

    import pkcli

    for mission in pkcli.missions():
        print(mission.acronym, mission.start, mission.end)
    print(pkcli.record("MINUSMA")["fatalities"])

`missions`, `organizations`, `countries` and `resolutions` give frozen, typed
objects (`pkcli.models`): what the data files hold, read at the first call.
`record` gives what follows from it too, such as status and fatalities, under
the keys of `--json`. The program itself does not come through here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pkcli.dataset import Dataset
    from pkcli.models import Country, Mission, Organization, Resolution

__all__ = ["countries", "load", "mission", "missions", "organizations", "record", "resolutions"]


def load() -> Dataset:
    """All of the bundled data as typed records; DataError if it has a fault."""
    from pkcli.library import load as loaded

    return loaded()


def missions() -> list[Mission]:
    """All missions of the register, core and related, sorted by id."""
    return load().missions


def organizations() -> list[Organization]:
    """All organisations of the register, sorted by id."""
    return load().organizations


def countries() -> list[Country]:
    """All countries that the register knows, sorted by their ISO 3166-1 alpha-3 code."""
    return load().countries


def resolutions() -> list[Resolution]:
    """All UN resolutions that the register names, sorted by id."""
    return load().resolutions


def mission(name: str) -> Mission:
    """The one mission that `name` finds, as on the command line; NotFound if none does, Ambiguous if several do."""
    from pkcli.library import mission as found

    return found(name)


def record(name: str) -> dict[str, Any]:
    """All that is known of the one record that `name` finds, with the keys of `pkcli show NAME --json`.

    NotFound if no record is called so, Ambiguous if several are.
    """
    from pkcli.library import record as found

    return found(name)
