"""List of all keys, by group."""

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.keys.display import display
from tui.app.keys.key_map import GROUPS, Key
from tui.app.widgets.glyphs import width
from tui.app.workspace.status import Say
from tui.model import LabelSet
from tui.texts import Language

COLUMN = 26
"""Cells for the keys of a row."""


class HelpScreen(Dialog[None]):
    """Shows the key map as it is now, the user's changes and the project's labels in it."""

    BINDINGS = bindings("help")

    def __init__(self, keys: tuple[Key, ...], labels: LabelSet, say: Say, language: Language) -> None:
        super().__init__()
        self.keys, self.labels, self.say, self.language = keys, labels, say, language

    def compose(self) -> ComposeResult:
        """Lay the sheet out."""
        with VerticalScroll(id="dialog", can_focus=True):
            yield Static(self._sheet())

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#dialog").focus()

    def _sheet(self) -> Text:
        say, strong = self.say, Style(bold=True)
        sheet = Text()
        sheet.append(f"{say('help.title')}   ", strong)
        sheet.append(f"{say('help.close')}\n\n", Style(dim=True))
        sheet.append(f"{say('help.labels')}\n", strong)
        for label in self.labels.labels:
            name = label.zh if self.language == "zh" else label.en
            self._line(sheet, label.key, f"{label.id}  {name}  {label.description}".rstrip())
        for group in GROUPS:
            sheet.append(f"\n{say('group.' + group)}\n", strong)
            for row in self.keys:
                if row.group == group:
                    where = f"  ({say('help.list')})" if row.context == "list" else ""
                    what = say(f"key.{row.id}") + where
                    self._line(sheet, "  ".join(map(display, row.keys)), what, row.id)
        sheet.append(f"\n{say('help.mouse')}\n")
        return sheet

    def _line(self, sheet: Text, keys: str, what: str, id_: str = "") -> None:
        sheet.append("  " + keys + " " * max(1, COLUMN - width(keys)), Style(bold=True))
        sheet.append(f"{what}  ")
        sheet.append(f"{id_}\n", Style(dim=True))
