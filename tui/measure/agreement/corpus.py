"""Agreement over a corpus: of pairs of annotators and of all, with the places where they differ."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from tui.measure.adjudication.article_labels import LabelDifference, label_differences
from tui.measure.adjudication.differences import Difference, differences_in, views
from tui.measure.agreement.alpha import ArticleValues, Characters
from tui.measure.agreement.bootstrap import Interval, bootstrap
from tui.measure.agreement.comparison import MEASURES, Comparison, compare, compare_states
from tui.measure.agreement.figures import Figure, Score, score
from tui.measure.agreement.gamma import Continuum, continuum
from tui.model import Article, Document, Schema

THROUGH = ("done", "skipped")
"""The states of an article that an annotator is through with."""


class Pair:
    """Two annotators' agreement, or that of all pairs together.

    Attributes:
        names: the annotators.
        comparisons: of the articles that both finished.
        states: what both said of each article that both are through with: done or skipped.
        left_out: articles that one of them has begun and not both have finished.
        differences: the places where they differ.
        label_differences: the articles whose labels differ.
    """

    def __init__(self, *names: str) -> None:
        self.names = names
        self.comparisons: list[Comparison] = []
        self.states: list[tuple[str, Counter[tuple[str, str]]]] = []
        self.left_out = 0
        self.differences: list[Difference] = []
        self.label_differences: list[LabelDifference] = []

    @property
    def articles(self) -> int:
        """How many articles were compared."""
        return len({comparison.article for comparison in self.comparisons})

    def figure(self, name: str) -> Figure:
        """Return a figure by its name in `MEASURES`."""
        return MEASURES[name](_sum(self._counts(name)))

    def score(self, name: str) -> Score:
        """Return precision, recall and F1 of `spans`, `overlapping`, `borders` or `relations`."""
        return score(_sum(self._counts(name)))

    def interval(self, name: str) -> Interval:
        """Return the confidence interval of a figure."""
        return bootstrap(MEASURES[name], self._counts(name))

    def by_label(self) -> dict[str, Score]:
        """Return the agreement on the tags of each label that somebody used."""
        found: dict[str, Counter[str]] = {}
        for comparison in self.comparisons:
            for label, counts in comparison.by_label.items():
                found.setdefault(label, Counter()).update(counts)
        return {label: score(found[label]) for label in sorted(found)}

    def by_page(self) -> dict[str, Score]:
        """Return the agreement on the tags of each page."""
        found: dict[str, Counter[str]] = {}
        for comparison in self.comparisons:
            found.setdefault(comparison.page, Counter()).update(comparison.counts["spans"])
        return {page: score(counts) for page, counts in found.items()}

    def _counts(self, name: str) -> Sequence[Counter[Any]]:
        """Return the counts of each article, over all pairs: what is resampled is articles."""
        compared = ((each.article, each.counts[name]) for each in self.comparisons if name != "states")
        found: dict[str, Counter[Any]] = {}
        for article, counts in self.states if name == "states" else compared:
            found.setdefault(article, Counter()).update(counts)
        return list(found.values())


class Corpus:
    """Compares annotators page by page.

    Attributes:
        pairs: every two annotators, in the order in which they were named.
        left_out: articles that somebody has begun and fewer than two have finished.
        characters: what Krippendorff's alpha is computed from.
        article_values: what the alpha of article labels is computed from.
        continua: what gamma is computed from: the tags of each article that two finished.
    """

    def __init__(
        self, annotators: Sequence[str], schema: Schema, labels: frozenset[str] = frozenset()
    ) -> None:
        self.annotators, self._schema, self._labels = tuple(annotators), schema, labels
        self.pairs = {names: Pair(*names) for names in combinations(self.annotators, 2)}
        self.left_out = 0
        self.characters = Characters(labels)
        self.article_values = ArticleValues([type_.id for type_ in schema.article_labels])
        self.continua: list[Continuum] = []

    def add(self, documents: Sequence[Document]) -> None:
        """Compare a page: one document of each annotator who has any, in the order of `annotators`."""
        for article in documents[0].articles if documents else ():
            self._add(article, documents)

    def _add(self, article: Article, documents: Sequence[Document]) -> None:
        begun = [d for d in documents if d.progress_of(article.id).state != "todo"]
        done = [d for d in begun if d.progress_of(article.id).state == "done"]
        self.left_out += bool(begun) and len(done) < 2
        for one, other in combinations(documents, 2):
            self._compare(article, one, other, self.pairs[one.annotator, other.annotator])
        if len(done) > 1:
            self.characters.add(article, done)
            self.article_values.add(article, done)
            self.continua.append(continuum(article, done, self._labels))

    def _compare(self, article: Article, one: Document, other: Document, pair: Pair) -> None:
        states = [document.progress_of(article.id).state for document in (one, other)]
        if all(state in THROUGH for state in states):
            pair.states.append((article.id, compare_states(article, one, other)))
        if states == ["done", "done"]:
            pair.comparisons.append(compare(article, one, other, self._schema, self._labels))
            seen = views(article, (one, other), self._schema)
            pair.differences += self._wanted(differences_in(seen))
            pair.label_differences += () if self._labels else label_differences(seen)
        else:
            pair.left_out += any(state != "todo" for state in states)

    def _wanted(self, found: Iterable[Difference]) -> Iterable[Difference]:
        return (d for d in found if not self._labels or self._labels.intersection(d.labels))

    @property
    def together(self) -> Pair:
        """All pairs added up: each tag of each pair counts the same."""
        whole = Pair(*self.annotators)
        whole.left_out = self.left_out
        for pair in self.pairs.values():
            whole.comparisons += pair.comparisons
            whole.states += pair.states
            whole.differences += pair.differences
            whole.label_differences += pair.label_differences
        return whole


def _sum(counts: Iterable[Counter[Any]]) -> Counter[Any]:
    total: Counter[Any] = Counter()
    for each in counts:
        total.update(each)
    return total
