"""The screen on which one works: articles, panes and views by key."""

from typing import Literal

from tui.app import messages
from tui.app.keymap import bindings
from tui.app.screens.tagging import Tagging
from tui.app.widgets.panel import Panel
from tui.errors import PiyueError


class WorkScreen(Tagging):
    """Turns keys into ways through the articles."""

    BINDINGS = bindings("work")

    def on_descendant_focus(self) -> None:
        """Show the keys of the pane that has the focus."""
        self.set_class(isinstance(self.focused, Panel), "-panel")
        self.show_bars()

    def on_caret_moved(self, event: messages.CaretMoved) -> None:
        """Follow the cursor in status line and panel."""
        self.work.touch()
        if event.caret is self.reader.caret:
            self.relabelling = None
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

    def action_toggle_pane(self, pane: str) -> None:
        """Show or hide the articles or the tags."""
        widget = self.query_one(f"#{pane}")
        hidden = not widget.display
        self.set_class(hidden, f"-with-{pane}")
        self.set_class(not hidden, f"-without-{pane}")
        if not hidden:
            self.reader.focus()

    def action_stats(self) -> None:
        """Show the progress."""
        from tui.app.screens.stats import StatsScreen

        self.app.push_screen(StatsScreen(self.work))

    def action_help(self) -> None:
        """Show all keys."""
        from tui.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keys, self.labels, self.work.say, self.work.language))

    def action_cycle_theme(self) -> None:
        """Take the next theme."""
        names = sorted(self.app.available_themes)
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]
        self.work.tell(self.app.theme)
        self.show_lists()
        self.show_bars()
