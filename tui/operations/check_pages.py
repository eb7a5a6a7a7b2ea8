"""Questions about the pages of a project: what text recognition may have misread."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tui.errors import PiyueError
from tui.model import Page
from tui.operations.findings import Finding
from tui.operations.page_work import LocalRunner, PageRunner, PageWork
from tui.store.files.reading import Fingerprint
from tui.store.project import Project
from tui.text.dictionary import read_dictionary
from tui.text.doubts import doubts
from tui.text.jieba_dictionary import dictionary_file, dictionary_words
from tui.text.misreadings import Misreading, WordPairs, misreadings, seen_once, word_pairs
from tui.texts import Message

OWN = 1000
"""How often a word of the user's dictionary counts that says nothing of it."""


def doubts_of_pages(project: Project, runner: PageRunner | None = None) -> Iterator[Finding]:
    """Yield what is doubtful on the pages, then the characters that may be misread, which only all pages
    together tell.

    Args:
        runner: goes through the pages; None: this process.
    """
    runner = runner or LocalRunner(project, 1)
    found: list[tuple[str, Misreading]] = []
    paths: dict[str, str] = {}
    for part in runner.map(READING, project.page_ids()):
        yield from part.doubts
        found += part.misread
        paths |= part.paths
    for id_, one in seen_once(found):
        reason = Message("doubt.look-alike_character", {"likely": one.likely})
        text = one.before + one.after[1]
        yield _question("look-alike character", id_, paths[id_], reason, text, one.at - 1)


class _PagesRead(NamedTuple):
    """What was found on some pages.

    Attributes:
        misread: what may be misread, each with its page's id.
        paths: of these pages.
        unreadable: how many pages could not be read.
    """

    doubts: list[Finding]
    misread: list[tuple[str, Misreading]]
    paths: dict[str, str]
    unreadable: int


def read_pages(project: Project, pages: Sequence[str]) -> _PagesRead:
    """Read pages and return what is doubtful on them."""
    known, doubtful, misread, paths, unreadable = _known(project), list[Finding](), [], {}, 0
    for id_ in pages:
        try:
            page = project.page(id_)
        except PiyueError:
            unreadable += 1
            continue
        doubtful.extend(_doubts(page))
        if fresh := [(id_, one) for one in misreadings(page.text, known)]:
            misread += fresh
            paths[id_] = page.path
    return _PagesRead(doubtful, misread, paths, unreadable)


def _depends(pages: Sequence[str]) -> object:
    """Return what changes with the dictionary; the user's own words are among what all work depends on."""
    del pages
    return Fingerprint.of(dictionary_file().stat())


def _is_whole(found: _PagesRead) -> bool:
    return not found.unreadable


def _known(project: Project) -> WordPairs:
    entries = read_dictionary(project.dictionary)
    return _pairs(
        tuple((entry.word, OWN if entry.frequency is None else entry.frequency) for entry in entries)
    )


READING = PageWork("reading", read_pages, _PagesRead, depends=_depends, is_whole=_is_whole, prepare=_known)


@lru_cache(1)
def _pairs(own: tuple[tuple[str, int], ...]) -> WordPairs:
    """Return the pairs of characters that words are made of, the user's own among them."""
    return word_pairs(chain(dictionary_words(), own))


def _doubts(page: Page) -> Iterator[Finding]:
    for doubt in doubts(page.text):
        text = "" if doubt.kind == "mixed columns" else page.text[doubt.start : doubt.end]
        reason = Message(f"doubt.{doubt.kind.replace(' ', '_')}")
        yield _question(doubt.kind, page.id, page.path, reason, text, doubt.start, doubt.end)


def _question(
    kind: str, page: str, path: str, reason: Message, text: str, start: int, end: int | None = None
) -> Finding:
    stop = start + len(text) if end is None else end
    return Finding(kind, "", page, path, reason, text=text, severity="question", start=start, end=stop)
