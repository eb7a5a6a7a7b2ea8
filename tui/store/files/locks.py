"""Locks of pages, made by hard links, which are atomic on network file systems too.

A lock keeps people from getting into each other's way. It is not what keeps files whole: a save over a file
that another one has changed is refused with or without it.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from tui.errors import StoreError
from tui.store.files.atomic import make_folder
from tui.store.files.generations import hidden, make_hidden
from tui.store.files.processes import Holder, me, read_holder
from tui.store.files.reading import read_plain
from tui.store.files.system_calls import make_link

SILENT = 600.0
"""Seconds without a sign of life after which another machine's lock is taken to be a dead one's."""

BEAT = 60.0
"""Seconds between two signs of life."""


class LockedError(StoreError):
    """Somebody else works on the page.

    Attributes:
        holder: who.
    """

    def __init__(self, path: Path | str, holder: Holder) -> None:
        self.holder = holder
        super().__init__(
            "store.locked", path=path, host=holder.host, process=holder.process, since=holder.began
        )


class Lock:
    """The lock of one annotation file.

    Args:
        path: the annotation file.
    """

    def __init__(self, path: Path) -> None:
        self._file = path
        self.path = hidden(path, "locks") / path.name
        self._mine: Holder | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object took the lock and has not let it go."""
        return self._mine is not None

    def take(self, *, over: bool = False) -> None:
        """Take the lock; that of an ended process is taken over silently.

        Args:
            over: take it from one who lives, too.

        Raises:
            LockedError: somebody else has it.
            OSError: it cannot be written here.
            StoreError: there is no folder for it.
        """
        mine = me()
        make_folder(self._file.parent, self._file.parent.parent)
        make_hidden(self.path.parent)
        fresh = self.path.with_name(f".{self.path.name}.{mine.process}.{os.urandom(4).hex()}")
        fresh.write_text(json.dumps(mine._asdict()), encoding="utf-8")
        try:
            while not _linked(fresh, self.path):
                holder = self.holder()
                if holder is not None and not over and not self._is_silent(fresh):
                    raise LockedError(self._file, holder)
                with suppress(FileNotFoundError):
                    self.path.unlink()
        finally:
            fresh.unlink()
        self._mine = mine

    def holder(self) -> Holder | None:
        """Return who else has the lock and may be alive."""
        try:
            holder = read_holder(json.loads(read_plain(self.path)))
        except (OSError, ValueError, RecursionError):
            return None
        if holder is None or holder == self._mine or holder.is_dead:
            return None
        return holder

    def check(self) -> None:
        """Make sure that nobody else has the lock.

        Raises:
            LockedError: somebody has: it was taken over, or was never ours.
        """
        holder = self.holder()
        if holder is not None and not (self._mine is None and holder.is_same(me())):
            raise LockedError(self._file, holder)

    def beat(self) -> None:
        """Give a sign of life."""
        if self.holder() is None:
            with suppress(OSError):
                os.utime(self.path)

    def release(self) -> None:
        """Let the lock go, if it is still ours."""
        if self.holder() is None:
            with suppress(OSError):
                self.path.unlink()
        self._mine = None

    def _is_silent(self, fresh: Path) -> bool:
        """Tell whether the lock's last sign of life is long ago, by the clock of the folder's own machine."""
        try:
            return fresh.stat().st_mtime - self.path.stat().st_mtime > SILENT
        except OSError:
            return False


def _linked(fresh: Path, path: Path) -> bool:
    """Give `fresh` the name `path` too, unless something has it."""
    try:
        make_link(fresh, path)
    except FileExistsError:
        return False
    except PermissionError:
        return _created(fresh, path)
    except OSError:  # a file system without links
        return _created(fresh, path)
    return True


def _created(fresh: Path, path: Path) -> bool:
    try:
        with path.open("xb") as file:
            file.write(fresh.read_bytes())
    except FileExistsError:
        return False
    return True
