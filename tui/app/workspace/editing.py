"""What is done to the open article, as steps that can be undone."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tui.app.workspace import tag_steps
from tui.app.workspace.documents import TagSchema
from tui.app.workspace.tag_shapes import TagShapes
from tui.app.workspace.workspace import Shown, Workspace
from tui.edit import AddSpan, ReplaceSpan, Session, Step, steps
from tui.errors import PiyueError, printable
from tui.model import Attribute, Progress, Segment, Span, Stage, State

READ = frozenset(("tag", "relabel", "resize", "edit"))
"""Kinds of steps after which one wants to know what a tag is read as."""

Make: TypeAlias = Callable[[Shown, TagSchema], Step]


class Editor:
    """Does steps on the open article; the status line says what was done, or why it was not."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    # Tags

    def tag(self, target: Segment, label: str) -> str | None:
        """Tag a range of the view; return the tag's id."""

        def make(shown: Shown, schema: TagSchema) -> Step:
            return tag_steps.tag(shown.opened, shown.view, target, label, schema)[0]

        step = self.make(make)
        if step is None or not self.do(step):
            return None
        return next(change.span.id for change in step.changes if isinstance(change, AddSpan))

    def relabel(self, span: Span, label: str) -> bool:
        """Give a tag another label."""
        return self._do(lambda shown, schema: tag_steps.relabel(shown.opened, span, label, schema))

    def edit(self, span: Span, attributes: dict[str, Attribute], note: str) -> bool:
        """Correct a tag's attributes and note."""
        if (attributes, note) == (span.attributes, span.note):
            return False
        return self._do(lambda shown, _: tag_steps.edit(shown.opened, span, attributes, note))

    def remove(self, span: Span) -> bool:
        """Remove a tag."""
        return self._do(lambda shown, _: steps.remove(shown.opened.document, span))

    def toggle_unsure(self, span: Span) -> bool:
        """Say that a tag is doubted, or no longer."""
        return self._do(lambda shown, _: steps.doubt(shown.opened.session, shown.opened.article.id, span))

    def shape(self, make: Callable[[TagShapes], Step]) -> bool:
        """Do what changes the shape of tags."""
        return self._do(lambda shown, schema: make(TagShapes(shown.opened, shown.view, schema)))

    def quantity_at(self, at: int) -> Segment | None:
        """Return the range of the quantity that a character of the view stands in."""
        shown = self.workspace.shown
        return shown and tag_steps.quantity_at(shown.view, at, self.workspace.documents.schema)

    # Relations

    def relate(self, head: Span, label: str, tail: Span) -> bool:
        """Join two tags."""
        return self._do(
            lambda shown, _: steps.relate(shown.opened.session, shown.opened.article.id, label, head, tail)
        )

    def relate_words(self, head: Span, relation: str, target: Segment, label: str) -> bool:
        """Tag a range of the view and join it to a tag: one step."""

        def make(shown: Shown, schema: TagSchema) -> Step:
            tagged, _ = tag_steps.tag(shown.opened, shown.view, target, label, schema)
            made = tagged.changes[-1]
            assert isinstance(made, AddSpan)
            opened = shown.opened
            related = steps.relate(opened.session, opened.article.id, relation, head, made.span)
            return related._replace(changes=(*tagged.changes, related.changes[-1]))

        return self._do(make)

    def unrelate(self, id_: str) -> bool:
        """Remove a relation."""
        document = self.workspace.shown.opened.document if self.workspace.shown else None
        found = next((r for r in document.relations if r.id == id_), None) if document else None
        if document is None or found is None:
            return False
        return self.do(steps.unrelate(document, found))

    # The article

    def note_article(self, note: str) -> bool:
        """Write a note on the article."""

        def make(shown: Shown, _: TagSchema) -> Step:
            article = shown.opened.article
            return steps.note_article(shown.opened.session, article.id, note, article.start)

        return self._do(make)

    def label_article(self, id_: str, values: tuple[str, ...]) -> bool:
        """Label the article; without a value, take the label back."""

        def make(shown: Shown, _: TagSchema) -> Step:
            article = shown.opened.article
            return steps.label_article(shown.opened.session, article.id, id_, values, article.start)

        return self._do(make)

    def finish(self) -> bool:
        """Set the article done, or doing if it is done."""
        return self._set_state(lambda progress, _: ("doing" if progress.state == "done" else "done", ""))

    def cycle_state(self) -> bool:
        """Set the article's next state."""
        return self._set_state(steps.next_state)

    def _set_state(self, choose: Callable[[Progress, tuple[Stage, ...]], tuple[State, str]]) -> bool:
        stages = self.workspace.documents.project.settings.states

        def make(shown: Shown, _: TagSchema) -> Step:
            session, article = shown.opened.session, shown.opened.article
            state, stage = choose(session.document.progress_of(article.id), stages)
            return steps.set_state(session, article.id, state, article.start, stage)

        return self._do(make)

    # Steps

    def make(self, make: Make) -> Step | None:
        """Return a step for the open article; None: none is open, or why it cannot be done was said."""
        shown = self.workspace.shown
        if shown is None:
            return None
        try:
            return make(shown, self.workspace.documents.schema)
        except PiyueError as error:
            self._refused(error)
            return None

    def _do(self, make: Make) -> bool:
        step = self.make(make)
        return step is not None and self.do(step)

    def do(self, step: Step) -> bool:
        """Do a step on the open article."""
        workspace, shown = self.workspace, self.workspace.shown
        if shown is None:
            return False
        workspace.key_pressed()
        workspace.documents.record_time(shown.opened.article.id)
        try:
            shown.opened.session.apply(step)
        except PiyueError as error:
            self._refused(error)
            return False
        workspace.follow()
        workspace.tell(self._said(step) + self._value(step))
        return True

    def do_all(self, steps: Mapping[str, Step], count: int) -> None:
        """Do one act on several pages, and say how many tags it changed."""
        workspace = self.workspace
        if workspace.shown is None or not steps:
            return
        workspace.key_pressed()
        workspace.documents.record_time(workspace.shown.opened.article.id)
        try:
            workspace.documents.apply(steps)
        except PiyueError as error:
            self._refused(error)
            return
        said = self._said(next(iter(steps.values())))
        workspace.tell(workspace.say("step.counted", what=said, count=count))

    def undo(self) -> Step | None:
        """Take the last step on the page back, and return it."""
        return self._travel(Session.undo, "undone", "status.nothing_undo")

    def redo(self) -> Step | None:
        """Do the step last taken back again, and return it."""
        return self._travel(Session.redo, "redone", "status.nothing_redo")

    def _travel(self, move: Callable[[Session], Step | None], report: str, nothing: str) -> Step | None:
        workspace = self.workspace
        try:
            step = move(workspace.shown.opened.session) if workspace.shown else None
        except PiyueError as error:
            self._refused(error)
            return None
        workspace.follow()
        if step is None:
            workspace.tell(workspace.say(nothing))
        else:
            workspace.documents.follow(step, back=report == "undone")
            workspace.tell(workspace.say(f"step.{report}", what=self._said(step)))
        return step

    # What is said

    def _refused(self, error: PiyueError) -> None:
        self.workspace.tell(error.render(self.workspace.language), alarm=True)

    def _value(self, step: Step) -> str:
        """Say what a tag that was made or changed is read as, if that is something to be read."""
        made = [change.span for change in step.changes if isinstance(change, AddSpan | ReplaceSpan)]
        value = self.workspace.value_of(made[0]) if len(made) == 1 and step.kind in READ else ""
        if value == "?":
            return self.workspace.say("step.unread")
        return self.workspace.say("step.read", value=value) if value else ""

    def _said(self, step: Step) -> str:
        """Say what a step did."""
        labels = self.workspace.documents.project.settings.labels
        label = labels.name_of(step.label, self.workspace.language)
        return self.workspace.say(f"step.{step.kind}", subject=f"{label} {printable(step.subject)}".strip())
