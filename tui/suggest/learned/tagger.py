"""The CRF: trained on articles; returns candidates with their confidence."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.suggest.candidate import ArticleText, Candidate, Example, outermost
from tui.suggest.learned.features import Features, sequences

if TYPE_CHECKING:
    pass

FEWEST = 5
"""Tags of a label that it takes to learn it."""
OUTSIDE = "O"
PARAMETERS: Mapping[str, float | bool] = {
    "c1": 0.05,
    "c2": 0.1,
    "max_iterations": 50,
    "feature.possible_transitions": False,
}


def learnable(examples: Iterable[Example]) -> dict[str, int]:
    """Return the labels with enough tags, and how many they have."""
    counts = Counter(tag.label for example in examples for tag in example.tags)
    return {label: count for label, count in counts.items() if count >= FEWEST}


def bio(tags: Sequence[Candidate], start: int, end: int) -> list[str]:
    """Return the label of each character of a range: outermost tags as B- and I-, else O."""
    row = [OUTSIDE] * (end - start)
    for tag in outermost(tags):
        if start <= tag.start and tag.end <= end:
            row[tag.start - start : tag.end - start] = ["B-" + tag.label] + ["I-" + tag.label] * (
                tag.end - tag.start - 1
            )
    return row


def train(
    examples: Sequence[Example], tags: Mapping[str, str], parameters: Mapping[str, float | bool] = PARAMETERS
) -> bytes:
    """Return a model of the labels that have enough tags, as python-crfsuite keeps it; empty: none has."""
    import pycrfsuite

    labels = learnable(examples)
    if not labels:
        return b""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=dict(parameters), verbose=False)
    for example in examples:
        features = Features(example.text, tags)
        kept = [tag for tag in example.tags if tag.label in labels]
        for start, end in sequences(example.text):
            if example.is_decided(start, end):
                trainer.append(features.of(start, end), bio(kept, start, end))
    handle, name = tempfile.mkstemp(suffix=".crf")
    os.close(handle)
    path = Path(name)
    try:
        trainer.train(name)
        return path.read_bytes()
    finally:
        path.unlink()


class Tagger:
    """A trained model.

    Args:
        model: as `train` returns it.
        tags: parts of speech.

    Raises:
        ValueError: it is none.
    """

    def __init__(self, model: bytes, tags: Mapping[str, str]) -> None:
        import pycrfsuite

        self._tagger: pycrfsuite.Tagger = pycrfsuite.Tagger()
        self._model = model
        self._tagger.open_inmemory(model)
        self._tags = tags
        self._known = frozenset(self._tagger.labels())
        self.labels = frozenset(name[2:] for name in self._known if name != OUTSIDE)

    def read(self, text: ArticleText, tags: Sequence[Candidate] = ()) -> "Read":
        """Return what the model takes for tags, and how likely it finds those that there are.

        A score is the lowest marginal of the range and of its right border.
        """
        features = Features(text, self._tags)
        found: list[Candidate] = []
        likely: list[tuple[Candidate, dict[str, float]]] = []
        for start, end in sequences(text):
            row = self._tagger.tag(features.of(start, end))
            for first, last, label in spans_of(row):
                score = self._score(first, last, label, end - start)
                found.append(Candidate(start + first, start + last, label, score))
            likely += [
                (tag, self._scores(tag.start - start, tag.end - start, end - start))
                for tag in tags
                if start <= tag.start and tag.end <= end
            ]
        return Read(found, likely)

    def _scores(self, first: int, last: int, length: int) -> dict[str, float]:
        return {label: self._score(first, last, label, length) for label in self.labels}

    def _score(self, first: int, last: int, label: str, length: int) -> float:
        marginal = self._tagger.marginal
        inside = "I-" + label
        scores = [marginal("B-" + label, first)]
        if inside in self._known:
            scores += [marginal(inside, at) for at in range(first + 1, last)]
            if last < length:
                scores.append(1.0 - marginal(inside, last))
        elif last - first > 1:
            return 0.0
        return float(min(scores))


class Read(NamedTuple):
    """An article as the model reads it.

    Attributes:
        candidates: what it takes for tags, with raw scores.
        likely: the tags that there are, with the scores of all labels that it knows at their place.
    """

    candidates: list[Candidate]
    likely: list[tuple[Candidate, dict[str, float]]]


def spans_of(row: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of each span in a row of B-, I- and O."""
    start, label = 0, ""
    for at, name in enumerate([*row, OUTSIDE]):
        if label and name != "I-" + label:
            yield start, at, label
            label = ""
        if name.startswith("B-") or (name.startswith("I-") and not label):
            start, label = at, name[2:]
