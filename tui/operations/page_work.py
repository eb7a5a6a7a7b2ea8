"""What commands do with all pages, and who does it: the processes of this machine, a shard, or the parts of
shards put together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Annotated, Any, Generic, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

from tui.errors import PiyueError
from tui.model.values import Read
from tui.operations.kept_results import KeptResults
from tui.operations.parallel import FEW, Work, chunks_of, in_chunks, with_jobs
from tui.store.page_states import PageStates
from tui.store.project import Project

Found = TypeVar("Found")
Problem: TypeAlias = Annotated[PiyueError, Read(PiyueError.of_dict)]
"""What could not be read, also in the file of a part."""
Mode: TypeAlias = Literal["local", "shard", "merge"]


def _itself(value: Any) -> Any:
    return value


class PageWork(NamedTuple, Generic[Found]):
    """What is done with pages, some at a time. What is found of two groups of pages, one behind the other, is
    what is found of both.

    Attributes:
        name: what the file of a part calls it.
        run: is given the project, some pages, and what else the command says.
        packed: the type of what such a file holds; pydantic validates it.
        pack: returns what the file is to hold of what `run` found, for JSON.
        unpack: the reverse.
        depends: is given the pages and what else the command says, and returns what of that changes what is
            found. Then it is kept for as long as pages, annotations and settings stay as they are. None: it
            is found anew each time.
        is_whole: whether what was found may be kept.
        prepare: loads once what all processes need, if there is anything to be found.
    """

    name: str
    run: Work[Found]
    packed: Any
    pack: Callable[[Found], Any] = _itself
    unpack: Callable[[Any], Found] = _itself
    depends: Callable[..., object] | None = None
    is_whole: Callable[[Found], bool] = bool
    prepare: Callable[[Project], object] = _itself


class PageRunner(Protocol):
    """Has work done with pages.

    Attributes:
        mode: a `shard` finds nothing to tell: it writes a part. A `merge` reads the parts of all shards.
    """

    mode: Mode

    def map(self, work: PageWork[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """Yield what is found on pages, in their order."""
        ...

    def of_all(self, work: Work[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """Yield what a shard needs to know of the pages of all shards; elsewhere nothing."""
        ...


class LocalRunner:
    """Has work done by processes of this machine.

    Args:
        jobs: how many; None: see `usual_jobs`.
    """

    mode: Mode = "local"

    def __init__(self, project: Project, jobs: int | None = None) -> None:
        self._project, self._jobs = project, jobs

    def map(self, work: PageWork[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """See `PageRunner`."""
        if work.depends is None or len(pages) <= FEW or self._project.server is not None:
            work.prepare(self._project)
            return in_chunks(self._project, work.run, pages, self._jobs, *more)
        return self._kept_or_found(work, chunks_of(pages), *more)

    def _kept_or_found(
        self, work: PageWork[Found], chunks: Sequence[Sequence[Any]], *more: Any
    ) -> Iterator[Found]:
        """Yield what was found on chunks when they were as they are now, or is found now, and keep that."""
        assert work.depends is not None
        results, pages = KeptResults(self._project, work.name), PageStates(self._project)
        states = [pages.of(chunk, work.depends(chunk, *more)) for chunk in chunks]
        kept = [results.has(number, state) for number, state in enumerate(states)]
        others = [chunk for chunk, is_kept in zip(chunks, kept, strict=True) if not is_kept]
        if others:
            work.prepare(self._project)
        with closing(with_jobs(self._project, work.run, others, self._jobs, *more)) as found_now:
            for number, (chunk, state, is_kept) in enumerate(zip(chunks, states, kept, strict=True)):
                if is_kept:
                    found = results.result(number, state)
                    yield work.run(self._project, chunk, *more) if found is None else found
                    continue
                fresh = next(found_now)
                if work.is_whole(fresh):
                    results.keep(number, state, fresh)
                yield fresh

    def of_all(self, work: Work[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """See `PageRunner`."""
        del work, pages, more
        return iter(())
