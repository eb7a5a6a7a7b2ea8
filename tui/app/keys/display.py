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
