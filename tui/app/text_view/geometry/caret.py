"""The cursor and the selection of the reader, and how keys move them. Pure functions of a text."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from tui.app.text_view.geometry.layout import Layout
from tui.app.widgets.glyphs import clusters
from tui.model import Segment
from tui.model.values import Frozen
from tui.text.sentences import pair_around, sentences

Side: TypeAlias = Literal["start", "end"]


class Caret(Frozen, frozen=True):
    """A cursor on one character and perhaps a selection that has an end there.

    Attributes:
        at: reading offset of the character under the cursor.
        selection: the selected range, if any.
        side: which end of the selection moves.
        x: the cell that moves by row keep to; None after any other move.
    """

    at: int = 0
    selection: Segment | None = None
    side: Side = "end"
    x: int | None = None


class Field(Struct, frozen=True):
    """What a caret moves in: a layout and its words (ascending ranges)."""

    layout: Layout
    words: Sequence[Segment]

    @property
    def text(self) -> str:
        """The text of the view."""
        return self.layout.view.reading.text

    @property
    def blocks(self) -> Sequence[Segment]:
        """The reading ranges of the blocks."""
        return self.layout.view.reading.blocks

    def word_at(self, offset: int) -> Segment:
        """Return the word at an offset; where there is none, the cluster."""
        index = bisect_right(self.words, (offset, len(self.text) + 1)) - 1
        if index >= 0 and self.words[index][0] <= offset < self.words[index][1]:
            return self.words[index]
        return self.cluster_at(offset)

    def cluster_at(self, offset: int) -> Segment:
        """Return the cluster at an offset."""
        row = self.layout.rows[self.layout.row_at(offset)]
        for a, b, _ in clusters(self.text[row.start : row.end]):
            if row.start + a <= offset < row.start + b:
                return row.start + a, row.start + b
        return offset, min(offset + 1, len(self.text))

    def snap(self, offset: int) -> int:
        """Return the start of the nearest character that a cursor can stand on."""
        offset = max(0, min(offset, len(self.text) - 1))
        if self.text[offset] == "\n" and not self._is_block(offset):
            offset -= 1
        return self.cluster_at(offset)[0]

    def _is_block(self, offset: int) -> bool:
        return (offset, offset) in self.blocks


Motion: TypeAlias = Callable[[Field, int], int]


def char_right(field: Field, at: int) -> int:
    """The next cluster, over a paragraph's end if need be."""
    end = field.cluster_at(at)[1]
    return field.snap(end + 1 if field.text[end : end + 1] == "\n" else end)


def char_left(field: Field, at: int) -> int:
    """The cluster before."""
    return field.snap(at - 1)


def word_right(field: Field, at: int) -> int:
    """The start of the next word that is not blank."""
    end = field.word_at(at)[1]
    while end < len(field.text) and field.text[end].isspace():
        end += 1
    return field.snap(end) if end < len(field.text) else at


def word_left(field: Field, at: int) -> int:
    """The start of the word before that is not blank; from within a word, its own start."""
    start = field.word_at(at)[0]
    if start < at:
        return start
    while start > 0 and field.text[start - 1].isspace():
        start -= 1
    return field.word_at(start - 1)[0] if start else at


def row_start(field: Field, at: int) -> int:
    """The first character of the row."""
    return field.layout.rows[field.layout.row_at(at)].start


def row_end(field: Field, at: int) -> int:
    """The last character of the row."""
    return field.snap(field.layout.rows[field.layout.row_at(at)].end - 1)


def block_down(field: Field, at: int) -> int:
    """The start of the next block, else the end of the text."""
    later = [start for start, _ in field.blocks if start > at]
    return later[0] if later else field.snap(len(field.text))


def block_up(field: Field, at: int) -> int:
    """The start of this block, or of the one before if already there."""
    earlier = [start for start, _ in field.blocks if start < at]
    return earlier[-1] if earlier else 0


def text_start(field: Field, at: int) -> int:  # noqa: ARG001
    """The first character of the text."""
    return 0


def text_end(field: Field, at: int) -> int:  # noqa: ARG001
    """The last character of the text."""
    return field.snap(len(field.text))


MOTIONS: dict[str, Motion] = {
    "char_left": char_left,
    "char_right": char_right,
    "word_left": word_left,
    "word_right": word_right,
    "row_start": row_start,
    "row_end": row_end,
    "block_up": block_up,
    "block_down": block_down,
    "text_start": text_start,
    "text_end": text_end,
}


def move(field: Field, caret: Caret, motion: str) -> Caret:
    """Move the cursor; a selection is given up."""
    return Caret(MOTIONS[motion](field, caret.at))


def move_rows(field: Field, caret: Caret, rows: int) -> Caret:
    """Move the cursor by rows of the screen, keeping to its column; a selection is given up."""
    return _row_target(field, caret, rows).replaced(selection=None)


def _row_target(field: Field, caret: Caret, rows: int) -> Caret:
    layout = field.layout
    x = layout.x_of(caret.at) if caret.x is None else caret.x
    row = max(0, min(layout.row_at(caret.at) + rows, len(layout.rows) - 1))
    return Caret(field.snap(layout.offset_at(row, x)), caret.selection, caret.side, x)


def target(field: Field, caret: Caret) -> Segment:
    """Return what a label would be given to: the selection, else the word, without blanks at its ends."""
    start, end = caret.selection or field.word_at(caret.at)
    while end > start and field.text[end - 1].isspace():
        end -= 1
    while start < end and field.text[start].isspace():
        start += 1
    return start, end


Unit: TypeAlias = Literal["word", "char"]


def extend(field: Field, caret: Caret, unit: Unit, step: Literal[-1, 1]) -> Caret:
    """Move the selection's active end by a unit. Without a selection, the word under the cursor is it first.

    An end that is moved over the other one becomes the other end. The selection is never empty and stays in
    its block.
    """
    start, end = caret.selection or _first(field, caret, unit)
    side = caret.side  # without a selection either: the one that does not move is crossed
    if side == "end":
        moved = _edge(field, end, unit, step)
        if moved <= start:
            moved, side = _edge(field, start, unit, -1), "start"
            start, end = moved, end
        else:
            end = moved
    else:
        moved = _edge(field, start, unit, step)
        if moved >= end:
            end, side = _edge(field, end, unit, 1), "end"
        else:
            start = moved
    return select(field, (start, end), side, within=caret.at)


def move_edge(field: Field, caret: Caret, side: Side, step: Literal[-1, 1]) -> Caret:
    """Move one end of the selection, or of the word under the cursor, by a word; never past the other."""
    selection = caret.selection or field.word_at(caret.at)
    held = select(field, selection, side, within=caret.at)
    outward = step == (1 if side == "end" else -1)
    if not outward and field.word_at(held.at) == held.selection:
        return held
    return extend(field, held, "word", step)


def _first(field: Field, caret: Caret, unit: Unit) -> Segment:
    return field.word_at(caret.at) if unit == "word" else field.cluster_at(caret.at)


def _edge(field: Field, edge: int, unit: Unit, step: int) -> int:
    """Return the unit border next to `edge` on the side of `step`."""
    find = field.word_at if unit == "word" else field.cluster_at
    start, end = find(edge if step > 0 else max(0, edge - 1))
    return end if step > 0 else start


TextUnit: TypeAlias = Literal["sentence", "paragraph", "pair"]


def select_unit(field: Field, caret: Caret, what: TextUnit) -> Caret:
    """Select the sentence, the paragraph or what stands between marks; again: more of it."""
    block = field.blocks[field.layout.view.reading.block_at(caret.at)]
    start, end = caret.selection or (caret.at, field.cluster_at(caret.at)[1])
    found: Segment | None = block
    if what == "pair":
        found = pair_around(field.text, start, end, block)
    elif what == "sentence":
        found = _sentences(list(sentences(field.text, *block)), (start, end))
    return caret if found is None else select(field, found, "end", within=caret.at)


def _sentences(units: list[Segment], taken: Segment) -> Segment | None:
    """Return the sentences that a range lies in; where it is just these, the next one too."""
    reached = [unit for unit in units if unit[0] < taken[1] and taken[0] < unit[1]]
    if reached and (reached[0][0], reached[-1][1]) == taken:
        reached += [unit for unit in units if unit[0] >= taken[1]][:1]
    return (reached[0][0], reached[-1][1]) if reached else None


def words_from(field: Field, at: int, count: int) -> Segment:
    """Return the range of `count` words from the one at an offset on, within its block."""
    start, end = field.word_at(at)
    for _ in range(count - 1):
        end = _edge(field, end, "word", 1)
    return start, min(end, field.blocks[field.layout.view.reading.block_at(at)][1])


def extend_rows(field: Field, caret: Caret, rows: int) -> Caret:
    """Move the selection's active end by rows of the screen."""
    selection = caret.selection or field.word_at(caret.at)
    moved = _row_target(field, caret, rows)
    anchor = selection[0] if caret.side == "end" or not caret.selection else selection[1]
    return sweep(field, anchor, moved.at).replaced(x=moved.x)


def sweep(field: Field, anchor: int, at: int) -> Caret:
    """Select from the border `anchor` to the cluster at `at`, both included, as a mouse does."""
    start, end = field.cluster_at(field.snap(at))
    if start >= anchor:
        return select(field, (anchor, end), "end", within=anchor)
    return select(field, (start, max(anchor, end)), "start", within=start)


def swap(field: Field, caret: Caret) -> Caret:
    """Make the other end of the selection the one that moves."""
    if caret.selection is None:
        return caret
    return select(field, caret.selection, "start" if caret.side == "end" else "end", within=caret.at)


def select(field: Field, selection: Segment, side: Side, *, within: int) -> Caret:
    """Select a range, cut to the block of the offset `within`, with the cursor at its active end."""
    start, end = field.blocks[field.layout.view.reading.block_at(within)]
    a, b = max(start, selection[0]), min(end, selection[1])
    if a >= b:
        return Caret(field.snap(within))
    at = field.cluster_at(b - 1)[0] if side == "end" else a
    return Caret(at, (a, b), side)
