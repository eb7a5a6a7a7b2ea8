"""Segmented text, as in the word segmentation bake-offs: a sentence a line, two blanks between words."""

from collections.abc import Iterator
from typing import BinaryIO

from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.json_lines import text_lines
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.common.token_joining import joined
from tui.formats.common.tokens import sentences, visible_tokens
from tui.formats.interface import Options, Refuse
from tui.model import Segment
from tui.model.page import Sentence

GAP = "  "


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`: articles are parted by an empty line."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options), joint=b"\n")


def _encode(sheet: FlatArticle, options: Options) -> bytes:
    ranges = visible_tokens(sheet, options.unit)
    lines = (
        GAP.join(sheet.text[start:end] for start, end in sentence) + "\n"
        for sentence in sentences(sheet, ranges, options.max_length)
    )
    return "".join(lines).encode("utf-8", "backslashreplace")


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield each article with its words, its sentences one below the other; an empty line parts two."""
    lines: list[list[str]] = []
    first = 1
    for number, line in text_lines(source, path, refuse):
        if words := line.split():
            first = first if lines else number
            lines.append(words)
        elif lines:
            yield _sheet(lines, first)
            lines = []
    if lines:
        yield _sheet(lines, first)


def _sheet(lines: list[list[str]], line: int) -> FlatArticle:
    words, sentences, texts, at = list[Segment](), list[Sentence](), list[str](), 0
    for sentence in lines:
        start, text = at, joined(sentence)
        texts.append(text.text)
        words += ((a + at, b + at) for a, b in text.ranges)
        at += len(text.text)
        sentences.append(Sentence(start, at))
        at += 1
    return FlatArticle("", "\n".join(texts), words=tuple(words), sentences=tuple(sentences), line=line)
