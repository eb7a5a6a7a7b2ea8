"""What commands take: an argument as data, the kinds of values that several have, and shared arguments."""

import argparse
from datetime import date
from typing import Any, NamedTuple

from tui.errors import PiyueError


class Option(NamedTuple):
    """An argument of `argparse`; a row `cli.option.<help>` of the catalogue says what it is for."""

    flags: tuple[str, ...]
    help: str
    settings: dict[str, Any] = {}


def format_name(name: str) -> str:
    """Return `name` if it is a format's.

    Raises:
        argparse.ArgumentTypeError: there is no such format; names those that there are.
    """
    from tui.formats.registry import format_named

    try:
        return format_named(name).name
    except PiyueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def whole_number(text: str) -> int:
    """Return a number from 1 on.

    Raises:
        ValueError: it is none.
    """
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) < 100_000:
        raise ValueError(text)
    return int(text)


def shard_of(text: str) -> tuple[int, int]:
    """Return the shard, from 0, and how many there are, that `I/N` names: 1/4 is the first of four.

    Raises:
        ValueError: it names none.
    """
    number, count = map(whole_number, text.split("/"))
    if number > count:
        raise ValueError(text)
    return number - 1, count


def day(text: str) -> date:
    """Return a day written as 2026-03-01.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write one such as 2026-03-01") from error


JOBS = Option(("--jobs",), "jobs", {"type": whole_number, "metavar": "N"})
JSON = Option(("--json",), "json", {"action": "store_true"})
FORMAT = Option(("--format",), "format", {"required": True, "type": format_name, "metavar": "F"})
ARTICLE = Option(("--article",), "article", {"metavar": "ID"})
ANNOTATORS = Option(
    ("--annotator",), "stats_annotators", {"action": "append", "metavar": "NAME", "dest": "annotators"}
)
