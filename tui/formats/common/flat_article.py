"""An article as all formats but the native one see it: a text with marks on it in reading offsets.

Writers get articles with nothing that they cannot hold, readers give articles; nothing else knows a format.
"""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from tui.formats.common.entries import Entry, parts_in
from tui.formats.common.native_schema import ArticleRecord
from tui.model import Attribute, Origin, Segment, Span, State
from tui.model.page import Sentence


class Mark(NamedTuple):
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
        return "".join(text[start:end] for start, end in self.parts)


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

    @property
    def name(self) -> str:
        """What the text is called outside: its id in the corpus that it comes from, else the article's."""
        return self.external_id or self.id


def flat_article_of(entry: Entry) -> FlatArticle:
    """Return an article; what has a gap in the reading text is a mark of more than one part."""
    document, reading = entry.document, entry.reading
    page = document.page
    marks = [_mark(span, ((start, end),)) for start, end, span in entry.spans]
    marks += (
        _mark(span, parts)
        for span, why in entry.unplaced
        if why != "orphan" and (parts := parts_in(reading, span))
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
        document.progress_of(entry.article.id).state,
        document.annotator,
        page.about,
        entry,
        external_id=page.external_id if is_whole else "",
        sentences=page.sentences if is_whole else (),
        tokens=page.tokens if is_whole else (),
    )


def ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks in the order of their places."""
    return tuple(sorted(marks, key=attrgetter("place")))


def _mark(span: Span, parts: tuple[Segment, ...]) -> Mark:
    return Mark(span.id, span.label, parts, span.attributes, span.note, span.origin, span.score)
