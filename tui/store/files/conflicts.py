"""Files with git's conflict markers: both sides are read and merged."""

from typing import NamedTuple

MARKERS = {b"<<<<<<<": 1, b"|||||||": 0, b"=======": 2, b">>>>>>>": None}
"""Which side the lines behind a marker belong to: the base, ours, theirs, or again all."""


class Sides(NamedTuple):
    """The states of a file that were to be merged; the base only where git wrote it down."""

    base: bytes | None
    ours: bytes
    theirs: bytes


def sides(data: bytes) -> Sides | None:
    """Return the sides of a file with conflict markers; None where it has none, or not all of one."""
    found: list[list[bytes]] = [[], [], []]
    side: int | None = None
    regions, has_base = 0, True
    seen_base = False
    for line in data.splitlines(keepends=True):
        marker = line[:7]
        if marker in MARKERS and (len(line.rstrip()) == 7 or line[7:8] == b" "):
            if (side is None) != (marker == b"<<<<<<<"):
                return None
            if marker == b"<<<<<<<":
                regions, seen_base = regions + 1, False
            seen_base |= marker == b"|||||||"
            if marker == b">>>>>>>":
                has_base &= seen_base
            side = MARKERS[marker]
            continue
        for number in range(3) if side is None else (side,):
            found[number].append(line)
    if not regions or side is not None:
        return None
    base, ours, theirs = (b"".join(lines) for lines in found)
    return Sides(base if has_base else None, ours, theirs)
