"""brat's standoff: a folder with `.txt` and `.ann` for each article, and `annotation.conf`.

Offsets are code points. A fragment holds nothing that brat's reader takes for a line's end: a span with one
inside has a fragment on each side of it. What an attribute line cannot say stands in a note as JSON.
"""

import re
from pathlib import Path
from urllib.parse import quote

from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.json_lines import dumps
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import fresh
from tui.formats.common.standoff_reader import MORE, NOTE, fragments_of, parse
from tui.formats.interface import Options
from tui.model import Attribute

__all__ = ["parse", "sink"]

VALUE = re.compile(r"(?!True$)[^\s\x1c-\x1f\x85]+")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def sink(folder: Path, about: About, options: Options) -> "Folder":
    """See `Module.sink`."""
    del options
    return Folder(folder, about)


def word(name: str) -> str:
    """Return a label as a brat type: blanks and what a line is made of are percent-encoded."""
    return quote(name, safe="")


class Folder:
    """Writes articles, and notes what the configuration must name."""

    def __init__(self, folder: Path, about: About) -> None:
        self._folder = folder
        self._labels = dict.fromkeys(word(label.id) for label in about.labels)
        self._relations = dict.fromkeys(word(r.id) for r in about.relations)
        self._attributes: dict[str, None] = {}

    def add(self, sheet: FlatArticle) -> None:
        """See `Sink.add`."""
        text = sheet.text.encode("utf-8", "backslashreplace")
        fresh(self._folder, sheet, ".txt").write_bytes(text)
        lines = "".join(f"{line}\n" for line in self._lines(sheet))
        fresh(self._folder, sheet, ".ann").write_bytes(lines.encode("utf-8", "backslashreplace"))

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        rows = [
            "[entities]",
            *self._labels,
            "",
            "[relations]",
            *(f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in self._relations),
            "",
            "[events]",
            "",
            "[attributes]",
            *(f"{name}\tArg:<ENTITY>" for name in self._attributes),
            "",
        ]
        (self._folder / "annotation.conf").write_bytes("\n".join(rows).encode())
        return {}

    def _lines(self, sheet: FlatArticle) -> list[str]:
        keys = {mark.id: f"T{number}" for number, mark in enumerate(sheet.marks, 1)}
        lines, attributes, notes = list[str](), list[str](), list[str]()
        for mark in sheet.marks:
            self._labels[word(mark.label)] = None
            key = keys[mark.id]
            lines.append(_entity(key, mark, sheet.text))
            plain = {name: v for name, v in mark.attributes.items() if _is_plain(name, v)}
            rest = {name: v for name, v in mark.attributes.items() if name not in plain}
            for name, value in plain.items():
                self._attributes[name] = None
                shown = "" if value is True else f" {value}"
                attributes.append(f"A{len(attributes) + 1}\t{name} {key}{shown}")
            if rest:
                notes.append(f"#{len(notes) + 1}\t{MORE} {key}\t{dumps(rest).decode()}")
            if mark.note:
                notes.append(f"#{len(notes) + 1}\t{NOTE} {key}\t{dumps(mark.note).decode()[1:-1]}")
        for number, link in enumerate(sheet.links, 1):
            self._relations[word(link.label)] = None
            lines.append(f"R{number}\t{word(link.label)} Arg1:{keys[link.head]} Arg2:{keys[link.tail]}")
        return lines + attributes + notes


def _is_plain(name: str, value: Attribute) -> bool:
    """Tell whether an attribute line says exactly this: a text without blanks, or that it is so."""
    return bool(NAME.fullmatch(name)) and (
        value is True or (isinstance(value, str) and bool(VALUE.fullmatch(value)))
    )


def _entity(key: str, mark: Mark, text: str) -> str:
    fragments = list(fragments_of(mark.parts, text))
    places = ";".join(f"{start} {end}" for start, end in fragments)
    shown = " ".join(text[start:end] for start, end in fragments)
    return f"{key}\t{word(mark.label)} {places}\t{shown}"
