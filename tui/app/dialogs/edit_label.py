"""Dialog for the fields of a label: id, key, names, colour, description."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from textual.app import ComposeResult
from textual.color import Color, ColorParseError
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.status import Texts
from tui.errors import PiyueError
from tui.model import Label as TagLabel
from tui.model import LabelSet
from tui.model.label_choices import free_letters

FIELDS = ("id", "key", "en", "zh", "color", "description")


class EditLabelScreen(Dialog[str | None]):
    """Asks for the fields of a label; returns its id when it is saved, None: nothing was changed.

    Args:
        label: as it is; None: a new one.
        save: saves the fields that differ from it; raises a PiyueError where they are refused.
    """

    BINDINGS = [*bindings("input"), *bindings("edit_tag")]

    def __init__(
        self,
        label: TagLabel | None,
        labels: LabelSet,
        say: Texts,
        save: Callable[[Mapping[str, str]], None],
    ) -> None:
        super().__init__()
        self._say, self._save = say, save
        self._before = {field: getattr(label, field) if label else "" for field in FIELDS}
        self._free = " ".join(free_letters(labels.by_key)) or "-"

    def compose(self) -> ComposeResult:
        """Lay the fields out."""
        with Vertical(id="dialog"):
            title = self._say("labels.form", id=self._before["id"]).strip()
            yield Label(Content(visible(title)), id="title")
            for field in FIELDS:
                with Horizontal(classes="field"):
                    yield Label(Content(self._say(f"labels.{field}")), classes="name")
                    yield Input(self._before[field], id=field, compact=True)
                    if field == "color":
                        yield Label("     ", id="swatch")
            yield Label("", id="problem")
            yield Label(Content(self._say("labels.keys", free=self._free)), id="keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the colour beside its field."""
        if event.input.id == "color":
            swatch = self.query_one("#swatch")
            swatch.styles.background = None
            with suppress(ColorParseError):
                swatch.styles.background = Color.parse(event.value)

    def on_input_submitted(self) -> None:
        """Save what is written."""
        self.action_accept()

    def action_accept(self) -> None:
        """Save the fields; where they are refused, say why and stay."""
        now = {field: self.query_one(f"#{field}", Input).value.strip() for field in FIELDS}
        if not now["id"]:
            self._complain(self._say("labels.id_empty"))
            return
        try:
            self._save({field: value for field, value in now.items() if value != self._before[field]})
        except PiyueError as error:
            self._complain(error.said(self._say.language))
        else:
            self.dismiss(now["id"])

    def _complain(self, problem: str) -> None:
        self.query_one("#problem", Label).update(Content(visible(problem)))
