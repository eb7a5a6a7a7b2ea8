"""Answers to questions about tags: what somebody looked at and found right."""

from collections.abc import Iterable
from pathlib import Path

from tui.store.project import ANNOTATIONS
from tui.store.storage import AtomicStorage

NAME = "_accepted.json"
TABLE = "accepted"


class Accepted:
    """The keys of the questions that are answered, in a TinyDB file of the project's."""

    def __init__(self, root: Path) -> None:
        self._path = root / ANNOTATIONS / NAME
        self.keys: set[str] = set()
        if self._path.exists():
            table = (AtomicStorage(self._path).read() or {}).get(TABLE, {})
            self.keys = {str(record.get("key")) for record in table.values()}

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    def add(self, keys: Iterable[str]) -> None:
        """Remember answers; durable when it returns.

        Raises:
            StoreError: the file cannot be written.
        """
        self.keys |= set(keys)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        storage = AtomicStorage(self._path)
        storage.read()
        storage.write({TABLE: {str(n): {"key": key} for n, key in enumerate(sorted(self.keys), 1)}})
