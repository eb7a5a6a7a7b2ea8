"""The cheapest keys to a tag, by what the key map offers: found by trying them on the app's own functions."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry.caret import Caret, Field
from tui.model import Segment

FAR = 60
"""How often a key is repeated at most on the way."""

Keys = tuple[str, ...]
Move = Callable[[Field, Caret], Caret]


class Step(NamedTuple):
    """A key, and what it does to the caret."""

    key: str
    move: Move


def motion(name: str) -> Move:
    """Return a motion of the cursor by its name."""
    return lambda field, caret: carets.move(field, caret, name)


MOVES = (
    *(
        Step(key, motion(name))
        for key, name in {
            "right": "word_right",
            "left": "word_left",
            "full_stop": "char_right",
            "comma": "char_left",
            "home": "row_start",
            "end": "row_end",
            "right_curly_bracket": "block_down",
            "left_curly_bracket": "block_up",
            "g": "text_start",
            "G": "text_end",
        }.items()
    ),
    Step("down", lambda field, caret: carets.move_rows(field, caret, 1)),
    Step("up", lambda field, caret: carets.move_rows(field, caret, -1)),
)
GROW = Step("space", lambda field, caret: carets.extend(field, caret, "word", 1))
WIDER = Step("greater_than_sign", lambda field, caret: carets.extend(field, caret, "char", 1))
NARROWER = Step("less_than_sign", lambda field, caret: carets.extend(field, caret, "char", -1))
SWAP = Step("s", carets.swap)
PAIR = Step("quotation_mark", lambda field, caret: carets.select_unit(field, caret, "pair"))
SENTENCE = Step("equals_sign", lambda field, caret: carets.select_unit(field, caret, "sentence"))
SHAPES: tuple[tuple[Step, ...], ...] = (
    (GROW,),
    (GROW, WIDER),
    (GROW, NARROWER),
    (GROW, SWAP, WIDER),
    (GROW, SWAP, NARROWER),
    (WIDER,),
    (NARROWER,),
    (PAIR,),
    (SENTENCE,),
)
"""Ways to a selection, each key as often as it takes."""


def times(count: int, key: str) -> Keys:
    """Return the keys that do a key so often: pressed again, or behind a number."""
    return (key,) * count if count <= 2 else (*str(count), key)


def ways_to(field: Field, start: Caret) -> Mapping[int, Keys]:
    """Return the cheapest keys found to offsets: one or two motions, each repeated."""
    found: dict[int, Keys] = {start.at: ()}
    first = list(_repeated(field, start))
    for caret, keys in first:
        _keep(found, caret.at, keys)
    for at, keys in sorted(found.items(), key=lambda item: len(item[1])):
        if len(keys) <= 3:
            for caret, more in _repeated(field, Caret(at), MOVES[:4], 12):
                _keep(found, caret.at, keys + more)
    return found


def _keep(found: dict[int, Keys], at: int, keys: Keys) -> None:
    if at not in found or len(keys) < len(found[at]):
        found[at] = keys


def _repeated(
    field: Field, start: Caret, steps: tuple[Step, ...] = MOVES, far: int = FAR
) -> Iterator[tuple[Caret, Keys]]:
    for step in steps:
        caret = start
        for count in range(1, far + 1):
            before, caret = caret, step.move(field, caret)
            if caret.at == before.at:
                break
            yield caret, times(count, step.key)


def selections(field: Field, at: int, wanted: Segment) -> Iterator[Keys]:
    """Yield keys that make `wanted` what a label would be given to, from the character at an offset."""
    if carets.target(field, Caret(at)) == wanted:
        yield ()
    for count in range(2, 16):
        ahead = carets.words_from(field, at, count)
        if ahead == wanted:
            yield tuple(str(count))
        if ahead[1] >= wanted[1]:
            break
    for shape in SHAPES:
        yield from _shaped(field, Caret(at), wanted, shape, ())


def _shaped(
    field: Field, caret: Caret, wanted: Segment, shape: tuple[Step, ...], keys: Keys
) -> Iterator[Keys]:
    step, *rest = shape
    for count in range(1, 2 if step is SWAP else 40):
        before, caret = caret, step.move(field, caret)
        if caret == before:
            return
        taken = (*keys, *times(count, step.key))
        if not rest and caret.selection == wanted:
            yield taken
        elif rest:
            yield from _shaped(field, caret, wanted, tuple(rest), taken)
        if caret.selection and caret.selection[1] > wanted[1] + 12:
            return


def plan(
    field: Field, start: Caret, wanted: Segment, quantity: Callable[[int], Segment | None] | None
) -> Keys:
    """Return the fewest keys found that make a reading range what a label would be given to.

    Args:
        quantity: of a metric, what range a label takes at an offset without a selection.

    Raises:
        LookupError: none were found.
    """
    ways = ways_to(field, start)
    best: Keys | None = None
    near = range(max(0, field.word_at(wanted[0])[0] - 6), wanted[1])
    for at in sorted((at for at in near if at in ways), key=lambda at: len(ways[at])):
        if best is not None and len(ways[at]) >= len(best):
            continue
        found = [()] if quantity and quantity(at) == wanted else selections(field, at, wanted)
        for keys in found:
            whole = (*ways[at], *keys)
            if best is None or len(whole) < len(best):
                best = whole
    if best is None:
        raise LookupError(wanted)
    return best
