"""The identity of a record, by which two files are merged; not its running number."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from tui.store.digest import sha256

Row: TypeAlias = Mapping[str, Any]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "meta": (),
    "spans": ("id",),
    "relations": ("id",),
    "articles": ("article",),
    "blocks": ("segments",),
    "borders": ("at",),
    "words": ("segments",),
    "refused": ("label", "segments"),
    "reads": ("segments",),
    "assignments": ("page", "person"),
    "predictions": ("label", "segments", "text", "maker"),
    "aliases": ("kind", "written", "page"),
    "accepted": ("key",),
}
"""By table, the fields that say what a record speaks of; of a table that is not here, its number does."""

OPTIONAL = frozenset({"page"})
LARGEST = 10**15
"""Numbers stay below: TinyDB counts on from the largest, and JSON's readers keep no more digits exactly."""

canonical: Callable[[object], str] = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def identity(table: str, number: str, row: Row) -> str:
    """Return what a record is, the same wherever it is kept; of one that does not say it, all of it."""
    names = FIELDS.get(table)
    if names is None:
        return f"#{number}"
    if any(name not in row and name not in OPTIONAL for name in names):
        return f"={canonical(row)}"
    return canonical([row.get(name) or "" if name in OPTIONAL else row[name] for name in names])


def number_of(said: str) -> int:
    """Return the number that a record with this identity gets in a file."""
    digest = sha256(said.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8]) % (LARGEST - 1) + 1


def numbered(table: str, rows: Iterable[Row]) -> dict[int, Row]:
    """Return records by the numbers that they get in a file, ascending."""
    found: dict[int, Row] = {}
    for row in rows:
        number = number_of(identity(table, "", row))
        while number in found:
            number += 1
        found[number] = row
    return dict(sorted(found.items()))
