"""Actions on all tags of the same text, after review of each place."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from tui.app.dialogs.hits import HitsScreen, Outcome
from tui.app.work_screen.actions.places import go_to_place
from tui.app.work_screen.controller import Controller
from tui.app.workspace.hits import HitRow
from tui.app.workspace.tag_steps import metric_reader, metric_reader_here, relabelled, remeasured
from tui.edit import Session, Step, steps
from tui.model import Article, Document, Span
from tui.search.places import Standing, occurrences, tagged
from tui.text.titles import title_of

ACCEPTED: dict[Standing, bool | None] = {"free": True, "crossed": False, "labelled": None}
"""What is accepted before anybody has looked: places without a tag."""

Find = Callable[[Document, Article], Iterable[HitRow]]
Make = Callable[[Session, tuple[HitRow, ...]], Step]


def tag_same(controller: Controller) -> None:
    """Tag the same text elsewhere as the tag under the cursor is; a metric is read anew at each place."""
    span, shown = controller.span_here(), controller.workspace.shown
    if span is None or shown is None:
        return
    schema = controller.workspace.documents.schema

    def find(document: Document, article: Article) -> Iterator[HitRow]:
        for place in occurrences(document, article, span.text, span.label):
            note = _label_name(controller, place.span) or title_of(document.page, article)
            yield HitRow(place, note, ACCEPTED[place.standing])

    here = metric_reader_here(shown.opened, shown.view, span.label, schema)
    is_read = remeasured(span, span.segments, here) == span.attributes

    def make(session: Session, rows: tuple[HitRow, ...]) -> Step:
        # What a person corrected here holds there, too.
        reader = metric_reader(session.document, span.label, schema) if is_read else None
        places = [(row.place.article, row.place.segments) for row in rows]
        return steps.tag_all(session, span, places, lambda at: remeasured(span, at, reader))

    _review(controller, "spread", span, find, make)


def remove_same(controller: Controller) -> None:
    """Remove the tags that have label and text of the one under the cursor."""
    span = controller.span_here()
    if span is None:
        return

    def find(document: Document, article: Article) -> Iterable[HitRow]:
        same = tagged(document, article, lambda s: (s.label, s.text) == (span.label, span.text))
        return [HitRow(place, title_of(document.page, article), True) for place in same]

    def make(session: Session, rows: tuple[HitRow, ...]) -> Step:
        return steps.remove_all(session.document, _spans(session, rows))

    _review(controller, "remove", span, find, make)


def review_relabelling(controller: Controller, span: Span, label: str) -> None:
    """Show the tags of the same text, to be given a label."""

    def find(document: Document, article: Article) -> Iterator[HitRow]:
        for place in tagged(document, article, lambda s: s.text == span.text and s.label != label):
            assert place.span is not None
            yield HitRow(place, _label_name(controller, place.span), place.span.label == span.label)

    def make(session: Session, rows: tuple[HitRow, ...]) -> Step:
        schema = controller.workspace.documents.schema
        reader = metric_reader(session.document, label, schema)
        return steps.relabel_all(
            session, [relabelled(s, label, schema, reader) for s in _spans(session, rows)]
        )

    _review(controller, "relabel", span, find, make, label)


def _review(
    controller: Controller, kind: str, span: Span, find: Find, make: Make, label: str | None = None
) -> None:
    def finish(outcome: Outcome | None) -> None:
        if outcome is not None and outcome.go is not None:
            go_to_place(controller, outcome.go.place)
        elif outcome is not None:
            _do_all(controller, outcome.rows, make)

    name = controller.reader.palette().name(label or span.label)
    title = controller.workspace.say(f"places.{kind}", text=span.text, label=name)
    controller.ask(HitsScreen(controller.workspace, title, find, accept=True), finish)


def _do_all(controller: Controller, rows: tuple[HitRow, ...], make: Make) -> None:
    made: dict[str, Step] = {}
    for page, group in groupby(rows, key=lambda row: row.place.page):
        made[page] = make(controller.workspace.documents.session(page), tuple(group))
    controller.editor.do_all(made, len(rows))
    controller.show_changes(controller.reader.span)


def _label_name(controller: Controller, span: Span | None) -> str:
    return controller.reader.palette().name(span.label) if span else ""


def _spans(session: Session, rows: tuple[HitRow, ...]) -> list[Span]:
    """Return the tags of the rows as they are now."""
    known = session.document.spans_by_id
    return [known[row.place.span.id] for row in rows if row.place.span and row.place.span.id in known]
