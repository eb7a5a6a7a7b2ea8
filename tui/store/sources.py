"""The source pages of a project: files that are read and never written."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from tui.errors import ProjectError, SourceError
from tui.model import Page
from tui.text.decode import decode

SUFFIXES = (".txt", ".md")
NUMBER = re.compile(r"0*(\d+)")


def find_sources(folder: Path) -> dict[str, str]:
    """Return the pages in `folder` and its subfolders in natural order, by id (the stem of the file).

    Each is a path relative to `folder` with forward slashes. Hidden files and folders are left out. Nothing
    is asked of a file beyond its name and kind, for there may be many.

    Raises:
        ProjectError: two files have the same stem.
    """
    found: dict[str, str] = {}
    for name in sorted(_walk(folder, ""), key=_key):
        page_id = _stem(name).rpartition("/")[2]
        if (other := found.setdefault(page_id, name)) is not name:
            one, two = f"{folder.name}/{other}", f"{folder.name}/{name}"
            raise ProjectError("project.clash", id=page_id, one=one, other=two)
    return found


def read_page(root: Path, path: Path) -> Page:
    """Return the page in the file at `path`.

    Args:
        root: the project, to which the page's path is relative.
        path: a file below `root`, with no link on the way but the first folder.

    Raises:
        SourceError: it cannot be read, is no text, or is a link to somewhere outside of the project.
    """
    name = path.relative_to(root).as_posix()
    folder = root / path.relative_to(root).parts[0]
    try:
        real = path.resolve(strict=True)
        if not any(real.is_relative_to(inside.resolve()) for inside in (root, folder)):
            raise SourceError("source.outside", path=name)
        data = path.read_bytes()
    except OSError as error:
        raise SourceError("source.unreadable", path=name, reason=error.strerror or str(error)) from error
    decoded = decode(data, name)
    return Page.trusted(
        id=path.stem,
        path=name,
        text=decoded.text,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def write_page(root: Path, folder: Path, page_id: str, text: str) -> Page:
    """Write a new page as `page_id`.txt in `folder`, and return it; no file is ever written over.

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
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(data)
    except OSError as error:
        raise SourceError("source.unwritable", path=name, reason=error.strerror or str(error)) from error
    return read_page(root, path)


def natural(text: str) -> tuple[str, str]:
    """Sort key that counts: page 9 stands before page 10, since each number is led by how long it is."""
    return NUMBER.sub(lambda number: chr(ord("0") + len(number[1])) + number[1], text), text


def _stem(name: str) -> str:
    return name[: name.rindex(".")]


def _key(name: str) -> tuple[str, str]:
    return natural(_stem(name))


def _walk(folder: Path | str, prefix: str) -> Iterator[str]:
    try:
        entries = os.scandir(folder)
    except OSError:  # a folder that cannot be looked into holds no pages
        return
    with entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            elif entry.name.lower().endswith(SUFFIXES) and entry.is_file():
                yield prefix + entry.name
