"""The program as users run it: a process of its own, in a pipe or in a real terminal, with folders of its own."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pkcli.catalog import Catalog
from pkcli.dataset import Dataset
from pkcli.reading import read
from pkcli.store import data_folder

PROGRAM = Path(sys.executable).parent / "pkcli"
_ANSI = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class Result(NamedTuple):
    """What a run printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self.out.splitlines()]

    @property
    def plain(self) -> str:
        return _ANSI.sub("", self.out)


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A fixed environment: no test reads or writes the user's folders, or depends on the terminal it runs in."""
    home = tmp_path_factory.mktemp("home")
    return {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}


Run = Callable[..., Result]


@pytest.fixture(scope="session")
def pipe(environment: dict[str, str]) -> Run:
    """Run pkcli with its output in a pipe."""

    def run(*arguments: str, stdin: str = "", **variables: str) -> Result:
        done = subprocess.run(
            [PROGRAM, *arguments], env=environment | variables, input=stdin, capture_output=True, timeout=60,
            encoding="utf-8",
        )  # fmt: skip
        return Result(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def terminal(environment: dict[str, str]) -> Run:
    """Run pkcli in a real terminal of `columns` columns; stderr apart."""

    def run(*arguments: str, columns: int = 80, **variables: str) -> Result:
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        process = subprocess.Popen(
            [PROGRAM, *arguments], env=environment | variables, stdin=follower, stdout=follower, stderr=subprocess.PIPE
        )
        os.close(follower)
        parts = []
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # what Linux says when the other side has closed
                break
            if not part:
                break
            parts.append(part)
        os.close(leader)
        assert process.stderr is not None
        err = process.stderr.read().decode()
        process.stderr.close()
        out = b"".join(parts).decode().replace("\r\n", "\n")
        return Result(process.wait(), out, err)

    return run


@pytest.fixture(scope="session")
def data() -> Dataset:
    """The bundled data."""
    return read(data_folder())


@pytest.fixture(scope="session")
def catalog(data: Dataset) -> Catalog:
    """The bundled data's catalogue, in memory."""
    import sqlite3

    from pkcli.compile import fill

    connection = sqlite3.connect(":memory:")
    fill(connection, data)
    return Catalog(connection)
