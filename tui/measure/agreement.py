"""How far annotators agree who tagged the same articles: F1 of tags with the same label at the same place.

Of two annotators, one's tags are taken for true and the other's for found: which is which does not matter to
F1. Pairs of annotators and articles are added up before dividing, so each tag counts the same.
"""

from collections.abc import Sequence
from itertools import combinations

from tui.model import Article, Document


class Agreement:
    """Agreement over the pages that it is given.

    Attributes:
        articles: how many were compared.
        annotators: whose tags were.
        shared: tags on which two agree, over all pairs.
        tags: those of the one and of the other, over all pairs.
    """

    def __init__(self, labels: frozenset[str] = frozenset()) -> None:
        """Compare tags with these labels; an empty set means all."""
        self.labels = labels
        self.articles = self.shared = self.tags = 0
        self.annotators: set[str] = set()

    def add(self, documents: Sequence[Document]) -> None:
        """Compare a page of several annotators: those of its articles that the first and another finished."""
        for article in documents[0].articles:
            done = [document for document in documents if document.progress_of(article.id).state == "done"]
            if len(done) > 1 and done[0] is documents[0]:
                self._compare(article, done)

    def _compare(self, article: Article, documents: Sequence[Document]) -> None:
        self.articles += 1
        self.annotators.update(document.annotator for document in documents)
        for one, other in combinations([self._tags(article, document) for document in documents], 2):
            self.shared += len(one & other)
            self.tags += len(one) + len(other)

    def _tags(self, article: Article, document: Document) -> set[object]:
        spans = document.spans_in(article)
        return {(span.label, span.segments) for span in spans if not self.labels or span.label in self.labels}

    @property
    def f1(self) -> float | None:
        """The F1 score, 0 to 1; none where there was nothing to compare."""
        return 2 * self.shared / self.tags if self.tags else None
