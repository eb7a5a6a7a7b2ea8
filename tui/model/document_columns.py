"""A document field by field: who counts the tags of thousands of pages needs no object of each."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from operator import attrgetter
from typing import Any, NamedTuple

from tui.model.document import UNTOUCHED, Document, Progress
from tui.model.page import Article, Page
from tui.model.span import Attribute, Decision, Origin, Span, Taken


class TagColumns(NamedTuple):
    """What tags say, field by field; all columns are in the order of `tui.model.span.order`.

    Attributes:
        starts: the first source offset of each.
        moments: when each was made, in seconds since 1970.
    """

    ids: Sequence[str] = ()
    labels: Sequence[str] = ()
    starts: Sequence[int] = ()
    texts: Sequence[str] = ()
    attributes: Sequence[Mapping[str, Attribute]] = ()
    origins: Sequence[Origin] = ()
    taken: Sequence[Taken] = ()
    decisions: Sequence[Decision] = ()
    moments: Sequence[float] = ()

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "TagColumns":
        """Return the columns of tags."""
        rows = [*map(FIELDS, spans)]
        return cls.of_fields(dict(zip(NAMES, zip(*rows, strict=True), strict=True))) if rows else cls()

    @classmethod
    def of_fields(cls, columns: Mapping[str, Sequence[Any]]) -> "TagColumns":
        """Return the columns of tags whose fields stand in columns, by the names of the fields."""
        return cls(
            columns["id"],
            columns["label"],
            [segments[0][0] for segments in columns["segments"]],
            columns["text"],
            columns["attributes"],
            columns["origin"],
            columns["taken"],
            columns["decision"],
            [created.timestamp() for created in columns["created"]],
        )

    def where(self, chosen: Sequence[bool]) -> "TagColumns":
        """Return the columns of those tags for which the same place of `chosen` says so."""
        return TagColumns(*[[*compress(column, chosen)] for column in self])  # type: ignore[arg-type]


NAMES = ("id", "label", "segments", "text", "attributes", "origin", "taken", "decision", "created")
FIELDS: Callable[[Span], tuple[Any, ...]] = attrgetter(*NAMES)


class DocumentColumns(NamedTuple):
    """What is counted of a document.

    Attributes:
        relations: label and head of each.
    """

    page: Page
    annotator: str
    articles: tuple[Article, ...]
    progress: Mapping[str, Progress]
    tags: TagColumns = TagColumns()
    relations: Sequence[tuple[str, str]] = ()

    @classmethod
    def of(cls, document: Document) -> "DocumentColumns":
        """Return the columns of a document."""
        return cls(
            document.page,
            document.annotator,
            document.articles,
            document.progress,
            TagColumns.of(document.spans),
            [(relation.label, relation.head) for relation in document.relations],
        )

    def progress_of(self, article: str) -> Progress:
        """The article's progress, also where nobody touched it."""
        return self.progress.get(article, UNTOUCHED)

    def tags_in(self, article: Article) -> int:
        """Return how many tags have their first code point in a block of `article`."""
        starts = self.tags.starts
        return sum(bisect_left(starts, end) - bisect_left(starts, start) for start, end in article.ranges)
