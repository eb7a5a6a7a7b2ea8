"""The documents of an export: those of each chosen annotator, page by page, and versions of others."""

from collections.abc import Callable, Iterator, Sequence

from tui.errors import PiyueError
from tui.model import Document
from tui.operations.annotators import ALL, chosen_annotators
from tui.operations.events import Event, Failed
from tui.operations.pages import documents
from tui.operations.queue import visible_pages
from tui.store.document_reader import DocumentReader
from tui.store.project import Project


class ChosenDocuments:
    """The documents of the annotators that are chosen.

    Args:
        chosen: names; `all` stands for everybody but the result of adjudication; none: who works here.

    Attributes:
        annotators: whose documents these are.
        known: everybody who has annotated something.
        hidden: pages that were left out of others' work, for who works here has to finish them first.

    Raises:
        NotFoundError: one has not annotated anything, and may not be new.
    """

    def __init__(self, project: Project, chosen: Sequence[str], *, may_be_new: bool = False) -> None:
        self._project, self._reader = project, DocumentReader(project)
        self.known = project.records.annotators()
        is_new = may_be_new and not set(chosen) <= {*self.known, ALL}
        self.annotators = tuple(dict.fromkeys(chosen)) if is_new else chosen_annotators(project, chosen)
        self.hidden: set[str] = set()
        self._compared = ""
        is_mine = {*self.annotators, *self.known} <= {project.annotator}
        self._visible = frozenset(project.page_ids()) if is_mine else visible_pages(project)

    def _may_see(self, page: str, annotator: str) -> bool:
        return page in self._visible or annotator == self._project.annotator

    def on(self, pages: Sequence[str]) -> Iterator[Event | Document]:
        """Yield each chosen annotator's documents of pages; of several, of those that he touched."""
        if len(self.annotators) == 1:
            (name,) = self.annotators
            seen = [page for page in pages if self._may_see(page, name)]
            self.hidden.update(set(pages) - set(seen))
            yield from documents(self._project, name, seen)
            return
        for page in pages:
            for name in self.annotators:
                if not self._may_see(page, name):
                    self.hidden.add(page)
                    continue
                for found in documents(self._project, name, (page,)):
                    if not isinstance(found, Document) or _is_touched(found):
                        yield found

    def compared(self, document: Document, tell: Callable[[Event], None]) -> list[Document]:
        """Return what everybody made of a page, at the first document of each page; else nothing.

        The result of adjudication is left out: it is made of what the others have.
        """
        found: list[Document] = []
        page = document.page.id
        if page == self._compared:
            return found
        self._compared = page
        for name in self.known:
            try:
                if name == self._project.settings.team.result or not self._may_see(page, name):
                    continue
                is_here = name == document.annotator
                found.append(document if is_here else self._reader.read(document.page, name).document)
            except PiyueError as error:
                tell(Failed(error))
        return found


def _is_touched(document: Document) -> bool:
    return bool(document.spans or document.relations or document.progress or document.orphans)
