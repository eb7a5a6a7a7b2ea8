"""The key map of a project: a preset, the user's changes, and precedence of the labels' keys."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from tui.app.keys.display import is_key, named
from tui.app.keys.key_map import KEYMAP, TOGETHER, Context, Key
from tui.errors import ProjectError
from tui.model import LabelSet
from tui.model.label_choices import free_letters
from tui.store.settings.model import FILE, Settings

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
        *("f11", "f12"),
        *("ctrl+v", "ctrl+underscore"),
    )
)
"""Keys that a browser keeps for its windows, tabs, zoom and pasting; no app gets them."""


def without_browser_keys(rows: Iterable[Key]) -> tuple[Key, ...]:
    """Return rows for an app in a browser: of several keys those are left that arrive there."""
    arriving = ((row, tuple(key for key in row.keys if key not in BROWSER_KEYS)) for row in rows)
    return tuple(row._replace(keys=keys or row.keys) for row, keys in arriving)


@cache
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
    rows, errors = _resolved(changes, labels, preset)
    if errors:
        raise errors[0]
    return rows


def key_errors(changes: Mapping[str, str], labels: LabelSet, preset: str = "default") -> list[ProjectError]:
    """Return all for which `resolve` refuses a key map."""
    return _resolved(changes, labels, preset)[1]


def refuse_key_clash(settings: Settings) -> None:
    """Refuse settings whose keys clash.

    Raises:
        ProjectError: see `resolve`.
    """
    resolve(settings.keys, settings.labels, settings.preset)


def changed_keys(rows: Sequence[Key]) -> dict[str, str]:
    """Return the keys that differ from the key map's, as Textual's keymap has them."""
    pairs = zip(rows, KEYMAP, strict=True)
    return {row.id: ",".join(row.keys) for row, usual in pairs if row != usual}


def _resolved(
    changes: Mapping[str, str], labels: LabelSet, preset: str
) -> tuple[tuple[Key, ...], list[ProjectError]]:
    known = {row.id for row in KEYMAP}
    errors = [_unknown(id_, known) for id_ in changes if id_ not in known]
    rows = tuple(_changed(_changed(row, PRESETS[preset]), changes) for row in KEYMAP)
    errors += [_wrong("keys.none", id=row.id) for row in rows if not row.keys]
    errors += [
        _wrong("settings.no_key", id=row.id, key=key)
        for row in rows
        if row.id in changes
        for key in row.keys
        if not is_key(key)
    ]
    if preset not in LEADING:
        errors += _taken_by_labels(rows, labels)
        rows = tuple(_yield_to_labels(row, labels) for row in rows)
    return rows, [*errors, *_clashes(rows)]


def _wrong(row: str, /, **values: Any) -> ProjectError:
    """Return what is wrong with the keys of the settings."""
    return ProjectError(row, path=FILE, **values)


def _unknown(id_: str, known: Collection[str]) -> ProjectError:
    if near := get_close_matches(id_, known, n=1):
        return _wrong("keys.near", id=id_, near=near[0])
    return _wrong("keys.unknown", id=id_)


def _changed(row: Key, changes: Mapping[str, str]) -> Key:
    if row.id not in changes:
        return row
    return row._replace(keys=tuple(named(key.strip()) for key in changes[row.id].split(",") if key.strip()))


def _yield_to_labels(row: Key, labels: LabelSet) -> Key:
    if row.context not in ("reader", "work"):
        return row
    keys = tuple(key for key in row.keys if key not in labels.first_letters)
    return row._replace(keys=keys or row.keys)


def _taken_by_labels(rows: Sequence[Key], labels: LabelSet) -> Iterator[ProjectError]:
    """Yield the actions that labels would leave without a key, with the letters that are free."""
    free = " ".join(free_letters(labels.by_key)) or "-"
    for row in rows:
        is_taken = row.keys and labels.first_letters.issuperset(row.keys)
        if row.context in ("reader", "work") and is_taken:
            label = next(label for label in labels.labels if label.key[0] == row.keys[0])
            yield _wrong("keys.label", label=label.id, key=label.key, id=row.id, free=free)


def _clashes(rows: Iterable[Key]) -> Iterator[ProjectError]:
    seen: dict[str, list[Key]] = {}
    for row in rows:
        for key in row.keys:
            for other in seen.setdefault(key, []):
                if overlap(row.context, other.context):
                    yield _wrong("keys.clash", key=key, one=other.id, other=row.id)
            seen[key].append(row)
