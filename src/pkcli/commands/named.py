"""What names on the command line mean: arguments that may be one name in several words, and values of options."""

from __future__ import annotations

from collections.abc import Sequence

from pkcli.catalog import Catalog
from pkcli.commands.options import flatten
from pkcli.errors import Ambiguous, NotFound, UsageError
from pkcli.lookup import Found
from pkcli.query import named


def records(catalog: Catalog, words: Sequence[str], kinds: Sequence[str]) -> list[list[Found]]:
    """The records that arguments name: all words together (`country south africa`), or each by itself."""
    if len(words) > 1 and not any("," in word for word in words):
        whole = catalog.called(" ".join(words), kinds)
        if whole:
            return [whole]
    return [catalog.find(name, kinds) for name in flatten(words)]


def missions(catalog: Catalog, values: Sequence[str]) -> list[str]:
    """The ids of the missions that the values of `--mission` name; UsageError if one names none."""
    try:
        found = [catalog.find(name, ("mission",)) for name in flatten(values)]
    except (NotFound, Ambiguous) as error:
        raise UsageError(f"--mission: {error}") from None
    return list(dict.fromkeys(hit.id for hits in found for hit in hits))


def countries(catalog: Catalog, option: str, values: Sequence[str]) -> list[str]:
    """The codes of the countries that the values of an option name exactly; UsageError names the nearest."""
    return list(dict.fromkeys(named(option, values, "country", catalog)))


def organizations(catalog: Catalog, values: Sequence[str]) -> list[str]:
    """The ids of the organisations that the values of `--org` name exactly; UsageError names the nearest."""
    return list(dict.fromkeys(named("--org", values, "organization", catalog)))
