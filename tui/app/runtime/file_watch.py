"""Notices that the settings, or the text that is shown, were changed on disk while the app is open."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import time_ns

from tui.app.keys.resolve import key_errors
from tui.app.runtime.context import AppContext
from tui.app.runtime.page_locks import PageLocks
from tui.errors import PiyueError, printable
from tui.model import Document, Page
from tui.store.digest import sha256
from tui.store.files.locks import LockedError
from tui.store.files.reading import read_plain
from tui.store.settings.cache import remembered_settings
from tui.store.settings.model import FILE, Settings
from tui.store.sources.origin import TABLES

LOOK = 3.0
"""Seconds between two looks at the disk."""

BEFORE = 2 * 10**9
"""Nanoseconds before the watch begins in which what the app has read may have been changed since. What is
older is not read again: to read a long text costs memory that is not given back."""


class FileWatch:
    """Takes labels, keys and relation types that were changed in `piyue.toml`; tells of changed texts.

    A page that somebody else works on, and that is only read here, is shown as it is on disk; once they are
    done, it can be changed.
    """

    def __init__(self, context: AppContext, locks: PageLocks) -> None:
        self._context, self._locks = context, locks
        self._begun = time_ns() - BEFORE
        self._states: dict[Path, tuple[int, ...]] = {}
        self._is_looking = False

    def begin(self) -> None:
        """Look from now on."""
        self._context.app.set_interval(LOOK, self._look_behind)

    def _look_behind(self) -> None:
        """Look in a thread, unless the last look still waits for a disk that does not answer.

        It is a thread of its own: one more of those that are shared has memory of its own for all that they
        do, 10 MB with a long text.
        """
        if self._is_looking:
            return
        self._is_looking = True
        shown = self._context.workspace.shown
        page = None if shown is None else shown.opened.document.page
        Thread(target=self._look_once, args=(page,), name="piyue-watch", daemon=True).start()

    def _look_once(self, page: Page | None) -> None:
        try:
            self.look(page)
        except Exception as error:  # a thread that ends without a word would notice nothing any more
            if self._context.app.is_running:
                self._context.fail(error)

    def look(self, page: Page | None) -> None:
        """Look at the settings and at the file of the page that is shown, in a thread."""
        try:
            self._look(page)
        finally:
            self._is_looking = False

    def _look(self, page: Page | None) -> None:
        root = self._context.project.root
        if self._is_gone(root / FILE):
            self._alarm("status.settings_gone")
        elif self._is_other(root / FILE):
            self._look_at_settings(root / FILE)
        if page is not None and not page.path.endswith(TABLES):
            self._look_for_page(root / page.path, page)
        if page is not None:
            self._follow(page.id)

    def _look_for_page(self, path: Path, page: Page) -> None:
        if self._is_gone(path):
            self._alarm("status.page_gone", path=printable(page.path))
        elif self._is_other(path) and self._is_changed(path, page):
            self._alarm("status.page_changed", path=printable(page.path))

    def _alarm(self, key: str, **values: object) -> None:
        self._context.app.call_later(self._context.alarm, self._context.workspace.say(key, **values))

    def _is_gone(self, path: Path) -> bool:
        """Tell whether a file that was there at the last look is not there any more."""
        if not self._states.get(path) or path.exists():
            return False
        self._states[path] = ()
        return True

    def _is_other(self, path: Path) -> bool:
        """Tell whether a file is another one than when it was last looked at, or than at the start."""
        try:
            found = path.stat()
        except OSError:
            return False
        before, state = self._states.get(path), (found.st_ino, found.st_size, found.st_mtime_ns)
        self._states[path] = state
        return found.st_mtime_ns > self._begun if before is None else before != state

    def _look_at_settings(self, path: Path) -> None:
        errors: Sequence[PiyueError]
        try:
            settings = remembered_settings(path, self._context.project.cache)
            errors = key_errors(settings.keys, settings.labels, settings.preset)
        except PiyueError as error:
            errors = [error]
        if errors:
            language = self._context.workspace.language
            self._context.app.call_later(self._context.alarm, errors[0].render(language))
        else:
            self._context.app.call_later(self._take, settings)

    def _take(self, settings: Settings) -> None:
        """Go on with other settings; what is decided at the start stays as it is."""
        project = self._context.project
        before = project.settings
        now = settings.replaced(sources=before.sources, language=before.language)
        if now == before:
            return
        project.settings = now
        self._context.app.call_later(self._context.app.run_action, "app.take_schema")
        self._context.alarm(self._context.workspace.say("status.settings_changed"))

    def _follow(self, page: str) -> None:
        """Read a page again that somebody else works on, and that is only read here."""
        workspace, project = self._context.workspace, self._context.project
        session = workspace.documents.session(page)
        if session.refusal is None or workspace.status.now.saved != "saved":
            return
        with suppress(PiyueError):  # what cannot be read now may be soon; opening the page says so
            if not project.documents.is_current(session.document):
                self._context.app.call_later(self._show, project.document(page))
            elif session.refusal.key == "store.locked" and self._is_free(session.document):
                self._context.app.call_later(self._locks.take_again, session)

    def _is_free(self, document: Document) -> bool:
        """Tell whether nobody else has a page any more."""
        try:
            self._context.project.documents.annotations.lease(document).check()
        except LockedError:
            return False
        return True

    def _show(self, document: Document) -> None:
        self._context.workspace.documents.session(document.page.id).restart(document)
        self._context.workspace.follow()
        self._context.controller.show_changes()

    def _is_changed(self, path: Path, page: Page) -> bool:
        """Tell whether a file holds another text than the one that is shown; not where it cannot be read."""
        try:
            return sha256(read_plain(path)).hexdigest() != page.sha256
        except OSError:
            return False
