"""The formats, a row each: the module that writes and reads it, and what it can hold."""

from collections.abc import Callable, Iterable, Iterator
from enum import Flag, auto
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, cast

from tui.errors import NotFoundError, PiyueError

if TYPE_CHECKING:
    from tui.formats.shape import About, ArticleRecord


class Holds(Flag):
    """What a format can hold beside labelled ranges of a text."""

    NESTING = auto()
    OVERLAP = auto()
    SEGMENTS = auto()
    ATTRIBUTES = auto()
    RELATIONS = auto()
    NOTES = auto()
    WORDS = auto()
    STATES = auto()
    ANNOTATORS = auto()


EVERYTHING = Holds(sum(member.value for member in Holds))


class Module(Protocol):
    """What the module of a format has."""

    def write(self, records: "Iterable[ArticleRecord]", out: BinaryIO, about: "About") -> None:
        """Write the records as they come."""
        ...

    def parse(
        self, source: BinaryIO, path: str, refuse: Callable[[PiyueError], None]
    ) -> "Iterator[ArticleRecord]":
        """Yield the records as they are read; what is refused does not stop the rest."""
        ...


class Format(NamedTuple):
    """A format: its name, its module (imported when it is used) and what it can hold."""

    name: str
    module: str
    holds: Holds

    def load(self) -> Module:
        """Return the format's module."""
        return cast("Module", import_module(self.module))


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format("json", "tui.formats.native", EVERYTHING),
        Format("jsonl", "tui.formats.jsonl", EVERYTHING),
    )
}


def format_named(name: str) -> Format:
    """Return the format called `name`.

    Raises:
        NotFoundError: there is none.
    """
    if name not in FORMATS:
        raise NotFoundError("format.unknown", name=name, known=", ".join(FORMATS))
    return FORMATS[name]
