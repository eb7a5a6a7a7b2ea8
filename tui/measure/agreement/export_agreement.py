"""Agreement as an export's card states it: one F1 over all pairs of annotators and all exported articles."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from tui.measure.agreement.comparison import compare
from tui.measure.agreement.figures import f1
from tui.model import DEFAULT_SCHEMA, Document


class Agreement:
    """Agreement over the pages that it is given: tags with the same label at the same place.

    Pairs of annotators and articles are added up before dividing, so each tag counts the same.

    Attributes:
        articles: how many were compared.
        annotators: whose tags were.
    """

    def __init__(self, labels: frozenset[str] = frozenset()) -> None:
        """Compare tags with these labels; an empty set means all."""
        self.labels = labels
        self.articles = 0
        self.annotators: set[str] = set()
        self._counts: Counter[str] = Counter()

    def add(self, documents: Sequence[Document]) -> None:
        """Compare a page of several annotators: those of its articles that at least two finished."""
        for article in documents[0].articles:
            done = [document for document in documents if document.progress_of(article.id).state == "done"]
            if len(done) > 1:
                self.articles += 1
                self.annotators.update(document.annotator for document in done)
                for one, other in combinations(done, 2):
                    self._counts += compare(article, one, other, DEFAULT_SCHEMA, self.labels).counts["spans"]

    def join(self, other: "Agreement") -> None:
        """Take what was compared of other articles."""
        self.articles += other.articles
        self.annotators |= other.annotators
        self._counts.update(other._counts)

    @property
    def f1(self) -> float | None:
        """The F1 score, 0 to 1; none where there was nothing to compare."""
        return f1(self._counts).value
