"""Loads and saves documents: pages with what one annotator decided and what everybody corrected."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.errors import StoreError
from tui.model import Corrections, Division, Document, Page
from tui.store.annotator_names import SHARED
from tui.store.backend import Backend
from tui.store.files.annotation_files import AnnotationFiles
from tui.store.files.corrections_files import CorrectionsFiles
from tui.store.files.journals import Journals, records_changed
from tui.store.files.repair import Tell
from tui.store.leases import Leases
from tui.store.page_divider import PageDivider

if TYPE_CHECKING:
    from tui.store.team_queue import TeamQueue


class DocumentStore:
    """Loads and saves; may be called from different threads.

    Args:
        folder: `annotations/` of a project.
        divider: of its pages.
        server: where the records are kept instead.
        queue: is told of the progress of the work.

    Attributes:
        annotations: the files of the annotators.
        corrections: the files of what is true for everybody.
        journals: what could not be saved.
        leases: who works on which page.
    """

    def __init__(
        self, folder: Path, divider: PageDivider, server: Backend | None, queue: "TeamQueue | None"
    ) -> None:
        self._folder, self._divider, self._server, self._queue = folder, divider, server, queue
        self.journals, self.leases = Journals(folder), Leases(server)
        self.annotations = AnnotationFiles(folder, server, self.journals, self.leases)
        self.corrections = CorrectionsFiles(folder, SHARED, server)
        self._repairing = Lock()  # two threads that repair one file would put the repaired one aside

    def division(self, page: Page) -> Division:
        """Return the articles and the furniture of a page, with what was corrected.

        Raises:
            StoreError: the corrections cannot be read.
        """
        divider = self._divider
        corrections = divider.with_learned_votes(page, self.corrections.load(page))
        return divider.corrected(page, divider.divided(page, corrections), corrections)

    def load(self, page: Page, annotator: str) -> Document:
        """Return a page, its articles and what an annotator decided on it.

        Raises:
            StoreError: the annotations cannot be read.
        """
        corrections = self._divider.with_learned_votes(page, self.corrections.load(page))
        return self._on(page, corrections, lambda division: self.annotations.load(page, division, annotator))

    def open(self, page: Page, annotator: str, tell: Tell) -> Document:
        """As `load`, for who will work on the page: damage is repaired and unsaved work taken up.

        Args:
            tell: gets an error, which is none any more, for each thing that the user has to know.

        Raises:
            StoreError: the annotations cannot be read.
        """
        with self._repairing:
            corrections = self._open_corrections(page, annotator, tell)
            return self._on(
                page,
                self._divider.with_learned_votes(page, corrections),
                lambda division: self.annotations.load_repaired(page, division, annotator, tell),
            )

    def merge(self, document: Document, tell: Tell) -> Document:
        """Return a document with what another program did to its files meanwhile.

        Raises:
            StoreError: the file cannot be read.
        """
        return self._on(
            document.page,
            self.corrections.merged(document.page, document.corrections, tell),
            lambda division: self.annotations.merged(document, division, tell),
        )

    def is_current(self, document: Document) -> bool:
        """Tell whether nobody else has changed what belongs to a document since it was read or saved.

        Raises:
            StoreError: that cannot be found out.
        """
        return self.annotations.is_current(document) and self.corrections.is_current(document.page)

    def problems(self, document: Document) -> tuple[StoreError, ...]:
        """Return what could not be understood of a document's file."""
        return self.annotations.problems(document)

    def save(self, document: Document) -> None:
        """Write the annotations and the corrections of a document; durable when this returns.

        Raises:
            StoreError: it could not be done; what was on disk is still there.
        """
        failures: list[Exception] = []
        for save in (self.annotations.save, self._save_corrections):
            try:
                save(document)
            except Exception as error:
                failures.append(error)  # the other is tried, or journalled, all the same
        if failures:
            raise failures[0]
        if self._queue is not None:
            self._queue.told(document)

    def save_new(self, documents: Sequence[Document]) -> None:
        """Write documents of pages that have no files yet, together; durable when this returns.

        They cannot be saved again: read them anew.

        Raises:
            StoreError: it could not be done; some may have been written.
        """
        if self._server is not None:
            for document in documents:
                self.save(document)
            return
        from tui.store.files.together import create_together

        create_together(
            file
            for each in documents
            for file in (
                *self.annotations.new_file(each),
                *self.corrections.new_file(each.page, each.corrections),
            )
        )

    def save_elsewhere(self, document: Document, folder: Path) -> None:
        """Write the annotations and the corrections of a document into another folder.

        Raises:
            StoreError: it could not be done, or something is there already.
        """
        self.annotations.save_elsewhere(document, folder)
        self.corrections.save_elsewhere(document.page, document.corrections, folder)

    def close(self) -> None:
        """Let all go that is held; journals with work that counts stay."""
        self.leases.release()
        self.journals.close()

    def _save_corrections(self, document: Document) -> None:
        page, corrections, annotator = document.page, document.corrections, document.annotator
        key = f"{SHARED}/{page.id}"
        try:
            self.corrections.save(page, corrections)
        except Exception:
            if self.journals.is_session:
                self.journals.add(key, annotator, *self.corrections.unsaved(page, corrections))
            raise
        self.journals.settle(key, annotator)

    def _open_corrections(self, page: Page, annotator: str, tell: Tell) -> Corrections:
        """Return what was corrected on a page, with what a dead process could not save of it."""
        corrections = self.corrections.load_repaired(page, tell)
        for entries in self.journals.unsaved(f"{SHARED}/{page.id}", annotator):
            last, changes = entries[-1], [entry["changes"] for entry in entries]
            corrections = self.corrections.replayed(page, last["changes"], last.get("was") or {})
            if count := records_changed(changes):
                tell(StoreError("store.recovered", path=self._folder / SHARED, count=count))
        return corrections

    def _on(self, page: Page, corrections: Corrections, read: Callable[[Division], Document]) -> Document:
        """Return what `read` makes of a page's articles, with what was corrected."""
        base = self._divider.divided(page, corrections)
        document = read(self._divider.corrected(page, base, corrections))
        return document.replaced(corrections=corrections, divided=base) if corrections.any else document
