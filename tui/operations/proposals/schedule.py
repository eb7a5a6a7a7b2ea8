"""When to train: enough decisions, the user idle, and the last training long enough ago."""

from dataclasses import dataclass

DECISIONS = 30
"""After so many decisions, or after an article was finished."""
IDLE = 2.0
"""Seconds without a key before a training begins."""
REST = 10.0
"""Times of the last training's length before the next one."""


@dataclass
class Schedule:
    """What speaks for a training; times are seconds of a clock that never goes back."""

    decisions: int = 0
    finished: bool = False
    last_key: float = 0.0
    running: bool = False
    ended: float = 0.0
    took: float = 0.0

    def decide(self) -> None:
        """Count a decision: a tag, a refusal, an acceptance."""
        self.decisions += 1

    def finish(self) -> None:
        """Note that an article was finished."""
        self.finished = True

    def is_due(self, now: float) -> bool:
        """Tell whether a training may begin."""
        wanted = self.finished or self.decisions >= DECISIONS
        rested = not self.ended or now - self.ended >= REST * self.took
        return wanted and not self.running and rested and now - self.last_key >= IDLE

    def begin(self, now: float) -> None:
        """Note that a training begins: what was decided so far is in it."""
        self.running, self.decisions, self.finished = True, 0, False
        self._began = now

    def end(self, now: float) -> None:
        """Note that it has ended, in whatever way."""
        self.running, self.ended, self.took = False, now, now - self._began
