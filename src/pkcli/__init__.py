"""The peace-operations reference as a library.

    import pkcli

    for mission in pkcli.missions():
        print(mission.acronym, mission.start, mission.end)
    print(pkcli.mission("MINUSMA").fatalities)

Records are frozen, typed objects (`pkcli.models`), read from the bundled data
at the first call. The program itself does not come through here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkcli.dataset import Dataset
    from pkcli.models import Mission, Organization

__all__ = ["load", "mission", "missions", "organizations"]


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


def mission(name: str) -> Mission:
    """The one mission that `name` finds, as on the command line; NotFound if none does or several do."""
    from pkcli.library import mission as found

    return found(name)
