"""The program ``timelines``: its commands, and how it ends.

Exit status: 0 clean, 1 flags found by ``check``, 2 bad usage or input. Errors are one line on standard error.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import Abort, TyperException

from app.cli import adding, canon, checking, knowledge, reading, serving, timeline
from app.cli.usage import UsageError, complain

_BAD = 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141
# Lasting objects are made while the program loads; to look for waste among them each 700 takes a tenth of that time.
_OBJECTS = 100_000

program = typer.Typer(
    name="timelines",
    help="Read articles, place their events in time, and flag what cannot be true.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
program.command("reconstruct")(reading.reconstruct)
program.command("check")(checking.check)
program.command("tag")(reading.tag)
program.command("timeline")(timeline.timeline)
program.command("add")(adding.add)
program.command("lookup")(knowledge.lookup)
program.command("rules")(knowledge.rules)
program.command("explain")(knowledge.explain)
program.command("serve")(serving.serve)
program.command("samples")(serving.samples)
program.add_typer(canon.commands, name="canon")


def main() -> None:
    """The entry of the installed program."""
    gc.set_threshold(_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return the exit status."""
    try:
        result = program(list(arguments) or ["--help"], standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has stopped (`timelines … | head`); nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except SystemExit:
        # What typer makes of the same.
        return _PIPE_CLOSED
    except (KeyboardInterrupt, Abort):
        return _INTERRUPTED
    except TyperException as error:
        return _fail(f"{error.format_message().rstrip('.')}. {_hint(error)}")
    except UsageError as error:
        return _fail(str(error))
    except Exception as error:
        if not _is_expected(error):
            raise
        return _fail(str(error))
    return result if isinstance(result, int) else 0


def _is_expected(error: Exception) -> bool:
    # Imported here: the engine takes a while to load, and most calls do not end this way.
    from pydantic import ValidationError

    from app.store.database import StoreError
    from timelines.errors import TimelinesError

    return isinstance(error, TimelinesError | StoreError | ValidationError)


def _hint(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"`{context.command_path if context else 'timelines'} --help` says how."


def _fail(message: str) -> int:
    complain(message)
    return _BAD
