"""Reports the progress of work to a team's server, from which it computes what is free."""

from tui.measure.team.queue import page_state
from tui.model import Document, State
from tui.store.backend import WorkQueue
from tui.store.settings.model import Team

MINUTE = 60.0


class TeamQueue:
    """The queue of a project for one who works in it.

    Args:
        queue: the server's.
        team: says how many annotators each page is for, and how long a lease lasts.
        annotator: who works here.
    """

    def __init__(self, queue: WorkQueue, team: Team, annotator: str) -> None:
        self._queue, self._team, self._annotator = queue, team, annotator
        self._said: dict[tuple[str, str], State] = {}
        self._registered: tuple[str, ...] = ()

    def told(self, document: Document) -> None:
        """Say how far an annotator is with a page, if that is other than what was said before.

        Every save renews a lease by itself; who has begun nothing has none. Adjudicating is nobody's work.

        Raises:
            StoreError: the server is away.
        """
        key, state = (document.page.id, document.annotator), page_state(document)
        if document.annotator != self._team.result and self._said.get(key, "todo") != state:
            self._queue.progress(*key, state, self._team.lease * MINUTE)
            self._said[key] = state

    def draw(self, pages: tuple[str, ...]) -> str | None:
        """Return the page that who works here goes on with, leased to them; None: nothing is left.

        Args:
            pages: that are here, in order; the server may know others.

        Raises:
            StoreError: the server is away, or who works here may not.
        """
        if pages != self._registered:
            self._queue.register(pages)
            self._registered = pages
        known, passed = frozenset(pages), list[str]()
        while (
            page := self._queue.draw(self._annotator, self._team.overlap, self._team.lease * MINUTE, passed)
        ) is not None and page not in known:
            passed.append(page)
        return page
