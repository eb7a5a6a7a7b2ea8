"""Builds and updates the index; unchanged pages are not read."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.model import Document
from tui.store.annotator_names import SHARED
from tui.store.beneath import refuse_links_out
from tui.store.index.index import pairs
from tui.store.index.listing import rows_of
from tui.store.project import ANNOTATIONS, Project
from tui.store.sources.files import clash
from tui.store.sources.origin import TABLES, Origin
from tui.text.offsets import Reading, read
from tui.text.readings import right_reading

COMMIT_SECONDS = 0.5
"""How often what was done is kept, and progress is told."""
LITTERED = 2
"""When the texts of so many articles are kept for one that is there, the index is made anew."""
KNOWN = """SELECT key, id, pos, path, setting, start, length, line, size, changed, sha256, noted
FROM pages ORDER BY pos"""
GONE_THROUGH = "REPLACE INTO tables VALUES (?, ?, ?, ?)"
NEXT = "SELECT coalesce(max(key), 0) + 1 FROM pages"
LIST = "INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
KEEP_TEXT = "INSERT INTO texts (rowid, pairs) VALUES (?, ?)"
FORGET = "DELETE FROM articles WHERE page = ?"
LITTER = "SELECT (SELECT coalesce(max(key), 0) FROM articles), (SELECT count(*) FROM articles)"


class Progress(NamedTuple):
    """How far the index is: pages looked at, those read anew, and the part of all bytes (0 to 1)."""

    pages: int
    changed: int
    part: float


FileState: TypeAlias = tuple[int, int]
"""A file's size, and when it was changed; noughts where there is none."""


class _Known(NamedTuple):
    """What the index knows of a page."""

    key: int
    pos: int
    origin: Origin
    state: FileState
    sha256: str
    noted: str


def refresh(
    project: Project, report: Callable[[Progress], bool], refused: Callable[[PiyueError], None]
) -> None:
    """Bring the project's index up to date.

    Args:
        report: told how far it is, from time to time and at the end; it answers whether to go on. What was
            done so far is kept.
        refused: told of each page that cannot be used; it is in no list.

    Raises:
        StoreError: the index cannot be written.
    """
    with project.index.writing() as base:
        _Refresh(project, base, report, refused).run()
        (last, count) = base.execute(LITTER).fetchone()
    if last > LITTERED * (count + 1000):
        project.index.delete()


class _Refresh:
    """One look at all pages."""

    def __init__(
        self,
        project: Project,
        base: sqlite3.Connection,
        report: Callable[[Progress], bool],
        refused: Callable[[PiyueError], None],
    ) -> None:
        self._project, self._base, self._report, self._tell = project, base, report, refused
        self._known = {page.origin.id: page for page in map(_known, base.execute(KNOWN))}
        self._noted = _notes(project)
        self._seen: dict[str, Origin] = {}
        self._whole = {(number, path): state for number, path, *state in base.execute("SELECT * FROM tables")}
        self._changed = self._done = self._refusals = 0
        self._total = 1

    def run(self) -> None:
        """Go through all files; then forget the pages that are gone."""
        files = [(number, path, _state(self._project.root / path)) for number, path in self._files()]
        self._total = sum(state[0] for *_, state in files) or 1
        told = monotonic()
        self._base.execute("BEGIN IMMEDIATE")
        for number, path, state in files:
            refusals = self._refusals
            for origin in self._pages_in(number, path, state):
                self._look(origin, state)
                if monotonic() - told > COMMIT_SECONDS:
                    self._base.execute("COMMIT")
                    if not self._report(self._progress(origin.start)):
                        return
                    self._base.execute("BEGIN IMMEDIATE")
                    told = monotonic()
            self._done += state[0]
            if path.lower().endswith(TABLES) and refusals == self._refusals:
                self._base.execute(GONE_THROUGH, (number, path, *state))
        for page in self._known.keys() - self._seen.keys():
            self._forget(self._known[page].key)
            self._changed += 1
        self._base.execute("COMMIT")
        self._report(self._progress())

    def _progress(self, further: int = 0) -> Progress:
        return Progress(len(self._seen), self._changed, min(1.0, (self._done + further) / self._total))

    def _files(self) -> Iterator[tuple[int, str]]:
        return self._project.pages.sources.files()

    def _pages_in(self, number: int, path: str, state: FileState) -> Iterator[Origin]:
        """Yield a file's pages; those of a table that did not change come from the index."""
        if self._whole.get((number, path)) == [*state]:
            yield from (page.origin for page in self._tables.get((number, path), ()))
            return
        try:
            yield from self._project.pages.sources.pages_in(number, path)
        except PiyueError as error:
            self._refused(error)

    @cached_property
    def _tables(self) -> dict[tuple[int, str], list[_Known]]:
        """The pages that are rows, by setting and file, in order."""
        found: dict[tuple[int, str], list[_Known]] = {}
        for page in self._known.values():
            if page.origin.length is not None:
                found.setdefault((page.origin.setting, page.origin.path), []).append(page)
        return found

    def _look(self, origin: Origin, state: FileState) -> None:
        """Take a page into the index, unless it is there as it is now."""
        if (other := self._seen.setdefault(origin.id, origin)) is not origin:
            self._refused(clash(other, origin))
            return
        known = self._known.get(origin.id)
        sha256, key = (known.sha256, known.key) if known else ("", None)
        now = _Known(key or 0, len(self._seen), origin, state, sha256, self._noted.get(origin.id, ""))
        if now == known:
            return
        if known is None or now._replace(pos=known.pos) != known:
            try:
                now = self._taken(now, known)
            except PiyueError as error:
                self._refused(error)
                if known is not None:
                    self._forget(known.key)
                return
        values = (origin.id, now.pos, *origin[1:], *state, now.sha256, now.noted)
        self._base.execute(f"REPLACE INTO pages VALUES (?{', ?' * len(values)})", (now.key or None, *values))

    def _taken(self, now: _Known, known: _Known | None) -> _Known:
        """Read a page; list its articles anew, if its text or what was noted on it is other than before."""
        page = self._project.pages.sources.read(now.origin)
        if known is not None and (page.sha256, now.noted) == (known.sha256, known.noted):
            return now
        self._changed += 1
        document = self._project.documents.load(page, self._project.annotator)
        texts = [read(page, article) for article in document.articles]
        if known is None:
            (key,) = self._base.execute(NEXT).fetchone()
        else:
            key = known.key
            self._base.execute(FORGET, (key,))
        for number, (row, text) in enumerate(zip(rows_of(document), texts, strict=True)):
            last = self._base.execute(LIST, (key, number, *row[2:], len(text.text))).lastrowid
            self._base.execute(KEEP_TEXT, (last, pairs(_searched(text, document))))
        return now._replace(key=key, sha256=page.sha256)

    def _refused(self, error: PiyueError) -> None:
        """Tell of a page that cannot be used; its table is gone through again the next time."""
        self._refusals += 1
        self._tell(error)

    def _forget(self, key: int) -> None:
        self._base.execute(FORGET, (key,))
        self._base.execute("DELETE FROM pages WHERE key = ?", (key,))


def _searched(reading: Reading, document: Document) -> str:
    """Return an article's text, and behind it what that should read where people said so."""
    pins = document.corrections.reads
    right = right_reading(reading, pins).text if pins else reading.text
    return reading.text if right == reading.text else f"{reading.text}\n{right}"


def _known(row: tuple[Any, ...]) -> _Known:
    key, id_, pos, path, setting, start, length, line, size, changed, sha256, noted = row
    return _Known(key, pos, Origin(id_, path, setting, start, length, line), (size, changed), sha256, noted)


def _state(path: Path) -> FileState:
    try:
        state = path.stat()
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
