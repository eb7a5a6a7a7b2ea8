"""Krippendorff's alpha over characters, each a unit whose labels are its value; and over articles."""

from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from typing import TypeAlias

from tui.measure.agreement.figures import Figure
from tui.model import Article, Document

LabelSetOf: TypeAlias = tuple[str, ...]
"""The labels of the tags that hold a character, each as often as it does, in order; none is a value too."""
Unit: TypeAlias = tuple[tuple[tuple[str, ...], int], ...]
"""What annotators said of one thing: each value, and how many said it."""


class Characters:
    """The characters of articles that at least two annotators finished, by what each said of them.

    Characters on which everybody said the same are counted together: most of a text is without tags.
    """

    def __init__(self, labels: frozenset[str] = frozenset()) -> None:
        """Look at tags with these labels; an empty set means all."""
        self._labels = labels
        self._units: Counter[Unit] = Counter()

    def add(self, article: Article, documents: Sequence[Document]) -> None:
        """Count an article's characters, blanks too, as several annotators tagged them."""
        said = [self._labels_at(article, document) for document in documents]
        for start, end in article.ranges:
            for at in range(start, end):
                values = Counter(each.get(at, ()) for each in said)
                self._units[tuple(sorted(values.items()))] += 1

    def _labels_at(self, article: Article, document: Document) -> dict[int, LabelSetOf]:
        found: dict[int, list[str]] = {}
        for span in document.spans_in(article):
            if not self._labels or span.label in self._labels:
                for start, end in span.segments:
                    for at in range(start, end):
                        found.setdefault(at, []).append(span.label)
        return {at: tuple(sorted(labels)) for at, labels in found.items()}

    def alpha(self) -> Figure:
        """Return Krippendorff's alpha (nominal).

        None where all characters have one and the same value: the library raises there. None, too, where the
        extra `agree` is not installed.
        """
        return _alpha(self._units)


class ArticleValues:
    """Articles that at least two annotators finished, by the values that each gave of each article label."""

    def __init__(self, known: Sequence[str] = ()) -> None:
        """Know the ids of the labels that articles can have."""
        self._known = known
        self._units: dict[str, Counter[Unit]] = {}

    def add(self, article: Article, documents: Sequence[Document]) -> None:
        """Count the values of an article's labels; who gave none counts, too."""
        given = [document.progress_of(article.id).labels for document in documents]
        for label in {*self._known, *(label for labels in given for label in labels)}:
            values = Counter(tuple(sorted(labels.get(label, ()))) for labels in given)
            self._units.setdefault(label, Counter())[tuple(sorted(values.items()))] += 1

    def alphas(self) -> dict[str, Figure]:
        """Return Krippendorff's alpha (nominal) of each label that was given; several values are one."""
        given = (label for label, units in self._units.items() if any(v for unit in units for v, _ in unit))
        return {label: _alpha(self._units[label]) for label in sorted(given)}


def _alpha(units: Counter[Unit]) -> Figure:
    if not units:
        return Figure(None, "nothing")
    values = sorted({value for unit in units for value, _ in unit})
    if len(values) == 1:
        return Figure(None, "one_value")
    try:
        krippendorff, numpy = import_module("krippendorff"), import_module("numpy")
    except ImportError:
        return Figure(None, "extra")
    column = {value: number for number, value in enumerate(values)}
    rows = numpy.zeros((len(units), len(values)), dtype=numpy.int32)
    for number, unit in enumerate(units):
        for value, count in unit:
            rows[number, column[value]] = count
    counts = numpy.repeat(rows, list(units.values()), axis=0)
    return Figure(float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")))
