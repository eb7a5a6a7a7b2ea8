"""Settled and open differences of an article, derived from the result.

The result is an annotator of its own. A tag in it names the tags that it stands for (`Span.sources`), and its
article names what was not taken (`Progress.rejected`). So a session can go on where another one stopped, and
what annotators change later is a difference again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.measure.adjudication.article_labels import LabelDifference, labels_left
from tui.measure.adjudication.differences import (
    ArticleViews,
    Difference,
    RelationGroup,
    differences_in,
    keys_of,
)
from tui.measure.adjudication.groups import Group
from tui.measure.agreement.values import differing, normalised
from tui.model import Article, Document, Relation, Span


@dataclass(frozen=True, slots=True)
class Adjudication:
    """An article to be adjudicated.

    Attributes:
        seen: the article as its annotators see it.
        differences: all of them, settled or not.
        by: who decides; empty: nobody, it is done by a rule.
    """

    seen: ArticleViews
    differences: tuple[Difference, ...]
    by: str = ""

    @classmethod
    def of(cls, seen: ArticleViews, by: str = "") -> "Adjudication":
        """Return the adjudication of an article by somebody."""
        return cls(seen, tuple(differences_in(seen)), by)

    @property
    def article(self) -> Article:
        """The article."""
        return self.seen.article

    @property
    def agreed(self) -> tuple[Group, ...]:
        """The tags that all annotators have."""
        return tuple(group for group in self.seen.groups if self.seen.is_agreed(group))

    def settled(self, result: Document) -> frozenset[str]:
        """Return the tags and relations of the annotators on which the result has decided."""
        standing = self.standing(result)
        there = {(relation.label, relation.head, relation.tail) for relation in result.relations}
        made = (
            key
            for relation in self.seen.relations
            if (relation.label, standing.get(relation.head), standing.get(relation.tail)) in there
            for key in self.keys(relation.versions)
        )
        sources = (source for span in result.spans_in(self.article) for source in span.sources)
        return frozenset((*sources, *made, *result.progress_of(self.article.id).rejected))

    def left(self, result: Document) -> list[Difference]:
        """Return the differences on which the result has not decided.

        Relations whose ends are not in the result are none (they come with their ends) or not yet.
        """
        settled, standing = self.settled(result), self.standing(result)
        return [
            difference
            for difference in self.differences
            if not difference.keys <= settled and self._is_possible(difference, standing)
        ]

    def is_settled(self, result: Document) -> bool:
        """Tell whether all that annotators agree on is in the result and all differences are decided."""
        settled = self.settled(result)
        is_agreed_taken = all(settled.issuperset(self.keys(group)) for group in self.agreed)
        return is_agreed_taken and not self.left(result) and not self.labels_left(result)

    def labels_left(self, result: Document) -> list[LabelDifference]:
        """Return the labels of the article on which annotators differ and the result has not decided."""
        return labels_left(self.seen, result)

    def keys(self, versions: Sequence[Span | Relation | None]) -> tuple[str, ...]:
        """Return what the annotators' own tags, or relations, of a group are known by."""
        pairs = zip(self.seen.names, versions, strict=True)
        return tuple(key for name, version in pairs for key in keys_of(name, version))

    def standing(self, result: Document) -> dict[int, str]:
        """Return the ids of the result's tags by the numbers of the groups that they stand for."""
        made_of = {source: span.id for span in result.spans_in(self.article) for source in span.sources}
        found = {}
        for number, group in enumerate(self.seen.groups):
            for key in self.keys(group):
                if key in made_of:
                    found[number] = made_of[key]
        return found

    def relations_of(self, keys: Iterable[str]) -> list[RelationGroup]:
        """Return the relations that are known by some keys."""
        wanted = frozenset(keys)
        return [each for each in self.seen.relations if wanted.intersection(self.keys(each.versions))]

    def is_same(self, one: Span, other: Span) -> bool:
        """Tell whether two tags say the same."""
        schema = self.seen.schema
        return (one.segments, one.label) == (other.segments, other.label) and not differing(
            normalised(one, schema), normalised(other, schema)
        )

    def _is_possible(self, difference: Difference, standing: dict[int, str]) -> bool:
        if difference.head is None:
            return True
        relations = self.relations_of(difference.keys)
        return any(relation.head in standing and relation.tail in standing for relation in relations)
