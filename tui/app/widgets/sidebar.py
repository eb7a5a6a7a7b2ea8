"""The sidebar: pages and their articles, with state and number of tags."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.app.messages import OpenArticle
from tui.app.widgets.rows import Rows, columns
from tui.model import Document, State
from tui.text.titles import title_of

GLYPHS: dict[State, str] = {"todo": " ", "doing": "~", "done": "✓", "skipped": "-"}


class Entry(NamedTuple):
    """A row: a page's head (article empty), or an article with its title, state and number of tags."""

    page: str
    article: str
    title: str
    state: State = "todo"
    tags: int = 0


def entries(document: Document) -> list[Entry]:
    """Return the rows of a page."""
    rows = [Entry(document.page.id, "", document.page.id)]
    for article in document.articles:
        progress = document.progress_of(article.id)
        tags = len(document.spans_in(article))
        title = title_of(document.page, article)
        rows.append(Entry(document.page.id, article.id, title, progress.state, tags))
    return rows


class Sidebar(Rows[Entry]):
    """Lists the articles by page."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.here = ""

    def set_entries(self, rows: Sequence[Entry], here: str) -> None:
        """Show other rows; `here` is the article that is open."""
        moved = here != self.here
        self.here = here
        self.set_items(rows)
        if moved:
            self.refresh()
            self.put_cursor(next((i for i, entry in enumerate(rows) if entry.article == here), 0))

    def selectable(self, item: Entry) -> bool:
        """Only articles can be opened."""
        return bool(item.article)

    def chosen(self, item: Entry) -> None:
        """Open the article."""
        self.post_message(OpenArticle(item.article))

    def paint(self, item: Entry, cells: int) -> list[Segment]:
        """Return a page's head, or an article's state, title and number of tags."""
        if not item.article:
            return [Segment(columns(item.title, "", cells)[0], self.part("rows--head"))]
        style = self.part("rows--here") if item.article == self.here else Style.null()
        dim = self.part("rows--dim")
        left, right = columns(item.title, str(item.tags or ""), cells - 3)
        state = style + (dim if item.state in ("done", "skipped") else Style.null())
        return [Segment(f" {GLYPHS[item.state]} ", state), Segment(left, state), Segment(right, dim)]
