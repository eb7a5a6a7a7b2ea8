"""Dialog for correcting a page: its articles and blocks as one list, with movable borders and roles."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label

from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.messages import BlockChosen, RowMoved
from tui.app.dialogs.pick import Choice, PickScreen
from tui.app.keys.bindings import bindings
from tui.app.widgets.row_list import RowList, columns
from tui.app.workspace.editing import Editor
from tui.app.workspace.page_outline import OutlineRow, outline
from tui.app.workspace.repair_words import becomes
from tui.app.workspace.status import Say
from tui.app.workspace.workspace import Workspace
from tui.edit import Change, Step
from tui.edit.correct import (
    JoinArticles,
    JoinParagraphs,
    MarkText,
    MoveBorder,
    SetRole,
    SplitArticle,
)
from tui.edit.doubtful import doubtful_places
from tui.edit.repair import BeginArticle, ConfirmDivision, MarkLine, is_confirmed
from tui.edit.repair_preview import Repair, preview
from tui.errors import PiyueError, printable
from tui.model import ROLES, Document, Role
from tui.text.titles import title_of

SAID = 20
"""Code points of a block that are said when it was changed."""

MOST_PREVIEWED = 2000
"""What keys would make of a block is found by trying them, which takes too long on a page of more rows."""
REPAIRS: dict[str, Callable[[int], Repair]] = {
    "correct_article": partial(BeginArticle, whole=True),
    "correct_title": partial(MarkLine, role="title", whole=True),
    "correct_caption": partial(MarkLine, role="caption", whole=True),
    "correct_byline": partial(MarkLine, role="byline", whole=True),
    "correct_furniture": partial(MarkLine, role=None, whole=True),
    "correct_join_article": JoinArticles,
}
"""By the ids of the keys that do them."""


class PageRows(RowList[OutlineRow]):
    """The rows of a page; a line of its own stands where an article begins."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="outline")
        self.workspace = workspace

    @property
    def say(self) -> Say:
        """How to say a row of the catalogue."""
        return self.workspace.say

    def show(self, at: int) -> None:
        """Show the page as it is now, the cursor on the block that holds a source offset."""
        assert self.workspace.shown is not None
        rows = outline(self.workspace.shown.opened.document)
        self.set_items(rows)
        places = [(row.at, index) for index, row in enumerate(rows) if not row.head and row.at <= at]
        self.put_cursor(max(places)[1] if places else 1)
        self.refresh()

    def put_cursor(self, index: int) -> None:
        """Put the cursor on a row, and have said what can be made of it."""
        super().put_cursor(index)
        self.post_message(RowMoved())

    @property
    def row(self) -> OutlineRow:
        """The row under the cursor."""
        return self.items[self.cursor]

    def selectable(self, item: OutlineRow) -> bool:
        """Heads are only shown."""
        return not item.head

    def chosen(self, item: OutlineRow) -> None:
        """Confirm the division, and go to the block in the text."""
        self.post_message(BlockChosen(item.at))

    def paint(self, item: OutlineRow, cells: int) -> list[Segment]:
        """Return a head with the article's title, or a role with its text."""
        if item.head:
            return [Segment(self._head(item, cells), self.part("head"))]
        role = self.say(f"role.{item.role or 'furniture'}")
        style = self.part("dim" if item.role is None else "base")
        left, text = columns(f"  {role}", "", 16)[0], printable(item.text)
        return [Segment(left, self.part("dim")), Segment(columns(text, "", cells - 16)[0], style)]

    def _head(self, item: OutlineRow, cells: int) -> str:
        assert self.workspace.shown is not None
        document = self.workspace.shown.opened.document
        title = title_of(document.page, document.articles[item.number - 1])
        sure = "" if item.sure == 1 else self.say("correct.sure", percent=round(100 * item.sure))
        return "".join(columns(self.say("correct.article", number=item.number, title=title), sure, cells))


class CorrectScreen(Dialog[int | None]):
    """Shows the page as a list and changes it; gives back the source offset to go to.

    Args:
        at: the source offset from which it was opened.
    """

    BINDINGS = bindings("correct_page")

    def __init__(self, editor: Editor, at: int) -> None:
        super().__init__()
        self.editor, self.workspace, self._at = editor, editor.workspace, at

    def compose(self) -> ComposeResult:
        """Lay out title, list, what was done last, and keys."""
        with Vertical(id="dialog"):
            yield Label(id="title")
            yield PageRows(self.workspace)
            yield Label(id="preview")
            yield Label(id="said")
            yield Label(Content(self.workspace.say("correct.keys")), id="keys")

    def on_mount(self) -> None:
        """Show the page."""
        self.rows.focus()
        self._show(self._at)

    def on_block_chosen(self, message: BlockChosen) -> None:
        """Confirm the division of a page that is new, and go to the block."""
        if not is_confirmed(self.document):
            self.editor.do(Step("confirm_division", (ConfirmDivision(),), "", message.at))
        self.dismiss(message.at)

    def on_row_moved(self) -> None:
        """Say what each key would make of the block."""
        self.query_one("#preview", Label).update(Content(self._outcomes()))

    def _outcomes(self) -> str:
        say, document, at = self.workspace.say, self.document, self.rows.row.at
        if len(self.rows.items) > MOST_PREVIEWED:
            return ""
        outcomes = []
        for key, repair in REPAIRS.items():
            with suppress(PiyueError):  # what cannot be done has no outcome
                seen = preview(document, repair(at), whole=True)
                if seen.changes:
                    outcomes.append(say("preview.key", id=key, becomes=becomes(seen, say)))
        role = say(f"role.{self.rows.row.role or 'furniture'}")
        return say("preview.block", role=role, outcomes=" · ".join(outcomes)) if outcomes else ""

    @property
    def document(self) -> Document:
        """The page as it is now."""
        assert self.workspace.shown is not None
        return self.workspace.shown.opened.document

    @property
    def rows(self) -> PageRows:
        """The list."""
        return self.query_one(PageRows)

    def action_toggle_begin(self) -> None:
        """Begin an article with the block; where one begins, join it to the one before."""
        row = self.rows.row
        if self.rows.items[self.rows.cursor - 1].head:
            self._do("join_article", JoinArticles(row.at))
        else:
            self._do("begin_article", SplitArticle(row.at))

    def action_begin_article(self) -> None:
        """Begin an article with the block, its title."""
        at = self.rows.row.at
        self._do("begin_article", BeginArticle(at, whole=True))

    def action_mark(self, role: Role) -> None:
        """Give the block a role; a sentence around a caption closes."""
        self._do(f"mark_{role}", MarkLine(self.rows.row.at, role, whole=True))

    def action_join_article(self) -> None:
        """Join the article of the block to the one above."""
        self._do("join_article", JoinArticles(self.rows.row.at))

    def action_next_doubtful(self) -> None:
        """Go to the next doubtful block, from the last one to the first."""
        places, here = doubtful_places(self.document), self.rows.row.at
        if places:
            self.rows.show(next((at for at in places if at > here), places[0]))
        else:
            self.workspace.tell(self.workspace.say("status.no_doubt"))
            self._show(here)

    def action_move_border(self, step: int) -> None:
        """Let the article of the block begin a block earlier, or later."""
        rows, number = self.rows.items, self.rows.row.number
        blocks = [row for row in rows if row.role is not None]
        first = next((n for n, row in enumerate(blocks) if row.number == number), 0)
        if number and 0 <= first + step < len(blocks):
            self._do("border", MoveBorder(blocks[first].at, blocks[first + step].at))

    def action_role(self) -> None:
        """Ask for the block's role."""
        say = self.workspace.say
        choices = [
            Choice(role, f"{role:<10} {say(f'role.{role}')}", (role, say(f"role.{role}"))) for role in ROLES
        ]

        def take(chosen: str | None) -> None:
            row = self.rows.row
            role = next((role for role in ROLES if role == chosen), None)
            if role is not None and row.role is None:
                self._do("text", MarkText(row.at, role))
            elif role is not None:
                self._do("role", SetRole(row.at, role))

        self.app.push_screen(PickScreen(say("correct.pick"), choices), take)

    def action_furniture(self) -> None:
        """Take the block out of its article, or a line of none into the article above it."""
        row = self.rows.row
        if row.role is None:
            self._do("text", MarkText(row.at))
        else:
            self._do("furniture", MarkLine(row.at, None, whole=True))

    def action_join(self) -> None:
        """Join the block to the one above it."""
        self._do("join_block", JoinParagraphs(self.rows.row.at))

    def action_travel(self, way: str) -> None:
        """Take the last step back, or do it again."""
        step = self.editor.undo() if way == "undo" else self.editor.redo()
        self._show(self.rows.row.at if step is None or step.at is None else step.at)

    def _do(self, kind: str, change: Change) -> None:
        row = self.rows.row
        self.editor.do(Step(kind, (change,), row.text[:SAID], row.at))
        self._show(row.at)

    def _show(self, at: int) -> None:
        self.rows.show(at)
        say, document = self.workspace.say, self.document
        title = say("correct.title", page=printable(document.page.id))
        learned = say("correct.learned") if document.corrections.votes else ""
        confirmed = say("correct.confirmed") if is_confirmed(document) else ""
        self.query_one("#title", Label).update(Content("  ".join(filter(None, (title, confirmed, learned)))))
        self.query_one("#said", Label).update(Content(self.workspace.status.now.message))
