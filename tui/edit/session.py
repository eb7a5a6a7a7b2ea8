"""A session: a page being edited, with its history. The only mutable value."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias
from uuid import uuid4

from tui.edit.changes import Change, Step
from tui.errors import PiyueError
from tui.model import Document

Listener: TypeAlias = Callable[[Document, Step], None]


class Session:
    """A document, its history, and who wants to know of each change.

    Clock and id maker are injected, so that tests and replays are exact.

    Attributes:
        refusal: why nothing may be changed; None: it may.
    """

    def __init__(
        self,
        document: Document,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC).replace(microsecond=0),
        new_id: Callable[[], str] = lambda: uuid4().hex[:12],
    ) -> None:
        self.document = document
        self.clock = clock
        self.new_id = new_id
        self.listeners: list[Listener] = []
        self.refusal: PiyueError | None = None
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def apply(self, step: Step) -> None:
        """Do `step`; what was undone before can no longer be done again.

        Raises:
            ChangeError: a change does not fit; then nothing has happened.
            PiyueError: the refusal.
        """
        self._done.append(self._run(step))
        self._undone.clear()

    def note(self, change: Change) -> None:
        """Apply a change that is no act of the user's, such as time spent: there is nothing to take back."""
        if self.refusal is None:
            self.document, _ = change.apply(self.document)

    def restart(self, document: Document) -> None:
        """Go on with another document of the page: what was done to the old one cannot be taken back."""
        self.document = document
        self._done.clear()
        self._undone.clear()

    def go_on_with(self, document: Document) -> None:
        """Go on with the page as another program left it; what touches nothing of that can be taken back."""
        from tui.edit.keeping import still_right  # the first text does not wait for it

        before, self.document = self.document, document
        self._done = still_right(self._done, before, document)
        self._undone = still_right(self._undone, before, document)

    @property
    def done(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def undone(self) -> Step | None:
        """The step that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Step | None:
        """Take the last step back and return it; None where there is none."""
        return self._move(self._done, self._undone)

    def redo(self) -> Step | None:
        """Do the step last undone again and return it; None where there is none."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        inverse = self._run(source[-1])
        target.append(inverse)
        return source.pop()

    def _run(self, step: Step) -> Step:
        if self.refusal is not None:
            raise self.refusal
        document = self.document
        inverses: list[Change] = []
        for change in step.changes:
            document, inverse = change.apply(document)
            inverses.append(inverse)
        self.document = document
        for listener in self.listeners:
            listener(document, step)
        return step.replaced(changes=tuple(reversed(inverses)))
