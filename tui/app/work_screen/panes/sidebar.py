"""The sidebar: pages and articles, with states and numbers of tags."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from tui.app.text_view.messages import PlaceClicked
from tui.app.widgets.glyphs import visible, width
from tui.app.widgets.row_list import RowList, columns
from tui.app.work_screen.messages import OpenArticle
from tui.app.workspace.article_list import ArticleList, ShownArticles
from tui.model import State
from tui.store.index.listing import Row

GLYPHS: dict[State, str] = {"todo": " ", "doing": "~", "done": "✓", "skipped": "-"}


def last_words(name: str, cells: int) -> str:
    """Return what of a name fits, by whole words from its end: a paper's pages differ in date and number."""
    words = name.split(" ")
    while len(words) > 1 and width(" ".join(words)) > cells:
        words.pop(0)
    return " ".join(words)


class Sidebar(RowList[Row]):
    """Lists the articles by page.

    Attributes:
        said_of: what stands beside a page: whose it is.
        name_of: what a page is called.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.here = self._foot = ""
        self.said_of: Callable[[str], str] = lambda _: ""
        self.name_of: Callable[[str], str] = str

    def set_rows(self, shown: ShownArticles, listing: ArticleList, here: str, foot: str) -> None:
        """Show other rows.

        Args:
            shown: of the listing, what is wanted.
            here: the article that is open.
            foot: what stands below the list.
        """
        moved = here != self.here or shown is not self.items
        self.here = here
        self.set_items(shown)
        if moved:
            self.refresh()
            if (row := shown.find(listing.index(here))) >= 0:
                self.put_cursor(row)
        if foot != self._foot:  # which paints all anew
            self._foot, self.border_subtitle = foot, Content(visible(foot))

    def selectable(self, item: Row) -> bool:
        """Only articles can be opened."""
        return bool(item.article)

    def chosen(self, item: Row) -> None:
        """Open the article."""
        self.post_message(OpenArticle(item.article))

    def asked(self) -> None:
        """Show what can be done with it."""
        self.post_message(PlaceClicked("article"))

    def paint(self, item: Row, cells: int) -> list[Segment]:
        """Return a page's head, or an article's state, title, tags; `?`: its border is doubtful."""
        if not item.article:
            said = self.said_of(item.page)
            name = last_words(self.name_of(item.title), cells - 2 - width(said))
            left, right = columns(name, said, cells - 1)
            return [Segment(" "), Segment(left, self.part("head")), Segment(right, self.part("dim"))]
        style = self.part("key") if item.article == self.here else Style.null()
        dim = self.part("dim")
        left, right = columns(item.title, str(item.tags or ""), cells - 3)
        state = style + (dim if item.state in ("done", "skipped") else Style.null())
        doubt = Segment("?" if item.doubtful else " ", dim)
        return [Segment(f" {GLYPHS[item.state]}", state), doubt, Segment(left, state), Segment(right, dim)]
