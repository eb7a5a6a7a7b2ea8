"""`piyue queue`: who has which page, and what is free."""

from tui.cli.context import Context, width
from tui.errors import PiyueError
from tui.measure.tables import table
from tui.measure.team.queue import FINISHED, QueueRow, next_page
from tui.operations.queue import queue as queued


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
            context.answer(row._asdict())
        return
    head = [context.say(f"cli.column.{column}") for column in ("page", "people", "free")]
    for line in table([_cells(context, row) for row in rows], head, width()):
        context.line(line)
    mine = sum(row.states.get(name, "done") not in FINISHED for row in rows)
    counts = {"pages": len(rows), "free": sum(row.free for row in rows), "mine": mine}
    following = next_page(rows, name) or "-"
    context.note(context.say("cli.queue.total", name=name, next=following, **counts))


def _cells(context: Context, row: QueueRow) -> tuple[str, str, str]:
    people = ", ".join(f"{name} ({state})" for name, state in row.states.items())
    return row.page, people or "-", context.say("cli.queue.free") if row.free else ""
