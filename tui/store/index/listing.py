"""What lists show of an article."""

from typing import NamedTuple

from tui.model import Document, Page, State
from tui.model.page import CERTAIN
from tui.store.sources.origin import TABLES
from tui.text.titles import title_of

LONGEST_TITLE = 200


class Row(NamedTuple):
    """An article in a list.

    Attributes:
        page: its page's id.
        group: what it is listed below: the page, or the table that its page is a row of.
        labels: of its tags, each once, with blanks between and around them.
        doubtful: whether it is doubtful that it begins where it does.
        lost: how many tags of the page lost their places; of its first article only.
    """

    page: str
    group: str
    article: str
    title: str
    state: State = "todo"
    tags: int = 0
    labels: str = ""
    doubtful: bool = False
    lost: int = 0


def rows_of(document: Document) -> list[Row]:
    """Return the articles of a page."""
    page, group = document.page, group_of(document.page)
    rows: list[Row] = []
    for article in document.articles:
        spans = document.spans_in(article)
        labels = "".join(f" {label}" for label in sorted({span.label for span in spans}))
        title = title_of(page, article)[:LONGEST_TITLE]
        state = document.progress_of(article.id).state
        labels = f" {labels} " if labels else ""
        doubtful = article.border < CERTAIN
        lost = 0 if rows else len(document.orphans)
        rows.append(Row(page.id, group, article.id, title, state, len(spans), labels, doubtful, lost))
    return rows


def group_of(page: Page) -> str:
    """Return what a page's articles are listed below."""
    path = page.path.rpartition(":")[0]
    return path if path.lower().endswith(TABLES) else page.id
