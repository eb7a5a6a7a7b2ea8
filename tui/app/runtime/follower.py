"""Follows changes of others on a team's server, in a thread of its own."""

from collections.abc import Callable
from threading import Event, Thread

from tui.errors import StoreError
from tui.store.backend import Backend, Key

AGAIN = 5.0
"""Seconds until a server that was away is asked again."""
LONG = 3600.0
"""Seconds after which a connection is made anew."""


class Follower:
    """Tells what changes, until it is stopped.

    Args:
        server: who is listened to.
        tell: called, in the thread, with what was changed; with None when something may have been missed.
        fail: called, in the thread, with an error that nobody expected: nothing is followed any more.
    """

    def __init__(
        self, server: Backend, tell: Callable[[Key | None], None], fail: Callable[[Exception], None]
    ) -> None:
        self._server, self._tell, self._fail = server, tell, fail
        self._over = Event()
        self._thread = Thread(target=self._follow, name="piyue-follower", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it; the thread notices within half a second."""
        self._over.set()

    def _follow(self) -> None:
        try:
            self._follow_on()
        except Exception as error:  # a thread that ends without a word would hide what others do
            self._fail(error)

    def _follow_on(self) -> None:
        while not self._over.is_set():
            try:
                for key in self._server.changes(LONG, lambda: self._tell(None), self._over.is_set):
                    self._tell(key)
            except StoreError:
                self._over.wait(AGAIN)
