"""What is proposed of the open article: it stands in the text until it is decided on."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from tui.app.workspace.view import ProposedPlace
from tui.model import Document, Segment

if TYPE_CHECKING:
    from tui.app.workspace.workspace import Workspace
    from tui.suggest.candidate import Candidate, Example

Order: TypeAlias = Literal["reading", "doubtful", "surest"]
ORDERS: tuple[Order, ...] = get_args(Order)
LONGEST = 50_000
"""Characters of an article; of longer ones nothing is proposed while one works."""
CHECKED = 20
"""One in so many sure proposals is shown among the doubtful ones: so it is seen when they are not right."""


class Answer(NamedTuple):
    """What the makers proposed of an article, and the page as it was when they were asked."""

    document: Document
    candidates: "Sequence[Candidate]"


class StandingProposals:
    """Keeps what was proposed of articles, and what of it has been on the screen.

    Attributes:
        hidden: whether proposals are not shown.
        order: in which doubtful ones are gone through.
        sure: the score from which on a proposal is sure; it rises when sure ones are refused.
    """

    def __init__(self, workspace: "Workspace") -> None:
        settings = workspace.documents.project.settings.suggest
        self._workspace = workspace
        self.hidden = False
        self.order: Order = settings.order
        self.shown, self.sure = settings.shown, settings.sure
        self._set_sure = settings.sure
        self.off = workspace.documents.project.annotator in settings.off_for
        self._checks: list[bool] | None = None
        self._answers: dict[str, Answer] = {}
        self._seen: dict[str, list[Segment]] = {}
        self._open: tuple[Answer, Document, tuple[Candidate, ...]] | None = None

    def example(self) -> "Example | None":
        """Return the open article as makers take it; None: nothing is proposed of it."""
        shown = self._workspace.shown
        if self.off or shown is None or shown.opened.kind == "source":
            return None
        if len(shown.view.reading.text) > LONGEST:
            return None
        from tui.operations.proposals.articles import example_of

        words = shown.words or [(at, at + 1) for at in range(len(shown.view.reading.text))]
        return example_of(shown.opened.document, shown.opened.article, words, self._workspace.base())

    def put(self, document: Document, article: str, candidates: "Sequence[Candidate]") -> None:
        """Take what was proposed of an article."""
        if self._checks is None:
            from tui.operations.proposals.sure_checks import load_checks

            self.put_checks(load_checks(self._workspace.documents.project))
        self._answers[article] = Answer(document, candidates)

    @property
    def is_answered(self) -> bool:
        """Whether the makers were heard of the open article."""
        shown = self._workspace.shown
        return shown is not None and shown.opened.article.id in self._answers

    def candidates(self) -> "tuple[Candidate, ...]":
        """Return what is open of the open article, also what is too doubtful to be shown."""
        shown = self._workspace.shown
        answer = self._answers.get(shown.opened.article.id) if shown else None
        if shown is None or answer is None or not answer.candidates or shown.opened.kind == "source":
            return ()
        document = shown.opened.document
        if self._open is None or self._open[0] is not answer or self._open[1] is not document:
            from tui.suggest.service import still_open

            example = self.example()
            left = still_open(answer.candidates, example) if example else []
            known = self._workspace.documents.schema.labels.by_id
            self._open = answer, document, tuple(one for one in left if one.label in known)
        return self._open[2]

    def places(self) -> tuple[ProposedPlace, ...]:
        """Return what stands in the text."""
        if self.hidden or self.off:
            return ()
        return tuple(
            ProposedPlace(one.start, one.end, one.label, self.is_sure(one.score, one.start, one.end))
            for one in self.candidates()
            if one.score >= self.shown
        )

    def is_sure(self, score: float, start: int, end: int) -> bool:
        """Tell whether a proposal is sure, and not one of those that are looked at all the same."""
        return score >= self.sure and not self.is_check(start, end)

    def is_check(self, start: int, end: int) -> bool:
        """Tell whether a proposal of the open article is one that is looked at, however sure it is."""
        shown = self._workspace.shown
        text = shown.view.reading.text[start:end] if shown else ""
        key = f"{shown.opened.article.id if shown else ''} {start} {text}"
        return int.from_bytes(sha256(key.encode()).digest()[:4]) % CHECKED == 0

    def put_checks(self, checks: list[bool]) -> None:
        """Take what became of sure proposals that were looked at."""
        from tui.operations.proposals.sure_checks import threshold

        self._checks, self.sure = checks, threshold(self._set_sure, checks)

    def note_check(self, *, right: bool) -> None:
        """Note what became of a sure proposal that was looked at; where too many are wrong, say so."""
        from tui.operations.proposals.sure_checks import LAST, load_checks, save_checks

        project, before = self._workspace.documents.project, self.sure
        checks = [*(load_checks(project) if self._checks is None else self._checks), right][-LAST:]
        self.put_checks(checks)
        save_checks(project, checks)
        if self.sure > before:
            percent, sure = round(100 * sum(checks) / len(checks)), round(100 * self.sure)
            self._workspace.tell(self._workspace.say("status.sure_raised", percent=percent, sure=sure))

    # What has been on the screen

    def see(self, range_: Segment) -> None:
        """Note that a range of the open article was on the screen."""
        shown = self._workspace.shown
        if shown is None:
            return
        seen = self._seen.setdefault(shown.opened.article.id, [])
        if not any(start <= range_[0] and range_[1] <= end for start, end in seen):
            seen.append(range_)
            seen[:] = _united(seen)

    def was_seen(self, start: int, end: int) -> bool:
        """Tell whether a range of the open article has been on the screen."""
        shown = self._workspace.shown
        seen = self._seen.get(shown.opened.article.id, ()) if shown else ()
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
