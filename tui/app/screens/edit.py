"""The fields of one tag: a metric's quantity, and the note."""

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Select

from tui import quantities
from tui.app.reader.glyphs import visible
from tui.app.status import Say
from tui.errors import PiyueError
from tui.model import Attribute, Span
from tui.model.labels import METRIC
from tui.texts import Language

NOTE = "note"


class Edited(NamedTuple):
    """What the user kept."""

    attributes: dict[str, Attribute]
    note: str


class EditScreen(ModalScreen[Edited | None]):
    """Asks for the fields of `span`; None: leave it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave"), ("ctrl+s", "keep")]

    def __init__(self, span: Span, say: Say, language: Language) -> None:
        super().__init__()
        self.span, self.say, self.language = span, say, language

    def compose(self) -> ComposeResult:
        """Lay the fields out: the quantity's where the tag is a metric, and the note."""
        with Vertical(id="dialog"):
            title = self.say("edit.title", label=self.span.label, text=visible(self.span.text))
            yield Label(Content(title), id="title")
            if self.span.label == METRIC:
                yield from self._quantity()
            yield from self._field(NOTE, Input(self.span.note, id=NOTE, compact=True))
            yield Label("", id="problem")
            yield Label(Content(self.say("edit.keys")), id="keys")

    def _quantity(self) -> ComposeResult:
        for name, choices in quantities.FIELDS.items():
            value = str(self.span.attributes.get(name) or "")
            if choices:
                options = [(choice, choice) for choice in choices]
                chosen = value if value in choices else choices[0]
                yield from self._field(
                    name, Select(options, value=chosen, allow_blank=False, id=name, compact=True)
                )
            else:
                yield from self._field(name, Input(value, id=name, compact=True))

    def _field(self, name: str, widget: Input | Select[str]) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Label(Content(self.say(f"edit.{name}")), classes="name")
            yield widget

    def on_mount(self) -> None:
        """Begin at the first field; say where the machine could not read the quantity."""
        if self.span.label == METRIC and not self.span.attributes.get("value"):
            self._complain(self.say("edit.unparsed"))

    def on_input_submitted(self) -> None:
        """Keep what is written."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the fields, if they are those of a quantity."""
        try:
            attributes = self._attributes()
        except PiyueError as error:
            self._complain(error.render(self.language))
            return
        self.dismiss(Edited(attributes, self.query_one(f"#{NOTE}", Input).value))

    def action_leave(self) -> None:
        """Leave the tag as it was."""
        self.dismiss(None)

    def _attributes(self) -> dict[str, Attribute]:
        if self.span.label != METRIC:
            return self.span.attributes
        fields = {name: self._value(name) for name in quantities.FIELDS}
        return {**self.span.attributes, **quantities.normalise(fields)}

    def _value(self, name: str) -> str:
        widget = self.query_one(f"#{name}")
        assert isinstance(widget, Input | Select)
        return str(widget.value)

    def _complain(self, problem: str) -> None:
        self.query_one("#problem", Label).update(Content(problem))
