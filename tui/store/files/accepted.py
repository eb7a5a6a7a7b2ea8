"""Answers to questions about tags: what somebody looked at and found right."""

from collections.abc import Iterable
from pathlib import Path

from tui.store.files.atomic import make_folder
from tui.store.files.repair import Tell, last_good, mended
from tui.store.files.storage import AtomicStorage, Tables
from tui.store.project import ANNOTATIONS
from tui.store.record_keys import numbered

NAME = "_accepted.json"
TABLE = "accepted"


class Accepted:
    """The keys of the questions that are answered, in a TinyDB file of the project's.

    A damaged file holds nobody up: its last good state counts, and the next answer puts it aside.

    Attributes:
        problem: what is wrong with the file.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / ANNOTATIONS / NAME
        tables, self.problem = last_good(self._path)
        self.keys = _keys(tables)

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    def add(self, keys: Iterable[str], tell: Tell = lambda _: None) -> None:
        """Remember answers; durable when it returns.

        Args:
            tell: gets a line where the file was damaged.

        Raises:
            StoreError: the file cannot be written.
        """
        make_folder(self._path.parent, self._path.parent)
        storage = AtomicStorage(self._path)
        tables = mended(self._path, storage.read, tell) or {}
        self.keys |= {*keys, *_keys(tables)}  # also what somebody else answered meanwhile
        rows = numbered(TABLE, [{"key": key} for key in sorted(self.keys)])
        storage.write({**tables, TABLE: rows})
        self.problem = None


def _keys(tables: Tables) -> set[str]:
    return {str(record.get("key")) for record in tables.get(TABLE, {}).values()}
