"""What metrics need beside tags: when the page appeared, and the ledger."""

from tui.app.dialogs.ask import AskScreen
from tui.app.dialogs.ledger import LedgerScreen
from tui.app.work_screen.controller import Controller
from tui.edit.sharing import set_date
from tui.errors import ChangeError
from tui.measure.ledger import Row
from tui.quantities.periods import base_of


def ledger(controller: Controller) -> None:
    """Show the metrics of all pages as a table, and go to one of them."""

    def go(row: Row | None) -> None:
        if row is not None:
            _go_to_row(controller, row)

    controller.ask(LedgerScreen(controller.workspace), go)


def _go_to_row(controller: Controller, row: Row) -> None:
    shown = controller.workspace.shown
    if shown is None or shown.opened.article.id != row.article:
        controller.open_article(row.article)
    controller.go_to_span(row.id)
    controller.reader.focus()


def page_date(controller: Controller) -> None:
    """Ask when the page appeared."""
    workspace = controller.workspace
    if workspace.shown is None:
        return
    document = workspace.shown.opened.document

    def keep(typed: str | None) -> None:
        if typed is not None and typed.strip() and base_of(typed) is None:
            controller.tell_error(ChangeError("page.date", date=typed))
        elif typed is not None:
            controller.editor.do(set_date(document, typed.strip()))
            controller.show_changes(controller.reader.span)

    title = workspace.say("ask.date", known=workspace.base() or workspace.say("ask.no_date"))
    controller.ask(AskScreen(title, document.corrections.date), keep)
