"""One annotator's work on one page, as TinyDB tables and as part of a Document.

A file has four tables: `meta` (one record), `spans`, `relations` and `articles`. A record keeps its number
(TinyDB's document id) for as long as it lives. Whatever is in the file and cannot be part of the document is
kept aside and written back as it was: nothing that somebody once saved is lost by opening and saving it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from tui.model import Division, Document, Page, Span
from tui.model.many_values import no_collection
from tui.store.backend import ChangeStorage, Storage, Tables
from tui.store.files.generations import keep_version
from tui.store.files.journal import Entry, applied, difference
from tui.store.files.reading import Fingerprint, fingerprint, read_state
from tui.store.files.tables import conflicted, parse
from tui.store.records.fast_decode import usual_fields
from tui.store.records.kept import VERSION, Kept

if TYPE_CHECKING:
    from tui.store.files.storage import AtomicStorage
    from tui.store.records.document_lines import DocumentLines


class AnnotationFile:
    """The file of one annotator for one page, as it was read once and has been saved since.

    Each reading has an object of its own: a save through it is refused where somebody else changed the file.
    To read the usual file takes its bytes; what saves, and TinyDB with it, is loaded when it is asked for.

    Args:
        path: `annotations/<annotator>/<page>.json`; its folder has to be there before a save.
        unread: gives the storage of its records, as yet unread; None: the file.
    """

    def __init__(self, path: Path, unread: Callable[[], Storage] | None = None) -> None:
        self.path = path
        self._is_file = unread is None
        self._unread = unread or partial(_atomic, path)
        self._seen: Fingerprint | None = None
        self._opened: Storage | None = None
        self._kept = Kept()
        self._durable: list[bytes] | Tables = {}
        self._noted: Tables | None = None
        self._unchanged: tuple[Span, ...] = ()
        self._lines: DocumentLines | None = None
        self._is_continued = False
        self._lock = Lock()

    @property
    def kept(self) -> Kept:
        """What the file holds beside the document, and what was found out about it."""
        return self._kept

    @property
    def is_current(self) -> bool:
        """Whether the file is as it was when it was last read or written; waits until a save has ended."""
        with self._lock:
            return self._storage.is_current

    def load(self, page: Page, division: Division, annotator: str) -> Document:
        """Return the page with what the file says; without a file, the page untouched.

        Raises:
            StoreError: the file cannot be read or is damaged; it will not be overwritten.
        """
        with self._lock:
            data, seen = read_state(self.path) if self._is_file else (None, None)
            kept, storage = Kept(), None
            with no_collection():
                fields = None if data is None else usual_fields(data, page, division, kept)
            if fields is not None:
                document, tables = self._document(page, division, annotator, fields, kept), None
            else:
                data, storage = None, self._unread()
                tables = storage.read()
                document = self._read(page, division, annotator, tables)
            is_current = self._kept.version == VERSION and self._kept.meta.get("sha256") == page.sha256
            # Not the document: it would keep its page alive, with which this object goes.
            self._unchanged = document.spans if is_current else ()
            if (count := getattr(storage, "conflicts", None)) is not None:
                self._kept.problems.append(conflicted(self.path, count))
            self._seen, self._opened = seen, storage  # not before: what was refused is not known
            self._know((tables or {}) if data is None else [data])
            return document

    @property
    def _storage(self) -> Storage:
        """What saves the records, where nobody else changed them since they were read."""
        if self._opened is None:
            self._opened = _atomic(self.path, self._seen) if self._is_file else self._unread()
        return self._opened

    def _know(self, durable: list[bytes] | Tables) -> None:
        """Know what is in the file: tables, or bytes in pieces, which are parsed when somebody asks."""
        self._durable, self._noted, self._is_continued = durable, None, False

    @property
    def _durable_tables(self) -> Tables:
        """What is in the file."""
        return self._durable if isinstance(self._durable, dict) else parse(b"".join(self._durable), self.path)

    def changed(
        self,
        document: Document,
        division: Division,
        changes: Sequence[Entry],
        was: Sequence[Entry | None] | None = None,
    ) -> Document:
        """Return the document with changes of records made, as a journal has them; they are not saved yet.

        Args:
            was: of each, what was there when it was made; see `applied`.
        """
        tables = self.tables(document)
        for entry, before in zip(changes, was or [None] * len(changes), strict=True):
            tables = applied(tables, entry, before)
        version = self._kept.version
        changed = self._read(document.page, division, document.annotator, tables)
        self._kept.version = version
        return changed

    def begin_anew(self) -> None:
        """Know that there is no file any more: the next save writes all of it."""
        with self._lock:
            self._seen, self._opened = None, None
            self._know({})

    def unsaved(self, document: Document) -> Entry:
        """Return what of a document is not in the file."""
        return difference(self._durable_tables, self.tables(document))

    def unnoted(self, document: Document) -> tuple[Entry, Entry]:
        """Return what of a document is neither in the file nor in a journal, and what is there instead."""
        tables = self.tables(document)
        noted = self._durable_tables if self._noted is None else self._noted
        changes, back = difference(noted, tables), difference(tables, noted)
        was = {table: {key: back[table].get(key) for key in rows} for table, rows in changes.items()}
        return changes, was

    def note(self, document: Document) -> None:
        """Know that a document is in a journal."""
        self._noted = self.tables(document)

    def _read(self, page: Page, division: Division, annotator: str, tables: Tables | None) -> Document:
        from tui.store.records.decode import Reader

        kept = Kept()
        fields = {} if tables is None else Reader(self.path, page, division, tables, kept).fields()
        return self._document(page, division, annotator, fields, kept)

    def _document(
        self, page: Page, division: Division, annotator: str, fields: dict[str, Any], kept: Kept
    ) -> Document:
        self._kept, self._unchanged, self._lines = kept, (), None
        return Document(
            page=page, annotator=annotator, articles=division.articles, furniture=division.furniture, **fields
        )

    def needs(self, document: Document) -> bool:
        """Tell whether there is anything to save: a page that nobody touched has no file.

        Raises:
            StoreError: it cannot be found out whether there is a file.
        """
        decided = document.spans or document.relations or document.orphans or document.progress
        return bool(decided) or bool(self._durable) or fingerprint(self.path) is not None

    def is_there(self) -> bool:
        """Tell whether there are records that can be read.

        Raises:
            StoreError: there are, and they cannot.
        """
        return self._unread().read() is not None

    def save(self, document: Document) -> None:
        """Write what was decided; durable when this returns.

        Raises:
            StoreError: it could not be done; the file, newer than we know or changed by somebody else, is as
                it was.
        """
        with self._lock:
            if self._kept.refusal is not None:
                raise self._kept.refusal
            if self._kept.version < VERSION:
                keep_version(self.path, self._kept.version)
                self._kept.version = VERSION
            self._write(self._laid_out(document))

    def _write(self, lines: "DocumentLines") -> None:
        """Write what is laid out: into a file all of it, to a server what changed since it was last told."""
        pieces, is_continued = lines.pieces(), self._is_continued
        self._is_continued = False
        if self._is_file:
            cast("AtomicStorage", self._storage).write_pieces(pieces)
        elif is_continued and isinstance(self._storage, ChangeStorage):
            self._storage.write_changes(lines.names, lines.changed)
        else:
            self._storage.write(parse(b"".join(pieces), self.path))
        lines.changed = {}
        self._know(pieces)
        self._is_continued = True

    def save_to(self, path: Path, document: Document) -> None:
        """Write what was decided into another file, which must not be there yet.

        Raises:
            StoreError: it could not be done, or there is such a file.
        """
        with self._lock:
            _atomic(path).write_pieces(self.pieces(document))

    def tables(self, document: Document) -> Tables:
        """Return the tables that the file has for a document."""
        return parse(b"".join(self.pieces(document)), self.path)

    def pieces(self, document: Document) -> list[bytes]:
        """Return what the file holds for a document, in pieces.

        Raises:
            StoreError: something in it is not JSON's.
        """
        return self._laid_out(document).pieces()

    def _laid_out(self, document: Document) -> "DocumentLines":
        """Return the lines of a document; of the tags that stand as the file has them, those of the file."""
        from tui.store.records.document_lines import DocumentLines, lines_from, lines_in

        if self._lines is None:
            spans, self._unchanged = self._unchanged, ()
            lines = None if isinstance(self._durable, dict) else lines_in(self._durable[0], spans, self._kept)
            if lines is None:
                spans, lines = lines_from(self._durable_tables, spans, self._kept)
            self._lines = DocumentLines(self.path, self._kept, spans, lines)
        self._lines.update(document)
        return self._lines


def _atomic(path: Path, seen: Fingerprint | None = None) -> "AtomicStorage":
    from tui.store.files.storage import AtomicStorage

    return AtomicStorage(path, seen)
