"""`piyue index`: brings the index of pages and articles up to date, from which lists and searches work."""

from collections.abc import Mapping

from tui.cli.arguments import JSON, Option
from tui.cli.context import Context
from tui.cli.sharding import PAGE_RUNS, page_runner
from tui.errors import PiyueError
from tui.operations.index import update_index
from tui.store.index.build import Progress

OPTIONS: Mapping[str, tuple[Option, ...]] = {"index": (*PAGE_RUNS, JSON)}
"""The arguments of each command."""


def index(context: Context) -> None:
    """Bring the index up to date; pages that cannot be used are complained of."""
    context.is_long = True
    last, refused = Progress(0, 0, 0.0), 0

    def report(progress: Progress) -> bool:
        nonlocal last
        last = progress
        context.show_progress(int(100 * progress.part), 100)
        return True

    def refuse(error: PiyueError) -> None:
        nonlocal refused
        refused += 1
        context.complain(error)

    with page_runner(context, "index") as runner:
        update_index(context.project, report, refuse, context.arguments.jobs, runner)
    if runner.mode == "shard":
        return
    figures = {"pages": last.pages - refused, "changed": last.changed, "refused": refused}
    if context.arguments.json:
        context.answer(figures)
    else:
        context.line(context.say("cli.indexed", **figures))
