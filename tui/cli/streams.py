"""Where an export goes that is one stream: stdout, a pipe, or a file that appears whole."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

STDOUT = "-"


def is_plain(path: Path) -> bool:
    """Tell whether a file is or will be there, not a pipe or a device."""
    return path.is_file() or not path.exists()


@contextmanager
def stream_to(target: str) -> Iterator[BinaryIO]:
    """Give the stream that writes to `target`.

    Raises:
        FormatError: it cannot be written.
    """
    from tui.formats.files import replacing

    if target == STDOUT:
        yield sys.stdout.buffer
    else:
        with replacing(Path(target)) as stream:
            yield stream
