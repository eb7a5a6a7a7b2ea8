"""Reads documents that nobody will save: whole commands go through thousands of them."""

from typing import Any, NamedTuple

from tui.errors import StoreError
from tui.model import Corrections, Division, Document, Page
from tui.model.document_columns import DocumentColumns
from tui.store.annotator_names import FOLDER_NAME, SHARED
from tui.store.files.reading import PlainFolder
from tui.store.project import ANNOTATIONS, Project
from tui.store.records.fast_decode import usual_fields
from tui.store.records.kept import Kept
from tui.store.records.usual_columns import usual_columns

NONE, NOTHING = Corrections(), Kept()


class ReadDocument(NamedTuple):
    """A document, and what its file holds beside it; of the usual file that is nothing."""

    document: Document
    kept: Kept = NOTHING

    @property
    def problems(self) -> tuple[StoreError, ...]:
        """What could not be understood of the file."""
        return (*self.kept.problems, *filter(None, [self.kept.refusal]))


class ReadColumns(NamedTuple):
    """What is counted of a document, and what could not be understood of its file."""

    columns: DocumentColumns
    problems: tuple[StoreError, ...]


class DocumentReader:
    """Reads what `DocumentStore.load` does; it keeps nothing of a file, so that no document can be saved.

    The usual file is read in one go. All others, and all that is on a server, the store reads with care.
    """

    def __init__(self, project: Project) -> None:
        self._project, self._store = project, project.documents
        self._folders: dict[str, PlainFolder] = {}
        self._divided: tuple[Page, Corrections, Division] | None = None

    def read(self, page: Page, annotator: str) -> ReadDocument:
        """Return a page, its articles and what an annotator decided on it.

        Raises:
            StoreError: the annotations cannot be read.
        """
        try:
            return self._usual(page, annotator) or self._with_care(page, annotator)
        except OSError:
            return self._with_care(page, annotator)

    def columns(self, page: Page, annotator: str) -> ReadColumns:
        """Return what is counted of the document that `read` returns: of the usual file, no tag is made.

        Raises:
            StoreError: the annotations cannot be read.
        """
        try:
            found = self._usual_columns(page, annotator)
        except OSError:
            found = None
        if found is not None:
            return ReadColumns(found, ())
        read = self.read(page, annotator)
        return ReadColumns(DocumentColumns.of(read.document), read.problems)

    def _usual(self, page: Page, annotator: str) -> ReadDocument | None:
        """Return the document of a usual file, or of none; None where anything is unusual.

        Raises:
            OSError: a file is a link, or cannot be read.
        """
        divided = self._usual_division(page, annotator)
        if divided is None:
            return None
        corrections, division = divided
        fields: dict[str, Any] = {}
        data = self._folder(annotator).read(f"{page.id}.json")
        if data is not None:
            found = usual_fields(data, page, division)
            if found is None:
                return None
            fields = found
        if corrections.any:
            fields |= {"corrections": corrections, "divided": division}
        articles, furniture = division.articles, division.furniture
        document = Document(page=page, annotator=annotator, articles=articles, furniture=furniture, **fields)
        return ReadDocument(document)

    def _usual_columns(self, page: Page, annotator: str) -> DocumentColumns | None:
        """Return the columns of a usual file; None where there is none, or anything is unusual.

        Raises:
            OSError: a file is a link, or cannot be read.
        """
        divided = self._usual_division(page, annotator)
        data = None if divided is None else self._folder(annotator).read(f"{page.id}.json")
        if divided is None or data is None:
            return None
        return usual_columns(data, page, divided[1], annotator)

    def _usual_division(self, page: Page, annotator: str) -> tuple[Corrections, Division] | None:
        """Return how a page is divided; None where it is corrected, or on a server, or nobody's."""
        if self._project.server is not None or not FOLDER_NAME.fullmatch(annotator):
            return None
        return self._division(page)

    def _division(self, page: Page) -> tuple[Corrections, Division] | None:
        """Return how a page that nobody corrected is divided; None where somebody did."""
        if self._divided is not None and self._divided[0] is page:
            return self._divided[1:]
        if self._folder(SHARED).read(f"{page.id}.json") is not None:
            return None
        divider = self._project.divider
        corrections = divider.with_learned_votes(page, NONE)
        self._divided = page, corrections, divider.divided(page, corrections)
        return self._divided[1:]

    def _folder(self, owner: str) -> PlainFolder:
        if owner not in self._folders:
            self._folders[owner] = PlainFolder(self._project.root / ANNOTATIONS / owner)
        return self._folders[owner]

    def _with_care(self, page: Page, annotator: str) -> ReadDocument:
        document = self._store.load(page, annotator)
        return ReadDocument(document, self._store.annotations.kept(document))
