"""How relations were made before: with which labels and texts for tails."""

from collections import Counter
from collections.abc import Callable, Container, Iterable
from typing import NamedTuple

from tui.model import Document, RelationType

Name = Callable[[str], str]


class RelationHistory(NamedTuple):
    """How a relation was made before.

    Attributes:
        labels: of its tails, how often.
        texts: of its tails, as they are written.
        names: the same, as the aliases call them.
    """

    labels: Counter[str]
    texts: frozenset[str]
    names: frozenset[str]


def relation_history(documents: Iterable[Document], relation: str, name: Name = str) -> RelationHistory:
    """Return how a relation was made in some documents.

    Args:
        name: what the aliases call a text.
    """
    tails = [
        document.spans_by_id[r.tail]
        for document in documents
        for r in document.relations
        if r.label == relation and r.tail in document.spans_by_id
    ]
    texts = frozenset(span.text for span in tails)
    return RelationHistory(Counter(span.label for span in tails), texts, frozenset(map(name, texts)))


def label_for(type_: RelationType, known: Container[str], history: RelationHistory) -> str | None:
    """Return the label that words get when they become a tail; None: none of the known ones is fitting."""
    usual = (label for label, _ in history.labels.most_common())
    for label in (*usual, *type_.tails):
        if label in known and (not type_.tails or label in type_.tails):
            return label
    return None
