"""What was found on pages, kept in the private cache for as long as nothing changes on which it depends."""

import os
import pickle
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.store.project import Project

FILES = 1024
"""So many results are kept, of all projects together; a newer one takes the place of an older one."""
LARGEST = 1 << 18
"""Bytes of a result; a larger one is not kept."""
BROKEN = (OSError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError, KeyError)


class KeptResults:
    """Keeps what some work finds on each of the chunks into which the pages of a project are cut.

    Args:
        work: its name.
    """

    def __init__(self, project: Project, work: str) -> None:
        self._folder, self._name = project.cache / "results", f"{project.root}\0{work}"

    def has(self, chunk: int, state: str | None) -> bool:
        """Tell whether there is a result for a chunk in this state."""
        with suppress(OSError), self._path(chunk).open("rb") as file:
            return state is not None and file.read(len(state)) == state.encode()
        return False

    def result(self, chunk: int, state: str | None) -> Any | None:
        """Return what was found on a chunk in this state; None: there is nothing that can be read."""
        with suppress(pickle.UnpicklingError, *BROKEN), self._path(chunk).open("rb") as file:
            if state is not None and file.read(len(state)) == state.encode():
                return pickle.load(file)
        return None

    def keep(self, chunk: int, state: str | None, found: Any) -> None:
        """Keep what was found on a chunk in this state; not synced, since it can be found again.

        Args:
            state: None: it is not known, and nothing is kept.
        """
        data = (state or "").encode() + pickle.dumps(found)
        if state is None or len(data) > LARGEST:
            return
        path = self._path(chunk)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            fresh.write_bytes(data)
            fresh.replace(path)

    def _path(self, chunk: int) -> Path:
        name = sha256(f"{self._name}\0{chunk}".encode("utf-8", "surrogatepass")).digest()
        return self._folder / f"{int.from_bytes(name[:8]) % FILES:03x}"
