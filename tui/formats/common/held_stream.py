"""A stream that holds back what is written until it is certain that it is wanted."""

import shutil
from collections.abc import Callable
from io import BufferedIOBase
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

IN_MEMORY = 1 << 24
"""Bytes that are held in memory; more are held in a temporary file."""


class HeldStream(BufferedIOBase):
    """Writes to a stream what nobody will take back any more.

    Args:
        out: where it goes.
        may_fail: tells whether the whole may still be refused.
    """

    def __init__(self, out: BinaryIO, may_fail: Callable[[], bool]) -> None:
        self._out, self._may_fail = out, may_fail
        self._held = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
        self._is_held = True
        self._written = 0

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write bytes, or hold them back."""
        if self._is_held and not self._may_fail():
            self.release()
        size = (self._held if self._is_held else self._out).write(data)
        self._written += size
        return size

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._written

    def release(self) -> None:
        """Write what was held back."""
        if self._is_held:
            self._is_held = False
            self._held.seek(0)
            shutil.copyfileobj(self._held, self._out)

    def close(self) -> None:
        """Forget what is still held back; the stream behind stays open."""
        self._held.close()
        super().close()
