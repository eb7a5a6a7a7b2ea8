"""Takes the lock of a page, and merges changes of others."""

from functools import partial

from tui.app.runtime.context import AppContext
from tui.app.runtime.notices import Notices
from tui.edit import Session
from tui.errors import PiyueError, StoreError, printable
from tui.model import Document
from tui.store.files.atomic import as_store_error
from tui.store.files.locks import BEAT, LockedError


class PageLocks:
    """Takes the locks of the pages that are shown, and keeps them alive."""

    def __init__(self, context: AppContext, notices: Notices) -> None:
        self._context, self._notices = context, notices
        self._tried: set[str] | None = None
        self._warned = False

    def begin(self) -> None:
        """Take the first page's lock, once the first screen is there."""
        self._tried = set()
        self._context.project.documents.journals.is_session = True
        self._context.app.set_interval(BEAT, self._beat)
        self.take_shown()

    def _beat(self) -> None:
        self._context.run_in_thread(self._context.project.documents.leases.beat, group="locks")

    def take_shown(self) -> None:
        """Take the lock of the page that is shown, if that was not tried yet."""
        shown = self._context.workspace.shown
        if self._tried is not None and shown is not None and shown.opened.document.page.id not in self._tried:
            self._tried.add(shown.opened.document.page.id)
            self._take_behind(shown.opened.session)

    def take_again(self, session: Session) -> None:
        """Take the lock of a page that somebody else had, and put together what both did."""
        self._take_behind(session)

    def is_tried(self, page: str) -> bool:
        """Tell whether a page was shown, so that its lock was asked for."""
        return self._tried is not None and page in self._tried

    def _take_behind(self, session: Session, *, over: bool = False) -> None:
        self._context.run_in_thread(self._take, session.document, over, group="locks")

    def _take(self, document: Document, over: bool) -> None:
        files = self._context.project.documents.annotations
        error: PiyueError | None = files.kept(document).refusal
        is_current = True
        try:
            if error is None:
                with as_store_error(self._context.project.root):
                    files.lease(document).take(over=over)
                    is_current = files.is_current(document)
        except LockedError as locked:
            error = locked
        except StoreError as denied:
            self._context.app.call_later(self._warn, denied)
        self._context.app.call_later(self.answered, document.page.id, error, is_current=is_current)

    def _warn(self, denied: StoreError) -> None:
        """Say once that no lock can be written: nothing can be saved there, either.

        What is wrong with a server is said by what listens to it.
        """
        workspace = self._context.workspace
        if self._context.project.server is None and not self._warned:
            self._warned = True
            self._context.alarm(workspace.say("status.unwritable", reason=denied.said(workspace.language)))

    def answered(self, page: str, error: PiyueError | None, *, is_current: bool = True) -> None:
        """Ask what to do where somebody else has the page; go on with it as another program left it."""
        session = self._context.workspace.documents.session(page)
        was_refused = session.refusal is not None
        # Said in the status line, where a path would leave no room for the rest.
        session.refusal = error and StoreError(error.key, **error.values)
        say = self._context.workspace.say
        if isinstance(error, LockedError):
            self._ask(session, error)
        elif error is not None:
            self._notices.show(error)
        elif not is_current:
            self.merge(session)
        elif session.document.orphans:
            self._context.alarm(say("status.orphans", count=len(session.document.orphans)))
        elif was_refused:
            self._context.alarm(say("status.taken"))

    def _ask(self, session: Session, error: LockedError) -> None:
        from tui.app.dialogs.page_locked import LockedScreen

        dialog = LockedScreen(error, self._context.workspace.say)
        self._context.app.push_screen(dialog, partial(self._chosen, session))

    def _chosen(self, session: Session, over: bool | None) -> None:
        if over:
            self._take_behind(session, over=True)
        else:
            self._context.controller.tell("status.read_only")

    def merge(self, session: Session) -> None:
        """Go on with the page as another program left it and what was done here; save that.

        Where the page is only read, and nothing waits to be saved, there is nothing to save.
        """
        news: list[StoreError] = []
        workspace = self._context.workspace
        is_only_read = session.refusal is not None and workspace.status.now.saved == "saved"
        try:
            merged = self._context.project.documents.merge(session.document, news.append)
        except PiyueError as error:
            workspace.status.saving("failed", error.said(workspace.language))
            return
        session.go_on_with(merged)
        workspace.follow()  # borders and roles may be others now
        if is_only_read:
            self._context.controller.show_changes()
            return
        workspace.documents.changed(merged)
        self._context.controller.show_changes()
        self._context.alarm(workspace.say("status.merged", page=printable(merged.page.id)))
        for one in news:
            self._notices.add(one)
