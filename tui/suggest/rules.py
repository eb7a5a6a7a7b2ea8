"""Proposals by rule: quantities and time expressions."""

from collections.abc import Iterator, Mapping, Sequence

from tui.model import Article
from tui.model.labels import DEFAULT_LABELS, INTERVAL, LabelSet
from tui.quantities import Quantity, fields_of, find
from tui.quantities.periods import Base, find_periods
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposal import Proposal
from tui.suggest.proposer import LearnsFrom
from tui.text.offsets import Reading

SCORES: Mapping[str, float] = {"unit": 0.95, "bare": 0.7, "resolved": 0.9, "open": 0.6}
"""How sure a rule is: of a quantity with and without a unit, of a time that is known and one that is not."""


def by_rule(
    article: Article,
    reading: Reading,
    *,
    units: Mapping[str, str] | None = None,
    base: Base | None = None,
    labels: LabelSet = DEFAULT_LABELS,
) -> Iterator[Proposal]:
    """Yield what the rules propose in an article, in reading order; no proposal crosses a block's border.

    Args:
        units: the project's units beyond the known ones.
        base: the date of the page, as far as it is known.
        labels: say how quantities and times are called.
    """
    for start, end in reading.blocks:
        text = reading.text[start:end]
        found = [*_metrics(text, units, labels.metrics[0]), *_times(text, base, labels.times[0])]
        for (first, last), label, score, attributes in sorted(found, key=lambda row: row[0]):
            yield Proposal(
                article=article.id,
                page=article.page,
                label=label,
                surface=text[first:last],
                segments=reading.to_source(start + first, start + last),
                origin="rule",
                score=score,
                attributes=attributes,
            )


class RuleProposer:
    """Proposes quantities and times.

    Args:
        labels: say how quantities and times are called.
        units: the project's units beyond the known ones.
    """

    name = "rules"
    version = "1"
    learns_from: LearnsFrom = "nothing"
    is_ready = True

    def __init__(self, labels: LabelSet, units: Mapping[str, str] | None = None) -> None:
        self._labels, self._units = labels, units

    def train(self, examples: Sequence[Example]) -> None:
        """Learn nothing."""

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return the quantities and times of an article."""
        found = []
        for start, end in text.blocks:
            written = text.text[start:end]
            rows = [
                *_metrics(written, self._units, self._labels.metrics[0]),
                *_times(written, text.base, self._labels.times[0]),
            ]
            for (first, last), label, score, attributes in sorted(rows, key=lambda row: row[0]):
                at = start + first, start + last
                found.append(Candidate(*at, label, score, self.name, "rule", attributes))
        return found


_Row = tuple[tuple[int, int], str, float, dict[str, str | bool | int | None]]


def _metrics(text: str, units: Mapping[str, str] | None, label: str) -> Iterator[_Row]:
    for quantity in find(text, units):
        yield (quantity.start, quantity.end), label, _score(quantity), fields_of(quantity)


def _score(quantity: Quantity) -> float:
    return SCORES["unit" if quantity.unit or quantity.kind == "ratio" else "bare"]


def _times(text: str, base: Base | None, label: str) -> Iterator[_Row]:
    for time in find_periods(text, base):
        iso = time.interval.iso
        yield (
            (time.start, time.end),
            label,
            SCORES["resolved" if iso else "open"],
            {INTERVAL: iso} if iso else {},
        )
