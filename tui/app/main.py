"""The app: wires project, work, words and saver to the screen."""

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from tui.app import garbage, messages
from tui.app.corpus import CorpusApp
from tui.app.desk import Desk
from tui.app.keymap import KEYMAP, display, label_bindings, resolve
from tui.app.reader.widget import Reader
from tui.app.screens.work import WorkScreen
from tui.app.words import Words
from tui.app.work import Work
from tui.errors import PiyueError, ProjectError
from tui.model import Document
from tui.store.project import Project
from tui.store.reading_place import Place, load_place, save_place
from tui.store.saver import Failed, Report, Saver
from tui.text.segment import fastest
from tui.texts import Language, say

if TYPE_CHECKING:
    from textual.command import Provider

PLACE_SECONDS = 2.0
"""How often the place in the text is remembered, beside each save, so that a lost terminal costs little."""


def key_commands() -> "type[Provider]":
    """Return the palette's provider, imported when the palette is first opened."""
    from tui.app.commands import KeyCommands

    return KeyCommands


def _say(language: Language, key: str, /, **values: object) -> str:
    return say(key, language, **values)


class PiyueApp(CorpusApp):
    """Opens the project's articles to be read and tagged.

    Args:
        article: the one to begin with; None: where one left off.
    """

    CSS_PATH = "piyue.tcss"
    TITLE = "piyue"
    COMMANDS: ClassVar = {key_commands}
    BINDINGS = label_bindings()

    def __init__(self, project: Project, language: Language, article: str | None = None) -> None:
        super().__init__(project, language)
        self.keys = resolve(project.settings.keys, project.settings.labels, project.settings.preset)
        self.words = Words(project.cache, project.settings.segmenter or "jieba", project.dictionary)
        self.saver = Saver(project.save, self._reported)
        self.work = Work(
            Desk(project, self.changed, self.told),
            partial(_say, language),
            language,
            self.words.known,
            project.settings.view,
        )
        self._offset = self._begin(article)
        self._warned = False
        self._place: Place | None = None

    def _begin(self, article: str | None) -> int:
        """Open the article asked for, else the last one, else the first; return the place in it."""
        if article is not None:
            self.work.open(article)
            return 0
        place = load_place(self.project)
        if place is not None:
            self.work.mode = place.view
            with suppress(PiyueError):
                self.work.open(place.article)
                return place.offset
        first = self.work.desk.first_article()
        if first is not None:
            self.work.open(first)
        return 0

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to work on."""
        labels = self.project.settings.labels
        return WorkScreen(self.work, labels, self.keys, self._offset)

    def on_mount(self) -> None:
        """Take the user's keys and theme; read the other pages when the first one is on the screen."""
        changed = (new for new, old in zip(self.keys, KEYMAP, strict=True) if new != old)
        self.set_keymap({row.id: ",".join(row.keys) for row in changed})
        if self.project.settings.theme in self.available_themes:
            self.theme = self.project.settings.theme
        self.catch_signals()
        self.call_after_refresh(self._begin_behind)

    def key_of(self, action: str) -> str:
        """Return the key of an action, as people write it."""
        return next(display(row.keys[0]) for row in self.keys if row.id == action)

    @property
    def board(self) -> WorkScreen:
        """The screen to work on, also where another lies over it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, WorkScreen)
        return screen

    def measure_anew(self) -> None:
        """See `TerminalApp.measure_anew`."""
        self.board.measure_anew()

    # Behind the screen

    def _begin_behind(self) -> None:
        garbage.begin()
        self.set_interval(garbage.EVERY, lambda: garbage.sweep(self.idle))
        self.settle_widths(self.project.settings.ambiguous)
        self.run_worker(self.read_pages, thread=True, group="pages")
        self.guard()
        self._check_words()
        self.set_interval(PLACE_SECONDS, self._note_place)

    def _note_place(self) -> None:
        """Remember article and place beside the screen, if they are others than before."""
        if (place := self._new_place()) is not None:
            self.run_worker(partial(save_place, self.project, place), thread=True, group="place")

    def on_want_words(self, event: messages.WantWords) -> None:
        """Find the words of what is on the screen, then those of what will be read next."""
        self.run_worker(self._find_words(event.text), group="words")
        self.hold_page()

    def on_dictionary_changed(self) -> None:
        """Find the words of what is on the screen again."""
        self.run_worker(self._find_again(), group="words")

    async def _find_again(self) -> None:
        await self.words.forget()
        if (shown := self.work.shown) is not None:
            await self._find_words(shown.view.reading.text)

    def _check_words(self) -> None:
        """Say what is wrong with the dictionary, or that the segmenter is not there."""
        from tui.text.dictionary import read_what_holds

        _, errors = read_what_holds(self.project.dictionary)
        if self.project.settings.segmenter == "rjieba" and fastest() != "rjieba":
            errors = [ProjectError("segmenter.missing")]
        if errors:
            self.work.tell(errors[0].render(self.language), alarm=True)
            self.board.show_bars()

    async def _find_words(self, text: str) -> None:
        if self.words.known(text) is None:
            async for words in self.words.find(text, self.board.reader.caret.at):
                if self.words.failed:
                    self.board.tell("status.no_words")
                if not self.board.show_words(text, words):
                    return  # another article was opened
        if (following := self.work.next_text()) is not None:
            async for _ in self.words.find(following):
                break

    # Saving

    def _reported(self, report: Report) -> None:
        self.post_message(messages.SaveReported(report))

    def changed(self, document: Document) -> None:
        """Save after the screen has shown the change: the saver's work would hold the painting up."""
        self._warned = False
        self.work.saving("saving")
        self._unsaved[document.page.id] = document
        self.call_after_refresh(self.hand_over)

    def on_save_reported(self, event: messages.SaveReported) -> None:
        """Say whether all is saved."""
        report = event.report
        if isinstance(report, Failed):
            self.failed(report)
        elif not self._unsaved and not self.saver.pending:  # what waits for the screen is not saved either
            self.work.saving("saved")
            self._note_place()
        self.board.show_bars()

    async def action_quit(self) -> None:
        """Save what is open and leave; where that fails, say so and stay until asked again."""
        if (place := self._new_place()) is not None:
            await asyncio.to_thread(save_place, self.project, place)
        self.hand_over()
        lost = await asyncio.to_thread(self.saver.flush)
        if lost and not self._warned:
            self._warned = True
            self.work.tell(self.work.say("status.unsaved_quit", key=self.key_of("quit")), alarm=True)
            self.board.show_bars()
            return
        await self.words.stop()
        self.let_go()
        self.indexer.stop()
        self.exit(1 if lost else 0)

    def hang_up(self) -> None:
        """See `SafeApp.hang_up`; who comes back goes on where they left."""
        if (place := self._new_place()) is not None:
            save_place(self.project, place)
        super().hang_up()

    def _new_place(self) -> Place | None:
        """Return article and place, if they are others than those remembered."""
        shown = self.work.shown
        if shown is None or not self.board.query(Reader):  # the app may be ending
            return None
        offset = self.board.reader.caret.at
        place = Place(article=shown.opened.article.id, offset=offset, view=shown.opened.mode)
        if place == self._place:
            return None
        self._place = place
        return place
