"""List of all keys by task, searched by what is typed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static

from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.matching import group_names, rank
from tui.app.keys.bindings import bindings
from tui.app.keys.display import display
from tui.app.keys.key_map import GROUPS, Key
from tui.app.widgets.glyphs import visible
from tui.app.workspace.status import Texts
from tui.model import LabelSet
from tui.texts import CATALOGUE

TWO_COLUMNS = 110
"""Cells of the screen from which on the list has two columns."""
NARROW = 60
"""Cells of the screen below which only the list is shown, with little room for keys."""
KEY_CELLS, FEW_KEY_CELLS = 18, 9


class HelpRow(NamedTuple):
    """A key, what it does, and the id of its action; `names` is what it is found by."""

    keys: str
    text: str
    names: tuple[str, ...]
    id: str = ""


Sections = Mapping[str, Sequence[HelpRow]]
"""The rows below each heading."""


class SearchField(Input):
    """A field in which a question mark is the key that closes the list."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave question marks to the key map."""
        return character not in ("?", "？") and super().check_consume_key(key, character)


class HelpScreen(Dialog[None]):
    """Shows the key map as it is now, the user's changes and the project's labels in it.

    Args:
        recent: ids of the actions used last; they come first.
    """

    BINDINGS = bindings("help")

    def __init__(self, keys: tuple[Key, ...], labels: LabelSet, recent: Sequence[str], say: Texts) -> None:
        super().__init__()
        self._say = say
        self._sections = _sections(keys, labels, recent, say)

    def compose(self) -> ComposeResult:
        """Lay out the field, and the list in one column or two."""
        with Vertical(id="dialog"):
            yield Label(Content(self._say("help.title")), id="title")
            yield SearchField(placeholder=self._say("help.search"), compact=True)
            with VerticalScroll(id="sheet", can_focus=False), Horizontal():
                yield Static(id="left")
                yield Static(id="right")
            yield Label(Content(self._say("help.mouse")), id="keys")

    def on_mount(self) -> None:
        """Show all keys."""
        self._show("")

    def on_resize(self) -> None:
        """Show as many columns as there is room for."""
        self._show(self.query_one(Input).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the keys that are meant."""
        self._show(event.value)
        self.query_one("#sheet").scroll_home(animate=False)

    def action_scroll(self, pages: float) -> None:
        """Scroll by screens, or by rows (a part of 1)."""
        sheet = self.query_one("#sheet")
        rows = 1 if abs(pages) < 1 else sheet.size.height - 1
        sheet.scroll_relative(y=rows if pages > 0 else -rows, animate=False)

    def _show(self, typed: str) -> None:
        found = _found(self._sections, typed)
        is_wide, is_narrow = self.app.size.width >= TWO_COLUMNS, self.app.size.width < NARROW
        cells = FEW_KEY_CELLS if is_narrow else KEY_CELLS
        left, right = _halves(found) if is_wide else (found, {})
        ids = bool(typed.strip())
        self.query_one("#left", Static).update(
            _table(left, cells, ids=ids) if found else self._say("help.none")
        )
        self.query_one("#right", Static).update(_table(right, cells, ids=ids))
        self.query_one("#right").display = bool(right)
        self.query_one("#keys").display = not is_narrow


def _sections(keys: tuple[Key, ...], labels: LabelSet, recent: Sequence[str], say: Texts) -> Sections:
    rows = {row.id: _row(row, say) for row in keys}
    used = [rows[id_] for id_ in recent if id_ in rows]
    named = [
        HelpRow(
            label.key,
            f"{label.id}  {label.zh if say.language == 'zh' else label.en}  {label.description}".rstrip(),
            (label.id, label.en, label.zh),
        )
        for label in labels.labels
    ]
    groups = {say(f"group.{name}"): [rows[key.id] for key in keys if key.group == name] for name in GROUPS}
    return {say("group.recent"): used, say("help.labels"): named, **groups}


def _row(row: Key, say: Texts) -> HelpRow:
    where = f" ({say('help.list')})" if row.context == "list" else ""
    keys = " ".join(map(display, row.keys))
    names = (*CATALOGUE[f"key.{row.id}"], row.id, keys, *group_names(row.group))
    return HelpRow(keys, say(f"key.{row.id}") + where, names, row.id)


def _found(sections: Sections, typed: str) -> Sections:
    found = {
        heading: [row for row in rows if rank(typed, row.names) is not None]
        for heading, rows in sections.items()
    }
    return {heading: rows for heading, rows in found.items() if rows}


def _halves(sections: Sections) -> tuple[Sections, Sections]:
    """Return the sections in two columns of about the same height."""
    heights = [len(rows) + 2 for rows in sections.values()]
    splits = range(1, len(heights) + 1)
    at = min(splits, key=lambda n: max(sum(heights[:n]), sum(heights[n:])), default=0)
    items = list(sections.items())
    return dict(items[:at]), dict(items[at:])


def _table(sections: Sections, key_cells: int, *, ids: bool) -> Table:
    """Return the rows below their headings.

    Args:
        key_cells: the room for keys.
        ids: whether the ids of the actions are shown, by which their keys can be changed.
    """
    table = Table.grid(padding=(0, 1))
    table.add_column(width=key_cells, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.expand = True
    for cells in _cells(sections, ids=ids):
        table.add_row(*cells)
    return table


def _cells(sections: Sections, *, ids: bool) -> Iterator[tuple[Text, Text]]:
    for number, (heading, rows) in enumerate(sections.items()):
        if number:
            yield Text(), Text()
        yield Text(), Text(heading, "bold")
        for row in rows:
            what = Text(visible(row.text))
            yield Text(row.keys, "bold", justify="right"), what.append(f"  {row.id}", "dim") if ids else what
