"""JSON Lines: the native export, one article a line, written and read a line at a time."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from tui.errors import FormatError, PiyueError
from tui.formats.lines import dumps, loads
from tui.formats.native import checked
from tui.formats.shape import About, ArticleRecord


def write(records: Iterable[ArticleRecord], out: BinaryIO, about: About) -> None:
    """Write each record as a line; what the project is has no place here."""
    del about
    for record in records:
        out.write(dumps(record.model_dump(by_alias=True)) + b"\n")


def parse(source: BinaryIO, path: str, refuse: Callable[[PiyueError], None]) -> Iterator[ArticleRecord]:
    """Yield the records; a line that holds none is refused and the next one read.

    Lines end at a line feed and nothing else; empty ones are passed over.
    """
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            value = loads(line)
        except ValueError as error:
            refuse(FormatError("import.json", path=path, line=number, reason=error))
            continue
        try:
            yield checked(ArticleRecord, value, path, line=number)
        except FormatError as error:
            refuse(error)
