"""Where an export goes that is one stream: stdout, a pipe, or a file that appears whole."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from tui.errors import printable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

STDOUT = "-"


class _Terminal(BufferedIOBase):
    """Stdout where it is a terminal: what it would obey is made visible, all else is as in a file."""

    def writable(self) -> bool:
        """See `io.IOBase.writable`."""
        return True

    def write(self, data: "Buffer") -> int:
        """Write whole characters."""
        text = bytes(data).decode("utf-8", "backslashreplace")
        kept = "".join(c if c in "\n\t\u3000" else printable(c) for c in text)
        sys.stdout.buffer.write(kept.encode("utf-8"))
        return len(bytes(data))


def stdout() -> BinaryIO:
    """Return stdout for bytes; on a terminal, what that would obey is made visible."""
    return cast("BinaryIO", _Terminal()) if sys.stdout.isatty() else sys.stdout.buffer


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
