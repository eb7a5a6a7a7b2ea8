"""The figures of a team: each annotator, all together, by day, agreement over time, forecast."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.measure.agreement.figures import Figure, f1
from tui.measure.progress import Figures, together
from tui.measure.team.forecast import Forecast, forecast
from tui.measure.team.work_days import WorkDay
from tui.operations.events import Hidden, Progress
from tui.operations.page_work import LocalRunner, PageRunner
from tui.operations.queue import visible_pages
from tui.operations.stats_tally import TALLIES, StatsOptions, Tally
from tui.store.project import Project

__all__ = ["StatsEvent", "StatsOptions", "TeamStats", "stats"]


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


def stats(project: Project, options: StatsOptions, runner: PageRunner | None = None) -> Iterator[StatsEvent]:
    """Yield what cannot be read, how far it is and what is hidden, then, last, the figures.

    One page is in memory at a time.

    Of a page that who asks has to finish first, others' states are seen and their tags are not.

    Args:
        runner: goes through the pages; None: processes of this machine.
    """
    is_mine = set(options.annotators) <= {project.annotator}
    visible = frozenset(project.page_ids()) if is_mine else visible_pages(project)
    pages, whole = project.page_ids(), Tally.of_nothing(options.annotators, options.zone)
    for tally in (runner or LocalRunner(project, options.jobs)).map(TALLIES, pages, options, visible):
        yield from tally.problems
        whole.add(tally)
        yield Progress(whole.pages, len(pages))
    if whole.hidden:
        yield Hidden(len(whole.hidden))
    yield _figures(whole, options)


def _figures(whole: Tally, options: StatsOptions) -> TeamStats:
    """Return the figures of all pages."""
    every = whole.days.rows()
    rows = [row for row in every if options.day in (None, row.day)]
    done: Counter[date] = Counter()
    for row in every:
        done[row.day] += row.articles
    today = (options.now or datetime.now(UTC)).astimezone(options.zone).date()
    agreement = {day: f1(whole.agreement[day]) for day in sorted(whole.agreement)}
    expected = forecast(done, whole.left, today)
    return TeamStats(whole.figures, together(whole.figures.values()), rows, agreement, expected, whole.left)
