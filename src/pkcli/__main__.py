"""The program: runs the application and turns faults into one line and an exit code."""

from __future__ import annotations

import gc

# A look-up makes few cycles and ends soon: collecting them costs a tenth of its time.
gc.disable()

import os  # noqa: E402
import sys  # noqa: E402

from pkcli.errors import Exit, PkcliError, ReaderGone  # noqa: E402
from pkcli.terminal import PLAINER  # noqa: E402


def main() -> None:
    """Run pkcli with the arguments of the process and leave with its exit code."""
    code = run([_readable(argument) for argument in sys.argv[1:]])
    gc.freeze()
    sys.exit(code)


def _readable(argument: str) -> str:
    """An argument as it was typed, in UTF-8, also where Python took the locale's encoding for another."""
    return argument if argument.isprintable() else os.fsencode(argument).decode("utf-8", "replace")


def run(arguments: list[str]) -> int:
    """Run pkcli with `arguments`; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=PLAINER)
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except ReaderGone:
        # Python must not find the pipe closed once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except PkcliError as error:
        return _fail(str(error), error.exit_code)
    except OSError as error:
        return _fail(f"{error.filename or 'output'}: {error.strerror}", Exit.FAILURE)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("PKCLI_DEBUG"):
            raise
        return _fail(
            f"internal error, {type(error).__name__}: {error}; please report it with the output of PKCLI_DEBUG=1",
            Exit.FAILURE,
        )
    return code


def _invoke(arguments: list[str]) -> int:
    _without_compression()
    import typer

    from pkcli.cli import build

    try:
        code = build(arguments)(arguments, prog_name="pkcli", standalone_mode=False)
    except typer.Abort:
        return Exit.FAILURE
    except PkcliError:
        raise
    except Exception as error:
        # Typer's own usage errors have this shape; its classes are private.
        if not hasattr(error, "format_message"):
            raise
        return _fail(f"{_sentence(error.format_message())}; see pkcli --help", Exit.USAGE)
    return int(code or 0)


def _without_compression() -> None:
    """Keep `shutil`, which Typer imports, from loading compressors that nothing here uses: a twentieth of a look-up.

    `shutil` does without those that are missing, and so do archives made later in this process.
    """
    if "shutil" in sys.modules:
        return
    absent = [name for name in ("bz2", "lzma", "zlib") if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]
    import shutil  # noqa: F401

    for name in absent:
        del sys.modules[name]


def _sentence(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def _fail(message: str, code: int) -> int:
    """Tell what is wrong in one line, without control characters, after what stands on stdout."""
    sys.stdout.flush()
    line = "".join(c if c.isprintable() else "?" for c in message)
    print(f"pkcli: {line}", file=sys.stderr)
    return code


if __name__ == "__main__":
    main()
