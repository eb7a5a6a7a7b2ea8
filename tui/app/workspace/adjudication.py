"""The annotators to adjudicate, and their differences in the open article."""

from collections.abc import Iterator, Sequence

from tui.app.workspace.documents import Documents
from tui.app.workspace.view import ShownTag
from tui.errors import PiyueError
from tui.measure.adjudication.decisions import take_agreed
from tui.measure.adjudication.differences import Difference, views
from tui.measure.adjudication.state import Adjudication
from tui.model import Article, Document
from tui.operations.adjudicate import finished_by_all
from tui.operations.annotators import documents_of, pages_annotated
from tui.operations.queue import visible_pages
from tui.store.project import Project
from tui.text.offsets import Reading


class AdjudicationSources:
    """The annotators whose work is put together, with their documents as they were when first asked for.

    Attributes:
        names: the annotators.
        threshold: the part of them that a majority needs.
        by: who decides.
    """

    def __init__(
        self, project: Project, names: Sequence[str], threshold: float = 0.5, *, by: str = ""
    ) -> None:
        self.names, self.threshold, self.by = tuple(names), threshold, by
        self._project = project
        self._documents: dict[str, list[Document]] = {}
        self._known: dict[str, Adjudication] = {}
        self._visible: frozenset[str] | None = None
        self._changed: set[str] = set()

    def changed(self, page: str) -> None:
        """Know that somebody changed their tags of a page; it is read again for the next article."""
        self._changed.add(page)

    def of(self, article: Article) -> Adjudication | None:
        """Return the adjudication of an article; None where not all have finished it, or it must not be seen.

        Raises:
            PiyueError: somebody's file cannot be read.
        """
        if article.page not in self._documents:
            visible = self._visible_pages()
            names = self.names if article.page in visible else ()
            self._documents[article.page] = documents_of(self._project, article.page, names)
        documents = self._documents[article.page]
        if not finished_by_all(documents, self.names, article):
            return None
        known = self._known.get(article.id)
        if known is None or known.article is not article:
            seen = views(article, documents, self._project.settings.annotation_schema)
            known = self._known[article.id] = Adjudication.of(seen, self.by)
        return known

    def next_article(self, documents: Documents, after: str = "") -> str | None:
        """Return the next article, round the end, on which something is to be decided, if there is any.

        Articles on which all agree are settled on the way: nobody has to look at them.
        """
        self._forget_changed()
        for article in self._from(documents, after):
            if article.id != after and self._needs_decisions(documents, article):
                return article.id
        return None

    def _from(self, documents: Documents, after: str) -> Iterator[Article]:
        """Yield the articles behind one, round the end; a page is opened when it is its turn."""
        pages = list(pages_annotated(self._project, self.names))
        page = after.rpartition("#")[0]
        at = pages.index(page) if page in pages else 0
        here = documents.articles(pages[at]) if pages else ()
        start = next((n for n, article in enumerate(here, 1) if article.id == after), 0)
        yield from here[start:]
        for other in (*pages[at + 1 :], *pages[:at]):
            yield from documents.articles(other)
        yield from here[:start]

    def _forget_changed(self) -> None:
        while self._changed:
            page = self._changed.pop()
            self._documents.pop(page, None)
            self._known = {id_: known for id_, known in self._known.items() if known.article.page != page}
            self._visible = None

    def tags(self, adjudication: Adjudication, reading: Reading) -> tuple[ShownTag, ...]:
        """Return the annotators' tags as they are shown, each annotator's with their number."""
        found = []
        for owner, document in enumerate(adjudication.seen.documents, 1):
            for span in document.spans_in(adjudication.article):
                ranges = reading.project(span.segments)
                if ranges:
                    id_ = shown_id(document.annotator, span.id)
                    found.append(ShownTag(span.replaced(id=id_), ranges, owner))
        return tuple(found)

    def _needs_decisions(self, documents: Documents, article: Article) -> bool:
        """Take what all agree on, and tell whether anything is left."""
        try:
            adjudication = self.of(article)
            if adjudication is None:
                return False
            session = documents.session(article.page)
            if (step := take_agreed(session, adjudication)) is not None:
                session.apply(step)
        except PiyueError:
            return False
        return bool(adjudication.left(session.document) or adjudication.labels_left(session.document))

    def _visible_pages(self) -> frozenset[str]:
        if self._visible is None:
            self._visible = visible_pages(self._project, self.by)  # not whose the result is
        return self._visible


def shown_id(annotator: str, span: str) -> str:
    """Return what another annotator's tag is known by on the screen: none of one's own is called so."""
    return f"{annotator}/{span}"


def lit_tags(difference: Difference) -> tuple[str, ...]:
    """Return the shown tags that a difference is about."""
    if difference.head is None:
        return tuple(difference.keys)
    ends = zip(difference.annotators, difference.heads, difference.tails, strict=True)
    return tuple(
        shown_id(name, span.id) for name, head, tails in ends for span in (head, *tails) if span is not None
    )
