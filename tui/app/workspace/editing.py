"""The work in hand: what is done to the open article, as steps that can be taken back."""

from collections.abc import Callable, Mapping

from tui.app.workspace import tag_steps as acts
from tui.app.workspace.tag_shapes import Copied, Shapes
from tui.app.workspace.workspace import Showing
from tui.edit import AddSpan, Change, ReplaceSpan, Session, Step, steps
from tui.errors import PiyueError, printable
from tui.model import Attribute, Progress, Segment, Span, State

READ = frozenset(("tag", "relabel", "resize", "edit"))
"""Kinds of steps after which one wants to know what a tag is read as."""


class Work(Showing):
    """Does steps on the open article; `status` says what was done."""

    def tag(self, target: Segment, label: str) -> str | None:
        """Tag a range of the view; return the tag's id."""
        if self.shown is None:
            return None
        try:
            step, id_ = acts.tag(self.shown.opened, self.shown.view, target, label, self.desk.schema)
        except PiyueError as error:
            self.tell(error.render(self.language), alarm=True)
            return None
        return id_ if self._do(step) else None

    def shape(self, make: Callable[[Shapes], Step]) -> bool:
        """Do what changes the shape of tags; say why where it cannot be done."""
        if self.shown is None:
            return False
        try:
            step = make(Shapes(self.shown.opened, self.shown.view, self.desk.schema))
        except PiyueError as error:
            self.tell(error.render(self.language), alarm=True)
            return False
        return self._do(step)

    def copy(self, range_: Segment) -> tuple[Copied, ...]:
        """Return the tags that lie in a range of the view."""
        if self.shown is None:
            return ()
        return Shapes(self.shown.opened, self.shown.view, self.desk.schema).copy(range_)

    def quantity_at(self, at: int) -> Segment | None:
        """Return the range of the quantity that a character of the view stands in."""
        return None if self.shown is None else acts.quantity_at(self.shown.view, at, self.desk.schema)

    def relabel(self, span: Span, label: str) -> None:
        """Give a tag another label."""
        if self.shown is not None:
            self._do(acts.relabel(self.shown.opened, span, label, self.desk.schema))

    def relabelled(self, span: Span, label: str) -> Span:
        """Return a tag with another label and the attributes that a tag of it has."""
        return acts.relabelled(span, label, self.desk.schema)

    def attributes_for(self, label: str, text: str) -> dict[str, Attribute]:
        """Return the attributes that a new tag has."""
        return acts.attributes_for(label, text, self.desk.schema)

    def edit(self, span: Span, attributes: dict[str, Attribute], note: str) -> None:
        """Correct a tag's attributes and note."""
        if self.shown is not None and (attributes, note) != (span.attributes, span.note):
            self._do(acts.edit(self.shown.opened, span, attributes, note))

    def toggle_unsure(self, span: Span) -> None:
        """Say that a tag is doubted, or no longer."""
        if self.shown is not None:
            self._do(steps.doubt(self.shown.opened.session, self.shown.opened.article.id, span))

    def note_article(self, note: str) -> None:
        """Write a note on the article."""
        if self.shown is not None:
            session, article = self.shown.opened.session, self.shown.opened.article
            self._do(steps.note_article(session, article.id, note, article.start))

    def relate(self, head: Span, label: str, tail: Span) -> None:
        """Join two tags."""
        if self.shown is None:
            return
        session, article = self.shown.opened.session, self.shown.opened.article
        try:
            self._do(steps.relate(session, article.id, label, head, tail))
        except PiyueError as error:
            self.tell(error.render(self.language), alarm=True)

    def unrelate(self, id_: str) -> None:
        """Remove a relation."""
        document = self.shown.opened.document if self.shown else None
        found = next((r for r in document.relations if r.id == id_), None) if document else None
        if document is not None and found is not None:
            self._do(steps.unrelate(document, found))

    def remove(self, span: Span) -> None:
        """Remove a tag."""
        if self.shown is not None:
            self._do(steps.remove(self.shown.opened.document, span))

    def correct(self, kind: str, change: Change, at: int, text: str) -> bool:
        """Put right what the machine made of the page; say why where it cannot be done.

        Args:
            kind: of the step, for the catalogue.
            at: the source offset where it is done.
            text: what stands there.
        """
        return self.do(Step(kind, (change,), text, at))

    def do(self, step: Step) -> bool:
        """Do a step on the open article; say why where it cannot be done."""
        return self._do(step)

    def finish(self) -> None:
        """Set the article done, or doing if it is done."""
        self._set_state(lambda progress: ("doing" if progress.state == "done" else "done", ""))

    def cycle_state(self) -> None:
        """Set the article's next state."""
        stages = self.desk.project.settings.states
        self._set_state(lambda progress: steps.next_state(progress, stages))

    def undo(self) -> Step | None:
        """Take the last step on the page back, and return it."""
        return self._travel(Session.undo, "undone", "status.nothing_undo")

    def redo(self) -> Step | None:
        """Do the step last taken back again, and return it."""
        return self._travel(Session.redo, "redone", "status.nothing_redo")

    def _set_state(self, choose: Callable[[Progress], tuple[State, str]]) -> None:
        if self.shown is not None:
            session, article = self.shown.opened.session, self.shown.opened.article
            state, stage = choose(session.document.progress_of(article.id))
            self._do(steps.set_state(session, article.id, state, article.start, stage))

    def do_all(self, steps: Mapping[str, Step], count: int) -> None:
        """Do one act on several pages, and say how many tags it changed."""
        if self.shown is None or not steps:
            return
        self.touch()
        self.desk.book(self.shown.opened.article.id)
        try:
            self.desk.apply(steps)
        except PiyueError as error:
            self.tell(error.render(self.language), alarm=True)
            return
        self.tell(self.say("step.counted", what=self._said(next(iter(steps.values()))), count=count))

    def _do(self, step: Step) -> bool:
        if self.shown is None:
            return False
        self.touch()
        self.desk.book(self.shown.opened.article.id)
        try:
            self.shown.opened.session.apply(step)
        except PiyueError as error:
            self.tell(error.render(self.language), alarm=True)
            return False
        self.follow()
        self.tell(self._said(step) + self._value(step))
        return True

    def _travel(self, move: Callable[[Session], Step | None], report: str, nothing: str) -> Step | None:
        try:
            step = move(self.shown.opened.session) if self.shown else None
        except PiyueError as error:
            self.tell(error.render(self.language), alarm=True)
            return None
        self.follow()
        if step is None:
            self.tell(self.say(nothing))
        else:
            self.desk.follow(step, back=report == "undone")
            self.tell(self.say(f"step.{report}", what=self._said(step)))
        return step

    def _value(self, step: Step) -> str:
        """Say what a tag that was made or changed is read as, if that is something to be read."""
        made = [change.span for change in step.changes if isinstance(change, AddSpan | ReplaceSpan)]
        value = self.value_of(made[0]) if len(made) == 1 and step.kind in READ else ""
        if value == "?":
            return self.say("step.unread")
        return self.say("step.read", value=value) if value else ""

    def _said(self, step: Step) -> str:
        """Say what a step did."""
        label = self.desk.project.settings.labels.name_of(step.label, self.language)
        return self.say(f"step.{step.kind}", subject=f"{label} {printable(step.subject)}".strip())
