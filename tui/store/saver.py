"""Saves in the background: one thread, the newest document of each page, retried on failure."""

from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from time import monotonic
from typing import TypeAlias

from msgspec import Struct

from tui.errors import PiyueError, StoreError
from tui.model import Document

PageKey: TypeAlias = tuple[str, str]
"""Page id and annotator: what has a file of its own."""


class Saved(Struct, frozen=True):
    """This document is durable; it took so many seconds."""

    document: Document
    seconds: float


class Failed(Struct, frozen=True):
    """This document could not be saved; it is kept and tried again with the next one, or when asked to."""

    document: Document
    error: PiyueError


Report: TypeAlias = Saved | Failed


class Saver:
    """Saves documents in a thread of its own.

    Args:
        save: writes one document, durable when it returns, or raises.
        report: told of each attempt, in the saver's thread.
        clock: seconds that never go back.
    """

    def __init__(
        self,
        save: Callable[[Document], None],
        report: Callable[[Report], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._save, self._report, self._clock = save, report, clock
        self._changed = Condition()
        self._waiting: dict[PageKey, Document] = {}
        self._failed: dict[PageKey, Document] = {}
        self._current: Document | None = None
        self._busy = False
        self._closing = False
        self._thread = Thread(target=self._work, name="piyue-saver", daemon=True)
        self._thread.start()

    def put(self, document: Document) -> None:
        """Have `document` saved instead of what waits for its page, and what failed before tried again.

        Raises:
            RuntimeError: the saver was closed.
        """
        with self._changed:
            if self._closing:
                raise RuntimeError("the saver was closed")
            self._again()
            self._waiting[_key(document)] = document
            self._changed.notify_all()

    def retry(self) -> None:
        """Try again what failed."""
        with self._changed:
            self._again()
            self._changed.notify_all()

    @property
    def pending(self) -> tuple[Document, ...]:
        """The newest document of each page that is not durable yet."""
        with self._changed:
            current = {} if self._current is None else {_key(self._current): self._current}
            return tuple((current | self._failed | self._waiting).values())

    def wait(self, timeout: float | None = None) -> tuple[Document, ...]:
        """Wait until everything was tried, and return what is not durable all the same.

        Args:
            timeout: seconds to wait at most; None: as long as it takes.
        """
        with self._changed:
            self._changed.wait_for(self._idle, timeout)
        return self.pending

    def flush(self, timeout: float | None = None) -> tuple[Document, ...]:
        """Try again what failed, wait as `wait` does, and return what is not durable all the same."""
        self.retry()
        return self.wait(timeout)

    def close(self, timeout: float | None = None) -> tuple[Document, ...]:
        """As `flush`; then nothing can be put any more, and the thread ends when it has done its work."""
        left = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
            ends = self._idle()
        if ends:
            self._thread.join()
        return left

    def _again(self) -> None:
        """Put what failed back in front of what waits, where nothing newer waits."""
        self._waiting = self._failed | self._waiting
        self._failed = {}

    def _idle(self) -> bool:
        return not self._waiting and not self._busy

    def _work(self) -> None:
        while (document := self._next()) is not None:
            report = self._attempt(document)
            with self._changed:
                self._current = None
                if isinstance(report, Failed):
                    self._failed |= {} if _key(document) in self._waiting else {_key(document): document}
            with suppress(Exception):  # who listens may be gone; the work is not
                self._report(report)
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _next(self) -> Document | None:
        """Return the document that waits longest, once there is one; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            if not self._waiting:
                return None
            self._busy = True
            self._current = self._waiting.pop(next(iter(self._waiting)))
            return self._current

    def _attempt(self, document: Document) -> Report:
        """Save `document`; whatever goes wrong is reported, so that the thread lives on."""
        began = self._clock()
        try:
            self._save(document)
        except PiyueError as error:
            return Failed(document, error)
        except Exception as error:  # a mistake of ours must not end in lost work without a word
            return Failed(document, StoreError("store.write", reason=error))
        return Saved(document, self._clock() - began)


def _key(document: Document) -> PageKey:
    return document.page.id, document.annotator
