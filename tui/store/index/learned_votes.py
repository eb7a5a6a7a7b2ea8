"""Votes learned for the sources of a project: derived from confirmed pages, in the private cache.

Each source (`[[sources]]`) has a file, written whole; a broken one, or one that was learned from other
general weights, is the same as none. `tui.operations.learn_borders` makes them.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from tui.store.digest import sha256
from tui.text.votes import VOTES, Votes, votes_of, weights_of
from tui.texts import Message


class SourceVotes(NamedTuple):
    """The votes of a source, and what they were found to be worth on pages held out.

    Attributes:
        source: its path, as the settings say it.
        votes: its weights; empty where the general ones were as good.
        pages: how many confirmed pages they were learned from.
        lines: how many undecided lines these have.
        general, learned: how many of the lines the general and the learned weights decide rightly.
    """

    source: str
    votes: Votes
    pages: int
    lines: int
    general: int
    learned: int

    @property
    def message(self) -> Message:
        """What is said of it in one line."""
        kind = "learned" if self.votes else "general"
        values = {name: value for name, value in self._asdict().items() if name != "votes"}
        return Message(f"borders.{kind}", values)


class LearnedVotes:
    """Reads and keeps the votes of the sources of a project; each file is read once.

    Args:
        cache: to which only this user can write.
        root: the project.
    """

    def __init__(self, cache: Path, root: Path) -> None:
        self._folder, self._root = cache / "votes", root
        self._known: dict[str, SourceVotes | None] = {}

    def of(self, source: str) -> SourceVotes | None:
        """Return what was learned of a source; None: nothing."""
        if source not in self._known:
            self._known[source] = self._read(source)
        return self._known[source]

    def keep(self, learned: SourceVotes) -> None:
        """Put what was learned of a source in the place of what was before.

        Raises:
            OSError: it cannot be written; what was before is still there.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        path = self._path(learned.source)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        told = learned._asdict() | {"votes": dict(learned.votes), "base": _base()}
        fresh.write_text(json.dumps(told), encoding="utf-8")
        fresh.replace(path)
        self._known[learned.source] = learned

    def _path(self, source: str) -> Path:
        key = f"{self._root.resolve()}\0{source}".encode("utf-8", "surrogateescape")
        return self._folder / f"{sha256(key).hexdigest()[:32]}.json"

    def _read(self, source: str) -> SourceVotes | None:
        with suppress(OSError, ValueError, TypeError, KeyError):
            told: Mapping[str, Any] = json.loads(self._path(source).read_bytes())
            counts = [int(told[name]) for name in ("pages", "lines", "general", "learned")]
            if told["base"] == _base():
                return SourceVotes(source, weights_of(told["votes"]), *counts)
        return None


def _base() -> dict[str, float]:
    """Return the general weights that were learned from, as they are kept."""
    return dict(votes_of(VOTES))
