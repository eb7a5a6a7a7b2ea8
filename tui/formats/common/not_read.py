"""Content of a file that an import cannot read, counted by kind."""

from pathlib import Path
from typing import Any

from tui.errors import FormatError


class NotReadError(FormatError):
    """Something in a file was understood and not read; the rest was.

    Handed to `Refuse` like an error: who imports counts it by kind.

    Args:
        kind: a row `unread.<kind>` of the catalogue says it to people.
        name: tells several of one kind apart: of a layer, of a field.
        count: how many there are.
    """

    def __init__(self, kind: str, name: str = "", count: int = 1, path: Path | str | None = None) -> None:
        self.kind, self.name, self.count = kind, name, count
        super().__init__("import.not_read", path=path, kind=kind, name=name, count=count)


def unknown_fields(value: dict[str, Any], known: frozenset[str]) -> list[NotReadError]:
    """Return what is to be said of an object's fields beside those that are known; empty ones say nothing."""
    return [
        NotReadError("field", name)
        for name, said in value.items()
        if name not in known and not name.startswith("_") and said not in (None, "", [], {})
    ]
