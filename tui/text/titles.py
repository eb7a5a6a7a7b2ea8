"""What an article is called in lists."""

from tui.model import Article, Page, surface

UNTITLED = ("byline", "credit")
"""Roles that say nothing of what an article is about."""


def title_of(page: Page, article: Article) -> str:
    """Return the article's title on one line; else what it begins with, not counting who reported it."""
    titles = (block for block in article.blocks if block.role == "title")
    others = (block for block in article.blocks if block.role not in UNTITLED)
    block = next(titles, None) or next(others, article.blocks[0])
    return " ".join(surface(page.text, block.segments).split())
