"""Anchors: the text around a tag, by which it finds its place again on a changed page.

A file keeps beside a tag's offsets what stands before and behind it, as much as makes the place the only
one of its kind on the page. On another text a tag is moved only to where all of it stands exactly, once.
Whatever is less certain is nobody's to decide but the user's.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import count, takewhile
from operator import eq
from typing import Any, NamedTuple

from tui.model import Segment, Span, surface
from tui.store.records.kept import ANCHOR

LENGTHS = (12, 24, 48, 96)
"""Code points of context on either side: the first that makes the place unique."""

MANY = 20
"""So many places are looked for; a tag that stands at more is not placed by going through them."""


class Anchor(NamedTuple):
    """What stands at and around a tag.

    Attributes:
        quote: from the tag's first code point to its last, gaps between segments included.
        twins: whether the page had the very same somewhere else; then no place is certain.
    """

    before: str
    quote: str
    after: str
    twins: bool = False

    @property
    def whole(self) -> str:
        """Quote and context in one."""
        return self.before + self.quote + self.after


class RepeatedPieces:
    """The pieces of a text that stand in it more than once: for many anchors, each of which must be unique.

    To look for each through the whole text takes as long as there are tags, times as long as the text is.
    """

    LENGTH = 2 * LENGTHS[0]

    def __init__(self, text: str) -> None:
        self._text = text
        pieces = map(slice, range(len(text) - self.LENGTH + 1), count(self.LENGTH))
        counts = Counter(map(hash, map(text.__getitem__, pieces)))
        self._repeated = {piece for piece, found in counts.items() if found > 1}

    def is_once(self, wanted: str) -> bool:
        """Tell whether something that stands in the text stands there once only."""
        if len(wanted) >= self.LENGTH and hash(wanted[: self.LENGTH]) not in self._repeated:
            return True
        return len(occurrences(self._text, wanted, 2)) == 1


def anchor_at(text: str, segments: tuple[Segment, ...], repeated: RepeatedPieces | None = None) -> Anchor:
    """Return the anchor of a tag at `segments`.

    Args:
        repeated: of the text, where there are many tags.
    """
    start, end = segments[0][0], segments[-1][1]
    for length in LENGTHS:
        anchor = Anchor(text[max(0, start - length) : start], text[start:end], text[end : end + length])
        is_once = repeated.is_once(anchor.whole) if repeated else len(occurrences(text, anchor.whole, 2)) == 1
        if is_once:
            return anchor
    return anchor._replace(twins=True)


def written(anchor: Anchor, text: str) -> dict[str, Any]:
    """Return an anchor as a record has it; the quote only where it is not the tag's own `text`."""
    fields: dict[str, Any] = {"before": anchor.before, "after": anchor.after}
    if anchor.quote != text:
        fields["quote"] = anchor.quote
    if anchor.twins:
        fields["twins"] = True
    return fields


def read_anchor(raw: object, text: str) -> Anchor | None:
    """Return the anchor in a record of a tag with this text; None where there is none that can be used."""
    if not isinstance(raw, Mapping):
        return None
    before, quote, after = raw.get("before"), raw.get("quote", text), raw.get("after")
    if not (isinstance(before, str) and isinstance(quote, str) and isinstance(after, str) and quote):
        return None
    return Anchor(before, quote, after, bool(raw.get("twins")))


def occurrences(text: str, wanted: str, limit: int = MANY) -> list[int]:
    """Return where `wanted` stands in `text`, overlapping ones too, at most `limit` of them."""
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0 and len(found) < limit:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def place(text: str, span: Span, anchor: Anchor | None) -> tuple[Segment, ...] | None:
    """Return where a tag made on another text certainly stands in this one; None: that is not certain.

    A tag without an anchor (files of version 1 have none) stays where its text stands if that is the only
    place.
    """
    if anchor is None:
        stands = len(span.segments) == 1 and surface(text, span.segments) == span.text
        return span.segments if stands and len(occurrences(text, span.text, 2)) == 1 else None
    found = occurrences(text, anchor.whole, 2)
    if anchor.twins or len(found) != 1:
        return None
    moved = _shifted(span, found[0] + len(anchor.before))
    return moved if surface(text, moved) == span.text else None


def candidates(text: str, span: Span) -> list[tuple[Segment, ...]]:
    """Return the places where a lost tag may belong: those of its text, the likeliest context first."""
    extra = span.unknown.get(ANCHOR)
    anchor = read_anchor(extra, span.text) or Anchor("", span.text, "")

    def unlike(start: int) -> tuple[int, int]:
        end = start + len(anchor.quote)
        before = _alike(reversed(text[max(0, start - len(anchor.before)) : start]), reversed(anchor.before))
        after = _alike(text[end : end + len(anchor.after)], anchor.after)
        return -before - after, abs(start - span.start)

    places = sorted(occurrences(text, anchor.quote), key=unlike)
    moved = [_shifted(span, start) for start in places]
    return [segments for segments in moved if surface(text, segments) == span.text]


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Return how many code points both have in common at their beginning."""
    return sum(takewhile(bool, map(eq, one, other)))


def _shifted(span: Span, start: int) -> tuple[Segment, ...]:
    by = start - span.start
    return tuple((a + by, b + by) for a, b in span.segments)
