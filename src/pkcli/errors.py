"""What can go wrong, as one family of exceptions, and the exit code of each."""

from __future__ import annotations

from enum import IntEnum, unique


@unique
class Exit(IntEnum):
    """Exit codes of the program."""

    OK = 0
    FAILURE = 1
    USAGE = 2


class PkcliError(Exception):
    """A fault that the user is told in one line: what was wrong, with which value, what to do."""

    exit_code = Exit.FAILURE


class NotFound(PkcliError, LookupError):
    """No record has that name."""


class Ambiguous(PkcliError, LookupError):
    """Words fit so many records that they name none."""

    @classmethod
    def of(cls, words: str, names: list[str], noun: str) -> Ambiguous:
        """The fault of `words` that fit the records with these names."""
        examples = f"{', '.join(names[:2])} and {names[2]}"
        return cls(f"{words!r} fits {len(names)} {noun}, such as {examples}; say more")


class DataError(PkcliError):
    """The data or the catalogue cannot be used; the message names file, record, field, value and remedy."""


class OutputError(PkcliError):
    """The output cannot be written."""


class ReaderGone(PkcliError):
    """The reader of standard output (`| head`) has what it wanted; an end like any other."""

    exit_code = Exit.OK


class UsageError(PkcliError):
    """An option or argument has a value that it cannot have."""

    exit_code = Exit.USAGE
