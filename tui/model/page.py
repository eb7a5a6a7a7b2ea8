"""A page and its articles: views on a source text that is never edited."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias, get_args

from msgspec import field

from tui.model.segments import Segment, Segments
from tui.model.values import Value

Role: TypeAlias = Literal[
    "kicker", "title", "subtitle", "lead", "byline", "heading", "paragraph", "caption", "credit"
]
Kind: TypeAlias = Literal["news", "photo_story", "other"]
PageLayout: TypeAlias = Literal["newspaper", "document"]
"""Whether a page is divided into articles, or is one article, whole."""

ROLES: tuple[Role, ...] = get_args(Role)
KINDS: tuple[Kind, ...] = get_args(Kind)


CERTAIN = 0.9
"""Borders and roles less sure than this are doubtful."""

ABOUT = ("date", "source", "title")
"""What a page can say of itself beside its text."""


class Sentence(NamedTuple):
    """A sentence whose borders were set elsewhere: source offsets, and its id there, if it has one."""

    start: int
    end: int
    id: str = ""


class Page(Value, frozen=True, kw_only=True, weakref=True):
    """One source document.

    Attributes:
        id: the file's stem; of a row, with its id.
        path: the file, relative to the project, with forward slashes; of a row, with its line.
        text: the decoded file, a BOM removed, CR and LF kept.
        encoding: Python's name of the encoding, `utf-8-sig` and the like where there was a BOM.
        sha256: of the file's bytes, hexadecimal; of a row, of its text in UTF-8.
        about: what a table says of a row beside its text, by a name in `ABOUT`.
        layout: how it is divided.
        external_id: of the text in the corpus that it was imported from; else empty.
        sentences: as that corpus has them, ascending; none where it says nothing of sentences.
        tokens: source ranges of that corpus's tokens, ascending; none where it has none.
    """

    id: str
    path: str
    text: str
    encoding: str
    sha256: str
    about: Mapping[str, str] = field(default_factory=dict)
    layout: PageLayout = "newspaper"
    external_id: str = ""
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Segment, ...] = ()


class Block(Value, frozen=True, kw_only=True):
    """A piece of an article with one role; its text is what stands at its segments.

    Attributes:
        confidence: how sure its role is, 0 to 1.
    """

    role: Role
    segments: Segments
    confidence: float = 1.0


class Article(Value, frozen=True, kw_only=True, dict=True):
    """One article of a page: its blocks in reading order.

    Attributes:
        confidence: how sure it is as a whole, 0 to 1: the lowest of its two borders and its blocks.
        border: how sure it is that an article begins here.
    """

    id: str
    page: str
    kind: Kind
    blocks: tuple[Block, ...]
    confidence: float = 1.0
    border: float = 1.0

    @cached_property
    def ranges(self) -> tuple[Segment, ...]:
        """The source ranges of its blocks, ascending."""
        return tuple(sorted(segment for block in self.blocks for segment in block.segments))

    @property
    def start(self) -> int:
        """The first source offset of any block."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """The source offset behind the last of any block."""
        return self.ranges[-1][1]


class Division(Value, frozen=True, kw_only=True):
    """A page divided: its articles in reading order, and the lines that belong to none (ascending ranges)."""

    articles: tuple[Article, ...]
    furniture: tuple[Segment, ...] = ()


def article_id(page: str, number: int) -> str:
    """Return the id of the article that stands at place `number` (from 1) on `page`."""
    return f"{page}#{number}"
