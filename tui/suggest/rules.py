"""Rule-based proposer: quantities and time expressions."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from tui.model import Article, Segment
from tui.model.labels import DEFAULT_LABELS, INTERVAL, LabelSet
from tui.quantities import Quantity, fields_of, find
from tui.quantities.periods import Base, Interval, article_base, find_periods
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposal import Proposal
from tui.suggest.proposer import LearnsFrom
from tui.text.offsets import Reading

CALENDAR = "calendar"
"""The attribute of a time that was converted: ``lunar``."""
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
        base: the date of the page, as far as it is known; an article with a dateline counts from that.
        labels: say how quantities and times are called.
    """
    for (first, last), label, score, attributes in _found(reading.text, base, units, labels):
        yield Proposal(
            article=article.id,
            page=article.page,
            label=label,
            surface=reading.text[first:last],
            segments=reading.to_source(first, last),
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
        return [
            Candidate(*range_, label, score, self.name, "rule", attributes)
            for range_, label, score, attributes in _found(text.text, text.base, self._units, self._labels)
        ]


_Row = tuple[Segment, str, float, dict[str, str | bool | int | None]]


def _found(text: str, base: Base | None, units: Mapping[str, str] | None, labels: LabelSet) -> Iterator[_Row]:
    """Yield quantities and times of a reading text in order; none crosses a block's border.

    What counts the days of a time is no quantity: 近五年, 三天前.
    """
    base = article_base(text, base)
    times = list(_times(text, base, labels.times[0]))
    ranges = [range_ for range_, *_ in times]
    metrics = (row for row in _metrics(text, units, labels.metrics[0]) if not _is_part(row[0], ranges))
    for row in sorted([*metrics, *times], key=lambda row: row[0]):
        if "\n" not in text[slice(*row[0])]:
            yield row


def _is_part(range_: Segment, ranges: Sequence[Segment]) -> bool:
    """Tell whether a range is a part of one of the ascending ranges, and not all of it."""
    start, end = range_
    at = bisect_right(ranges, start, key=itemgetter(0)) - 1
    return at >= 0 and end <= ranges[at][1] and range_ != ranges[at]


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
            _said(time.interval),
        )


def _said(interval: Interval) -> dict[str, str | bool | int | None]:
    """Return a time's attributes: its interval, and the calendar where it was converted from another."""
    said: dict[str, str | bool | int | None] = {INTERVAL: interval.iso, CALENDAR: interval.calendar}
    return {name: value for name, value in said.items() if value}
