"""An article as all formats but the native one see it: a text with marks on it in reading offsets.

Writers get articles with nothing that they cannot hold, readers give articles; nothing else knows a format.
"""

from collections.abc import Iterable, Mapping
from operator import attrgetter, lt
from typing import NamedTuple

from tui.formats.common.entries import Entry, parts_in
from tui.formats.common.native_schema import ArticleRecord
from tui.model import Attribute, Origin, Segment, Span, State, merge, surface
from tui.model.page import Sentence
from tui.model.values import Frozen
from tui.text.readings import RightReading, right_reading


class Mark(Frozen, frozen=True):
    """A labelled piece of an article.

    Attributes:
        id: empty where a format has none.
        parts: ascending half-open ranges of the article's text; nearly always one.
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
        return surface(text, self.parts)


class Link(NamedTuple):
    """A relation between two marks of an article, by their ids."""

    id: str
    label: str
    head: str
    tail: str


class FlatArticle(NamedTuple):
    """An article's text and what is said about it.

    Attributes:
        id: the article's; of what is read, whatever names it there, empty where nothing does.
        state: empty where a format does not say.
        words: ranges of the text; of what is read, only where the format says what the words are.
        about: what the page says of itself: date, source, title.
        entry: what it was made from; what is read has none.
        record: what was read in the native formats, whose articles have no marks.
        line: of what is read, where it begins in its file.
        external_id: of the text in the corpus that it comes from; empty where it has none.
        sentences: their borders, where the corpus that it comes from has set them; else none.
        tokens: of that corpus, those of more than one character, and blank ones; all other characters that
            are no blanks are tokens by themselves.
        part: which part of its article the text is, from 1; 0: all of it.
        offset: where a part begins in its article.
        proposals: what another program's model guessed; the note says which model.
        right: the text as people said that it should read; None where nothing was misread.
        is_right: whether `text` and all offsets are those of `right`.
        labels: what the article is labelled with: by the id of the label, its values.
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
    external_id: str = ""
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Segment, ...] = ()
    part: int = 0
    offset: int = 0
    proposals: tuple[Mark, ...] = ()
    right: RightReading | None = None
    is_right: bool = False
    labels: Mapping[str, tuple[str, ...]] = {}

    @property
    def name(self) -> str:
        """What the text is called outside: its id in the corpus that it comes from, else the article's."""
        return self.external_id or self.id


def flat_article_of(entry: Entry) -> FlatArticle:
    """Return an article; what has a gap in the reading text is a mark of more than one part."""
    document, reading = entry.document, entry.reading
    page = document.page
    progress = document.progress_of(entry.article.id)
    marks = [_mark(one.span, ((one.start, one.end),)) for one in entry.spans]
    marks += (
        _mark(one.span, parts)
        for one in entry.unplaced
        if one.why != "orphan" and (parts := parts_in(reading, one.span))
    )
    # What a corpus said of its text holds as long as that is one article, whole.
    is_whole = page.layout == "document" and reading.text == page.text
    return FlatArticle(
        entry.article.id,
        reading.text,
        ordered(marks),
        tuple(Link(r.id, r.label, r.head, r.tail) for r in (*entry.relations, *entry.far)),
        entry.words,
        page.id,
        progress.state,
        document.annotator,
        page.about,
        entry,
        external_id=page.external_id if is_whole else "",
        sentences=page.sentences if is_whole else (),
        tokens=page.tokens if is_whole else (),
        right=right_of(entry),
        labels=progress.labels,
    )


def right_of(entry: Entry) -> RightReading | None:
    """Return an article's text as people said that it should read; None where nothing was misread."""
    pins = entry.document.corrections.reads
    right = right_reading(entry.reading, pins) if pins else None
    return right if right is not None and right.edits else None


def put_right(sheet: FlatArticle) -> FlatArticle:
    """Return an article as it should read, all offsets moved; a mark that touches a misread place holds it
    whole."""
    right = sheet.right
    if right is None:
        return sheet

    def moved(ranges: Iterable[Segment]) -> tuple[Segment, ...]:
        return tuple(right.to_right(start, end) for start, end in ranges)

    def kept(ranges: Iterable[Segment]) -> tuple[Segment, ...]:
        return tuple(merge(range_ for range_ in moved(ranges) if range_[0] < range_[1]))

    marks = [mark.replaced(parts=parts) for mark in sheet.marks if (parts := kept(mark.parts))]
    ends = [right.to_right(sentence.start, sentence.end) for sentence in sheet.sentences]
    return sheet._replace(
        text=right.text,
        marks=ordered(marks),
        words=_apart(moved(sheet.words)),
        tokens=_apart(moved(sheet.tokens)),
        sentences=tuple(
            Sentence(start, end, sentence.id)
            for (start, end), sentence in zip(ends, sheet.sentences, strict=True)
        ),
        is_right=True,
    )


def _apart(ranges: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return ascending ranges, those that overlap joined: words within one misread place are one."""
    found: list[Segment] = []
    for start, end in ranges:
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end:
            found.append((start, end))
    return tuple(found)


def ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks in the order of their places."""
    every = tuple(marks)
    starts = [mark.parts[0][0] for mark in every]
    if all(map(lt, starts, starts[1:])):  # they nearly always are
        return every
    return tuple(sorted(every, key=attrgetter("place")))


def _mark(span: Span, parts: tuple[Segment, ...]) -> Mark:
    return Mark(span.id, span.label, parts, span.attributes, span.note, span.origin, span.score)
