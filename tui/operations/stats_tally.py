"""What is counted of pages for the figures of a team."""

import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from tui.errors import PiyueError
from tui.measure.agreement.comparison import compare
from tui.measure.progress import Figures
from tui.measure.team.work_days import Dates, WorkDay, WorkDays, ways_of
from tui.model import Document, Page
from tui.model.document_columns import DocumentColumns, TagColumns
from tui.operations.page_work import PageWork, Problem
from tui.store.document_reader import DocumentReader
from tui.store.project import Project


class StatsOptions(NamedTuple):
    """Whose figures, and of which day.

    Attributes:
        annotators: whose.
        day: only what was done on it; None: all.
        zone: in which days begin at midnight; None: this machine's.
        now: from which the forecast counts; None: now.
        jobs: how many processes go through the pages; None: as many as may run at once, if there are many.
    """

    annotators: tuple[str, ...]
    day: date | None = None
    zone: tzinfo | None = None
    now: datetime | None = None
    jobs: int | None = None


@dataclass
class Tally:
    """What was counted of pages; the tallies of two groups of them add up to that of both.

    Attributes:
        agreement: counts of exact spans by the day on which the second of two finished an article.
        left: how many articles are to be finished yet, each by so many annotators.
        pages: how many were gone through.
        problems: what cannot be read.
        hidden: pages with tags by others that who asks must not see.
    """

    figures: dict[str, Figures]
    days: WorkDays
    agreement: dict[date, Counter[str]] = field(default_factory=dict)
    left: int = 0
    pages: int = 0
    problems: list[PiyueError] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)

    @classmethod
    def of_nothing(cls, annotators: Sequence[str], zone: tzinfo | None = None) -> "Tally":
        """Return the tally of no pages."""
        return cls({name: Figures() for name in annotators}, WorkDays(zone))

    def add(self, other: "Tally") -> None:
        """Add what was counted of other pages."""
        for name, found in other.figures.items():
            self.figures[name].add(found)
        self.days.join(other.days)
        for day, counts in other.agreement.items():
            self.agreement.setdefault(day, Counter()).update(counts)
        self.left += other.left
        self.pages += other.pages
        self.hidden |= other.hidden

    def packed(self) -> "PackedTally":
        """Return it for the file of a part."""
        figures = {
            name: (
                replace(found, article_labels=Counter()),
                [(*key, count) for key, count in found.article_labels.items()],
            )
            for name, found in self.figures.items()
        }
        days, agreement = self.days.packed(), [*self.agreement.items()]
        return PackedTally(
            figures, days, agreement, self.left, self.pages, self.problems, sorted(self.hidden)
        )

    @classmethod
    def unpacked(cls, said: "PackedTally") -> "Tally":
        """Return the tally of which `packed` returned this."""
        tally = cls.of_nothing(())
        for name, (figures, labels) in said.figures.items():
            tally.figures[name] = figures
            figures.article_labels.update({(label, value): count for label, value, count in labels})
        tally.days.unpack(said.days)
        tally.agreement = dict(said.agreement)
        tally.left, tally.pages, tally.problems = said.left, said.pages, said.problems
        tally.hidden = set(said.hidden)
        return tally


class PackedTally(NamedTuple):
    """A tally in the file of a part; what articles are labelled with stands beside the figures."""

    figures: dict[str, tuple[Figures, list[tuple[str, str, int]]]]
    days: list[tuple[WorkDay, list[float]]]
    agreement: list[tuple[date, Counter[str]]]
    left: int
    pages: int
    problems: list[Problem]
    hidden: list[str]


def tallied(project: Project, pages: Sequence[str], options: StatsOptions, visible: frozenset[str]) -> Tally:
    """Return the figures of some pages."""
    counting, reader = _Counting(project, options), DocumentReader(project)
    read = _alone if len(options.annotators) == 1 else _each
    for page in pages:
        try:
            found = read(reader, project.page(page), options.annotators, counting.tally.problems)
        except PiyueError as error:
            counting.tally.problems.append(error)
            continue
        counting.add(*found, is_visible=page in visible)
    counting.tally.pages = len(pages)
    return counting.tally


class _ReadPage(NamedTuple):
    """A page as annotators have it; whole documents where there are several, to compare them."""

    columns: Sequence[DocumentColumns]
    documents: Sequence[Document] = ()


def _alone(
    reader: DocumentReader, page: Page, annotators: Sequence[str], problems: list[PiyueError]
) -> _ReadPage:
    """Return a page as its only annotator has it."""
    found = reader.columns(page, annotators[0])
    problems += found.problems
    return _ReadPage([found.columns])


def _each(
    reader: DocumentReader, page: Page, annotators: Sequence[str], problems: list[PiyueError]
) -> _ReadPage:
    """Return a page as several annotators have it."""
    documents = []
    for name in annotators:
        found = reader.read(page, name)
        problems += found.problems
        documents.append(found.document)
    return _ReadPage([*map(DocumentColumns.of, documents)], documents)


def _depends(pages: Sequence[str], options: StatsOptions, visible: frozenset[str]) -> object:
    """Return what the tally of some pages depends on beside them."""
    zone = _local_zone() if options.zone is None else options.zone
    return options.annotators, options.day, zone, [page in visible for page in pages]


def _local_zone() -> object:
    """Return what changes with this machine's time zone."""
    rules = Path("/etc/localtime")
    state = rules.stat() if rules.is_file() else None
    return os.environ.get("TZ"), time.tzname, state and (state.st_ino, state.st_mtime_ns)


def _is_whole(tally: Tally) -> bool:
    return not tally.problems


TALLIES = PageWork("tallies", tallied, PackedTally, Tally.packed, Tally.unpacked, _depends, _is_whole)


class _Counting:
    """Counts pages, each as several annotators have it."""

    def __init__(self, project: Project, options: StatsOptions) -> None:
        self._schema, self._options = project.settings.annotation_schema, options
        self._overlap = project.settings.team.overlap if len(options.annotators) > 1 else 1
        self._asks = project.annotator
        self.tally = Tally.of_nothing(options.annotators, options.zone)

    def add(
        self, columns: Sequence[DocumentColumns], documents: Sequence[Document], *, is_visible: bool
    ) -> None:
        """Count a page."""
        for document in columns:
            self._count(self._seen(document, is_visible))
        self._count_left(columns)
        if is_visible and len(documents) > 1:
            self._compare(documents)

    def _seen(self, document: DocumentColumns, is_visible: bool) -> DocumentColumns:
        """Return a document as who asks may see it."""
        if is_visible or document.annotator == self._asks or not document.tags.ids:
            return document
        self.tally.hidden.add(document.page.id)
        return document._replace(tags=TagColumns(), relations=())

    def _count(self, document: DocumentColumns) -> None:
        ways, day, zone = ways_of(document.tags), self._options.day, self._options.zone
        self.tally.days.count(document, ways)
        if day is not None:
            document = on_day(document, day, zone)
            ways = ways_of(document.tags)
        self.tally.figures[document.annotator].count(document, self._schema, ways)

    def _count_left(self, documents: Sequence[DocumentColumns]) -> None:
        """Count a page's articles that too few have finished; who skipped one is through with it."""
        for article in documents[0].articles if documents else ():
            through = sum(d.progress_of(article.id).state in ("done", "skipped") for d in documents)
            self.tally.left += max(0, min(self._overlap, len(documents)) - through)

    def _compare(self, documents: Sequence[Document]) -> None:
        """Compare pairs on exact spans, by the day on which the second of a pair finished the article."""
        for article in documents[0].articles:
            done = [d for d in documents if d.progress_of(article.id).state == "done"]
            for one, other in combinations(done, 2):
                moments = (document.progress_of(article.id).updated for document in (one, other))
                known = [moment for moment in moments if moment is not None]
                if known:
                    day = max(known).astimezone(self._options.zone).date()
                    counts = compare(article, one, other, self._schema).counts["spans"]
                    self.tally.agreement.setdefault(day, Counter()).update(counts)


def on_day(document: DocumentColumns, day: date, zone: tzinfo | None) -> DocumentColumns:
    """Return a document with only what was made, and the articles that were finished, on a day."""
    dates = Dates(zone)

    def is_then(moment: datetime | None) -> bool:
        return moment is not None and dates.of(moment.timestamp()) == day

    tags = document.tags.where([dates.of(moment) == day for moment in document.tags.moments])
    ids = {*tags.ids}
    relations = [(label, head) for label, head in document.relations if head in ids]
    progress = {key: value for key, value in document.progress.items() if is_then(value.updated)}
    return document._replace(tags=tags, relations=relations, progress=progress)
