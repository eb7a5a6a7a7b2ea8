"""The line of help of a new project: it follows what one has done, and is gone after a few tags."""

from typing import Literal, TypeAlias

Step: TypeAlias = Literal["move", "label", "saved", "number", "finish"]
BY_TAGS: tuple[Step, ...] = ("label", "saved", "number", "finish")
"""The step that follows as many tags; behind the last there is none."""


class FirstSteps:
    """Knows which step comes next.

    Attributes:
        shown: whether the line is shown; it stops by itself.
    """

    def __init__(self) -> None:
        self.shown = False
        self._moved = False
        self._before = 0

    def begin(self, tags: int = 0) -> None:
        """Begin with the first step, where there are so many tags."""
        self.shown, self._moved, self._before = True, False, tags

    def moved(self) -> None:
        """Note that the cursor was moved."""
        self._moved = True

    def step(self, tags: int) -> Step | None:
        """Return the step that comes next when there are so many tags; None: there is none any more."""
        if not self.shown:
            return None
        made = max(0, tags - self._before)
        if made >= len(BY_TAGS):
            self.shown = False
            return None
        return "move" if not made and not self._moved else BY_TAGS[made]
