"""Textual bindings made from the key map."""

from collections.abc import Iterable
from string import ascii_lowercase
from unicodedata import normalize

from textual import events
from textual.binding import Binding, BindingType
from textual.keys import _character_to_key

from tui.app.keys.key_map import KEYMAP, Context, Key

ON_WORK_SCREEN: frozenset[Context] = frozenset(("reader", "work"))
"""Contexts in which a key goes to the mode of the work screen."""
BESIDE_A_FIELD: frozenset[Context] = frozenset(
    ("dialog", "input", "pick", "edit_tag", "orphans", "agreement", "filter_articles", "search")
)
"""Contexts of dialogs in which a field or a list of Textual's sees a key first."""

HALF_WIDTH = {
    **{"。": ".", "、": "\\", "《": "<", "》": ">", "【": "[", "】": "]", "「": "{", "」": "}"},
    **{"“": '"', "”": '"', "‘": "'", "’": "'", "￥": "$", "·": "`"},
}
"""What an input method writes for a key, beside the full-width forms that Unicode folds."""


def bindings(context: Context) -> list[BindingType]:
    """Return Textual's bindings for a context; the user's changes come by `App.set_keymap`.

    They have priority, unless a field could be typed in: Textual then acts on a key before it looks at the
    next one, so that keys typed fast, or pasted, are done in order.
    """
    return list(_bindings(row for row in KEYMAP if row.context == context))


def _bindings(rows: Iterable[Key]) -> Iterable[Binding]:
    for row in rows:
        action = f"screen.press('{row.id}')" if row.context in ON_WORK_SCREEN else row.action
        priority = row.context not in BESIDE_A_FIELD
        yield Binding(",".join(row.keys), action, row.id, show=False, priority=priority, id=row.id)


def label_bindings() -> list[BindingType]:
    """Return bindings for every letter of a label's key; which of them act is a matter of the mode.

    They belong to the app: `App.set_keymap` takes a changed action's old keys from all else that its own
    widget does with them.
    """
    return [Binding(key, f"screen.letter('{key}')", show=False, priority=True) for key in ascii_lowercase]


def digit_bindings() -> list[BindingType]:
    """Return bindings for the digits of how often a key is to be done."""
    return [Binding(str(digit), f"screen.digit({digit})", show=False, priority=True) for digit in range(10)]


def half_width(event: events.Key) -> events.Key:
    """Return a key as it is without an input method: `？` is `?`. Other keys are returned as they are."""
    typed = event.character
    if typed is None or len(typed) != 1 or (plain := half_width_of(typed)) == typed:
        return event
    return events.Key(_character_to_key(plain), plain)


def half_width_of(character: str) -> str:
    """Return the ASCII character of the key for which an input method wrote `character`, else that itself."""
    if character.isascii():
        return character
    plain = HALF_WIDTH.get(character) or normalize("NFKC", character)
    return plain if len(plain) == 1 and plain.isascii() and plain.isprintable() else character
