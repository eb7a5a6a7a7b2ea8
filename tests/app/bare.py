"""The work screen's controller, its modes and actions without a terminal: keys by their ids."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from rich.style import Style
from textual.color import Color
from textual.geometry import Offset, Region, Size
from textual.message import Message

from tests.app.conftest import workspace_on
from tui.app.keys.key_map import KEYMAP
from tui.app.text_view.geometry.caret import Caret
from tui.app.text_view.reader import Reader
from tui.app.widgets.styles import PartName
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.reading import Reading
from tui.model.labels import DEFAULT_LABELS
from tui.text.segment import fallback_words


class BareReader(Reader):
    """The text, 60 cells wide and 20 lines high.

    Attributes:
        posted: what it told the screen.
    """

    def __init__(self) -> None:
        super().__init__(DEFAULT_LABELS, "en")
        self._parts = {}
        self.top = 0
        self.posted: list[Message] = []

    @property
    def size(self) -> Size:
        return Size(60, 20)

    @property
    def scroll_offset(self) -> Offset:
        return Offset(0, self.top)

    @property
    def scrollable_content_region(self) -> Region:
        return Region(0, 0, 60, 20)

    @property
    def background_colors(self) -> tuple[Color, Color]:
        return Color.parse("#101010"), Color.parse("#101010")

    def part(self, name: PartName) -> Style:
        return Style.from_meta({name: True})

    def focus(self, scroll_visible: bool = True) -> "BareReader":
        del scroll_visible
        return self

    def capture_mouse(self, capture: bool = True) -> None:
        del capture

    def release_mouse(self) -> None:
        """There is none."""

    def post_message(self, message: Message) -> bool:
        self.posted.append(message)
        return True

    def set_height(self, lines: int) -> None:
        del lines

    def scroll_to_line(self, line: int) -> None:
        self.top = line

    def refresh(self, *regions: Region, **how: Any) -> "BareReader":
        del how, regions
        return self

    def refresh_lines_of(self, first: int, count: int) -> None:
        del first, count


class Bare:
    """A controller on the page p of a project, each character a word.

    Attributes:
        asked: the dialogs that were opened, each with what takes its answer.
    """

    def __init__(self, folder: Path) -> None:
        self.workspace = workspace_on(folder)
        self.reader = BareReader()
        self.asked: list[tuple[Any, Callable[[Any], None]]] = []
        pane = SimpleNamespace(mark=lambda _: None)
        screen = SimpleNamespace(
            query_one=lambda kind: self.reader if kind is Reader else pane,
            call_after_refresh=lambda _: None,
            post_message=lambda _: None,
            app=SimpleNamespace(push_screen=lambda dialog, take: self.asked.append((dialog, take))),
        )
        self.controller = Controller(
            cast("Any", screen),
            self.workspace,
            self.workspace.documents.schema.labels,
            KEYMAP,
            reading=Reading(),
        )
        self.show()

    def show(self) -> None:
        """Show the open article with its words."""
        assert self.workspace.shown is not None
        text = self.workspace.shown.view.reading.text
        self.workspace.learn_words(text, fallback_words(text))
        self.controller.show_article()

    @property
    def text(self) -> str:
        return self.reader.scene.text

    def at(self, text: str, within: int = 0) -> None:
        """Put the cursor on a text."""
        self.reader.put(Caret(self.text.index(text) + within))
        self.controller.moved()

    def select(self, text: str) -> None:
        """Select a text."""
        start = self.text.index(text)
        self.reader.put(Caret(start + len(text) - 1, (start, start + len(text))))
        self.controller.moved()

    async def press(self, *ids: str) -> None:
        """Press keys by their ids; single letters are typed as letters, digits as digits."""
        for id_ in ids:
            if id_.isdigit():
                self.controller.digit(int(id_))
            elif len(id_) == 1:
                self.controller.letter(id_)
            else:
                await self.controller.press(id_)

    async def tag(self, text: str, letter: str) -> None:
        self.select(text)
        await self.press(letter)

    @property
    def tags(self) -> list[tuple[str, str]]:
        return [(span.label, span.text) for span in self.workspace.tags()]

    @property
    def said(self) -> str:
        return self.workspace.status.now.message

    @property
    def mode(self) -> str:
        return type(self.controller.mode).__name__

    @property
    def meant(self) -> str:
        """What the cursor is on or what is selected."""
        return self.text[slice(*self.reader.target)]

    @property
    def bar(self) -> str:
        """What the mode says."""
        return "".join(piece.text for piece in self.controller.mode.line(self.controller))
