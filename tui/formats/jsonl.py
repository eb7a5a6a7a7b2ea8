"""JSON Lines: the native export, one article a line, written and read a line at a time."""

from collections.abc import Iterator
from typing import BinaryIO

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.json_lines import json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.interface import Options, Refuse
from tui.formats.native import encode, sheet_of


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`: what the project is has no place here."""
    del about, options
    return Pieces(out, lambda sheet: encode(sheet) + b"\n")


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the records' sheets; a line that holds none is refused and the next one read."""
    for number, value in json_lines(source, path, refuse):
        try:
            yield sheet_of(value, path, refuse, line=number)
        except FormatError as error:
            refuse(error)
