"""The app: wires project, work, words and saver to the screen."""

import asyncio
import os
from collections import deque
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.screen import Screen
from textual.widget import Widget

from tui.app import BROWSER
from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import half_width, label_bindings
from tui.app.keys.display import KeyNames
from tui.app.keys.key_map import KEYMAP
from tui.app.keys.resolve import resolve, without_browser_keys
from tui.app.runtime import garbage_collection, messages
from tui.app.runtime.segmenter import Words
from tui.app.runtime.team import TeamApp
from tui.app.text_view.reader import Reader
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.messages import WantWords
from tui.app.work_screen.screen import WorkScreen
from tui.app.workspace.documents import Documents
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError, ProjectError
from tui.model import Document
from tui.store.project import Project
from tui.store.reading_place import Place, load_place, save_place
from tui.store.saver import Failed, Report, Saver
from tui.text.dictionary import read_what_holds
from tui.text.segment import fastest
from tui.texts import Language, say

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.app.runtime.proposer import Proposer
    from tui.app.workspace.adjudication import AdjudicationSources

EVERY = 1.0
"""Seconds between two looks whether a training is due."""

PATIENCE = 5.0
"""Seconds that a key waits at most for a dialog that looks for what it is to show."""

BUBBLING = 0.5
"""Seconds that the next key waits at most for the one before to be done with."""

PLACE_SECONDS = 2.0
"""How often the place in the text is remembered, beside each save, so that a lost terminal costs little."""


def key_commands() -> "type[Provider]":
    """Return the palette's provider, imported when the palette is first opened."""
    from tui.app.work_screen.commands import KeyCommands

    return KeyCommands


def _say(language: Language, keys: KeyNames, row: str, /, **values: object) -> str:
    """Return a row of the catalogue; `{key:remove}` in it is the key of that action."""
    return say(row, language, key=keys, **values)


class PiyueApp(TeamApp):
    """Opens the project's articles to be read and tagged.

    Args:
        article: the one to begin with; None: where one left off.
        propose: whether names are proposed, from a process beside the app.
        sources: whose differences are settled; None: one tags.
    """

    CSS_PATH = "piyue.tcss"
    TITLE = "piyue"
    COMMANDS: ClassVar = {key_commands}
    BINDINGS = label_bindings()

    def __init__(
        self,
        project: Project,
        language: Language,
        article: str | None = None,
        sources: "AdjudicationSources | None" = None,
        *,
        propose: bool = True,
    ) -> None:
        super().__init__(project, language)
        self.keys = resolve(project.settings.keys, project.settings.labels, project.settings.preset)
        if os.environ.get("TEXTUAL_DRIVER") == BROWSER:
            self.keys = without_browser_keys(self.keys)
        self.words = Words(project.cache, project.settings.segmenter or "jieba", project.dictionary)
        self.saver = Saver(project.save, self._reported)
        self.workspace = Workspace(
            Documents(project, self.changed, self.told),
            partial(_say, language, KeyNames(self.keys)),
            language,
            self.words.known,
            project.settings.view,
        )
        self._proposes = propose and sources is None
        self.workspace.sources = sources
        self._offset = self._begin(article)
        self._warned = False
        self._place: Place | None = None
        self._waiting: deque[events.Key] = deque()

    def _begin(self, article: str | None) -> int:
        """Open the article asked for, else the last one, else the first; return the place in it."""
        if article is None and self.workspace.sources is not None:
            article = self.workspace.sources.next_article(self.workspace.documents)
        if article is not None:
            self.workspace.open(article)
            return 0
        place = load_place(self.project)
        if place is not None:
            self.workspace.view_kind = place.view
            with suppress(PiyueError):
                self.workspace.open(place.article)
                return place.offset
        first = self.workspace.documents.first_article()
        if first is not None:
            self.workspace.open(first)
        return 0

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to work on."""
        labels = self.project.settings.labels
        return WorkScreen(self.workspace, labels, self.keys, self._offset)

    def on_mount(self) -> None:
        """Take the user's keys and theme; read the other pages when the first one is on the screen."""
        changed = (new for new, old in zip(self.keys, KEYMAP, strict=True) if new != old)
        self.set_keymap({row.id: ",".join(row.keys) for row in changed})
        if self.project.settings.theme in self.available_themes:
            self.theme = self.project.settings.theme
        self.catch_signals()
        self.call_after_refresh(self._begin_behind)

    @property
    def controller(self) -> Controller:
        """What the work screen's keys act through, also where another screen lies over it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, WorkScreen)
        return screen.controller

    async def on_event(self, event: events.Event) -> None:
        """See `MessagePump.on_event`; keys wait for a dialog that has nothing to show yet."""
        if self._proposes and isinstance(event, events.Key) and "proposer" in self.__dict__:
            self.proposer.key_pressed()
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._waiting or isinstance(self.screen, Dialog):
            self._waiting.append(event)
            if len(self._waiting) == 1:
                self.run_worker(self._take_waiting(), group="keys")
        elif not self._typed_into_text(event):
            await super().on_event(self._without_input_method(event))

    def _typed_into_text(self, event: events.Key) -> bool:
        """Give a character to the mode of the work screen, if that takes characters as what they are."""
        screen, typed = self.screen, event.character
        if not isinstance(screen, WorkScreen) or not screen.controller.reader.has_focus:
            return False
        return typed is not None and typed.isprintable() and screen.controller.character(typed)

    async def _take_waiting(self) -> None:
        """Take the keys that wait, each as soon as the dialog that is there then can take it."""
        while self._waiting:
            event = self._waiting[0]
            if isinstance(dialog := self.screen, Dialog):
                with suppress(TimeoutError):
                    await asyncio.wait_for(dialog.until_ready(event.key), PATIENCE)
            focused = self.focused
            await super().on_event(self._without_input_method(event))
            if focused is not None and isinstance(self.screen, Dialog):
                await self._handled_by(focused)
            self._waiting.popleft()

    async def _handled_by(self, widget: Widget) -> None:
        """Wait until a key is done with that was given to a widget of a dialog.

        What a field does not take comes back to the app, which then looks for its binding: later than the
        field takes the next key. A message that goes the same way comes back behind it.
        """
        done = asyncio.Event()
        with suppress(TimeoutError):
            if widget.post_message(messages.KeyHandled(done)):
                await asyncio.wait_for(done.wait(), BUBBLING)

    def on_key_handled(self, event: messages.KeyHandled) -> None:
        """Go on with the next key."""
        event.done.set()

    def _without_input_method(self, event: events.Key) -> events.Key:
        """Return a key as it is without an input method, unless it is typed into a field."""
        focused = self.focused
        typed = focused is not None and focused.check_consume_key(event.key, event.character)
        return event if typed else half_width(event)

    def measure_anew(self) -> None:
        """See `TerminalApp.measure_anew`."""
        self.controller.display.measure_anew()

    # Behind the screen

    def _begin_behind(self) -> None:
        garbage_collection.begin()
        self.set_interval(garbage_collection.EVERY, lambda: garbage_collection.sweep(self.idle))
        self.settle_widths(self.project.settings.ambiguous)
        self.run_worker(self.read_pages, thread=True, group="pages")
        self.follow()
        self.guard()
        self._check_words()
        if self.workspace.sources is not None:
            self.run_worker(self.controller.press("adjudicate"))
        self.set_interval(PLACE_SECONDS, self._note_place)
        if self._proposes:
            self.set_interval(EVERY, self._train)

    def _note_place(self) -> None:
        """Remember article and place beside the screen, if they are others than before."""
        if (place := self._new_place()) is not None:
            self.run_worker(partial(save_place, self.project, place), thread=True, group="place")

    def on_want_words(self, event: WantWords) -> None:
        """Find the words of what is on the screen, then those of what will be read next."""
        self.run_worker(self._find_words(event.text), group="words")
        self.hold_page()

    def on_dictionary_changed(self) -> None:
        """Find the words of what is on the screen again."""
        self.run_worker(self._find_again(), group="words")

    async def _find_again(self) -> None:
        await self.words.forget()
        if (shown := self.workspace.shown) is not None:
            await self._find_words(shown.view.reading.text)

    def _check_words(self) -> None:
        """Say what is wrong with the dictionary, or that the segmenter is not there."""
        _, errors = read_what_holds(self.project.dictionary)
        if self.project.settings.segmenter == "rjieba" and fastest() != "rjieba":
            errors = [ProjectError("segmenter.missing")]
        if errors:
            self.workspace.tell(errors[0].render(self.language), alarm=True)
            self.controller.show_bars()

    async def _find_words(self, text: str) -> None:
        if self.words.known(text) is None:
            async for words in self.words.find(text, self.controller.reader.caret.at):
                if self.words.failed:
                    self.controller.tell("status.no_words")
                if not self.controller.display.show_words(text, words):
                    return  # another article was opened
        self._propose()
        if (following := self.workspace.next_text()) is not None:
            async for _ in self.words.find(following):
                break

    # Proposals

    @cached_property
    def proposer(self) -> "Proposer":
        """What asks for proposals; made when the first article has its words."""
        from tui.app.runtime.proposer import Proposer

        return Proposer(self.project, self.workspace, self._show_proposals)

    def _propose(self) -> None:
        if self._proposes and self.is_running:
            self.run_worker(self.proposer.ask(), group="proposals")

    def _show_proposals(self) -> None:
        controller = self.controller
        if not controller.display.is_outdated:
            controller.reader.update_contents(self.workspace.contents(), controller.reader.span)
            controller.display.show_bars()

    def _train(self) -> None:
        self.run_worker(self.proposer.train_if_due(), group="training")

    # Saving

    def _reported(self, report: Report) -> None:
        self.post_message(messages.SaveReported(report))

    def changed(self, document: Document) -> None:
        """Save after the screen has shown the change: the saver's work would hold the painting up."""
        self._warned = False
        self.workspace.status.saving("saving")
        self._unsaved[document.page.id] = document
        self.note_borders(document)
        self.call_after_refresh(self.hand_over)
        if self._proposes:
            self.proposer.decided(document)
            self.call_after_refresh(self._propose)

    def on_save_reported(self, event: messages.SaveReported) -> None:
        """Say whether all is saved."""
        report = event.report
        if isinstance(report, Failed):
            self.failed(report)
        elif not self._unsaved and not self.saver.pending:  # what waits for the screen is not saved either
            self.workspace.status.saving("saved")
            self._note_place()
            self.learn_if_due()
        self.controller.show_bars()

    async def action_quit(self) -> None:
        """Save what is open and leave; where that fails, say so and stay until asked again."""
        if (place := self._new_place()) is not None:
            await asyncio.to_thread(save_place, self.project, place)
        self.hand_over()
        lost = await asyncio.to_thread(self.saver.flush)
        if lost and not self._warned:
            self._warned = True
            self.workspace.tell(self.workspace.say("status.unsaved_quit"), alarm=True)
            self.controller.show_bars()
            return
        await self.words.stop()
        if self._proposes:
            await self.proposer.stop()
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
        shown = self.workspace.shown
        if shown is None or not self.screen_stack or not self.screen_stack[0].query(Reader):  # it is ending
            return None
        offset = self.controller.reader.caret.at
        place = Place(article=shown.opened.article.id, offset=offset, view=shown.opened.kind)
        if place == self._place:
            return None
        self._place = place
        return place
