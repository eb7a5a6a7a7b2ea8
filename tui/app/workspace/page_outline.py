"""A page as a list: its articles, their blocks, and the lines of none, in the order of the page."""

from typing import NamedTuple

from tui.model import Document, Role, surface

LONGEST = 200
"""So many code points of a block are enough for a row of a list."""


class OutlineRow(NamedTuple):
    """A row: an article's head (no text), a block, or a line that belongs to no article (no role).

    Attributes:
        at: the source offset of what stands first.
        number: of the article on the page, from 1; 0: of none.
        sure: how sure the splitter is of the article, 0 to 1.
    """

    at: int
    number: int
    role: Role | None
    text: str
    head: bool = False
    sure: float = 1.0


def outline(document: Document) -> list[OutlineRow]:
    """Return the rows of a page."""
    text = document.page.text
    loose = [OutlineRow(a, 0, None, text[a : min(b, a + LONGEST)]) for a, b in document.furniture]
    rows: list[OutlineRow] = []
    for number, article in enumerate(document.articles, start=1):
        rows += _before(loose, article.start)
        rows.append(OutlineRow(article.blocks[0].segments[0][0], number, None, "", True, article.confidence))
        for block in article.blocks:
            rows += _before(loose, block.segments[0][0])
            rows.append(
                OutlineRow(block.segments[0][0], number, block.role, surface(text, block.segments)[:LONGEST])
            )
    return rows + loose


def _before(loose: list[OutlineRow], at: int) -> list[OutlineRow]:
    """Take the lines of no article that stand before a source offset."""
    count = sum(row.at < at for row in loose)
    taken, loose[:] = loose[:count], loose[count:]
    return taken
