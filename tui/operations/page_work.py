"""What commands do with all pages, and who does it: the processes of this machine, a shard, or the parts of
shards put together."""

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Generic, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

from tui.errors import PiyueError
from tui.model.values import Read
from tui.operations.parallel import Work, in_chunks
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
    """

    name: str
    run: Work[Found]
    packed: Any
    pack: Callable[[Found], Any] = _itself
    unpack: Callable[[Any], Found] = _itself


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
        return in_chunks(self._project, work.run, pages, self._jobs, *more)

    def of_all(self, work: Work[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """See `PageRunner`."""
        del work, pages, more
        return iter(())
