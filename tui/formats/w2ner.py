"""W2NER's data: a list of tokenised sentences; entities by token indices, nested and with gaps."""

from collections.abc import Iterable, Iterator, Sequence
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
from tui.model import Segment

KNOWN = frozenset({"id", "sentence", "ner", "word", "article", "starts"})


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options), b"[\n", b",\n", b"\n]\n")


def _encode(sheet: FlatArticle, options: Options) -> bytes:
    ranges = visible_tokens(sheet, options.unit)
    entities = [{"index": _tokens_in(mark.parts, ranges), "type": mark.label} for mark in sheet.marks]
    tokens = [sheet.text[start:end] for start, end in ranges]
    return dumps({"sentence": tokens, "ner": entities} | origin_fields(sheet, ranges))


def _tokens_in(parts: Iterable[Segment], ranges: Sequence[Segment]) -> list[int]:
    return [at for a, b in parts for at, (start, end) in enumerate(ranges) if a <= start and end <= b]


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the sentences; one that cannot be read is refused and the next one read."""
    for line, value in json_lines(source, path, refuse):
        with refusing(refuse, path, line):
            yield _article(value, path, line, refuse)


def _article(value: Any, path: str, line: int, refuse: Refuse) -> FlatArticle:
    tokens = [str(token) for token in field(value, "sentence", list, path, line)]
    text = placed(value, tokens, path, line)
    entities = field(value, "ner", list, path, line, [])
    numbers = iter(range(1, len(entities) + 1))
    marks = each(entities, lambda e: _mark(e, str(next(numbers)), text, path, line), refuse, path, line)
    for error in unknown_fields(value, KNOWN):
        refuse(error)
    return row_article(value, text, line)._replace(marks=ordered(marks))


def _mark(value: Any, key: str, text: PlacedTokens, path: str, line: int) -> Mark:
    index = sorted(set(field(value, "index", list, path, line)))
    if not index or not all(isinstance(at, int) and 0 <= at < len(text.ranges) for at in index):
        reason = f"{index} of {len(text.ranges)} tokens"
        raise FormatError("import.field", path=path, line=line, field="index", reason=reason)
    parts: list[Segment] = []
    for number, at in enumerate(index):
        start, end = text.ranges[at]
        if number and at == index[number - 1] + 1:
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return Mark(key, field(value, "type", str, path, line), tuple(parts))
