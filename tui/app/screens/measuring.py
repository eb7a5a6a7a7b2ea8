"""Keys for what metrics need beside tags: when the page appeared, and the ledger."""

from typing import TYPE_CHECKING

from tui.app.screens.tagging import Tagging
from tui.errors import ChangeError, PiyueError

if TYPE_CHECKING:
    from tui.measure.ledger import Row


class Measuring(Tagging):
    """Asks for the page's date, and shows the ledger."""

    def action_ledger(self) -> None:
        """Show the metrics of all pages as a table, and go to one of them."""
        from tui.app.screens.ledger import LedgerScreen

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
        self._ask_date(self.work.shown.opened.document.corrections.date)

    def _ask_date(self, written: str) -> None:
        """Ask for the date; what was typed and is none is kept, and asked for again."""
        from tui.app.screens.ask import AskScreen
        from tui.edit.sharing import set_date
        from tui.quantities.periods import date_in

        assert self.work.shown is not None
        document = self.work.shown.opened.document

        def keep(typed: str | None) -> None:
            said = date_in(typed) if typed else None
            if typed and typed.strip() and said is None:
                self.work.tell(ChangeError("page.date", date=typed).render(self.work.language), alarm=True)
                self._ask_date(typed)
            elif typed is not None:
                self.work.do(set_date(document, str(said or "")))
                self.show_changes(self.reader.span)
            self.show_bars()

        title = self.work.say("ask.date", known=self.work.base() or self.work.say("ask.no_date"))
        self.app.push_screen(AskScreen(title, written), keep)
