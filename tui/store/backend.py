"""The protocol of a backend, which stores records.

A document's records (`Tables`) lie under a key: who decided them, and on which page. The store reads and
writes all records of a key at once; what a backend does in between is its own business.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias, runtime_checkable

if TYPE_CHECKING:
    from tui.measure.team.queue import Work

Tables: TypeAlias = dict[str, dict[str, Any]]


class Key(NamedTuple):
    """What has records of its own.

    Attributes:
        owner: an annotator, `_project` for what is true for everybody, or `_predictions`.
    """

    owner: str
    page: str


class State(NamedTuple):
    """An older state of the records of a key; numbers count up."""

    number: int
    time: datetime


class Storage(Protocol):
    """The records of one key, as one reader has seen them."""

    def read(self) -> Tables | None:
        """Return the records; None where there are none.

        Raises:
            StoreError: they cannot be read.
        """
        ...

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Make `data` the records, durable when this returns.

        Raises:
            StoreError: it could not be done, or somebody else has changed them since they were read; they are
                as they were.
        """

    @property
    def is_current(self) -> bool:
        """Whether the records are what was last read or written."""
        ...


@runtime_checkable
class ChangeStorage(Storage, Protocol):
    """A storage that can be told what changed."""

    def write_changes(self, names: Sequence[str], changes: Mapping[str, Mapping[int, bytes | None]]) -> None:
        """As `write`, where it is known what differs from what was last written.

        Args:
            names: of all tables.
            changes: by table, the lines of records (`number: record`) by number; None: it is gone.
        """
        ...


class Lease(Protocol):
    """The right to work on the records of a key alone."""

    @property
    def is_held(self) -> bool:
        """Whether this object took it and has not let it go."""
        ...

    def take(self, *, over: bool = False) -> None:
        """Take the lock; that of an ended process is taken over silently.

        Args:
            over: take it from one who lives, too.

        Raises:
            LockedError: somebody else has it.
        """
        ...

    def check(self) -> None:
        """Make sure that nobody else has it.

        Raises:
            LockedError: somebody has.
        """
        ...

    def beat(self) -> None:
        """Give a sign of life."""
        ...

    def release(self) -> None:
        """Let it go, if it is still ours."""
        ...


class WorkQueue(Protocol):
    """Who works on which page, as one server knows it for all; its clock alone counts."""

    def register(self, pages: Sequence[str]) -> None:
        """Make pages known, in their order; known ones stay where they are."""

    def draw(self, annotator: str, overlap: int, seconds: float, passed: Sequence[str] = ()) -> str | None:
        """Return a page for an annotator, leased to them; None where nothing is left for them.

        What they have begun comes first, then what was given to them, then what is free; of that, what others
        have finished already.

        Args:
            overlap: to how many annotators each page goes.
            seconds: after which the lease ends, unless a save renews it.
            passed: pages that are not wanted.

        Raises:
            StoreError: the server is away, or who asks may not work as this annotator.
        """
        ...

    def progress(self, page: str, annotator: str, state: str, seconds: float) -> None:
        """Say how far an annotator is with a page; that renews their lease.

        Raises:
            StoreError: the server is away, or who asks may not work as this annotator.
        """

    def work(self, page: str | None = None) -> "list[Work]":
        """Return what everybody has to do with a page; without one, with all.

        Raises:
            StoreError: the server is away.
        """
        ...


QUEUE = "_queue"
"""The owner of the keys by which `Backend.changes` tells whose page is another one's now."""


class Backend(ABC):
    """Keeps the records of a project."""

    @property
    def queue(self) -> WorkQueue | None:
        """Who works on which page; None where the records say it alone."""
        return None

    @abstractmethod
    def owners(self, page: str) -> frozenset[str]:
        """Return whose records there are of a page."""

    @abstractmethod
    def pages(self, owner: str) -> list[str]:
        """Return the pages of which somebody has records, those changed last first."""

    @abstractmethod
    def storage(self, key: Key) -> Storage:
        """Return the records of a key, as yet unread."""

    @abstractmethod
    def keys(self) -> Iterator[Key]:
        """Yield what has records."""

    @abstractmethod
    def history(self, key: Key) -> list[State]:
        """Return the older states of a key's records, newest first."""

    @abstractmethod
    def state(self, key: Key, number: int) -> Tables:
        """Return an older state.

        Raises:
            NotFoundError: there is none with this number.
            StoreError: it cannot be read.
        """

    @abstractmethod
    def lease(self, key: Key) -> Lease:
        """Return the lease of a key's records, as yet not taken."""

    @abstractmethod
    def versions(self) -> Mapping[Key, str]:
        """Return what has records, with what tells each state of them from the next."""

    @abstractmethod
    def changes(
        self,
        seconds: float,
        begun: Callable[[], object] = bool,
        is_over: Callable[[], bool] = bool,
    ) -> Iterator[Key]:
        """Yield what others change from now on; it may tell of one's own changes, too.

        Args:
            seconds: after which it ends.
            begun: called when nothing can be missed any more.
            is_over: asked now and then whether to end at once.

        Raises:
            StoreError: the server is away.
        """

    @abstractmethod
    def close(self) -> None:
        """Let everything go that is held open."""


def copy(source: Backend, target: Backend) -> int:
    """Copy all records of one backend into another, compare each, and return how many there are.

    Raises:
        StoreError: the target has other records already, or what was written is not what was read.
    """
    from tui.errors import StoreError

    count = 0
    for key in source.keys():  # noqa: SIM118  (a backend is no dictionary)
        tables = source.storage(key).read() or {}
        there = target.storage(key)
        before = there.read()
        if before is not None and before != tables:
            raise StoreError("store.there", owner=key.owner, page=key.page)
        if before is None:
            there.write(tables)
        if target.storage(key).read() != tables:
            raise StoreError("store.copy", owner=key.owner, page=key.page)
        count += sum(map(len, tables.values()))
    return count
