"""The default backend: a TinyDB file for each annotator and page below `annotations/`."""

from collections.abc import Callable, Iterator, Mapping
from glob import escape
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from tui.errors import NotFoundError, StoreError
from tui.store.annotator_names import EVERYBODYS, FOLDER_NAME, SHARED
from tui.store.backend import Backend, Key, Lease, State, Storage, Tables
from tui.store.beneath import refuse_links_out
from tui.store.files.atomic import make_folder
from tui.store.files.generations import generations
from tui.store.files.locks import Lock
from tui.store.files.reading import Fingerprint, fingerprint
from tui.store.files.storage import AtomicStorage

AT_THE_TOP = {"_aliases": "_project.json", "_accepted": "_accepted.json"}
"""Records of the project whose files lie beside the folders, by the names of their keys."""
LOOK = 0.2
"""Seconds between two looks at the files for changes."""


class FilesBackend(Backend):
    """Keeps records in files.

    Args:
        folder: `annotations/` of a project.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, key: Key) -> Path:
        """Return the file of a key.

        Raises:
            StoreError: the name would lead somewhere else.
        """
        if key.owner not in EVERYBODYS and not FOLDER_NAME.fullmatch(key.owner):
            raise StoreError("store.annotator", name=key.owner)
        if "/" in key.page or key.page in ("", ".", ".."):
            raise StoreError("store.annotator", name=key.page)
        path = self._folder / key.owner / f"{key.page}.json"
        if key.owner == SHARED and key.page in AT_THE_TOP:
            path = self._folder / AT_THE_TOP[key.page]
        refuse_links_out(path)
        return path

    def owners(self, page: str) -> frozenset[str]:
        """See `Backend.owners`."""
        return frozenset(path.parent.name for path in self._folder.glob(f"*/{escape(page)}.json"))

    def pages(self, owner: str) -> list[str]:
        """See `Backend.pages`."""
        refuse_links_out(self._folder / owner)
        files = (path for path in (self._folder / owner).glob("*.json") if not path.name.startswith("."))
        return [path.stem for path in sorted(files, key=_changed, reverse=True)]

    def storage(self, key: Key) -> Storage:
        """See `Backend.storage`."""
        return _FileStorage(self.path(key), self._folder)

    def keys(self) -> Iterator[Key]:
        """See `Backend.keys`."""
        refuse_links_out(self._folder)
        for path in sorted(self._folder.glob("*/*.json")):
            owner = path.parent.name
            is_owner = owner in EVERYBODYS or FOLDER_NAME.fullmatch(owner)
            if is_owner and not path.name.startswith("."):
                yield Key(owner, path.stem)
        for name in AT_THE_TOP:
            if self.path(key := Key(SHARED, name)).is_file():
                yield key

    def history(self, key: Key) -> list[State]:
        """See `Backend.history`."""
        return [State(each.number, each.time) for each in generations(self.path(key))]

    def state(self, key: Key, number: int) -> Tables:
        """See `Backend.state`."""
        for each in generations(self.path(key)):
            if each.number == number:
                return AtomicStorage(each.path).read() or {}
        raise NotFoundError("generation.unknown", id=key.page, number=number, known="-")

    def lease(self, key: Key) -> Lease:
        """See `Backend.lease`."""
        return Lock(self.path(key))

    def versions(self) -> Mapping[Key, str]:
        """See `Backend.versions`."""
        return {key: str(state) for key, state in self._states().items()}

    def changes(
        self,
        seconds: float,
        begun: Callable[[], object] = bool,
        is_over: Callable[[], bool] = bool,
    ) -> Iterator[Key]:
        """See `Backend.changes`; the files are looked at again and again."""
        end, known = monotonic() + seconds, self._states()
        begun()
        while monotonic() < end and not is_over():
            sleep(LOOK)
            now = self._states()
            yield from (key for key in now if now[key] != known.get(key))
            yield from known.keys() - now.keys()
            known = now

    def _states(self) -> dict[Key, Fingerprint | None]:
        return {key: fingerprint(self.path(key)) for key in self.keys()}

    def close(self) -> None:
        """See `Backend.close`."""


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


class _FileStorage(AtomicStorage):
    """A file whose folder is made when it is first written."""

    def __init__(self, path: Path, top: Path) -> None:
        super().__init__(path)
        self._top = top

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        make_folder(self.path.parent, self._top)
        super().write(data)
