"""Edits of the open article, as steps that can be undone."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tui.app.workspace import tag_steps
from tui.app.workspace.documents import TagSchema
from tui.app.workspace.step_messages import step_said, value_said
from tui.app.workspace.tag_shapes import TagShapes
from tui.app.workspace.workspace import Shown, Workspace
from tui.edit import AddSpan, Session, Step, steps
from tui.errors import PiyueError
from tui.model import Attribute, Segment, Span

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
        return self.do_made(
            lambda shown, schema: tag_steps.relabel(shown.opened, shown.view, span, label, schema)
        )

    def edit(self, span: Span, attributes: dict[str, Attribute], note: str) -> bool:
        """Correct a tag's attributes and note."""
        if (attributes, note) == (span.attributes, span.note):
            return False
        return self.do_made(lambda shown, _: tag_steps.edit(shown.opened, span, attributes, note))

    def remove(self, span: Span) -> bool:
        """Remove a tag."""
        return self.do_made(lambda shown, _: steps.remove(shown.opened.document, span))

    def toggle_unsure(self, span: Span) -> bool:
        """Say that a tag is doubted, or no longer."""
        return self.do_made(lambda shown, _: steps.doubt(shown.opened.session, shown.opened.article.id, span))

    def shape(self, make: Callable[[TagShapes], Step]) -> bool:
        """Do what changes the shape of tags."""
        return self.do_made(lambda shown, schema: make(TagShapes(shown.opened, shown.view, schema)))

    def quantity_at(self, at: int) -> Segment | None:
        """Return the range of the quantity that a character of the view stands in."""
        shown = self.workspace.shown
        if shown is None:
            return None
        return tag_steps.quantity_at(shown.view, at, self.workspace.documents.schema)

    # Relations

    def relate(self, head: Span, label: str, tail: Span) -> bool:
        """Join two tags."""
        return self.do_made(
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
            return related.replaced(changes=(*tagged.changes, related.changes[-1]))

        return self.do_made(make)

    def unrelate(self, id_: str) -> bool:
        """Remove a relation."""
        document = self.workspace.shown.opened.document if self.workspace.shown else None
        found = next((r for r in document.relations if r.id == id_), None) if document else None
        if document is None or found is None:
            return False
        return self.do(steps.unrelate(document, found))

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

    def do_made(self, make: Make) -> bool:
        """Make a step on the open article, and do it."""
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
        workspace.tell(step_said(workspace, step) + value_said(workspace, step))
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
        said = step_said(workspace, next(iter(steps.values())))
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
            workspace.tell(workspace.say(f"step.{report}", what=step_said(workspace, step)))
        return step

    # What is said

    def _refused(self, error: PiyueError) -> None:
        self.workspace.tell(error.render(self.workspace.language), alarm=True)
