"""Differences and agreement of the annotators of an article: tags, then relations between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias, get_args

from tui.measure.adjudication.groups import Group, grouped
from tui.measure.agreement.values import differing, normalised
from tui.model import Article, Document, Relation, Schema, Span

Kind: TypeAlias = Literal["missing", "border", "label", "value", "relation"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What annotators differ in: whether there is a tag, its borders, label and value, and what it is related to.
Of several the first is the kind that a difference is listed under."""

Version: TypeAlias = Span | tuple[Relation, ...] | None
"""What one annotator has: a tag; relations that lead from a tag, perhaps none; nothing."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place on which annotators differ, settled by one decision.

    Attributes:
        kinds: all that they differ in, in the order of `KINDS`.
        annotators: their names.
        versions: what each of them has.
        fields: of a tag, the fields of its value in which they differ.
        heads: of relations, the tag that they lead from, as each annotator has it.
        tails: of relations, the tags that they lead to, as `versions` has them.
    """

    article: str
    page: str
    kinds: tuple[Kind, ...]
    annotators: tuple[str, ...]
    versions: tuple[Version, ...]
    fields: tuple[str, ...] = ()
    heads: Group = ()
    tails: tuple[tuple[Span, ...], ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind that it is listed under."""
        return self.kinds[0]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The tags that are there."""
        return tuple(version for version in self.versions if isinstance(version, Span))

    @property
    def head(self) -> Span | None:
        """Of relations, a tag that they lead from."""
        return next((span for span in self.heads if span is not None), None)

    @property
    def place(self) -> Span:
        """A tag that stands where the difference is."""
        return self.head or min(self.spans, key=lambda span: (span.start, -span.end))

    @property
    def labels(self) -> frozenset[str]:
        """The labels that are used."""
        relations = (
            relation for version in self.versions if isinstance(version, tuple) for relation in version
        )
        return frozenset(span.label for span in self.spans) | {relation.label for relation in relations}

    @property
    def keys(self) -> frozenset[str]:
        """What every tag or relation in it is known by: ``annotator/id``."""
        return frozenset(
            key
            for name, version in zip(self.annotators, self.versions, strict=True)
            for key in keys_of(name, version)
        )


class Agreed(NamedTuple):
    """What all annotators have: a tag by each of them."""

    annotators: tuple[str, ...]
    spans: tuple[Span, ...]


class RelationGroup(NamedTuple):
    """One relation between two groups: the label, the groups' numbers, and each annotator's own relation."""

    label: str
    head: int
    tail: int
    versions: tuple[Relation | None, ...]


@dataclass(frozen=True, slots=True)
class ArticleViews:
    """An article as several annotators see it, with what is the same put together.

    Attributes:
        groups: of tags.
        relations: of relations whose ends are tags of the article.
    """

    article: Article
    documents: tuple[Document, ...]
    schema: Schema
    groups: tuple[Group, ...]
    relations: tuple[RelationGroup, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The annotators."""
        return tuple(document.annotator for document in self.documents)

    def is_agreed(self, group: Group) -> bool:
        """Tell whether all annotators have the same tag."""
        return not kinds_of(group, self.schema)[0]

    def could_say(self, relation: RelationGroup) -> tuple[int, ...]:
        """Return the annotators who have both ends: nobody else could have made the relation."""
        head, tail = self.groups[relation.head], self.groups[relation.tail]
        return tuple(n for n in range(len(self.documents)) if head[n] is not None and tail[n] is not None)

    def is_undisputed(self, relation: RelationGroup) -> bool:
        """Tell whether everybody who could have made a relation has made it."""
        return all(relation.versions[number] is not None for number in self.could_say(relation))


def views(article: Article, documents: Sequence[Document], schema: Schema) -> ArticleViews:
    """Put side by side what annotators did on an article.

    Args:
        documents: of the same page, one for each annotator.
    """
    groups = grouped([document.spans_in(article) for document in documents])
    where = [
        {span.id: number for number, group in enumerate(groups) if (span := group[n]) is not None}
        for n in range(len(documents))
    ]
    found: dict[tuple[str, int, int], list[Relation | None]] = {}
    for number, document in enumerate(documents):
        for relation in document.relations:
            if relation.head in where[number] and relation.tail in where[number]:
                key = relation.label, where[number][relation.head], where[number][relation.tail]
                found.setdefault(key, [None] * len(documents))[number] = relation
    relations = (
        RelationGroup(*key, tuple(found[key])) for key in sorted(found, key=lambda key: (key[1], key))
    )
    return ArticleViews(article, tuple(documents), schema, tuple(groups), tuple(relations))


def differences(article: Article, documents: Sequence[Document], schema: Schema) -> list[Difference]:
    """Return what annotators of an article differ in: tags in the order of the text, then relations."""
    return differences_in(views(article, documents, schema))


def differences_in(seen: ArticleViews) -> list[Difference]:
    """Return the differences of an article that was looked at."""
    article = seen.article
    found = []
    for group in seen.groups:
        kinds, fields = kinds_of(group, seen.schema)
        if kinds:
            found.append(Difference(article.id, article.page, kinds, seen.names, group, fields))
    return [*found, *_relation_differences(seen)]


def kinds_of(group: Group, schema: Schema) -> tuple[tuple[Kind, ...], tuple[str, ...]]:
    """Return what the tags of a group differ in, and the fields of the value; nothing where all agree."""
    spans = [span for span in group if span is not None]
    said = [normalised(span, schema) for span in spans]
    labels = {span.label for span in spans}
    fields = tuple(dict.fromkeys(name for other in said[1:] for name in differing(said[0], other)))
    differ = {
        "missing": len(spans) < len(group),
        "border": len({span.segments for span in spans}) > 1,
        "label": len(labels) > 1,
        "value": bool(fields) and len(labels) == 1,
    }
    return tuple(kind for kind in KINDS if differ.get(kind)), fields if len(labels) == 1 else ()


def _relation_differences(seen: ArticleViews) -> Iterable[Difference]:
    """Yield the disputed relations, those of one label that lead from one tag together."""
    disputed: dict[tuple[int, str], list[RelationGroup]] = {}
    for relation in seen.relations:
        if not seen.is_undisputed(relation):
            disputed.setdefault((relation.head, relation.label), []).append(relation)
    for (head, _), relations in disputed.items():
        by_annotator = [_own(relations, number) for number in range(len(seen.documents))]
        versions = tuple(
            None if seen.groups[head][number] is None else tuple(own)
            for number, own in enumerate(by_annotator)
        )
        tails = tuple(
            tuple(document.spans_by_id[relation.tail] for relation in own)
            for document, own in zip(seen.documents, by_annotator, strict=True)
        )
        article, heads = seen.article, seen.groups[head]
        yield Difference(article.id, article.page, ("relation",), seen.names, versions, (), heads, tails)


def _own(relations: Iterable[RelationGroup], number: int) -> list[Relation]:
    return [own for relation in relations if (own := relation.versions[number]) is not None]


def keys_of(annotator: str, version: Version | Relation) -> tuple[str, ...]:
    """Return what an annotator's tag or relations are known by."""
    items = version if isinstance(version, tuple) else () if version is None else (version,)
    return tuple(f"{annotator}/{item.id}" for item in items)
