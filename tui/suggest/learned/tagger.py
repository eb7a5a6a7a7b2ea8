"""The CRF: trained on articles, asked for candidates with their confidence."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.suggest.candidate import ArticleText, Candidate, Example, outermost
from tui.suggest.learned.features import Features, sequences

if TYPE_CHECKING:
    pass

FEWEST = 5
"""Tags of a label that it takes to learn it."""
OUTSIDE = "O"
PARAMETERS: Mapping[str, float | bool] = {
    "c1": 0.1,
    "c2": 0.1,
    "max_iterations": 50,
    "feature.possible_transitions": False,
}


def learnable(examples: Iterable[Example]) -> frozenset[str]:
    """Return the labels with enough tags."""
    counts = Counter(tag.label for example in examples for tag in example.tags)
    return frozenset(label for label, count in counts.items() if count >= FEWEST)


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
        self.labels = frozenset(name[2:] for name in self._tagger.labels() if name != OUTSIDE)

    def candidates(self, text: ArticleText) -> Iterator[Candidate]:
        """Yield what the model takes for tags, with the lowest marginal of the range and its right border."""
        features = Features(text, self._tags)
        for start, end in sequences(text):
            found = self._tagger.tag(features.of(start, end))
            for first, last, label in spans_of(found):
                yield Candidate(
                    start + first, start + last, label, self._confidence(first, last, label, end - start)
                )

    def _confidence(self, first: int, last: int, label: str, length: int) -> float:
        marginal = self._tagger.marginal
        inside = "I-" + label
        scores = [marginal("B-" + label, first), *(marginal(inside, at) for at in range(first + 1, last))]
        if last < length and inside in self._tagger.labels():
            scores.append(1.0 - marginal(inside, last))
        return float(min(scores))


def spans_of(row: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of each span in a row of B-, I- and O."""
    start, label = 0, ""
    for at, name in enumerate([*row, OUTSIDE]):
        if label and name != "I-" + label:
            yield start, at, label
            label = ""
        if name.startswith("B-") or (name.startswith("I-") and not label):
            start, label = at, name[2:]
