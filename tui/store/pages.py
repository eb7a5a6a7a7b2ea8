"""The pages of a project: which there are, reading one, adding new ones."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import NotFoundError
from tui.model import Page
from tui.store.settings.model import IMPORTED, SourceSetting
from tui.store.sources.files import Sources, write_page
from tui.store.sources.origin import TABLES, Origin

if TYPE_CHECKING:
    from tui.store.index.index import Index
    from tui.store.sources.imported import TextBatch

SEEDS = "seeds"
FEW = 500
SMALL = 1 << 20
"""So many pages, and bytes of them, are read while somebody waits."""


class Pages:
    """Finds and reads the pages of a project; the folders are looked through once.

    Args:
        root: the project.
        settings: of the sources, as the project's file has them.
        index: gives what is known of the pages without reading them; asked in large projects only.

    Attributes:
        sources: the folders and tables of the pages.
    """

    def __init__(self, root: Path, settings: Sequence[SourceSetting], index: "Callable[[], Index]") -> None:
        self._root, self._settings, self._index = root, settings, index
        self.sources = Sources(root, settings)
        self._met: dict[str, Origin] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the pages, in order; no file is read, but for the rows of tables.

        Raises:
            ProjectError: two pages would have the same id.
            SourceError: a table cannot be read.
        """
        return tuple(self._origins)

    def first(self) -> str | None:
        """Return the id of the first page; a table is read no further than its first row."""
        if self.are_few:
            return next(iter(self._origins), None)
        first = self._index().first()
        if first is None and (origin := next(iter(self.sources), None)) is not None:
            self._met[origin.id] = origin
            return origin.id
        return first

    @cached_property
    def are_few(self) -> bool:
        """Whether all pages can be read while somebody waits: a few files, no tables."""
        files = self.sources.few(FEW)
        if files is None:
            return False
        with suppress(OSError):
            return sum((self._root / file).stat().st_size for file in files) <= SMALL
        return True

    def read(self, page_id: str) -> Page:
        """Read a page.

        Raises:
            NotFoundError: there is no such page.
            SourceError: it cannot be read.
        """
        return self.sources.read(self.origin(page_id))

    def add(self, page_id: str, text: str) -> Page:
        """Write a new page; no file is ever written over.

        Raises:
            SourceError: it cannot be written, or what is read back would not be `text`.
        """
        folders = (
            source.path
            for source in self._settings
            if not source.path.endswith(TABLES) and source.layout == "newspaper"
        )
        origin = write_page(self._root, self._root / next(folders, SEEDS), page_id, text)
        self._origins[page_id] = origin
        return self.sources.read(origin)

    def text_batch(self) -> "TextBatch":
        """Return an empty batch of texts of another corpus, each of which becomes one article, whole."""
        from tui.store.sources.imported import TextBatch

        return TextBatch(self._root, self.sources.number_of(IMPORTED.path))

    def add_texts(self, batch: "TextBatch") -> None:
        """Write a batch; its texts are pages from now on.

        Raises:
            StoreError: it cannot be written.
        """
        known = self._origins
        known.update({origin.id: origin for origin in batch.write()})

    def origin(self, page_id: str) -> Origin:
        """Return where a page is; the index knows it without looking at all the others."""
        if "_origins" not in self.__dict__ and not self.are_few:
            origin = self._met.get(page_id) or self._index().origin(page_id)
            if origin is not None:
                return origin
        if page_id not in self._origins:
            from difflib import get_close_matches

            near = get_close_matches(page_id, self._origins, 1) if len(self._origins) <= FEW else []
            raise NotFoundError("page.near" if near else "page.unknown", id=page_id, near="".join(near))
        return self._origins[page_id]

    @property
    def found(self) -> dict[str, Origin] | None:
        """Where all pages are; None: nobody has asked for all of them yet."""
        return self.__dict__.get("_origins")

    def know(self, found: dict[str, Origin]) -> None:
        """Take from another process of this command where all pages are: to look for them takes long."""
        self._origins = found

    @cached_property
    def _origins(self) -> dict[str, Origin]:
        return self.sources.by_id()
