"""Searches articles for text or a pattern, with or without a label."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex

from tui.errors import QueryError
from tui.model import Article, Document, ReadsPin, Segment, Span
from tui.search.places import Place, place
from tui.text.offsets import Reading, read
from tui.text.readings import right_reading

SECONDS = 2.0
"""How long a pattern may look at one article: some would take for ever."""
ANY = "*"
WORDS = {"label": True, "标签": True, "nolabel": False, "非标签": False}
"""What is written before a label, and whether hits have it or not."""
STRETCH = 256
"""Code points of a stretch: hits are compared with the tags of their stretches, not with all tags."""


class Query(NamedTuple):
    """What is looked for.

    Attributes:
        pattern: None: the tags themselves.
        tagged: labels of which a hit has a tag over it; `*`: any.
        untagged: labels of which it has none; `*`: none at all.
    """

    pattern: "regex.Pattern[str] | None"
    tagged: tuple[str, ...] = ()
    untagged: tuple[str, ...] = ()


def parse_query(text: str, called: Callable[[str], str] = str) -> Query:
    """Return the query that a line means.

    ``re:`` begins a pattern (to the line's end); before it, or before plain text, ``label:ORG`` wants hits
    that are tagged so and ``nolabel:ORG`` hits that are not; ``*`` stands for any label. The words may be
    Chinese (``标签:机构``, ``非标签:机构``).

    Args:
        called: returns the id of the label that somebody calls so.

    Raises:
        QueryError: the pattern is none, or nothing is looked for.
    """
    rest, tagged, untagged = text.strip(), list[str](), list[str]()
    while True:
        word, _, behind = rest.partition(" ")
        name, _, label = word.replace("\uff1a", ":", 1).partition(":")
        if not label or name not in WORDS:
            break
        (tagged if WORDS[name] else untagged).append(called(label))
        rest = behind.strip()
    if not rest and not tagged:
        raise QueryError("query.empty")
    return Query(_pattern(rest) if rest else None, tuple(tagged), tuple(untagged))


def _pattern(text: str) -> "regex.Pattern[str]":
    if not text.startswith("re:"):
        return regex.compile(regex.escape(text, special_only=True), regex.IGNORECASE)
    try:
        return regex.compile(text[3:])
    except regex.error as error:
        raise QueryError("query.pattern", reason=str(error)) from error


def hits(document: Document, article: Article, query: Query) -> Iterator[Place]:
    """Yield the places in an article that a query finds, in order; of misread ones by what they should read.

    Raises:
        QueryError: the pattern takes too long.
    """
    reading = read(document.page, article)
    tags = [(span, r) for span in document.spans_in(article) if (r := reading.project(span.segments))]
    near = _by_stretch(tags)
    for range_ in _ranges(reading, tags, query, document.corrections.reads):
        numbers = sorted({number for at in _stretches(range_) for number in near.get(at, ())})
        over = [tags[number][0] for number in numbers if _over(tags[number][1], range_)]
        labels = {span.label for span in over}
        if _has(labels, query.tagged, missing=True) and not _has(labels, query.untagged, missing=False):
            found = place(document, article, reading, range_)
            yield found._replace(span=over[0] if over else None)


def _ranges(
    reading: Reading,
    tags: list[tuple[Span, tuple[Segment, ...]]],
    query: Query,
    pins: Sequence[ReadsPin],
) -> Iterator[Segment]:
    if query.pattern is None:
        yield from sorted({(ranges[0][0], ranges[-1][1]) for _, ranges in tags})
        return
    if not pins:
        for start, end in reading.blocks:
            yield from _matches(query.pattern, reading.text, start, end)
        return
    right = right_reading(reading, pins)
    for start, end in reading.blocks:
        found = set(_matches(query.pattern, reading.text, start, end))
        for match in _matches(query.pattern, right.text, *right.to_right(start, end)):
            found.add(right.to_reading(*match))
        yield from sorted(found)


def _matches(pattern: "regex.Pattern[str]", text: str, start: int, end: int) -> Iterator[Segment]:
    try:
        for match in pattern.finditer(text, start, end, timeout=SECONDS, concurrent=True):
            if match.end() > match.start():
                yield match.span()
    except TimeoutError as error:
        raise QueryError("query.slow", seconds=SECONDS) from error


def _by_stretch(tags: list[tuple[Span, tuple[Segment, ...]]]) -> dict[int, list[int]]:
    """Return the numbers of the tags with a part in each stretch of the text, by its number."""
    found: dict[int, list[int]] = {}
    for number, (_, ranges) in enumerate(tags):
        for range_ in ranges:
            for at in _stretches(range_):
                found.setdefault(at, []).append(number)
    return found


def _stretches(range_: Segment) -> range:
    return range(range_[0] // STRETCH, (range_[1] - 1) // STRETCH + 1)


def _over(ranges: tuple[Segment, ...], range_: Segment) -> bool:
    return any(start < range_[1] and range_[0] < end for start, end in ranges)


def _has(labels: set[str], wanted: tuple[str, ...], *, missing: bool) -> bool:
    """Tell whether one of the wanted labels is there; `missing` where none is wanted."""
    if not wanted:
        return missing
    return any(label in labels or (label == ANY and bool(labels)) for label in wanted)
