"""Previews a repair of a page's division by trying it on the document."""

from typing import NamedTuple, TypeAlias

from tui.edit.correct import JoinArticles, found_block
from tui.edit.repair import BeginArticle, MarkLine, Segments, line_at
from tui.errors import ChangeError
from tui.model import Document, Role, surface

Repair: TypeAlias = BeginArticle | MarkLine | JoinArticles


class RepairPreview(NamedTuple):
    """What becomes of a line.

    Attributes:
        text: what stands on it.
        before, after: its role; None: it belongs to no article.
        begins: how many blocks the article has that would begin with it; 0: none would.
        joins: the first block of the article that its article would be joined to; empty: none.
        closes: the text on both sides of the seam of a sentence that would go on behind it; both empty: none.
    """

    text: str
    before: Role | None
    after: Role | None
    begins: int
    joins: str
    closes: tuple[str, str]

    @property
    def changes(self) -> bool:
        """Whether anything becomes other than it is."""
        return self.before != self.after or bool(self.begins or self.joins)


def preview(document: Document, repair: Repair, *, whole: bool = False) -> RepairPreview:
    """Return what a repair would make of the line at its source offset, or of its whole block.

    Raises:
        ChangeError: nothing stands there, or it cannot be done.
    """
    text, line = document.page.text, line_at(document, repair.at, whole=whole)
    after, _ = repair.apply(document)
    first = line[0][0]
    joined = isinstance(repair, JoinArticles)
    return RepairPreview(
        surface(text, line),
        role_at(document, first),
        role_at(after, first),
        0 if _starts(document) == _starts(after) else _size(after, first),
        _above(document, first) if joined else "",
        _closed(after, line) if isinstance(repair, MarkLine) else ("", ""),
    )


def role_at(document: Document, at: int) -> Role | None:
    """Return the role of what stands at a source offset; None: it belongs to no article."""
    try:
        return found_block(document, at)[1].role
    except ChangeError:
        return None


def _starts(document: Document) -> set[int]:
    return {article.blocks[0].segments[0][0] for article in document.articles}


def _size(document: Document, at: int) -> int:
    """Return how many blocks the article has that begins at a source offset; 0: none does."""
    articles = (article for article in document.articles if article.blocks[0].segments[0][0] == at)
    return next((len(article.blocks) for article in articles), 0)


def _above(document: Document, at: int) -> str:
    """Return the first block of the article above the one that holds a source offset."""
    number = document.articles.index(found_block(document, at)[0])
    return surface(document.page.text, document.articles[number - 1].blocks[0].segments)


def _closed(document: Document, line: Segments) -> tuple[str, str]:
    """Return the text on both sides of the seam in the sentence that goes on behind a line."""
    text = document.page.text
    blocks = (block for article in document.articles for block in article.blocks)
    for block in blocks:
        if block.segments[0][0] < line[0][0] and line[-1][1] < block.segments[-1][1]:
            above = [part for part in block.segments if part[0] < line[0][0]]
            below = [part for part in block.segments if part[0] > line[0][0]]
            return surface(text, above), surface(text, below)
    return "", ""
