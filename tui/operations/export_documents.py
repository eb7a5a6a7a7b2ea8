"""The documents of an export: each chosen annotator's, page by page, and what others made of the same."""

from collections.abc import Callable, Iterator, Sequence

from tui.errors import NotFoundError, PiyueError
from tui.model import Document
from tui.operations.events import Event, Failed
from tui.operations.pages import documents
from tui.store.project import Project

EVERYBODY = "all"


class ChosenDocuments:
    """The documents of the annotators that are chosen.

    Args:
        chosen: names; `all` stands for everybody; none: who works here.

    Attributes:
        annotators: whose documents these are.
        known: everybody who has annotated something.

    Raises:
        NotFoundError: one has not annotated anything.
    """

    def __init__(self, project: Project, chosen: Sequence[str]) -> None:
        self._project = project
        self.known = project.annotators()
        self.annotators = self._named(chosen)

    def _named(self, chosen: Sequence[str]) -> tuple[str, ...]:
        known = self.known
        if not chosen:
            return (self._project.annotator,)
        if EVERYBODY in chosen:
            return known or (self._project.annotator,)
        for name in chosen:
            if name not in known:
                raise NotFoundError("annotator.unknown", name=name, known=", ".join(known) or "-")
        return tuple(dict.fromkeys(chosen))

    def on(self, pages: Sequence[str]) -> Iterator[Event | Document]:
        """Yield each chosen annotator's documents of pages; of several, of those that he touched."""
        if len(self.annotators) == 1:
            yield from documents(self._project, self.annotators[0], pages)
            return
        for page in pages:
            for name in self.annotators:
                for found in documents(self._project, name, (page,)):
                    if not isinstance(found, Document) or _is_touched(found):
                        yield found

    def others(self, document: Document, tell: Callable[[Event], None]) -> list[Document]:
        """Return what other annotators made of a page; of several annotators the first compares."""
        found: list[Document] = []
        if document.annotator != self.annotators[0]:
            return found
        for name in self.known:
            try:
                if name != document.annotator:
                    found.append(self._project.document_of(document.page, name))
            except PiyueError as error:
                tell(Failed(error))
        return found


def _is_touched(document: Document) -> bool:
    return bool(document.spans or document.relations or document.progress or document.orphans)
