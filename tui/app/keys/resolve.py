"""The key map of a project: a preset, the user's changes, and precedence of the labels' keys."""

from collections.abc import Iterable, Mapping

from tui.app.keys.key_map import KEYMAP, TOGETHER, Context, Key
from tui.errors import ProjectError
from tui.model import LabelSet

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


BROWSER_KEYS = frozenset(
    (
        *(f"ctrl+{key}" for key in ("n", "t", "w", "tab", "pageup", "pagedown")),
        *(f"ctrl+shift+{key}" for key in ("n", "t", "w", "tab")),
        "f11",
        "f12",
    )
)
"""Keys that a browser keeps for its windows and tabs; no page gets them."""


def without_browser_keys(rows: Iterable[Key]) -> tuple[Key, ...]:
    """Return rows for an app in a browser: of several keys those are left that arrive there."""
    arriving = ((row, tuple(key for key in row.keys if key not in BROWSER_KEYS)) for row in rows)
    return tuple(row._replace(keys=keys or row.keys) for row, keys in arriving)


def overlap(one: Context, other: Context) -> bool:
    """Tell whether keys of two contexts can be pressed in the same place."""
    return one == other or any(one in contexts and other in contexts for contexts in TOGETHER)


def resolve(changes: Mapping[str, str], labels: LabelSet, preset: str = "default") -> tuple[Key, ...]:
    """Return the key map with the user's changes and the labels' keys taken out of it.

    Args:
        changes: action id to comma-separated keys, from `[keys]` of piyue.toml.
        labels: a label's key is taken from actions that have another one.
        preset: the key map to begin with.

    Raises:
        ProjectError: an id is unknown, two actions share a key, or a label's key is an action's only one.
    """
    known = {row.id for row in KEYMAP}
    for id_ in changes:
        if id_ not in known:
            raise ProjectError("keys.unknown", id=id_, known=", ".join(sorted(known)))
    rows = tuple(_changed(_changed(row, PRESETS[preset]), changes) for row in KEYMAP)
    if preset not in LEADING:
        rows = tuple(_yield_to_labels(row, labels) for row in rows)
    _refuse_clashes(rows)
    return rows


def _changed(row: Key, changes: Mapping[str, str]) -> Key:
    if row.id not in changes:
        return row
    keys = tuple(key.strip() for key in changes[row.id].split(",") if key.strip())
    if not keys:
        raise ProjectError("keys.none", id=row.id)
    return row._replace(keys=keys)


def _yield_to_labels(row: Key, labels: LabelSet) -> Key:
    if row.context not in ("reader", "work"):
        return row
    keys = tuple(key for key in row.keys if key not in labels.first_letters)
    if row.keys and not keys:
        label = next(label for label in labels.labels if label.key[0] == row.keys[0])
        raise ProjectError("keys.label", label=label.id, key=label.key, id=row.id)
    return row._replace(keys=keys)


def _refuse_clashes(rows: Iterable[Key]) -> None:
    seen: dict[str, list[Key]] = {}
    for row in rows:
        for key in row.keys:
            for other in seen.setdefault(key, []):
                if overlap(row.context, other.context):
                    raise ProjectError("keys.clash", key=key, one=other.id, other=row.id)
            seen[key].append(row)
