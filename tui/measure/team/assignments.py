"""Assigns pages to annotators, by load or at random."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Literal, NamedTuple, TypeAlias

By: TypeAlias = Literal["load", "random"]


class Assignment(NamedTuple):
    """A page given to a person.

    Attributes:
        by: who gave it.
        at: when, in UTC.
    """

    page: str
    person: str
    by: str = ""
    at: datetime | None = None


class Assignments:
    """All assignments of a project; a page and a person make one at most."""

    def __init__(self, assignments: Iterable[Assignment] = ()) -> None:
        self._by_page: dict[str, dict[str, Assignment]] = {}
        for assignment in assignments:
            self._by_page.setdefault(assignment.page, {})[assignment.person] = assignment

    @property
    def all(self) -> tuple[Assignment, ...]:
        """The assignments, by page, then by person."""
        return tuple(
            self._by_page[page][person]
            for page in sorted(self._by_page)
            for person in sorted(self._by_page[page])
        )

    def people(self, page: str) -> tuple[str, ...]:
        """Return to whom a page is given, in the order in which it was."""
        return tuple(self._by_page.get(page, ()))

    def pages(self, person: str) -> tuple[str, ...]:
        """Return what a person was given."""
        return tuple(page for page, people in self._by_page.items() if person in people)

    def with_all(self, more: Iterable[Assignment]) -> "Assignments":
        """Return these and more; what is there already stays as it is."""
        return Assignments((*more, *self.all))

    def with_people(self, page: str, people: Iterable[str]) -> "Assignments":
        """Return these, of which one page is given to some people and nobody else."""
        changed = Assignments()
        changed._by_page = {**self._by_page, page: {name: Assignment(page, name) for name in people}}
        return changed

    def without(self, pages: Iterable[str], people: Iterable[str]) -> "Assignments":
        """Return these without those that give one of some pages to one of some people."""
        gone, whose = frozenset(pages), frozenset(people)
        return Assignments(each for each in self.all if each.page not in gone or each.person not in whose)


def plan(
    pages: Sequence[str],
    people: Sequence[str],
    known: Assignments,
    *,
    overlap: int = 1,
    by: By = "load",
    seed: int = 0,
    load: Mapping[str, int] | None = None,
) -> list[tuple[str, str]]:
    """Return which pages (first) are to be given to which of some people (second).

    Nobody is given a page twice. A page that enough of these people have is given to none of them, so that
    planning again plans nothing.

    Args:
        overlap: to how many people each page goes; to all of them where there are fewer.
        by: `load`: to those who have the least; `random`: drawn, each person equally often.
        seed: of what is drawn.
        load: how many unfinished pages each person has.
    """
    names = list(dict.fromkeys(people))
    carried = Counter(load if by == "load" and load is not None else {})
    random = Random(seed)
    order = list(pages)
    if by == "random":
        random.shuffle(order)
    found = []
    for page in order:
        has = [name for name in names if name in known.people(page)]
        free = [name for name in names if name not in has]
        if by == "random":
            random.shuffle(free)
        free.sort(key=lambda name: carried[name])
        for name in free[: max(0, min(overlap, len(names)) - len(has))]:
            carried[name] += 1
            found.append((page, name))
    places = {page: number for number, page in enumerate(pages)}
    return sorted(found, key=lambda pair: places[pair[0]])
