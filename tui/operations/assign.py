"""Assigns pages to annotators, and takes them back."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from tui.errors import NotFoundError, PiyueError, StoreError
from tui.measure.team.assignments import Assignment, Assignments, By, plan
from tui.measure.team.queue import FINISHED, page_state
from tui.operations.annotators import owners_of
from tui.store.annotator_names import FOLDER_NAME
from tui.store.files.assignments import AssignmentFile
from tui.store.project import Project


class AssignOptions(NamedTuple):
    """How pages are given: see `tui.measure.team.assignments.plan`."""

    people: tuple[str, ...]
    overlap: int = 1
    by: By = "load"
    seed: int = 0


class Assigned(NamedTuple):
    """A page was given to somebody, or taken back."""

    page: str
    person: str


def assign(project: Project, pages: Sequence[str], options: AssignOptions) -> list[Assigned]:
    """Give pages to people, and return what is new; durable when this returns.

    Raises:
        NotFoundError: somebody is not in the team, or there is nobody.
        StoreError: the assignments cannot be read or written.
    """
    _check(project, options.people)
    file = AssignmentFile(project)
    known = file.load()
    load = {name: _load(project, known, name) for name in options.people} if options.by == "load" else None
    found = plan(
        pages, options.people, known, overlap=options.overlap, by=options.by, seed=options.seed, load=load
    )
    now = datetime.now(UTC).replace(microsecond=0)
    if found:
        file.save(known.with_all(Assignment(*pair, project.annotator, now) for pair in found))
    return [Assigned(*pair) for pair in found]


def unassign(project: Project, pages: Sequence[str], people: Sequence[str]) -> list[Assigned]:
    """Take pages back from people, and return what was taken; what they tagged stays.

    Raises:
        StoreError: the assignments cannot be read or written.
    """
    file = AssignmentFile(project)
    known = file.load()
    left = known.without(pages, people)
    gone = [each for each in known.all if each not in left.all]
    if gone:
        file.save(left)
    return [Assigned(each.page, each.person) for each in gone]


def _check(project: Project, people: Sequence[str]) -> None:
    team = project.settings.team.people
    for name in people:
        if not FOLDER_NAME.fullmatch(name):
            raise StoreError("store.annotator", name=name)
        if team and name not in team:
            raise NotFoundError("team.unknown", name=name, known=", ".join(team))
    if not people:
        raise NotFoundError("team.nobody")


def _load(project: Project, known: Assignments, person: str) -> int:
    """Return how many pages a person was given and has not finished."""
    states = Counter(_is_finished(project, page, person) for page in known.pages(person))
    return states[False]


def _is_finished(project: Project, page: str, person: str) -> bool:
    try:
        begun = owners_of(project, page, [person])
        return bool(begun) and page_state(project.document(page, person)) in FINISHED
    except PiyueError:
        return False
