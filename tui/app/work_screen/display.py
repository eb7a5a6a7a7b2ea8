"""Shows the workspace in the panes of the work screen: articles, text, tags, status and keys."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widget import Widget

from tui.app.keys.key_map import Context, Key
from tui.app.text_view.geometry.caret import Caret
from tui.app.text_view.reader import Reader
from tui.app.work_screen import bar_pieces
from tui.app.work_screen.messages import WantWords
from tui.app.work_screen.panes.bars import Bars, Piece
from tui.app.work_screen.panes.headings import Heading, Headings
from tui.app.work_screen.panes.panel import Panel
from tui.app.work_screen.panes.sidebar import Sidebar
from tui.app.workspace.tag_rows import TagRows
from tui.app.workspace.tag_values import value_of
from tui.app.workspace.view import notice
from tui.app.workspace.workspace import Workspace
from tui.errors import printable
from tui.model import LabelSet, Segment, Span

if TYPE_CHECKING:
    from tui.app.work_screen.aids import Aid

WIDE = 110
"""Cells from which articles, text and tags stand side by side."""
NARROW = 64
"""Cells below which the text stands alone."""
TEXT_CELLS = 82
"""What the text takes with its margins and scrollbar, if there is room; what is left is for long titles."""
USUAL_TITLES, LONGEST_TITLES = 36, 60
"""Cells of the sidebar at most, beside the text at its full width and where more is left."""


class Display:
    """Draws what the workspace holds; each part only when it changed.

    Args:
        screen: holds the panes.
        keys: the key map as it is in the project.
        mode_line: returns the pieces of the line that the mode fills.
        reads: tells whether the mode is the one in which a long message may cover that line.
        is_taken: tells whether the mode has a use of its own for a key.

    Attributes:
        follow: shows the guidelines of the label under the cursor; None: they are not shown.
    """

    def __init__(
        self,
        screen: Screen[None],
        workspace: Workspace,
        keys: tuple[Key, ...],
        mode_line: Callable[[], Sequence[Piece]],
        reads: Callable[[], bool],
        is_taken: Callable[[Key], bool],
    ) -> None:
        self._screen, self._workspace, self.keys = screen, workspace, keys
        self._mode_line, self._reads, self._is_taken = mode_line, reads, is_taken
        self.wanted: dict[str, bool] = {}
        self._tag_rows = TagRows(workspace)
        self._bars_due = self._has_tags = False
        self.follow: Callable[[], None] | None = None

    @property
    def reader(self) -> Reader:
        """The text."""
        return self._screen.query_one(Reader)

    @cached_property
    def aids(self) -> "Sequence[Aid]":
        """What helps above the text; nothing, where nobody asked for it."""
        if self._workspace.tour is None and self._workspace.transcript is None:
            return ()
        from tui.app.work_screen.aids import aids_of

        return aids_of(self._workspace, lambda: self.reader)

    # The text

    @property
    def is_outdated(self) -> bool:
        """Whether another view is open than the one on the screen."""
        shown = self._workspace.shown
        return shown is not None and shown.view is not self.reader.scene.contents.view

    def show_article(self, at: int = 0) -> None:
        """Show the open article in its view, the cursor at a reading offset."""
        workspace = self._workspace
        if workspace.shown is None:
            folder = printable(str(workspace.documents.project.root / "seeds"))
            self.reader.show(notice(workspace.say("empty", folder=folder)), Caret())
        else:
            self.reader.show(workspace.contents(), Caret(at))
            self._screen.post_message(WantWords(workspace.shown.view.reading.text))
        self.show_bars()
        self._screen.call_after_refresh(self.show_lists)

    def show_changes(self, span: str | None = None) -> None:
        """Show what a step changed, the cursor where it is: the text first, then the lists."""
        self.reader.count = 0
        shown = self._workspace.shown
        if shown is not None and self.is_outdated:
            self.show_article(min(self.reader.caret.at, max(0, len(shown.view.reading.text) - 1)))
            return
        if shown is not None:
            self.reader.update_contents(self._workspace.contents(), span)
        self.show_bars()
        self._screen.call_after_refresh(self.show_lists)

    def show_words(self, text: str, words: Sequence[Segment]) -> bool:
        """Show the words of a text; tell whether it is the one on the screen."""
        if is_shown := self._workspace.learn_words(text, words):
            self.reader.update_contents(self._workspace.contents(), self.reader.span)
        return is_shown

    def show_schema(self, labels: LabelSet) -> None:
        """Show other labels, or names in another language, wherever they stand."""
        self.reader.name_labels(labels, self._workspace.language)
        self._tag_rows = TagRows(self._workspace)
        self.show_lists()
        self._screen.refresh()

    def measure_anew(self) -> None:
        """Lay everything out again: characters have other widths than before."""
        self.reader.measure_anew()
        self.show_lists()
        self._screen.refresh(layout=True)

    # The panes at the sides

    def show_panes(self, focused: Widget | None) -> None:
        """Show the panes that are wanted; without a wish, those that there is room for and something in.

        Once there are tags, the panel stays, so that the text is not broken anew in each article.
        """
        sidebar, panel = self._screen.query_one(Sidebar), self._screen.query_one(Panel)
        cells = self._screen.size.width
        narrow, guided = cells < WIDE, bool(self._screen.query("#guide"))  # which takes the panel's place
        panel.display = self.wanted.get(
            "panel", focused is panel or (self._has_tags and not (narrow or guided))
        )
        crowded = cells < NARROW or (narrow and (panel.display or guided)) or (panel.display and guided)
        sidebar.display = self.wanted.get("sidebar", focused is sidebar or not crowded)
        if self._workspace.transcript is not None:  # nothing beside the text, which would be read with it
            panel.display, sidebar.display = focused is panel, focused is sidebar
            self._screen.query_one(Headings).display = False
        spare = cells - TEXT_CELLS - min(cells * 26 // 100, 40)  # as if there were tags: nothing moves later
        if spare > USUAL_TITLES and not guided:
            sidebar.styles.width = sidebar.styles.max_width = min(spare, LONGEST_TITLES)
        else:
            sidebar.styles.width = sidebar.styles.max_width = None
        self.show_bars()  # and the titles above the panes

    def show_lists(self) -> None:
        """Show articles and tags as they are now."""
        workspace = self._workspace
        here = workspace.shown.opened.article.id if workspace.shown else ""
        rows = workspace.articles.rows()
        foot = workspace.articles.foot(rows)
        sidebar = self._screen.query_one(Sidebar)
        sidebar.said_of, sidebar.name_of = self._holding, workspace.documents.title_of
        sidebar.set_rows(rows, workspace.documents.listing, here, foot)
        panel = self._screen.query_one(Panel)
        panel.palette, panel.value_of = self.reader.palette(), partial(value_of, workspace)
        panel.set_rows(self._tag_rows.rows(), self.reader.span)
        for pane in (sidebar, panel, self.reader):  # a class would have the styles of all widgets looked up
            pane.styles.overflow_y = "scroll"
        if self._has_tags != (has_tags := workspace.has_tags):
            self._has_tags = has_tags
            self.show_panes(self._screen.focused)

    def show_holdings(self) -> None:
        """Show whose each page is, on heads that are painted already, too."""
        self.show_lists()
        self._screen.query_one(Sidebar).refresh()

    def _holding(self, page: str) -> str:
        """Say how many tags of a page lost their place, and whose it is, where pages were assigned."""
        documents, say = self._workspace.documents, self._workspace.say
        lost = documents.listing.lost.get(page)
        said = [say("pane.lost", count=lost)] if lost else []
        if documents.turns is not None:
            holding = documents.holding(page)
            people = documents.turns.assignments.people(page)
            said.append(", ".join(people) if holding == "others" else say(f"holding.{holding}"))
        return " ".join(said)

    def mark_tag(self) -> None:
        """Put the panel's cursor on the tag under the cursor."""
        self._screen.query_one(Panel).mark(self.reader.span)

    # The lines at the bottom

    def show_bars(self) -> None:
        """Show status, labels and keys, once for all that a key does; where the text has scrolled, after it.

        Textual renders all that lies between two places that have changed: together, most of the screen.
        """
        if not self._bars_due:
            self._bars_due = True
            self._screen.call_after_refresh(self._fill_bars)

    def _fill_bars(self) -> None:
        self._bars_due = False
        workspace, shown = self._workspace, self._workspace.shown
        if (seen := self.reader.visible_range) is not None:
            workspace.proposals.see(seen)
        span = workspace.span(self.reader.span)
        about = self._about_here(span)
        for aid in self.aids:
            aid.follow(about)
        left = bar_pieces.status_left(workspace.say, workspace.status.now, about, self._reads())
        right: list[Piece] = []
        if shown is not None:
            stage, percent = workspace.stage_name, _percent(self.reader)
            right = bar_pieces.status_right(
                workspace.say, shown.opened, percent, stage, told=bool(workspace.status.now.message)
            )
        if self.follow is not None:
            self.follow()
        self.show_headings()
        bars = self._screen.query_one(Bars)
        bars.say("status", left, right)
        said = self._mode_line()
        bars.say("labels", said if self._reads() else [piece.replaced(wraps=True) for piece in said])
        contexts: tuple[Context, ...] = ("reader" if self.reader.has_focus else "list", "work")
        keys = [
            row for row in self.keys if row.footer and row.context in contexts and not self._is_taken(row)
        ]
        bars.say("keys", [*self._first_step(), *bar_pieces.key_pieces(keys, workspace.say)])

    def _first_step(self) -> list[Piece]:
        """Return the line of help of a new project; nothing where a tour or a mode says what its keys do."""
        workspace = self._workspace
        if not self._reads():
            return []
        step = workspace.first_steps.step(workspace.tag_count)
        if step is None or workspace.tour is not None or workspace.sources:  # who adjudicates knows them
            return []
        return [Piece(f" {workspace.say(f'first.{step}')} ", "strong")]

    def show_headings(self) -> None:
        """Show the titles above the panes, where these are now."""
        self._screen.query_one(Headings).show(self._headings())

    def _headings(self) -> list[Heading]:
        """Return the titles of the panes that are shown, where they stand."""
        workspace, shown = self._workspace, self._workspace.shown
        page = workspace.documents.title_of(shown.opened.document.page.id) if shown else ""
        say, tags = workspace.say, len(workspace.tags())
        titles: Mapping[str, str] = {
            "sidebar": say("pane.articles"),
            "reader": page,
            "panel": say("pane.tags", count=tags),
            "guide": say("pane.guide"),
        }
        panes = [pane for pane in self._screen.children if pane.id in titles and pane.display]
        return [
            Heading(titles[pane.id or ""], pane.region.x, pane.region.width, pane.has_focus) for pane in panes
        ]

    def _about_here(self, span: Span | None) -> str:
        """Say what the cursor is on: a tag, and what a misread place should read."""
        at = self.reader.caret.at
        misread = (m for m in self.reader.scene.contents.view.misread if m.start <= at < m.end)
        said = [self._workspace.say("status.reads", reads=place.reads) for place in misread]
        return "  ".join([self._about(span), *said] if span else said)

    def _about(self, span: Span) -> str:
        """Say what tag the cursor is on, what it is read as, and the note on it."""
        name, value = self.reader.palette().name(span.label), value_of(self._workspace, span)
        said = self._workspace.say("status.tag", label=name, text=span.text)
        read = f"{said} = {value}" if value.strip("(?)") else f"{said} {value}".rstrip()
        return (
            f"{read}  {self._workspace.say('status.noted', note=printable(span.note))}" if span.note else read
        )


def _percent(reader: Reader) -> int:
    """Return how far the cursor is in the text."""
    return round(100 * reader.caret.at / max(1, len(reader.scene.text) - 1))
