"""Dialog for picking one of many choices by typing a part of its name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.matching import rank
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.model import LabelSet
from tui.texts import Language


class Choice(NamedTuple):
    """Something to choose.

    Attributes:
        id: what is returned.
        shown: what stands in the list.
        names: what it can be found by; Chinese ones by pinyin and initials too.
        group: the heading under which it stands while nothing is typed.
    """

    id: str
    shown: str
    names: tuple[str, ...]
    group: str = ""


def label_options(labels: LabelSet, language: Language) -> list[Choice]:
    """Return the labels, each found by its id and its names."""
    return [
        Choice(
            label.id,
            f"{label.key:<4}{'  ' * _depth(labels, label.id)}{label.id}  "
            f"{label.zh if language == 'zh' else label.en}",
            (label.id, label.en, label.zh),
        )
        for label in labels.labels
    ]


def _depth(labels: LabelSet, label: str) -> int:
    parent = labels.by_id[label].parent
    return 0 if parent is None else 1 + _depth(labels, parent)


def found(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Return what is meant by `typed`, the best first."""
    ranked = [(rank(typed, choice.names), choice) for choice in choices]
    meant = [(best, choice) for best, choice in ranked if best is not None]
    return [choice for _, choice in sorted(meant, key=lambda pair: pair[0])]


class PickScreen(Dialog[str | None]):
    """Asks for one of `choices`; None: none of them.

    Args:
        marked: the id of the choice that is marked first; empty: the first one.
        further: returns choices that are found only by what is typed.
        preview: called with the id of the choice that is marked.
    """

    BINDINGS = [*bindings("input"), *bindings("pick")]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        marked: str = "",
        further: Callable[[str], Sequence[Choice]] = lambda _: (),
        preview: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._title, self._choices, self._marked = title, choices, marked
        self._further, self._preview = further, preview

    def compose(self) -> ComposeResult:
        """Lay out what is typed and what it finds."""
        with Vertical(id="dialog"):
            yield Label(Content(visible(self._title)), id="title")
            yield Input(compact=True)
            yield OptionList(compact=True)

    def on_mount(self) -> None:
        """Show all there is."""
        self._show(self._choices, headed=True)
        options = self.query_one(OptionList)
        if self._marked in {choice.id for choice in self._choices}:
            options.highlighted = options.get_option_index(self._marked)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found by what is typed."""
        typed = event.value.strip()
        if typed:
            self._show([*found(self._choices, typed), *self._further(typed)], headed=False)
        else:
            self._show(self._choices, headed=True)

    def on_input_submitted(self) -> None:
        """Take the one that is marked."""
        self.action_accept()

    def action_accept(self) -> None:
        """Take the one that is marked."""
        option = self.query_one(OptionList).highlighted_option
        self.dismiss(None if option is None else option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked."""
        self.dismiss(event.option_id)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the marked one would do."""
        if event.option_id is not None:
            self._preview(event.option_id)

    def action_step(self, step: int) -> None:
        """Mark the next one, or the one before."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if step > 0 else options.action_cursor_up()

    def _show(self, choices: Sequence[Choice], *, headed: bool) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(options_of(choices, headed=headed))
        options.action_first() if choices else None


def options_of(choices: Iterable[Choice], *, headed: bool) -> Iterator[Option]:
    """Yield the rows of choices; with heads, each group below its own."""
    group = ""
    for choice in choices:
        if headed and choice.group != group:
            group = choice.group
            yield Option(Content.styled(visible(group), "bold"), disabled=True)
        yield Option(Content(visible(choice.shown)), choice.id)
