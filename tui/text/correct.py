"""A division with a person's corrections."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.errors import OffsetError
from tui.model import (
    Article,
    Block,
    BlockPin,
    Corrections,
    Division,
    Kind,
    Page,
    Role,
    Segment,
    WordPin,
    article_id,
    merge,
    overlap,
    subtract,
    trimmed,
)
from tui.text.offsets import Reading


class _Piece(NamedTuple):
    """A block on its way: the article that it comes from, its role and place, whether pinned."""

    owner: str
    role: Role
    segments: tuple[Segment, ...]
    pinned: bool = False
    confidence: float = 1.0

    @property
    def start(self) -> int:
        return self.segments[0][0]

    def has(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.segments)


def corrected(page: Page, division: Division, corrections: Corrections) -> Division:
    """Return a division with what was corrected; every code point that it shows is shown as often as before.

    An article keeps the id under which most of its text stood; one that is new gets the id of the article
    that it was cut from with a number behind a full stop.
    """
    if not (corrections.blocks or corrections.borders):
        return division
    pieces = [
        _Piece(article.id, block.role, block.segments, confidence=block.confidence)
        for article in division.articles
        for block in article.blocks
    ]
    furniture = list(division.furniture)
    for pin in corrections.blocks:
        pieces = _pin(page, pieces, pin)
        furniture = [*trimmed(page.text, subtract(furniture, pin.segments))]
        if pin.role is None:
            furniture = sorted([*furniture, *pin.segments])
    return Division(articles=_articles(page, pieces, division, corrections), furniture=tuple(furniture))


def _pin(page: Page, pieces: list[_Piece], pin: BlockPin) -> list[_Piece]:
    """Return the pieces with the pinned text as one of them, or as none, and taken out of all others."""
    found: list[_Piece] = []
    place, owner = 0, ""
    for piece in pieces:
        near = piece.start < pin.segments[-1][1] and pin.segments[0][0] < piece.segments[-1][1]
        touched = near and overlap(piece.segments, pin.segments)
        rest = trimmed(page.text, subtract(piece.segments, pin.segments)) if touched else piece.segments
        if touched and not owner:
            place, owner = len(found) + bool(rest and rest[0][0] < pin.segments[0][0]), piece.owner
        if rest:
            found.append(piece._replace(segments=rest))
    if pin.role is None:
        return found
    if not owner:
        place, owner = _home(page, found, pin.segments[0][0])
    return [*found[:place], _Piece(owner, pin.role, pin.segments, pinned=True), *found[place:]]


def _home(page: Page, pieces: Sequence[_Piece], at: int) -> tuple[int, str]:
    """Return the place, and the article, of a line that belonged to none: behind what stands above it."""
    above = [(piece.start, number) for number, piece in enumerate(pieces) if piece.start < at]
    number = max(above)[1] if above else -1
    owner = pieces[max(0, number)].owner if pieces else article_id(page.id, 1)
    return number + 1, owner


def _articles(
    page: Page, pieces: Sequence[_Piece], division: Division, corrections: Corrections
) -> tuple[Article, ...]:
    """Return the pieces as articles, begun where they were and where a person said so."""
    pins = {pin.at: pin.begins for pin in corrections.borders}
    groups: list[list[_Piece]] = []
    owner: str | None = None
    for piece in _cut(page.text, pieces, [at for at, begins in pins.items() if begins]):
        if pins.get(piece.start, piece.owner != owner) or not groups:
            groups.append([])
        groups[-1].append(piece)
        owner = piece.owner
    known = {article.id: article for article in division.articles}
    return tuple(
        _article(page, id_, group, known.get(group[0].owner), pins)
        for id_, group in zip(_ids(groups), groups, strict=True)
    )


def _cut(text: str, pieces: Sequence[_Piece], borders: Sequence[int]) -> Iterator[_Piece]:
    """Yield the pieces, those in the middle of which an article begins cut in two there.

    What stands between two parts of a piece may be another one's: then that one is cut.
    """
    havers = {at: next((piece for piece in pieces if piece.has(at)), None) for at in borders}
    for piece in pieces:
        ends = piece.segments[-1][1]
        inside = [at for at in borders if piece.start < at < ends and havers[at] in (None, piece)]
        parts: list[tuple[Segment, ...]] = [piece.segments]
        for at in sorted(inside):
            if trimmed(text, behind := subtract(parts[-1], [(0, at)])):
                parts[-1:] = [subtract(parts[-1], behind), behind]
        yield from (piece._replace(segments=kept) for part in parts if (kept := trimmed(text, part)))


def _article(
    page: Page, id_: str, group: list[_Piece], base: Article | None, pins: dict[int, bool]
) -> Article:
    """Return the article of these pieces; where a person said what it is, nothing is doubted any more."""
    kind: Kind = base.kind if base else "other"
    told = any(piece.pinned or piece.start in pins for piece in group)
    sure = 1.0 if told or base is None else base.confidence
    border = 1.0 if group[0].start in pins or base is None else base.border
    blocks = tuple(
        Block(role=piece.role, segments=merge(piece.segments), confidence=piece.confidence) for piece in group
    )
    return Article(id=id_, page=page.id, kind=kind, blocks=blocks, confidence=sure, border=border)


def _ids(groups: Sequence[Sequence[_Piece]]) -> list[str]:
    """Return an id for each group of pieces: of the article that most of it comes from, each used once."""
    shares: Counter[tuple[int, str]] = Counter()
    for number, group in enumerate(groups):
        for piece in group:
            shares[number, piece.owner] += sum(end - start for start, end in piece.segments)
    ids: dict[int, str] = {}
    for (number, owner), _ in sorted(shares.items(), key=lambda share: (-share[1], share[0])):
        if number not in ids and owner not in ids.values():
            ids[number] = owner
    further: Counter[str] = Counter()
    for number, group in enumerate(groups):
        if number not in ids:
            further[group[0].owner] += 1
            ids[number] = f"{group[0].owner}.{further[group[0].owner]}"
    return [ids[number] for number in range(len(groups))]


def corrected_words(reading: Reading, words: Sequence[Segment], pins: Iterable[WordPin]) -> list[Segment]:
    """Return the words of a reading text with those that a person corrected.

    Args:
        words: ranges of the reading text, ascending, as a segmenter cut them.
        pins: of the page; those that do not stand in this text, within one paragraph, are passed over.
    """
    fixed = sorted(filter(None, (_place(reading, pin) for pin in pins)))
    if not fixed:
        return list(words)
    found: list[Segment] = []
    for word in words:
        found += subtract([word], _meeting(fixed, word))
    return sorted(found + fixed)


def _meeting(fixed: Sequence[Segment], word: Segment) -> Sequence[Segment]:
    """Return those of the ascending ranges that share something with a word."""
    first = bisect_right(fixed, word[0], key=lambda segment: segment[1])
    return fixed[first : bisect_left(fixed, word[1], key=lambda segment: segment[0])]


def _place(reading: Reading, pin: WordPin) -> Segment | None:
    """Return where a pinned word stands in the reading text."""
    try:
        start, end = reading.to_reading(pin.segments)
    except OffsetError:
        return None
    return (start, end) if reading.text[start:end] == pin.text and "\n" not in pin.text else None
