"""Cached divisions of pages, so that opening a page again does not load the rules."""

import json
import os
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from tui import text
from tui.model import Article, Block, Division, Kind, Page, Role, Segment
from tui.store.digest import sha256
from tui.store.files.reading import read_plain
from tui.text.document_layout import undivided
from tui.text.votes import VOTES, Votes

FILES = 4096
"""Among so many files divisions are distributed, by their keys."""
FULL = 1 << 15
"""Bytes of a file from which on only the newest half stays: 128 MiB in all."""
FORMER = "divisions"
"""The folder in which earlier versions kept a file for each page."""
AT_ONCE = 1000
"""So many of those files are removed at a time."""


class Divisions:
    """Divides pages, or reads how it was done before. What it keeps can be deleted at any time.

    A page's bytes, its id, the votes and the files of the rules name a division: with another version of any
    of them it is made anew. What was kept first goes first.

    Args:
        folder: to which only this user can write; what lies there is taken as it is.
        keep: whether new divisions are kept.

    Attributes:
        rules: names the version of the rules.
    """

    def __init__(self, folder: Path, *, keep: bool = True) -> None:
        self._folder, self._former = folder / "page_divisions", folder / FORMER
        self.rules = _rules()
        self._digest = sha256(self.rules.encode("utf-8", "surrogatepass"))
        self._keeps = keep

    def of(self, page: Page, votes: Votes = ()) -> Division:
        """Return the division of a page.

        Args:
            votes: weights in the place of the general ones.
        """
        if page.layout == "document":
            return undivided(page)
        digest = self._digest.copy()  # the rules' names are long
        made_by = f"\0{page.id}\0{page.sha256}" + (f"\0{votes}" if votes else "")
        digest.update(made_by.encode("utf-8", "surrogatepass"))
        key = digest.hexdigest()
        path = f"{self._folder}/{int(key[:8], 16) % FILES:03x}"
        with suppress(OSError, ValueError, TypeError, KeyError):
            return _read(page, _kept(path, key))
        from tui.text.divide import divide

        division = divide(page, VOTES | dict(votes))
        if self._keeps:
            with suppress(OSError):
                self._keep(Path(path), key, division)
        return division

    def _keep(self, path: Path, key: str, division: Division) -> None:
        """Put a division behind those in a file; not synced, since a lost one is made anew.

        Of two processes that write at once, one may write over what the other has just put there; what is
        torn is no JSON, and made anew.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        entry = f"\n{key} {json.dumps(_written(division), separators=(',', ':'))}".encode("ascii")
        with path.open("ab") as file:
            file.write(entry)
            size = file.tell()
        if size > FULL:
            _sweep(path)
        if self._former.exists():
            self._forget_former()

    def _forget_former(self) -> None:
        """Remove some of what earlier versions kept."""
        with os.scandir(self._former) as entries:
            for entry in islice(entries, AT_ONCE):
                Path(entry.path).unlink()
        with suppress(OSError):  # there are more
            self._former.rmdir()


def _kept(path: str, key: str) -> bytes:
    """Return what was kept last by a key; nothing where there is none.

    Raises:
        OSError: there is no such file.
    """
    data = read_plain(path)
    mark = f"\n{key} ".encode("ascii")
    at = data.rfind(mark)
    return data[at + len(mark) :].partition(b"\n")[0] if at >= 0 else b""


def _sweep(path: Path) -> None:
    """Leave the newest entries of a file, half of what it may hold, and the last one whatever its size."""
    data = path.read_bytes()
    half = data.find(b"\n", len(data) - FULL // 2)
    cut = half if half >= 0 else data.rfind(b"\n")
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_bytes(data[cut:])
    fresh.replace(path)


KEPT = (".py", ".crfsuite")
"""How the files of the rules and of the model end."""


def _rules() -> str:
    """Return what changes with the files of rules and model: their state, as reading them takes longer."""
    with os.scandir(Path(text.__file__).parent) as files:
        states = sorted((file.name, file.stat()) for file in files if file.name.endswith(KEPT))
    return ";".join(f"{name}:{state.st_size}:{state.st_mtime_ns}" for name, state in states)


def _written(division: Division) -> dict[str, Any]:
    articles = [
        [
            a.id,
            a.kind,
            a.confidence,
            a.border,
            [[block.role, block.segments, block.confidence] for block in a.blocks],
        ]
        for a in division.articles
    ]
    return {"articles": articles, "furniture": division.furniture}


def _read(page: Page, data: bytes) -> Division:
    articles = []
    for id_, kind, sure, border, rows in (kept := _decoder().decode(data)).articles:
        blocks = tuple(
            [Block(role=role, segments=parts, confidence=sure_of_role) for role, parts, sure_of_role in rows]
        )
        articles.append(
            Article(id=id_, page=page.id, kind=kind, confidence=sure, border=border, blocks=blocks)
        )
    return Division(articles=tuple(articles), furniture=kept.furniture)


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    """Return what reads a division that was kept."""
    block = tuple[Role, tuple[Segment, ...], float]
    article = tuple[str, Kind, float, float, tuple[block, ...]]
    fields = [("articles", tuple[article, ...]), ("furniture", tuple[Segment, ...])]
    return msgspec.json.Decoder(msgspec.defstruct("Kept", fields))
