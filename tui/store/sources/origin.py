"""The origin of a page."""

from typing import NamedTuple

TABLES = (".jsonl", ".csv")
"""What files end with whose rows are pages."""


class Origin(NamedTuple):
    """A page's place: a file, or a row in one.

    Attributes:
        id: of the page.
        path: of the file, relative to the project, with forward slashes.
        setting: the number of its `[[sources]]`, from 0.
        start: byte at which the row begins.
        length: bytes of the row; None: the page is the whole file.
        line: on which the row begins, from 1.
    """

    id: str
    path: str
    setting: int = 0
    start: int = 0
    length: int | None = None
    line: int = 0
