"""What a format is: what it can hold, and where its module and its files are."""

from enum import Flag, auto
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from tui.errors import FormatError
from tui.formats.interface import Module, Options, Sink

if TYPE_CHECKING:
    from tui.formats.common.native_schema import About

Layout = Literal["file", "tree", "dataset"]


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
        TOPICS: what whole articles are labelled with.
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
    TOPICS = auto()


EVERYTHING = Holds(sum(member.value for member in Holds))
FLAT = Holds.SPANS | Holds.MARKUP | Holds.INSIDE | Holds.EDGES
"""Labelled ranges that do not overlap and begin and end with something to be seen."""
RANGES = FLAT | Holds.BLANKS | Holds.LINES | Holds.NESTING | Holds.OVERLAP
"""Any labelled ranges."""
DETAILS = Holds.ATTRIBUTES | Holds.NOTES | Holds.RELATIONS | Holds.LOOPS | Holds.IDS
OF_ARTICLES = Holds.STATES | Holds.ANNOTATORS | Holds.TOPICS
"""What is said of whole articles."""


class Format(NamedTuple):
    """A format: its name, its module (imported when it is used) and what it can hold.

    Attributes:
        suffix: of its files.
        layout: `file`: one file; `tree`: a folder with a file for each article; `dataset`: a folder with a
            card and the files in `data/`.
        unit: what a token is if nobody chooses; empty where there are no tokens.
        needs: the extra of `piyue` that brings the library it takes.
        shards: whether its files can be numbered parts of a whole.
        rolls: whether a folder of it has a new file after so many articles, which memory holds until then.
        rows: whether it is rows, which can stand in Parquet as well.
        has_sentences: whether it is made of sentences, so that one can choose what an article is.
        has_numbers: whether its tags may be numbers, so that one can say what they mean: `names` of `parse`.
        has_config: whether its module has `config(about)`, a labelling config.
        cuts: whether `max_length` makes several rows of a long article; otherwise of a long sentence alone.
        length: of such a row if nobody chooses, since its readers cut what is longer; 0: any.
        reads: whether its files can be imported.
    """

    name: str
    module: str
    holds: Holds
    suffix: str
    layout: Layout = "file"
    unit: str = ""
    needs: str = ""
    shards: bool = True
    rolls: bool = False
    rows: bool = False
    has_sentences: bool = False
    has_numbers: bool = False
    has_config: bool = False
    cuts: bool = False
    length: int = 0
    reads: bool = True

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

    def sink(self, target: Any, about: "About", options: Options) -> Sink:
        """Begin an export: see `Module.sink`."""
        module = self.load()
        if not (options.parquet and self.rows):
            return module.sink(target, about, options)
        from tui.formats.common.parquet_files import ParquetRows

        return ParquetRows(target, lambda out: module.sink(out, about, options))

    def suffix_for(self, options: Options) -> str:
        """Return what its files end with."""
        return ".parquet" if options.parquet and self.rows else self.suffix

    def chosen(self, options: Options) -> Options:
        """Return the options with the format's own token and length where none is chosen."""
        return options._replace(unit=options.unit or self.unit, max_length=options.max_length or self.length)

    def holding(self, options: Options) -> Holds:
        """Return what it can hold with these options: ends inside of words only where words may be cut."""
        return self.holds & ~Holds.INSIDE if self.chosen(options).unit == "word" else self.holds
