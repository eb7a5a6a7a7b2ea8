"""What an export could not show and an import would not take: nothing is lost silently."""

from collections import Counter
from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

What: TypeAlias = Literal["span", "relation", "state", "article"]
WHATS: tuple[What, ...] = ("span", "relation", "state")


class Loss(NamedTuple):
    """Something that an export does not show where a reader looks for it.

    Attributes:
        reason: a row `loss.<reason>` of the catalogue says it to people.
        kept: whether the file holds it all the same, where only piyue reads it.
    """

    what: What
    id: str
    text: str
    page: str
    reason: str
    kept: bool


class Refusal(NamedTuple):
    """Something that an import did not take, or took and has a word to say on.

    Attributes:
        reason: a row `refusal.<reason>` of the catalogue says it to people.
        detail: a field of that row.
    """

    what: What
    id: str
    text: str
    page: str
    reason: str
    detail: str = ""


class ExportReport:
    """Counts what was exported and hands on each loss as it is found."""

    def __init__(self, lost: Callable[[Loss], None] = lambda _: None) -> None:
        self.counts: Counter[What] = Counter()
        self.losses = 0
        self._lost = lost

    def lose(self, loss: Loss) -> None:
        """Report a loss."""
        self.losses += 1
        self._lost(loss)


class ImportReport:
    """Counts what was added, was already there and was refused, and hands on each refusal and remark."""

    def __init__(
        self,
        refused: Callable[[Refusal], None] = lambda _: None,
        remarked: Callable[[Refusal], None] = lambda _: None,
    ) -> None:
        self.added: Counter[What] = Counter()
        self.there: Counter[What] = Counter()
        self.refused: Counter[What] = Counter()
        self.remark = remarked
        self._refused = refused

    def refuse(self, refusal: Refusal) -> None:
        """Report a refusal."""
        self.refused[refusal.what] += 1
        self._refused(refusal)
