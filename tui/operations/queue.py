"""The queue of a project: who has which page, how far they are, and what is free."""

from collections.abc import Iterator

from tui.errors import PiyueError
from tui.measure.team.assignments import Assignments
from tui.measure.team.queue import QueueRow, may_see, page_state, queue_row
from tui.operations.annotators import has_annotated, is_lead
from tui.store.project import Project


def queue(project: Project) -> Iterator[QueueRow | PiyueError]:
    """Yield each page's row, in the order of the pages; an error where somebody's file cannot be read.

    Raises:
        PiyueError: the assignments cannot be read.
    """
    from tui.store.files.assignments import AssignmentFile  # loads TinyDB: not for who only counts

    assignments = AssignmentFile(project).load()
    team = project.settings.team
    for page in project.page_ids():
        begun = {}
        for name in _workers(project, assignments.people(page)):
            try:
                if has_annotated(project, page, name):
                    begun[name] = page_state(project.document(page, name))
            except PiyueError as error:
                yield error
                begun[name] = "doing"
        yield queue_row(page, assignments, begun, team.overlap)


def load_assignments(project: Project) -> Assignments | None:
    """Return who has which page; None where nothing was ever assigned.

    Raises:
        StoreError: the assignments cannot be read.
    """
    from tui.store.files.assignments import AssignmentFile

    file = AssignmentFile(project)
    found = file.load()
    return found if file.is_there else None


def _workers(project: Project, assigned: tuple[str, ...]) -> tuple[str, ...]:
    """Return who may have begun a page: the team, else everybody, and to whom it is given."""
    team = project.settings.team
    known = [name for name in project.annotators() if name in (team.people or {name}) and name != team.result]
    return tuple(dict.fromkeys((*assigned, *known)))


def visible_pages(project: Project) -> frozenset[str]:
    """Return the pages whose tags by others who works here may see.

    Raises:
        PiyueError: the assignments cannot be read.
    """
    blind, lead = project.settings.team.blind and bool(project.settings.team.people), is_lead(project)
    if lead or not blind:
        return frozenset(project.page_ids())
    rows = (row for row in queue(project) if isinstance(row, QueueRow))
    return frozenset(row.page for row in rows if may_see(row, project.annotator, is_lead=lead, blind=blind))
