"""Keys are data: one row an action. Bindings, footer, help, palette and README are made from it."""

from collections.abc import Iterable, Mapping
from string import ascii_lowercase
from typing import Literal, NamedTuple, TypeAlias, get_args

from textual.binding import Binding, BindingType

from tui.app.keys.presets import LEADING, PRESETS
from tui.errors import ProjectError
from tui.model import LabelSet

Context: TypeAlias = Literal["reader", "list", "work", "ledger"]
Group: TypeAlias = Literal[
    "move", "select", "tag", "relation", "same", "shape", "correct", "measure", "ledger", "article", "app"
]
GROUPS: tuple[Group, ...] = get_args(Group)


class Key(NamedTuple):
    """An action and its keys.

    Attributes:
        id: names the row in `[keys]` of piyue.toml and in the catalogue (`key.<id>`).
        keys: Textual's names of keys, the one to be shown first.
        action: Textual's action string.
        context: where the keys work: in the text, in a list, in both, or in the ledger.
        footer: rank in the footer, 0: not there.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    context: Context
    group: Group
    footer: int = 0


def _row(id_: str, keys: str, action: str, group: Group, footer: int = 0, context: Context = "reader") -> Key:
    return Key(id_, tuple(keys.split()), action, context, group, footer)


KEYMAP: tuple[Key, ...] = (
    _row("word_left", "left b", "move('word_left')", "move"),
    _row("word_right", "right w", "move('word_right')", "move"),
    _row("char_left", "comma ctrl+left", "move('char_left')", "move"),
    _row("char_right", "full_stop ctrl+right", "move('char_right')", "move"),
    _row("row_up", "up k", "move_rows(-1)", "move"),
    _row("row_down", "down j", "move_rows(1)", "move"),
    _row("row_start", "home", "move('row_start')", "move"),
    _row("row_end", "end", "move('row_end')", "move"),
    _row("paragraph_up", "left_curly_bracket ctrl+up", "move('block_up')", "move"),
    _row("paragraph_down", "right_curly_bracket ctrl+down", "move('block_down')", "move"),
    _row("page_up", "pageup ctrl+b", "move_page(-1)", "move"),
    _row("page_down", "pagedown ctrl+f", "move_page(1)", "move"),
    _row("text_start", "g ctrl+home", "move('text_start')", "move"),
    _row("text_end", "G ctrl+end", "move('text_end')", "move"),
    _row("search", "slash", "search", "move", 0, "work"),
    _row("search_corpus", "ctrl+g", "search_corpus", "move", 0, "work"),
    _row("next_hit", "asterisk", "screen.step_hit(1)", "move"),
    _row("previous_hit", "at", "screen.step_hit(-1)", "move"),
    _row("grow_right", "space shift+right", "extend('word', 1)", "select", 3),
    _row("grow_left", "shift+left", "extend('word', -1)", "select"),
    _row("nudge_right", "greater_than_sign ctrl+shift+right", "extend('char', 1)", "select", 9),
    _row("nudge_left", "less_than_sign ctrl+shift+left", "extend('char', -1)", "select"),
    _row("grow_up", "shift+up", "extend_rows(-1)", "select"),
    _row("grow_down", "shift+down", "extend_rows(1)", "select"),
    _row("widen_left", "alt+h", "edge('start', -1)", "select"),
    _row("narrow_left", "alt+j", "edge('start', 1)", "select"),
    _row("narrow_right", "alt+k", "edge('end', -1)", "select"),
    _row("widen_right", "alt+l", "edge('end', 1)", "select"),
    _row("swap_end", "s", "swap", "select"),
    _row("clear", "escape", "clear", "select"),
    _row("sentence", "equals_sign", "stretch('sentence')", "select"),
    _row("paragraph", "P", "stretch('paragraph')", "select"),
    _row("pair", "quotation_mark", "stretch('pair')", "select", 10),
    _row("label_leader", "f4", "screen.label_leader", "tag"),
    _row("repeat_label", "y", "screen.repeat_label", "tag"),
    _row("pick_label", "semicolon", "screen.pick_label", "tag"),
    _row("relabel", "r", "screen.relabel", "tag", 5),
    _row("remove", "x delete backspace", "screen.remove", "tag", 4),
    _row("undo", "u ctrl+z", "undo", "tag", 6, "work"),
    _row("redo", "U ctrl+y", "redo", "tag", 0, "work"),
    _row("next_tag", "n", "screen.step_tag(1)", "tag", 8),
    _row("previous_tag", "N", "screen.step_tag(-1)", "tag"),
    _row("outer_tag", "K", "cycle_tags(1)", "tag"),
    _row("inner_tag", "J", "cycle_tags(-1)", "tag"),
    _row("edit", "enter", "screen.edit", "tag", 7),
    _row("toggle_unsure", "exclamation_mark", "screen.toggle_unsure", "tag"),
    _row("list_unsure", "Q", "list_unsure", "tag", 0, "work"),
    _row("link", "L", "screen.link", "relation"),
    _row("unlink", "M", "screen.unlink", "relation"),
    _row("show_links", "Z", "screen.show_links", "relation"),
    _row("spread", "A", "screen.spread", "same"),
    _row("remove_same", "X", "screen.remove_same", "same"),
    _row("relabel_same", "W", "screen.relabel_same", "same"),
    _row("resize", "R", "screen.resize", "shape"),
    _row("end_right", "right_parenthesis", "screen.move_end(1)", "shape"),
    _row("end_left", "left_parenthesis", "screen.move_end(-1)", "shape"),
    _row("start_right", "alt+right", "screen.move_start(1)", "shape"),
    _row("start_left", "alt+left", "screen.move_start(-1)", "shape"),
    _row("split_tag", "vertical_line", "screen.split_tag", "shape"),
    _row("merge_tags", "ampersand", "screen.merge_tags", "shape"),
    _row("add_part", "plus", "screen.add_part", "shape"),
    _row("take_part", "minus", "screen.take_part", "shape"),
    _row("copy_tags", "C", "screen.copy_tags", "shape"),
    _row("paste_tags", "V", "screen.paste_tags", "shape"),
    _row("one_word", "underscore", "screen.one_word", "correct"),
    _row("cut_word", "circumflex_accent", "screen.cut_word", "correct"),
    _row("always_word", "percent_sign", "screen.always_word", "correct"),
    _row("never_word", "tilde", "screen.never_word", "correct"),
    _row("split_paragraph", "O", "screen.split_paragraph", "correct"),
    _row("join_paragraph", "B", "screen.join_paragraph", "correct"),
    _row("correct_page", "D", "correct_page", "correct", 0, "work"),
    _row("suggest", "E", "screen.suggest", "measure", 8),
    _row("page_date", "H", "page_date", "measure", 0, "work"),
    _row("ledger", "dollar_sign", "ledger", "measure", 0, "work"),
    _row("next_article", "right_square_bracket", "step_article(1)", "article", 10, "work"),
    _row("previous_article", "left_square_bracket", "step_article(-1)", "article", 0, "work"),
    _row("next_open", "a", "next_open", "article", 11, "work"),
    _row("finish", "f", "finish", "article", 2, "work"),
    _row("cycle_state", "c", "cycle_state", "article", 0, "work"),
    _row("note_article", "number_sign", "note_article", "article", 0, "work"),
    _row("cycle_view", "z", "cycle_view", "app", 12, "work"),
    _row("next_pane", "tab", "step_pane(1)", "app", 13, "work"),
    _row("previous_pane", "shift+tab", "step_pane(-1)", "app", 0, "work"),
    _row("toggle_sidebar", "backslash", "toggle_pane('sidebar')", "app", 0, "work"),
    _row("toggle_panel", "v", "toggle_pane('panel')", "app", 14, "work"),
    _row("orphans", "f6", "app.orphans", "tag", 0, "work"),
    _row("save_elsewhere", "f7", "app.save_elsewhere", "app", 0, "work"),
    _row("stats", "S", "stats", "app", 15, "work"),
    _row("check", "F", "check", "app", 0, "work"),
    _row("guide", "I f2", "guide", "app", 0, "work"),
    _row("filter", "apostrophe ctrl+o", "filter", "article", 0, "work"),
    _row("sort", "Y", "sort", "article", 0, "work"),
    _row("stop_index", "ctrl+x", "app.stop_index", "app", 0, "work"),
    _row("theme", "T", "cycle_theme", "app", 0, "work"),
    _row("palette", "colon ctrl+p", "app.command_palette", "app", 16, "work"),
    _row("help", "question_mark f1", "help", "app", 1, "work"),
    _row("quit", "q ctrl+q", "app.quit", "app", 17, "work"),
    _row("list_up", "up k", "cursor(-1)", "move", 0, "list"),
    _row("list_down", "down j", "cursor(1)", "move", 0, "list"),
    _row("list_page_up", "pageup", "cursor(-10)", "move", 0, "list"),
    _row("list_page_down", "pagedown", "cursor(10)", "move", 0, "list"),
    _row("list_top", "home g", "cursor(-1000000)", "move", 0, "list"),
    _row("list_bottom", "end G", "cursor(1000000)", "move", 0, "list"),
    _row("list_choose", "enter space", "choose", "move", 1, "list"),
    _row("ledger_up", "up k", "cursor(-1)", "ledger", 0, "ledger"),
    _row("ledger_down", "down j", "cursor(1)", "ledger", 0, "ledger"),
    _row("ledger_page_up", "pageup", "cursor(-10)", "ledger", 0, "ledger"),
    _row("ledger_page_down", "pagedown", "cursor(10)", "ledger", 0, "ledger"),
    _row("ledger_top", "home", "cursor(-1000000)", "ledger", 0, "ledger"),
    _row("ledger_bottom", "end", "cursor(1000000)", "ledger", 0, "ledger"),
    _row("ledger_go", "enter", "screen.go", "ledger", 0, "ledger"),
    _row("ledger_filter", "slash", "screen.filter", "ledger", 0, "ledger"),
    _row("ledger_order", "o", "screen.turn('order')", "ledger", 0, "ledger"),
    _row("ledger_group", "g", "screen.turn('group')", "ledger", 0, "ledger"),
    _row("ledger_indicator", "i", "screen.alias('indicator')", "ledger", 0, "ledger"),
    _row("ledger_subject", "s", "screen.alias('subject')", "ledger", 0, "ledger"),
    _row("ledger_plot", "p", "screen.plot", "ledger", 0, "ledger"),
    _row("ledger_write", "w", "screen.write", "ledger", 0, "ledger"),
    _row("ledger_leave", "escape", "screen.leave", "ledger", 0, "ledger"),
    _row("ledger_close", "q", "screen.dismiss(None)", "ledger", 0, "ledger"),
)

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
    **{"dollar_sign": "$", "percent_sign": "%", "tilde": "~"},
}


def display(key: str) -> str:
    """Return how a key is written for people: `ctrl+shift+right` is `ctrl+shift+→`."""
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, DISPLAY.get(last, last)])


def overlap(one: Context, other: Context) -> bool:
    """Tell whether keys of two contexts can be pressed in the same place."""
    return one == other or ("work" in (one, other) and "ledger" not in (one, other))


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
    return Key(row.id, keys, row.action, row.context, row.group, row.footer)


def _yield_to_labels(row: Key, labels: LabelSet) -> Key:
    if row.context in ("list", "ledger"):
        return row
    keys = tuple(key for key in row.keys if key not in labels.first_letters)
    if row.keys and not keys:
        label = next(label for label in labels.labels if label.key[0] == row.keys[0])
        raise ProjectError("keys.label", label=label.id, key=label.key, id=row.id)
    return Key(row.id, keys, row.action, row.context, row.group, row.footer)


def _refuse_clashes(rows: Iterable[Key]) -> None:
    seen: dict[str, list[Key]] = {}
    for row in rows:
        for key in row.keys:
            for other in seen.setdefault(key, []):
                if overlap(row.context, other.context):
                    raise ProjectError("keys.clash", key=key, one=other.id, other=row.id)
            seen[key].append(row)


def bindings(context: Context) -> list[BindingType]:
    """Return Textual's bindings for a context; the user's changes come by `App.set_keymap`.

    They have priority: Textual then acts on a key before it looks at the next one, so that keys typed
    fast, or pasted, are done in order.
    """
    return [
        Binding(",".join(row.keys), row.action, row.id, show=False, priority=True, id=row.id)
        for row in KEYMAP
        if row.context == context
    ]


def label_bindings() -> list[BindingType]:
    """Return bindings for every letter of a label's key; which of them act is a matter of the project.

    They belong to the app: `App.set_keymap` takes a changed action's old keys from all else that its own
    widget does with them.
    """
    return [Binding(key, f"screen.label_key('{key}')", show=False, priority=True) for key in ascii_lowercase]


def digit_bindings() -> list[BindingType]:
    """Return bindings for the digits of how often a key is to be done."""
    return [Binding(str(digit), f"digit({digit})", show=False, priority=True) for digit in range(10)]
