"""Starts apps by forking: ``python -m tui.serve.app_starter SOCKET``.

All that an app imports is imported here once, so that an app starts in a fraction of the time and shares
these pages of memory with the others. This process has a bare environment, one thread, and no event loop;
nothing of a project or a person is read in it.

SOCKET is the number of an open socket to the server (sequenced packets). A request is a JSON object with
`arguments` and `environment`, and comes with three files: the app's stdin, stdout and stderr. It is
answered by ``{"started": PID}``; when an app has ended, ``{"ended": PID, "status": STATUS}`` is sent, where a
negative status is that of a signal. This process ends when the socket is closed; apps see the end of stdin.
"""

import gc
import json
import os
import pkgutil
import select
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from tui.app import configure_textual
from tui.cli import main as run_command

LARGEST = 1 << 16
"""Bytes of a request."""
PRELOADED = ("tui.app", "tui.edit", "tui.quantities", "tui.text", "tui.store", "tui.suggest", "tui.cli")
"""Packages whose modules an app may need."""
LEFT_OUT = ("tui.store.postgres", "tui.text.segment_worker")


def main() -> None:
    """Start apps until the server closes the socket."""
    gc.disable()
    configure_textual()
    for name in modules():
        with suppress(ImportError):  # of an extra
            import_module(name)
    import_module(
        "tui.app.runtime.warm_up"
    ).warm_up()  # Textual reads what is configured above when it is imported
    gc.collect()
    gc.freeze()  # the collector would write to what is shared
    server = socket.socket(fileno=int(sys.argv[1]))
    wake, waking = os.pipe()
    waited: list[socket.socket | int] = [server, wake]
    os.set_blocking(waking, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    while True:
        ready, _, _ = select.select(waited, [], [])
        if wake in ready:
            os.read(wake, 512)
            report_ended(server)
        if server in ready and not start(server):
            return


def modules() -> Iterator[str]:
    """Yield the names of modules that apps may need."""
    for package in map(import_module, PRELOADED):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.startswith(LEFT_OUT) and not found.name.endswith("__main__"):
                yield found.name


def report_ended(server: socket.socket) -> None:
    """Tell the server which apps have ended."""
    with suppress(ChildProcessError):
        while (found := os.waitpid(-1, os.WNOHANG))[0]:
            status = os.waitstatus_to_exitcode(found[1])
            with suppress(OSError):
                server.send(json.dumps({"ended": found[0], "status": status}).encode())


def start(server: socket.socket) -> bool:
    """Start the app that the server asks for next; tell whether it asked."""
    request, files, _, _ = socket.recv_fds(server, LARGEST, 3)
    if not request:
        return False
    asked = json.loads(request)
    if (app := os.fork()) == 0:
        server.close()
        become(asked["arguments"], asked["environment"], files)
    for file in files:
        os.close(file)
    server.send(json.dumps({"started": app}).encode())
    return True


def become(arguments: Sequence[str], environment: dict[str, str], files: Sequence[int]) -> NoReturn:
    """Be the app from now on.

    Raises:
        SystemExit: the app has ended; Python then ends as it always does.
    """
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["piyue", *arguments]
    sys.exit(run_command(arguments))


if __name__ == "__main__":
    main()
