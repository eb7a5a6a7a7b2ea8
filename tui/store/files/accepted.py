"""Answers to questions about tags: what somebody looked at and found right."""

from collections.abc import Iterable
from pathlib import Path

from tui.store.files.storage import AtomicStorage, Tables
from tui.store.project import ANNOTATIONS

NAME = "_accepted.json"
TABLE = "accepted"


class Accepted:
    """The keys of the questions that are answered, in a TinyDB file of the project's."""

    def __init__(self, root: Path) -> None:
        self._path = root / ANNOTATIONS / NAME
        self.keys: set[str] = set()
        if self._path.exists():
            self.keys = _keys(AtomicStorage(self._path).read() or {})

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    def add(self, keys: Iterable[str]) -> None:
        """Remember answers; durable when it returns.

        Raises:
            StoreError: the file cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        storage = AtomicStorage(self._path)
        tables = storage.read() or {}
        self.keys |= {*keys, *_keys(tables)}  # also what somebody else answered meanwhile
        rows = {str(n): {"key": key} for n, key in enumerate(sorted(self.keys), 1)}
        storage.write(tables | {TABLE: rows})


def _keys(tables: Tables) -> set[str]:
    return {str(record.get("key")) for record in tables.get(TABLE, {}).values()}
