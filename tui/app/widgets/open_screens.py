"""What is asked of a screen by those that wait: whether it is still there, and when it can take a key."""

from typing import Any, Protocol, runtime_checkable

from textual.screen import Screen


@runtime_checkable
class NotAtOnce(Protocol):
    """A screen that cannot take keys as soon as it is there: a dialog."""

    async def until_ready(self, key: str) -> None:
        """Wait until a key can be taken."""


def is_open(screen: Screen[Any]) -> bool:
    """Tell whether a screen of the running app is neither closed nor being closed."""
    return screen.is_attached and screen.display
