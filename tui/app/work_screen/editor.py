"""What the screen shows of the work in hand: articles, text, tags, status and keys."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tui.app.keys.key_map import Context, Key
from tui.app.text_view.geometry.caret import Caret
from tui.app.text_view.geometry.scene import notice
from tui.app.text_view.reader import Reader
from tui.app.work_screen import bar_pieces as status
from tui.app.work_screen import messages
from tui.app.work_screen.panes.bars import Bars
from tui.app.work_screen.panes.panel import Panel
from tui.app.work_screen.panes.sidebar import Sidebar
from tui.app.workspace.editing import Work
from tui.errors import printable
from tui.model import LabelSet, Segment, Span

WIDE = 110
"""Cells from which articles, text and tags stand side by side."""


class Board(Screen[None]):
    """Shows the work in hand; its subclasses change it."""

    AUTO_FOCUS = "#reader"

    def __init__(self, work: Work, labels: LabelSet, keys: tuple[Key, ...], offset: int = 0) -> None:
        super().__init__()
        self.work, self.labels, self.keys = work, labels, keys
        self.relabelling: Span | None = None
        self.relations = work.desk.project.settings.relations
        self.typed = ""
        self.wanted: dict[str, bool] = {}
        self._offset = offset
        self._bars_due = False

    def compose(self) -> ComposeResult:
        """Lay the widgets out."""
        yield Sidebar(id="sidebar")
        yield Reader(self.labels, self.work.language, id="reader")
        yield Panel(id="panel")
        yield Bars(id="bars")

    def on_mount(self) -> None:
        """Show the article that was opened, the cursor where it was left."""
        if self.work.shown is None:
            folder = printable(str(self.work.desk.project.root / "seeds"))
            self.reader.show(notice(self.work.say("empty", folder=folder)), Caret())
        self.show_article(self._offset)

    @property
    def reader(self) -> Reader:
        """The text."""
        return self.query_one(Reader)

    # What is shown

    def show_article(self, at: int = 0) -> None:
        """Show the open article in its view."""
        if self.work.shown is not None:
            self.reader.show(self.work.contents(), Caret(at))
            self.post_message(messages.WantWords(self.work.shown.view.reading.text))
        self.show_bars()
        self.call_after_refresh(self.show_lists)

    def show_changes(self, span: str | None = None) -> None:
        """Show what a step changed, the cursor where it is: the text first, then the lists."""
        self.reader.count = 0
        shown = self.work.shown
        if shown is not None and shown.view is not self.reader.scene.contents.view:
            self.show_article(min(self.reader.caret.at, max(0, len(shown.view.reading.text) - 1)))
            return
        if shown is not None:
            self.reader.update_contents(self.work.contents(), span)
        self.show_bars()
        self.call_after_refresh(self.show_lists)

    def show_words(self, text: str, words: Sequence[Segment]) -> bool:
        """Show the words of a text; tell whether it is the one on the screen."""
        if is_shown := self.work.learn_words(text, words):
            self.reader.update_contents(self.work.contents(), self.reader.span)
        return is_shown

    def show_panes(self, focused: Widget | None) -> None:
        """Show the panes that are wanted; without a wish, on a narrow screen, only one beside the text."""
        narrow, sidebar, panel = self.size.width < WIDE, self.query_one(Sidebar), self.query_one(Panel)
        guided = bool(self.query("#guide"))  # which takes the panel's place
        panel.display = self.wanted.get("panel", focused is panel or not (narrow or guided))
        crowded = narrow and (panel.display or guided) and focused is not sidebar
        sidebar.display = self.wanted.get("sidebar", not crowded)

    def measure_anew(self) -> None:
        """Lay everything out again: characters have other widths than before."""
        self.reader.measure_anew()
        self.show_lists()
        self.refresh(layout=True)

    def tell(self, key: str) -> None:
        """Say a row of the catalogue in the status line."""
        self.work.tell(self.work.say(key))
        self.show_bars()

    def show_lists(self) -> None:
        """Show articles and tags as they are now."""
        self.add_class("-listed")
        here = self.work.shown.opened.article.id if self.work.shown else ""
        rows = self.work.articles()
        self.query_one(Sidebar).set_rows(rows, self.work.desk.listing, here, self.work.foot(rows))
        panel = self.query_one(Panel)
        panel.palette, panel.value_of = self.reader.palette(), self.work.value_of
        panel.set_entries(self.work.panel_rows(), self.reader.span)

    def _about(self, span: Span) -> str:
        """Say what tag the cursor is on, and what it is read as."""
        name, value = self.reader.palette().name(span.label), self.work.value_of(span)
        said = self.work.say("status.tag", label=name, text=span.text)
        return f"{said} = {value}" if value.strip("?") else f"{said} {value}".rstrip()

    def lead(self) -> str:
        """Return what stands before the labels: what was typed so far, and what a label would be for."""
        count = str(self.reader.count or "")
        asked = self.work.say("status.relabel") if self.relabelling else ""
        return " ".join(filter(None, (asked, count, self.typed)))

    def show_bars(self) -> None:
        """Show status, labels and keys, once for all that a key does; where the text has scrolled, after it.

        Textual renders all that lies between two places that have changed: together, most of the screen.
        """
        if not self._bars_due:
            self._bars_due = True
            self.call_after_refresh(self.fill_bars)

    def fill_bars(self) -> None:
        """Show status, labels and keys as they are now."""
        self._bars_due = False
        say, shown = self.work.say, self.work.shown
        span = self.work.span(self.reader.span)
        tag = self._about(span) if span else ""
        right = (
            []
            if shown is None
            else status.status_right(say, shown.opened, self.reader.percent, self.work.stage())
        )
        bars = self.query_one(Bars)
        bars.say("status", status.status_left(say, self.work.status, tag), right)
        pieces = status.label_pieces(self.labels, self.reader.palette(), self.work.language, self.lead())
        bars.say("labels", pieces)
        contexts: tuple[Context, ...] = ("reader" if self.reader.has_focus else "list", "work")
        bars.say("keys", status.key_pieces(self.keys, contexts, say))
