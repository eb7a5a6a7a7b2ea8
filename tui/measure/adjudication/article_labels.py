"""Labels of whole articles in adjudication: what annotators agree on, differ in, and what the result has."""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from tui.edit.changes import Change, SetProgress
from tui.measure.adjudication.differences import ArticleViews
from tui.model import Document

HALF = Fraction(1, 2)
Values = tuple[str, ...]


class LabelDifference(NamedTuple):
    """A label of an article to which annotators gave different values.

    Attributes:
        label: its id.
        values: what each annotator gave; nothing is a difference too.
    """

    article: str
    page: str
    label: str
    annotators: tuple[str, ...]
    values: tuple[Values, ...]

    @property
    def keys(self) -> frozenset[str]:
        """What is known of each annotator who gave a value: ``annotator/label:id``."""
        given = zip(self.annotators, self.values, strict=True)
        return frozenset(f"{name}/label:{self.label}" for name, values in given if values)

    @property
    def row(self) -> dict[str, Any]:
        """What each annotator gave, for JSON; `a` and `b` are the first two."""
        return {
            "article": self.article,
            "page": self.page,
            "kind": "article_label",
            "kinds": ("article_label",),
            "label": self.label,
            "annotators": self.annotators,
            "a": self.values[0],
            "b": self.values[1],
            "versions": dict(zip(self.annotators, self.values, strict=True)),
        }


class SetLabels(NamedTuple):
    """Give the result of an article labels; those that it had before come back by undo."""

    article: str
    labels: Mapping[str, Values]

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        old = document.progress_of(self.article)
        change = SetProgress(article=self.article, progress=old.replaced(labels=dict(self.labels)))
        return change.apply(document)[0], SetLabels(self.article, old.labels)


def label_differences(seen: ArticleViews) -> list[LabelDifference]:
    """Return the labels of an article to which annotators gave different values."""
    article = seen.article
    return [
        LabelDifference(article.id, article.page, label, seen.names, values)
        for label, values in _by_label(seen).items()
        if not _are_same(values)
    ]


def labels_left(seen: ArticleViews, result: Document) -> list[LabelDifference]:
    """Return the differences in labels that the result has not decided."""
    there = result.progress_of(seen.article.id)
    return [
        difference
        for difference in label_differences(seen)
        if difference.label not in there.labels and not difference.keys <= {*there.rejected}
    ]


def take_agreed_labels(seen: ArticleViews, result: Document) -> SetLabels | None:
    """Return the change that takes labels on which all agree; None: there are none that the result lacks."""
    agreed = {label: values[0] for label, values in _by_label(seen).items() if _are_same(values)}
    return _adding(seen, result, agreed)


def take_majority_labels(seen: ArticleViews, result: Document, threshold: float) -> SetLabels | None:
    """Return the change that takes the values that more than half of the annotators gave; None: none.

    Args:
        threshold: the part of the annotators that is needed; more than half is needed in any case.
    """
    found: dict[str, Values] = {}
    for difference in labels_left(seen, result):
        votes = [_meant(values) for values in difference.values]
        for values, vote in zip(difference.values, votes, strict=True):
            part = Fraction(votes.count(vote), len(votes))
            if values and part > HALF and part >= threshold:
                found.setdefault(difference.label, values)
    return _adding(seen, result, found)


def _adding(seen: ArticleViews, result: Document, labels: Mapping[str, Values]) -> SetLabels | None:
    there = result.progress_of(seen.article.id).labels
    new = {label: values for label, values in labels.items() if label not in there}
    return SetLabels(seen.article.id, {**there, **new}) if new else None


def _by_label(seen: ArticleViews) -> dict[str, tuple[Values, ...]]:
    """Return what each annotator gave, of every label that somebody gave."""
    given = [document.progress_of(seen.article.id).labels for document in seen.documents]
    ids = dict.fromkeys(label for labels in given for label in labels)
    return {label: tuple(labels.get(label, ()) for labels in given) for label in ids}


def _meant(values: Values) -> Hashable:
    """Return values without their order, which says nothing."""
    return frozenset(values)


def _are_same(values: tuple[Values, ...]) -> bool:
    return len(set(map(_meant, values))) == 1
