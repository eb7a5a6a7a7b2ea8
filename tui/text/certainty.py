"""Confidence of the articles of a page; lower where the text shows that something is wrong."""

import re
from collections.abc import Iterator, Sequence

from tui.model import Article, Block, Page
from tui.text.doubts import are_mixed
from tui.text.headlines import REST
from tui.text.reflow import finished, never_first

CUT_OFF, HEADLESS, DISORDER, MIXED = 0.6, 0.85, 0.8, 0.8
"""So sure at most is an article with a piece of a sentence, one without a headline, any of a page with
several such pieces, and any of a page whose columns are mixed."""
PIECES = 2
"""So many pieces of sentences show that text of the page stands in the wrong place."""
TEXT_ENDS = re.compile(r"[^\W\d_]$|[，、；,]$|\d$")
"""How a text ends that has not ended."""


def with_certainty(page: Page, articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles of a page with the confidence that their text allows.

    A sentence that breaks off at an article's end, or a paragraph that is the rest of a sentence which the
    article does not have, tells that lines are missing there and stand elsewhere.
    """
    pieces = [sum(_pieces(page.text, article)) for article in articles]
    most = MIXED if are_mixed(page.text) else 1.0
    if sum(pieces) >= PIECES:
        most = min(most, DISORDER)
    return tuple(
        _at_most(article, min(most, CUT_OFF if found else 1.0, 1.0 if _has_title(article) else HEADLESS))
        for article, found in zip(articles, pieces, strict=True)
    )


def _at_most(article: Article, most: float) -> Article:
    return article.replaced(confidence=min(article.confidence, most))


def _has_title(article: Article) -> bool:
    return any(block.role == "title" for block in article.blocks)


def _pieces(text: str, article: Article) -> Iterator[bool]:
    """Yield of an article's first and last prose, and each paragraph, whether it is a piece of a sentence."""
    told = [_text(text, block) for block in article.blocks if block.role == "paragraph"]
    if not told or (len(told) > 2 and not any(finished(one) for one in told)):
        return
    yield not finished(told[-1]) and TEXT_ENDS.search(told[-1]) is not None
    for one in told:
        yield never_first(one) or REST.match(one) is not None


def _text(text: str, block: Block) -> str:
    return "".join(text[start:end] for start, end in block.segments)
