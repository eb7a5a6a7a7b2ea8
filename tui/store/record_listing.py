"""Whose records there are in a project, and of which pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.store.annotator_names import FOLDER_NAME, PREDICTIONS, SHARED
from tui.store.beneath import refuse_links_out
from tui.store.files.reading import has_name
from tui.store.sources.files import natural

if TYPE_CHECKING:
    from tui.store.backend import Backend, Key


class RecordListing:
    """Asks who has records; no record is read.

    Args:
        folder: `annotations/` of a project.
        server: where the records are kept instead.
    """

    def __init__(self, folder: Path, server: "Backend | None") -> None:
        self._folder, self._server = folder, server
        self._begun_on_server: frozenset[str] | None = None

    def annotators(self) -> tuple[str, ...]:
        """Return everybody who has annotated something."""
        return tuple(sorted(filter(FOLDER_NAME.fullmatch, self._owners()), key=natural))

    def annotated_pages(self, annotator: str) -> frozenset[str]:
        """Return the ids of the pages of which somebody has annotations, also where a page is gone."""
        return self._pages_of(annotator) if FOLDER_NAME.fullmatch(annotator) else frozenset()

    def corrected_pages(self) -> frozenset[str]:
        """Return the ids of the pages of which there are corrections."""
        return self._pages_of(SHARED)

    def predicted_pages(self) -> frozenset[str]:
        """Return the ids of the pages of which other programs' models guessed something."""
        return self._pages_of(PREDICTIONS)

    def is_begun(self, page_id: str) -> bool:
        """Tell whether anybody decided anything on a page; a server is asked once."""
        if self._server is None:
            owners = (SHARED, *self.annotators())
            return any(has_name(self._folder / owner / f"{page_id}.json") for owner in owners)
        if self._begun_on_server is None:
            decided = (key.page for key in self._keys() if key.owner != PREDICTIONS)
            self._begun_on_server = frozenset(decided)
        return page_id in self._begun_on_server

    def _pages_of(self, owner: str) -> frozenset[str]:
        if self._server is not None:
            return frozenset(key.page for key in self._keys() if key.owner == owner)
        folder = self._folder / owner
        refuse_links_out(folder)
        return frozenset(path.stem for path in folder.glob("*.json") if not path.name.startswith("."))

    def _owners(self) -> set[str]:
        if self._server is not None:
            return {key.owner for key in self._keys()}
        refuse_links_out(self._folder)
        if not self._folder.is_dir():
            return set()
        return {entry.name for entry in self._folder.iterdir() if entry.is_dir()}

    def _keys(self) -> "Iterator[Key]":
        assert self._server is not None
        return self._server.keys()
