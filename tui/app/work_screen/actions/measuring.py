"""Keys for what metrics need beside tags: when the page appeared, and the ledger."""

from typing import TYPE_CHECKING

from tui.app.work_screen.actions.tagging import Tagging
from tui.errors import ChangeError, PiyueError

if TYPE_CHECKING:
    from tui.measure.ledger import Row


class Measuring(Tagging):
    """Asks for the page's date, and shows the ledger."""

    def action_ledger(self) -> None:
        """Show the metrics of all pages as a table, and go to one of them."""
        from tui.app.dialogs.ledger import LedgerScreen

        def go(row: "Row | None") -> None:
            if row is not None:
                self._go_to_row(row)

        self.app.push_screen(LedgerScreen(self.work, self.keys), go)

    def _go_to_row(self, row: "Row") -> None:
        shown = self.work.shown
        if shown is None or shown.opened.article.id != row.article:
            try:
                self.work.open(row.article)
            except PiyueError as error:
                self.work.tell(error.render(self.work.language), alarm=True)
                self.show_bars()
                return
            self.show_article()
        self.go_to_span(row.id)
        self.reader.focus()

    def action_page_date(self) -> None:
        """Ask when the page appeared."""
        if self.work.shown is None:
            return
        from tui.app.dialogs.ask import AskScreen
        from tui.edit.sharing import set_date
        from tui.quantities.periods import base_of

        document = self.work.shown.opened.document

        def keep(typed: str | None) -> None:
            if typed is not None and typed.strip() and base_of(typed) is None:
                self.work.tell(ChangeError("page.date", date=typed).render(self.work.language), alarm=True)
            elif typed is not None:
                self.work.do(set_date(document, typed.strip()))
                self.show_changes(self.reader.span)
            self.show_bars()

        title = self.work.say("ask.date", known=self.work.base() or self.work.say("ask.no_date"))
        self.app.push_screen(AskScreen(title, document.corrections.date), keep)
