"""Output of an export that is a single stream: stdout, a pipe, or a file replaced as a whole."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, cast

from tui.cli.context import STDOUT
from tui.errors import printable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

OBEYED = re.compile("[^ -~\\n\\t\\u3000\\u4e00-\\u9fff\\r]|\\r(?!\\n)")
"""What may be more than a character to a terminal: `printable` decides."""


class _Terminal(BufferedIOBase):
    """Stdout where it is a terminal: what it would obey is made visible, all else is as in a file."""

    def __init__(self, terminal: TextIO) -> None:
        super().__init__()
        self._terminal = terminal

    def writable(self) -> bool:
        """See `io.IOBase.writable`."""
        return True

    def isatty(self) -> bool:
        """See `io.IOBase.isatty`."""
        return True

    def fileno(self) -> int:
        """See `io.IOBase.fileno`."""
        return self._terminal.fileno()

    def write(self, data: "Buffer") -> int:
        """Write whole characters: of UTF-8, else of the terminal's encoding."""
        said = bytes(data)
        encoding = "utf-8"
        try:
            text = said.decode()
        except UnicodeDecodeError:
            encoding = self._terminal.encoding
            text = said.decode(encoding, "backslashreplace")
        shown = OBEYED.sub(lambda found: printable(found[0]), text)
        self._terminal.buffer.write(shown.encode(encoding, "backslashreplace"))
        return len(said)

    def flush(self) -> None:
        """See `io.IOBase.flush`."""
        self._terminal.flush()


def filtered(terminal: TextIO) -> TextIO:
    """Return what writes to a terminal nothing that it would obey."""
    return TextIOWrapper(
        cast("Any", _Terminal(terminal)), terminal.encoding, errors="replace", line_buffering=True
    )


def stdout() -> BinaryIO:
    """Return stdout for bytes; on a terminal it is filtered already."""
    return sys.stdout.buffer


@contextmanager
def stream_to(target: str) -> Iterator[BinaryIO]:
    """Give the stream that writes to `target`.

    Raises:
        FormatError: it cannot be written.
    """
    from tui.formats.common.whole_files import replacing

    if target == STDOUT:
        yield stdout()
    else:
        with replacing(Path(target)) as stream:
            yield stream
