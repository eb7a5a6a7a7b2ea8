"""A project: a folder with pages, annotations and settings."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import finalize

from tui.errors import NotFoundError, ProjectError, StoreError
from tui.model import Corrections, Division, Document, Page
from tui.store.atomic import fingerprint, make_folder
from tui.store.divisions import Divisions
from tui.store.names import FOLDER_NAME
from tui.store.settings import FILE, Settings, load_settings, login
from tui.store.sources import find_sources, natural, read_page

if TYPE_CHECKING:
    from tui.store.corrections import CorrectionsFile
    from tui.store.private import PrivateCache
    from tui.store.shelf import Shelf

SEEDS = "seeds"
ANNOTATIONS = "annotations"
SHARED = "_project"
"""The folder of what is true for every annotator."""
NOTHING = Corrections.trusted()


class Project:
    """A project folder, as one process sees it: sources and settings are looked at once.

    Loading and saving may be called from different threads.

    Args:
        root: a folder that holds `seeds/` or `piyue.toml`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._shared: dict[int, CorrectionsFile] = {}

    @classmethod
    def find(cls, start: Path | None = None) -> "Project":
        """Return the project that `start` is (the current folder), or the nearest one above it.

        Raises:
            ProjectError: there is none.
        """
        here = (start or Path()).resolve()
        if not here.is_dir():
            raise ProjectError("project.no_folder", path=here)
        for folder in (here, *here.parents):
            if (folder / SEEDS).is_dir() or (folder / FILE).is_file():
                return cls(folder)
        raise ProjectError("project.none", path=here)

    @classmethod
    def create(cls, folder: Path) -> "Project":
        """Make a project with commented settings and an example page in `folder`, and return it.

        Nothing is overwritten.

        Raises:
            ProjectError: something of a project is there already, or it cannot be written.
        """
        from tui.store.example import write_example

        write_example(folder.resolve())
        return cls(folder.resolve())

    @cached_property
    def settings(self) -> Settings:
        """What `piyue.toml` says.

        Raises:
            ProjectError: something in it is not allowed.
        """
        return load_settings(self.root / FILE)

    @cached_property
    def annotator(self) -> str:
        """Who works here: the settings say it, else the login."""
        return self.settings.annotator or login()

    @property
    def cache(self) -> Path:
        """A folder for what can be made again, to which only this user can write."""
        return self._private_cache.path

    def annotators(self) -> tuple[str, ...]:
        """Return everybody who has annotated something here."""
        folder = self.root / ANNOTATIONS
        if not folder.is_dir():
            return ()
        names = (entry.name for entry in folder.iterdir() if entry.is_dir())
        return tuple(sorted(filter(FOLDER_NAME.fullmatch, names), key=natural))

    def page_ids(self) -> tuple[str, ...]:
        """Return the ids of the pages, in natural order of their files; none is read.

        Raises:
            ProjectError: two files would have the same id.
        """
        return tuple(self._sources)

    def page(self, page_id: str) -> Page:
        """Read a page.

        Raises:
            NotFoundError: there is no such page.
            SourceError: it cannot be read.
        """
        if page_id not in self._sources:
            from difflib import get_close_matches

            near = get_close_matches(page_id, self._sources, 1)
            raise NotFoundError("page.near" if near else "page.unknown", id=page_id, near="".join(near))
        return read_page(self.root, self.root / SEEDS / self._sources[page_id])

    def division(self, page: Page) -> Division:
        """Return the articles and the furniture of a page, with what was corrected.

        Raises:
            StoreError: the corrections cannot be read.
        """
        return self._corrected(page, self._divisions.of(page), self._corrections(page))

    def document(self, page_id: str, annotator: str | None = None) -> Document:
        """Read a page, its articles and what `annotator` (else who works here) decided on it.

        Raises:
            NotFoundError: there is no such page.
            SourceError: it cannot be read.
            StoreError: the annotations cannot be read.
        """
        page = self.page(page_id)
        annotator = annotator or self.annotator
        if not FOLDER_NAME.fullmatch(annotator):
            raise StoreError("store.annotator", name=annotator)
        has_file = fingerprint(self.root / ANNOTATIONS / annotator / f"{page.id}.json") is not None
        load = self.shelf.load if has_file else _untouched
        return self._on(page, self._corrections(page), lambda division: load(page, division, annotator))

    def problems(self, document: Document) -> tuple[StoreError, ...]:
        """Return what could not be understood of a document's file."""
        return self.shelf.problems(document) if "shelf" in vars(self) else ()  # no file read, none to tell of

    def opened(self, page_id: str, tell: Callable[[StoreError], None]) -> Document:
        """As `document`, for who will work on the page: damage is mended and unsaved work taken up.

        Args:
            tell: gets an error, which is none any more, for each thing that the user has to know.

        Raises:
            NotFoundError: there is no such page.
            SourceError: it cannot be read.
            StoreError: the annotations cannot be read.
        """
        page = self.page(page_id)
        return self._on(
            page,
            self._corrections(page),
            lambda division: self.shelf.load_mended(page, division, self.annotator, tell),
        )

    def merged(self, document: Document, tell: Callable[[StoreError], None]) -> Document:
        """Return a document with what another program did to its file meanwhile.

        Raises:
            StoreError: the file cannot be read.
        """
        return self._on(
            document.page,
            document.corrections,
            lambda division: self.shelf.merged(document, division, tell),
        )

    def save(self, document: Document) -> None:
        """Write the annotations and the corrections of a document; durable when this returns.

        Raises:
            StoreError: it could not be done; what was on disk is still there.
        """
        self.shelf.save(document)
        if document.corrections.any or id(document.page) in self._shared:
            shared = self._shared_file(document.page)
            make_folder(shared.path.parent, self.root / ANNOTATIONS)
            self.shelf.sweep(shared.path.parent)
            shared.save(document.page, document.corrections)

    def _on(self, page: Page, corrections: Corrections, read: Callable[[Division], Document]) -> Document:
        """Return what `read` makes of a page's articles, with what was corrected."""
        base = self._divisions.of(page)
        document = read(self._corrected(page, base, corrections))
        return document.replaced(corrections=corrections, divided=base) if corrections.any else document

    def _corrections(self, page: Page) -> Corrections:
        """Return what was corrected on a page."""
        if fingerprint(self._shared_path(page)) is None:
            return NOTHING
        return self._shared_file(page).load(page)

    def _corrected(self, page: Page, division: Division, corrections: Corrections) -> Division:
        if not corrections.any:
            return division
        from tui.text.correct import corrected

        return corrected(page, division, corrections)

    def _shared_file(self, page: Page) -> "CorrectionsFile":
        """Return the file of corrections of this very page object; forgotten with it."""
        from tui.store.corrections import CorrectionsFile

        key = id(page)
        if key not in self._shared:
            self._shared[key] = CorrectionsFile(self._shared_path(page))
            finalize(page, self._shared.pop, key, None).atexit = False
        return self._shared[key]

    def _shared_path(self, page: Page) -> Path:
        return self.root / ANNOTATIONS / SHARED / f"{page.id}.json"

    @cached_property
    def shelf(self) -> "Shelf":
        """The annotation files."""
        from tui.store.shelf import Shelf

        return Shelf(self.root / ANNOTATIONS)

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        return find_sources(self.root / SEEDS)

    @cached_property
    def _divisions(self) -> Divisions:
        return Divisions(self.cache)

    @cached_property
    def _private_cache(self) -> "PrivateCache":
        from tui.store.private import PrivateCache

        return PrivateCache()


def _untouched(page: Page, division: Division, annotator: str) -> Document:
    """Return a page on which an annotator has decided nothing yet."""
    articles, furniture = division.articles, division.furniture
    return Document.trusted(page=page, annotator=annotator, articles=articles, furniture=furniture)
