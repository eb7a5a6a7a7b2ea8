"""A sheet: an article as all formats but the native one see it, a text with marks on it in reading offsets.

Writers get sheets that fit what they can hold, readers give sheets; nothing in between knows a format.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tui.formats.shape import ArticleRecord, BlockRecord, SpanRecord, UnplacedSpan
from tui.model import Attribute, Origin, Segment, State
from tui.text.offsets import Reading


class Mark(NamedTuple):
    """A labelled piece of a sheet.

    Attributes:
        id: empty where a format has none.
        parts: ascending half-open ranges of the sheet's text; nearly always one.
    """

    id: str
    label: str
    parts: tuple[Segment, ...]
    attributes: dict[str, Attribute] = {}
    note: str = ""
    origin: Origin = "import"
    score: float | None = None

    @property
    def start(self) -> int:
        """The first offset."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """The offset behind the last."""
        return self.parts[-1][1]

    @property
    def place(self) -> tuple[int, int, str]:
        """Sort key: by place, the enclosing mark before the enclosed, then by label."""
        return self.start, -self.end, self.label

    def text_in(self, text: str) -> str:
        """Return what stands at the mark."""
        return "".join(text[start:end] for start, end in self.parts)


class Link(NamedTuple):
    """A relation between two marks of a sheet, by their ids."""

    id: str
    label: str
    head: str
    tail: str


class Sheet(NamedTuple):
    """An article's text and what is said about it.

    Attributes:
        id: the article's; of what is read, whatever names it there, empty where nothing does.
        state: empty where a format does not say.
        words: ranges of the text.
        record: what it was made from; what is read has one only in the native formats.
        line: of what is read, where it begins in its file.
    """

    id: str
    text: str
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    words: tuple[Segment, ...] = ()
    page: str = ""
    state: State | None = None
    annotator: str = ""
    record: ArticleRecord | None = None
    line: int | None = None


def sheet_of(record: ArticleRecord) -> Sheet:
    """Return an article's sheet; what has a gap in the reading text is a mark of more than one part."""
    marks = [_mark(span, ((span.start, span.end),)) for span in record.spans]
    if record.unplaced.spans:
        reading = _reading(record)
        marks += (
            _mark(span, parts)
            for span in record.unplaced.spans
            if span.why != "orphan" and (parts := _parts(reading, span))
        )
    relations = (*record.relations, *record.unplaced.relations)
    return Sheet(
        record.id,
        record.text,
        ordered(marks),
        tuple(Link(r.id, r.label, r.head, r.tail) for r in relations),
        record.words,
        record.page,
        record.state,
        record.annotator,
        record,
    )


def ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks in the order of their places."""
    return tuple(sorted(marks, key=lambda mark: mark.place))


def _mark(span: SpanRecord | UnplacedSpan, parts: tuple[Segment, ...]) -> Mark:
    return Mark(span.id, span.label, parts, span.attributes, span.note, span.origin, span.score)


def _parts(reading: Reading, span: UnplacedSpan) -> tuple[Segment, ...]:
    """Return where all of a span stands in the reading text; nothing where a piece of it does not."""
    parts = reading.project(span.segments)
    return parts if "".join(reading.text[a:b] for a, b in parts) == span.text else ()


def _reading(record: ArticleRecord) -> Reading:
    return Reading(
        record.text,
        tuple((block.start, block.end) for block in record.blocks),
        tuple(piece for block in record.blocks for piece in _pieces(block)),
    )


def _pieces(block: BlockRecord) -> Iterable[tuple[int, int, int]]:
    at = block.start
    for start, end in block.segments:
        yield at, start, end - start
        at += end - start
