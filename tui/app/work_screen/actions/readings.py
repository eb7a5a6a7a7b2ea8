"""Actions that correct misread text, here and at other places with the same misreading."""

from collections.abc import Iterator
from itertools import groupby

from tui.app.dialogs.ask import AskScreen
from tui.app.dialogs.hits import HitsScreen, Outcome, Scope
from tui.app.work_screen.actions.places import go_to_place
from tui.app.work_screen.controller import Controller
from tui.app.workspace.hits import HitRow
from tui.edit import Step
from tui.edit.repair import Segments, SetReads, same_misreadings
from tui.errors import PiyueError
from tui.model import Article, Document, overlap, surface
from tui.search.places import occurrences
from tui.text.misreadings import doubtful_numbers
from tui.text.titles import title_of


def misread(controller: Controller) -> None:
    """Ask what the selection, or the word under the cursor, should read."""
    shown = controller.workspace.shown
    if shown is None:
        return
    document = shown.opened.document
    try:
        place = _place_here(controller, document)
    except PiyueError as error:
        controller.tell_error(error)
        return
    text = surface(document.page.text, place)
    known = next((pin.reads for pin in document.corrections.reads if pin.segments == place), None)

    def keep(typed: str | None) -> None:
        if typed is not None:
            _set(controller, place, typed, known)

    title = controller.workspace.say("ask.reads", text=text)
    controller.ask(AskScreen(title, text if known is None else known), keep)


def _place_here(controller: Controller, document: Document) -> Segments:
    """Return the source segments of the selection, of the misread or doubtful reading under the cursor, or
    of the word."""
    reading, caret = controller.reader.scene.contents.view.reading, controller.reader.caret
    at = reading.source_at(caret.at)
    if caret.selection is None:
        for pin in document.corrections.reads:
            if any(start <= at < end for start, end in pin.segments):
                return pin.segments
        for segment in doubtful_numbers(document.page.text):
            if segment[0] <= at < segment[1]:
                return (segment,)
    return reading.to_source(*controller.reader.target)


def _set(controller: Controller, place: Segments, typed: str, known: str | None) -> None:
    """Keep what a place should read; said once more, it is spread wherever the same stands."""
    workspace = controller.workspace
    assert workspace.shown is not None
    document = workspace.shown.opened.document
    text = surface(document.page.text, place)
    reads = None if typed == text else typed
    if reads != known:
        said = f"{text} → {typed}" if reads is not None else text
        step = Step(
            "reads" if reads is not None else "no_reads", (SetReads((place,), reads),), said, place[0][0]
        )
        if not controller.editor.do(step):
            controller.show_bars()
            return
        controller.show_article(controller.reader.caret.at)
    alike = next(same_misreadings(document, place), None) is not None
    if reads is not None and (alike or reads == known):
        _spread(controller, text, reads, everywhere=not alike)


def _spread(controller: Controller, text: str, reads: str, *, everywhere: bool) -> None:
    """Show where the same text stands unmarked, to be taken or left one by one."""

    def find(document: Document, article: Article) -> Iterator[HitRow]:
        known = [segment for pin in document.corrections.reads for segment in pin.segments]
        for place in occurrences(document, article, text, ""):
            if not overlap(place.segments, known):
                yield HitRow(place, title_of(document.page, article), True)

    def finish(outcome: Outcome | None) -> None:
        if outcome is not None and outcome.go is not None:
            go_to_place(controller, outcome.go.place)
        elif outcome is not None and outcome.rows:
            made = {
                page: Step("reads", (SetReads(_segments(rows), reads),), f"{text} → {reads}", None)
                for page, rows in groupby(outcome.rows, key=lambda row: row.place.page)
            }
            controller.editor.do_all(made, len(outcome.rows))
            controller.workspace.follow()
            controller.show_article(controller.reader.caret.at)

    workspace = controller.workspace
    title = workspace.say("places.reads", text=text, reads=reads)
    scope: Scope = "corpus" if everywhere else "page"
    controller.ask(HitsScreen(workspace, title, find, accept=True, scope=scope), finish)


def _segments(rows: Iterator[HitRow]) -> tuple[Segments, ...]:
    return tuple(row.place.segments for row in rows)
