"""The layout `document`: one article, whole, its lines kept."""

from tui.model import Article, Block, Division, Page
from tui.model.page import article_id


def undivided(page: Page) -> Division:
    """Return the whole text of a page as one article of one paragraph; nothing of it is furniture."""
    if not page.text:
        return Division(articles=())
    block = Block(role="paragraph", segments=((0, len(page.text)),))
    article = Article(id=article_id(page.id, 1), page=page.id, kind="other", blocks=(block,))
    return Division(articles=(article,))
