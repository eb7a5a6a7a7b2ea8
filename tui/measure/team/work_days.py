"""Work by day and its pace: tags by hand, accepted, in bulk, and imported."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from itertools import pairwise
from typing import Literal, TypeAlias, get_args

from tui.model import Document, Span

Way: TypeAlias = Literal["hand", "accepted", "bulk", "import"]
WAYS: tuple[Way, ...] = get_args(Way)
"""How a tag came about: by hand; from a proposal that somebody looked at; with many others on one key; read
from a file."""

AT_ONCE = 3
"""So many like tags of one second were made by one key: nobody is that fast."""
IDLE = 300
"""Seconds after which a pause is no work any more."""


def ways_of(spans: Sequence[Span]) -> list[Way]:
    """Return how each tag of a page came about."""
    acts = [*map(_act, spans)]
    together = Counter(acts)
    return [_way(span, together[act]) for span, act in zip(spans, acts, strict=True)]


def _act(span: Span) -> tuple[datetime, str, str, str]:
    """Return what tags share that one key made: the second, and the name or the maker."""
    return span.created, span.label, span.origin, span.text if span.origin == "manual" else ""


def _way(span: Span, together: int) -> Way:
    if span.origin == "import":
        return "import"
    if together >= AT_ONCE or span.taken == "together" or span.decision in ("agreed", "majority"):
        return "bulk"
    return "hand" if span.origin == "manual" and not span.taken else "accepted"


@dataclass
class WorkDay:
    """One annotator's work on one day.

    Attributes:
        made: tags that still stand, by how they came about.
        labels: the same tags but for imported ones, by label.
        articles: articles that were finished.
        seconds: of work, told from when tags were made and articles finished: pauses of up to `IDLE` count.
    """

    day: date
    annotator: str
    made: Counter[Way] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    seconds: int = 0

    @property
    def by_hand(self) -> int:
        """Tags that took somebody's attention one by one."""
        return self.made["hand"] + self.made["accepted"]


class WorkDays:
    """Gathers the days of all annotators from their documents.

    Args:
        zone: in which days begin at midnight; None: this machine's.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self._days: dict[tuple[date, str], WorkDay] = {}
        self._moments: dict[tuple[date, str], list[datetime]] = {}

    def add(self, document: Document) -> None:
        """Add what an annotator did on a page."""
        by_day = defaultdict[date, list[tuple[datetime, Way, Span]]](list)
        for span, way in zip(document.spans, ways_of(document.spans), strict=True):
            moment = span.created.astimezone(self._zone)
            by_day[moment.date()].append((moment, way, span))
        for day, acts in by_day.items():
            row, moments = self._row(day, document.annotator)
            row.made.update(way for _, way, _ in acts)
            own = [act for act in acts if act[1] != "import"]
            row.labels.update(span.label for *_, span in own)
            moments.extend(moment for moment, *_ in own)
        for article in document.articles:
            progress = document.progress_of(article.id)
            if progress.state == "done" and progress.updated is not None:
                moment = progress.updated.astimezone(self._zone)
                row, moments = self._row(moment.date(), document.annotator)
                row.articles += 1
                moments.append(moment)

    def _row(self, day: date, annotator: str) -> tuple[WorkDay, list[datetime]]:
        """Return the row of a day, and the moments that are signs of work on it."""
        key = day, annotator
        if key not in self._days:
            self._days[key], self._moments[key] = WorkDay(*key), []
        return self._days[key], self._moments[key]

    def join(self, other: "WorkDays") -> None:
        """Add what was done on other pages."""
        for key, row in other._days.items():
            ours, moments = self._row(*key)
            ours.made.update(row.made)
            ours.labels.update(row.labels)
            ours.articles += row.articles
            moments += other._moments[key]

    def rows(self) -> list[WorkDay]:
        """Return the rows by day, then by annotator."""
        for key, row in self._days.items():
            row.seconds = active_seconds(self._moments[key])
        return [self._days[key] for key in sorted(self._days)]


def active_seconds(moments: Iterable[datetime]) -> int:
    """Return how long somebody worked who did something at some moments."""
    pauses = ((after - before).total_seconds() for before, after in pairwise(sorted(moments)))
    return round(sum(pause for pause in pauses if pause <= IDLE))
