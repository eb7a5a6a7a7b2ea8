"""CoNLL: a token and its tag a line, a blank line after each sentence, another one after each article.

No comments and no document lines: many readers take them for tokens. Blanks are no tokens.
"""

from collections.abc import Iterator
from typing import BinaryIO

from tui.errors import FormatError
from tui.formats.common.flat_article import Mark, Sheet
from tui.formats.common.json_lines import text_lines
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.common.tag_schemes import entities, tags
from tui.formats.common.tokens import seen, sentences, tokens, words_of
from tui.formats.registry import Options, Refuse


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options), joint=b"\n")


def _encode(sheet: Sheet, options: Options) -> bytes:
    ranges = seen(tokens(sheet, options.unit), sheet.text)
    words, found = words_of(ranges, sheet.text), tags(options.scheme, sheet.marks, ranges)
    rows = list(map("\t".join, zip(words, found, strict=True)))
    lines: list[str] = []
    at = 0
    for sentence in sentences(sheet, ranges, options.max_length):
        lines += rows[at : at + len(sentence)]
        lines.append("")
        at += len(sentence)
    return "\n".join([*lines, ""]).encode("utf-8", "backslashreplace")


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield a sheet for what stands between two blank lines, or from one `-DOCSTART-` line to the next.

    The token is the first column, the tag the last; sentences are lines of the sheet's text.
    """
    article: list[tuple[str, str]] = []
    first, blank = 1, 0
    for number, line in text_lines(source, path):
        columns = line.split()
        starts = columns[:1] == ["-DOCSTART-"]
        if columns and not starts:
            if blank > 1 and article:
                yield _sheet(article, first)
                article, first = [], number
            elif blank and article:
                article.append(("\n", "O"))
            blank = 0
            if len(columns) < 2:
                refuse(FormatError("import.columns", path=path, line=number))
                continue
            article.append((columns[0], columns[-1]))
        else:
            blank += 2 if starts else 1
    if article:
        yield _sheet(article, first)


def _sheet(article: list[tuple[str, str]], line: int) -> Sheet:
    starts, text = [], []
    at = 0
    for token, _ in article:
        starts.append(at)
        text.append(token)
        at += len(token)
    whole = "".join(text)
    marks = [
        Mark(f"T{number}", label, ((starts[first], starts[last - 1] + len(text[last - 1])),))
        for number, (label, first, last) in enumerate(entities(tag for _, tag in article), 1)
    ]
    return Sheet("", whole, tuple(marks), line=line)
