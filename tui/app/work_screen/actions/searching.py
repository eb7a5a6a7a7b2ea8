"""Keys that search."""

from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.actions.same_text import Spreading
from tui.app.workspace.hits import Row


class Searching(Spreading):
    """Turns keys into searches, and steps through what was found last."""

    searched = ""
    found: tuple[Row, ...] = ()
    at_hit = 0

    def action_search(self) -> None:
        """Search the article."""
        self._search("article")

    def action_search_corpus(self) -> None:
        """Search everything."""
        self._search("corpus")

    def _search(self, scope: str) -> None:
        from tui.app.dialogs.hits import Outcome
        from tui.app.dialogs.search import SearchScreen

        screen = SearchScreen(self.work, self.searched, "corpus" if scope == "corpus" else "article")

        def finish(outcome: Outcome | None) -> None:
            self.searched = screen.typed
            if outcome is not None and outcome.go is not None:
                self.found = outcome.rows
                self._go(self.found.index(outcome.go))

        self.app.push_screen(screen, finish)

    def action_step_hit(self, step: int) -> None:
        """Go to the next hit of the last search, or the one before, round the end."""
        if self.found:
            self._go((self.at_hit + step * self.reader.take_count()) % len(self.found))
        else:
            self.tell("status.nothing_found")

    def _go(self, number: int) -> None:
        self.at_hit = number
        hit = self.found[number].place
        self.go_to_place(hit)
        if self.reader.scene.text[hit.start : hit.end] == hit.text:
            self.reader.put(Caret(hit.start, (hit.start, hit.end), "end"), hit.span.id if hit.span else None)
        self.work.tell(self.work.say("status.hit", number=number + 1, total=len(self.found)))
        self.show_bars()
