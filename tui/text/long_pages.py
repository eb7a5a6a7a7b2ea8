"""Divides texts longer than a newspaper page line by line, at certain openings only.

Nothing is weighed and no hard wrap undone: an article begins with a marked headline, or with what opens a
report and the short line above it; every other line is a paragraph. A million lines take some seconds.
"""

import re

from tui.model import Article, Block, Division, Page, Role, Segment, article_id
from tui.model.many_values import no_collection
from tui.text.layout import cells
from tui.text.parts import opening
from tui.text.reflow import finished

SURE, SURE_WHOLE = 0.6, 0.3
"""How sure an article is that something begins, and one that nothing does."""
CONTENT = re.compile(r"\S(?:[^\r\n]*\S)?")
MARKED = re.compile(r"#{1,6}[ \t]+(?=[^\s#])")
MAY_OPEN = re.compile("[讯訊电電]|[记記]者|[报報][道导導]|消息")
"""What every opening of a report has."""
WIDEST_TITLE = 45
"""Characters of a headline that no mark tells."""


def divide_long(page: Page) -> Division:
    """Return the articles of a text of many lines."""
    with no_collection():
        articles = _Articles(page)
        for match in CONTENT.finditer(page.text):
            articles.take(match[0], match.start(), match.end())
        return Division(articles=articles.all())


class _Articles:
    """The articles as they grow, line by line."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._done: list[Article] = []
        self._blocks: list[Block] = []
        self._begun = False

    def take(self, line: str, start: int, end: int) -> None:
        """Take the next line that is not blank, which stands at `start` to `end`."""
        if line[0] == "#" and (mark := MARKED.match(line)):
            if self._told:
                self._end()
            self._begun = True
            self._add("subtitle" if self._blocks else "title", start + mark.end(), end)
        elif MAY_OPEN.search(line) and (opens := opening(line)):
            self._open()
            self._add("byline", start, start + opens)
            rest = len(line) - len(line[opens:].lstrip())
            if start + rest < end:
                self._add("paragraph", start + rest, end)
        else:
            self._add("paragraph", start, end)

    @property
    def _told(self) -> bool:
        """Whether the article has more than its headline."""
        return bool(self._blocks) and self._blocks[-1].role not in ("title", "subtitle")

    def _open(self) -> None:
        """Begin an article with what opens a report; the short line above is its headline."""
        if not self._told:
            self._begun = True
            return
        title = self._blocks.pop() if self._is_title(self._blocks[-1].segments[0]) else None
        self._end()
        self._begun = True
        if title is not None:
            self._blocks.append(title.replaced(role="title"))

    def _is_title(self, place: Segment) -> bool:
        text = self._page.text[place[0] : place[1]]
        above = self._blocks[-2].role if len(self._blocks) > 1 else "title"
        return above in ("title", "paragraph") and cells(text) <= 2 * WIDEST_TITLE and not finished(text)

    def _add(self, role: Role, start: int, end: int) -> None:
        self._blocks.append(Block(role=role, segments=((start, end),)))

    def _end(self) -> None:
        if self._blocks:
            sure = SURE if self._begun else SURE_WHOLE
            news = self._begun and any(block.role == "byline" for block in self._blocks[:4])
            self._done.append(
                Article(
                    id=article_id(self._page.id, len(self._done) + 1),
                    page=self._page.id,
                    kind="news" if news else "other",
                    blocks=tuple(self._blocks),
                    confidence=sure,
                    border=sure,
                )
            )
        self._blocks, self._begun = [], False

    def all(self) -> tuple[Article, ...]:
        """Return all articles."""
        self._end()
        return tuple(self._done)
