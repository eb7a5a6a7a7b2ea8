"""The native export as one JSON file: a head, then an article a line."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError

from tui.errors import FormatError, PiyueError
from tui.formats.lines import dumps, loads
from tui.formats.shape import VERSION, About, ArticleRecord, Head

Shape = TypeVar("Shape", bound=BaseModel)


def write(records: Iterable[ArticleRecord], out: BinaryIO, about: About) -> None:
    """Write the records below what the project is; one record at a time is in memory."""
    head = dumps({"format": "piyue", "version": VERSION, "project": about.model_dump()})
    out.write(head[:-1] + b', "articles": [')
    for number, record in enumerate(records):
        out.write((b",\n" if number else b"\n") + dumps(record.model_dump(by_alias=True)))
    out.write(b"\n]}\n")


def parse(source: BinaryIO, path: str, refuse: Callable[[PiyueError], None]) -> Iterator[ArticleRecord]:
    """Yield the records; one of the wrong shape is refused and the next one read.

    Raises:
        FormatError: the file is not JSON, or not an export that this version knows.
    """
    try:
        value = loads(source.read())
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise FormatError("import.json", path=path, line=line, reason=error) from error
    checked(Head, value, path)
    articles = value.get("articles")
    if not isinstance(articles, list):
        raise FormatError("import.field", path=path, field="articles", reason="a list is needed")
    for number, article in enumerate(articles):
        try:
            yield checked(ArticleRecord, article, path, prefix=f"articles.{number}.")
        except FormatError as error:
            refuse(error)


def checked(shape: type[Shape], value: Any, path: str, *, line: int | None = None, prefix: str = "") -> Shape:
    """Return `value` as a valid `shape`.

    Raises:
        FormatError: it is none; names the first field that is wrong.
    """
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        name = prefix + ".".join(map(str, first["loc"]))
        raise FormatError(
            "import.field", path=path, line=line, field=name.rstrip(".") or "-", reason=first["msg"]
        ) from error
