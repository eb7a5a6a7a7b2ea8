"""Many pages gone through by several processes: each takes some, what they find comes in order."""

import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from tui.errors import ProjectError
from tui.store.project import Project
from tui.store.sources.origin import Origin

Found = TypeVar("Found")
Work = Callable[..., Found]
"""What is done with pages: a module's function that takes the project, some pages and what else there is."""

CHUNK = 250
"""Pages that a process takes at a time."""
FEW = 500
"""So many pages are gone through before it pays to start processes."""
AHEAD = 4
"""So many chunks for each process are worked on, or wait to be asked for."""


def processors() -> int:
    """Return how many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def usual_jobs(pages: int) -> int:
    """Return how many processes go through so many pages if nobody says it: as many as may run at once."""
    return 1 if pages <= FEW else processors()


def in_chunks(
    project: Project, work: Work[Found], pages: Sequence[Any], jobs: int | None, *more: Any
) -> Generator[Found, None, None]:
    """Yield what `work` makes of the pages, chunk by chunk, in their order.

    Args:
        jobs: how many processes; 1: this one; None: see `usual_jobs`.
        more: what else `work` takes. Where there are several processes, they get copies.

    Raises:
        ProjectError: a process was ended from outside.
    """
    return with_jobs(project, work, chunks_of(pages), jobs, *more)


def with_jobs(
    project: Project, work: Work[Found], chunks: Sequence[Sequence[Any]], jobs: int | None, *more: Any
) -> Generator[Found, None, None]:
    """As `in_chunks`, where the pages are in chunks already."""
    jobs = usual_jobs(sum(map(len, chunks))) if jobs is None else jobs
    return over_chunks(project, work, chunks, min(jobs, len(chunks)), *more)


def chunks_of(pages: Sequence[Any]) -> list[Sequence[Any]]:
    """Return the pages in groups that a process takes at a time."""
    return [pages[at : at + CHUNK] for at in range(0, len(pages), CHUNK)]


def over_chunks(
    project: Project, work: Work[Found], chunks: Iterable[Sequence[Any]], jobs: int, *more: Any
) -> Generator[Found, None, None]:
    """Yield what `work` makes of each chunk, in their order; a few chunks are taken ahead.

    No process is started for empty chunks.

    Raises:
        ProjectError: a process was ended from outside.
    """
    if jobs < 2:
        for chunk in chunks:
            yield work(project, chunk, *more)
        return
    # Elsewhere than on Linux, system libraries may not work in a process that was forked.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    begun = project.root, project.annotator, project.pages.found, work, more
    sys.stdout.flush()
    waiting: deque[Future[Found]] = deque()
    with ProcessPoolExecutor(jobs, context, _begin, begun) as pool:
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_worked, chunk) if chunk else _done(work(project, chunk, *more)))
                if len(waiting) > AHEAD * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise ProjectError("jobs.ended") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _done(found: Found) -> "Future[Found]":
    future: Future[Found] = Future()
    future.set_result(found)
    return future


_begun: list[Any] = []


def _begin(
    root: Path, annotator: str, pages: dict[str, Origin] | None, work: Work[Any], more: tuple[Any, ...]
) -> None:
    """Open the project anew: nothing that is open is shared with the process that was forked."""
    Thread(target=_end_with_parent, daemon=True).start()
    project = Project(root)
    project.annotator = annotator
    if pages is not None:
        project.pages.know(pages)
    _begun[:] = project, work, more


def _end_with_parent() -> None:
    """End this process with the one that started it, which may be killed: nobody else would."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _worked(chunk: Sequence[Any]) -> Any:
    project, work, more = _begun
    return work(project, chunk, *more)
