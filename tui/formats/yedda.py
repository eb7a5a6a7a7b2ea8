"""YEDDA's `.ann`: inline tags, `[@text#Label*]`, without escapes or nesting.

What YEDDA itself recommends and nobody confirmed stands there as `[$text#Label*]`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.foreign_folders import contents
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import fresh
from tui.formats.interface import Options, Refuse

TAG = re.compile(r"\[(?P<sign>[@$])(?P<text>.*?)#(?P<label>[^#\n]*?)\*\](?!#)")
"""As YEDDA's own reader finds them, a line at a time."""
CONFIRMED = "@"


def sink(folder: Path, about: About, options: Options) -> "Folder":
    """See `Module.sink`."""
    del about, options
    return Folder(folder)


class Folder:
    """A folder with a file for each article."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, sheet: FlatArticle) -> None:
        """See `Sink.add`."""
        pieces, at = [], 0
        for mark in sheet.marks:
            text = sheet.text[mark.start : mark.end]
            pieces += [between(sheet.text[at : mark.start], at), f"[@{text}#{mark.label}*]"]
            at = mark.end
        data = "".join([*pieces, between(sheet.text[at:], at)]).encode("utf-8", "backslashreplace")
        fresh(self._folder, sheet, ".ann").write_bytes(data)

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        return {}


def between(text: str, at: int) -> str:
    """Return what stands outside of tags with a blank in what a reader would take for one.

    Args:
        at: where it begins in its article: anywhere but at 0 it follows a tag, whose end a # would undo.
    """
    return (" " if at and text.startswith("#") else "") + text.replace("[@", "[ @").replace("[$", "[ $")


def parse(source: Path, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield a sheet for a file, or for each of a folder; one that is not UTF-8 is refused."""
    del path
    for file, data in contents(source, "*.ann", refuse):
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            refuse(FormatError("import.utf8", path=file, offset=error.start))
            continue
        yield _article(text, file.stem)


def _article(tagged: str, name: str) -> FlatArticle:
    text, at = "", 0
    marks: dict[bool, list[Mark]] = {True: [], False: []}
    for number, match in enumerate(TAG.finditer(tagged), 1):
        text += tagged[at : match.start()]
        start = len(text)
        text += match["text"]
        if match["text"]:
            mark = Mark(f"T{number}", match["label"], ((start, len(text)),))
            marks[match["sign"] == CONFIRMED].append(mark)
        at = match.end()
    text += tagged[at:]
    return FlatArticle("", text, tuple(marks[True]), external_id=name, proposals=tuple(marks[False]))
