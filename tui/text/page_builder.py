"""Builds the articles of a page and its furniture."""

from tui.model import Article, Division, Page, Role, Segment
from tui.text.article_builder import ArticleBuilder
from tui.text.cues import Cue
from tui.text.units import Unit


class PageBuilder:
    """A page as it grows: finished articles, furniture, and the article that is being built.

    Attributes:
        articles: those that are finished.
        furniture: the lines that belong to none.
        draft: the article that units are added to; None before the first.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.articles: list[Article] = []
        self.furniture: list[Segment] = []
        self.draft: ArticleBuilder | None = None

    @property
    def now(self) -> ArticleBuilder:
        """The article that is being built; a new one where there is none."""
        if self.draft is None:
            self.draft = ArticleBuilder()
        return self.draft

    def begin(self, sure: float = 1.0) -> None:
        """End the article that is being built and begin another; it is so sure that one begins here."""
        if self.draft:
            self.draft.doubt(sure)
        self.close()
        self.draft = ArticleBuilder(sure)

    def close(self) -> None:
        """End the article that is being built."""
        if self.draft and self.draft.units:
            self.articles.append(self.draft.article(self._page, len(self.articles) + 1))
        self.draft = None

    def add_all(self, role: Role, group: list[Unit], sure: float = 1.0) -> None:
        """Append units with a role, and how sure that is."""
        for unit in group:
            unit.sure = sure
            self.now.add(role, unit)

    def outside(self, unit: Unit) -> None:
        """Take a unit that belongs to no article; “continued from” ends one that has text."""
        self.furniture += unit.places
        if unit.cue is Cue.TURN and "接" in unit.text and self.draft and self.draft.has("paragraph"):
            self.draft.closed = True

    def division(self) -> Division:
        """Return what was built."""
        self.close()
        return Division(articles=tuple(self.articles), furniture=tuple(sorted(self.furniture)))
