"""Builds and updates the index; unchanged pages are not read."""

import sqlite3
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import islice
from time import monotonic
from typing import NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.store.index.changes import KNOWN, KNOWN_TABLES, Changes, FileStep, Look, PageStep, Step
from tui.store.index.page_reading import ArticleRead, PageResult, PageToRead, read_one_by_one
from tui.store.project import Project

COMMIT_SECONDS = 0.5
"""How often what was done is kept, and progress is told."""
CHUNK = 64
"""Pages that are looked at, and if need be read, at a time."""
LITTERED = 2
"""When the texts of so many articles are kept for one that is there, the index is made anew."""
PAGE = (
    "id",
    "pos",
    "path",
    "setting",
    "start",
    "length",
    "line",
    "size",
    "changed",
    "sha256",
    "noted",
    "key",
)
ADD_PAGE = f"INSERT INTO pages ({', '.join(PAGE)}) VALUES ({', '.join('?' * len(PAGE))})"
CHANGE_PAGE = f"UPDATE pages SET {', '.join(f'{name} = ?' for name in PAGE[:-1])} WHERE key = ?"
"""Not `REPLACE`: before it, SQLite has the texts that wait in memory written, page by page."""
GONE_THROUGH = "REPLACE INTO tables VALUES (?, ?, ?, ?)"
LOOK = -1
"""In the place of a setting's number: the row is of no table, but of a look at all files."""
FORGET_LOOK = f"DELETE FROM tables WHERE setting = {LOOK}"
IS_CURRENT = f"SELECT 1 FROM tables WHERE setting = {LOOK} AND path = ?"
COUNT = "SELECT count(*) FROM pages"
NEXT = "SELECT coalesce(max(key), 0) + 1 FROM pages"
LIST = "INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
KEEP_TEXT = "INSERT INTO texts (rowid, pairs) VALUES (?, ?)"
FORGET = "DELETE FROM articles WHERE page = ?"
LITTER = "SELECT (SELECT coalesce(max(key), 0) FROM articles), (SELECT count(*) FROM articles)"

ReadPages: TypeAlias = Callable[[Iterator[Sequence[PageToRead]]], Generator[list[PageResult], None, None]]
"""Reads chunks of pages and yields the results of each, in order; it may take chunks ahead."""


class Progress(NamedTuple):
    """How far the index is: pages looked at, those read anew, and the part of all bytes (0 to 1)."""

    pages: int
    changed: int
    part: float


def refresh(
    project: Project,
    report: Callable[[Progress], bool],
    refused: Callable[[PiyueError], None],
    read: ReadPages | None = None,
) -> None:
    """Bring the project's index up to date.

    Args:
        report: told how far it is, from time to time and at the end; it answers whether to go on. What was
            done so far is kept.
        refused: told of each page that cannot be used; it is in no list.
        read: reads the pages; None: this process does.

    Raises:
        StoreError: the index cannot be written.
    """
    look = Look.at(project)
    with project.index.writing() as base:
        if base.execute(IS_CURRENT, (look.digest,)).fetchone():
            report(Progress(base.execute(COUNT).fetchone()[0], 0, 1.0))
            return
        changes = Changes(project, base.execute(KNOWN), base.execute(KNOWN_TABLES), look)
        _Refresh(changes, base, report, refused).run(read or partial(read_one_by_one, project), look.digest)
        (last, count) = base.execute(LITTER).fetchone()
    if last > LITTERED * (count + 1000):
        project.index.delete()


class _Refresh:
    """One look at all pages."""

    def __init__(
        self,
        changes: Changes,
        base: sqlite3.Connection,
        report: Callable[[Progress], bool],
        refused: Callable[[PiyueError], None],
    ) -> None:
        self._changes, self._base, self._report, self._tell = changes, base, report, refused
        self._pages = self._changed = 0
        self._told = monotonic()
        self._refused_in: set[tuple[int, str]] = set()
        self._waiting: deque[list[Step]] = deque()

    def run(self, read: ReadPages, digest: str) -> None:
        """Go through all files; then forget the pages that are gone.

        Args:
            digest: of the files and annotations: as long as it is the same, there is nothing to do again.
        """
        self._base.execute(FORGET_LOOK)
        self._base.execute("BEGIN IMMEDIATE")
        with closing(read(self._chunks())) as found:
            for results in found:
                if not self._are_taken(self._waiting.popleft(), iter(results)):
                    return
        known, seen = self._changes.known, self._changes.seen
        for page in known.keys() - seen.keys():
            self._forget(known[page].key)
            self._changed += 1
        if not self._refused_in:
            self._base.execute(GONE_THROUGH, (LOOK, digest, 0, 0))
        self._base.execute("COMMIT")
        self._report(Progress(self._pages, self._changed, 1.0))

    def _chunks(self) -> Iterator[list[PageToRead]]:
        """Yield the pages to be read, some at a time; what else there is to do waits for these to be read."""
        steps = self._changes.steps()
        while chunk := [*islice(steps, CHUNK)]:
            self._waiting.append(chunk)
            yield [step.to_read for step in chunk if isinstance(step, PageStep) and not step.is_listed]

    def _are_taken(self, steps: list[Step], results: Iterator[PageResult]) -> bool:
        """Do what there is to do; tell whether to go on."""
        for step in steps:
            if isinstance(step, FileStep):
                self._end(step)
                continue
            self._take(step, None if step.is_listed else next(results))
            self._pages += 1
            if monotonic() - self._told > COMMIT_SECONDS and not self._goes_on(step.done):
                return False
        return True

    def _goes_on(self, done: int) -> bool:
        """Keep what was done, and tell how far it is."""
        self._base.execute("COMMIT")
        if not self._report(Progress(self._pages, self._changed, min(1.0, done / self._changes.bytes))):
            return False
        self._base.execute("BEGIN IMMEDIATE")
        self._told = monotonic()
        return True

    def _end(self, step: FileStep) -> None:
        """Note that a table was gone through; one with pages that cannot be used is the next time too."""
        if step.error is not None:
            self._refuse(step.setting, step.path, step.error)
        elif (step.setting, step.path) not in self._refused_in:
            self._base.execute(GONE_THROUGH, (step.setting, step.path, *step.state))

    def _take(self, page: PageStep, result: PageResult | None) -> None:
        """Take a page into the index.

        Args:
            result: what was read of it; None: it is listed as it is now, but perhaps at another place.
        """
        now, known = page.now, page.known
        if isinstance(result, PiyueError):
            self._refuse(now.origin.setting, now.origin.path, result)
            if known is not None:
                self._forget(known.key)
            return
        if now == known:
            return
        if known is None:
            (key,) = self._base.execute(NEXT).fetchone()
            now = now._replace(key=key)
        if result is not None:
            now = now._replace(sha256=result.sha256)
            if result.articles is not None:
                self._list(now.key, result.articles)
        values = (now.origin.id, now.pos, *now.origin[1:], *now.state, now.sha256, now.noted, now.key)
        self._base.execute(ADD_PAGE if known is None else CHANGE_PAGE, values)

    def _list(self, key: int, articles: Sequence[ArticleRead]) -> None:
        """List the articles of a page anew."""
        self._changed += 1
        self._base.execute(FORGET, (key,))
        for number, article in enumerate(articles):
            *row, text = article
            last = self._base.execute(LIST, (key, number, *row)).lastrowid
            self._base.execute(KEEP_TEXT, (last, text))

    def _refuse(self, setting: int, path: str, error: PiyueError) -> None:
        """Tell of a page that cannot be used."""
        self._refused_in.add((setting, path))
        self._tell(error)

    def _forget(self, key: int) -> None:
        self._base.execute(FORGET, (key,))
        self._base.execute("DELETE FROM pages WHERE key = ?", (key,))
