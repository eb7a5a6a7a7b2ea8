"""A project: a folder with pages, annotations and settings."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.errors import NotFoundError, ProjectError, StoreError
from tui.model import Corrections, Division, Document, Page
from tui.store.annotator_names import FOLDER_NAME
from tui.store.beneath import guard, refuse_links_out
from tui.store.index.divisions import Divisions
from tui.store.settings.cache import remembered_settings
from tui.store.settings.model import FILE, IMPORTED, Settings, login
from tui.store.sources.files import Sources, natural, write_page
from tui.store.sources.origin import TABLES, Origin
from tui.text.dictionary import FILE as DICTIONARY

if TYPE_CHECKING:
    from tui.store.backend import Backend
    from tui.store.files.annotation_files import Shelf
    from tui.store.files.corrections_files import Shared
    from tui.store.index.index import Index
    from tui.store.index.learned_votes import LearnedVotes, SourceVotes
    from tui.store.sources.imported import TextBatch
    from tui.store.team_queue import TeamQueue
    from tui.store.user_folders import PrivateCache

SEEDS = "seeds"
ANNOTATIONS = "annotations"
SHARED = "_project"
"""The folder of what is true for every annotator."""
FEW = 500
SMALL = 1 << 20
"""So many pages, and bytes of them, are read while somebody waits."""


class Project:
    """A project folder, as one process sees it: sources and settings are looked at once.

    Loading and saving may be called from different threads.

    Args:
        root: a folder that holds `seeds/` or `piyue.toml`.

    Attributes:
        keeps_divisions: whether what the splitter made of a page is kept in the cache; not for one who goes
            through all pages of a large corpus.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        guard(root)
        self._met: dict[str, Origin] = {}
        self._mending = Lock()  # two threads that mend one file would put the mended one aside
        self.keeps_divisions = True

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

    def annotators(self) -> tuple[str, ...]:
        """Return everybody who has annotated something here."""
        if self.server is not None:
            owners = {key.owner for key in self.server.keys()}  # noqa: SIM118  (it is no dictionary)
            return tuple(sorted(filter(FOLDER_NAME.fullmatch, owners), key=natural))
        folder = self.root / ANNOTATIONS
        refuse_links_out(folder)
        if not folder.is_dir():
            return ()
        names = (entry.name for entry in folder.iterdir() if entry.is_dir())
        return tuple(sorted(filter(FOLDER_NAME.fullmatch, names), key=natural))

    def page_ids(self) -> tuple[str, ...]:
        """Return the ids of the pages, in order; no file is read, but for the rows of tables.

        Raises:
            ProjectError: two pages would have the same id.
            SourceError: a table cannot be read.
        """
        return tuple(self._origins)

    def first_page(self) -> str | None:
        """Return the id of the first page; a table is read no further than its first row."""
        if self.is_small:
            return next(iter(self._origins), None)
        first = self.index.first()
        if first is None and (origin := next(iter(self.sources), None)) is not None:
            self._met[origin.id] = origin
            return origin.id
        return first

    @cached_property
    def is_small(self) -> bool:
        """Whether all pages can be read while somebody waits: a few files, no tables."""
        files = self.sources.few(FEW)
        if files is None:
            return False
        with suppress(OSError):
            return sum((self.root / file).stat().st_size for file in files) <= SMALL
        return True

    def page(self, page_id: str) -> Page:
        """Read a page.

        Raises:
            NotFoundError: there is no such page.
            SourceError: it cannot be read.
        """
        return self.sources.read(self._origin(page_id))

    def _origin(self, page_id: str) -> Origin:
        """Return where a page is; the index knows it without looking at all the others."""
        if "_origins" not in self.__dict__ and not self.is_small:
            origin = self._met.get(page_id) or self.index.origin(page_id)
            if origin is not None:
                return origin
        if page_id not in self._origins:
            from difflib import get_close_matches

            near = get_close_matches(page_id, self._origins, 1) if len(self._origins) <= FEW else []
            raise NotFoundError("page.near" if near else "page.unknown", id=page_id, near="".join(near))
        return self._origins[page_id]

    def add_page(self, page_id: str, text: str) -> Page:
        """Write a new page; no file is ever written over.

        Raises:
            SourceError: it cannot be written, or what is read back would not be `text`.
        """
        folders = (
            source.path
            for source in self.settings.sources
            if not source.path.endswith(TABLES) and source.layout == "newspaper"
        )
        origin = write_page(self.root, self.root / next(folders, SEEDS), page_id, text)
        self._origins[page_id] = origin
        return self.sources.read(origin)

    def text_batch(self) -> "TextBatch":
        """Return an empty batch of texts of another corpus, each of which becomes one article, whole."""
        from tui.store.sources.imported import TextBatch

        return TextBatch(self.root, self.sources.number_of(IMPORTED.path))

    def add_texts(self, batch: "TextBatch") -> None:
        """Write a batch; its texts are pages from now on.

        Raises:
            StoreError: it cannot be written.
        """
        known = self._origins
        known.update({origin.id: origin for origin in batch.write()})

    def division(self, page: Page) -> Division:
        """Return the articles and the furniture of a page, with what was corrected.

        Raises:
            StoreError: the corrections cannot be read.
        """
        corrections = self._begun(page, self._shared.load(page))
        return self._corrected(page, self._divisions.of(page, corrections.votes), corrections)

    def corrections(self, page: Page) -> Corrections:
        """Return what people corrected on a page.

        Raises:
            StoreError: it cannot be read.
        """
        return self._shared.load(page)

    def corrected_pages(self) -> frozenset[str]:
        """Return the ids of the pages of which there are corrections."""
        if self.server is not None:
            return frozenset(key.page for key in self.server.keys() if key.owner == SHARED)  # noqa: SIM118
        folder = self.root / ANNOTATIONS / SHARED
        refuse_links_out(folder)
        return frozenset(path.stem for path in folder.glob("*.json"))

    def document(self, page_id: str, annotator: str | None = None) -> Document:
        """Read a page, its articles and what `annotator` (else who works here) decided on it.

        Raises:
            NotFoundError: there is no such page.
            SourceError: it cannot be read.
            StoreError: the annotations cannot be read.
        """
        return self.document_of(self.page(page_id), annotator)

    def document_of(self, page: Page, annotator: str | None = None) -> Document:
        """Return what `document` does for a page that was read already."""
        annotator = annotator or self.annotator
        corrections = self._begun(page, self._shared.load(page))
        return self._on(page, corrections, lambda division: self.shelf.load(page, division, annotator))

    def problems(self, document: Document) -> tuple[StoreError, ...]:
        """Return what could not be understood of a document's file."""
        return self.shelf.problems(document)

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
        with self._mending:
            return self._on(
                page,
                self._begun(page, self._corrections_opened(page, tell)),
                lambda division: self.shelf.load_mended(page, division, self.annotator, tell),
            )

    def merged(self, document: Document, tell: Callable[[StoreError], None]) -> Document:
        """Return a document with what another program did to its files meanwhile.

        Raises:
            StoreError: the file cannot be read.
        """
        return self._on(
            document.page,
            self._shared.merged(document.page, document.corrections, tell),
            lambda division: self.shelf.merged(document, division, tell),
        )

    def is_current(self, document: Document) -> bool:
        """Tell whether nobody else has changed what belongs to a document since it was read or saved.

        Raises:
            StoreError: that cannot be found out.
        """
        return self.shelf.is_current(document) and self._shared.is_current(document.page)

    def save(self, document: Document) -> None:
        """Write the annotations and the corrections of a document; durable when this returns.

        Raises:
            StoreError: it could not be done; what was on disk is still there.
        """
        failures = []
        for save in (self.shelf.save, self._save_corrections):
            try:
                save(document)
            except StoreError as error:
                failures.append(error)  # the other is tried, or journalled, all the same
        if failures:
            raise failures[0]
        if self.queue is not None:
            self.queue.told(document)

    def save_new(self, documents: Sequence[Document]) -> None:
        """Write documents of pages that have no files yet, together; durable when this returns.

        They cannot be saved again: read them anew.

        Raises:
            StoreError: it could not be done; some may have been written.
        """
        if self.server is not None:
            for document in documents:
                self.save(document)
            return
        from tui.store.files.together import create_together

        create_together(
            file
            for each in documents
            for file in (*self.shelf.new_file(each), *self._shared.new_file(each.page, each.corrections))
        )

    def _save_corrections(self, document: Document) -> None:
        page, corrections = document.page, document.corrections
        key = f"{SHARED}/{page.id}"
        try:
            self._shared.save(page, corrections)
        except StoreError:
            self.shelf.note_unsaved(key, document.annotator, *self._shared.unsaved(page, corrections))
            raise
        self.shelf.settle(key, document.annotator)

    def _corrections_opened(self, page: Page, tell: Callable[[StoreError], None]) -> Corrections:
        """Return what was corrected on a page, with what a dead process could not save of it."""
        corrections = self._shared.load_mended(page, tell)
        for entries in self.shelf.unsaved(f"{SHARED}/{page.id}", self.annotator):
            last = entries[-1]
            corrections = self._shared.replayed(page, last["changes"], last.get("was") or {})
            tell(StoreError("store.recovered", path=self.root / ANNOTATIONS / SHARED, count=len(entries)))
        return corrections

    def save_elsewhere(self, document: Document, folder: Path) -> None:
        """Write the annotations and the corrections of a document into another folder.

        Raises:
            StoreError: it could not be done, or something is there already.
        """
        self.shelf.save_elsewhere(document, folder)
        self._shared.save_elsewhere(document.page, document.corrections, folder)

    def _on(self, page: Page, corrections: Corrections, read: Callable[[Division], Document]) -> Document:
        """Return what `read` makes of a page's articles, with what was corrected."""
        base = self._divisions.of(page, corrections.votes)
        document = read(self._corrected(page, base, corrections))
        return document.replaced(corrections=corrections, divided=base) if corrections.any else document

    def _begun(self, page: Page, corrections: Corrections) -> Corrections:
        """Return corrections with the votes that were learned of the page's source, where nobody began with
        the page: they are kept with it from the first save on, so that its articles stay what they are."""
        if corrections.any or page.layout == "document":
            return corrections
        learned = self.learned_votes.of(self.sources.source_of(page.path))
        if learned is None or not learned.votes or self._is_begun(page.id):
            return corrections
        return corrections.replaced(votes=learned.votes)

    def _is_begun(self, page_id: str) -> bool:
        """Tell whether anybody decided anything on a page."""
        if self.server is not None:
            return page_id in self._begun_on_server
        owners = (SHARED, *self.annotators())
        return any((self.root / ANNOTATIONS / owner / f"{page_id}.json").exists() for owner in owners)

    @cached_property
    def _begun_on_server(self) -> frozenset[str]:
        assert self.server is not None
        return frozenset(key.page for key in self.server.keys())  # noqa: SIM118  (it is no dictionary)

    def _corrected(self, page: Page, division: Division, corrections: Corrections) -> Division:
        if not corrections.any:
            return division
        from tui.text.correct import corrected

        return corrected(page, division, corrections)

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
    def shelf(self) -> "Shelf":
        """The annotation files."""
        from tui.store.files.annotation_files import Shelf

        return Shelf(self.root / ANNOTATIONS, self.server)

    @cached_property
    def _shared(self) -> "Shared":
        """The files of what is true for everybody."""
        from tui.store.files.corrections_files import Shared

        return Shared(self.root / ANNOTATIONS, SHARED, self.server)

    @cached_property
    def sources(self) -> Sources:
        """Where the pages are."""
        return Sources(self.root, self.settings.sources)

    @cached_property
    def index(self) -> "Index":
        """What is known of the pages without reading them."""
        from tui.store.index.index import Index, index_path

        path = index_path(self.cache, self.root, self.annotator)
        learned = [(one.source, one.votes) for one in self.learned()]
        rules = self._divisions.rules + (str(learned) if learned else "")
        return Index(path, self.root, str(self.settings.sources), rules)

    @cached_property
    def learned_votes(self) -> "LearnedVotes":
        """The votes that were learned of the sources."""
        from tui.store.index.learned_votes import LearnedVotes

        return LearnedVotes(self.cache, self.root)

    def learned(self) -> tuple["SourceVotes", ...]:
        """Return what was learned of the sources whose pages are divided, where it is better."""
        sources = (setting.path for setting in self.sources.used() if setting.layout == "newspaper")
        return tuple(one for source in sources if (one := self.learned_votes.of(source)) and one.votes)

    def keep_votes(self, learned: "SourceVotes") -> None:
        """Divide the pages of a source, from now on, by what was learned of it; not those already begun.

        Raises:
            OSError: it cannot be kept; all is as before.
        """
        self.learned_votes.keep(learned)
        self.__dict__.pop("index", None)

    @cached_property
    def _origins(self) -> dict[str, Origin]:
        return self.sources.by_id()

    @cached_property
    def _divisions(self) -> Divisions:
        return Divisions(self.cache, keep=self.keeps_divisions)

    @cached_property
    def _private_cache(self) -> "PrivateCache":
        from tui.store.user_folders import PrivateCache

        return PrivateCache()


def server_at(url: str, project: Project) -> "Backend":
    """Return the backend on a server for a project, which has its settings' name there, else its folder's."""
    from tui.store.postgres.backend import PostgresBackend

    return PostgresBackend(url, project.settings.project.name or project.root.name)
