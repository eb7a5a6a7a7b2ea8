"""The annotation files of a project, cached: loading, repairing, saving."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import finalize

from tui.errors import StoreError
from tui.model import Division, Document, Page
from tui.store.annotator_names import FOLDER_NAME
from tui.store.backend import Backend, Key, Lease
from tui.store.beneath import refuse_links_out
from tui.store.files.atomic import make_folder
from tui.store.files.generations import quarantine
from tui.store.files.journals import Journals, records_changed
from tui.store.files.reading import has_name
from tui.store.files.repair import DAMAGED, Tell, reason_of, repaired
from tui.store.files.temporary import sweep
from tui.store.leases import Leases

if TYPE_CHECKING:
    from tui.store.files.annotations import AnnotationFile
    from tui.store.records.kept import Kept


class AnnotationFiles:
    """Loads and saves; may be called from different threads.

    A document is saved over the file it was read from and no other: what belongs to it (record numbers, what
    was kept aside, what the file looked like) is found by its page, an object that all versions of a document
    share and no two readings do.

    A page that has no file costs no more than the question whether it has one.

    Args:
        folder: `annotations/` of a project.
        server: where the records are kept instead.
        journals: where goes what cannot be saved.
        leases: a save is refused where somebody else has the file's.
    """

    def __init__(self, folder: Path, server: Backend | None, journals: Journals, leases: Leases) -> None:
        self.folder, self._server = folder, server
        self._journals, self._leases = journals, leases
        self._files: dict[tuple[int, str], AnnotationFile] = {}
        self._swept: set[str] = set()

    def path(self, page: str, annotator: str) -> Path:
        """Return the file of `annotator` for a page.

        Raises:
            StoreError: the name (it may come from an imported file) or a link would lead somewhere else.
        """
        path = self._path(page, annotator)
        refuse_links_out(path)
        return path

    def _path(self, page: str, annotator: str) -> Path:
        return self.folder / f"{_name(annotator)}/{page}.json"

    def load(self, page: Page, division: Division, annotator: str) -> Document:
        """Return a page with what its file says.

        Raises:
            StoreError: the file cannot be read or is damaged.
        """
        if not self._has_file(page, annotator):
            return _untouched(page, division, annotator)
        return self._file(page, annotator).load(page, division, annotator)

    def load_repaired(self, page: Page, division: Division, annotator: str, tell: Tell) -> Document:
        """Return a page with what its file says, for somebody who will work on it.

        A damaged file is put aside, and its last good state opened; work that a dead process could not save
        is taken up. `tell` gets a line on each such thing.

        Raises:
            StoreError: the file cannot be read.
        """
        unsaved = list(self._journals.unsaved(page.id, annotator))
        if not unsaved and not self._has_file(page, annotator):
            return _untouched(page, division, annotator)
        file = self._file(page, annotator)
        document = repaired(file.path, lambda: file.load(page, division, annotator), tell)
        for entries in () if file.kept.refusal else unsaved:
            changes = [entry["changes"] for entry in entries]
            document = file.changed(document, division, changes, [entry.get("was") for entry in entries])
            if count := records_changed(changes):
                tell(StoreError("store.recovered", path=file.path, count=count))
        for problem in file.kept.problems:
            tell(problem)
        return document

    def merged(self, document: Document, division: Division, tell: Tell) -> Document:
        """Return the document of a page, with what another program made of its file meanwhile; save it next.

        Where both changed one record, ours holds; theirs is in the generation that the next save keeps. Where
        the file is gone or damaged, all is written again.

        Raises:
            StoreError: the file cannot be read.
        """
        file = self._file(document.page, document.annotator)
        ours = file.unsaved(document)
        if not self._is_whole(file, tell):
            file.begin_anew()
            return document.replaced(articles=division.articles, furniture=division.furniture)
        theirs = self.load_repaired(document.page, division, document.annotator, tell)
        return file.changed(theirs, division, [ours]) if ours else theirs

    def _is_whole(self, file: "AnnotationFile", tell: Tell) -> bool:
        """Tell whether there is a file that can be read; a damaged one is put aside."""
        try:
            return file.is_there()
        except StoreError as error:
            if error.key not in DAMAGED:
                raise
            reason, aside = reason_of(error), quarantine(file.path).name
            tell(StoreError("store.rewritten", path=file.path, aside=aside, reason=reason))
            return False

    def kept(self, document: Document) -> "Kept":
        """Return what the file of a document holds beside it, and what was found out about it."""
        return self._file(document.page, document.annotator).kept

    def problems(self, document: Document) -> tuple[StoreError, ...]:
        """Return what could not be understood of a document's file."""
        if (id(document.page), document.annotator) not in self._files:  # no file was read
            return ()
        kept = self.kept(document)
        return (*kept.problems, *filter(None, [kept.refusal]))

    def is_current(self, document: Document) -> bool:
        """Tell whether the file of a document is as it was when it was last read or written."""
        return self._file(document.page, document.annotator).is_current

    def save(self, document: Document) -> None:
        """Write the annotations of a document; durable when this returns.

        A document without any, of a page that has no file, leaves it so. What cannot be saved is journalled.

        Raises:
            StoreError: it could not be done; what was on disk is still there.
        """
        file = self._file(document.page, document.annotator)
        key = document.page.id, document.annotator
        try:
            if not file.needs(document):
                return
            if self._server is None:
                make_folder(file.path.parent, self.folder)
                self._sweep(file.path.parent)
            self.lease(document).check()
            file.save(document)
        except Exception:  # of ours, too: what is not on disk must be somewhere
            if self._journals.is_session and self._journals.add(*key, *file.unnoted(document)):
                file.note(document)
            raise
        self._journals.reserve(document.annotator)
        self._journals.settle(*key)

    def new_file(self, document: Document) -> Iterator[tuple[Path, bytes]]:
        """Yield path and content of the file of a page that has none yet, if anything was decided.

        Raises:
            StoreError: somebody else works on the page, or the folder cannot be made.
        """
        from tui.store.files.annotations import AnnotationFile

        path = self.path(document.page.id, document.annotator)
        file = AnnotationFile(path)
        if file.needs(document):
            make_folder(path.parent, self.folder)
            self.lease(document).check()
            yield path, b"".join(file.pieces(document))

    def save_elsewhere(self, document: Document, folder: Path) -> Path:
        """Write a document into another folder, where no such file is yet; return its path.

        Raises:
            StoreError: it could not be done.
        """
        path = folder / document.annotator / f"{document.page.id}.json"
        make_folder(path.parent, folder.absolute().parent)
        self._file(document.page, document.annotator).save_to(path, document)
        return path

    def lease(self, document: Document) -> Lease:
        """Return the lease of a document's file; one object a file."""
        return self._leases.of(self.path(document.page.id, document.annotator))

    def _has_file(self, page: Page, annotator: str) -> bool:
        if self._server is not None:
            return True  # whether there are any records is found out by reading them
        return has_name(self._path(page.id, annotator))

    def _file(self, page: Page, annotator: str) -> "AnnotationFile":
        """Return the file, with all that is known of it, of this very page object; forgotten with it."""
        from tui.store.files.annotations import AnnotationFile

        key = id(page), annotator
        if key not in self._files:
            server, place = self._server, Key(annotator, page.id)
            unread = None if server is None else partial(server.storage, place)
            self._files[key] = AnnotationFile(self._path(page.id, annotator), unread)
            finalize(page, self._files.pop, key, None).atexit = False
        return self._files[key]

    def _sweep(self, folder: Path) -> None:
        """Clear away what dead processes left, once a folder."""
        if folder.name not in self._swept:
            self._swept.add(folder.name)
            sweep(folder)


def _name(annotator: str) -> str:
    if not FOLDER_NAME.fullmatch(annotator):
        raise StoreError("store.annotator", name=annotator)
    return annotator


def _untouched(page: Page, division: Division, annotator: str) -> Document:
    """Return a page on which an annotator has decided nothing yet."""
    articles, furniture = division.articles, division.furniture
    return Document(page=page, annotator=annotator, articles=articles, furniture=furniture)
