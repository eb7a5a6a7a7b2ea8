"""What the module of a format has, and what it is called with."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from tui.errors import PiyueError

if TYPE_CHECKING:
    from tui.formats.common.flat_article import FlatArticle
    from tui.formats.common.native_schema import About

Refuse = Callable[[PiyueError], None]


class Options(NamedTuple):
    """What can be chosen for a format.

    Attributes:
        scheme: of tags: BIO2, BIOES or BMES.
        unit: what a token is: `char`, `word`, or `entity`, words cut where a tag begins or ends; empty: as
            the format, or the corpus that a text comes from, has it.
        max_length: of a sentence, in tokens; 0: any.
        predictions: whether tags go out as proposals.
        parquet: whether rows are written as Parquet.
        style: of instructions: `chat` or `alpaca`.
        prompt: of instructions; empty: the built-in one of `language`.
        language: of instructions.
        apply_readings: whether misread text goes out as people said that it should read.
    """

    scheme: str = "BIO2"
    unit: str = ""
    max_length: int = 0
    predictions: bool = False
    parquet: bool = False
    style: str = "chat"
    prompt: str = ""
    language: str = "zh"
    apply_readings: bool = False


PLAIN = Options()
STYLES = ("chat", "alpaca")


class Sink(Protocol):
    """Something that writes articles."""

    def add(self, sheet: "FlatArticle") -> None:
        """Write an article."""
        ...

    def close(self) -> dict[str, bytes]:
        """Write what stands after the last one; return files to stand beside, by the end of their name."""
        ...


class Module(Protocol):
    """What the module of a format has.

    `target` is a stream, or, of a format that is a folder, an empty folder; `source` a stream, or
    such a folder or one file of it.
    """

    def sink(self, target: Any, about: "About", options: Options) -> Sink:
        """Begin an export."""
        ...

    def features(self, labels: Any, scheme: str, dates: Any) -> list[dict[str, Any]]:
        """Return the columns of a dataset; only of a format that is one."""
        ...

    def config(self, about: "About") -> str:
        """Return the labelling config; only of a format that has one."""
        ...

    def parse(self, source: Any, path: str, refuse: Refuse, **named: Any) -> "Iterator[FlatArticle]":
        """Yield the articles as they are read; what is refused does not stop the rest."""
        ...
