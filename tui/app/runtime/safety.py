"""What keeps the work safe while the app runs: locks, mending, retries, signals, crashes."""

import asyncio
import os
import signal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from rich.text import Text

from tui.app.dialogs.download import download
from tui.app.runtime import messages
from tui.app.runtime.terminal import KEYS, TerminalApp, has_hung_up
from tui.errors import PiyueError, StoreError, printable
from tui.model import Document
from tui.store.files.locks import BEAT, LockedError
from tui.store.project import Project
from tui.store.saver import Failed, Saver
from tui.texts import Language, say

if TYPE_CHECKING:
    from tui.app.work_screen.controller import Controller
    from tui.app.workspace.workspace import Workspace
    from tui.edit import Session, Step

RETRY = 5.0
"""Seconds between two attempts to save what could not be saved."""

PATIENCE = 5.0
"""Seconds that the end of the program waits for the disk at most."""

WATCH = 0.3
"""Seconds between two looks whether the terminal is still there."""

ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)


class SafeApp(TerminalApp):
    """An app whose work survives what happens around it; its subclass says what the work is.

    Args:
        project: whose pages are worked on.
        language: in which things are said.
    """

    workspace: "Workspace"
    saver: Saver

    def __init__(self, project: Project, language: Language) -> None:
        super().__init__()
        self.project, self.language = project, language
        self._unsaved: dict[str, Document] = {}
        self._held: set[str] = set()
        self._guarding = False
        self._news: list[PiyueError] = []
        self._crashed = ""

    @property
    def controller(self) -> "Controller":
        """What the work screen's keys act through, also where another screen lies over it."""
        raise NotImplementedError

    def catch_signals(self) -> None:
        """Save first where a signal asks for the end."""
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in ENDING:
                loop.add_signal_handler(number, partial(self._end, number))
            if not self.is_web:  # the driver sees the end of its input, and takes what came before it
                self.set_interval(WATCH, self._watch_terminal)

    def _watch_terminal(self) -> None:
        """End where the terminal is gone: where another program leads its session, no signal says so."""
        if has_hung_up(KEYS):
            self._end(signal.SIGHUP)

    def guard(self) -> None:
        """Begin, once the first screen is there."""
        self._guarding = True
        self.project.shelf.is_session = True
        self.set_interval(BEAT, self._beat)
        self.set_interval(RETRY, self._retry)
        for error in self._news:
            self.post_message(messages.Told(error))
        self.hold_page()

    def _beat(self) -> None:
        self.run_worker(self.project.shelf.beat, thread=True, group="locks")

    # Who works here

    def hold_page(self) -> None:
        """Take the lock of the page that is shown, if that was not tried yet."""
        shown = self.workspace.shown
        if self._guarding and shown is not None and shown.opened.document.page.id not in self._held:
            self._held.add(shown.opened.document.page.id)
            self.take(shown.opened.session)

    def take(self, session: "Session", *, over: bool = False) -> None:
        """Take a page's lock behind the screen; the answer is a message."""
        self.run_worker(partial(self._take, session.document, over), thread=True, group="locks")

    def _take(self, document: Document, over: bool) -> None:
        error: PiyueError | None = self.project.shelf.kept(document).refusal
        try:
            if error is None:
                self.project.shelf.lock(document).take(over=over)
        except LockedError as locked:
            error = locked
        except (OSError, StoreError):
            pass  # where no lock can be written nothing can be saved, either: that will be said
        self.post_message(messages.PageHeld(document.page.id, error))

    def on_page_held(self, event: messages.PageHeld) -> None:
        """Ask what to do where somebody else has the page; else look whether it is still as it was read."""
        session = self.workspace.documents.session(event.page)
        was_refused = session.refusal is not None
        # Said in the status line, where a path would leave no room for the rest.
        session.refusal = event.error and StoreError(event.error.key, **event.error.values)
        if isinstance(event.error, LockedError):
            from tui.app.dialogs.page_locked import LockedScreen

            self.push_screen(LockedScreen(event.error, self.workspace.say), partial(self._chosen, session))
        elif event.error is not None:
            self.on_told(messages.Told(event.error))
        elif not self.project.shelf.is_current(session.document):
            self._merge(session)
        elif session.document.orphans:
            self._alarm(self.workspace.say("status.orphans", count=len(session.document.orphans)))
        elif was_refused:
            self._alarm(self.workspace.say("status.taken"))

    def _chosen(self, session: "Session", over: bool | None) -> None:
        if over:
            self.take(session, over=True)
        else:
            self.workspace.tell(self.workspace.say("status.read_only"))
            self.controller.show_bars()

    # What was found out

    def told(self, error: PiyueError) -> None:
        """Have something said once there is a screen, and work that was taken up saved; from any thread."""
        if self._guarding:
            self.post_message(messages.Told(error))
        else:
            self._news.append(error)

    def on_told(self, event: messages.Told) -> None:
        """Say it; save what was taken up again."""
        self._alarm(event.error.said(self.language))
        if event.error.key == "store.recovered" and event.error.path is not None:
            self.changed(self.workspace.documents.session(Path(event.error.path).stem).document)

    def _alarm(self, text: str) -> None:
        """Say something once the screen has come to rest, lest a moving cursor wipe it away."""

        def tell() -> None:
            self.workspace.tell(text, alarm=True)
            self.controller.show_bars()

        self.call_after_refresh(tell)

    # Saving

    def changed(self, document: Document) -> None:
        """Have a document saved."""
        raise NotImplementedError

    def hand_over(self) -> None:
        """Give what has changed to the saver."""
        while self._unsaved:
            self.saver.put(self._unsaved.popitem()[1])

    def failed(self, report: Failed) -> None:
        """Say why a save failed; put together what another program changed meanwhile."""
        error, document = report.error, report.document
        session = self.workspace.documents.session(document.page.id)
        if error.key == "store.changed" and session.refusal is None:
            self._merge(session)
            return
        if isinstance(error, LockedError) and session.refusal is None:
            self.on_page_held(messages.PageHeld(document.page.id, error))
        if self.workspace.status.now.saved != "failed":
            self.workspace.tell(self.workspace.say("status.kept"), alarm=True)
        self._say_failed(error)

    def _say_failed(self, error: PiyueError) -> None:
        self.workspace.status.saving("failed", error.said(self.language))

    def _merge(self, session: "Session") -> None:
        """Go on with the page as another program left it and what was done here; save that."""
        news: list[StoreError] = []
        try:
            merged = self.project.merged(session.document, news.append)
        except PiyueError as error:
            self._say_failed(error)
            return
        session.restart(merged)
        self.workspace.follow()  # borders and roles may be others now
        self.changed(merged)
        self.controller.show_changes()
        self._alarm(self.workspace.say("status.merged", page=printable(merged.page.id)))
        for one in news:
            self.told(one)

    def action_save_elsewhere(self) -> None:
        """Ask for a folder, and write what is not saved into it."""
        from tui.app.dialogs.save_elsewhere import ElsewhereScreen

        self.hand_over()
        if self.saver.pending and self.is_web:
            self._download_unsaved()
        elif self.saver.pending:
            self.push_screen(ElsewhereScreen(self.workspace.say), self._save_elsewhere)
        else:
            self.workspace.tell(self.workspace.say("status.all_saved"))
            self.controller.show_bars()

    def _download_unsaved(self) -> None:
        try:
            download(self, "piyue-unsaved.zip", self._pack_unsaved)
        except (PiyueError, OSError) as error:
            self.workspace.tell(printable(str(error)), alarm=True)
        else:
            self.workspace.tell(self.workspace.say("status.downloaded", name="piyue-unsaved.zip"))
        self.controller.show_bars()

    def _pack_unsaved(self, path: Path) -> None:
        """Write an archive of what is not saved."""
        with ZipFile(path, "w") as archive:
            for document in self.saver.pending:
                file = self.project.shelf.save_elsewhere(document, path.parent)
                archive.write(file, file.relative_to(path.parent))

    def _save_elsewhere(self, folder: Path | None) -> None:
        if folder is None:
            return
        try:
            for document in self.saver.pending:
                self.project.save_elsewhere(document, folder)
        except PiyueError as error:
            self.workspace.tell(error.render(self.language), alarm=True)
        else:
            self.workspace.tell(self.workspace.say("status.elsewhere", folder=printable(str(folder))))
        self.controller.show_bars()

    def action_orphans(self) -> None:
        """Ask where the tags belong that lost their place."""
        from tui.app.dialogs.orphans import OrphansScreen

        shown = self.workspace.shown
        if shown is not None and shown.opened.document.orphans:
            self.push_screen(OrphansScreen(shown.opened.session, self.workspace.say), self._placed)
        else:
            self.workspace.tell(self.workspace.say("status.no_orphans"))
            self.controller.show_bars()

    def _placed(self, step: "Step | None") -> None:
        if step is not None:
            self.controller.editor.do(step)
            self.controller.show_changes()

    def _retry(self) -> None:
        if self.workspace.status.now.saved == "failed":
            self.saver.retry()

    # The end

    def action_help_quit(self) -> None:
        """Answer Ctrl+C, which other programs end with, in the status line."""
        self.workspace.tell(self.workspace.say("status.how_quit"))
        self.controller.show_bars()

    def let_go(self) -> None:
        """Give up locks and journals that are not needed any more."""
        self.project.shelf.close()

    def on_unmount(self) -> None:
        """Let go, however it came to an end."""
        self.let_go()

    def hang_up(self) -> None:
        """Save, and end at once: who sat here has gone."""
        self._end(signal.SIGHUP)

    def _end(self, number: int) -> None:
        """Save, and leave as the signal wants; where the terminal is gone, without a word to it."""
        self.hand_over()
        self.saver.flush(PATIENCE)
        self.let_go()
        if number == signal.SIGHUP:
            os._exit(128 + number)
        self.exit(128 + number)

    def _handle_exception(self, error: Exception) -> None:
        """Save the work and write a report without a word of the texts; Textual's own shows variables."""
        if not self._crashed:
            from tui.app.runtime.crash import write_report

            path = write_report(error)
            self.hand_over()
            lost = self.saver.flush(PATIENCE)
            self.let_go()
            key = "crash.lost" if lost else "crash.saved"
            self._crashed = say(key, self.language, path=path, count=len(lost))
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Say in one line where the report lies."""
        self.panic(Text(printable(self._crashed)))
