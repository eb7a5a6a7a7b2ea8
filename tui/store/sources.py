"""The source pages of a project: files that are read and never written."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.errors import ProjectError, SourceError
from tui.model import Page
from tui.text.decode import decode

SUFFIXES = (".txt", ".md")


def find_sources(root: Path, folder: Path) -> Mapping[str, Path]:
    """Return the pages in `folder` and its subfolders by id (the stem of the file), in natural order.

    Hidden files and folders are left out; nothing is read.

    Args:
        root: the project; paths are relative to it.

    Raises:
        ProjectError: two files have the same stem.
    """
    found: dict[str, Path] = {}
    for path in sorted(
        _walk(folder), key=lambda path: natural(path.relative_to(folder).with_suffix("").as_posix())
    ):
        if (other := found.setdefault(path.stem, path)) is not path:
            one, two = _name(root, other), _name(root, path)
            raise ProjectError("project.clash", id=path.stem, one=one, other=two)
    return found


def read_page(root: Path, folder: Path, path: Path) -> Page:
    """Return the page in the file at `path`.

    Raises:
        SourceError: it cannot be read, is no text, or is a link to somewhere outside of the project.
    """
    name = _name(root, path)
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


def natural(text: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """Sort key that counts: page 9 stands before page 10."""
    parts = re.split(r"(\d+)", text)
    return tuple((int(part), "") if at % 2 else (-1, part) for at, part in enumerate(parts)), text


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(here, name)
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES and path.is_file():
                yield path


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
