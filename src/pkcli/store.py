"""Where the catalogue is: the one the wheel ships, or one compiled from a checkout's data.

A checkout's catalogue stands in the user's cache folder, named by the sizes and
times of the files that it was compiled from, written to a temporary file and then put in
place. Where no folder can be written, it is compiled in memory.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pkcli.errors import DataError

_PACKAGE = Path(__file__).parent
SHIPPED = _PACKAGE / "catalogue.sqlite"
_COMPILER = (
    "checks.py", "compile.py", "contributors.py", "dataset.py", "dates.py", "derive.py", "evidence.py", "knowledge.py",
    "models.py", "names.py", "profiles.py", "prose.py", "rates.py", "reading.py", "series.py", "strength.py",
    "tables.py", "vocabulary.py",
)  # fmt: skip


def data_folder() -> Path:
    """The folder of the data files: the wheel's copy, or the checkout's."""
    shipped = _PACKAGE / "data"
    folder = shipped if shipped.is_dir() else _PACKAGE.parents[1] / "data"
    if not (folder / "missions.json").is_file():
        raise DataError(f"no data in {folder}; reinstall pkcli")
    return folder


def cache_folder() -> Path:
    """The user's cache folder of pkcli; asking does not make it."""
    from platformdirs import user_cache_path

    return user_cache_path("pkcli", appauthor=False)


def catalogue_path() -> Path | None:
    """The catalogue's file, compiled first if need be; None if it exists only in memory."""
    if SHIPPED.is_file():
        return SHIPPED
    target = cache_folder() / f"catalogue-{_fingerprint()}.sqlite"
    if target.is_file():
        return target
    return target if _compile_into(target) else None


def connect() -> sqlite3.Connection:
    """Open the catalogue read-only; DataError if there is none that works."""
    path = catalogue_path()
    if path is None:
        from pkcli.compile import checked, fill

        connection = sqlite3.connect(":memory:")
        fill(connection, checked(data_folder()))
        return connection
    try:
        return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error as error:
        raise DataError(f"the catalogue {path} cannot be opened: {error}; delete it and try again") from error


def _fingerprint() -> str:
    """A name for the state of the data and its compiler: to read them all would cost more than a look-up."""
    from hashlib import blake2b

    digest = blake2b(digest_size=12)
    for path in [*sorted(data_folder().iterdir()), *(_PACKAGE / name for name in _COMPILER)]:
        state = path.stat()
        digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _compile_into(target: Path) -> bool:
    """Compile into `target` by way of a temporary file; False if the folder cannot be written."""
    import os
    import tempfile

    from pkcli.compile import compile_catalogue

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".catalogue-", suffix=".tmp")
    except OSError:
        return False
    os.close(handle)
    temporary = Path(name)
    try:
        temporary.unlink()
        compile_catalogue(data_folder(), temporary)
        temporary.replace(target)
    except sqlite3.OperationalError:
        return False
    finally:
        temporary.unlink(missing_ok=True)
    _forget_old(target)
    return True


def _forget_old(current: Path) -> None:
    """Remove catalogues that nobody compiled for a month: other checkouts may be using the rest."""
    import time

    for old in current.parent.glob("catalogue-*.sqlite"):
        if old != current and old.stat().st_mtime < time.time() - 30 * 86_400:
            old.unlink(missing_ok=True)
