"""A person who does not plan: goes to the next tag of the text by the nearest obvious way, and selects it.

The person comes with the keys of commit 959fd8b (rows, words, `space`, characters), with paragraphs and the
ends of rows as well, and with jump hints that come again after each tag.
"""

from collections.abc import Callable
from typing import TypeAlias

from bench.keystrokes.hand import GROW, NARROWER, WIDER, Keys, Step, motion
from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry import syntax
from tui.app.text_view.geometry.caret import Caret, Field
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.jumping import Jumping, visible_hints
from tui.model import Segment

Quantity: TypeAlias = Callable[[int], Segment | None] | None
Way: TypeAlias = tuple[Keys, Caret]
Ends: TypeAlias = tuple[Step, ...]

RIGHT, LEFT = Step("right", motion("word_right")), Step("left", motion("word_left"))
NEXT = Step("full_stop", motion("char_right"))
HOME, END = Step("home", motion("row_start")), Step("end", motion("row_end"))
PARAGRAPH_DOWN = Step("right_curly_bracket", motion("block_down"))
PARAGRAPH_UP = Step("left_curly_bracket", motion("block_up"))
DOWN = Step("down", lambda field, caret: carets.move_rows(field, caret, 1))
UP = Step("up", lambda field, caret: carets.move_rows(field, caret, -1))
UNIT = Step("w", syntax.grow)
MOST = 500


def by_rows(controller: Controller, wanted: Segment, quantity: Quantity) -> Keys:
    """Return the keys of who goes by rows and words."""
    return _by_walking(controller, wanted, quantity, ())


def by_arrows(controller: Controller, wanted: Segment, quantity: Quantity) -> Keys:
    """Return the keys of who goes by paragraphs first, and along a row from its nearer end, too."""
    return _by_walking(controller, wanted, quantity, (HOME, END))


def _by_walking(controller: Controller, wanted: Segment, quantity: Quantity, ends: Ends) -> Keys:
    field = controller.reader.scene.field
    keys, caret = _walk(field, controller.reader.caret, field.word_at(wanted[0])[0], ends)
    return (*keys, *_select(field, caret, wanted, quantity))


def by_hints(controller: Controller, wanted: Segment, quantity: Quantity) -> Keys:
    """Return the keys of who has the hints before the eyes: they come again after each tag."""
    field, caret = controller.reader.scene.field, controller.reader.caret
    keys, arrived = _walk(field, caret, field.word_at(wanted[0])[0], (HOME, END))
    mode = controller.mode
    seen = mode.hints if isinstance(mode, Jumping) else visible_hints(controller, "words")
    hints = {hint.start: hint.letters for hint in seen}
    word = field.word_at(wanted[0])
    place = next((at for at in (word[0], *range(*wanted)) if at in hints), None)
    begin: Keys = () if isinstance(mode, Jumping) else ("apostrophe", "enter")
    visible = controller.reader.visible_range
    if place is None and visible is not None and wanted[0] >= visible[1]:
        return (*begin, "pagedown")
    if place is not None:
        keys, arrived = (*begin, *hints[place]), Caret(place)
    elif not begin:
        keys = ("escape", *keys)
    ways = [_units(field, arrived, wanted)]
    if arrived.at <= wanted[0] or (quantity and quantity(arrived.at) == wanted):
        ways.append(_select(field, arrived, wanted, quantity))
    found = [way for way in ways if way is not None]
    if not found:
        return (*("escape",) * (not begin), *by_arrows(controller, wanted, quantity))
    return (*keys, *min(found, key=len))


def _walk(field: Field, caret: Caret, goal: int, row_ends: Ends) -> Way:
    """Go by rows, then along the row by words; with the keys of a row's ends, by paragraphs first, too."""
    layout, keys = field.layout, []

    def press(step: Step) -> None:
        nonlocal caret
        caret = step.move(field, caret)
        keys.append(step.key)
        assert len(keys) < MOST, goal

    block = layout.view.reading.block_at
    while row_ends and block(caret.at) < block(goal):
        press(PARAGRAPH_DOWN)
    while row_ends and block(caret.at) > block(goal):
        press(PARAGRAPH_UP)
    while layout.row_at(caret.at) < layout.row_at(goal):
        press(DOWN)
    while layout.row_at(caret.at) > layout.row_at(goal):
        press(UP)
    x, row = layout.x_of(goal), layout.rows[layout.row_at(goal)]
    far = {HOME: abs(x - layout.x_of(row.start)), END: abs(x - layout.x_of(field.snap(row.end - 1)))}
    nearer = min(row_ends, key=lambda step: far[step], default=None)
    if nearer and far[nearer] < abs(x - layout.x_of(caret.at)) and field.word_at(caret.at)[0] != goal:
        press(nearer)
    while field.word_at(caret.at)[0] > goal:
        press(LEFT)
    while field.word_at(caret.at)[1] <= goal:
        press(RIGHT)
    if caret.at != goal:
        press(LEFT)
    return tuple(keys), caret


def _select(field: Field, caret: Caret, wanted: Segment, quantity: Quantity) -> Keys:
    """Take what a label takes by itself, else select by words, then by characters."""
    if carets.target(field, caret) == wanted or (quantity and quantity(caret.at) == wanted):
        return ()
    keys: list[str] = []
    while caret.at < wanted[0]:
        caret = NEXT.move(field, caret)
        keys.append(NEXT.key)
    wider = GROW if not keys else WIDER
    while caret.selection is None or caret.selection[1] < wanted[1]:
        caret = wider.move(field, caret)
        keys.append(wider.key)
        assert len(keys) < MOST, wanted
    while caret.selection is not None and caret.selection[1] > wanted[1]:
        caret = NARROWER.move(field, caret)
        keys.append(NARROWER.key)
    return tuple(keys)


def _units(field: Field, caret: Caret, wanted: Segment) -> Keys | None:
    """Press the key of units until what is wanted is selected; None: it is no unit."""
    keys: list[str] = []
    if carets.target(field, caret) == wanted:
        return ()
    while caret.selection is None or caret.selection[1] - caret.selection[0] < wanted[1] - wanted[0]:
        before, caret = caret, UNIT.move(field, caret)
        if caret == before:
            return None
        keys.append(UNIT.key)
    return tuple(keys) if caret.selection == wanted else None
