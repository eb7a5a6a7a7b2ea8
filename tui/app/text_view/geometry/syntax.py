"""Selection by syntax: word, phrase, quotation, clause, sentence, paragraph. Pure functions of a text."""

from collections.abc import Iterator

from tui.app.text_view.geometry.caret import Caret, Field, select
from tui.model import Segment
from tui.text.sentences import pair_around, sentences

CLAUSE_MARKS = frozenset("，；：。？！…;:?!\n")
PHRASE_MARKS = CLAUSE_MARKS | frozenset("、“”‘’「」『』《》〈〉（）()【】〔〕［］[]｛｝{}—\u3000 \t")
"""What ends a clause, and what ends a phrase. A half-width comma ends none: it may stand in a number."""
REACH = 4000
"""How far from the selection, in characters, units are looked for."""


def grow(field: Field, caret: Caret) -> Caret:
    """Select the next larger unit around the selection; without one, the word under the cursor."""
    if caret.selection is None:
        return select(field, field.word_at(caret.at), "end", within=caret.at)
    larger = [unit for unit in _units(field, caret.selection) if _length(unit) > _length(caret.selection)]
    return select(field, min(larger, key=_length), "end", within=caret.at) if larger else caret


def _length(unit: Segment) -> int:
    return unit[1] - unit[0]


def _units(field: Field, selection: Segment) -> Iterator[Segment]:
    """Yield the units that hold a selection, in no order."""
    text, (start, end) = field.text, selection
    block = field.blocks[field.layout.view.reading.block_at(start)]
    near = max(block[0], start - REACH), min(block[1], end + REACH)
    yield field.word_at(start)[0], field.word_at(end - 1)[1]
    yield _run(text, selection, near, PHRASE_MARKS)
    yield _run(text, selection, near, CLAUSE_MARKS)
    if (pair := pair_around(text, start, end, near)) is not None:
        yield pair
    reached = [unit for unit in sentences(text, *near) if unit[0] < end and start < unit[1]]
    if reached:
        yield min(start, reached[0][0]), max(end, reached[-1][1])
    yield block


def _run(text: str, selection: Segment, within: Segment, marks: frozenset[str]) -> Segment:
    """Return a selection with what stands beside it up to the next marks."""
    start, end = selection
    while start > within[0] and text[start - 1] not in marks:
        start -= 1
    while end < within[1] and text[end] not in marks:
        end += 1
    return start, end
