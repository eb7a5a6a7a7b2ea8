"""The work screen: its panes, and the way from a key to the mode."""

from textual.app import ComposeResult
from textual.events import Key as KeyPressed
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from tui.app.keys.bindings import bindings
from tui.app.keys.key_map import Key
from tui.app.text_view.messages import CaretMoved, PlaceClicked, TagClicked
from tui.app.text_view.reader import Reader
from tui.app.work_screen.actions import action_of
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.display import Display
from tui.app.work_screen.messages import BarClicked, GoToSpan, OpenArticle
from tui.app.work_screen.modes.labelling import choose
from tui.app.work_screen.modes.reading import Reading
from tui.app.work_screen.panes.bars import Bars
from tui.app.work_screen.panes.headings import Headings
from tui.app.work_screen.panes.panel import Panel
from tui.app.work_screen.panes.sidebar import Sidebar
from tui.app.workspace.workspace import Workspace
from tui.model import LabelSet


class WorkScreen(Screen[None]):
    """Shows the workspace; what keys do is the matter of the controller and its mode.

    Args:
        keys: the key map as it is in the project.
        offset: where in the open article the cursor begins.
    """

    AUTO_FOCUS = "#reader"
    BINDINGS = bindings("work")

    def __init__(
        self, workspace: Workspace, labels: LabelSet, keys: tuple[Key, ...], offset: int = 0
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.controller = Controller(self, workspace, labels, keys, Reading())
        self._offset = offset
        self._laid_out: Size | None = None

    def compose(self) -> ComposeResult:
        """Lay the widgets out."""
        yield Headings(id="headings")
        yield Sidebar(id="sidebar")
        yield Reader(self.controller.labels, self.workspace.language, id="reader")
        yield Panel(id="panel")
        yield Bars(id="bars")
        for aid in self.display_.aids:
            yield aid.pane

    def on_mount(self) -> None:
        """Show the article that was opened, the cursor where it was left; titles follow each layout."""
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self.display_.show_headings())
        self.controller.show_article(self._offset)

    @property
    def display_(self) -> Display:
        """What is drawn."""
        return self.controller.display

    # Keys

    async def action_press(self, id_: str) -> None:
        """Give a key, by its id in the key map, to the mode."""
        await self.controller.press(id_)

    def action_letter(self, letter: str) -> None:
        """Give a letter to the mode."""
        self.controller.letter(letter)

    def action_label(self, label: str) -> None:
        """Give a label that was clicked to the mode."""
        choose(self.controller, label)
        self.controller.show_bars()

    def action_digit(self, digit: int) -> None:
        """Give a digit to the mode, else type how often the next key is to be done."""
        self.controller.digit(digit)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a letter that the mode does not take to whatever else it does."""
        if action == "letter":
            controller = self.controller
            return controller.reader.has_focus and controller.mode.takes(controller, str(parameters[0]))
        return super().check_action(action, parameters)

    def on_key(self, event: KeyPressed) -> None:
        """Say why nothing happens: what an input method wrote is no key."""
        if event.character is not None and not event.character.isascii():
            self.controller.tell("status.pasted")

    def on_paste(self) -> None:
        """Say why nothing happens: a text is no row of keys."""
        self.controller.tell("status.pasted")

    # What the panes tell

    def on_caret_moved(self, event: CaretMoved) -> None:
        """Follow the mouse."""
        if event.caret is self.controller.reader.caret:
            self.controller.moved()

    async def on_tag_clicked(self, event: TagClicked) -> None:
        """Open the fields of the tag that was clicked."""
        self.controller.leave()
        self.controller.go_to_span(event.span)
        await self.controller.press("edit")

    async def on_bar_clicked(self, event: BarClicked) -> None:
        """Do what the key or label stands for that was clicked."""
        await self.run_action(event.action)

    def on_place_clicked(self, event: PlaceClicked) -> None:
        """Show what can be done at the place that was clicked with the right button."""
        self.controller.moved()
        action_of(f"menu.show({event.kind!r})")(self.controller)

    def on_go_to_span(self, event: GoToSpan) -> None:
        """Put the cursor on the tag chosen in the panel."""
        self.controller.go_to_span(event.span)
        self.controller.moved()
        self.controller.reader.focus()

    def on_open_article(self, event: OpenArticle) -> None:
        """Open the article chosen in the sidebar."""
        self.controller.open_article(event.article)
        self.controller.reader.focus()

    def on_descendant_focus(self) -> None:
        """Show the pane that has the focus and its keys."""
        self.controller.display.show_panes(self.focused)
        self.controller.display.show_bars()

    def on_resize(self, event: Resize) -> None:
        """Show as many panes as there is room for; what was begun for another look of the page is left.

        The first size is none: what a start begins, such as adjudication, may come before it.
        """
        if self._laid_out not in (None, event.size):
            self.controller.leave()
        self._laid_out = event.size
        self.controller.display.show_panes(self.focused)
        self.controller.display.show_bars()
