"""Opens, reads and closes the files of a corpus in their format."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from tui.errors import FormatError, PiyueError
from tui.formats.common.archives import unpacked
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.foreign_folders import is_own
from tui.formats.format import Format
from tui.formats.interface import Refuse

BESIDE = ("losses.jsonl", "splits.jsonl")
"""What lies in an export and is none of its data."""
PARQUET = ".parquet"


def articles_in(
    row: Format, path: Path, refuse: Refuse, names: Mapping[int, str] = MappingProxyType({})
) -> Iterator[Iterator[FlatArticle]]:
    """Yield the articles of each file, or, of a format that is a folder, of the file or of each folder below.

    Args:
        path: a file, a folder, or an archive of files.
        names: what tags that are numbers mean.
    """
    with unpacked(path, refuse) as (place, refuse_there):
        yield from _articles_in(row, place, refuse_there, names)


def _articles_in(
    row: Format, path: Path, refuse: Refuse, names: Mapping[int, str]
) -> Iterator[Iterator[FlatArticle]]:
    if row.layout == "tree":
        yield from _of_tree(row, path, refuse)
    else:
        for file in _files(row, path, refuse):
            yield _of_file(row, file, refuse, names)


def _of_tree(row: Format, path: Path, refuse: Refuse) -> Iterator[Iterator[FlatArticle]]:
    """Yield the articles of a file, or of each folder below; where there is nothing, that is refused."""
    is_said = False

    def told(error: PiyueError) -> None:
        nonlocal is_said
        is_said = True
        refuse(error)

    def noted(articles: Iterator[FlatArticle]) -> Iterator[FlatArticle]:
        nonlocal is_said
        for article in articles:
            is_said = True
            yield article

    module = row.load()
    for source in [path, *sorted(p for p in path.rglob("*") if p.is_dir() and not p.is_symlink())]:
        yield noted(module.parse(source, str(source), told))
    if not is_said:
        refuse(_nothing(row, path))


def _of_file(row: Format, file: Path, refuse: Refuse, names: Mapping[int, str]) -> Iterator[FlatArticle]:
    """Yield the articles of a file; the rest of it is refused where it cannot be read any further."""
    named = {"names": names} if row.has_numbers else {}
    try:
        with file.open("rb") as stream:
            yield from row.load().parse(_rows(stream, file), str(file), refuse, **named)
    except OSError as error:
        refuse(FormatError("import.unreadable", path=file, reason=error.strerror))
    except PiyueError as error:
        refuse(error)


def _rows(stream: BinaryIO, file: Path) -> BinaryIO:
    """Return the rows of a table in Parquet as JSON Lines, any other file as it is."""
    if file.suffix != PARQUET:
        return stream
    from tui.formats.common.parquet_files import json_lines_of

    return BytesIO(json_lines_of(stream, str(file)))


def _files(row: Format, path: Path, refuse: Refuse) -> Iterator[Path]:
    """Yield the files of an export: itself, or, in its folder, those with data, or the only file there is."""
    if not path.is_dir():
        yield path
        return
    found = sorted(p for suffix in (row.suffix, PARQUET) for p in path.rglob(f"*{suffix}"))
    if not found:
        found = [*islice((p for p in path.rglob("*") if p.is_file()), 2)]
        if len(found) != 1:
            refuse(_nothing(row, path))
            return
    for file in found:
        if not is_own(file, path):
            refuse(FormatError("import.outside", path=file))
        elif not file.name.endswith(BESIDE):
            yield file


def _nothing(row: Format, path: Path) -> FormatError:
    """Return what is said of a folder in which nothing is read."""
    return FormatError("import.no_files", path=path, suffix=row.suffix, format=row.name)
