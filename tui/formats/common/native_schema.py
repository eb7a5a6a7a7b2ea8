"""The shape of the native export: an article with everything said about it, in reading offsets.

It is also what every other format is made from. `text[start:end] == span.text` holds for each of `spans`;
what has no exact range in the reading text is `unplaced` and keeps its source segments.
"""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Literal

from msgspec import field
from pydantic import Field

from tui.model import (
    Attribute,
    AttributeType,
    Decision,
    Kind,
    Label,
    Origin,
    Relation,
    RelationType,
    Role,
    Segment,
    Span,
    State,
)
from tui.model.segments import Segments
from tui.model.span import Taken
from tui.model.values import Record

VERSION = 1

ZERO = "+00:00"
Why = Literal["furniture", "broken", "orphan"]


@lru_cache(4096)
def utc(moment: datetime | None) -> str | None:
    """Return a moment in ISO 8601 and UTC; one without a zone is taken to be in UTC."""
    if moment is None:
        return None
    text = moment.isoformat()
    if moment.tzinfo is None:
        return f"{text}Z"
    if not text.endswith(ZERO):
        text = moment.astimezone(UTC).isoformat()
    return f"{text.removesuffix(ZERO)}Z"


class Source(Record, frozen=True, kw_only=True):
    """The page's file: its path in the project, the SHA-256 of its bytes, its encoding.

    Attributes:
        about: what the row of a table says beside its text: date, source, title; else not there.
    """

    path: str
    sha256: str
    encoding: str
    about: dict[str, str] = field(default_factory=dict)


class BlockRecord(Record, frozen=True, kw_only=True):
    """A block: its reading range and its source segments."""

    role: Role
    start: int
    end: int
    segments: Segments


class SpanRecord(Record, frozen=True, kw_only=True):
    """A span that stands in the reading text at `start` to `end`.

    Attributes:
        reads: of one with misread text, what it should read; else not there.
    """

    id: str
    label: str
    start: int
    end: int
    text: str
    segments: Segments
    attributes: dict[str, Attribute] = field(default_factory=dict)
    note: str = ""
    origin: Origin = "manual"
    created: datetime
    updated: datetime
    annotator: str = ""
    score: float | None = None
    maker: str = ""
    taken: Taken = ""
    reads: str = ""
    sources: tuple[str, ...] = ()
    decision: Decision = ""
    decided_by: str = ""


class UnplacedSpan(Span, frozen=True, kw_only=True):
    """A span without an exact range in the reading text.

    Attributes:
        why: `furniture` (it begins outside of all articles), `broken` (it is no unbroken range of its
            article), `orphan` (its text no longer stands at its segments).
        parts: of one that is whole in its article but for a gap, its reading ranges.
    """

    created: datetime
    updated: datetime
    why: Why
    parts: tuple[Segment, ...] = ()


class Unplaced(Record, frozen=True, kw_only=True):
    """What the page has and `spans` and `relations` of its articles cannot show.

    Attributes:
        relations: those between two articles or with an unplaced end.
    """

    spans: tuple[UnplacedSpan, ...] = ()
    relations: tuple[Relation, ...] = ()


class ProgressRecord(Record, frozen=True, kw_only=True):
    """How the article was worked on: a state of the project, a note, the seconds it took, when that was.

    Attributes:
        labels: what the article is labelled with: by the id of the label, its values.
    """

    stage: str = ""
    note: str = ""
    seconds: int = 0
    updated: datetime | None = None
    rejected: tuple[str, ...] = ()
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)


class ReadingRecord(Record, frozen=True, kw_only=True):
    """Misread text, and what it should read.

    Attributes:
        start, end: where it stands in the article's text.
        other: where it stands in the text with all readings applied; of an export that applied them, in the
            text as it was read.
    """

    start: int
    end: int
    text: str
    reads: str
    other: Segment


class ArticleRecord(Record, frozen=True, kw_only=True):
    """An article as it is exported.

    Attributes:
        text: the reading text: the blocks' texts joined by one line feed.
        words: reading ranges.
        progress: none where nobody touched the article.
        readings: misread text; not there where nobody said of any.
    """

    id: str
    page: str
    kind: Kind
    state: State
    annotator: str
    text: str
    source: Source
    blocks: Annotated[tuple[BlockRecord, ...], Field(min_length=1)]
    words: tuple[Segment, ...] = ()
    spans: tuple[SpanRecord, ...] = ()
    relations: tuple[Relation, ...] = ()
    progress: ProgressRecord | None = None
    unplaced: Unplaced = field(default_factory=Unplaced)
    readings: tuple[ReadingRecord, ...] = ()


class About(Record, frozen=True, kw_only=True):
    """What an export says of the project it comes from; `tool` is the program and its version."""

    name: str = ""
    source: str = ""
    licence: str = ""
    tool: str = ""
    labels: tuple[Label, ...] = ()
    relations: tuple[RelationType, ...] = ()
    article_labels: tuple[AttributeType, ...] = ()


class Head(Record, frozen=True, kw_only=True):
    """What stands before the articles of an export that is one file."""

    format: Literal["piyue"]
    version: Annotated[int, Field(ge=1, le=VERSION)]
    project: About


class Export(Head, frozen=True, kw_only=True):
    """A whole export."""

    articles: tuple[ArticleRecord, ...]
