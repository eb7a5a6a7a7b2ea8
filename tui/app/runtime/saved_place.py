"""Remembers the article and cursor for the next start."""

import asyncio
from contextlib import suppress

from tui.app.runtime.context import AppContext
from tui.app.text_view.reader import Reader
from tui.errors import PiyueError
from tui.store.reading_place import Place, load_place, save_place

EVERY = 2.0
"""Seconds between two looks at the place, beside each save, so that a lost terminal costs little."""


class SavedPlace:
    """Remembers article and place.

    Attributes:
        resumed: the place at which the app began; None: it began at an article's start.
    """

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._place: Place | None = None
        self.resumed: Place | None = None

    def open_first(self, article: str | None) -> int:
        """Open the article asked for, else the last one, else the first; return the place in it."""
        workspace = self._context.workspace
        if article is None and workspace.sources is not None:
            article = workspace.sources.next_article(workspace.documents)
        if article is not None:
            workspace.open(article)
            return 0
        place = load_place(self._context.project)
        if place is not None:
            workspace.view_kind = place.view
            with suppress(PiyueError):
                workspace.open(place.article)
                self.resumed = place
                return place.offset
        first = workspace.documents.first_article()
        if first is not None:
            workspace.open(first)
        return 0

    def begin(self) -> None:
        """Look at the place from time to time."""
        self._context.app.set_interval(EVERY, self.note)

    def note(self) -> None:
        """Remember article and place beside the screen, if they are others than before."""
        if (place := self._new_place()) is not None:
            self._context.run_in_thread(save_place, self._context.project, place, group="place")

    async def keep(self) -> None:
        """Remember them; return when they are on the disk."""
        if (place := self._new_place()) is not None:
            await asyncio.to_thread(save_place, self._context.project, place)

    def keep_now(self) -> None:
        """Remember them without leaving the thread: the program is about to end."""
        if (place := self._new_place()) is not None:
            save_place(self._context.project, place)

    def _new_place(self) -> Place | None:
        """Return article and place, if they are others than those remembered."""
        shown, screens = self._context.workspace.shown, self._context.app.screen_stack
        if shown is None or not screens or not screens[0].query(Reader):  # it is ending
            return None
        offset = self._context.controller.reader.caret.at
        place = Place(article=shown.opened.article.id, offset=offset, view=shown.opened.kind)
        if place == self._place:
            return None
        self._place = place
        return place
