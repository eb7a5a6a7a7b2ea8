"""The transcript: what the screen shows as lines of plain text, one after the other, for screen readers."""

from collections import deque
from typing import NamedTuple

from tui.app.workspace.status import Say

KEPT = 200
"""Lines that are kept."""


class Seen(NamedTuple):
    """What the cursor is on, and what is said, in the order in which changes of it are read out.

    Attributes:
        selected: the selection; empty: there is none.
        word: what a label's key would tag.
        tag: the tag under the cursor.
    """

    article: str = ""
    row: str = ""
    word: str = ""
    selected: str = ""
    tag: str = ""
    message: str = ""
    saved: str = ""


class Transcript:
    """Makes a line of each thing that changes.

    Attributes:
        lines: the newest last.
    """

    def __init__(self) -> None:
        self.lines: deque[str] = deque(maxlen=KEPT)
        self._seen = Seen()

    def follow(self, seen: Seen, say: Say) -> bool:
        """Write what differs from what was seen last; tell whether anything does."""
        changed = [
            name for name, now, before in zip(Seen._fields, seen, self._seen, strict=True) if now != before
        ]
        if seen.selected or ("row" in changed and seen.row.startswith(seen.word)):
            changed = [name for name in changed if name != "word"]  # which another line says
        self._seen = seen
        lines = [say(f"transcript.{name}", text=text) for name in changed if (text := getattr(seen, name))]
        self.lines.extend(lines)
        return bool(lines)
