"""The base error: says in one line where, what happened, and what to do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tui.texts import Language, Message, in_language, say

LONGEST = 500
"""Characters of a value in a message; what a file says may have millions."""


def printable(text: str) -> str:
    """Return `text` on one line with what a terminal would obey (controls, escapes, bidi marks) escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def clipped(value: Any) -> Any:
    """Return a value short enough to be read in a message."""
    if isinstance(value, int | float):
        return value
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


class PiyueError(Exception):
    """Something failed that the user can understand and often mend.

    Args:
        key: row of the catalogue that says what happened and what to do.
        path: the file it is about.
        line: the line in that file, from 1.
        offset: the offset of a byte in that file, or in that line, from 0.
        values: the fields of the catalogue row.
    """

    def __init__(
        self,
        key: str,
        /,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        offset: int | None = None,
        **values: Any,
    ) -> None:
        self.key, self.path, self.line, self.offset, self.values = key, path, line, offset, values
        super().__init__(self.render("en"))

    def __reduce__(self) -> tuple[Any, ...]:
        """Have it go from one process to another."""
        return _remade, (type(self), self.args, self.__dict__)

    def render(self, language: Language) -> str:
        """Return the one line ``place: what; what to do`` in `language`, safe to print."""
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        byte = "" if self.offset is None else say("place.byte", language, offset=self.offset)
        return printable(": ".join(filter(None, (place, byte, self.said(language)))))

    def as_dict(self) -> dict[str, Any]:
        """Return what an error says as plain data, for a file; `of_dict` reads it."""
        values = {
            name: {"message": value} if isinstance(value, Message) else clipped(in_language(value, "en"))
            for name, value in self.values.items()
        }
        path = None if self.path is None else str(self.path)
        return {"error": self.key, "path": path, "line": self.line, "offset": self.offset, "values": values}

    @classmethod
    def of_dict(cls, said: Any) -> "PiyueError":
        """Return an error that says what one did; of which kind it was is not kept.

        Raises:
            ValueError: this is none.
        """
        try:
            values = {
                name: Message(*value["message"]) if isinstance(value, Mapping) else value
                for name, value in said["values"].items()
            }
            return PiyueError(
                said["error"], path=said["path"], line=said["line"], offset=said["offset"], **values
            )
        except (AttributeError, IndexError, KeyError, TypeError) as error:
            raise ValueError(str(error)) from error

    def said(self, language: Language) -> str:
        """Return what happened and what to do, without the place, safe to print."""
        values = {name: clipped(in_language(value, language)) for name, value in self.values.items()}
        return printable(say(self.key, language, **values))


def _remade(kind: type[PiyueError], args: tuple[Any, ...], fields: dict[str, Any]) -> PiyueError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(fields)
    return error


class SegmentsError(PiyueError):
    """A list of segments that is not one of a span."""


class OffsetError(PiyueError):
    """An offset or a range that cannot be converted exactly."""


class QuantityError(PiyueError):
    """A field of a quantity that does not hold what it must."""


class QueryError(PiyueError):
    """What is looked for cannot be."""


class ChangeError(PiyueError):
    """A change that does not fit the document it is applied to."""


class SourceError(PiyueError):
    """A source page that cannot be read."""


class ProjectError(PiyueError):
    """A project folder or its settings that cannot be used."""


class StoreError(PiyueError):
    """Annotations that cannot be read or written."""


class FormatError(PiyueError):
    """An export or import that cannot be done without losing something."""


class NotFoundError(PiyueError):
    """A page, an article or a format that is not there."""
