"""Proposals by rule: quantities and time expressions."""

from collections.abc import Iterator, Mapping

from tui.model import Article
from tui.model.labels import DEFAULT_LABELS, INTERVAL, LabelSet
from tui.quantities import Quantity, fields_of, find
from tui.quantities.periods import Base, Interval, article_base, find_periods
from tui.suggest.proposal import Proposal
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
    text, base = reading.text, article_base(reading.text, base)
    found = [*_metrics(text, units, labels.metrics[0]), *_times(text, base, labels.times[0])]
    for (first, last), label, score, attributes in sorted(found, key=lambda row: row[0]):
        if "\n" not in text[first:last]:
            yield Proposal(
                article=article.id,
                page=article.page,
                label=label,
                surface=text[first:last],
                segments=reading.to_source(first, last),
                origin="rule",
                score=score,
                attributes=attributes,
            )


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
            _said(time.interval),
        )


def _said(interval: Interval) -> dict[str, str | bool | int | None]:
    """Return a time's attributes: its interval, and the calendar where it was converted from another."""
    said: dict[str, str | bool | int | None] = {INTERVAL: interval.iso, CALENDAR: interval.calendar}
    return {name: value for name, value in said.items() if value}
