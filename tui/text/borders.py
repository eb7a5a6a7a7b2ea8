"""The choice of where articles begin on a page."""

from collections.abc import Callable, Container, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from tui.text.article_above import Article, Recurrence, after, article_from
from tui.text.border_evidence import (
    Candidate,
    candidates,
    few_apart,
    is_prose,
    longest,
    share,
    text_above,
    text_below,
)
from tui.text.cohesion import WINDOW, Cohesion
from tui.text.lookahead import Lookahead
from tui.text.units import Unit
from tui.text.votes import VOTES, Evidence, probability, weigh

ONE_THIRD = 1 / 3
BEAM = 4
"""So many articles that a line may stand below are followed, the most probable ones."""
UNLIKELY = 0.01
"""What is less probable is followed no further."""


class Weighed(NamedTuple):
    """A line that was weighed, below one of the articles that may stand above it.

    Attributes:
        at: the unit that it begins with.
        evidence: for and against an article that begins here.
        share: how probable it is that this article stands above it.
        begins: the probability that another begins here.
    """

    at: int
    evidence: Evidence
    share: float
    begins: float


Decide: TypeAlias = Callable[[Candidate, Evidence], float]


class Borders:
    """The choice of where articles begin on a page.

    Whether a line is a heading depends on the article above it, and that on the lines above: read from
    top to bottom, the articles that may be the one above are kept with their probabilities.

    Args:
        lookahead: the page's units.
        weights: of the votes.

    Attributes:
        begins: by the unit that a candidate begins with, the probability that an article begins there.
    """

    def __init__(self, lookahead: Lookahead, weights: Mapping[str, float] = VOTES) -> None:
        self._lookahead, self._weights = lookahead, weights
        self._cohesion = Cohesion(unit.text for unit in lookahead.units if is_prose(lookahead, unit))
        self.begins: dict[int, float] = {}
        for line in self._weigh(lambda _, evidence: probability(weigh(evidence, weights))):
            self.begins[line.at] = self.begins.get(line.at, 0.0) + line.share * line.begins

    def decided(self, starts: Container[int]) -> Iterator[tuple[Evidence, bool]]:
        """Yield the evidence on each candidate of a page whose articles are known, and whether one begins.

        Args:
            starts: the source offsets at which articles begin.
        """
        units = self._lookahead.units

        def known(line: Candidate, _: Evidence) -> float:
            return float(any(unit.segments[0][0] in starts for unit in units[line.at : line.end]))

        for line in self._weigh(known):
            yield line.evidence, line.begins == 1.0

    def _weigh(self, decide: Decide) -> Iterator[Weighed]:
        """Yield each candidate with each article that may stand above it."""
        above: dict[Article, float] = {Article(0): 1.0}
        recurrence = Recurrence(self._lookahead)
        for line in candidates(self._lookahead, self._cohesion):
            begun = article_from(self._lookahead, line.at, line.end)
            if line.evidence is None:
                above = {after(max(above, key=lambda one: above[one]), begun): 1.0}
                continue
            size = longest(self._lookahead.units[line.at : line.end])
            below: dict[Article, float] = {}
            for article, likely in above.items():
                evidence = {**line.evidence, **recurrence.evidence(article, line)}
                begins = decide(line, evidence)
                yield Weighed(line.at, evidence, likely, begins)
                begins = self._marked(article, begun, begins)
                another = after(article, begun)
                below[another] = below.get(another, 0.0) + likely * begins
                below[article.with_heading(size)] = likely * (1 - begins)
            above = _most_likely(below)

    def _marked(self, article: Article, begun: Article, begins: float) -> float:
        """Return the probability that an article begins where the level of mark-up decides, if it does."""
        if not (article.level and begun.level):
            return begins
        return float(begun.level <= article.level or begun.level in self._lookahead.title_levels)

    def another(self, at: int, headline: str) -> float:
        """Return the probability that the opening at `at`, which no headline is above, begins another
        article.

        A paper prints a second dispatch below the headline of the first; briefs without a headline open
        alike.
        """
        above, below = text_above(self._lookahead, at), text_below(self._lookahead, at + 1)
        evidence = {
            "any opening": 1.0,
            "no headline above": float(not headline),
            "quoted agency": float(self._lookahead.units[at].text.startswith("据")),
            "same words": -self._cohesion.apart(above, below),
            "few words apart": few_apart(above, below),
            "same headline": share(headline, below),
        }
        return probability(weigh(evidence, self._weights))

    def apart(self, above: Unit, below: Unit, headline: str) -> bool:
        """Tell whether a paragraph speaks of something else than the one above and its headline."""
        apart = self._cohesion.apart(above.text[-WINDOW:], below.text[:WINDOW])
        return apart >= 0 and share(headline, below.text) < ONE_THIRD


def _most_likely(articles: Mapping[Article, float]) -> dict[Article, float]:
    """Return the most probable of some articles, their probabilities one together."""
    likely = sorted(articles.items(), key=lambda one: -one[1])[:BEAM]
    kept = {article: share for article, share in likely if share >= UNLIKELY}
    whole = sum(kept.values())
    return {article: share / whole for article, share in kept.items()}
