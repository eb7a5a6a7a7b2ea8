"""What is known of an annotation file beside the document in it, by which the document is saved again."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from msgspec import Struct, field

from tui.errors import StoreError
from tui.model import Division, Progress
from tui.model.values import shared
from tui.store.backend import Tables
from tui.store.record_keys import canonical, number_of

VERSION = 2
"""Of the files that are written. 1 had no anchors; it is read as it stands."""

LOST = "lost"
"""The field that marks the record of a tag whose place is not known: an orphan."""

ANCHOR = "anchor"
"""The field of a tag's record that holds its anchor: see `tui.store.anchors`."""

TABLES = ("meta", "spans", "relations", "articles")

Raw: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[int, Raw]
NumberedProgress: TypeAlias = tuple[int, str, int | None, Progress]
"""Of a record: its number, the article's id, where the article begins, if it says so, and the progress."""


class ArticleRecord(Progress, frozen=True, kw_only=True):
    """An article's progress as it lies in a file: with the article's id and where it begins in the source."""

    article: str
    start: int | None = None

    @property
    def progress(self) -> Progress:
        """The progress alone."""
        return Progress(**shared(self, Progress))


class Numbers(Struct):
    """The record numbers of a table: a key keeps its number, a new one gets the one that its key stands for.

    So two people who tag one page write records with different numbers, and those of the same thing alike.
    """

    known: dict[str, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def of(self, key: str) -> int:
        """Return the number of the record with this key."""
        if key not in self.known:
            number = number_of(f"[{canonical(key)}]")  # as of a list, which takes three times as long
            while number in self.taken:
                number += 1
            self.taken.add(number)
            self.known[key] = number
        return self.known[key]


def _no_numbers() -> dict[str, Numbers]:
    return {name: Numbers() for name in TABLES} | {"meta": Numbers({"": 1}, {1})}


class Kept(Struct):
    """What a file holds beside the document: record numbers, and records that are carried along unchanged.

    Attributes:
        aside: by table: records that cannot be used or whose id is there already, and relations with an end
            that does not stand.
        starts: of articles that are no longer there, where they began.
        version: of the file that was read.
        refusal: why the file must not be written.
        problems: the records that cannot be used.
        moved: how many tags were moved with their text.
    """

    meta: Raw = field(default_factory=dict)
    numbers: dict[str, Numbers] = field(default_factory=_no_numbers)
    aside: dict[str, Rows] = field(default_factory=lambda: {name: {} for name in TABLES})
    starts: dict[str, int | None] = field(default_factory=dict)
    other: Tables = field(default_factory=dict)
    version: int = VERSION
    refusal: StoreError | None = None
    problems: list[StoreError] = field(default_factory=list)
    moved: int = 0


def placed_progress(
    records: Sequence[NumberedProgress], division: Division, kept: Kept
) -> tuple[dict[str, Progress], list[int]]:
    """Return the progress by article: of the one that begins where it began, else of the one with its id.

    Args:
        records: their numbers, and where the articles began, are noted in `kept`.

    Returns:
        The progress, and the numbers of the records whose article has another one already.
    """
    by_start = {article.start: article.id for article in division.articles}
    found, others = dict[str, Progress](), list[int]()
    for number, article, start, progress in sorted(records, key=lambda record: record[2] not in by_start):
        key = by_start.get(-1 if start is None else start, article)
        if key in found:
            others.append(number)
        else:
            kept.numbers["articles"].known[key] = number
            kept.starts[key] = start
            found[key] = progress
    return found, others
