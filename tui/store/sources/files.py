"""Source pages in files; never written."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.errors import ProjectError, SourceError, StoreError
from tui.model import Page
from tui.store.beneath import refuse_links_out
from tui.store.digest import sha256
from tui.store.files.atomic import create, make_folder
from tui.store.files.reading import read_plain
from tui.store.settings.model import IMPORTED, SEEDS, SourceSetting
from tui.store.sources.origin import TABLES, Origin
from tui.text.decode import decode

SUFFIXES = (".txt", ".md")
NUMBER = re.compile(r"0*(\d+)")


class Sources:
    """The pages that the settings name.

    Args:
        root: the project.
        settings: `[[sources]]`, in order.
    """

    def __init__(self, root: Path, settings: Sequence[SourceSetting]) -> None:
        is_named = any(setting.path.rstrip("/") == IMPORTED.path for setting in settings)
        self._root, self._settings = root, (*settings, *([] if is_named else [IMPORTED]))
        self._tops = [setting.path.rstrip("/") for setting in self._settings]

    def used(self) -> Iterator[SourceSetting]:
        """Yield the settings, that of imported texts only where there are any."""
        return (s for s in self._settings if s is not IMPORTED or (self._root / s.path).is_dir())

    def missing(self) -> list[str]:
        """Return the paths where there is nothing, but for the usual folder: a new project has none."""
        named = (setting.path for setting in self._settings if setting not in (SEEDS, IMPORTED))
        return [path for path in named if not (self._root / path).exists()]

    def source_of(self, path: str) -> str:
        """Return the path of the setting that a page's file, or row, is of; of several the innermost."""
        inside = [top for top in self._tops if path == top or path.startswith((f"{top}/", f"{top}:"))]
        return max(inside, key=len, default="")

    def number_of(self, path: str) -> int:
        """Return the number of the setting that has this path."""
        return next(at for at, setting in enumerate(self._settings) if setting.path.rstrip("/") == path)

    def files(self) -> Iterator[tuple[int, str]]:
        """Yield the files, each with the number of its setting, in natural order within a setting.

        Hidden files and folders are left out. Nothing is asked of a file beyond its name and kind, for there
        may be many.
        """
        for number, setting in enumerate(self._settings):
            top = setting.path.rstrip("/")
            self.check(top)
            if top.lower().endswith((*SUFFIXES, *TABLES)) and (self._root / top).is_file():
                yield number, top
                continue
            for name in sorted(self._names(top, setting), key=_key):
                yield number, name

    def few(self, limit: int) -> list[str] | None:
        """Return all the files, in no order; None: there are more than `limit`, or there are tables."""
        found: list[str] = []
        for setting in self._settings:
            top = setting.path.rstrip("/")
            self.check(top)
            if top.lower().endswith(TABLES):
                return None
            for name in self._names(top, setting):
                if len(found) == limit or name.lower().endswith(TABLES):
                    return None
                found.append(name)
        return found

    def _names(self, top: str, setting: SourceSetting) -> Iterator[str]:
        """Yield the files in a source's folder; what lies in an inner source is left to that one."""
        others = (other.path.rstrip("/") for other in self._settings)
        inner = tuple(other for other in others if other.startswith(f"{top}/"))
        for name in _walk(self._root / top, f"{top}/", self._suffixes(setting)):
            if not any(name == path or name.startswith(f"{path}/") for path in inner):
                yield name

    def pages_in(self, number: int, path: str) -> Iterator[Origin]:
        """Yield the pages of a file.

        Raises:
            SourceError: it is a table that cannot be read.
        """
        if path.lower().endswith(TABLES):
            from tui.store.sources.tables import find_rows

            self.check(path)
            yield from find_rows(self._root, path, self._settings[number], number)
        else:
            yield Origin(_stem(path).rpartition("/")[2], path, number)

    def __iter__(self) -> Iterator[Origin]:
        """Yield all pages in order; a table is read as far as its rows are asked for."""
        for number, path in self.files():
            yield from self.pages_in(number, path)

    def by_id(self) -> dict[str, Origin]:
        """Return all pages in order by id.

        Raises:
            ProjectError: two have the same id.
            SourceError: a table cannot be read.
        """
        found: dict[str, Origin] = {}
        for origin in self:
            if (other := found.setdefault(origin.id, origin)) is not origin:
                raise clash(other, origin)
        return found

    def read(self, origin: Origin) -> Page:
        """Return a page.

        Raises:
            SourceError: it cannot be read, is no text, or is a link to somewhere outside of the project.
        """
        if origin.length is not None:
            from tui.store.sources.tables import read_row

            try:
                return read_row(self._root, origin, self._settings[origin.setting])
            except StoreError as error:
                raise SourceError("source.outside", path=origin.path) from error
        try:
            data = read_plain(f"{self._root}/{origin.path}")
        except StoreError as error:
            raise SourceError("source.outside", path=origin.path) from error
        except OSError as error:
            raise unreadable(origin.path, error) from error
        text, encoding = decode(data, origin.path)
        digest = sha256(data).hexdigest()
        layout = self._settings[origin.setting].layout
        return Page(
            id=origin.id, path=origin.path, text=text, encoding=encoding, sha256=digest, layout=layout
        )

    def check(self, path: str) -> None:
        """Make sure that no link to a file leads out of the project.

        Raises:
            SourceError: one does.
        """
        try:
            refuse_links_out(self._root / path)
        except StoreError as error:
            raise SourceError("source.outside", path=path) from error

    def _suffixes(self, setting: SourceSetting) -> tuple[str, ...]:
        """Return what pages' files end with in a folder: tables are looked for where a column is named."""
        return (*SUFFIXES, *TABLES) if setting.text is not None else SUFFIXES


def clash(one: Origin, two: Origin) -> ProjectError:
    """Return the error that two pages have the same id."""
    first, second = (o.path if o.length is None else f"{o.path}:{o.line}" for o in (one, two))
    return ProjectError("project.clash", id=one.id, one=first, other=second)


def unreadable(path: str, error: OSError) -> SourceError:
    """Return the error that a file cannot be read."""
    return SourceError("source.unreadable", path=path, reason=error.strerror or str(error))


def write_page(root: Path, folder: Path, page_id: str, text: str) -> Origin:
    """Write a new page as `page_id`.txt in `folder`, and return where it is; no file is ever written over.

    Raises:
        SourceError: it cannot be written, or is no text that can be read back as it is.
    """
    path = folder / f"{page_id}.txt"
    name = path.relative_to(root).as_posix()
    try:
        # What begins with a byte order mark would lose it when it is read.
        data = ("\ufeff" * text.startswith("\ufeff") + text).encode()
        same = decode(data, name).text == text
    except (UnicodeEncodeError, SourceError):
        same = False
    if not text or not same:
        raise SourceError("source.no_page", path=name)
    try:
        make_folder(folder, root)
        create(path, data)
    except FileExistsError as error:
        raise SourceError("source.unwritable", path=name, reason=error.strerror) from error
    except StoreError as error:
        raise SourceError("source.unwritable", path=name, reason=error.said("en")) from error
    return Origin(page_id, name)


def natural(text: str) -> tuple[str, str]:
    """Sort key that counts: page 9 stands before page 10, since each number is led by how long it is."""
    return NUMBER.sub(lambda number: chr(ord("0") + len(number[1])) + number[1], text), text


def find_texts(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[str]:
    """Yield the texts below a folder, as paths relative to it; what is hidden is left out."""
    return _walk(folder, "", suffixes)


def _stem(name: str) -> str:
    return name[: name.rindex(".")]


def _key(name: str) -> tuple[str, str]:
    return natural(_stem(name))


def _walk(folder: Path | str, prefix: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    try:
        entries = os.scandir(folder)
    except OSError:  # a folder that cannot be looked into holds no pages
        return
    with entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/", suffixes)
            elif entry.name.lower().endswith(suffixes) and _is_file(entry):
                yield prefix + entry.name


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads to itself
        return False
