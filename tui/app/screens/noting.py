"""Keys for what is said of tags and articles beside labels: certainty and notes."""

from collections.abc import Iterable

from tui.app.places import Row
from tui.app.screens.spreading import Spreading
from tui.model import Article, Document, Span
from tui.model.span import is_unsure
from tui.search.places import tagged
from tui.text.titles import title_of


class Noting(Spreading):
    """Turns keys into doubts and notes, and lists the doubts."""

    def action_toggle_unsure(self) -> None:
        """Say that one is not sure of the tag under the cursor, or that one is."""
        if (span := self.span_here()) is not None:
            self.work.toggle_unsure(span)
            self.show_changes(span.id)

    def action_list_unsure(self) -> None:
        """List the tags that somebody was not sure of."""
        from tui.app.screens.places import Outcome, PlacesScreen

        def find(document: Document, article: Article) -> Iterable[Row]:
            places = tagged(document, article, is_unsure)
            return [Row(place, self._note(place.span)) for place in places if place.span]

        def finish(outcome: Outcome | None) -> None:
            if outcome is not None and outcome.go is not None:
                self.go_to_place(outcome.go.place)

        title = self.work.say("places.unsure")
        self.app.push_screen(PlacesScreen(self.work, title, find, accept=False, scope="corpus"), finish)

    def action_check(self) -> None:
        """List what does not agree."""
        from tui.app.screens.checking import CheckScreen
        from tui.app.screens.places import Outcome

        def finish(outcome: Outcome | None) -> None:
            self.show_changes(self.reader.span)
            if outcome is not None and outcome.go is not None:
                self.go_to_place(outcome.go.place)

        self.app.push_screen(CheckScreen(self.work), finish)

    def _note(self, span: Span) -> str:
        return f"{self.reader.palette().name(span.label)} {span.note}".rstrip()

    def action_note_article(self) -> None:
        """Write a note on the article."""
        shown = self.work.shown
        if shown is None:
            return
        from tui.app.screens.ask import AskScreen

        article = shown.opened.article
        progress = shown.opened.document.progress_of(article.id)

        def keep(text: str | None) -> None:
            if text is not None:
                self.work.note_article(text)
                self.show_changes(self.reader.span)

        title = self.work.say("ask.note", title=title_of(shown.opened.document.page, article))
        self.app.push_screen(AskScreen(title, progress.note), keep)
