"""What commands take: an argument as data, the kinds of values that several have, and shared arguments."""

from datetime import date
from typing import Any

from tui.errors import PiyueError
from tui.model.values import Frozen

MOST = 99_999
"""The greatest whole number that an option takes."""


class Option(Frozen, frozen=True):
    """An argument of `argparse`; a row `cli.option.<help>` of the catalogue says what it is for.

    Attributes:
        settings: as `argparse` takes them; a `type` raises a `PiyueError` for what is wrong.
        one_of: of the command's arguments that have the same here, only one may be given.
    """

    flags: tuple[str, ...]
    help: str
    settings: dict[str, Any] = {}
    one_of: str = ""


def format_name(name: str) -> str:
    """Return `name` if it is a format's.

    Raises:
        NotFoundError: there is no such format; names those that there are.
    """
    from tui.formats.registry import format_named

    return format_named(name).name


def whole_number(text: str) -> int:
    """Return a number from 1 on.

    Raises:
        PiyueError: it is none.
    """
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= MOST:
        raise PiyueError("usage.whole_number", text=text, most=MOST)
    return int(text)


def integer(text: str) -> int:
    """Return a whole number, which may be negative.

    Raises:
        PiyueError: it is none.
    """
    try:
        return int(text)
    except ValueError as error:
        raise PiyueError("usage.integer", text=text) from error


def part(text: str) -> float:
    """Return a part of a whole: a number from 0 to 1.

    Raises:
        PiyueError: it is none.
    """
    try:
        number = float(text)
    except ValueError as error:
        raise PiyueError("usage.part", text=text) from error
    if not 0 <= number <= 1:
        raise PiyueError("usage.part", text=text)
    return number


def shard_of(text: str) -> tuple[int, int]:
    """Return the shard, from 0, and how many there are, that `I/N` names: 1/4 is the first of four.

    Raises:
        PiyueError: it names none.
    """
    try:
        number, count = map(whole_number, text.split("/"))
    except (PiyueError, ValueError) as error:
        raise PiyueError("usage.shard", text=text) from error
    if number > count:
        raise PiyueError("usage.shard", text=text)
    return number - 1, count


def day(text: str) -> date:
    """Return a day written as 2026-03-01.

    Raises:
        PiyueError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PiyueError("usage.day", text=text) from error


JOBS = Option(("--jobs",), "jobs", {"type": whole_number, "metavar": "N"})
JSON = Option(("--json",), "json", {"action": "store_true"})
FORMAT = Option(("--format",), "format", {"required": True, "type": format_name, "metavar": "F"})
ARTICLE = Option(("--article",), "article", {"metavar": "ID"})
ANNOTATORS = Option(
    ("--annotator",), "stats_annotators", {"action": "append", "metavar": "NAME", "dest": "annotators"}
)
