"""The index brought up to date by several processes: they read and divide the pages, this one writes."""

from collections.abc import Callable, Generator, Iterator, Sequence

from tui.errors import PiyueError
from tui.operations.parallel import over_chunks, processors
from tui.store.index.build import Progress, refresh
from tui.store.index.page_reading import PageResult, PageToRead, read_pages
from tui.store.project import Project


def update_index(
    project: Project,
    report: Callable[[Progress], bool],
    refused: Callable[[PiyueError], None],
    jobs: int | None = None,
) -> None:
    """Bring the project's index up to date; see `refresh`.

    Args:
        jobs: how many processes read the pages; None: as many as may run at once.

    Raises:
        StoreError: the index cannot be written.
        ProjectError: a process was ended from outside.
    """
    project.divider.keeps_divisions = False

    def read(chunks: Iterator[Sequence[PageToRead]]) -> Generator[list[PageResult], None, None]:
        return over_chunks(project, pages_read, chunks, jobs or processors())

    refresh(project, report, refused, read)


def pages_read(project: Project, pages: Sequence[PageToRead]) -> list[PageResult]:
    """Return what the index keeps of some pages; how they are divided is kept nowhere else."""
    project.divider.keeps_divisions = False
    return read_pages(project, pages)
