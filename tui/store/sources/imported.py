"""Texts of other corpora: rows of JSON Lines in a folder of their own, each a page that is not divided."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from tui.model import Segment
from tui.model.page import Sentence
from tui.store.files.atomic import make_folder, replace, settle
from tui.store.settings.model import IMPORTED
from tui.store.sources.origin import Origin

EXTRA = "piyue"
"""The field of a row that says what belongs to the text beside it."""
LINES = "lines"
"""Stands for sentences that are the lines of the text."""
LONGEST_NAME = 60


class ImportedText(NamedTuple):
    """A text that is to become a page; the fields are those of `Page`."""

    text: str
    external_id: str = ""
    about: Mapping[str, str] = {}
    sentences: Sequence[Sentence] = ()
    tokens: Sequence[Segment] = ()


def write_texts(root: Path, setting: int, texts: Sequence[ImportedText]) -> list[Origin]:
    """Write texts as rows of one new file, whole and durable; return where each of them is.

    Args:
        root: the project.
        setting: the number of the folder's `[[sources]]`.

    Raises:
        StoreError: it cannot be written.
    """
    folder = root / IMPORTED.path
    make_folder(folder, root)
    names = _names(texts)
    rows = [_row(name, text) for name, text in zip(names, texts, strict=True)]
    data = b"".join(rows)
    digest = sha256(data).hexdigest()
    stems = (f"import-{digest[:8]}{f'-{number}' if number else ''}" for number in count())
    stem = next(stem for stem in stems if not (folder / f"{stem}.jsonl").exists())
    path = folder / f"{stem}.jsonl"
    replace(path, data)
    settle(path)
    name, found, start = path.relative_to(root).as_posix(), list[Origin](), 0
    for line, (key, row) in enumerate(zip(names, rows, strict=True), 1):
        found.append(Origin(f"{stem}-{key}", name, setting, start, len(row), line))
        start += len(row)
    return found


def is_writable(text: str) -> bool:
    """Tell whether a text can be a page: it is not empty, and UTF-8 can hold it."""
    try:
        return bool(text.encode())
    except UnicodeEncodeError:
        return False


def _names(texts: Iterable[ImportedText]) -> list[str]:
    """Return a name for each row: its id in the other corpus where that can be one, else its number."""
    taken: set[str] = set()
    names = []
    for number, text in enumerate(texts, 1):
        name = text.external_id
        is_plain = name.isascii() and len(name) <= LONGEST_NAME and name.replace("_", "").isalnum()
        # A number is a row's only if it is the row's number.
        if not is_plain or name in taken or (name.isdecimal() and name != str(number)):
            name = str(number)
        while name in taken:
            name = f"{name}_"
        taken.add(name)
        names.append(name)
    return names


def _row(name: str, text: ImportedText) -> bytes:
    row: dict[str, Any] = {"id": name, **text.about, "text": text.text}
    extra: dict[str, Any] = {}
    if text.external_id:
        extra["external_id"] = text.external_id
    if text.sentences:
        is_lines = tuple(text.sentences) == _lines(text.text)
        extra["sentences"] = LINES if is_lines else [s if s.id else s[:2] for s in text.sentences]
    if text.tokens:
        extra["tokens"] = text.tokens
    if extra:
        row[EXTRA] = extra
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def extra_fields(row: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return what a row says beside its text, as fields of `Page`.

    Raises:
        ValueError: it is not of the shape that is written here.
    """
    said = row.get(EXTRA, {})
    try:
        sentences, tokens = said.get("sentences") or [], said.get("tokens") or []
        ranges = _lines(text) if sentences == LINES else tuple(Sentence(*map(_plain, s)) for s in sentences)
        found = {
            "external_id": str(said.get("external_id") or ""),
            "sentences": ranges,
            "tokens": tuple((int(start), int(end)) for start, end in tokens),
        }
    except (AttributeError, TypeError) as error:
        raise ValueError(f"{EXTRA}: {error}") from error
    for ascending in (found["sentences"], found["tokens"]):
        at = 0
        for start, end, *_ in ascending:
            if not at <= start < end <= len(text):
                raise ValueError(f"{EXTRA}: {start} to {end} is no range of the text")
            at = end
    return found


def _plain(value: object) -> Any:
    if not isinstance(value, int | str) or isinstance(value, bool):
        raise TypeError(f"{value!r} is no offset")
    return value


def _lines(text: str) -> tuple[Sentence, ...]:
    """Return the lines of a text that are not empty, without their ends."""
    found, at = [], 0
    for line in text.split("\n"):
        if line:
            found.append(Sentence(at, at + len(line)))
        at += len(line) + 1
    return tuple(found)
