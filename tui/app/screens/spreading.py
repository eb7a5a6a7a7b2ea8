"""Keys that treat all places with the same text alike."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from tui.app.places import Row
from tui.app.reader.caret import Caret
from tui.app.screens.tagging import Tagging
from tui.edit import Session, Step, steps
from tui.model import Article, Document, Span
from tui.search.places import Place, Standing, occurrences, tagged
from tui.text.titles import title_of

ACCEPTED: dict[Standing, bool | None] = {"free": True, "crossed": False, "labelled": None}
"""What is accepted before anybody has looked: places without a tag."""

Make = Callable[[Session, tuple[Row, ...]], Step]


class Spreading(Tagging):
    """Tags, removes or relabels the same text wherever it stands, after a look at each place."""

    def action_spread(self) -> None:
        """Tag the same text elsewhere as the tag under the cursor is."""
        span = self.span_here()
        if span is None:
            return

        def find(document: Document, article: Article) -> Iterator[Row]:
            for place in occurrences(document, article, span.text, span.label):
                note = self._label_name(place.span) or title_of(document.page, article)
                yield Row(place, note, ACCEPTED[place.standing])

        def make(session: Session, rows: tuple[Row, ...]) -> Step:
            return steps.tag_all(session, span, [(row.place.article, row.place.segments) for row in rows])

        self._review("spread", span, find, make)

    def action_remove_same(self) -> None:
        """Remove the tags that have label and text of the one under the cursor."""
        span = self.span_here()
        if span is None:
            return

        def find(document: Document, article: Article) -> Iterable[Row]:
            same = tagged(document, article, lambda s: (s.label, s.text) == (span.label, span.text))
            return [Row(place, title_of(document.page, article), True) for place in same]

        def make(session: Session, rows: tuple[Row, ...]) -> Step:
            return steps.remove_all(session.document, _spans(session, rows))

        self._review("remove", span, find, make)

    def action_relabel_same(self) -> None:
        """Take the next label as the new one of all tags of the same text."""
        if (span := self.span_here()) is not None:
            self.relabelling, self.relabelling_same = span, True
            self.show_bars()

    def take_label_for_same(self, label: str) -> None:
        """Give all tags of the same text a label."""
        span, self.relabelling = self.relabelling, None
        if span is None:
            return

        def find(document: Document, article: Article) -> Iterator[Row]:
            for place in tagged(document, article, lambda s: s.text == span.text and s.label != label):
                alike = place.span is not None and place.span.label == span.label
                yield Row(place, self._label_name(place.span), alike)

        def make(session: Session, rows: tuple[Row, ...]) -> Step:
            return steps.relabel_all(session, [self.work.relabelled(s, label) for s in _spans(session, rows)])

        self._review("relabel", span, find, make, label)

    def _review(
        self,
        kind: str,
        span: Span,
        find: Callable[[Document, Article], Iterable[Row]],
        make: Make,
        label: str | None = None,
    ) -> None:
        from tui.app.screens.places import Outcome, PlacesScreen

        def finish(outcome: Outcome | None) -> None:
            if outcome is not None and outcome.go is not None:
                self.go_to_place(outcome.go.place)
            elif outcome is not None:
                self._do_all(outcome.rows, make)

        name = self.reader.palette().name(label or span.label)
        title = self.work.say(f"places.{kind}", text=span.text, label=name)
        self.app.push_screen(PlacesScreen(self.work, title, find, accept=True), finish)

    def _do_all(self, rows: tuple[Row, ...], make: Make) -> None:
        made: dict[str, Step] = {}
        for page, group in groupby(rows, key=lambda row: row.place.page):
            made[page] = make(self.work.desk.session(page), tuple(group))
        self.work.do_all(made, len(rows))
        self.show_changes(self.reader.span)

    def go_to_place(self, place: Place) -> None:
        """Put the cursor on a place, in whatever article it is."""
        shown = self.work.shown
        if shown is None or place.article != shown.opened.article.id:
            self.work.open(place.article)
            self.show_article()
        self.reader.put(Caret(self.reader.scene.contents.view.reading.reading_at(place.segments[0][0])))
        self.show_changes(place.span.id if place.span else None)
        self.reader.focus()

    def _label_name(self, span: Span | None) -> str:
        return self.reader.palette().name(span.label) if span else ""


def _spans(session: Session, rows: tuple[Row, ...]) -> list[Span]:
    """Return the tags of the rows as they are now."""
    known = session.document.spans_by_id
    return [known[row.place.span.id] for row in rows if row.place.span and row.place.span.id in known]
