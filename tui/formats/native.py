"""The native export as one JSON file: a head, then an article a line."""

from collections.abc import Iterator
from typing import Any, BinaryIO, TypeVar

from pydantic import ValidationError

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.json_lines import dumps, is_plain, loads, plain_dumps
from tui.formats.common.native_rows import article
from tui.formats.common.native_schema import VERSION, About, ArticleRecord, Head
from tui.formats.common.not_read import unknown_fields
from tui.formats.common.sinks import Pieces
from tui.formats.interface import Options, Refuse
from tui.model import Document
from tui.model.validation import valid
from tui.model.values import Record, written

Shape = TypeVar("Shape", bound=Record)


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`: the records stand below what the project is, each on a line."""
    del options
    head = dumps({"format": "piyue", "version": VERSION, "project": written(about)})
    return Pieces(out, encode, head[:-1] + b', "articles": [\n', b",\n", b"\n]}\n")


def encode(sheet: FlatArticle) -> bytes:
    """Return the entry that a sheet was made from as JSON."""
    assert sheet.entry is not None
    write = plain_dumps if _is_plain(sheet.entry.document) else dumps
    return write(article(sheet.entry, sheet.right, put=sheet.is_right))


def _is_plain(document: Document) -> bool:
    """Tell whether a document has no numbers but those that all writers of JSON write alike."""
    spans = (*document.spans, *document.orphans)
    records = (*spans, *document.relations, *document.progress.values())
    return all(is_plain(span.score) for span in spans) and not any(record.unknown for record in records)


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the records' sheets; one of the wrong shape is refused and the next one read.

    Raises:
        FormatError: the file is not JSON, or not an export that this version knows.
    """
    try:
        value = loads(source.read())
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise FormatError("import.json", path=path, line=line, reason=error) from error
    _check_head(value, path)
    articles = value.get("articles")
    if not isinstance(articles, list):
        raise FormatError("import.field", path=path, field="articles", reason="a list is needed")
    for number, said in enumerate(articles):
        try:
            yield sheet_of(said, path, refuse, prefix=f"articles.{number}.")
        except FormatError as error:
            refuse(error)


def _check_head(value: Any, path: str) -> None:
    """Make sure that a file is an export that this version knows.

    Raises:
        FormatError: it is another program's file, or a later version's.
    """
    if not isinstance(value, dict) or value.get("format") != "piyue":
        raise FormatError("import.foreign", path=path)
    version = value.get("version")
    if isinstance(version, int) and version > VERSION:
        raise FormatError("import.later", path=path, version=version)
    checked(Head, value, path)


def sheet_of(
    said: Any, path: str, refuse: Refuse, *, line: int | None = None, prefix: str = ""
) -> FlatArticle:
    """Return the sheet of an article's record; fields that this version does not know are told.

    Raises:
        FormatError: the record has another shape.
    """
    record = checked(ArticleRecord, said, path, line=line, prefix=prefix)
    for error in unknown_fields(record.unknown, frozenset()):
        refuse(error)
    return FlatArticle(record.id, record.text, page=record.page, annotator=record.annotator, record=record)


def checked(shape: type[Shape], value: Any, path: str, *, line: int | None = None, prefix: str = "") -> Shape:
    """Return `value` as a valid `shape`.

    Raises:
        FormatError: it is none; names the first field that is wrong.
    """
    try:
        return valid(shape, value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        name = prefix + ".".join(map(str, first["loc"]))
        raise FormatError(
            "import.field", path=path, line=line, field=name.rstrip(".") or "-", reason=first["msg"]
        ) from error
