"""The loss report: what an export could not hold and an import did not take."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from tui.formats.common.json_lines import plain_lines

What: TypeAlias = Literal[
    "article",
    "span",
    "relation",
    "attributes",
    "note",
    "segments",
    "state",
    "word",
    "reading",
    "article_label",
]
Fate: TypeAlias = Literal["lost", "changed", "aside"]

WHATS: tuple[What, ...] = ("article", "span", "relation", "state", "article_label", "word", "reading")
"""What an import takes; a word that is another one here is a correction, and so is a reading."""

TALLIED: tuple[What, ...] = ("article", "span", "relation", "attributes", "note", "segments")
"""What an export counts; `segments` are spans with a gap in the reading text."""


class Loss(Struct, frozen=True):
    """Something that an export does not show as it is.

    Attributes:
        reason: a row `loss.<reason>` of the catalogue says it to people.
        fate: `lost` (not there), `changed` (there, but not the same), `aside` (where only piyue reads it).
    """

    what: What
    id: str
    text: str
    page: str
    reason: str
    fate: Fate = "lost"


def loss_lines(losses: Iterable[Loss]) -> bytes:
    """Return losses as JSON Lines."""
    return plain_lines([*losses])


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


def unheard(loss: Loss) -> None:
    """Take a loss that nobody wants to hear of."""


class ExportReport:
    """Counts what there was to export and hands on each loss as it is found.

    Attributes:
        seen: how many there were of each.
        fates: how many of them did not go out whole.
        stateless: how many articles have a state that the format cannot hold.
        owners: whose tags they are, where the format cannot hold that.
    """

    def __init__(self, lost: Callable[[Loss], None] = unheard) -> None:
        self.seen: Counter[What] = Counter()
        self.fates: Counter[tuple[What, Fate]] = Counter()
        self.losses = 0
        self.stateless = 0
        self.owners = set[str]()
        self._lost = lost

    def lose(self, loss: Loss, *along: What) -> None:
        """Report a loss, and count what goes along with it."""
        self.lose_all([(loss, along)])

    def lose_all(self, losses: Collection[tuple[Loss, Sequence[What]]]) -> None:
        """Report losses, each with what goes along with it."""
        self.losses += len(losses)
        self.fates.update((what, loss.fate) for loss, along in losses for what in (loss.what, *along))
        for loss, _ in losses:
            self._lost(loss)

    def join(self, other: "ExportReport") -> None:
        """Count what another part of the export had, and lost; it has been handed on already."""
        self.seen.update(other.seen)
        self.fates.update(other.fates)
        self.losses += other.losses
        self.stateless += other.stateless
        self.owners |= other.owners

    def tally(self, what: What) -> dict[str, int]:
        """Return how many there were, went out whole, were changed, were set aside, were lost."""
        changed, aside, lost = (self.fates[what, fate] for fate in ("changed", "aside", "lost"))
        seen = self.seen[what]
        whole = seen - changed - aside - lost
        return {"total": seen, "whole": whole, "changed": changed, "aside": aside, "lost": lost}


class ImportReport:
    """Counts what was added, was already there and was refused, and hands on each refusal and remark.

    Attributes:
        unknown: labels that the project has not, of tags and of relations, and how many have them.
        unread: by kind and name, what files hold that was not read.
        left_out: by label, what was not wanted.
        proposals: how many predictions are proposals now.
    """

    def __init__(
        self,
        refused: Callable[[Refusal], None] = lambda _: None,
        remarked: Callable[[Refusal], None] = lambda _: None,
    ) -> None:
        self.added: Counter[What] = Counter()
        self.there: Counter[What] = Counter()
        self.refused: Counter[What] = Counter()
        self.unknown: Counter[tuple[What, str]] = Counter()
        self.unread: Counter[tuple[str, str]] = Counter()
        self.left_out: Counter[str] = Counter()
        self.proposals = 0
        self.remark = remarked
        self._refused = refused

    def refuse(self, refusal: Refusal) -> None:
        """Report a refusal."""
        self.refused[refusal.what] += 1
        self._refused(refusal)
