"""A project: a folder with pages, annotations and settings, and the parts that work on them."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import ProjectError, StoreError
from tui.model import Document, Page
from tui.store.beneath import guard, refuse_links_out
from tui.store.document_store import DocumentStore
from tui.store.page_divider import PageDivider
from tui.store.pages import SEEDS, Pages
from tui.store.record_listing import RecordListing
from tui.store.settings.cache import remembered_settings
from tui.store.settings.model import FILE, Settings, login
from tui.text.dictionary import FILE as DICTIONARY

if TYPE_CHECKING:
    from tui.store.backend import Backend
    from tui.store.index.index import Index
    from tui.store.team_queue import TeamQueue
    from tui.store.user_folders import PrivateCache

ANNOTATIONS = "annotations"


class Project:
    """A project folder, as one process sees it: sources and settings are looked at once.

    Pages and documents may be read and saved from different threads.

    Args:
        root: a folder that holds `seeds/` or `piyue.toml`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        guard(root)

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
        from tui.store.template import write_example

        write_example(folder.resolve())
        return cls(folder.resolve())

    @cached_property
    def settings(self) -> Settings:
        """What `piyue.toml` says.

        Raises:
            ProjectError: something in it is not allowed.
        """
        return remembered_settings(self.root / FILE, self.cache)

    @cached_property
    def annotator(self) -> str:
        """Who works here: the settings say it, else the login."""
        return self.settings.annotator or login()

    @property
    def cache(self) -> Path:
        """A folder for what can be made again, to which only this user can write."""
        return self._private_cache.path

    @property
    def dictionary(self) -> Path:
        """The file of the user's words, shared by all who work here; it need not exist.

        Raises:
            StoreError: it is a link out of the project.
        """
        path = self.root / DICTIONARY
        refuse_links_out(path)
        return path

    def refuse_output(self, path: Path) -> None:
        """Make sure that what is written to a path replaces nothing that the project is made of.

        Raises:
            StoreError: it is among the pages, the annotations or the settings.
        """
        sources = (each.path for each in self.settings.sources)
        own = [self.root.resolve() / each for each in (SEEDS, ANNOTATIONS, FILE, DICTIONARY, *sources)]
        place = path.resolve()
        if any(each in (place, *place.parents) for each in own):
            raise StoreError("store.own", path=path)

    # What is asked most; the parts below have the rest.

    def page_ids(self) -> tuple[str, ...]:
        """See `Pages.ids`."""
        return self.pages.ids()

    def page(self, page_id: str) -> Page:
        """See `Pages.read`."""
        return self.pages.read(page_id)

    def document(self, page_id: str, annotator: str | None = None) -> Document:
        """Read a page, its articles and what `annotator` (else who works here) decided on it.

        Raises:
            NotFoundError: there is no such page.
            SourceError: it cannot be read.
            StoreError: the annotations cannot be read.
        """
        return self.documents.load(self.page(page_id), annotator or self.annotator)

    def save(self, document: Document) -> None:
        """See `DocumentStore.save`."""
        self.documents.save(document)

    # The parts

    @cached_property
    def pages(self) -> Pages:
        """Which pages there are."""
        return Pages(self.root, self.settings.sources, lambda: self.index)

    @cached_property
    def divider(self) -> PageDivider:
        """Divides pages into articles."""
        return PageDivider(self.cache, self.root, self.pages.sources, self.records)

    @property
    def index(self) -> "Index":
        """What is known of the pages without reading them, as they are divided now."""
        from tui.store.index.index import Index, index_path

        path = index_path(self.cache, self.root, self.annotator)
        return Index(path, self.root, str(self.settings.sources), self.divider.rules)

    @cached_property
    def records(self) -> RecordListing:
        """Who has annotated what."""
        return RecordListing(self.root / ANNOTATIONS, self.server)

    @cached_property
    def documents(self) -> DocumentStore:
        """Loads and saves documents."""
        return DocumentStore(self.root / ANNOTATIONS, self.divider, self.server, self.queue)

    @cached_property
    def server(self) -> "Backend | None":
        """The team's server that the user's own settings name; None: annotations lie in files."""
        from tui.store.settings.user import user_settings

        url = user_settings().store.url
        return server_at(url, self) if url else None

    @cached_property
    def backend(self) -> "Backend":
        """Where annotations are kept: the team's server, else the project's files."""
        from tui.store.files.backend import FilesBackend

        return self.server or FilesBackend(self.root / ANNOTATIONS)

    @cached_property
    def queue(self) -> "TeamQueue | None":
        """The queue on the team's server; None: annotations lie in files, and their records say it alone."""
        if self.server is None or self.server.queue is None:
            return None
        from tui.store.team_queue import TeamQueue

        return TeamQueue(self.server.queue, self.settings.team, self.annotator)

    @cached_property
    def _private_cache(self) -> "PrivateCache":
        from tui.store.user_folders import PrivateCache

        return PrivateCache()


def server_at(url: str, project: Project) -> "Backend":
    """Return the backend on a server for a project, which has its settings' name there, else its folder's."""
    from tui.store.postgres.backend import PostgresBackend

    return PostgresBackend(url, project.settings.project.name or project.root.name)
