"""What text recognition may have spoilt on the pages of a project: questions, whoever annotates them."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

from tui.errors import PiyueError
from tui.model import Page
from tui.operations.findings import Finding
from tui.store.project import Project
from tui.text.dictionary import read_dictionary
from tui.text.doubts import doubts
from tui.text.misreadings import Misreading, WordPairs, misreadings, seen_once, word_pairs
from tui.text.segment import dictionary_words
from tui.texts import Message

OWN = 1000
"""How often a word of the user's dictionary counts that says nothing of it."""


def doubts_of_pages(project: Project) -> Iterator[Finding]:
    """Yield what is doubtful on the pages, then the characters that may be misread, which only all pages
    together tell."""
    known = _known(project)
    found: list[tuple[str, Misreading]] = []
    paths: dict[str, str] = {}
    for id_ in project.page_ids():
        with suppress(PiyueError):
            page = project.page(id_)
            yield from _doubts(page)
            fresh = [(id_, one) for one in misreadings(page.text, known)]
            found += fresh
            if fresh:
                paths[id_] = page.path
    for id_, one in seen_once(found):
        reason = Message("doubt.look-alike_character", {"likely": one.likely})
        text = one.before + one.after[1]
        yield _question("look-alike character", id_, paths[id_], reason, text, one.at - 1)


def _known(project: Project) -> WordPairs:
    entries = read_dictionary(project.dictionary)
    own = ((entry.word, OWN if entry.frequency is None else entry.frequency) for entry in entries)
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
