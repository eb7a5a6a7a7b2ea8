"""The index brought up to date: other processes read and divide the pages; this one writes."""

from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tui.errors import PiyueError
from tui.operations.page_work import PageRunner, PageWork, Problem
from tui.operations.parallel import over_chunks, processors
from tui.store.index.build import Progress, refresh
from tui.store.index.changes import Changes, Look, PageStep
from tui.store.index.page_reading import PageRead, PageResult, PageToRead, read_pages
from tui.store.project import Project

Chunks = Iterator[Sequence[PageToRead]]
Results = Generator[list[PageResult], None, None]


def update_index(
    project: Project,
    report: Callable[[Progress], bool],
    refused: Callable[[PiyueError], None],
    jobs: int | None = None,
    runner: PageRunner | None = None,
) -> None:
    """Bring the project's index up to date; see `refresh`. A shard leaves the index alone.

    Args:
        jobs: how many processes read the pages; None: as many as may run at once.
        runner: reads the pages, or has read them; None: processes of this machine.

    Raises:
        StoreError: the index cannot be written.
        ProjectError: a process was ended from outside.
    """
    project.divider.keeps_divisions = False
    if runner is not None and runner.mode == "shard":
        steps = Changes(project, (), (), Look.at(project)).steps()
        runner.map(LISTED, [step.to_read for step in steps if isinstance(step, PageStep)])
    elif runner is not None and runner.mode == "merge":
        refresh(project, report, refused, partial(_from_parts, project, runner))
    else:
        refresh(project, report, refused, partial(_by_processes, project, jobs or processors()))


def _by_processes(project: Project, jobs: int, chunks: Chunks) -> Results:
    return over_chunks(project, _read, chunks, jobs)


def _read(project: Project, pages: Sequence[PageToRead]) -> list[PageResult]:
    """Return what the index keeps of some pages; how they are divided is kept nowhere else."""
    project.divider.keeps_divisions = False
    return read_pages(project, pages)


class ListedPage(NamedTuple):
    """What the index keeps of a page, for the file of a part.

    Attributes:
        state, noted: what its file and annotations were like, see `PageToRead`.
    """

    id: str
    state: tuple[int, int]
    noted: str
    result: Problem | PageRead


def _listed(project: Project, pages: Sequence[PageToRead]) -> list[ListedPage]:
    results = zip(pages, _read(project, pages), strict=True)
    return [ListedPage(page.origin.id, page.state, page.noted, result) for page, result in results]


LISTED = PageWork("listed", _listed, list[ListedPage])


def _from_parts(project: Project, runner: PageRunner, chunks: Chunks) -> Results:
    """Yield what the parts have of pages; what they have not, or not as it is now, is read."""
    found = (one for some in runner.map(LISTED, ()) for one in some)
    for chunk in chunks:
        yield [_from_part(project, page, found) for page in chunk]


def _from_part(project: Project, page: PageToRead, found: Iterator[ListedPage]) -> PageResult:
    """Return what comes next of a page; pages before it, which need not be read, are passed over."""
    listed = next((one for one in found if one.id == page.origin.id), None)
    if listed is None or (listed.state, listed.noted) != (page.state, page.noted):
        (read,) = read_pages(project, [page])
        return read
    if isinstance(listed.result, PageRead) and listed.result.sha256 == page.sha256:
        return PageRead(page.sha256, None)
    return listed.result
