"""Segments: the place of a value in the source, as half-open ranges of code points."""

from collections.abc import Iterable, Sequence
from typing import Annotated, TypeAlias

from tui.errors import SegmentsError
from tui.model.values import Checked

Segment: TypeAlias = tuple[int, int]


def check(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Return `segments` if they are ascending, not empty and not touching.

    Raises:
        SegmentsError: there are none, one is empty, or two overlap, touch or stand in the wrong order.
    """
    if not segments:
        raise SegmentsError("segments.empty")
    last = -1
    for start, end in segments:
        if start <= last or end <= start:
            raise SegmentsError("segments.order", segments=list(segments))
        last = end
    return segments


def _validated(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    try:
        return check(segments)
    except SegmentsError as error:
        raise ValueError(str(error)) from error


Segments: TypeAlias = Annotated[tuple[Segment, ...], Checked(_validated)]


def merge(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return ascending `segments` with empty ones left out and touching ones joined."""
    merged: list[Segment] = []
    for start, end in segments:
        if start == end:
            continue
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return check(tuple(merged))


def unite(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return segments in any order, also overlapping ones, as ascending ones that do not touch.

    Raises:
        SegmentsError: there are none.
    """
    united: list[Segment] = []
    for start, end in sorted(segments):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return check(tuple(united))


def subtract(segments: Iterable[Segment], taken: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return what is left of ascending `segments` without `taken`; perhaps nothing."""
    left = tuple(segments)
    for a, b in taken:
        pieces = (piece for start, end in left for piece in ((start, min(end, a)), (max(start, b), end)))
        left = tuple((start, end) for start, end in pieces if start < end)
    return left


def surface(text: str, segments: Sequence[Segment]) -> str:
    """Return what stands in `text` at `segments`, joined without anything between."""
    if len(segments) == 1:
        ((start, end),) = segments
        return text[start:end]
    return "".join(text[start:end] for start, end in segments)


def overlap(one: Iterable[Segment], other: Iterable[Segment]) -> bool:
    """Tell whether any code point lies in both."""
    others = tuple(other)
    return any(start < b and a < end for start, end in one for a, b in others)


def trimmed(text: str, segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return the segments without blanks at either end; none where nothing else is there."""
    left = [(start, end) for start, end in segments if not text[start:end].isspace()]
    if left:
        start, end = left[0]
        left[0] = end - len(text[start:end].lstrip()), end
        start, end = left[-1]
        left[-1] = start, start + len(text[start:end].rstrip())
    return tuple(left)
