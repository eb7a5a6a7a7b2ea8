"""Actions for metrics: the page's date and the ledger."""

from tui.app.dialogs.ask import AskScreen
from tui.app.dialogs.ledger import LedgerScreen
from tui.app.work_screen.controller import Controller
from tui.app.workspace.time_values import page_base
from tui.edit.sharing import set_date
from tui.errors import ChangeError
from tui.measure.ledger import Row
from tui.model import Document
from tui.quantities.periods import date_in


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
    shown = controller.workspace.shown
    if shown is not None:
        _ask_date(controller, shown.opened.document, shown.opened.document.corrections.date)


def _ask_date(controller: Controller, document: Document, written: str) -> None:
    """Ask for the date; what was typed and is none is kept, and asked for again."""
    workspace = controller.workspace

    def keep(typed: str | None) -> None:
        if typed is None:
            return
        said = date_in(typed)
        if typed.strip() and said is None:
            controller.tell_error(ChangeError("page.date", date=typed))
            _ask_date(controller, document, typed)
        else:
            controller.editor.do(set_date(document, str(said or "")))
            controller.show_changes(controller.reader.span)

    title = workspace.say("ask.date", known=page_base(workspace) or workspace.say("ask.no_date"))
    controller.ask(AskScreen(title, written), keep)
