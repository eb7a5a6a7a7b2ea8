"""Correcting a page: its articles and blocks as one list, in which borders move and roles change."""

from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label

from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.pick import Choice, PickScreen
from tui.app.widgets.row_list import Rows, columns
from tui.app.work_screen.bar_pieces import Say
from tui.app.workspace.editing import Work
from tui.app.workspace.page_outline import Row, outline
from tui.edit import Change
from tui.edit.correct import (
    JoinArticles,
    JoinParagraphs,
    MarkFurniture,
    MarkText,
    MoveBorder,
    SetRole,
    SplitArticle,
)
from tui.errors import printable
from tui.model import ROLES
from tui.text.titles import title_of


class PageRows(Rows[Row]):
    """The rows of a page; a line of its own stands where an article begins."""

    def __init__(self, work: Work) -> None:
        super().__init__(id="outline")
        self.work = work

    @property
    def say(self) -> Say:
        """How to say a row of the catalogue."""
        return self.work.say

    def show(self, at: int) -> None:
        """Show the page as it is now, the cursor on the block that holds a source offset."""
        assert self.work.shown is not None
        rows = outline(self.work.shown.opened.document)
        self.set_items(rows)
        places = [(row.at, index) for index, row in enumerate(rows) if not row.head and row.at <= at]
        self.put_cursor(max(places)[1] if places else 1)
        self.refresh()

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self.items[self.cursor]

    def selectable(self, item: Row) -> bool:
        """Heads are only shown."""
        return not item.head

    def chosen(self, item: Row) -> None:
        """Go to the block in the text."""
        self.screen.dismiss(item.at)

    def paint(self, item: Row, cells: int) -> list[Segment]:
        """Return a head with the article's title, or a role with its text."""
        if item.head:
            return [Segment(self._head(item, cells), self.part("head"))]
        role = self.say(f"role.{item.role or 'furniture'}")
        style = self.part("dim" if item.role is None else "base")
        left, text = columns(f"  {role}", "", 16)[0], printable(item.text)
        return [Segment(left, self.part("dim")), Segment(columns(text, "", cells - 16)[0], style)]

    def _head(self, item: Row, cells: int) -> str:
        assert self.work.shown is not None
        document = self.work.shown.opened.document
        title = title_of(document.page, document.articles[item.number - 1])
        sure = "" if item.sure == 1 else self.say("correct.sure", percent=round(100 * item.sure))
        return "".join(columns(self.say("correct.article", number=item.number, title=title), sure, cells))


class CorrectScreen(Dialog[int | None]):
    """Shows the page as a list and changes it; gives back the source offset to go to.

    Args:
        at: the source offset from which it was opened.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,D", "close"),
        ("b", "toggle_begin"),
        ("left_square_bracket", "move_border(-1)"),
        ("right_square_bracket", "move_border(1)"),
        ("r", "role"),
        ("x", "furniture"),
        ("m", "join"),
        ("u", "travel('undo')"),
        ("U", "travel('redo')"),
    ]

    def __init__(self, work: Work, at: int) -> None:
        super().__init__()
        self.work, self._at = work, at

    def compose(self) -> ComposeResult:
        """Lay out title, list, what was done last, and keys."""
        assert self.work.shown is not None
        page = printable(self.work.shown.opened.document.page.id)
        with Vertical(id="dialog"):
            yield Label(Content(self.work.say("correct.title", page=page)), id="title")
            yield PageRows(self.work)
            yield Label(id="said")
            yield Label(Content(self.work.say("correct.keys")), id="keys")

    def on_mount(self) -> None:
        """Show the page."""
        self.rows.focus()
        self.call_after_refresh(self.rows.show, self._at)

    @property
    def rows(self) -> PageRows:
        """The list."""
        return self.query_one(PageRows)

    def action_close(self) -> None:
        """Go back to the text."""
        self.dismiss(None)

    def action_toggle_begin(self) -> None:
        """Begin an article with the block; where one begins, join it to the one before."""
        row = self.rows.row
        if self.rows.items[self.rows.cursor - 1].head:
            self._do("join_article", JoinArticles(row.at))
        else:
            self._do("split_article", SplitArticle(row.at))

    def action_move_border(self, step: int) -> None:
        """Let the article of the block begin a block earlier, or later."""
        rows, number = self.rows.items, self.rows.row.number
        blocks = [row for row in rows if row.role is not None]
        first = next((n for n, row in enumerate(blocks) if row.number == number), 0)
        if number and 0 <= first + step < len(blocks):
            self._do("border", MoveBorder(blocks[first].at, blocks[first + step].at))

    def action_role(self) -> None:
        """Ask for the block's role."""
        say = self.work.say
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
            self._do("furniture", MarkFurniture(row.at))

    def action_join(self) -> None:
        """Join the block to the one above it."""
        self._do("join_block", JoinParagraphs(self.rows.row.at))

    def action_travel(self, way: str) -> None:
        """Take the last step back, or do it again."""
        step = self.work.undo() if way == "undo" else self.work.redo()
        self._show(self.rows.row.at if step is None or step.at is None else step.at)

    def _do(self, kind: str, change: Change) -> None:
        row = self.rows.row
        self.work.correct(kind, change, row.at, row.text[:20])
        self._show(row.at)

    def _show(self, at: int) -> None:
        self.rows.show(at)
        self.query_one("#said", Label).update(Content(self.work.status.message))
