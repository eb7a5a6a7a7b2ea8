"""Tokens and sentences of an article, for token-based formats."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import le

from tui.formats.common.flat_article import FlatArticle
from tui.formats.interface import Options
from tui.model import Segment

SENTENCE_END = re.compile(r"[。！？!?…\n](?:(?<=\n)|[。！？!?…]*[”’」』》）)\]\"']*)")
"""Where a Chinese sentence ends: its marks with the quotes and brackets that close after them, or the line.
What it may begin with stands in one class, by which it is found in a third of the time."""

BLANK, WORD = re.compile(r"\s"), re.compile(r"\S+")

PAUSE = frozenset("；;：:，,、")
"""After these a sentence that is too long is cut, if there is one in its second half."""


def tokens(sheet: FlatArticle, unit: str) -> list[Segment]:
    """Return ranges that cover all of the text: its characters, its words, or words cut where a mark ends.

    Of an article that has tokens of its own it is those, cut where a mark ends. What lies between words is a
    token too.
    """
    cuts = {at for mark in sheet.marks for part in mark.parts for at in part}
    if sheet.tokens:
        inside = {at for start, end in sheet.tokens for at in range(start + 1, end)}
        ends = [at for at in range(1, len(sheet.text) + 1) if at not in inside or at in cuts]
        return list(zip([0, *ends[:-1]], ends, strict=True))
    if unit == "char":
        return list(pairwise(range(len(sheet.text) + 1)))
    covering = list(_covering(sheet.words, len(sheet.text)))
    if unit == "word":
        return covering
    ends = sorted((cuts | {end for _, end in covering}) - {0})
    return list(zip([0, *ends[:-1]], ends, strict=True)) if sheet.text else []


def long_tokens(ranges: Iterable[Segment], text: str) -> tuple[Segment, ...]:
    """Return of a corpus's tokens those that are not just one character to be seen."""
    return tuple(
        (start, end) for start, end in ranges if end - start > 1 or (start < end and text[start].isspace())
    )


def visible_tokens(sheet: FlatArticle, unit: str) -> list[Segment]:
    """Return the tokens that are not blank, and those blank ones that the article has itself."""
    if not sheet.tokens:
        return _characters(sheet.text) if unit == "char" else seen(tokens(sheet, unit), sheet.text)
    ranges = tokens(sheet, unit)
    own = set(sheet.tokens)
    return [place for place in ranges if place in own or not sheet.text[slice(*place)].isspace()]


def _characters(text: str) -> list[Segment]:
    """Return the characters that are no blanks."""
    found: list[Segment] = []
    for word in WORD.finditer(text):
        found += pairwise(range(word.start(), word.end() + 1))
    return found


def seen(ranges: list[Segment], text: str) -> list[Segment]:
    """Return what of the tokens can be seen: those of blanks are left out, those with blanks inside parted.

    Args:
        ranges: they cover all of the text.
    """
    found: list[Segment] = []
    at = 0
    for blank in BLANK.finditer(text):
        token = bisect_right(ranges, (blank.start(), len(text))) - 1
        if token >= at:
            start, end = ranges[token]
            found += ranges[at:token]
            found += (word.span() for word in WORD.finditer(text, start, end))
            at = token + 1
    return found + ranges[at:] if at else ranges


def seen_tokens(sheet: FlatArticle, unit: str) -> tuple[list[int], list[str]]:
    """Return where the tokens that can be seen begin, and what stands there."""
    if unit == "char" and not sheet.tokens:
        starts: list[int] = []
        for word in WORD.finditer(sheet.text):
            starts += range(word.start(), word.end())
        return starts, list("".join(sheet.text.split()))
    ranges = visible_tokens(sheet, unit)
    return starts_of(ranges), words_of(ranges, sheet.text)


def starts_of(ranges: Iterable[Segment]) -> list[int]:
    """Return where tokens begin."""
    return [start for start, _ in ranges]


def words_of(ranges: Sequence[Segment], text: str) -> list[str]:
    """Return what stands at the tokens that can be seen."""
    shown = "".join(text.split())
    if len(shown) == len(ranges):  # each is a character
        return list(shown)
    return [text[start:end] for start, end in ranges]


def sentences(sheet: FlatArticle, ranges: Sequence[Segment], limit: int = 0) -> Iterator[Sequence[Segment]]:
    """Yield tokens sentence by sentence; no mark is cut.

    Args:
        ranges: tokens, ascending.
        limit: of a sentence, in tokens; 0: any. No mark may be longer.
    """
    within, at = _inside(sheet), 0
    for end in _ends(sheet, starts_of(ranges), within):
        yield from _cut(sheet, ranges[at:end], limit, within) if limit else (ranges[at:end],)
        at = end


def sentence_ends(sheet: FlatArticle, starts: Sequence[int], options: Options) -> Iterable[int]:
    """Return the numbers of tokens behind each of which a sentence ends; no mark is cut.

    Args:
        starts: where the tokens that can be seen begin, ascending.
        options: of the format; a sentence may have a limit, as no mark may be longer.
    """
    if options.max_length:
        ranges = visible_tokens(sheet, options.unit)
        return accumulate(map(len, sentences(sheet, ranges, options.max_length)))
    return _ends(sheet, starts, _inside(sheet))


def _ends(sheet: FlatArticle, starts: Sequence[int], within: "Within") -> Iterator[int]:
    at = 0
    for border in _borders(sheet):
        if within(border):
            continue
        end = bisect_left(starts, border, at)
        if end > at:
            yield end
            at = end
    if at < len(starts):
        yield len(starts)


def _borders(sheet: FlatArticle) -> Iterator[int]:
    """Yield where sentences end: as the article says, else as Chinese ends them."""
    if sheet.sentences:
        return (sentence.end for sentence in sheet.sentences)
    return (match.end() for match in SENTENCE_END.finditer(sheet.text))


def _cut(
    sheet: FlatArticle, ranges: Sequence[Segment], limit: int, within: "Within"
) -> Iterator[Sequence[Segment]]:
    while limit and len(ranges) > limit:
        free = [at for at in range(limit, 0, -1) if not within(ranges[at][0])]
        pauses = (at for at in free if at > limit // 2 and sheet.text[ranges[at - 1][1] - 1] in PAUSE)
        # Marks that overlap each other may leave no place at all: then the sentence is longer.
        later = (at for at in range(limit + 1, len(ranges)) if not within(ranges[at][0]))
        at = next(pauses, free[0] if free else next(later, len(ranges)))
        yield ranges[:at]
        ranges = ranges[at:]
    if ranges:
        yield ranges


def pieces(sheet: FlatArticle, unit: str, limit: int) -> Iterator[Segment]:
    """Yield ranges that cover the text and hold whole sentences of no more than `limit` tokens together."""
    within = _inside(sheet)
    starts, count, end = [0], 0, 0
    for sentence in sentences(sheet, visible_tokens(sheet, unit), limit):
        start = sentence[0][0]
        if count and count + len(sentence) > limit:
            # A mark may begin with blanks before the first token.
            starts.append(next(at for at in range(start, end - 1, -1) if at == end or not within(at)))
            count = 0
        count += len(sentence)
        end = sentence[-1][1]
    yield from pairwise([*starts, len(sheet.text)])


class Within:
    """Tells whether an offset lies inside of a mark, not at its ends."""

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        self._starts, self._ends = starts, ends
        if all(map(le, ends, starts[1:])):  # as where tags do not overlap
            return
        merged: list[list[int]] = []
        for start, end in sorted(zip(starts, ends, strict=True)):
            if merged and start < merged[-1][1]:
                merged[-1][1] = max(end, merged[-1][1])
            else:
                merged.append([start, end])
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def __call__(self, offset: int) -> bool:
        """Tell it."""
        at = bisect_right(self._starts, offset - 1) - 1
        return at >= 0 and offset < self._ends[at]


def _inside(sheet: FlatArticle) -> Within:
    return Within([mark.parts[0][0] for mark in sheet.marks], [mark.parts[-1][1] for mark in sheet.marks])


def _covering(words: Sequence[Segment], length: int) -> Iterator[Segment]:
    at = 0
    for start, end in words:
        if at < start:
            yield at, start
        yield start, end
        at = end
    if at < length:
        yield at, length
