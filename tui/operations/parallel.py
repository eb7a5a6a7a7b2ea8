"""Many pages gone through by several processes: each takes some, what they find comes in order."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from tui.errors import ProjectError
from tui.store.project import Project

Found = TypeVar("Found")
Work = Callable[..., Found]
"""What is done with pages: a module's function that takes the project, their ids and what else there is."""

CHUNK = 250
"""Pages that a process takes at a time."""
FEW = 500
"""So many pages are gone through before it pays to start processes."""


def usual_jobs(pages: Sequence[str]) -> int:
    """Return how many processes go through some pages if nobody says it: as many as may run at once."""
    if len(pages) <= FEW:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_chunks(
    project: Project, work: Work[Found], pages: Sequence[str], jobs: int | None, *more: Any
) -> Iterator[Found]:
    """Yield what `work` makes of the pages, chunk by chunk, in their order.

    Args:
        jobs: how many processes; 1: this one; None: see `usual_jobs`.
        more: what else `work` takes. Where there are several processes, they get copies.

    Raises:
        ProjectError: a process was ended from outside.
    """
    jobs = usual_jobs(pages) if jobs is None else jobs
    chunks = [pages[at : at + CHUNK] for at in range(0, len(pages), CHUNK)]
    if jobs < 2 or len(chunks) < 2:
        for chunk in chunks:
            yield work(project, chunk, *more)
        return
    # Elsewhere than on Linux, system libraries may not work in a process that was forked.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    begun = project.root, project.annotator, work, more
    sys.stdout.flush()
    with ProcessPoolExecutor(min(jobs, len(chunks)), context, _begin, begun) as pool:
        try:
            yield from pool.map(_worked, chunks)
        except BrokenProcessPool as error:
            raise ProjectError("jobs.ended") from error


_begun: list[Any] = []


def _begin(root: Path, annotator: str, work: Work[Any], more: tuple[Any, ...]) -> None:
    """Open the project anew: nothing that is open is shared with the process that was forked."""
    project = Project(root)
    project.annotator = annotator
    _begun[:] = project, work, more


def _worked(pages: Sequence[str]) -> Any:
    project, work, more = _begun
    return work(project, pages, *more)
