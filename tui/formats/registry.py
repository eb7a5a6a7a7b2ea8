"""The formats, a row each: the module that writes and reads it, and what it can hold."""

from collections.abc import Callable, Iterator
from enum import Flag, auto
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, cast

from tui.errors import FormatError, NotFoundError, PiyueError

if TYPE_CHECKING:
    from tui.formats.common.flat_article import Sheet
    from tui.formats.common.native_schema import About

Layout = Literal["file", "tree", "dataset"]
Refuse = Callable[[PiyueError], None]


class Holds(Flag):
    """What a format can hold.

    Attributes:
        SEGMENTS: spans with a gap in the reading text.
        LOOPS: relations of a span to itself.
        IDS: the ids of spans and relations.
        BLANKS: spans of blanks, or with blanks at their ends.
        LINES: spans with a line's end inside.
        MARKUP: spans of any characters.
        INSIDE: spans that begin or end inside of words.
        EDGES: spans with a line's end at their ends or for a gap.
    """

    NESTING = auto()
    OVERLAP = auto()
    SEGMENTS = auto()
    ATTRIBUTES = auto()
    RELATIONS = auto()
    LOOPS = auto()
    NOTES = auto()
    WORDS = auto()
    STATES = auto()
    ANNOTATORS = auto()
    SPANS = auto()
    BLANKS = auto()
    LINES = auto()
    MARKUP = auto()
    INSIDE = auto()
    EDGES = auto()
    IDS = auto()


EVERYTHING = Holds(sum(member.value for member in Holds))
FLAT = Holds.SPANS | Holds.MARKUP | Holds.INSIDE | Holds.EDGES
"""Labelled ranges that do not overlap and begin and end with something to be seen."""
RANGES = FLAT | Holds.BLANKS | Holds.LINES | Holds.NESTING | Holds.OVERLAP
"""Any labelled ranges."""
DETAILS = Holds.ATTRIBUTES | Holds.NOTES | Holds.RELATIONS | Holds.LOOPS | Holds.IDS
WHO = Holds.STATES | Holds.ANNOTATORS


class Options(NamedTuple):
    """What can be chosen for a format.

    Attributes:
        scheme: of tags: BIO2, BIOES or BMES.
        unit: what a token is: `char`, `word`, or `entity`, words cut where a tag begins or ends.
        max_length: of a sentence, in tokens; 0: any.
        predictions: whether tags go out as proposals.
    """

    scheme: str = "BIO2"
    unit: str = ""
    max_length: int = 0
    predictions: bool = False


PLAIN = Options()
SCHEMES = ("BIO2", "BIOES", "BMES")
UNITS = ("char", "word", "entity")


class Sink(Protocol):
    """Something that writes sheets."""

    def add(self, sheet: "Sheet") -> None:
        """Write a sheet."""
        ...

    def close(self) -> dict[str, bytes]:
        """Write what stands after the last one; return files to stand beside, by the end of their name."""
        ...


class Module(Protocol):
    """What the module of a format has.

    `target` is a stream, or, of a format that is a folder, an empty folder; `source` a stream or a folder.
    """

    def sink(self, target: Any, about: "About", options: Options) -> Sink:
        """Begin an export."""
        ...

    def parse(self, source: Any, path: str, refuse: Refuse) -> "Iterator[Sheet]":
        """Yield the sheets as they are read; what is refused does not stop the rest."""
        ...


class Format(NamedTuple):
    """A format: its name, its module (imported when it is used) and what it can hold.

    Attributes:
        suffix: of its files.
        layout: `file`: one file; `tree`: a folder with a file for each article; `dataset`: a folder with a
            card and the files in `data/`.
        unit: what a token is if nobody chooses; empty where there are no tokens.
        needs: the extra of `piyue` that brings the library it takes.
    """

    name: str
    module: str
    holds: Holds
    suffix: str
    layout: Layout = "file"
    unit: str = ""
    needs: str = ""

    def load(self) -> Module:
        """Return the format's module.

        Raises:
            FormatError: a library that it takes is not installed.
        """
        try:
            return cast("Module", import_module(self.module))
        except ModuleNotFoundError as error:
            if not self.needs or (error.name or "").startswith("tui"):
                raise
            raise FormatError("format.extra", extra=self.needs, module=error.name) from error

    def chosen(self, options: Options) -> Options:
        """Return the options with the format's own token where none is chosen."""
        return options._replace(unit=options.unit or self.unit)

    def holding(self, options: Options) -> Holds:
        """Return what it can hold with these options: ends inside of words only where words may be cut."""
        return self.holds & ~Holds.INSIDE if self.chosen(options).unit == "word" else self.holds


def _row(name: str, holds: Holds, suffix: str, **fields: Any) -> Format:
    return Format(name, f"tui.formats.{name.replace('-', '_')}", holds, suffix, **fields)


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format("json", "tui.formats.native", EVERYTHING, ".json"),
        _row("jsonl", EVERYTHING, ".jsonl"),
        _row("doccano", RANGES | Holds.RELATIONS | Holds.LOOPS | WHO, ".jsonl"),
        _row("label-studio", RANGES | DETAILS | WHO, ".json"),
        _row("prodigy", RANGES | DETAILS | WHO | Holds.WORDS, ".jsonl", unit="entity"),
        _row("conll", FLAT | Holds.LINES, ".conll", unit="char"),
        _row(
            "conllu",
            FLAT | Holds.LINES | Holds.NESTING | Holds.OVERLAP | Holds.WORDS,
            ".conllu",
            unit="entity",
        ),
        Format(
            "spacy",
            "tui.formats.docbin",
            RANGES | DETAILS | WHO,
            ".spacy",
            unit="char",
            needs="spacy",
        ),
        _row("hf", RANGES | DETAILS | WHO, ".jsonl", layout="dataset", unit="char"),
        _row(
            "brat",
            RANGES & ~Holds.EDGES | DETAILS & ~Holds.LOOPS & ~Holds.IDS | Holds.SEGMENTS,
            ".txt",
            layout="tree",
        ),
        Format("cas", "tui.formats.xmi", RANGES | DETAILS | WHO | Holds.WORDS, ".xmi", "tree", "entity"),
        _row("cas-json", RANGES | DETAILS | WHO | Holds.WORDS, ".json", layout="tree", unit="entity"),
        _row("cluener", FLAT | Holds.BLANKS | Holds.LINES, ".json"),
        _row("yedda", FLAT & ~Holds.MARKUP, ".ann", layout="tree"),
        _row("cws", Holds.WORDS, ".txt", unit="word"),
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
