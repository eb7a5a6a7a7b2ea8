"""What an article is called in lists."""

from tui.model import Article, Page, surface

UNTITLED = ("byline", "credit")
"""Roles that say nothing of what an article is about."""


def title_of(page: Page, article: Article) -> str:
    """Return the article's title on one line; else what it begins with, not counting who reported it."""
    block = min(article.blocks, key=lambda block: (block.role != "title", block.role in UNTITLED))
    return " ".join(surface(page.text, block.segments).split())
