"""The queue of a project: who has each page, their progress, and what is free."""

from collections.abc import Iterator

from tui.errors import PiyueError
from tui.measure.team.assignments import Assignment, Assignments
from tui.measure.team.queue import (
    FINISHED,
    QueueRow,
    Work,
    leased_row,
    may_see,
    next_page,
    page_state,
    queue_row,
)
from tui.model import State
from tui.operations.annotators import documents_of, is_lead, owners_of
from tui.store.backend import WorkQueue
from tui.store.project import Project
from tui.store.team_queue import MINUTE


def queue(project: Project) -> Iterator[QueueRow | PiyueError]:
    """Yield each page's row, in the order of the pages; an error where somebody's file cannot be read.

    Raises:
        PiyueError: the assignments cannot be read.
    """
    from tui.store.files.assignments import AssignmentFile  # loads TinyDB: not for who only counts

    if project.server is not None and project.server.queue is not None:
        yield from _leased(project, project.server.queue)
        return
    assignments = AssignmentFile(project).load()
    for page in project.page_ids():
        yield from _row_of(project, page, assignments, _workers(project, assignments.people(page)))


def _row_of(
    project: Project, page: str, assignments: Assignments, people: tuple[str, ...]
) -> Iterator[QueueRow | PiyueError]:
    """Yield a page's row, as far as it is about some people, after what of it cannot be read."""
    begun: dict[str, State] = {}
    for name in owners_of(project, page, people):
        try:
            begun[name] = page_state(project.document(page, name))
        except PiyueError as error:
            yield error
            begun[name] = "doing"
    yield queue_row(page, assignments, begun, project.settings.team.overlap)


def _leased(project: Project, work_queue: WorkQueue) -> Iterator[QueueRow]:
    """Yield each page's row as the server knows it; no page is read."""
    by_page: dict[str, list[Work]] = {}
    for each in work_queue.work():
        by_page.setdefault(each.page, []).append(each)
    for page in project.page_ids():
        yield leased_row(page, by_page.get(page, ()), project.settings.team.overlap)


def holders(project: Project, page: str) -> tuple[str, ...]:
    """Return who has a page now, as the team's server knows it.

    Raises:
        StoreError: the server is away.
    """
    if project.server is None or project.server.queue is None:
        return ()
    work = project.server.queue.work(page)
    return tuple(leased_row(page, work, project.settings.team.overlap).states)


def draw(project: Project) -> str | None:
    """Return the page that who works here goes on with; on a server it is leased to them.

    Raises:
        PiyueError: the queue cannot be read.
    """
    if project.queue is None:
        rows = (row for row in queue(project) if isinstance(row, QueueRow))
        return next_page(rows, project.annotator)
    seen = set[str]()
    while (page := project.queue.draw(project.page_ids())) is not None and page not in seen:
        document = project.document(page)
        if page_state(document) not in FINISHED:
            return page
        seen.add(page)
        project.queue.told(document)  # the server has not heard of it: what told it came to its end too soon
    return None


def tell_queue(project: Project, work_queue: WorkQueue) -> None:
    """Tell a server's queue what the records say of all pages: who is how far with which.

    Raises:
        PiyueError: a page or its records cannot be read, or the server refuses.
    """
    team = project.settings.team
    pages = project.page_ids()
    work_queue.register(pages)
    people = [name for name in project.records.annotators() if name != team.result]
    for page in pages:
        for document in documents_of(project, page, people):
            work_queue.progress(page, document.annotator, page_state(document), team.lease * MINUTE)


def load_assignments(project: Project) -> Assignments | None:
    """Return who has which page; None where nothing was ever assigned, and no server leases pages.

    Raises:
        StoreError: the assignments cannot be read.
    """
    from tui.store.files.assignments import AssignmentFile

    if project.server is not None and project.server.queue is not None:
        rows = [row for row in queue(project) if isinstance(row, QueueRow)]
        return Assignments(Assignment(row.page, name) for row in rows for name in row.states)
    file = AssignmentFile(project)
    found = file.load()
    return found if file.is_there else None


def _workers(project: Project, assigned: tuple[str, ...]) -> tuple[str, ...]:
    """Return who may have begun a page: the team, else everybody, and to whom it is given."""
    team = project.settings.team
    known = [
        name
        for name in project.records.annotators()
        if name in (team.people or {name}) and name != team.result
    ]
    return tuple(dict.fromkeys((*assigned, *known)))


def visible_pages(project: Project, viewer: str = "") -> frozenset[str]:
    """Return the pages whose tags by others somebody may see.

    Args:
        viewer: who; by default who works here. The result of adjudication is made of others' tags: whoever
            works on it sees them.

    Raises:
        PiyueError: the assignments, or one's own work, cannot be read.
    """
    team, viewer = project.settings.team, viewer or project.annotator
    if is_lead(project, viewer) or not team.blind or viewer == team.result:
        return frozenset(project.page_ids())
    rows = (row for row in _rows_of(project, viewer) if isinstance(row, QueueRow))
    return frozenset(row.page for row in rows if may_see(row, viewer, is_lead=False, blind=True))


def _rows_of(project: Project, person: str) -> Iterator[QueueRow | PiyueError]:
    """Yield each page's row, as far as it is about one person; a page that cannot be read is one begun."""
    from tui.store.files.assignments import AssignmentFile

    if project.server is not None and project.server.queue is not None:
        yield from _leased(project, project.server.queue)
        return
    assignments = AssignmentFile(project).load()
    for page in project.page_ids():
        yield from _row_of(project, page, assignments, (person,))
