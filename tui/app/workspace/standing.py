"""The proposals of the open article, which stand in the text until they are decided on."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from msgspec import Struct

from tui.app.workspace.documents import OpenArticle
from tui.app.workspace.view import ProposedPlace, View
from tui.edit.incremental import Incremental
from tui.model import Document, Segment
from tui.store.digest import sha256
from tui.store.settings.model import SuggestSettings

if TYPE_CHECKING:
    from tui.suggest.candidate import Candidate

Order: TypeAlias = Literal["reading", "doubtful", "surest"]
ORDERS: tuple[Order, ...] = get_args(Order)
CHECKED = 20
"""One in so many sure proposals is shown among the doubtful ones: so it is seen when they are not right."""


class Answer(Struct, frozen=True):
    """What the makers proposed of an article.

    Attributes:
        still_open: returns what of it is open on a version of the page.
    """

    candidates: "Sequence[Candidate]"
    still_open: "Callable[[Document], tuple[Candidate, ...]]"


class StandingProposals:
    """Keeps what was proposed of articles, and what of each has been on the screen.

    Attributes:
        hidden: whether proposals are not shown.
        order: in which doubtful ones are gone through.
        shown: the score from which on a proposal stands in the text.
        sure: the score from which on a proposal is sure; it rises when sure ones are refused.
        off: whether nothing is proposed to who works here.
        checks: what became of sure proposals that were looked at; None: not known yet.
    """

    def __init__(self, settings: SuggestSettings, annotator: str) -> None:
        self.hidden = False
        self.order: Order = settings.order
        self.shown, self.sure = settings.shown, settings.sure
        self.off = annotator in settings.off_for
        self.checks: list[bool] | None = None
        self._opened: OpenArticle | None = None
        self._text = ""
        self._answers: dict[str, Answer] = {}
        self._seen: dict[str, list[Segment]] = {}
        self._placed: tuple[tuple[str, float, float], Incremental[Candidate, ProposedPlace | None]] | None = (
            None
        )
        self._open: tuple[Answer, Document, tuple[Candidate, ...]] | None = None

    def follow(self, opened: OpenArticle, view: View) -> None:
        """Be about the article that is open now."""
        self._opened, self._text = opened, view.reading.text

    @property
    def _article(self) -> str:
        return self._opened.article.id if self._opened else ""

    def put(self, article: str, answer: Answer) -> None:
        """Take what was proposed of an article."""
        self._answers[article] = answer

    @property
    def is_answered(self) -> bool:
        """Whether the makers were heard of the open article."""
        return self._article in self._answers

    def candidates(self) -> "tuple[Candidate, ...]":
        """Return what is open of the open article, also what is too doubtful to be shown."""
        answer = self._answers.get(self._article)
        if self.off or self._opened is None or answer is None or self._opened.kind == "source":
            return ()
        document = self._opened.document
        if self._open is None or self._open[0] is not answer or self._open[1] is not document:
            self._open = answer, document, answer.still_open(document)
        return self._open[2]

    def closed(self, article: str) -> "list[Candidate]":
        """Return what was proposed of an article and is decided on; nothing where it is not the open one."""
        answer = self._answers.get(article)
        if answer is None or article != self._article:
            return []
        still = set(self.candidates())
        return [one for one in answer.candidates if one not in still]

    def places(self) -> tuple[ProposedPlace, ...]:
        """Return what stands in the text."""
        if self.hidden:
            return ()
        made_for = self._article, self.shown, self.sure
        if self._placed is None or self._placed[0] != made_for:
            self._placed = made_for, Incremental(self._place)
        return tuple(filter(None, self._placed[1].of(self.candidates())))

    def _place(self, one: "Candidate") -> ProposedPlace | None:
        """Return a proposal as it stands in the text; None: it is too doubtful."""
        if one.score < self.shown:
            return None
        return ProposedPlace(one.start, one.end, one.label, self.is_sure(one.score, one.start, one.end))

    def is_sure(self, score: float, start: int, end: int) -> bool:
        """Tell whether a proposal is sure, and not one of those that are looked at all the same."""
        return score >= self.sure and not self.is_check(start, end)

    def is_check(self, start: int, end: int) -> bool:
        """Tell whether a proposal of the open article is one that is looked at, however sure it is."""
        key = f"{self._article} {start} {self._text[start:end]}"
        return int.from_bytes(sha256(key.encode()).digest()[:4]) % CHECKED == 0

    # What has been on the screen

    def see(self, range_: Segment) -> None:
        """Note that a range of the open article was on the screen."""
        seen = self._seen.setdefault(self._article, [])
        if not any(start <= range_[0] and range_[1] <= end for start, end in seen):
            seen[:] = _united((*seen, range_))

    def was_seen(self, start: int, end: int) -> bool:
        """Tell whether a range of the open article has been on the screen."""
        seen = self._seen.get(self._article, ())
        return any(first <= start and end <= last for first, last in seen)

    def next_order(self) -> Order:
        """Go through doubtful ones in the next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        return self.order


def _united(ranges: Iterable[Segment]) -> list[Segment]:
    found: list[Segment] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
