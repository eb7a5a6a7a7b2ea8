"""GLiNER's training data: a list of texts in tokens, spans by their first and last token; they may nest."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle, Mark, ordered
from tui.formats.common.json_fields import each, field, refusing
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import unknown_fields
from tui.formats.common.placed_tokens import PlacedTokens, origin_fields, placed, row_article
from tui.formats.common.sinks import Pieces
from tui.formats.common.tokens import visible_tokens
from tui.formats.interface import Options, Refuse

KNOWN = frozenset({"id", "tokenized_text", "ner", "article", "starts"})


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options), b"[\n", b",\n", b"\n]\n")


def _encode(sheet: FlatArticle, options: Options) -> bytes:
    ranges = visible_tokens(sheet, options.unit)
    spans = [
        [bisect_left(ranges, (mark.start,)), bisect_left(ranges, (mark.end,)) - 1, mark.label]
        for mark in sheet.marks
    ]
    tokens = [sheet.text[start:end] for start, end in ranges]
    return dumps({"tokenized_text": tokens, "ner": spans} | origin_fields(sheet, ranges))


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the texts; one that cannot be read is refused and the next one read."""
    for line, value in json_lines(source, path, refuse):
        with refusing(refuse, path, line):
            yield _article(value, path, line, refuse)


def _article(value: Any, path: str, line: int, refuse: Refuse) -> FlatArticle:
    tokens = [str(token) for token in field(value, "tokenized_text", list, path, line)]
    text = placed(value, tokens, path, line)
    spans = field(value, "ner", list, path, line, [])
    numbers = iter(range(1, len(spans) + 1))
    marks = each(spans, lambda s: _mark(s, str(next(numbers)), text, path, line), refuse, path, line)
    for error in unknown_fields(value, KNOWN):
        refuse(error)
    return row_article(value, text, line)._replace(marks=ordered(marks))


def _mark(value: Any, key: str, text: PlacedTokens, path: str, line: int) -> Mark:
    first, last = (field(value, at, int, path, line) for at in (0, 1))
    if not 0 <= first <= last < len(text.ranges):
        reason = f"{first} to {last} of {len(text.ranges)} tokens"
        raise FormatError("import.field", path=path, line=line, field="ner", reason=reason)
    return Mark(key, field(value, 2, str, path, line), ((text.ranges[first][0], text.ranges[last][1]),))
