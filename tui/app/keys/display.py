"""Names of keys as shown to people."""

from collections.abc import Iterable, Mapping

from tui.app.keys.key_map import Key

DISPLAY: Mapping[str, str] = {
    **{"left": "←", "right": "→", "up": "↑", "down": "↓", "comma": ",", "full_stop": ".", "space": "space"},
    **{"left_curly_bracket": "{", "right_curly_bracket": "}", "left_square_bracket": "["},
    **{"right_square_bracket": "]", "greater_than_sign": ">", "less_than_sign": "<", "backslash": "\\"},
    **{"colon": ":", "question_mark": "?", "apostrophe": "'", "escape": "esc"},
    **{"pageup": "pgup", "pagedown": "pgdn"},
    **{"equals_sign": "=", "quotation_mark": '"', "semicolon": ";", "vertical_line": "|", "ampersand": "&"},
    **{
        "number_sign": "#",
        "asterisk": "*",
        "slash": "/",
        "exclamation_mark": "!",
        "at": "@",
        "plus": "+",
        "minus": "-",
    },
    **{"right_parenthesis": ")", "left_parenthesis": "(", "underscore": "_", "circumflex_accent": "^"},
    **{"dollar_sign": "$", "percent_sign": "%", "tilde": "~", "grave_accent": "`"},
}


NAMED = frozenset(
    (
        *DISPLAY,
        *("home", "end", "insert", "delete", "backspace", "tab", "enter"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
"""Keys that are no letter or digit, by their names."""
MODIFIERS = frozenset(("ctrl", "alt", "shift"))
_BY_SIGN = {sign: name for name, sign in DISPLAY.items()}


def named(key: str) -> str:
    """Return a key by its name, also one that is written as people see it: `alt+←` is `alt+left`, F5 is f5.

    A capital is another key only where it is a letter without ctrl.
    """
    if key == "+":
        return "plus"
    *written, last = key.split("+")
    modifiers = [modifier.lower() for modifier in written]
    if len(last) > 1 or "ctrl" in modifiers:
        last = last.lower()
    return "+".join([*modifiers, _BY_SIGN.get(last, last)])


def is_key(key: str) -> bool:
    """Tell whether a name is one of a key that can be pressed."""
    *modifiers, last = key.split("+")
    is_plain = len(last) == 1 and last.isascii() and last.isalnum()
    return MODIFIERS.issuperset(modifiers) and (is_plain or last in NAMED)


def display(key: str) -> str:
    """Return how a key is written for people: `ctrl+shift+right` is `ctrl+shift+→`."""
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, DISPLAY.get(last, last)])


class KeyNames:
    """Keys by the ids of their actions: ``"{key:remove}".format(key=names)`` is ``"x"``."""

    def __init__(self, rows: Iterable[Key]) -> None:
        self._names = {row.id: display(row.keys[0]) for row in rows}

    def __format__(self, id_: str) -> str:
        """Return the first key of an action.

        Raises:
            KeyError: there is no such action.
        """
        return self._names[id_]
