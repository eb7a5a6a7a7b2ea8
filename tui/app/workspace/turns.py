"""Whose turn a page is, where pages were assigned."""

from collections.abc import Iterable

from tui.app.workspace.article_list import LOWEST, NEVER
from tui.measure.team.assignments import Assignments
from tui.measure.team.queue import HOLDINGS, Holding, holding_of
from tui.store.project import Project


class Turns:
    """Knows whose each page is.

    Attributes:
        assignments: of the pages.
    """

    def __init__(self, project: Project, assignments: Assignments) -> None:
        self._project, self.assignments = project, assignments

    def with_people(self, page: str, people: Iterable[str]) -> "Turns":
        """Return the same where others have a page."""
        return Turns(self._project, self.assignments.with_people(page, people))

    def holding(self, page: str, *, is_begun: bool) -> Holding:
        """Return whose a page is; what I have begun is mine."""
        if self._project.queue is None and is_begun:  # a server's queue knows of leases
            return "mine"
        return self._assigned(page)

    def rank(self, page: str, is_begun: bool) -> int:
        """Return when a page's turn is: 0 if I have begun it, else the later, the less it is mine."""
        if is_begun:
            return 0
        holding = self._assigned(page)
        return NEVER if holding == "others" else HOLDINGS.index(holding) + LOWEST

    def _assigned(self, page: str) -> Holding:
        overlap = self._project.settings.team.overlap
        return holding_of(page, self.assignments, self._project.annotator, overlap)
