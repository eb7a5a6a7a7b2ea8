"""The journals of a project: this process's, and those that dead processes left."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tui.store.digest import sha256
from tui.store.files.generations import HIDDEN
from tui.store.files.journal import Entry, Journal, Left, left_behind, settle_left
from tui.store.user_folders import state_folder


class Journals:
    """Journals what cannot be saved, by annotator.

    Args:
        folder: `annotations/` of a project.

    Attributes:
        is_session: whether somebody works for long: only then room is reserved and anything journalled.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mine: dict[str, Journal] = {}
        self._left: dict[str, list[Left]] = {}
        self.is_session = False

    def folders(self, annotator: str) -> tuple[Path, Path]:
        """Return where an annotator's journals lie: beside the annotations, else in the state folder."""
        key = f"{self._folder.resolve()}\0{annotator}".encode("utf-8", "surrogateescape")
        there = state_folder() / "journals" / sha256(key).hexdigest()[:32]
        return self._folder / annotator / HIDDEN / "journal", there

    def unsaved(self, page: str, annotator: str) -> Iterator[list[Entry]]:
        """Yield of each dead process the entries of what it could not save of a page, where there are any."""
        if annotator not in self._left:
            self._left[annotator] = list(left_behind(*self.folders(annotator)))
        for left in self._left[annotator]:
            if entries := [entry for entry in left.entries if entry["page"] == page]:
                yield entries

    def add(self, page: str, annotator: str, changes: Entry, was: Entry) -> bool:
        """Write down what a person did in the app and could not be saved; tell whether it is durable now."""
        return self.is_session and self._journal(annotator).add(page, changes, was)

    def reserve(self, annotator: str) -> None:
        """Take room for a day on which there is none."""
        if self.is_session:
            self._journal(annotator).reserve()

    def settle(self, page: str, annotator: str) -> None:
        """Know that what this process and dead ones could not save of a page is saved."""
        self._journal(annotator).settle(page)
        for left in tuple(self._left.get(annotator, ())):
            if settle_left(left, page):
                self._left[annotator].remove(left)

    def close(self) -> None:
        """Remove the journals of this process, but for those with work that counts."""
        for journal in tuple(self._mine.values()):
            journal.close()

    def _journal(self, annotator: str) -> Journal:
        if annotator not in self._mine:
            self._mine[annotator] = Journal(*self.folders(annotator))
        return self._mine[annotator]


def records_changed(changes: Iterable[Mapping[str, Any]]) -> int:
    """Return how many records some entries change, each once however often it was tried to save them.

    How far articles are counts where nothing else was changed: each change of a tag changes that, too.
    """
    found = {(table, key) for change in changes for table, rows in change.items() for key in rows or ()}
    return len([table for table, _ in found if table != "articles"]) or len(found)
