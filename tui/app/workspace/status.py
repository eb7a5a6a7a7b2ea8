"""The state of the status line."""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from tui.app.keys.display import KeyNames
from tui.texts import Language, say

Say: TypeAlias = Callable[..., str]
"""Returns a row of the catalogue by its key, with its fields filled in."""
Saved: TypeAlias = Literal["saved", "saving", "failed"]


class Status(NamedTuple):
    """Whether all is saved, why not, what was done last, and what goes on in the background."""

    saved: Saved = "saved"
    reason: str = ""
    message: str = ""
    alarm: bool = False
    progress: str = ""


class Texts:
    """The catalogue in the language of the screen: ``texts("status.saved")``.

    Attributes:
        language: may be changed; what is drawn afterwards is in the other one.
        keys: the keys by their actions: ``{key:remove}`` in a row is the key of that action.
    """

    def __init__(self, language: Language, keys: KeyNames) -> None:
        self.language: Language = language
        self.keys = keys

    def __call__(self, row: str, /, **values: object) -> str:
        """Return a row of the catalogue with its fields filled in."""
        return say(row, self.language, key=self.keys, **values)


class StatusLine:
    """Keeps what the status line says."""

    def __init__(self) -> None:
        self.now = Status()

    def tell(self, message: str, *, alarm: bool = False) -> None:
        """Say what was done, or what is wrong."""
        self.now = self.now._replace(message=message, alarm=alarm)

    def progress(self, progress: str) -> None:
        """Say how far the background work is; empty: there is none."""
        self.now = self.now._replace(progress=progress)

    def saving(self, saved: Saved, reason: str = "") -> None:
        """Say how far saving is, and why it failed."""
        self.now = self.now._replace(saved=saved, reason=reason)
