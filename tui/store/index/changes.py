"""What may have changed since the index was made: pages, tables gone through, files that cannot be used."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.store.annotator_names import SHARED
from tui.store.beneath import refuse_links_out
from tui.store.index.page_reading import PageToRead
from tui.store.project import ANNOTATIONS, Project
from tui.store.sources.files import clash
from tui.store.sources.origin import TABLES, Origin

KNOWN_TABLES = "SELECT * FROM tables"
KNOWN = """SELECT key, id, pos, path, setting, start, length, line, size, changed, sha256, noted
FROM pages ORDER BY pos"""

FileState: TypeAlias = tuple[int, int]
"""A file's size, and when it was changed; noughts where there is none."""


class KnownPage(NamedTuple):
    """What the index knows of a page; a new one has the key 0."""

    key: int
    pos: int
    origin: Origin
    state: FileState
    sha256: str
    noted: str


class PageStep(NamedTuple):
    """A page as it is now, beside what the index knows of it.

    Attributes:
        done: bytes of all files before it.
    """

    now: KnownPage
    known: KnownPage | None
    done: int

    @property
    def is_listed(self) -> bool:
        """Whether the index has it as it is now, but perhaps at another place."""
        return self.known is not None and self.now._replace(pos=self.known.pos) == self.known

    @property
    def to_read(self) -> PageToRead:
        """It is listed anew, unless its text and what was noted on it are as before."""
        same = self.known is not None and self.known.noted == self.now.noted
        return PageToRead(self.now.origin, self.now.state, self.now.noted, self.now.sha256 if same else "")


class FileStep(NamedTuple):
    """The end of a table, or a file or page that cannot be used."""

    setting: int
    path: str
    state: FileState
    error: PiyueError | None = None


Step: TypeAlias = PageStep | FileStep


class Look(NamedTuple):
    """A look at all files, without opening any.

    Attributes:
        files: setting, path and state of each, in order.
        noted: the state of the annotations and corrections of each page that has any.
    """

    files: Sequence[tuple[int, str, FileState]]
    noted: Mapping[str, str]

    @classmethod
    def at(cls, project: Project) -> "Look":
        """Look at a project."""
        files, root = project.pages.sources.files(), project.root
        return cls([(number, path, _state(f"{root}/{path}")) for number, path in files], _notes(project))

    @property
    def digest(self) -> str:
        """What is other when anything is."""
        found = sha256()
        for each in (*self.files, *sorted(self.noted.items())):
            found.update(f"{each}\n".encode("utf-8", "surrogateescape"))
        return found.hexdigest()


class Changes:
    """Goes through all pages, held against what an index knows.

    Args:
        known: its rows of `pages`, as `KNOWN` asks for them.
        whole: its rows of `tables`: those that were gone through to their end.
        look: at what there is now.

    Attributes:
        known: pages, by id.
        seen: of all pages so far, where they are.
        bytes: of all files.
    """

    def __init__(self, project: Project, known: Iterable[Any], whole: Iterable[Any], look: Look) -> None:
        self._project, self._files, self._noted = project, look.files, look.noted
        self.bytes = sum(state[0] for *_, state in self._files) or 1
        self.known = {page.origin.id: page for page in map(_known, known)}
        self.seen: dict[str, Origin] = {}
        self._whole = {(number, path): state for number, path, *state in whole}

    def steps(self) -> Iterator[Step]:
        """Yield what there is to look at, in the order of the pages."""
        done = 0
        for number, path, state in self._files:
            try:
                for origin in self._pages_in(number, path, state):
                    yield self._step(origin, state, done + origin.start)
            except PiyueError as error:
                yield FileStep(number, path, state, error)
            done += state[0]
            if path.lower().endswith(TABLES):
                yield FileStep(number, path, state)

    def _pages_in(self, number: int, path: str, state: FileState) -> Iterator[Origin]:
        """Yield a file's pages; those of a table that did not change come from the index."""
        if self._whole.get((number, path)) == [*state]:
            yield from (page.origin for page in self._tables.get((number, path), ()))
        else:
            yield from self._project.pages.sources.pages_in(number, path)

    @cached_property
    def _tables(self) -> dict[tuple[int, str], list[KnownPage]]:
        """The pages that are rows, by setting and file, in order."""
        found: dict[tuple[int, str], list[KnownPage]] = {}
        for page in self.known.values():
            if page.origin.length is not None:
                found.setdefault((page.origin.setting, page.origin.path), []).append(page)
        return found

    def _step(self, origin: Origin, state: FileState, done: int) -> Step:
        if (other := self.seen.setdefault(origin.id, origin)) is not origin:
            return FileStep(origin.setting, origin.path, state, clash(other, origin))
        known = self.known.get(origin.id)
        key, sha256 = (known.key, known.sha256) if known else (0, "")
        noted = self._noted.get(origin.id, "")
        return PageStep(KnownPage(key, len(self.seen), origin, state, sha256, noted), known, done)


def _known(row: tuple[Any, ...]) -> KnownPage:
    key, id_, pos, path, setting, start, length, line, size, changed, sha256, noted = row
    return KnownPage(
        key, pos, Origin(id_, path, setting, start, length, line), (size, changed), sha256, noted
    )


def _state(path: str) -> FileState:
    try:
        state = os.stat(path)  # noqa: PTH116  (a Path for each of all files takes four times as long)
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns


def _notes(project: Project) -> dict[str, str]:
    """Return the state of the annotations and corrections of each page that has any."""
    found: dict[str, str] = {}
    if project.server is not None:
        for (owner, page), version in sorted(project.server.versions().items()):
            if owner in (project.annotator, SHARED):
                found[page] = f"{found.get(page, '')}{owner}:{version};"
        return found
    for folder in (project.annotator, SHARED):
        refuse_links_out(project.root / ANNOTATIONS / folder)
        with suppress(OSError), os.scandir(project.root / ANNOTATIONS / folder) as files:
            for file in files:
                page, dot, suffix = file.name.rpartition(".")
                if dot and suffix == "json":
                    state = file.stat()
                    found[page] = f"{found.get(page, '')}{folder}:{state.st_size}:{state.st_mtime_ns};"
    return found
