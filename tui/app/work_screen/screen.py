"""The screen on which one works: articles, panes and views by key."""

from typing import Literal

from tui.app.keys.key_map import bindings
from tui.app.work_screen import messages
from tui.app.work_screen.actions.articles import Filtering
from tui.app.work_screen.actions.correcting import Correcting
from tui.app.work_screen.actions.measuring import Measuring
from tui.app.work_screen.actions.notes import Noting
from tui.app.work_screen.actions.searching import Searching
from tui.app.work_screen.actions.shaping import Shaping
from tui.app.work_screen.modes.relating import Linking
from tui.app.work_screen.modes.reviewing import Proposing
from tui.app.work_screen.panes.panel import Panel
from tui.errors import PiyueError


class WorkScreen(Measuring, Proposing, Shaping, Linking, Searching, Noting, Correcting, Filtering):
    """Turns keys into ways through the articles."""

    BINDINGS = bindings("work")

    def on_descendant_focus(self) -> None:
        """Show the pane that has the focus and its keys."""
        self.show_panes(self.focused)
        self.show_bars()

    def on_resize(self) -> None:
        """Show as many panes as there is room for."""
        self.show_panes(self.focused)

    def on_caret_moved(self, event: messages.CaretMoved) -> None:
        """Follow the cursor in status line and panel."""
        self.work.touch()
        if event.caret is self.reader.caret:
            self.relabelling, self.typed = None, ""
            if event.caret.selection is None:
                self.resizing = None
                self.leave_offer()
            if event.given_up:
                self.leave_link()
            self.work.tell("")
        self.query_one(Panel).mark(event.span)
        self.show_bars()

    def on_open_article(self, event: messages.OpenArticle) -> None:
        """Open the article chosen in the sidebar."""
        self.open_article(event.article)
        self.reader.focus()

    def open_article(self, article: str | None, *, none: str = "status.no_more") -> None:
        """Open an article; where there is none, say so."""
        if article is None:
            self.tell(none)
            return
        try:
            self.work.open(article)
        except PiyueError as error:
            self.work.tell(error.render(self.work.language), alarm=True)
        else:
            self.work.tell("")
            self.show_article()
        self.show_bars()

    def action_step_article(self, step: Literal[-1, 1]) -> None:
        """Open the next article or the one before."""
        self.open_article(self.work.neighbour(step))

    def action_next_open(self) -> None:
        """Open the next article that is neither done nor skipped."""
        self.open_article(self.work.next_open(), none="status.all_done")

    def action_finish(self) -> None:
        """Set the article done, or not done again."""
        self.work.finish()
        self.show_changes(self.reader.span)

    def action_cycle_state(self) -> None:
        """Set the article's next state."""
        self.work.cycle_state()
        self.show_changes(self.reader.span)

    def action_cycle_view(self) -> None:
        """Show the article with words, plain, or as its source lines."""
        at = self.work.cycle_view(self.reader.caret.at)
        self.show_article(at)

    def action_step_pane(self, step: int) -> None:
        """Go to the next pane or the one before: articles, text, tags."""
        panes = [self.query_one(f"#{name}") for name in ("sidebar", "reader", "panel")]
        here = panes.index(self.focused) if self.focused in panes else 1
        pane = panes[(here + step) % len(panes)]
        self.show_panes(pane)
        pane.focus()

    def action_toggle_pane(self, name: str) -> None:
        """Show or hide the articles or the tags."""
        pane = self.query_one(f"#{name}")
        self.wanted[name] = not pane.display
        if pane is self.focused:
            self.reader.focus()
        self.show_panes(self.reader)

    def action_stats(self) -> None:
        """Show the progress."""
        from tui.app.dialogs.stats import StatsScreen

        self.app.push_screen(StatsScreen(self.work))

    def action_help(self) -> None:
        """Show all keys."""
        from tui.app.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keys, self.labels, self.work.say, self.work.language))

    async def action_guide(self) -> None:
        """Show beside the text what the project says of the label in hand, or no longer."""
        from tui.app.work_screen.panes.guide import FOLDER, Guide, guide_text

        if shown := self.query("#guide"):
            await shown.remove()
            self.show_panes(self.focused)
            return
        span = self.work.span(self.reader.span)
        text = guide_text(self.work.desk.project.root, span.label if span else self.last_label)
        if text is None:
            self.work.tell(self.work.say("status.no_guide", folder=FOLDER), alarm=True)
            self.show_bars()
            return
        await self.mount(Guide(text))
        self.show_panes(self.focused)

    def action_cycle_theme(self) -> None:
        """Take the next theme."""
        names = sorted(self.app.available_themes)
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]
        self.work.tell(self.app.theme)
        self.show_lists()
        self.show_bars()
