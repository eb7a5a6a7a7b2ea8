"""The title of an article."""

from tui.model import Article, Page, surface

UNTITLED = ("byline", "credit")
"""Roles that say nothing of what an article is about."""
FIRST_WORDS = 30
"""So many code points stand for a headline in lists."""


def headline_of(page: Page, article: Article) -> str | None:
    """Return the article's title on one line; None where it has no headline."""
    for block in article.blocks:
        if block.role == "title":
            return " ".join(surface(page.text, block.segments).split())
    return None


def title_of(page: Page, article: Article) -> str:
    """Return what lists on the screen call an article: its title, else in square brackets its first words,
    but for who reported it."""
    headline = headline_of(page, article)
    if headline is not None:
        return headline
    others = (block for block in article.blocks if block.role not in UNTITLED)
    words = " ".join(surface(page.text, next(others, article.blocks[0]).segments).split())
    return f"[{words}]" if len(words) <= FIRST_WORDS else f"[{words[:FIRST_WORDS]}…]"
