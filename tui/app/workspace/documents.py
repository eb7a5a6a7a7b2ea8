"""The open documents: a session for each page, the article being read, and the list of articles."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from tui.app.workspace.article_list import ArticleList
from tui.app.workspace.view import View, ViewKind, ViewRole
from tui.app.workspace.working_time import WorkingTime
from tui.edit import AddSeconds, Session, Step
from tui.errors import NotFoundError, PiyueError
from tui.model import Article, Document, LabelSet
from tui.model.labels import TIME
from tui.model.values import Frozen
from tui.store.index.listing import rows_of
from tui.store.project import Project
from tui.text.offsets import Reading, read, source_view
from tui.text.page_title import page_title

if TYPE_CHECKING:
    from tui.app.workspace.turns import Turns
    from tui.measure.team.queue import Holding
    from tui.text.readings import Misread


class OpenArticle(Frozen, frozen=True):
    """The article being read: its page's session, and how its text is shown."""

    session: Session
    article: Article
    kind: ViewKind

    @property
    def document(self) -> Document:
        """The page as it is now."""
        return self.session.document

    def view(self) -> View:
        """Return the view of the article."""
        page = self.document.page
        if self.kind == "source":
            start = page.text.rfind("\n", 0, self.article.start) + 1
            end = page.text.find("\n", self.article.end)
            reading = source_view(page, start, end if end >= 0 else len(page.text))
            role: ViewRole = "source"
            return View(reading, (role,) * len(reading.blocks), self._misread(reading))
        reading = read(page, self.article)
        return View(reading, tuple(block.role for block in self.article.blocks), self._misread(reading))

    def _misread(self, reading: Reading) -> "tuple[Misread, ...]":
        pins = self.document.corrections.reads
        if not pins:
            return ()
        from tui.text.readings import misread_places

        return misread_places(reading, pins)


class TagSchema(Struct, frozen=True):
    """What a project says of tags: its labels, the units of quantities that it adds, the labels of times."""

    labels: LabelSet
    units: Mapping[str, str]
    times: frozenset[str] = frozenset((TIME,))


class Documents:
    """Opens pages and articles. Knows nothing of the screen.

    Args:
        changed: called with each document that a step made.
        told: called with what the user has to know of a page that is read.

    Attributes:
        turns: knows whose each page is; None: nothing was assigned.
    """

    def __init__(
        self,
        project: Project,
        changed: Callable[[Document], None],
        told: Callable[[PiyueError], None] = lambda _: None,
    ) -> None:
        self.project = project
        self.listing = ArticleList()
        self._sessions: dict[str, Session] = {}
        self._listed: dict[str, Document] = {}
        self._order: tuple[tuple[int, int], list[str]] = ((-1, 0), [])
        self.changed = changed
        self.told = told
        self.time = WorkingTime()
        self.turns: Turns | None = None

    @property
    def pages(self) -> Sequence[str]:
        """The pages in order: all of them, unless they are many and the index does not know all yet."""
        if self.project.pages.are_few or not self.listing.rows:
            return self.project.page_ids()
        return self.listing.pages

    @property
    def schema(self) -> TagSchema:
        """What the project says of tags."""
        settings = self.project.settings
        tails = (type_.tails for type_ in settings.relations if type_.role == "period")
        return TagSchema(
            settings.labels, settings.units, frozenset((*settings.labels.times, *chain.from_iterable(tails)))
        )

    def session(self, page: str) -> Session:
        """Return the page's session, made when the page is first asked for."""
        if page not in self._sessions:
            news: list[PiyueError] = []
            self.adopt(
                self.project.documents.open(self.project.page(page), self.project.annotator, news.append)
            )
            for error in news:
                self.told(error)
        return self._sessions[page]

    def title_of(self, page: str) -> str:
        """Return what a page is called where it says so and was read already, else its id."""
        return (page_title(self._sessions[page].document.page.text) if page in self._sessions else "") or page

    def is_open(self, page: str) -> bool:
        """Tell whether a page was read already."""
        return page in self._sessions

    def adopt(self, document: Document) -> Session:
        """Return the session of a document's page; it is made from the document where there is none."""
        page = document.page.id
        if page not in self._sessions:
            session = Session(document)
            session.listeners.append(lambda document, _: self.changed(document))
            self._sessions[page] = session
        return self._sessions[page]

    def divide_anew(self, document: Document) -> None:
        """Go on with a document of an open page that is divided by other votes; not where anything was
        decided on the page meanwhile."""
        session = self._sessions[document.page.id]
        known = session.document
        decided = known.spans or known.orphans or known.progress or session.done or session.undone
        if (
            not decided
            and not known.corrections.pins
            and known.corrections.votes != document.corrections.votes
        ):
            session.restart(document)

    def apply(self, steps: Mapping[str, Step]) -> None:
        """Do one act on several pages: undone and done again on all of them.

        Raises:
            PiyueError: one of the pages may not be changed; then none is.
        """
        for page in steps:
            if (refusal := self.session(page).refusal) is not None:
                raise refusal
        group = next(iter(self._sessions.values())).new_id() if len(steps) > 1 else ""
        for page, step in steps.items():
            self.session(page).apply(step.replaced(group=group))

    def follow(self, step: Step, *, back: bool) -> None:
        """Take the steps of an act on other pages back (or do them again), where nothing was done since."""
        for session in self._sessions.values() if step.group else ():
            last = session.done if back else session.undone
            if last is not None and last.group == step.group:
                session.undo() if back else session.redo()

    def read_again(self) -> None:
        """Go on with open pages as they are on the disk; what was done cannot be undone any more.

        Raises:
            PiyueError: a page cannot be read.
        """
        for page, session in self._sessions.items():
            session.restart(self.project.document(page))

    def known(self) -> list[Document]:
        """Return the pages read so far, in order; of many pages, those that the index lacks come last."""
        sessions = self._sessions
        if self.project.pages.are_few:
            pages: Iterable[str] = filter(sessions.__contains__, self.project.page_ids())
        else:
            state = self.listing.version, len(sessions)
            if self._order[0] != state:  # looking a page up in very many takes milliseconds
                places = {page: self.listing.rows.pages.find(page) for page in sessions}
                self._order = state, sorted(sessions, key=lambda page: (places[page] < 0, places[page]))
            pages = self._order[1]
        return [sessions[page].document for page in pages]

    def open(self, article: str, kind: ViewKind) -> OpenArticle:
        """Return an article, opened.

        Raises:
            NotFoundError: there is no such article.
        """
        page = article.rpartition("#")[0]
        try:
            session = self.session(page)
        except NotFoundError as error:
            raise NotFoundError("article.unknown", id=article) from error
        for candidate in session.document.articles:
            if candidate.id == article:
                return OpenArticle(session, candidate, kind)
        raise NotFoundError("article.unknown", id=article)

    def articles(self, page: str) -> tuple[Article, ...]:
        """Return the articles of a page; none where it cannot be read."""
        try:
            return self.session(page).document.articles
        except PiyueError:
            return ()

    def first_article(self) -> str | None:
        """Return the id of the first article there is."""
        first = self.project.pages.first()
        if first is not None and (articles := self.articles(first)):
            return articles[0].id
        return next((article.id for page in self.pages for article in self.articles(page)), None)

    def neighbour(self, article: str, step: Literal[-1, 1]) -> str | None:
        """Return the article before or behind, over pages' borders; None past either end."""
        page = article.rpartition("#")[0]
        ids = [a.id for a in self.articles(page)]
        index = ids.index(article) + step
        if 0 <= index < len(ids):
            return ids[index]
        pages = self.pages
        number = pages.index(page)
        for at in range(number + 1, len(pages)) if step > 0 else range(number - 1, -1, -1):
            if articles := self.articles(pages[at]):
                return articles[0 if step > 0 else -1].id
        return None

    def holding(self, page: str) -> "Holding":
        """Return whose a page is; where nothing was assigned, all are free."""
        if self.turns is None:
            return "free"
        return self.turns.holding(page, is_begun=self.listing.is_begun(page))

    def listed(self) -> ArticleList:
        """Return the list of articles, with what was done since; of many, as far as the index knows them."""
        for page, session in self._sessions.items():
            document = session.document
            if self._listed.get(page) is not document:
                self._listed[page] = document
                before = self.pages if self.project.pages.are_few else ()
                self.listing.put(page, rows_of(document), before[: before.index(page)] if before else ())
        return self.listing

    def list_anew(self, listing: ArticleList) -> None:
        """Take what the index knows now; open pages stay where they were, even where it lost them."""
        before = self.listing.pages
        listing.version = self.listing.version + 1
        self.listing, self._listed = listing, {}
        for page, session in self._sessions.items():
            if page not in listing.pages:
                after = before[: before.index(page)] if page in before else before
                listing.put(page, rows_of(session.document), after)

    def record_time(self, article: str) -> None:
        """Put the time counted for `article` into its document; it is saved with the next change."""
        if seconds := self.time.take(article):
            self.session(article.rpartition("#")[0]).note(AddSeconds(article=article, seconds=seconds))
