"""Rows of tokens with the place of each token in its article."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.json_fields import field
from tui.formats.common.token_joining import joined
from tui.formats.common.tokens import long_tokens
from tui.model import Segment


class PlacedTokens(NamedTuple):
    """The text of a row's tokens, where each stands in it, and where the text begins in its article."""

    text: str
    ranges: list[Segment]
    offset: int


def origin_fields(sheet: FlatArticle, ranges: Sequence[Segment]) -> dict[str, Any]:
    """Return what a row says of where its tokens come from: their article, and their places in it."""
    return {"article": sheet.id, "starts": [start + sheet.offset for start, _ in ranges]}


def placed(value: Any, tokens: list[str], path: str, line: int) -> PlacedTokens:
    """Return the text of a row: as its places say, else as its tokens are joined in print.

    Raises:
        FormatError: there are not as many places as tokens.
    """
    starts = value.get("starts")
    if not tokens or not isinstance(starts, list) or len(starts) != len(tokens):
        return PlacedTokens(*joined(tokens), 0)
    pieces, ranges, at, first = list[str](), list[Segment](), 0, field(starts, 0, int, path, line)
    for number, token in enumerate(tokens):
        start = field(starts, number, int, path, line) - first
        if start < at:
            return PlacedTokens(*joined(tokens), 0)
        pieces.append(" " * (start - at) + token)
        ranges.append((start, start + len(token)))
        at = start + len(token)
    return PlacedTokens("".join(pieces), ranges, first)


def row_article(value: Any, found: PlacedTokens, line: int) -> FlatArticle:
    """Return the article of a row, without its marks: a part of one of ours, or a text of its own."""
    article = value.get("article")
    own = isinstance(article, str) and bool(article)
    key = value.get("id")
    return FlatArticle(
        article if own else "",
        found.text,
        line=line,
        external_id="" if own or key is None else str(key),
        part=1 if own else 0,
        offset=found.offset if own else 0,
        tokens=() if own else long_tokens(found.ranges, found.text),
    )
