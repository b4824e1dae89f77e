"""What `import pkcli` offers, kept apart so that the package itself imports nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pkcli.catalog import Catalog
from pkcli.compile import checked
from pkcli.errors import NotFound
from pkcli.names import some
from pkcli.store import data_folder

if TYPE_CHECKING:
    from pkcli.dataset import Dataset
    from pkcli.models import Mission


@cache
def load() -> Dataset:
    """All of the bundled data, read once."""
    return checked(data_folder())


def mission(name: str) -> Mission:
    """The one mission that `name` finds; NotFound if none does or several do."""
    found = Catalog().find(name, ("mission",))
    if len(found) > 1:
        raise NotFound(f"{name!r} fits {len(found)} missions: {some([f.id for f in found])}; name one of them")
    return next(m for m in load().missions if m.id == found[0].id)
