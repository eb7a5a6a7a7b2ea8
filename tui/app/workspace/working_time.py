"""Counts the working time on each article."""

from time import monotonic

IDLE = 30.0
"""Seconds after which a person who presses no key is taken not to be working."""


class WorkingTime:
    """Seconds by article, from key to key; pauses are left out."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._last_key: float | None = None

    def key_pressed(self, article: str) -> None:
        """Count the time since the last key as work on `article`, unless it was a pause."""
        now = monotonic()
        if self._last_key is not None and now - self._last_key < IDLE:
            self._seconds[article] = self._seconds.get(article, 0.0) + now - self._last_key
        self._last_key = now

    def take(self, article: str) -> int:
        """Return the whole seconds counted for an article, and count them no more."""
        seconds = int(self._seconds.get(article, 0.0))
        if seconds:
            self._seconds[article] -= seconds
        return seconds
