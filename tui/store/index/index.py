"""The index of pages and articles, from which lists and searches work without reading pages.

It is derived, lies in the cache and can be deleted at any time. `tui.store.index.build` makes it.
Words in Chinese have no blanks between them and often two characters, too few for SQLite's trigrams: texts
are indexed by their pairs of neighbouring characters, so that a string of any length is found exactly.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from itertools import pairwise
from operator import add
from pathlib import Path
from sys import intern
from typing import Any

from tui.errors import StoreError
from tui.model import STATES, State
from tui.store.index.listing import Row
from tui.store.sources.origin import Origin

VERSION = 4
WAIT = 10.0
"""Seconds to wait for another process that writes."""
SCHEMA = """
CREATE TABLE made (sources TEXT NOT NULL, rules TEXT NOT NULL);
CREATE TABLE pages (
    key INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, pos INTEGER NOT NULL, path TEXT NOT NULL,
    setting INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER, line INTEGER NOT NULL,
    size INTEGER NOT NULL, changed INTEGER NOT NULL, sha256 TEXT NOT NULL, noted TEXT NOT NULL);
CREATE TABLE tables (
    setting INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
    PRIMARY KEY (setting, path));
CREATE INDEX pages_in_order ON pages (pos);
CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT, page INTEGER NOT NULL, number INTEGER NOT NULL,
    id TEXT NOT NULL, title TEXT NOT NULL,
    state TEXT NOT NULL, tags INTEGER NOT NULL, labels TEXT NOT NULL,
    doubtful INTEGER NOT NULL, lost INTEGER NOT NULL, length INTEGER NOT NULL);
CREATE INDEX articles_of_page ON articles (page, number);
CREATE VIRTUAL TABLE texts USING fts5 (pairs, content='', tokenize='ascii');
"""
BLANK = "\u2423"
FOLDED = str.maketrans(
    dict.fromkeys((*range(33), 127, 160, 12288), BLANK)
    | {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F) if not chr(code).isalnum()}
    | {code + 0xFEE0: chr(code).lower() for code in range(0x21, 0x7F) if chr(code).isalnum()}
)
"""Full width and half width are found alike, and nothing is left that SQLite takes for a border of words."""


FIRST = "SELECT id FROM pages ORDER BY pos LIMIT 1"
ROWS = """SELECT pages.id, pages.path, pages.length, articles.id, title, state, tags, labels, doubtful, lost
FROM pages JOIN articles ON articles.page = pages.key"""


class Index:
    """Reads and writes the index file; each call opens it anew, so that any thread may.

    Args:
        path: of the file; it need not exist.
        root: the project, whose files the index speaks of.
        sources: names what the pages are.
        rules: names what they are split by; articles that were split by others are taken for nothing.
    """

    def __init__(self, path: Path, root: Path, sources: str, rules: str) -> None:
        self.path, self._root = path, root
        self._made_by = f"{VERSION}\0{sources}", rules

    # Asking

    def first(self) -> str | None:
        """Return the id of the first page; None: nothing is known."""
        return next((id_ for (id_,) in self._ask(FIRST, by_rules=False)), None)

    def origin(self, page: str) -> Origin | None:
        """Return where a page is, if it is still there: a table that changed may have it elsewhere."""
        columns = "path, setting, start, length, line, size, changed"
        for path, setting, start, length, line, *before in self._ask(
            f"SELECT {columns} FROM pages WHERE id = ?", page, by_rules=False
        ):
            with suppress(OSError):
                state = (self._root / path).stat()
                if length is None or [state.st_size, state.st_mtime_ns] == before:
                    return Origin(page, path, setting, start, length, line)
        return None

    def unlisted(self, pages: Iterable[str]) -> set[str]:
        """Return which of some pages the index does not list; all of them where there is none."""
        left = {*pages}
        for (id_,) in self._ask("SELECT id FROM pages", by_rules=False):
            left.discard(id_)
        return left

    def rows(self) -> Iterator[Row]:
        """Yield all articles in order."""
        return map(_row, self._ask(f"{ROWS} ORDER BY pages.pos, articles.number"))

    def search(self, text: str) -> list[str]:
        """Return the ids of the articles in whose reading text `text` stands within a block, in order.

        Upper and lower case, and full and half width, are alike; so are all kinds of blanks. What was
        corrected or put into the folder since the index was made is not known.
        """
        found = self._ask(
            "SELECT articles.id FROM articles JOIN pages ON pages.key = articles.page "
            "WHERE articles.key IN (SELECT rowid FROM texts WHERE texts MATCH ?) "
            "ORDER BY pages.pos, articles.number",
            _wanted(text),
        )
        return [id_ for (id_,) in found] if text else []

    def _ask(self, query: str, *values: object, by_rules: bool = True) -> Iterator[Any]:
        """Yield what the index answers; nothing where there is none, or none that can be used.

        Args:
            by_rules: whether the rules must be the same.
        """
        if not self.path.exists():
            return
        with suppress(sqlite3.Error), closing(sqlite3.connect(self.path)) as base:
            made_by = base.execute("SELECT sources, rules FROM made").fetchone()
            if made_by == self._made_by or (not by_rules and made_by[0] == self._made_by[0]):
                yield from base.execute(query, values)

    # Making

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection to the file, made anew where it is damaged or was made by something else.

        Raises:
            StoreError: it cannot be written.
        """
        try:
            with closing(self._opened()) as base:
                yield base
        except (OSError, sqlite3.Error) as error:
            raise StoreError("index.failed", path=self.path, reason=error) from error

    def _opened(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        for _ in range(2):
            base = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
            with suppress(sqlite3.DatabaseError):
                base.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;")
                if self._is_ours(base):
                    return base
            base.close()
            self.delete()
        raise OSError(str(self.path))

    def _is_ours(self, base: sqlite3.Connection) -> bool:
        """Make the tables of an empty file; tell whether those that are there were made as ours are."""
        base.execute("BEGIN IMMEDIATE")
        if not base.execute("SELECT 1 FROM sqlite_master").fetchone():
            for statement in SCHEMA.split(";\n"):
                base.execute(statement)
            base.execute("INSERT INTO made VALUES (?, ?)", self._made_by)
        made_by = base.execute("SELECT sources, rules FROM made").fetchone()
        base.execute("COMMIT")
        return bool(made_by == self._made_by)

    def delete(self) -> None:
        """Delete the file; the next one who writes makes it anew."""
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def index_path(cache: Path, root: Path, annotator: str) -> Path:
    """Return the file of an annotator's index of a project."""
    key = f"{root.resolve()}\0{annotator}".encode("utf-8", "surrogateescape")
    return cache / "index" / f"{sha256(key).hexdigest()[:32]}.sqlite"


def pairs(text: str) -> str:
    """Return what SQLite is given of a text: the pairs of neighbouring characters, line by line."""
    lines = [f"{line.translate(FOLDED).lower()}{BLANK}" for line in text.split("\n")]
    return " ".join([pair for line in lines for pair in map(add, line, line[1:])])


def _wanted(text: str) -> str:
    """Return the question in which articles `text` stands."""
    folded = text.translate(FOLDED).lower()
    if len(folded) == 1:
        return f'"{folded}"*'
    return '"' + " ".join(a + b for a, b in pairwise(folded)) + '"'


def _row(row: Sequence[Any]) -> Row:
    page, path, length, article, title, state, tags, labels, doubtful, lost = row
    known: State = STATES[STATES.index(state)]
    group = page if length is None else path
    return Row(page, group, article, title, known, tags, intern(labels), bool(doubtful), lost)
