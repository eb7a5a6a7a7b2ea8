"""The command line: arguments in, answers out. Each command is imported when it is run."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

from tui.errors import PiyueError
from tui.store.files.system_calls import raise_when_ended
from tui.store.worker_process import leave_current_folder
from tui.texts import Language, language_of


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status: 0 done, 1 failed, 128 and its number where a signal ended it.

    Args:
        argv: the arguments; those of the process where there are none.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 for help and version.
    """
    from tui.cli.parser import language_asked

    leave_current_folder()
    if argv is None:
        raise_when_ended()
    arguments = sys.argv[1:] if argv is None else list(argv)
    language = language_asked(arguments) or language_of(os.environ)
    try:
        return _run(arguments, language)
    except BrokenPipeError:  # whoever read us has seen enough
        _drop_output()
        return 1
    except KeyboardInterrupt as ended:
        number: int = (ended.args or (signal.SIGINT,))[0]
        return 128 + number
    except PiyueError as error:
        return _failed(error, language)
    except OSError as error:
        reason = error.strerror or str(error)
        return _failed(PiyueError("cli.os", path=error.filename, reason=reason), language)


def _run(arguments: list[str], language: Language) -> int:
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # or it looks through all packages for some
    gc.disable()  # what is imported stays: looking for garbage in it costs a sixth of the start
    from tui.cli.context import Context
    from tui.cli.parser import parse

    namespace, command = parse(arguments, language)
    if sys.stdout.isatty() and (namespace.command or "open") != "open":  # the app speaks to it itself
        from tui.cli.streams import filtered

        sys.stdout = filtered(sys.stdout)
    context = Context(namespace, language)
    gc.freeze()
    gc.enable()
    try:
        command(context)
    finally:
        context.note_missing_sources()
    context.flush()
    return context.status


def _failed(error: PiyueError, language: Language) -> int:
    with suppress(BrokenPipeError):
        sys.stdout.flush()
    print(f"piyue: {error.render(language)}", file=sys.stderr)
    return 1


def _drop_output() -> None:
    """Point stdout at nothing, so that Python does not fail once more when it flushes at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
