"""What keys have in common beside what they do: which are listed, done again, or leave the mode."""

from tui.app.keys.key_map import Group, Key

CHANGING: frozenset[Group] = frozenset(("tag", "shape", "correct"))
CHANGING_BACK = frozenset(("undo", "redo", "again", "repeat_label"))
"""Groups of keys whose changes are done again, and those of them that are not themselves."""
PASSING: frozenset[Group] = frozenset(("move", "select"))
EVERYWHERE = frozenset(("palette", "help", "quit", "undo", "redo", "next_pane", "previous_pane"))
"""Groups of keys, and single ones of others, that nobody has to be reminded of."""
KEEPING_COUNT = frozenset(("repeat_label", "pick_label", "label_leader"))
"""Keys for which a number typed before them is still to be used: by the label that they lead to."""
LASTING: frozenset[Group] = frozenset(("move", "select", "app"))
LASTING_KEYS = frozenset(("outer_tag", "inner_tag"))
LEAVING_KEYS = frozenset(("clear", "search", "search_corpus", "next_hit", "previous_hit"))
"""Keys that do their usual work without leaving the mode: groups, single ones of others, and exceptions."""
GOING_ON = frozenset(("undo", "redo"))
"""Keys that do their usual work in modes too, which then go on with what follows from it."""


def is_listed(key: Key) -> bool:
    """Tell whether the lists of keys show a key as used last."""
    return key.group not in PASSING and key.id not in EVERYWHERE


def is_repeated(key: Key) -> bool:
    """Tell whether what a key changed can be done again."""
    return key.group in CHANGING and key.id not in CHANGING_BACK


def uses_count(key: Key) -> bool:
    """Tell whether a number typed before a key is used up by it."""
    return key.id not in KEEPING_COUNT


def keeps_mode(key: Key) -> bool:
    """Tell whether a mode usually lasts when a key does its usual work."""
    return (key.group in LASTING and key.id not in LEAVING_KEYS) or key.id in LASTING_KEYS


def does_no_less(key: Key) -> bool:
    """Tell whether a key that a mode has a use for does its usual work there all the same."""
    return key.id in GOING_ON
