"""Dialog for the fields of a tag: the quantity of a metric, and the note."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label, Select

from tui import quantities
from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.status import Say
from tui.errors import ChangeError, PiyueError
from tui.measure.ledger import interval_of
from tui.model import Attribute, AttributeType, Span
from tui.model.labels import INTERVAL
from tui.texts import Language

NOTE = "note"
FIELD = "attribute-"


class Edited(NamedTuple):
    """What the user kept."""

    attributes: dict[str, Attribute]
    note: str


class EditScreen(Dialog[Edited | None]):
    """Asks for the fields of `span`; None: leave it as it was.

    Args:
        title: its label and text, as they are shown.
        types: what its label says of it beside a quantity.
        measured: whether it is a quantity.
        period: of a time, what it is read as; None: it is no time.
    """

    BINDINGS = [*bindings("input"), *bindings("edit_tag")]

    def __init__(
        self,
        span: Span,
        title: str,
        types: tuple[AttributeType, ...],
        say: Say,
        language: Language,
        period: str | None = None,
        *,
        measured: bool = False,
    ) -> None:
        super().__init__()
        self.span, self._title, self.types, self.say, self.language = span, title, types, say, language
        self.measured = measured
        self.period = None if any(type_.id == INTERVAL for type_ in types) else period

    def compose(self) -> ComposeResult:
        """Lay the fields out: the quantity's where the tag is a metric, and the note."""
        with Vertical(id="dialog"):
            yield Label(Content(self._title), id="title")
            if self.measured:
                yield from self._quantity()
            if self.period is not None:
                value = str(self.span.attributes.get(INTERVAL) or "")
                widget = Input(value, placeholder=self.period, id=INTERVAL, compact=True)
                yield from self._field(self.say("edit.interval"), widget)
            for type_ in self.types:
                yield from self._field(type_.name(self.language), self._widget(type_))
            yield from self._field(self.say("edit.note"), Input(self.span.note, id=NOTE, compact=True))
            yield Label("", id="problem")
            yield Label(Content(self.say("edit.keys")), id="keys")

    def _quantity(self) -> ComposeResult:
        for name, choices in quantities.FIELDS.items():
            value = str(self.span.attributes.get(name) or "")
            if choices:
                options = [(self._named(choice), choice) for choice in choices]
                chosen = value if value in choices else choices[0]
                widget = Select(options, value=chosen, allow_blank=False, id=name, compact=True)
                yield from self._field(self.say(f"edit.{name}"), widget)
            else:
                yield from self._field(self.say(f"edit.{name}"), Input(value, id=name, compact=True))

    def _named(self, choice: str) -> str:
        return f"{choice}  {self.say(f'edit.choice.{choice}')}"

    def _widget(self, type_: AttributeType) -> Input | Select[str]:
        value = self.span.attributes.get(type_.id)
        said = str(value).lower() if isinstance(value, bool) else str(value or "")
        choices = {"enum": type_.choices, "boolean": ("true", "false")}.get(type_.kind)
        id_ = f"{FIELD}{self.types.index(type_)}"
        if choices is None:
            return Input(said, placeholder=self.say(f"edit.kind.{type_.kind}"), id=id_, compact=True)
        named = self._named if type_.kind == "boolean" else str
        options = [("", ""), *((named(choice), choice) for choice in choices)]
        return Select(options, value=said if said in choices else "", allow_blank=False, id=id_, compact=True)

    def _field(self, name: str, widget: Input | Select[str]) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Label(Content(visible(name)), classes="name")
            yield widget

    def on_mount(self) -> None:
        """Begin at the first field; say where the machine could not read the quantity."""
        if self.measured and not self.span.attributes.get("value"):
            self._complain(self.say("edit.unparsed"))

    def on_input_submitted(self) -> None:
        """Keep what is written."""
        self.action_accept()

    def action_accept(self) -> None:
        """Keep the fields, if they are those of a quantity."""
        try:
            attributes = self._attributes()
        except PiyueError as error:
            self._complain(error.render(self.language))
            return
        self.dismiss(Edited(attributes, self.query_one(f"#{NOTE}", Input).value))

    def _attributes(self) -> dict[str, Attribute]:
        said = dict(self.span.attributes)
        if self.measured:
            said |= quantities.normalise({name: self._value(name) for name in quantities.FIELDS})
        if self.period is not None:
            said.pop(INTERVAL, None)
            if typed := self._value(INTERVAL).strip():
                said[INTERVAL] = self._interval(typed)
        for number, type_ in enumerate(self.types):
            said.pop(type_.id, None)
            if typed := self._value(f"{FIELD}{number}"):
                said[type_.id] = self._read(type_, typed)
        return said

    def _interval(self, typed: str) -> str:
        if interval_of(typed) is None:
            name, kind = self.say("edit.interval"), self.say("edit.kind.interval")
            raise ChangeError("attribute.value", name=name, value=typed, kind=kind)
        return typed

    def _read(self, type_: AttributeType, typed: str) -> Attribute:
        value = type_.read(typed)
        if value is None:
            name, kind = type_.name(self.language), self.say(f"edit.kind.{type_.kind}")
            raise ChangeError("attribute.value", name=name, value=typed, kind=kind)
        return value

    def _value(self, name: str) -> str:
        widget = self.query_one(f"#{name}")
        assert isinstance(widget, Input | Select)
        return str(widget.value)

    def _complain(self, problem: str) -> None:
        self.query_one("#problem", Label).update(Content(problem))
