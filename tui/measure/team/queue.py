"""The queue: of each page who has it, how far they are, and whether it is free."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias, get_args

from tui.measure.team.assignments import Assignments
from tui.model import Document, State

Holding: TypeAlias = Literal["mine", "free", "others"]
HOLDINGS: tuple[Holding, ...] = get_args(Holding)
"""Whose a page is, in the order in which one goes on."""
FINISHED: tuple[State, ...] = ("done", "skipped")


class QueueRow(NamedTuple):
    """A page in the queue.

    Attributes:
        assigned: to whom it is given.
        states: how far everybody is who has it or has begun it.
        free: whether somebody else may still take it.
    """

    page: str
    assigned: tuple[str, ...]
    states: Mapping[str, State]
    free: bool


def page_state(document: Document) -> State:
    """Return how far an annotator is with a page: as far as with its articles together."""
    states = [document.progress_of(article.id).state for article in document.articles]
    if all(state == "todo" for state in states):
        return "todo"
    if all(state == "skipped" for state in states):
        return "skipped"
    return "done" if all(state in FINISHED for state in states) else "doing"


def queue_row(page: str, assignments: Assignments, begun: Mapping[str, State], overlap: int) -> QueueRow:
    """Return a page's row.

    Args:
        begun: how far those are who have begun the page.
        overlap: how many people a page is for.
    """
    assigned = assignments.people(page)
    states: dict[str, State] = dict.fromkeys(assigned, "todo")
    states |= {name: state for name, state in begun.items() if state != "todo"}
    return QueueRow(page, assigned, states, len(states) < overlap)


def next_page(rows: Iterable[QueueRow], person: str) -> str | None:
    """Return what a person goes on with: what they have begun, else were given, else what is free."""
    best: tuple[int, str] | None = None
    for row in rows:
        rank = _rank(row, person)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, row.page
            if rank == 0:
                break
    return best[1] if best else None


def _rank(row: QueueRow, person: str) -> int | None:
    state = row.states.get(person)
    if state is None:
        return 2 if row.free else None
    return {"doing": 0, "todo": 1}.get(state)


def holding_of(page: str, assignments: Assignments, person: str, overlap: int) -> Holding:
    """Return whose a page is, as far as assignments say."""
    people = assignments.people(page)
    if person in people:
        return "mine"
    return "free" if len(people) < overlap else "others"


def may_see(row: QueueRow, viewer: str, *, is_lead: bool, blind: bool) -> bool:
    """Tell whether somebody may see what others tagged on a page: not before finishing what is theirs."""
    return not blind or is_lead or row.states.get(viewer, "done") in FINISHED
