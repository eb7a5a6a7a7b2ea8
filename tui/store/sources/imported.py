"""Imported texts: rows of JSON Lines in a folder of their own, each an undivided page."""

import json
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from tui.model import Segment
from tui.model.page import Sentence
from tui.store.digest import sha256
from tui.store.files.atomic import make_folder, replace, sync_name
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


class TextBatch:
    """Texts that become the rows of one new file, and pages; their ids are known before it is written.

    Args:
        root: the project.
        setting: the number of the folder's `[[sources]]`.
    """

    def __init__(self, root: Path, setting: int) -> None:
        self._folder, self._root, self._setting = root / IMPORTED.path, root, setting
        self._texts: dict[str, ImportedText] = {}
        self._stem = ""
        self.characters = 0

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, text: ImportedText) -> str:
        """Take a text; return the id that its page will have."""
        if not self._stem:
            self._stem = self._free_stem(text.text)
        name = self._name(text.external_id)
        self._texts[name] = text
        self.characters += len(text.text)
        return f"{self._stem}-{name}"

    def write(self) -> list[Origin]:
        """Write the file, whole and durable; return where each text is.

        Raises:
            StoreError: it cannot be written.
        """
        rows = [_row(name, text) for name, text in self._texts.items()]
        make_folder(self._folder, self._root)
        path = self._folder / f"{self._stem}.jsonl"
        replace(path, b"".join(rows))
        sync_name(path)
        name, found, start = path.relative_to(self._root).as_posix(), list[Origin](), 0
        for line, (key, row) in enumerate(zip(self._texts, rows, strict=True), 1):
            found.append(Origin(f"{self._stem}-{key}", name, self._setting, start, len(row), line))
            start += len(row)
        return found

    def _free_stem(self, text: str) -> str:
        digest = sha256(text.encode()).hexdigest()[:8]
        stems = (f"import-{digest}{f'-{number}' if number else ''}" for number in count())
        return next(stem for stem in stems if not (self._folder / f"{stem}.jsonl").exists())

    def _name(self, external_id: str) -> str:
        """Return a row's name: its id in the other corpus where that can be one, else its number."""
        number = str(len(self._texts) + 1)
        name = external_id
        is_plain = name.isascii() and len(name) <= LONGEST_NAME and name.replace("_", "").isalnum()
        # A number is a row's only if it is the row's number.
        if not is_plain or name in self._texts or (name.isdecimal() and name != number):
            name = number
        return name


def is_writable(text: str) -> bool:
    """Tell whether a text can be a page: it is not empty, and UTF-8 can hold it."""
    try:
        return bool(text.encode())
    except UnicodeEncodeError:
        return False


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
        found: dict[str, Any] = {
            "external_id": str(said.get("external_id") or ""),
            "sentences": ranges,
            "tokens": tuple((int(start), int(end)) for start, end in tokens),
        }
    except (AttributeError, TypeError) as error:
        raise ValueError(f"{EXTRA}: {error}") from error
    for places in ([s[:2] for s in ranges], found["tokens"]):
        at = 0
        for start, end in places:
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
