"""The rules by which marks are fitted to a format, as a table.

Each is for formats that lack something, and answers for one mark with the mark as it can go out, or with the
reason why it cannot.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import pairwise

from tui.formats.common.flat_article import FlatArticle, Mark, ordered
from tui.formats.common.standoff_reader import fragments_of, healed
from tui.formats.format import Holds
from tui.model import Segment

Rule = Callable[[Mark, FlatArticle], Mark | str]

MARKUP = ("[@", "[$", "*]", "#")
"""What has a meaning where tags stand in the text, and cannot be escaped there."""


def _shown(mark: Mark, sheet: FlatArticle) -> Mark | str:
    del mark, sheet
    return "spans"


def _unbroken(mark: Mark, sheet: FlatArticle) -> Mark | str:
    del sheet
    return mark if len(mark.parts) == 1 else "broken"


def _one_line(mark: Mark, sheet: FlatArticle) -> Mark | str:
    return "lines" if "\n" in mark.text_in(sheet.text) else mark


def _plain(mark: Mark, sheet: FlatArticle) -> Mark | str:
    text = mark.text_in(sheet.text)
    return "markup" if any(sign in text or sign in mark.label for sign in MARKUP) else mark


def _trimmed(mark: Mark, sheet: FlatArticle) -> Mark | str:
    """Leave blanks out at the ends of all parts, and close gaps of blanks alone."""
    if len(mark.parts) == 1:
        ((first, last),) = mark.parts
        if not (sheet.text[first].isspace() or sheet.text[last - 1].isspace()):
            return mark
    parts: list[Segment] = []
    for start, end in mark.parts:
        text = sheet.text[start:end]
        first, last = end - len(text.lstrip()), start + len(text.rstrip())
        if first >= last:
            continue
        if parts and sheet.text[parts[-1][1] : first].isspace():
            parts[-1] = (parts[-1][0], last)
        else:
            parts.append((first, last))
    if not parts:
        return "blank"
    return mark if tuple(parts) == mark.parts else mark.replaced(parts=tuple(parts))


def _healed(mark: Mark, sheet: FlatArticle) -> Mark | str:
    """Leave out ends of lines at both ends, and close gaps that are one within a paragraph."""
    parts = healed(fragments_of(mark.parts, sheet.text), sheet.text)
    if not parts:
        return "blank"
    joints = {end for _, end in sheet.entry.reading.blocks} if sheet.entry else set()
    return mark if _offsets(parts, joints) == _offsets(mark.parts, joints) else mark.replaced(parts=parts)


def _offsets(parts: Iterable[Segment], without: set[int]) -> list[int]:
    return [at for start, end in parts for at in range(start, end) if at not in without]


def _snapped(mark: Mark, sheet: FlatArticle) -> Mark | str:
    """Move both ends outwards to where a word begins and ends."""
    words = sheet.words
    first = bisect_right(words, mark.start, key=lambda word: word[0]) - 1
    last = bisect_left(words, mark.end, key=lambda word: word[1])
    if first < 0 or last >= len(words) or words[first][1] <= mark.start:
        return "words"
    return mark.replaced(parts=((words[first][0], words[last][1]),))


RULES: tuple[tuple[Holds, Rule], ...] = (
    (Holds.SPANS, _shown),
    (Holds.SEGMENTS, _unbroken),
    (Holds.LINES, _one_line),
    (Holds.MARKUP, _plain),
    (Holds.BLANKS, _trimmed),
    (Holds.INSIDE, _snapped),
    (Holds.BLANKS, _trimmed),  # a word that was snapped to may have blanks
    (Holds.EDGES, _healed),
)
CHANGED: dict[Rule, str] = {_trimmed: "trimmed", _snapped: "snapped", _healed: "healed"}


def outermost(marks: Iterable[Mark]) -> tuple[list[Mark], list[tuple[Mark, str]]]:
    """Return marks that do not overlap, in order, and the others with the reason; the longest stay."""
    every = list(marks)
    if all(one.parts[-1][1] <= other.parts[0][0] for one, other in pairwise(every)):
        return every, []
    starts: list[int] = []
    kept: list[Mark] = []
    rest: list[tuple[Mark, str]] = []
    for mark in sorted(ordered(every), key=lambda mark: mark.start - mark.end):
        at = bisect_left(starts, mark.start)
        near = kept[max(0, at - 1) : at + 1]
        across = [other for other in near if other.start < mark.end and mark.start < other.end]
        if not across:
            starts.insert(at, mark.start)
            kept.insert(at, mark)
        else:
            inside = any(other.start <= mark.start and mark.end <= other.end for other in across)
            rest.append((mark, "nested" if inside else "overlap"))
    return kept, rest
