"""Whether the terminal shows UTF-8, asked only where the locale does not say so."""

import os
import re
import select
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic

from tui.errors import PiyueError

with suppress(ImportError):  # systems without them have no such terminals
    import termios
    import tty

QUESTION = "\r中中\x1b[6n"
"""Writes two characters and asks where the cursor is then."""
ANSWER = rb"\x1b\[\d+;(\d+)R"
EXPECTED_COLUMN = 5
"""Of the cursor, from 1: a terminal that takes each byte for a character goes on to 7."""
CLEAR_LINE = "\r\x1b[K"
SECONDS = 0.3
"""How long an answer is waited for; terminals on the same machine need a few milliseconds."""


def check_locale(environ: Mapping[str, str], keys: int, screen: int) -> None:
    """Ask the terminal whether it shows UTF-8, unless the locale says that it does.

    A terminal that does not answer is taken for one that does.

    Args:
        keys, screen: the descriptors that keys are read from and that is written on.

    Raises:
        PiyueError: the terminal shows something else.
    """
    locale = locale_of(environ)
    if is_utf8(locale) or os.name != "posix":
        return
    if _column(keys, screen) not in (None, EXPECTED_COLUMN):
        raise PiyueError("app.no_utf8", locale=locale)


def locale_of(environ: Mapping[str, str]) -> str:
    """Return the locale of characters; C where none is set."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next(filter(None, names), "C")


def is_utf8(locale: str) -> bool:
    """Tell whether a locale's characters are UTF-8."""
    return locale.lower().replace("-", "").endswith("utf8")


def _column(keys: int, screen: int) -> int | None:
    """Return the column of the cursor behind the two characters; None: no answer."""
    before = termios.tcgetattr(keys)
    try:
        tty.setcbreak(keys, termios.TCSANOW)
        os.write(screen, QUESTION.encode())
        found = re.search(ANSWER, _read_until_answer(keys))
        os.write(screen, CLEAR_LINE.encode())
    finally:
        termios.tcsetattr(keys, termios.TCSANOW, before)
    return int(found[1]) if found else None


def _read_until_answer(keys: int) -> bytes:
    read, limit = b"", monotonic() + SECONDS
    while not re.search(ANSWER, read):
        ready, _, _ = select.select([keys], [], [], max(0.0, limit - monotonic()))
        if not ready or not (more := os.read(keys, 1024)):
            break
        read += more
    return read
