"""Dialog for picking one of many choices by typing a part of its name."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.model import LabelSet
from tui.text.pinyin import pinyin_of
from tui.texts import Language


class Choice(NamedTuple):
    """Something to choose: what is returned, what is shown, and what it can be found by (lower case)."""

    id: str
    shown: str
    names: tuple[str, ...]


def label_options(labels: LabelSet, language: Language) -> list[Choice]:
    """Return the labels, each found by its id, its names, and the pinyin of its Chinese one."""
    return [
        Choice(
            label.id,
            f"{label.key:<4}{'  ' * _depth(labels, label.id)}{label.id}  "
            f"{label.zh if language == 'zh' else label.en}",
            (label.id.lower(), label.en.lower(), label.zh.lower(), *pinyin_of(label.zh)),
        )
        for label in labels.labels
    ]


def _depth(labels: LabelSet, label: str) -> int:
    parent = labels.by_id[label].parent
    return 0 if parent is None else 1 + _depth(labels, parent)


def found(choices: list[Choice], typed: str) -> list[Choice]:
    """Return what has a name with `typed` in it, those whose name begins with it first."""
    wanted = typed.strip().lower()
    named = [choice for choice in choices if any(wanted in name for name in choice.names)]
    return sorted(named, key=lambda choice: not any(name.startswith(wanted) for name in choice.names))


class PickScreen(Dialog[str | None]):
    """Asks for one of `choices`; None: none of them."""

    BINDINGS = [*bindings("input"), *bindings("pick")]

    def __init__(self, title: str, choices: list[Choice]) -> None:
        super().__init__()
        self._title, self._choices = title, choices
        self._found = choices

    def compose(self) -> ComposeResult:
        """Lay out what is typed and what it finds."""
        with Vertical(id="dialog"):
            yield Label(Content(visible(self._title)), id="title")
            yield Input(compact=True)
            yield OptionList(compact=True)

    def on_mount(self) -> None:
        """Show all there is."""
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found by what is typed."""
        self._found = found(self._choices, event.value)
        self._show()

    def on_input_submitted(self) -> None:
        """Take the one that is marked."""
        self.action_accept()

    def action_accept(self) -> None:
        """Take the one that is marked."""
        at = self.query_one(OptionList).highlighted
        self.dismiss(None if at is None else self._found[at].id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked."""
        self.dismiss(self._found[event.option_index].id)

    def action_step(self, step: int) -> None:
        """Mark the next one, or the one before."""
        options = self.query_one(OptionList)
        if self._found:
            options.highlighted = ((options.highlighted or 0) + step) % len(self._found)

    def _show(self) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Content(visible(choice.shown))) for choice in self._found)
        options.highlighted = 0 if self._found else None
