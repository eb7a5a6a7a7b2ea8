"""Work by day and its pace: tags by hand, accepted, in bulk, and imported."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from itertools import compress, repeat
from operator import sub
from typing import Literal, TypeAlias, get_args

from tui.model import Decision, Document, Origin
from tui.model.document_columns import DocumentColumns, TagColumns
from tui.model.span import Taken

Way: TypeAlias = Literal["hand", "accepted", "bulk", "import"]
WAYS: tuple[Way, ...] = get_args(Way)
"""How a tag came about: by hand; from a proposal that somebody looked at; with many others on one key; read
from a file."""

AT_ONCE = 3
"""So many like tags of one second were made by one key: nobody is that fast."""
IDLE = 300
"""Seconds after which a pause is no work any more."""
QUARTER = 900
"""Seconds of a quarter of an hour."""
FEW = 24
"""Within so many quarters of an hour the tags of a page are made, as a rule."""


def ways_of(tags: TagColumns) -> list[Way]:
    """Return how each tag of a page came about."""
    kinds = [*zip(tags.origins, tags.taken, tags.decisions, _are_at_once(tags), strict=False)]
    ways = {kind: _way(*kind) for kind in {*kinds}}
    return [*map(ways.__getitem__, kinds)]


def _are_at_once(tags: TagColumns) -> Iterable[bool]:
    """Yield whether each tag was made with others by one key: like ones, in the same second."""
    if max(Counter(tags.moments).values(), default=0) < AT_ONCE:  # as on most pages
        return repeat(False)
    alike = (
        text if origin == "manual" else "" for text, origin in zip(tags.texts, tags.origins, strict=True)
    )
    acts = [*zip(tags.moments, tags.labels, tags.origins, alike, strict=True)]
    together = Counter(acts)
    return [together[act] >= AT_ONCE for act in acts]


def _way(origin: Origin, taken: Taken, decision: Decision, is_at_once: bool) -> Way:
    if origin == "import":
        return "import"
    if is_at_once or taken == "together" or decision in ("agreed", "majority"):
        return "bulk"
    return "hand" if origin == "manual" and not taken else "accepted"


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
        self._moments: dict[tuple[date, str], array[float]] = {}
        self._dates = Dates(zone)

    def add(self, document: Document) -> None:
        """Add what an annotator did on a page."""
        columns = DocumentColumns.of(document)
        self.count(columns, ways_of(columns.tags))

    def count(self, document: DocumentColumns, ways: Sequence[Way]) -> None:
        """Add what an annotator did on a page.

        Args:
            ways: how each tag came about.
        """
        for day, tags, made in self._by_day(document.tags, ways):
            row, signs = self._row(day, document.annotator)
            row.made.update(made)
            if "import" in made:
                tags = tags.where([way != "import" for way in made])
            row.labels.update(tags.labels)
            signs.extend(tags.moments)
        for article in document.articles:
            progress = document.progress_of(article.id)
            if progress.state == "done" and progress.updated is not None:
                moment = progress.updated.timestamp()
                row, signs = self._row(self._dates.of(moment), document.annotator)
                row.articles += 1
                signs.append(moment)

    def _by_day(
        self, tags: TagColumns, ways: Sequence[Way]
    ) -> Iterator[tuple[date, TagColumns, Sequence[Way]]]:
        """Yield each day with the tags that were made on it, and how they came about."""
        if not tags.moments:
            return
        day = self._dates.of_all(tags.moments)
        if day is not None:
            yield day, tags, ways
            return
        days = [*map(self._dates.of, tags.moments)]
        for day in dict.fromkeys(days):
            here = [date_ == day for date_ in days]
            yield day, tags.where(here), [*compress(ways, here)]

    def _row(self, day: date, annotator: str) -> "tuple[WorkDay, array[float]]":
        """Return the row of a day, and the moments that are signs of work on it."""
        key = day, annotator
        if key not in self._days:
            self._days[key], self._moments[key] = WorkDay(*key), array("d")
        return self._days[key], self._moments[key]

    def join(self, other: "WorkDays") -> None:
        """Add what was done on other pages."""
        for key, row in other._days.items():
            ours, moments = self._row(*key)
            _add(ours, row)
            moments += other._moments[key]

    def packed(self) -> "list[tuple[WorkDay, list[float]]]":
        """Return each day, and the moments that are signs of work on it, for a file."""
        return [(row, self._moments[key].tolist()) for key, row in self._days.items()]

    def unpack(self, rows: "Iterable[tuple[WorkDay, list[float]]]") -> None:
        """Add what `packed` returned of others."""
        for row, moments in rows:
            ours, signs = self._row(row.day, row.annotator)
            _add(ours, row)
            signs.extend(moments)

    def rows(self) -> list[WorkDay]:
        """Return the rows by day, then by annotator."""
        for key, row in self._days.items():
            row.seconds = active_seconds(self._moments[key])
        return [self._days[key] for key in sorted(self._days)]


def _add(ours: WorkDay, other: WorkDay) -> None:
    """Add what was done on a day on other pages."""
    ours.made.update(other.made)
    ours.labels.update(other.labels)
    ours.articles += other.articles


class Dates:
    """The dates of moments, which are asked for far more often than they change.

    Args:
        zone: in which days begin at midnight; None: this machine's.
    """

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone
        self._known: dict[int, date | None] = {}

    def of(self, moment: float) -> date:
        """Return the date of a moment, in seconds since 1970."""
        return self._of_quarter(int(moment // QUARTER)) or self._date(moment)

    def of_all(self, moments: Sequence[float]) -> date | None:
        """Return the date of moments; None: they are of several days, or far from each other."""
        first, last = int(min(moments) // QUARTER), int(max(moments) // QUARTER)
        if last - first > FEW:
            return None
        days = {self._of_quarter(quarter) for quarter in range(first, last + 1)}
        return days.pop() if len(days) == 1 else None

    def _of_quarter(self, quarter: int) -> date | None:
        """Return the date of all moments of a quarter of an hour; None: it has two."""
        if quarter not in self._known:
            first, last = (self._date(float(q * QUARTER)) for q in (quarter, quarter + 1))
            self._known[quarter] = first if first == last else None
        return self._known[quarter]

    def _date(self, moment: float) -> date:
        try:
            return datetime.fromtimestamp(moment, UTC).astimezone(self._zone).date()
        except (OverflowError, ValueError):  # a clock that is wrong by thousands of years
            return date.max if moment > 0 else date.min


def active_seconds(moments: Iterable[float]) -> int:
    """Return how long somebody worked who did something at some moments, in seconds since 1970."""
    ordered = sorted(moments)
    pauses: Iterator[float] = map(sub, ordered[1:], ordered)
    return round(sum(pause for pause in pauses if pause <= IDLE))
