"""The model as a proposer."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.suggest.candidate import ArticleText, Candidate, Example, without_overlap
from tui.suggest.learned.features import VERSION
from tui.suggest.learned.tagger import Read, Tagger, train
from tui.suggest.proposer import LearnsFrom

NAME = "learned"
CALIBRATION = ((0.0, 0.0), (0.4, 0.5), (0.85, 0.82), (0.9, 0.9), (1.0, 1.0))
"""From the lowest marginal to how often such candidates are right, measured on tags of two hands."""
REPEATED = 0.8
"""A text that is so surely a tag is proposed elsewhere in the article too, with so much of the score."""
LEAST = 0.3
"""Candidates below this are nothing."""


class LearnedProposer:
    """Proposes what the CRF takes for tags; without a model it is not ready.

    Args:
        tags: parts of speech.
    """

    name = NAME
    version = str(VERSION)
    learns_from: LearnsFrom = "decided"

    def __init__(self, tags: Mapping[str, str]) -> None:
        self._tags = tags
        self._tagger: Tagger | None = None

    @property
    def is_ready(self) -> bool:
        """Whether there is a model."""
        return self._tagger is not None

    @property
    def labels(self) -> frozenset[str]:
        """The labels that the model knows."""
        return self._tagger.labels if self._tagger else frozenset()

    def train(self, examples: Sequence[Example]) -> None:
        """Learn from examples; where no label has enough tags, nothing."""
        self.use(train(examples, self._tags))

    def use(self, crf: bytes) -> None:
        """Take up a model in place of the one before; empty bytes: none.

        Raises:
            ValueError: it is none.
        """
        self._tagger = Tagger(crf, self._tags) if crf else None

    def read(self, text: ArticleText, tags: Sequence[Candidate]) -> Read | None:
        """Return an article as the model reads it, with how likely it finds tags; None: there is no model."""
        return self._tagger.read(text, tags) if self._tagger else None

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return what the model takes for tags, and the same texts elsewhere in the article."""
        if self._tagger is None:
            return []
        found = [
            replace(one, score=calibrated(one.score), maker=NAME)
            for one in self._tagger.read(text).candidates
        ]
        found = [one for one in found if one.score >= LEAST]
        return sorted([*found, *without_overlap(found, _repeated(text, found))], key=lambda one: one.start)


def calibrated(score: float) -> float:
    """Return how often candidates with such a lowest marginal are right."""
    at = min(bisect_right([low for low, _ in CALIBRATION], score), len(CALIBRATION) - 1)
    (low, first), (high, last) = CALIBRATION[at - 1], CALIBRATION[at]
    return first + (last - first) * (score - low) / (high - low)


def _repeated(text: ArticleText, found: Sequence[Candidate]) -> Iterator[Candidate]:
    surest: dict[str, Candidate] = {}
    for one in found:
        written = text.text[slice(*one.range)]
        if one.score >= REPEATED and len(written) > 1:
            surest[written] = max(one, surest.get(written, one), key=lambda other: other.score)
    for written, one in surest.items():
        for start, end in text.blocks:
            at = text.text.find(written, start, end)
            while at >= 0:
                yield replace(one, start=at, end=at + len(written), score=one.score * REPEATED)
                at = text.text.find(written, at + len(written), end)
