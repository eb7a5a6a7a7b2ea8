"""Time per article: median and quartiles of those that are done."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.measure.agreement.bootstrap import percentile
from tui.measure.progress import ArticleFigures


class TimePerArticle(NamedTuple):
    """Seconds: a quarter of the articles takes no more than `low`, half `middle`, three quarters `high`."""

    low: float
    middle: float
    high: float


def time_per_article(articles: Iterable[ArticleFigures]) -> TimePerArticle | None:
    """Return how long the finished articles took whose time was measured; None where there are none."""
    seconds = sorted(each.seconds for each in articles if each.state == "done" and each.seconds)
    if not seconds:
        return None
    return TimePerArticle(*(percentile(seconds, part) for part in (0.25, 0.5, 0.75)))
