"""A sheet: an article as all formats but the native one see it, a text with marks on it in reading offsets.

Writers get sheets that fit what they can hold, readers give sheets; nothing in between knows a format.
"""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from tui.formats.common.entries import Entry, parts_in
from tui.formats.common.native_schema import ArticleRecord
from tui.model import Attribute, Origin, Segment, Span, State


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
        return self.parts[0][0], -self.parts[-1][1], self.label

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
        words: ranges of the text; of what is read, only where the format says what the words are.
        about: what the page says of itself: date, source, title.
        entry: what it was made from; what is read has none.
        record: what was read in the native formats, whose sheets have no marks.
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
    about: Mapping[str, str] = {}
    entry: Entry | None = None
    record: ArticleRecord | None = None
    line: int | None = None


def sheet_of(entry: Entry) -> Sheet:
    """Return an article's sheet; what has a gap in the reading text is a mark of more than one part."""
    document, reading = entry.document, entry.reading
    marks = [_mark(span, ((start, end),)) for start, end, span in entry.spans]
    marks += (
        _mark(span, parts)
        for span, why in entry.unplaced
        if why != "orphan" and (parts := parts_in(reading, span))
    )
    return Sheet(
        entry.article.id,
        reading.text,
        ordered(marks),
        tuple(Link(r.id, r.label, r.head, r.tail) for r in (*entry.relations, *entry.far)),
        entry.words,
        document.page.id,
        document.progress_of(entry.article.id).state,
        document.annotator,
        document.page.about,
        entry,
    )


def ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks in the order of their places."""
    return tuple(sorted(marks, key=attrgetter("place")))


def _mark(span: Span, parts: tuple[Segment, ...]) -> Mark:
    return Mark(span.id, span.label, parts, span.attributes, span.note, span.origin, span.score)
