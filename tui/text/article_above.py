"""The article above a line that may begin another: evidence that the line belongs to it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tui.text.border_evidence import Candidate, is_prose, longest
from tui.text.cohesion import FUNCTION, HAN_RUN, pair_set, pairs
from tui.text.cues import Cue
from tui.text.lookahead import OUTSIDE, Lookahead
from tui.text.vocabulary import SURNAMES, simplified
from tui.text.votes import Evidence

REPORTER = re.compile("记者|特派员")
PHRASES, NAMES, PIECES = 5, 2, 3
"""So many shared phrases, and names, speak with full strength for the same article."""
BLANKED = dict.fromkeys(map(ord, FUNCTION), " ")
UNKNOWN = 0.5
"""How alike in length a line is to a title that is not there."""


class Article(NamedTuple):
    """An article as far as it is known at a line below it.

    Attributes:
        at: the unit that it begins with.
        title: the characters of the longest line of its headline; 0 without one.
        words: pairs of characters of its headline.
        feature: whether a line with a reporter's name stands below its headline.
        headings: how many it has.
        heading: their characters, on average.
        level: of its headline in mark-up.
        pieces: how many articles right above it have no heading.
        report: whether it opens as a report does, with place and date.
        author: whether another name than a reporter's stands below its headline.
    """

    at: int
    title: int = 0
    words: frozenset[str] = frozenset()
    feature: bool = False
    headings: int = 0
    heading: float = 0.0
    level: int = 0
    pieces: int = 0
    report: bool = False
    author: bool = False

    def with_heading(self, size: int) -> "Article":
        """Return the article with one more heading of so many characters."""
        count = self.headings + 1
        return self._replace(headings=count, heading=self.heading + (size - self.heading) / count)


def article_from(lookahead: Lookahead, at: int, end: int) -> Article:
    """Return the article that begins with the headline from `at` to `end`."""
    group = [unit for unit in lookahead.units[at:end] if unit.cue is None]
    below = next((unit for unit in lookahead.units[end:] if unit.cue not in OUTSIDE), None)
    feature = below is not None and below.cue is Cue.BYLINE and REPORTER.search(simplified(below.text))
    return Article(
        at,
        longest(group),
        frozenset(pair for unit in group for pair in pairs(unit.text)),
        bool(feature),
        report=below is not None and below.cue is Cue.OPENING,
        author=below is not None and below.cue is Cue.BYLINE and not feature,
        level=min((unit.level for unit in group if unit.level), default=0),
    )


def after(above: Article, begun: Article) -> Article:
    """Return an article below another one."""
    return begun._replace(pieces=0 if above.headings or above.report else above.pieces + 1)


class Recurrence:
    """Where phrases of three characters last stood on a page, as it is read from top to bottom."""

    def __init__(self, lookahead: Lookahead) -> None:
        self._lookahead = lookahead
        self._read = 0
        self._last: dict[str, int] = {}

    def evidence(self, article: Article, line: Candidate) -> Evidence:
        """Return the evidence that a line belongs to the article above it.

        Args:
            article: the article.
            line: a line below it; none may stand above one that was asked about before.
        """
        self._read_up_to(line.at)
        phrases = set(_phrases(line.told))
        again = {phrase for phrase in phrases if self._last.get(phrase, -1) >= article.at}
        names = sum(phrase[0] in SURNAMES for phrase in again)
        size = longest(self._lookahead.units[line.at : line.end])
        words = article.words
        return {
            "feature above": float(article.feature),
            "author above": float(article.author),
            "heading above": float(article.headings > 0),
            "pieces above": min(1.0, article.pieces / PIECES),
            "unlike the headings": min(1.0, abs(size - article.heading) / article.heading)
            if article.headings
            else 0.0,
            "as long as the title": min(size, article.title) / max(size, article.title)
            if article.title
            else UNKNOWN,
            "same phrases": min(1.0, len(again) / PHRASES),
            "same names": min(1.0, names / NAMES),
            "title taken up below": len(words & pair_set(line.told)) / len(words) if words else 0.0,
        }

    def _read_up_to(self, at: int) -> None:
        for index, unit in enumerate(islice(self._lookahead.units, self._read, at), self._read):
            if is_prose(self._lookahead, unit) or self._lookahead.headlike(unit):
                self._last.update(dict.fromkeys(_phrases(unit.text), index))
        self._read = max(self._read, at)


def _phrases(text: str) -> Iterator[str]:
    """Yield the threes of Chinese characters in a text that have no character of grammar."""
    for run in HAN_RUN.findall(text.translate(BLANKED)):
        for at in range(len(run) - 2):
            yield run[at : at + 3]
