"""Text that is no page of a newspaper: it is left whole."""

import gc
import re

from tui.model import Article, Block, Division, Page, article_id

MOST_LINES = 50_000
"""No page of a newspaper has more lines."""
SURE = 0.3
CONTENT = re.compile(r"\S(?:[^\r\n]*\S)?")


def is_no_page(text: str) -> bool:
    """Tell whether a text has more lines than any page of a newspaper."""
    return text.count("\n") + text.count("\r") > MOST_LINES


def undivided(page: Page) -> Division:
    """Return a text that is no page as one article: each line that is not blank is a paragraph."""
    collects = gc.isenabled()
    gc.disable()  # none of so many values is garbage, and all would be looked through again and again
    try:
        blocks = tuple(
            Block(role="paragraph", segments=(match.span(),)) for match in CONTENT.finditer(page.text)
        )
    finally:
        if collects:
            gc.enable()
    if not blocks:
        return Division(articles=())
    id_ = article_id(page.id, 1)
    article = Article(id=id_, page=page.id, kind="other", blocks=blocks, confidence=SURE, border=SURE)
    return Division(articles=(article,))
