"""Repairing a page's division line by line: what would become of the line at the cursor is said before it is
done, in any view, wherever the cursor goes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from tui.app.keys.display import display
from tui.app.work_screen.actions.correcting import SAID, source_here
from tui.app.work_screen.actions.places import go_to_source
from tui.app.work_screen.controller import Act, Controller, Mode
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace.repair_words import sentence
from tui.edit import Step
from tui.edit.correct import JoinArticles
from tui.edit.repair import BeginArticle, MarkLine
from tui.edit.repair_preview import Repair, RepairPreview, preview
from tui.errors import PiyueError
from tui.model import Document, Role

KEYS = ("edit", "clear")


@dataclass(frozen=True, eq=False)
class Repairing(Mode):
    """One kind of repair, ready to be done to the line at the cursor.

    Attributes:
        key: the id of the key that began it, which does it too.
        repair: makes the repair of the line at a source offset.
    """

    key: str
    repair: Callable[[int], Repair]

    @property
    def keys(self) -> Mapping[str, Act]:
        """Enter, or the key that began it, does it."""
        return {"edit": self.finish, self.key: self.finish}

    def finish(self, controller: Controller) -> None:
        """Do it to the line at the cursor, and be ready for the next line."""
        shown = controller.workspace.shown
        if shown is None:
            return
        at = source_here(controller)
        try:
            step = step_of(shown.opened.document, self.key, self.repair(at))
        except PiyueError as error:
            controller.leave()
            controller.tell_error(error)
            return
        if controller.editor.do(step):
            go_to_source(controller, at)
            controller.go_on_in(self)
        controller.show_bars()

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Say what becomes of the line at the cursor, and what the keys do."""
        say = controller.workspace.say
        pieces = [Piece(f" {self._said(controller)}  ", "strong")]
        for id_ in KEYS:
            key = display(controller.rows[id_].keys[0])
            pieces += [Piece(key, "key"), Piece(f" {say('repair.' + id_)}  ", "dim")]
        return pieces

    def _said(self, controller: Controller) -> str:
        shown = controller.workspace.shown
        if shown is None:
            return ""
        try:
            seen = preview(shown.opened.document, self.repair(source_here(controller)))
        except PiyueError as error:
            return error.render(controller.workspace.language)
        return sentence(seen, controller.workspace.say)


def step_of(document: Document, kind: str, repair: Repair, *, whole: bool = False) -> Step:
    """Return the step that does a repair, named by the line's text, or by the sentence that it closes.

    Raises:
        PiyueError: nothing stands there, or it cannot be done.
    """
    seen: RepairPreview = preview(document, repair, whole=whole)
    said = seen.text[:SAID]
    if any(seen.closes):
        kind, said = "closed", f"{said} · {seen.closes[0][-SAID:]}{seen.closes[1][:SAID]}"
    return Step(kind, (repair,), said, repair.at)


def begin_article(controller: Controller) -> None:
    """Begin an article with the line, its title."""
    controller.enter(Repairing("begin_article", BeginArticle))


def mark(controller: Controller, role: Role | None) -> None:
    """Give the line a role, or take it out of its article; a sentence around it closes."""
    controller.enter(Repairing(f"mark_{role or 'furniture'}", partial(MarkLine, role=role)))


def join_article(controller: Controller) -> None:
    """Join the article to the one above."""
    controller.enter(Repairing("join_article", JoinArticles))
