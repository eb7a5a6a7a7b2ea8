"""Reading foreign JSON: fields of the right type, or an error that names the field."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from math import isfinite
from typing import Any, TypeVar, get_args

from tui.errors import FormatError, PiyueError
from tui.formats.common.flat_article import Mark
from tui.formats.common.loss_report import What
from tui.formats.interface import Refuse
from tui.model import ABOUT, STATES, Attribute, State

Kind = TypeVar("Kind")
Read = TypeVar("Read")

UNLABELLED = "related"
"""What a relation is called whose kind nobody said."""

NUMBER = re.compile("0|[1-9][0-9]{0,17}")
MISSHAPEN = (AttributeError, IndexError, KeyError, OverflowError, RecursionError, TypeError, ValueError)
"""What Python raises where a value is not of the shape that it was taken for."""


@contextmanager
def refusing(refuse: Refuse, path: Any, line: int | None = None, what: What = "article") -> Iterator[None]:
    """Refuse a record that cannot be read, in the words of who noticed; files of others may say anything.

    Args:
        what: the record is, for who counts what was refused.
    """
    try:
        yield
    except PiyueError as error:
        error.values.setdefault("what", what)
        refuse(error)
    except MISSHAPEN as error:
        refuse(FormatError("import.shape", path=path, line=line, reason=error, what=what))


def each(
    values: Iterable[Any],
    read: Callable[[Any], Read],
    refuse: Refuse,
    path: Any,
    line: int | None = None,
    what: What = "span",
) -> list[Read]:
    """Return what `read` makes of each value; one that cannot be read is refused and the next one read."""
    found: list[Read] = []
    for value in values:
        with refusing(refuse, path, line, what):
            found.append(read(value))
    return found


def field(
    value: Any, name: str | int, kind: type[Kind], path: str, line: int | None, default: Any = ...
) -> Kind:
    """Return a field of an object (or an item of a list).

    Raises:
        FormatError: it is not there, or null, and there is no default, or it is of another type.
    """
    try:
        found = value[name]
    except (KeyError, IndexError, TypeError):
        found = default
    if found is None:
        found = default
    # True is an int to Python, and to nobody else.
    if found is ... or not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        reason = "missing" if found is ... else f"{kind.__name__} is needed"
        raise FormatError("import.field", path=path, line=line, field=name, reason=reason)
    return found


def span(start: int, end: int, text: str, path: str, line: int | None) -> tuple[tuple[int, int], ...]:
    """Return the one part of a mark from `start` to `end`.

    Raises:
        FormatError: it is no range of the text.
    """
    if not 0 <= start < end <= len(text):
        reason = f"{start}:{end} is no range within the text (0:{len(text)})"
        raise FormatError("import.field", path=path, line=line, field="start, end", reason=reason)
    return ((start, end),)


def check_quote(quote: Any, start: int, end: int, text: str, path: str, line: int | None) -> None:
    """Make sure that what a record quotes stands at its place; it may say nothing, or have other blanks.

    Raises:
        FormatError: it says something else.
    """
    if isinstance(quote, str) and "".join(quote.split()) != "".join(text[start:end].split()):
        raise FormatError(
            "import.quote", path=path, line=line, quote=quote, start=start, end=end, there=text[start:end]
        )


def annotator_of(value: Any) -> str:
    """Return a name of another program's user as a folder may be called; empty where there is none."""
    if isinstance(value, dict):
        value = value.get("email") or value.get("username") or value.get("id")
    if value is None or isinstance(value, bool | list):
        return ""
    name = re.sub(r"[^\w.@+-]", "-", f"user-{value}" if isinstance(value, int) else str(value))
    return name.lstrip("._@+-")[:64].rstrip(".")


def about_of(value: Any) -> dict[str, str]:
    """Return what an object says of its text: date, source, title."""
    return {name: said for name in ABOUT if isinstance(said := value.get(name), str) and said}


def state_of(value: Any) -> State | None:
    """Return a state that a field says, if it says one."""
    return value if value in STATES else None


def attributes_of(value: Any) -> dict[str, Attribute]:
    """Return what of an object can be attributes."""
    if not isinstance(value, dict):
        return {}
    return {str(k): v for k, v in value.items() if v is None or isinstance(v, get_args(Attribute))}


def score_of(value: Any) -> float | None:
    """Return a score that a field says, if it says one.

    Raises:
        ValueError: it says something else.
    """
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        raise ValueError("a score is a number")
    return float(value)


def is_number(text: str) -> bool:
    """Tell whether a text is a whole number as JSON has it for an id, and comes back as it is."""
    return NUMBER.fullmatch(text) is not None


def details(mark: Mark) -> dict[str, Any]:
    """Return what a mark says beside its place and label; fields that say nothing are left out."""
    found: dict[str, Any] = {"id": mark.id} if mark.id else {}
    if mark.attributes:
        found["attributes"] = mark.attributes
    if mark.note:
        found["note"] = mark.note
    if mark.score is not None:
        found["score"] = mark.score
    return found


def numbered(marks: tuple[Mark, ...]) -> dict[str, int]:
    """Return a number for each mark's id, from 1."""
    return {mark.id: number for number, mark in enumerate(marks, 1)}


def ids(prefix: str) -> Iterator[str]:
    """Yield ids for what has none in its file: they hold together what is read and nothing else."""
    number = 0
    while True:
        number += 1
        yield f"{prefix}{number}"
