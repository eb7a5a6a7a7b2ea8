"""Key maps for hands that know another program: what they change of the default one."""

from collections.abc import Mapping

SLATE: Mapping[str, str] = {
    **{"word_left": "left,j", "word_right": "right,semicolon", "row_up": "up,i", "row_down": "down,o"},
    **{"widen_left": "m", "widen_right": "slash", "narrow_left": "k", "narrow_right": "l"},
    **{"label_leader": "space", "grow_right": "shift+right", "pick_label": "t"},
    **{"remove": "u,delete,backspace", "undo": "ctrl+z", "next_tag": "n", "previous_tag": "p,N"},
    **{"help": "h,question_mark,f1", "search": "backslash", "toggle_sidebar": "ctrl+t"},
}
"""SLATE's keys (its documented command mode); what it does not have keeps its usual key."""

PRESETS: Mapping[str, Mapping[str, str]] = {"default": {}, "slate": SLATE}
LEADING = frozenset(("slate",))
"""Presets in which a label's key comes after a key of its own, so that no action gives way to it."""
