"""Dialog of the agreement between annotators; each figure leads to its places."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError
from tui.measure.adjudication.differences import Difference
from tui.measure.agreement.corpus import Corpus
from tui.measure.agreement.rows import PLACES, figure_rows
from tui.measure.tables import table
from tui.operations.agree import AgreeOptions, agree

WIDTH = 76
"""Cells of the widest line."""


class AgreementScreen(Dialog[tuple[Difference, ...] | None]):
    """Shows the agreement of all annotators; a figure that is chosen gives the places that lower it."""

    BINDINGS = bindings("agreement")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._corpus: Corpus | None = None

    def compose(self) -> ComposeResult:
        """Lay the figures out between whom they are of and what the keys do."""
        with Vertical(id="dialog"):
            yield Label(Content(self._workspace.say("agree.measuring")), id="title")
            yield OptionList()
            yield Label(Content(self._workspace.say("agree.keys")), id="keys")

    def on_mount(self) -> None:
        """Begin to measure."""
        self.query_one(OptionList).focus()
        self._measure()

    @work(thread=True, group="agreement")
    def _measure(self) -> None:
        """Measure off the screen's thread: all pages of all annotators are read."""
        project, say = self._workspace.documents.project, self._workspace.say
        try:
            events = agree(project, AgreeOptions())
            corpus = next(event for event in events if isinstance(event, Corpus))
        except PiyueError as error:
            self.app.call_from_thread(self._show, error.render(self._workspace.language), ())
            return
        self._corpus = corpus
        title = say("agree.head", names=", ".join(corpus.annotators), articles=corpus.together.articles)
        head = [say(f"cli.column.{name}") for name in ("figure", "value", "interval95")]
        lines = table(figure_rows(corpus, say, self._workspace.names), head, WIDTH)
        self.app.call_from_thread(self._show, f"{title}\n{lines[0]}", tuple(lines[1:]))

    def _show(self, title: str, lines: tuple[str, ...]) -> None:
        self.query_one("#title", Label).update(Content(title))
        self.query_one(OptionList).add_options(Option(Content(visible(line))) for line in lines)
        if lines:
            self.query_one(OptionList).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the places of the figure that was chosen."""
        names = tuple(PLACES)
        if self._corpus is None or event.option_index >= len(names):
            self.app.bell()
            return
        kinds = PLACES[names[event.option_index]]
        found = self._corpus.together.differences
        self.dismiss(tuple(each for each in found if not {*kinds}.isdisjoint(each.kinds)))

    def action_choose(self) -> None:
        """Choose the figure under the cursor."""
        self.query_one(OptionList).action_select()
