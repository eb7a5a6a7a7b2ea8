"""Unpacks what other tools hand out packed, zip or tar, into a private folder that is gone afterwards.

An archive is hostile until shown otherwise: only plain files come out, below that folder, and not endlessly.
"""

import bz2
import gzip
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, Any, NamedTuple, cast

from tui.errors import FormatError, PiyueError
from tui.formats.interface import Refuse

ZIP = b"PK\x03\x04"
PACKED: Mapping[bytes, Callable[[Path], Any]] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ": lzma.open,
}
"""By what a packed file begins with: what opens it."""
TAR, TAR_AT = b"ustar", 257
"""What the first file of a tar says, and where."""
LONGEST, DENSEST = 1 << 28, 100
"""Bytes that may come out in any case, and times the archive's own size; corpora are ten to fifty times."""
MOST_FILES = 500_000
HEADED, AHEAD = 2, 1 << 16
"""Times what comes out of a tar, with names and padding of its files, and bytes that are read ahead."""
CHUNK = 1 << 20
BROKEN = (
    *(OSError, EOFError, RuntimeError, NotImplementedError, UnicodeError, ValueError),
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
)
"""What the libraries raise for an archive that is cut off, encrypted, or packed in a way of its own."""
BESIDE = "__MACOSX"
"""A folder that macOS puts into archives; nothing of a corpus is in it."""
IN_UTF8 = 1 << 11
"""The flag of a name that is UTF-8; others are in the code page of whoever packed it."""


class Member(NamedTuple):
    """A file of an archive.

    Attributes:
        open: returns its content; None: it is no plain file.
    """

    name: str
    open: Callable[[], IO[bytes]] | None


@contextmanager
def unpacked(path: Path, refuse: Refuse) -> Iterator[tuple[Path, Refuse]]:
    """Give an archive as a folder; a file that is none, and a folder, as it is.

    What is refused of its files is said with their place in the archive.
    """
    members = _members_of(path)
    if members is None:
        yield path, refuse
        return
    with TemporaryDirectory(prefix="piyue-") as made:
        folder = Path(made)

        def refuse_there(error: PiyueError) -> None:
            if error.path is not None and Path(error.path).is_relative_to(folder):
                error.path = path / Path(error.path).relative_to(folder)
            refuse(error)

        try:
            _unpack(members, folder, path, refuse)
        except FormatError as error:
            refuse(error)
        except BROKEN as error:
            refuse(FormatError("import.archive", path=path, reason=getattr(error, "strerror", None) or error))
        yield folder, refuse_there


def _members_of(path: Path) -> Iterator[Member] | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            begins = file.read(len(ZIP))
        if begins == ZIP:
            return _zipped(path)
        with _plain(path) as file:
            return _tarred(path) if file.read(TAR_AT + len(TAR)).endswith(TAR) else None
    except BROKEN:
        return None  # whoever reads it says so


def _plain(path: Path) -> IO[bytes]:
    """Open a file, unpacked where it is packed by itself."""
    with path.open("rb") as file:
        begins = file.read(8)
    opener = next((opener for magic, opener in PACKED.items() if begins.startswith(magic)), None)
    return path.open("rb") if opener is None else cast("IO[bytes]", opener(path))


class _Bounded:
    """Reads a stream, but no further than its bounds: names and folders of a tar are read as well.

    Args:
        path: of the archive, for the error.
    """

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        self._stream, self._path = stream, path
        self._left = HEADED * longest(path) + AHEAD

    def read(self, size: int) -> bytes:
        """Return the next bytes.

        Raises:
            FormatError: there are too many.
        """
        data = self._stream.read(min(size, CHUNK))
        self._left -= len(data)
        if self._left < 0:
            raise FormatError("import.bomb", path=self._path, size=longest(self._path))
        return data


def longest(path: Path) -> int:
    """Return how many bytes may come out of an archive."""
    return max(LONGEST, DENSEST * path.stat().st_size)


def _zipped(path: Path) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            kind = stat.S_IFMT(info.external_attr >> 16)
            if not info.is_dir():
                is_plain = kind in (0, stat.S_IFREG)
                yield Member(_name_of(info), partial(archive.open, info) if is_plain else None)


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return a file's name: Windows in Chinese packs names in GB18030, and they come out as code page 437."""
    if info.flag_bits & IN_UTF8:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def _tarred(path: Path) -> Iterator[Member]:
    with _plain(path) as stream:
        bounded = cast("Any", _Bounded(stream, path))
        with tarfile.open(fileobj=bounded, mode="r|") as archive:
            for info in archive:
                if not info.isdir():
                    yield Member(info.name, partial(_content, archive, info) if info.isreg() else None)


def _content(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    found = archive.extractfile(info)
    assert found is not None, "it is a plain file"
    return found


def _unpack(members: Iterator[Member], folder: Path, path: Path, refuse: Refuse) -> None:
    """Write the files below a folder, each whole or not at all.

    Raises:
        FormatError: they are too many, or too long together; those that came before are there.
    """
    left = most = longest(path)
    for number, member in enumerate(members):
        if number >= MOST_FILES:
            raise FormatError("import.many_files", path=path, count=MOST_FILES)
        place = _place(member.name)
        if place is None or member.open is None:
            refuse(FormatError("import.outside", path=path / PurePosixPath(member.name).name))
        elif place.parts[0] != BESIDE:
            size = _write(member.open, folder / place, left)
            if size is None:
                raise FormatError("import.bomb", path=path, size=most)
            left -= size


def _place(name: str) -> Path | None:
    """Return where a file goes below the folder; None where its name leads out of it."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or any(part in ("/", "..") or part[1:2] == ":" or "\0" in part for part in parts):
        return None
    return Path(*parts)


def _write(opened: Callable[[], IO[bytes]], to: Path, most: int) -> int | None:
    """Write a file and return its size in bytes; None where it is longer than the most, and not there."""
    to.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with opened() as source, to.open("xb") as target:
        try:
            while size <= most and (piece := source.read(CHUNK)):
                size += target.write(piece)
        except BROKEN:
            to.unlink()
            raise
    if size > most:
        to.unlink()
        return None
    return size
