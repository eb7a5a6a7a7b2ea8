"""`piyue stats`: how far the work is, for programs and for people; of one annotator, several, or a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tui.cli.arguments import ANNOTATORS, JSON, Option, day
from tui.cli.context import Context, width
from tui.cli.sharding import PAGE_RUNS, page_runner
from tui.errors import PiyueError
from tui.measure.progress import Figures, per_hour
from tui.measure.report import progress_lines, team_lines
from tui.measure.team.time_per_article import time_per_article
from tui.measure.team.work_days import WAYS, WorkDay
from tui.operations.annotators import ALL, chosen_annotators
from tui.operations.events import Hidden
from tui.operations.page_work import PageRunner
from tui.operations.stats import StatsOptions, TeamStats
from tui.operations.stats import stats as measured

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "stats": (
        ANNOTATORS,
        Option(("--day",), "day", {"type": day, "metavar": "DAY"}),
        *PAGE_RUNS,
        JSON,
    ),
}
"""The arguments of each command."""


def stats(context: Context) -> None:
    """Print the figures."""
    context.is_long = True
    annotators, day = asked(context), context.arguments.day
    with page_runner(context, "stats", annotators=annotators, day=day) as runner:
        found = team_stats(context, annotators, day, runner)
    if runner.mode == "shard":
        return
    if context.arguments.json:
        from tui.operations.proposals.figures import proposal_figures  # loads all that makes proposals

        context.answer(as_json(found, day) | proposal_figures(context.project))
        return
    for line in progress_lines(found.whole, _name(found), context.say, context.names, width()):
        context.line(line)
    for line in team_lines(found.figures, found.days, found.agreement, context.say, width()):
        context.line(line)
    if found.forecast:
        context.line()
        context.line(context.say("cli.forecast", left=found.left, **found.forecast._asdict()))


def asked(context: Context) -> tuple[str, ...]:
    """Return the annotators that the arguments ask for.

    Raises:
        NotFoundError: one of them has not annotated anything.
    """
    arguments = context.arguments
    return chosen_annotators(
        context.project, arguments.annotators or ([arguments.annotator] if arguments.annotator else [])
    )


def team_stats(
    context: Context,
    annotators: tuple[str, ...],
    day: date | None = None,
    runner: PageRunner | None = None,
) -> TeamStats:
    """Measure; what cannot be read is complained of."""
    found = None
    for event in measured(context.project, StatsOptions(annotators, day), runner):
        if isinstance(event, PiyueError):
            context.complain(event)
        elif isinstance(event, Hidden):
            context.note(context.say("agree.hidden", count=event.pages))
        elif isinstance(event, TeamStats):
            found = event
    assert found is not None
    return found


def as_json(found: TeamStats, day: date | None = None) -> dict[str, Any]:
    """Return the figures in the shape of ``piyue stats --json``; of several annotators, of each too."""
    answer = _of_day(found.whole, _name(found), found.days, day)
    several = {
        name: _of_day(each, name, [row for row in found.days if row.annotator == name], day)
        for name, each in found.figures.items()
    }
    return answer | {
        "annotators": several if len(several) > 1 else {},
        "days": [_day(row) for row in found.days],
        "agreement": [{"day": str(day), "f1": figure.value} for day, figure in found.agreement.items()],
        "left": found.left,
        "forecast": {k: str(v) for k, v in found.forecast._asdict().items()} if found.forecast else None,
    }


def _of_day(figures: Figures, name: str, days: Sequence[WorkDay], day: date | None) -> dict[str, Any]:
    seconds = None if day is None else sum(row.seconds for row in days)
    time = time_per_article(figures.articles)
    return figures.as_json(name, seconds) | {"time_per_article": time._asdict() if time else None}


def _day(row: WorkDay) -> dict[str, Any]:
    return {
        "day": str(row.day),
        "annotator": row.annotator,
        **{way: row.made[way] for way in WAYS},
        "articles": row.articles,
        "active_seconds": row.seconds,
        "spans_per_hour": per_hour(row.by_hand, row.seconds),
        "by_label": dict(row.labels.most_common()),
    }


def _name(found: TeamStats) -> str:
    return next(iter(found.figures)) if len(found.figures) == 1 else ALL
