"""Adjudicating: shows the differences between annotators one by one; a key settles each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tui.app.dialogs.hits import HitsScreen, Outcome
from tui.app.text_view.geometry.caret import Caret, select
from tui.app.work_screen.actions import tagging
from tui.app.work_screen.actions.places import go_to_place
from tui.app.work_screen.controller import Act, Controller
from tui.app.work_screen.modes.answering import label_article
from tui.app.work_screen.modes.choosing_fields import ChoosingFields
from tui.app.work_screen.modes.difference_pieces import difference_pieces, label_pieces
from tui.app.work_screen.modes.differences_left import (
    adjudication_here,
    labels_left,
    next_left,
    numbers_left,
    session_here,
    sources_of,
)
from tui.app.work_screen.modes.labelling import LabellingMode
from tui.app.work_screen.modes.reading import light_related
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace import tag_steps
from tui.app.workspace.adjudication import lit_tags
from tui.app.workspace.difference_rows import difference_hits
from tui.app.workspace.hits import HitRow
from tui.edit import AddSpan, Session, Step
from tui.errors import PiyueError
from tui.measure.adjudication.article_labels import LabelDifference
from tui.measure.adjudication.decisions import make_anew, merge_fields, take, take_agreed, take_label
from tui.measure.adjudication.differences import Difference
from tui.measure.adjudication.majority import majority_step
from tui.measure.adjudication.state import Adjudication
from tui.model import Article, Document


@dataclass(frozen=True, eq=False)
class Adjudicating(LabellingMode):
    """Shows a difference; digits and keys settle it.

    Attributes:
        at: the number of the difference that is shown, of all of the article; None: all are settled.
        named: whether annotators are shown by their names, not by numbers.
    """

    at: int | None
    named: bool = False

    @property
    def keys(self) -> Mapping[str, Act]:
        """What is done with the difference that is shown, and where one goes."""
        return {
            "add_part": self.take_all,
            "remove": partial(self.take, ()),
            "edit": self.choose_fields,
            "next_tag": partial(self.step, 1),
            "previous_tag": partial(self.step, -1),
            "suggest": self.take_majority,
            "show_links": self.toggle_names,
            "check": list_differences,
            "next_open": self.next_article,
            "label_article": label_and_go_on,
            "undo": partial(self.travel, tagging.undo),
            "redo": partial(self.travel, tagging.redo),
        }

    # What is done with the difference that is shown

    def digit(self, controller: Controller, digit: int) -> None:
        """Take what one annotator has, by number."""
        if not 1 <= digit <= len(sources_of(controller).names):
            controller.tell("status.no_version", alarm=True, digit=digit)
        else:
            self.take((digit - 1,), controller)

    def take(self, chosen: Sequence[int], controller: Controller) -> None:
        """Take what some annotators have, by number from 0; of nobody: nothing."""
        if self.at is None and (left := labels_left(controller)):
            self._take_label(left[0], chosen, controller)
            return
        self._decide(controller, lambda session, found, here: take(session, found, here, chosen))

    def take_all(self, controller: Controller) -> None:
        """Take everything that anybody has here."""
        self.take(range(len(sources_of(controller).names)), controller)

    def _take_label(self, difference: LabelDifference, chosen: Sequence[int], controller: Controller) -> None:
        """Label the article as some annotators did."""
        adjudication, schema = adjudication_here(controller), controller.workspace.names.schema
        assert adjudication is not None
        several = {type_.id for type_ in schema.article_labels if type_.multiple}
        if difference.label not in several and len({difference.values[n] for n in chosen} - {()}) > 1:
            name = controller.workspace.names.article_label(difference.label)
            controller.tell("adjudicate.only_one", alarm=True, name=name)
            return
        controller.editor.do(take_label(session_here(controller), adjudication, difference, chosen))
        self.go_on(controller)

    def label(self, controller: Controller, label: str) -> None:
        """Tag what is selected, in place of all that annotators have here."""
        shown, target = controller.workspace.shown, controller.reader.target
        if self.at is None:
            controller.leave()
            controller.mode.label(controller, label)
            return
        assert shown is not None

        def settle(session: Session, adjudication: Adjudication, difference: Difference) -> Step:
            schema = controller.workspace.documents.schema
            added = tag_steps.tag(shown.opened, shown.view, target, label, schema)[0].changes[-1]
            assert isinstance(added, AddSpan)
            return make_anew(session, adjudication, difference, added.span, "anew")

        self._decide(controller, settle)

    def choose_fields(self, controller: Controller) -> None:
        """Settle a value field by field."""
        difference = self._difference(controller)
        if difference is None or not difference.fields:
            controller.tell("status.no_fields")
        else:
            controller.go_on_in(ChoosingFields(self, difference, self.merge))
            controller.show_bars()

    def merge(self, controller: Controller, chosen: tuple[int, ...]) -> None:
        """Settle a value by whose each of its fields is, the first one's owner as the rest of it."""

        def decide(session: Session, adjudication: Adjudication, difference: Difference) -> Step:
            fields = dict(zip(difference.fields, chosen, strict=True))
            return merge_fields(session, adjudication, difference, chosen[0], fields)

        self._decide(controller, decide)

    def take_majority(self, controller: Controller) -> None:
        """Settle all that most annotators agree on."""
        adjudication, session = adjudication_here(controller), session_here(controller)
        assert adjudication is not None
        found = majority_step(session, adjudication, sources_of(controller).threshold)
        if found is None:
            controller.tell("status.no_majority")
        else:
            controller.editor.do(found[0])
            self.go_on(controller)

    def _decide(
        self, controller: Controller, decide: Callable[[Session, Adjudication, Difference], Step]
    ) -> None:
        adjudication, difference = adjudication_here(controller), self._difference(controller)
        if adjudication is None or difference is None:
            controller.tell("status.settled")
            return
        try:
            step = decide(session_here(controller), adjudication, difference)
        except PiyueError as error:
            controller.tell_error(error)
            return
        controller.editor.do(step)
        self.go_on(controller)

    # What is shown

    def entered(self, controller: Controller) -> None:
        """Show the annotators' tags, and the difference as the selection."""
        adjudication, shown = adjudication_here(controller), controller.workspace.shown
        assert adjudication is not None
        assert shown is not None
        controller.workspace.others = sources_of(controller).tags(adjudication, shown.view.reading)
        controller.display.show_changes(controller.reader.span)
        self._show(controller)

    def left(self, controller: Controller) -> None:
        """Show one's own tags only."""
        controller.workspace.others = ()
        controller.display.show_changes()
        light_related(controller)

    def step(self, step: int, controller: Controller) -> None:
        """Show the next difference, settled or not, or the one before."""
        adjudication = adjudication_here(controller)
        if adjudication is None or not adjudication.differences:
            controller.tell("status.settled")
            return
        at = (-1 if step > 0 else 0) if self.at is None else self.at
        self._go(controller, replace(self, at=(at + step) % len(adjudication.differences)))

    def go_on(self, controller: Controller) -> None:
        """Show the next difference on which nothing is decided, after the one that is shown."""
        controller.show_changes()
        self._go(controller, replace(self, at=next_left(controller, 0 if self.at is None else self.at)))

    def toggle_names(self, controller: Controller) -> None:
        """Show the annotators' names, or hide them again."""
        controller.go_on_in(replace(self, named=not self.named))
        controller.show_bars()

    def travel(self, move: Callable[[Controller], None], controller: Controller) -> None:
        """Undo or redo, and show what is open again because of it."""
        before = set(numbers_left(controller))
        move(controller)
        if isinstance(controller.mode, Adjudicating):
            opened = (number for number in numbers_left(controller) if number not in before)
            following = next_left(controller, 0 if self.at is None else self.at)
            self._go(controller, replace(self, at=next(opened, following)))

    def next_article(self, controller: Controller) -> None:
        """Open the next article on which something is to be decided, and adjudicate it."""
        workspace = controller.workspace
        here = workspace.shown.opened.article.id if workspace.shown else ""
        following = sources_of(controller).next_article(workspace.documents, here)
        controller.open_article(following, none="status.all_settled")
        if following is not None:
            adjudicate(controller)

    def _go(self, controller: Controller, mode: "Adjudicating") -> None:
        controller.go_on_in(mode)
        mode._show(controller)

    def _show(self, controller: Controller) -> None:
        difference = self._difference(controller)
        if difference is None:
            controller.reader.light(())
            controller.reader.put(Caret(controller.reader.caret.at))
        else:
            reader = controller.reader
            ranges = reader.scene.contents.view.reading.project(difference.place.segments)
            if ranges:
                range_ = ranges[0][0], ranges[-1][1]
                reader.put(select(reader.scene.field, range_, "end", within=range_[0]))
            reader.light(lit_tags(difference))
        controller.show_bars()

    def _difference(self, controller: Controller) -> Difference | None:
        adjudication = adjudication_here(controller)
        return None if adjudication is None or self.at is None else adjudication.differences[self.at]

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Show what each annotator has, and the keys."""
        difference, adjudication = self._difference(controller), adjudication_here(controller)
        if difference is None:
            left = labels_left(controller)
            if not left:
                return [Piece(f" {controller.workspace.say('status.settled')}", "strong")]
            return label_pieces(controller, left[0], named=self.named)
        assert adjudication is not None
        assert self.at is not None
        total = len(adjudication.differences)
        return difference_pieces(controller, self.at, total, difference, named=self.named)


def label_and_go_on(controller: Controller) -> None:
    """Ask for the labels of the article, then go on with its differences."""
    label_article(controller, adjudicate)


def list_differences(controller: Controller) -> None:
    """List the differences that are left, with what each annotator has."""
    workspace = controller.workspace

    def find(document: Document, article: Article) -> Iterator[HitRow]:
        found = sources_of(controller).of(article)
        return difference_hits(document, article, found.left(document) if found else (), workspace)

    def go(outcome: Outcome | None) -> None:
        if outcome is not None and outcome.go is not None:
            go_to_place(controller, outcome.go.place)
            adjudicate(controller, outcome.go.about)

    controller.ask(HitsScreen(workspace, workspace.say("places.differences"), find, accept=False), go)


def adjudicate(controller: Controller, wanted: object = None) -> None:
    """Take what all annotators agree on, and show the first difference, or one that is wanted."""
    workspace = controller.workspace
    shown = workspace.shown
    if workspace.sources is None or shown is None:
        controller.tell("status.no_adjudication")
        return
    try:
        adjudication = workspace.sources.of(shown.opened.article)
    except PiyueError as error:
        controller.tell_error(error)
        return
    if adjudication is None:
        controller.tell("status.not_by_all")
        return
    step = take_agreed(shown.opened.session, adjudication)
    if step is not None and controller.editor.do(step):
        controller.show_changes()
    at = next((n for n, each in enumerate(adjudication.differences) if each == wanted), None)
    controller.enter(Adjudicating(next_left(controller, 0) if at is None else at))
