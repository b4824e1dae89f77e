"""What `import pkcli` offers, kept apart so that the package itself imports nothing."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from pkcli.catalog import Catalog
from pkcli.compile import checked
from pkcli.store import data_folder

if TYPE_CHECKING:
    from pkcli.dataset import Dataset
    from pkcli.models import Mission


@cache
def load() -> Dataset:
    """All of the bundled data, read once."""
    return checked(data_folder())


def mission(name: str) -> Mission:
    """The one mission that `name` finds; NotFound if none does, Ambiguous if several do."""
    id = Catalog().one(name, ("mission",)).id
    return next(m for m in load().missions if m.id == id)


def record(name: str) -> dict[str, Any]:
    """All that is known of the one record that `name` finds; NotFound if none does, Ambiguous if several do."""
    catalog = Catalog()
    found = catalog.one(name)
    detail: dict[str, Any] = json.loads(catalog.chosen(found.kind, [found.id]).details()[0])
    return detail
