"""Which label a tagged range has, for all that its text and its surroundings say.

A maximum-entropy classifier. The CRF of `tagger` asks where tags are; this asks what a range is that somebody
tagged, so that a label is judged where the CRF expects no tag, too. It is trained by python-crfsuite, on
sequences of one item each.
"""

import os
import tempfile
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.tagged_words import is_person, kinds_of, tagged_words

PARAMETERS: Mapping[str, float] = {"c1": 0.05, "c2": 0.5, "max_iterations": 60}
WEIGHT = 3.0
"""So many other tags of the same text the classifier counts for."""
LARGEST = 6_000
"""Tags that a classifier is trained on at most."""
Key: TypeAlias = tuple[str, tuple[int, int, str]]
"""An article's id, and range and label of a tag."""


def label_probabilities(
    examples: Sequence[Example], tags: Mapping[str, str], folds: int
) -> dict[Key, dict[str, float]]:
    """Return for each tag how likely each label is at its range, 0 to 1.

    Each is judged by a classifier that has not seen its article, and by the labels of all other tags of the
    same text.

    Args:
        examples: prepared as the model is told of them.
        tags: parts of speech.
    """
    rows = [(example, _Features(example.text, tags)) for example in examples]
    same = _labels_by_text(examples)
    found: dict[Key, dict[str, float]] = {}
    for number in range(min(folds, len(rows))):
        others = [row for at, row in enumerate(rows) if at % folds != number]
        classifier = _trained([(f.of(tag), tag.label) for one, f in others for tag in one.tags][:LARGEST])
        if classifier is None:
            return {}
        for example, features in rows[number::folds]:
            for tag in example.tags:
                known = same[example.text.text[slice(*tag.range)]] - Counter([tag.label])
                found[example.text.article, tag.key] = _together(classifier(features.of(tag)), known)
    return found


def _labels_by_text(examples: Sequence[Example]) -> defaultdict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        for tag in example.tags:
            found[example.text.text[slice(*tag.range)]][tag.label] += 1
    return found


def _together(probabilities: Mapping[str, float], counts: Counter[str]) -> dict[str, float]:
    whole = WEIGHT + counts.total()
    return {
        label: (WEIGHT * probabilities.get(label, 0.0) + counts[label]) / whole
        for label in {*probabilities, *counts}
    }


class _Classifier:
    def __init__(self, model: bytes) -> None:
        import pycrfsuite

        self._model = model  # the tagger reads from these bytes without holding them
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def __call__(self, features: list[str]) -> dict[str, float]:
        self._tagger.set([features])
        return {label: float(self._tagger.marginal(label, 0)) for label in self._tagger.labels()}


def _trained(rows: Sequence[tuple[list[str], str]]) -> _Classifier | None:
    """Return a classifier of features and their labels; None: there are none to learn from."""
    import pycrfsuite

    if not rows:
        return None
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=dict(PARAMETERS), verbose=False)
    for features, label in rows:
        trainer.append([features], [label])
    handle, name = tempfile.mkstemp(suffix=".crf")
    os.close(handle)
    try:
        trainer.train(name)
        return _Classifier(Path(name).read_bytes())
    finally:
        Path(name).unlink()


class _Features:
    """The features of ranges of an article."""

    def __init__(self, text: ArticleText, tags: Mapping[str, str]) -> None:
        self._text = text.text
        self._words = tagged_words(text, tags)
        self._starts, self._ends = ([word[at] for word in self._words] for at in (0, 1))
        self._rules = {one.range: one.label for one in text.by("rules")}
        self._names: dict[tuple[int, int], list[str]] = {}
        for one in text.by("names"):
            self._names.setdefault(one.range, []).append(one.label)

    def of(self, tag: Candidate) -> list[str]:
        start, end = tag.range
        written = self._text[start:end]
        return [
            "w=" + written,
            *("e=" + written[-n:] for n in (1, 2, 3)),
            *("b=" + written[:n] for n in (1, 2)),
            f"length={min(len(written), 8)}",
            *("before=" + self._text[max(0, start - n) : start] for n in (1, 2)),
            *("behind=" + self._text[end : end + n] for n in (1, 2)),
            "rule=" + self._rules.get(tag.range, ""),
            *("name=" + kind for kind in self._names.get(tag.range, ("",))),
            *self._shape(written),
            *self._of_words(start, end),
        ]

    def _shape(self, written: str) -> Iterator[str]:
        yield from ("kind=" + kind for kind, _ in kinds_of(written))
        if any(character.isdigit() for character in written):
            yield "digit"
        if is_person(written):
            yield "person"

    def _of_words(self, start: int, end: int) -> Iterator[str]:
        inside = self._words[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
        if inside:
            yield "first=" + inside[0].tag
            yield "last=" + inside[-1].tag
            yield "last word=" + inside[-1].text
            yield "words=" + "|".join(word.tag for word in inside[:4])
