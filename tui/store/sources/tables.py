"""Texts in a table: JSON Lines or CSV, each row a page, found again by its place in the file."""

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from tui.errors import SourceError
from tui.model import ABOUT, Page
from tui.store.files.reading import open_plain
from tui.store.settings.model import SourceSetting
from tui.store.sources.imported import extra_fields
from tui.store.sources.origin import Origin

LONGEST_ID = 120
"""Bytes of a row's id that a file's name has room for beside the rest."""
LONGEST_FIELD = 1 << 30
UNSAFE = re.compile(r"[^\w.@+-]")


class _Record(NamedTuple):
    """A row's bytes: where they begin, how many they are, on which line; and its fields, if it was parsed."""

    start: int
    length: int
    line: int
    fields: Mapping[str, Any] | None


def find_rows(root: Path, path: str, setting: SourceSetting, number: int) -> Iterator[Origin]:
    """Yield the rows of a table, one after the other, reading no further than is asked for.

    A row that cannot be read is yielded all the same, named by its line: reading it says why.

    Args:
        root: the project.
        path: the table's, relative to the project.
        setting: names the columns.
        number: of the setting among `[[sources]]`.

    Raises:
        SourceError: the table cannot be read.
    """
    stem = Path(path).stem
    for record in _records(root / path, path, parse=bool(setting.id)):
        named = (record.fields or {}).get(setting.id)
        name = _safe(str(named)) if named not in (None, "") else str(record.line)
        yield Origin(f"{stem}-{name}", path, number, record.start, record.length, record.line)


def read_row(root: Path, origin: Origin, setting: SourceSetting) -> Page:
    """Return the page in a row: the title, where a column is set for it and the text lacks it, and the text.

    Raises:
        SourceError: the row cannot be read, or has no text.
    """
    where = f"{origin.path}:{origin.line}"
    assert origin.length is not None
    try:
        with open_plain(root / origin.path) as file:
            head = file.readline() if origin.path.lower().endswith(".csv") else b""
            file.seek(origin.start)
            fields = _parsed(head, file.read(origin.length))
        column = setting.text or "text"
        text = fields.get(column)
        if not isinstance(text, str):
            columns = ", ".join(map(str, fields))
            raise SourceError("source.column", path=where, column=column, columns=columns)
        about = {name: str(fields.get(getattr(setting, name)) or "").strip() for name in ABOUT}
        title = about["title"]
        is_whole = setting.layout == "document"
        if not is_whole and not text.lstrip().startswith(title):
            text = f"{title}\n\n{text}"
        extra = extra_fields(fields, text) if is_whole else {}
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except OSError as error:
        raise SourceError("source.unreadable", path=where, reason=error.strerror or str(error)) from error
    except (ValueError, csv.Error) as error:
        raise SourceError("source.row", path=where, reason=error) from error
    about = {name: value for name, value in about.items() if value}
    return Page(
        id=origin.id,
        path=where,
        text=text,
        encoding="utf-8",
        sha256=sha256,
        about=about,
        layout=setting.layout,
        **extra,
    )


def _safe(name: str) -> str:
    """Return a row's id as a file may be called: other characters as %XX, a long one cut and told apart."""
    found = UNSAFE.sub(lambda c: "".join(f"%{byte:02X}" for byte in c[0].encode("utf-8", "replace")), name)
    data = found.encode()
    if len(data) <= LONGEST_ID:
        return found
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{data[: LONGEST_ID - 17].decode('utf-8', 'ignore')}~{mark}"


def _records(path: Path, name: str, *, parse: bool) -> Iterator[_Record]:
    try:
        with open_plain(path) as file:
            if name.lower().endswith(".csv"):
                yield from _csv_records(file)
            else:
                yield from _json_records(file, parse=parse)
    except OSError as error:
        raise SourceError("source.unreadable", path=name, reason=error.strerror or str(error)) from error
    except (ValueError, csv.Error) as error:
        raise SourceError("source.table", path=name, reason=error) from error


def _json_records(file: Iterable[bytes], *, parse: bool) -> Iterator[_Record]:
    start = 0
    for line, data in enumerate(file, 1):
        if data.strip():
            yield _Record(start, len(data), line, _object(data) if parse else None)
        start += len(data)


def _object(data: bytes) -> Mapping[str, Any] | None:
    try:
        found = _loads(data)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _loads(data: bytes) -> Any:
    try:
        return json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _csv_records(file: Iterable[bytes]) -> Iterator[_Record]:
    csv.field_size_limit(LONGEST_FIELD)
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        for data in file:
            read += len(data)
            yield data.decode("utf-8-sig" if read == len(data) else "utf-8")

    reader = csv.reader(lines(), strict=True)
    columns = next(reader, [])
    start, line = read, reader.line_num + 1
    for row in reader:
        if row:
            yield _Record(start, read - start, line, dict(zip(columns, row, strict=False)))
        start, line = read, reader.line_num + 1


def _parsed(head: bytes, data: bytes) -> Mapping[str, Any]:
    """Return a row's fields.

    Args:
        head: the line with the columns' names, of a CSV file; else nothing.

    Raises:
        ValueError: it is no object, or no text.
    """
    if not head:
        found = _loads(data)
        if not isinstance(found, dict):
            raise ValueError(f"this is no JSON object but {type(found).__name__}")
        return found
    csv.field_size_limit(LONGEST_FIELD)
    (columns,) = csv.reader([head.decode("utf-8-sig")], strict=True)
    row = next(csv.reader(StringIO(data.decode("utf-8"), newline="\n"), strict=True), [])
    return dict(zip(columns, row, strict=False))
