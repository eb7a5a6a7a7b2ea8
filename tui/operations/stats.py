"""The figures of a team: each annotator, all together, by day, agreement over time, forecast."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, tzinfo
from itertools import combinations
from typing import NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.measure.agreement.comparison import compare
from tui.measure.agreement.figures import Figure, f1
from tui.measure.progress import Figures, together
from tui.measure.team.forecast import Forecast, forecast
from tui.measure.team.work_days import WorkDay, WorkDays, ways_of
from tui.model import Document, Schema
from tui.operations.events import Hidden, Progress
from tui.operations.parallel import CHUNK, in_chunks
from tui.operations.queue import visible_pages
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


class TeamStats(NamedTuple):
    """The figures of a team.

    Attributes:
        figures: by annotator.
        whole: of all of them: an article counts once, as far as anybody is with it.
        days: who did what on which day.
        agreement: F1 of exact spans by the day on which the second of two finished an article.
        forecast: when all articles will be done; None where that cannot be told, or they are.
        left: how many articles are to be finished, each by as many annotators as the project wants.
    """

    figures: dict[str, Figures]
    whole: Figures
    days: list[WorkDay]
    agreement: dict[date, Figure]
    forecast: Forecast | None
    left: int


StatsEvent: TypeAlias = PiyueError | Progress | Hidden | TeamStats


def stats(project: Project, options: StatsOptions) -> Iterator[StatsEvent]:
    """Yield what cannot be read, how far it is and what is hidden, then, last, the figures.

    One page is in memory at a time.

    Of a page that who asks has to finish first, others' states are seen and their tags are not.
    """
    is_mine = set(options.annotators) <= {project.annotator}
    visible = frozenset(project.page_ids()) if is_mine else visible_pages(project)
    pages, whole = project.page_ids(), Tally(project, options)
    for number, tally in enumerate(in_chunks(project, tallied, pages, options.jobs, options, visible), 1):
        yield from tally.problems
        whole.add(tally)
        yield Progress(min(number * CHUNK, len(pages)), len(pages))
    if whole.hidden:
        yield Hidden(len(whole.hidden))
    yield whole.stats(options)


def tallied(
    project: Project, pages: Sequence[str], options: StatsOptions, visible: frozenset[str]
) -> "Tally":
    """Return the figures of some pages."""
    tally, reader = Tally(project, options), DocumentReader(project)
    for page in pages:
        documents = []
        try:
            source = project.page(page)
            for name in options.annotators:
                found = reader.read(source, name)
                tally.problems += found.problems
                documents.append(found.document)
        except PiyueError as error:
            tally.problems.append(error)
            continue
        tally.count(
            [tally.seen(document, page in visible) for document in documents], options, page in visible
        )
    return tally


class Tally:
    """What is counted of pages; the tallies of two parts of them add up to that of both.

    Attributes:
        problems: what cannot be read.
        hidden: pages with tags by others that who asks must not see.
    """

    def __init__(self, project: Project, options: StatsOptions) -> None:
        self._schema = project.settings.annotation_schema
        self._figures = {name: Figures() for name in options.annotators}
        self._days, self._agreement = WorkDays(options.zone), AgreementByDay(self._schema, options.zone)
        overlap = project.settings.team.overlap if len(options.annotators) > 1 else 1
        self._needed = Needed(overlap)
        self.problems: list[PiyueError] = []
        self.hidden: set[str] = set()
        self._asks = project.annotator

    def seen(self, document: Document, is_visible: bool) -> Document:
        """Return a document as who asks may see it."""
        if is_visible or document.annotator == self._asks or not document.spans:
            return document
        self.hidden.add(document.page.id)
        return document.replaced(spans=(), relations=())

    def count(self, documents: Sequence[Document], options: StatsOptions, is_visible: bool) -> None:
        """Count a page as several annotators have it."""
        for document in documents:
            ways = ways_of(document.spans)
            self._days.add(document, ways)
            if options.day is not None:
                document = on_day(document, options.day, options.zone)
                ways = ways_of(document.spans)
            self._figures[document.annotator].count(document, self._schema, ways)
        self._needed.add(documents)
        if is_visible and len(options.annotators) > 1:
            self._agreement.add(documents)

    def add(self, other: "Tally") -> None:
        """Add what was counted of other pages."""
        for name, found in other._figures.items():
            self._figures[name].add(found)
        self._days.join(other._days)
        self._agreement.join(other._agreement)
        self._needed.left += other._needed.left
        self.hidden |= other.hidden

    def stats(self, options: StatsOptions) -> TeamStats:
        """Return the figures."""
        every = self._days.rows()
        rows = [row for row in every if options.day in (None, row.day)]
        done: Counter[date] = Counter()
        for row in every:
            done[row.day] += row.articles
        today = (options.now or datetime.now(UTC)).astimezone(options.zone).date()
        left = self._needed.left
        whole = together(self._figures.values())
        agreement = self._agreement.figures()
        return TeamStats(self._figures, whole, rows, agreement, forecast(done, left, today), left)


class AgreementByDay:
    """Agreement of pairs on exact spans, by the day on which the second of a pair finished the article."""

    def __init__(self, schema: Schema, zone: tzinfo | None) -> None:
        self._schema, self._zone = schema, zone
        self._days: dict[date, Counter[str]] = {}

    def add(self, documents: Sequence[Document]) -> None:
        """Add a page as several annotators have it."""
        for article in documents[0].articles if documents else ():
            done = [d for d in documents if d.progress_of(article.id).state == "done"]
            for one, other in combinations(done, 2):
                moments = (document.progress_of(article.id).updated for document in (one, other))
                known = [moment for moment in moments if moment is not None]
                if known:
                    day = max(known).astimezone(self._zone).date()
                    counts = compare(article, one, other, self._schema).counts["spans"]
                    self._days.setdefault(day, Counter()).update(counts)

    def join(self, other: "AgreementByDay") -> None:
        """Add what was compared on other pages."""
        for day, counts in other._days.items():
            self._days.setdefault(day, Counter()).update(counts)

    def figures(self) -> dict[date, Figure]:
        """Return the agreement of each day on which anything was compared."""
        return {day: f1(self._days[day]) for day in sorted(self._days)}


class Needed:
    """How many articles are to be finished yet, each by so many annotators."""

    def __init__(self, overlap: int) -> None:
        self._overlap = overlap
        self.left = 0

    def add(self, documents: Sequence[Document]) -> None:
        """Count a page's articles that too few have finished; who skipped one is through with it."""
        for article in documents[0].articles if documents else ():
            through = sum(d.progress_of(article.id).state in ("done", "skipped") for d in documents)
            self.left += max(0, min(self._overlap, len(documents)) - through)


def on_day(document: Document, day: date, zone: tzinfo | None) -> Document:
    """Return a document with only what was made, and the articles that were finished, on a day."""

    def is_then(moment: datetime | None) -> bool:
        return moment is not None and moment.astimezone(zone).date() == day

    spans = tuple(span for span in document.spans if is_then(span.created))
    ids = {span.id for span in spans}
    relations = tuple(r for r in document.relations if r.head in ids)
    progress = {key: value for key, value in document.progress.items() if is_then(value.updated)}
    return document.replaced(spans=spans, relations=relations, progress=progress)
