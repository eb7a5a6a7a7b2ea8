"""The queue: who has each page, their progress, and whether it is free."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias, get_args

from msgspec import Struct

from tui.measure.team.assignments import Assignments
from tui.model import STATES, Document, State

Holding: TypeAlias = Literal["mine", "free", "others"]
HOLDINGS: tuple[Holding, ...] = get_args(Holding)
"""Whose a page is, in the order in which one goes on."""
FINISHED: tuple[State, ...] = ("done", "skipped")


class Work(Struct, frozen=True):
    """What somebody has to do with a page, as a server's queue knows it.

    Attributes:
        given: whether the page was given to them.
        state: how far they said they are.
        seconds: until their lease ends; none or fewer than none where they have none.
    """

    page: str
    annotator: str
    given: bool
    state: str
    seconds: float


class QueueRow(NamedTuple):
    """A page in the queue.

    Attributes:
        assigned: to whom it is given.
        states: how far everybody is who has it or has begun it.
        free: whether somebody else may still take it.
        leases: on a server, the seconds for which it stays with whom it was leased to.
        lapsed: on a server, who began it and whose lease has ended: it may go to somebody else.
    """

    page: str
    assigned: tuple[str, ...]
    states: Mapping[str, State]
    free: bool
    leases: Mapping[str, int] = MappingProxyType({})
    lapsed: tuple[str, ...] = ()


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


def leased_row(page: str, work: Iterable[Work], overlap: int) -> QueueRow:
    """Return a page's row as a server's queue says it.

    Args:
        work: what everybody has to do with the page.
        overlap: how many people a page is for.
    """
    states: dict[str, State] = {}
    assigned, leases, lapsed = list[str](), dict[str, int](), list[str]()
    for each in work:
        state = STATES[STATES.index(each.state)]
        if each.given:
            assigned.append(each.annotator)
        if each.seconds > 0 and state not in FINISHED:
            leases[each.annotator] = round(each.seconds)
        if each.given or each.seconds > 0 or state in FINISHED:
            states[each.annotator] = state
        elif state != "todo":
            lapsed.append(each.annotator)
    return QueueRow(page, tuple(assigned), states, len(states) < overlap, leases, tuple(lapsed))


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
        return (0 if person in row.lapsed else 2) if row.free else None
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
