"""What an article is called."""

from tui.model import Article, Page, surface

UNTITLED = ("byline", "credit")
"""Roles that say nothing of what an article is about."""


def headline_of(page: Page, article: Article) -> str | None:
    """Return the article's title on one line; None where it has no headline."""
    for block in article.blocks:
        if block.role == "title":
            return " ".join(surface(page.text, block.segments).split())
    return None


def title_of(page: Page, article: Article) -> str:
    """Return what lists call an article: its title, else what it begins with, but for who reported it."""
    others = (block for block in article.blocks if block.role not in UNTITLED)
    block = next(others, article.blocks[0])
    return headline_of(page, article) or " ".join(surface(page.text, block.segments).split())
