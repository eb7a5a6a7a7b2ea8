"""The shared files of a project in `annotations/_project`, cached."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import finalize

from tui.model import Corrections, Page
from tui.store.backend import Backend, Key, Tables
from tui.store.files.atomic import create, make_folder
from tui.store.files.reading import has_name
from tui.store.files.repair import Tell, repaired
from tui.store.files.temporary import sweep

if TYPE_CHECKING:
    from tui.store.files.corrections import CorrectionsFile

NONE = Corrections()


class CorrectionsFiles:
    """Loads and saves corrections; each reading of a page has a file of its own.

    See `tui.store.files.annotation_files`.

    Args:
        folder: `annotations/` of a project.
        name: of the folder in it.
        server: where the records are kept instead.
    """

    def __init__(self, folder: Path, name: str, server: Backend | None = None) -> None:
        self._top, self._folder, self._server = folder, folder / name, server
        self._files: dict[int, CorrectionsFile] = {}
        self._is_swept = False

    def load(self, page: Page) -> Corrections:
        """Return what was corrected on a page.

        Raises:
            StoreError: the file cannot be read, is damaged, or is of a newer version.
        """
        return self._file(page).load(page) if self._has_file(page) else NONE

    def load_repaired(self, page: Page, tell: Tell) -> Corrections:
        """As `load`, for who will work on the page: a damaged file is put aside, its last good state opened.

        Raises:
            StoreError: the file cannot be read, or is of a newer version.
        """
        if not self._has_file(page):
            return NONE
        file = self._file(page)
        return repaired(file.path, lambda: file.load(page), tell)

    def merged(self, page: Page, ours: Corrections, tell: Tell) -> Corrections:
        """Return what was corrected here, with what another program corrected meanwhile; save it next.

        Raises:
            StoreError: the file cannot be read.
        """
        if id(page) not in self._files and not self._has_file(page):
            return ours
        file = self._file(page)
        return repaired(file.path, lambda: file.merged(page, ours), tell)

    def is_current(self, page: Page) -> bool:
        """Tell whether what was corrected on a page is as it was when it was last read or written.

        A page without a file stays current while nobody makes one.

        Raises:
            StoreError: that cannot be found out.
        """
        file = self._files.get(id(page))
        return not self._has_file(page) if file is None else file.is_current

    def save(self, page: Page, corrections: Corrections) -> None:
        """Write what was corrected on a page; durable when this returns.

        Raises:
            StoreError: it could not be done, or another program changed the file; it is as it was.
        """
        if corrections.any or id(page) in self._files:
            if self._server is None:
                make_folder(self._folder, self._top)
                self._sweep()
            self._file(page).save(page, corrections)

    def new_file(self, page: Page, corrections: Corrections) -> Iterator[tuple[Path, bytes]]:
        """Yield path and content of the file of a page that has none yet, if there is anything to write.

        Raises:
            StoreError: the folder cannot be made.
        """
        from tui.store.files.corrections import CorrectionsFile
        from tui.store.files.tables import lay_out

        if corrections.any:
            make_folder(self._folder, self._top)
            path = self._path(page)
            yield path, lay_out(CorrectionsFile(path).tables(page, corrections), path)

    def _sweep(self) -> None:
        """Clear away what dead processes left, once: it takes time in the number of pages."""
        if not self._is_swept:
            self._is_swept = True
            sweep(self._folder)

    def unsaved(self, page: Page, corrections: Corrections) -> tuple[Tables, Tables]:
        """Return the tables of what was corrected on a page, and of what its file says."""
        return self._file(page).unsaved(page, corrections)

    def replayed(self, page: Page, changes: Tables, was: Tables) -> Corrections:
        """Return what was corrected on a page that was just read, with what could not be saved.

        Raises:
            StoreError: a record of it cannot be used.
        """
        return self._file(page).replayed(page, changes, was)

    def save_elsewhere(self, page: Page, corrections: Corrections, folder: Path) -> None:
        """Write what was corrected on a page into another folder.

        Raises:
            StoreError: it could not be done, or there is such a file.
        """
        from tui.store.files.tables import lay_out

        if corrections.any:
            path = folder / self._folder.name / f"{page.id}.json"
            make_folder(path.parent, folder.absolute().parent)
            tables, _ = self.unsaved(page, corrections)
            create(path, lay_out(tables, path))

    def _has_file(self, page: Page) -> bool:
        return self._server is not None or has_name(self._path(page))

    def _path(self, page: Page) -> Path:
        return self._folder / f"{page.id}.json"

    def _file(self, page: Page) -> "CorrectionsFile":
        """Return the file of this very page object; forgotten with it."""
        from tui.store.files.corrections import CorrectionsFile

        key = id(page)
        if key not in self._files:
            server, place = self._server, Key(self._folder.name, page.id)
            storage = None if server is None else server.storage(place)
            self._files[key] = CorrectionsFile(self._path(page), storage)
            finalize(page, self._files.pop, key, None).atexit = False
        return self._files[key]
