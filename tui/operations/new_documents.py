"""Documents of new pages: saved many at a time, by another process while the next texts are read."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from threading import active_count

from tui.errors import PiyueError, StoreError
from tui.formats.common.loss_report import What
from tui.model import Document
from tui.store.project import Project

Added = Counter[What]


class NewDocuments:
    """Saves documents of pages that have no files yet.

    Args:
        refused: called with what was added to a document that cannot be saved, and why.
    """

    def __init__(self, project: Project, refused: Callable[[Added, PiyueError], None]) -> None:
        self._project, self._refused = project, refused
        self._unsaved: dict[str, tuple[Document, Added]] = {}
        self._being_saved: dict[str, tuple[Document, Added]] = {}
        self._process = 0

    def add(self, document: Document, added: Added) -> None:
        """Take a document to be saved later."""
        self._unsaved[document.page.id] = document, added

    def has(self, page: str) -> bool:
        """Tell whether a page's document may not be on disk yet."""
        return page in self._unsaved or page in self._being_saved

    def begin(self) -> None:
        """Begin to save what waits, in a process that has it in its memory already; it ends by `finish`."""
        self._join()
        if not _may_fork():
            return
        self._being_saved, self._unsaved = self._unsaved, {}
        self._process = os.fork()
        if not self._process:
            status = 1
            try:
                self._save(list(self._being_saved.values()))
                status = 0
            finally:
                os._exit(status)

    def finish(self) -> None:
        """Save what waits; where that fails, one by one, so that only what fails is refused."""
        self._join()
        waiting, self._unsaved = list(self._unsaved.values()), {}
        try:
            self._save(waiting)
        except StoreError:
            self._save_each(waiting)

    def _join(self) -> None:
        """Wait for the process that saves; what it could not save is saved here."""
        if not self._process:
            return
        _, status = os.waitpid(self._process, 0)
        waiting, self._being_saved, self._process = list(self._being_saved.values()), {}, 0
        if status:
            self._save_each(waiting)

    def _save(self, waiting: Sequence[tuple[Document, Added]]) -> None:
        self._project.documents.save_new([document for document, _ in waiting])

    def _save_each(self, waiting: Sequence[tuple[Document, Added]]) -> None:
        for document, added in waiting:
            try:
                self._project.save(document)
            except StoreError as error:
                self._refused(added, error)


def _may_fork() -> bool:
    """Tell whether a fork is safe: system libraries allow it on Linux, and no other thread holds a lock."""
    return sys.platform == "linux" and active_count() == 1
