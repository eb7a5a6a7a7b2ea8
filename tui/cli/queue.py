"""`piyue queue`: shows who has which pages, and which are free."""

from collections.abc import Mapping

from tui.cli.arguments import JSON, Option
from tui.cli.context import Context, width
from tui.errors import PiyueError
from tui.measure.tables import table
from tui.measure.team.queue import FINISHED, QueueRow, next_page
from tui.operations.queue import queue as queued

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "queue": (Option(("--mine",), "mine", {"action": "store_true"}), JSON),
}
"""The arguments of each command."""


def queue(context: Context) -> None:
    """Print a line for each page; for people, what comes next for who asks."""
    arguments, name = context.arguments, context.project.annotator
    context.is_long = True
    rows = []
    for event in queued(context.project):
        if isinstance(event, PiyueError):
            context.complain(event)
        elif not arguments.mine or event.free or name in event.states:
            rows.append(event)
    if arguments.json:
        for row in rows:
            context.answer(_as_json(row, leases=context.project.queue is not None))
        return
    head = [context.say(f"cli.column.{column}") for column in ("page", "people", "free")]
    for line in table([_cells(context, row) for row in rows], head, width()):
        context.line(line)
    mine = sum(row.states.get(name, "done") not in FINISHED for row in rows)
    counts = {"pages": len(rows), "free": sum(row.free for row in rows), "mine": mine}
    following = next_page(rows, name) or "-"
    context.note(context.say("cli.queue.total", name=name, next=following, **counts))


def _as_json(row: QueueRow, *, leases: bool) -> dict[str, object]:
    """Return a row in the shape of ``piyue queue --json``; leases are a server's."""
    answer = row._asdict() | {"leases": dict(row.leases)}
    return answer if leases else {name: answer[name] for name in ("page", "assigned", "states", "free")}


def _cells(context: Context, row: QueueRow) -> tuple[str, str, str]:
    people = ", ".join(
        (
            *(
                f"{name} ({context.say(f'state.{state}')}{_lease(context, row, name)})"
                for name, state in row.states.items()
            ),
            *(context.say("cli.queue.lapsed", name=name) for name in row.lapsed),
        )
    )
    return row.page, people or "-", context.say("cli.queue.free") if row.free else ""


def _lease(context: Context, row: QueueRow, name: str) -> str:
    """Say for how many minutes a page stays with somebody."""
    seconds = row.leases.get(name)
    return "" if seconds is None else context.say("cli.queue.lease", minutes=-(-seconds // 60))
