"""Segmented text, as the word segmentation bake-offs have it: a sentence a line, two blanks between words."""

from collections.abc import Iterator
from typing import BinaryIO

from tui.formats.common.flat_article import Sheet
from tui.formats.common.json_lines import text_lines
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.common.tokens import seen, sentences, tokens
from tui.formats.registry import Options, Refuse

GAP = "  "


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`: articles are parted by an empty line."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options), joint=b"\n")


def _encode(sheet: Sheet, options: Options) -> bytes:
    ranges = seen(tokens(sheet, options.unit), sheet.text)
    lines = (
        GAP.join(sheet.text[start:end] for start, end in sentence) + "\n"
        for sentence in sentences(sheet, ranges, options.max_length)
    )
    return "".join(lines).encode("utf-8", "backslashreplace")


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield a sheet with words for each article, its sentences one behind the other."""
    del refuse
    lines: list[list[str]] = []
    first = 1
    for number, line in text_lines(source, path):
        if words := line.split():
            first = first if lines else number
            lines.append(words)
        elif lines:
            yield _sheet(lines, first)
            lines = []
    if lines:
        yield _sheet(lines, first)


def _sheet(lines: list[list[str]], line: int) -> Sheet:
    words, at = [], 0
    for sentence in lines:
        for word in sentence:
            words.append((at, at + len(word)))
            at += len(word)
        at += 1
    return Sheet("", "\n".join("".join(sentence) for sentence in lines), words=tuple(words), line=line)
