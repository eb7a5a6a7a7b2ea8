"""The app: creates its parts and passes on Textual's events."""

import os
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import events
from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen
from textual.timer import Timer

from tui.app import BROWSER
from tui.app.keys.bindings import label_bindings
from tui.app.keys.display import KeyNames
from tui.app.keys.key_map import Key
from tui.app.keys.resolve import changed_keys, resolve, without_browser_keys
from tui.app.runtime import garbage_collection
from tui.app.runtime.colours import first_theme, without_shades
from tui.app.runtime.context import AppContext
from tui.app.runtime.ending import Ending
from tui.app.runtime.key_queue import KeyHandled, KeyQueue
from tui.app.runtime.notices import Notices
from tui.app.runtime.page_locks import PageLocks
from tui.app.runtime.proposals import Proposals
from tui.app.runtime.saved_place import SavedPlace
from tui.app.runtime.saving import Saving
from tui.app.runtime.segmenter import Words
from tui.app.runtime.start_message import StartMessage
from tui.app.runtime.terminal import Terminal, never_skipped
from tui.app.runtime.word_finder import WordFinder
from tui.app.widgets.open_screens import is_open
from tui.app.work_screen.actions import action_of
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.messages import DictionaryChanged, WantWords
from tui.app.work_screen.screen import WorkScreen
from tui.app.workspace.documents import Documents
from tui.app.workspace.status import Texts
from tui.app.workspace.workspace import Workspace
from tui.errors import printable
from tui.store.project import Project
from tui.texts import Language

if TYPE_CHECKING:
    from tui.app.runtime.page_reading import PageReading
    from tui.app.runtime.team import Team
    from tui.app.workspace.adjudication import AdjudicationSources


class PiyueApp(App[int]):
    """Opens the project's articles to be read and tagged.

    Args:
        article: the one to begin with; None: where one left off.
        propose: whether names are proposed, from a process beside the app.
        sources: whose differences are settled; None: one tags.
    """

    CSS_PATH = "piyue.tcss"
    TITLE = "piyue"
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
        super().__init__()
        self.project = project
        self.keys = self._resolved_keys()
        self.words = Words(project.cache, project.settings.segmenter or "jieba", project.dictionary)
        documents = Documents(
            project, lambda document: self.saving.changed(document), lambda error: self.notices.add(error)
        )
        texts = Texts(language, KeyNames(self.keys))
        self.workspace = Workspace(documents, texts, self.words.known, project.settings.view)
        self.workspace.sources = sources
        self._assemble(propose and sources is None)
        self._offset = self.place.open_first(article)

    def _resolved_keys(self) -> tuple[Key, ...]:
        """Return the key map of the project, for a browser without the keys that it keeps."""
        settings = self.project.settings
        keys = resolve(settings.keys, settings.labels, settings.preset)
        return without_browser_keys(keys) if os.environ.get("TEXTUAL_DRIVER") == BROWSER else keys

    def _assemble(self, propose: bool) -> None:
        """Make the parts, each of those that it tells what happens."""
        context = self.context = AppContext(self, self.project, self.workspace)
        self.terminal = Terminal(self, lambda: self.controller.display.measure_anew())
        self.key_queue = KeyQueue(self, super().on_event)
        self.notices = Notices(context)
        self.locks = PageLocks(context, self.notices)
        self.proposals = Proposals(context, lambda: self.terminal.idle, enabled=propose)
        self.word_finder = WordFinder(context, self.words, self.proposals.ask)
        self.place = SavedPlace(context)
        self.start_message = StartMessage(context, self.place, lambda: self.terminal.idle)
        self.saving = Saving(
            context,
            self.locks,
            changed=(lambda document: self.pages.borders.note(document), self.proposals.decided),
            saved=(self.place.note, lambda: self.pages.borders.learn_if_due()),
        )
        self.saver = self.saving.saver
        stop = (self.words.stop, self.proposals.stop, lambda: self.pages.stop())
        release = (lambda: self.team.stop(), self.project.documents.close)
        self.ending = Ending(context, self.saving, self.place, stop, release)

    # What begins when the first text is on the screen, which does not wait for these modules

    @cached_property
    def pages(self) -> "PageReading":
        """What finds the articles."""
        from tui.app.runtime.page_reading import PageReading

        return PageReading(self.context, self.notices, self.locks)

    @cached_property
    def team(self) -> "Team":
        """What shows changes of others."""
        from tui.app.runtime.team import Team

        return Team(self.context, self.notices, self.locks, self.saving, self.pages, self.proposals.ask)

    @property
    def controller(self) -> Controller:
        """What the work screen's keys act through, also where another screen lies over it."""
        return self.context.controller

    # What Textual asks for

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to work on."""
        return WorkScreen(self.workspace, self.project.settings.labels, self.keys, self._offset)

    def get_line_filters(self) -> list[LineFilter]:
        """See `App.get_line_filters`: nothing that a terminal obeys passes."""
        return [*without_shades(self, super().get_line_filters()), self.terminal.filter]

    def set_timer(self, *args: Any, **options: Any) -> Timer:
        """See `MessagePump.set_timer`: call once, after a delay."""
        return never_skipped(super().set_timer(*args, **options))

    def call_from_thread(self, callback: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """See `App.call_from_thread`; where the dialog that asks, or the app, is being closed, do nothing."""
        return super().call_from_thread(self._call_if_open, partial(callback, *args, **options))

    def _call_if_open(self, call: partial[Any]) -> Any:
        owner = getattr(call.func, "__self__", None)
        goes_on = is_open(owner) if isinstance(owner, Screen) else self.context.is_open
        return call() if goes_on else None

    def _handle_exception(self, error: Exception) -> None:
        self.ending.crash(error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Say in one line, once, where the report lies: what fails at the end adds nothing."""
        if self._exit_renderables:
            self._close_messages_no_wait()
            return
        self.panic(Text(printable(self.ending.crash_message)))

    # What Textual tells

    def on_mount(self) -> None:
        """Take the user's keys and theme; begin all else when the first text is on the screen."""
        self.set_keymap(changed_keys(self.keys))
        self.theme = first_theme(self, self.workspace.chosen.now.theme or self.project.settings.theme)
        self.ending.catch_signals()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        garbage_collection.begin()
        self.set_interval(garbage_collection.EVERY, lambda: garbage_collection.sweep(self.terminal.idle))
        self.terminal.settle_widths(self.project.settings.ambiguous)
        for part in (
            self.pages,
            self.team,
            self.saving,
            self.notices,
            self.locks,
            self.place,
            self.proposals,
        ):
            part.begin()
        self.word_finder.check()
        self.start_message.begin()
        if self.workspace.sources is not None:
            self.run_worker(self.controller.press("adjudicate"))
        self.key_queue.begin()

    def on_unmount(self) -> None:
        """Let go, however it came to an end."""
        self.terminal.release()
        if not self.ending.crash_message:  # an error has let go already, as far as that goes
            self.ending.release()

    async def on_event(self, event: events.Event) -> None:
        """See `MessagePump.on_event`; keys go through the queue."""
        self.terminal.heard(event)
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.proposals.key_pressed()
            await self.key_queue.take(event)
        else:
            await super().on_event(event)

    def on_key_handled(self, event: KeyHandled) -> None:
        """Go on with the next key."""
        event.done.set()

    def on_want_words(self, event: WantWords) -> None:
        """Find words for the article that is shown now, and take its page's lock."""
        self.word_finder.find(event.text)
        self.locks.take_shown()

    def on_dictionary_changed(self, event: DictionaryChanged) -> None:
        """Find the words of what is on the screen again."""
        del event
        self.word_finder.find_again()

    # What keys do

    async def action_quit(self) -> None:
        """Save what is open and leave."""
        await self.ending.quit()

    def action_command_palette(self) -> None:
        """Open the palette; Textual's own speaks English only."""
        action_of("palette.open_palette")(self.controller)

    def action_help_quit(self) -> None:
        """Answer Ctrl+C, which other programs end with, in the status line."""
        self.controller.tell("status.how_quit")

    def action_save_elsewhere(self) -> None:
        """Write what is not saved into another folder."""
        from tui.app.runtime.saving_elsewhere import save_elsewhere

        self.saving.hand_over()
        save_elsewhere(self.context, self.saver)

    def action_take_schema(self) -> None:
        """Take the labels and keys of the settings as they are now."""
        self.keys = self._resolved_keys()
        self.workspace.say.keys = KeyNames(self.keys)
        self.set_keymap(changed_keys(self.keys))
        self.controller.use_schema(self.project.settings.labels, self.keys)

    def action_stop_index(self) -> None:
        """End the indexing."""
        self.pages.stop_index()

    async def action_next_page(self) -> None:
        """Open what the team's queue gives."""
        await self.team.open_next_page()
