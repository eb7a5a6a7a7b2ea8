"""Reader of CoNLL of any scheme and columns: the token is the first column, the tag the last.

A file is gone through twice: what its tags mean, how its columns are parted, and what is a comment shows in
the whole of it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.json_lines import text_lines
from tui.formats.common.not_read import NotReadError
from tui.formats.common.tag_schemes import OUTSIDE, TagReader, entities_of, tell_untyped
from tui.formats.common.token_joining import joined
from tui.formats.common.tokens import long_tokens
from tui.formats.interface import Refuse
from tui.model import Segment
from tui.model.page import Sentence

DOCUMENT = "-DOCSTART-"
NUMBERED = re.compile(r".\d")
"""A character with its number in its word, as Weibo's corpus has them."""
NUMBERED_SHARE = 0.95
"""So many tokens are such characters; others may be two, where a sign was broken into halves."""
FEW = 3
"""Tokens that show it; among fewer, numbers may be part of the text."""
MOST_TAGS = 200
ID = re.compile(r"#\s*(?:sent_?)?id\s*[=:]?\s*(\S+)")


class Shape(NamedTuple):
    """What is the same on all lines of a file.

    Attributes:
        columns: how many there are on nearly all.
        separator: between them; none: blanks.
        tags: parts a tag.
        numbered: whether each token is a character with its number in its word.
        tag_column: the last, unless that has as many values as only features of words can have.
    """

    columns: int
    separator: str | None
    tags: TagReader
    numbered: bool
    tag_column: int = -1

    def split(self, line: str) -> list[str]:
        """Return a line's columns; a token may be a blank."""
        if self.separator is None and line[:1].isspace() and line.strip():
            return [line[0], *line.split()]
        return line.split(self.separator)


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield what stands from one `-DOCSTART-` line, or two blank lines, to the next; lines are sentences."""
    begun = source.tell()
    shape = _shape(source, path)
    source.seek(begun)
    article, blank, extra = _Article(1, shape), 0, 0
    width, separator, tag = shape.columns, shape.separator, shape.tag_column
    least = min(2, width)
    for number, line in text_lines(source, path, refuse):
        line = line.rstrip("\r\t ")
        columns = shape.split(line) if separator is None else line.split(separator)
        if len(columns) == width > 1 and line and columns[0] and not line.startswith(DOCUMENT):
            blank = 0
            article.tokens.append(columns[0])
            article.tags.append(columns[tag])
            extra += width > 2
        elif not line or line.startswith(DOCUMENT):
            if line or blank:
                yield from article.finished(refuse)
                article = _Article(number, shape)
            blank += 1
            article.end_sentence()
        elif columns[0].startswith("#") and len(columns) != width:
            article.comment(line, refuse)
        elif not columns[0] or len(columns) < least:
            refuse(FormatError("import.columns", path=path, line=number, what="word"))
        else:
            blank = 0
            article.tokens.append(columns[0])
            article.tags.append(columns[tag] if width > 1 else OUTSIDE)
    yield from article.finished(refuse)
    if extra:
        refuse(NotReadError("column", count=width - 2))


def _shape(source: BinaryIO, path: str) -> Shape:
    tabs = lines = numbered = tokens = 0
    before = -1
    widths: Counter[int] = Counter()
    last: dict[str, None] = {}
    second: dict[str, None] = {}
    for _, line in text_lines(source, path):
        line = line.rstrip("\r\t ")
        if not line or line.startswith(DOCUMENT):
            continue
        lines += 1
        has_tab = "\t" in line
        tabs += has_tab
        columns = line.split("\t" if has_tab else None)
        width = len(columns)
        widths[width] += 1
        if width > 1 and not (columns[0] == "#" and width > 2):
            last[columns[-1]] = None
            tokens += 1
            if width > 2:
                second[columns[1]] = None
            if numbered >= NUMBERED_SHARE * (tokens - 1) and NUMBERED.fullmatch(columns[0]):
                numbered += (place := int(columns[0][1])) in (0, before + 1)
                before = place
    width = widths.most_common(1)[0][0] if widths else 2
    is_second = len(last) > MOST_TAGS >= len(second) > 0
    return Shape(
        width,
        "\t" if tabs > lines / 2 else None,
        TagReader(second if is_second else last),
        tokens >= FEW and numbered >= NUMBERED_SHARE * tokens,
        1 if is_second else -1,
    )


class _Article:
    """An article while its lines come."""

    def __init__(self, line: int, shape: Shape) -> None:
        self.line, self._shape = line, shape
        self.tokens: list[str] = []
        self.tags: list[str] = []
        self._sentences: list[tuple[int, str]] = []
        self._id = ""

    def comment(self, line: str, refuse: Refuse) -> None:
        """Take a comment: one may name the sentence that follows."""
        if match := ID.match(line):
            self._id = match[1]
        else:
            refuse(NotReadError("comment"))

    def end_sentence(self) -> None:
        """End a sentence behind the last token."""
        if self.tokens and (not self._sentences or self._sentences[-1][0] < len(self.tokens)):
            self._sentences.append((len(self.tokens), self._id))
            self._id = ""

    def finished(self, refuse: Refuse) -> Iterator[FlatArticle]:
        """Yield the article if it has tokens, and tell what its tags leave open."""
        self.end_sentence()
        if not self.tokens:
            return
        shape = self._shape
        tokens = list(map(_unnumbered, self.tokens)) if shape.numbered else self.tokens
        texts, ranges, sentences, at, first = list[str](), list[Segment](), list[Sentence](), 0, 0
        for behind, key in self._sentences:
            text, own = joined(tokens[first:behind])
            ranges += own if not at else [(start + at, end + at) for start, end in own]
            sentences.append(Sentence(at, at + len(text), key))
            texts.append(text)
            at += len(text) + 1
            first = behind
        text = "\n".join(texts)
        parted = list(map(shape.tags, self.tags))
        found, first = list[Mark](), 0
        words = list[Segment]()
        for behind, _ in self._sentences:
            for label, a, b in entities_of(parted[first:behind]):
                place = (ranges[first + a][0], ranges[first + b - 1][1])
                if shape.tags.are_words:
                    words.append(place)
                elif place[0] < place[1]:
                    found.append(Mark(f"T{len(found) + 1}", label, (place,)))
            first = behind
        tell_untyped(found, shape.tags, refuse)
        if shape.numbered:
            words = _numbered_words(self.tokens, ranges)
        own_tokens = long_tokens(ranges, text)
        yield FlatArticle(
            "",
            text,
            tuple(found),
            words=tuple(words),
            line=self.line,
            sentences=tuple(sentences),
            tokens=own_tokens,
        )


def _unnumbered(token: str) -> str:
    return token[:-1] if len(token) > 1 and token[-1].isdecimal() else token


def _numbered_words(tokens: list[str], ranges: list[Segment]) -> list[Segment]:
    """Return the words of characters that are numbered within them, from 0."""
    words: list[Segment] = []
    for token, (start, end) in zip(tokens, ranges, strict=True):
        if token[-1] == "0" or not words or words[-1][1] != start:
            words.append((start, end))
        else:
            words[-1] = (words[-1][0], end)
    return words
