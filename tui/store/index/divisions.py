"""Cached divisions of pages, so that opening a page again does not load the rules."""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui import text
from tui.model import Article, Block, Division, Page, Segment
from tui.text.document_layout import undivided
from tui.text.votes import VOTES, Votes


class Divisions:
    """Divides pages, or reads how it was done before. What it keeps can be deleted at any time.

    A page's bytes, its id, the votes and the files of the rules name a division: with another version of any
    of them it is made anew.

    Args:
        folder: to which only this user can write; what lies there is taken as it is.
        keep: whether new divisions are kept.

    Attributes:
        rules: names the version of the rules.
    """

    def __init__(self, folder: Path, *, keep: bool = True) -> None:
        self._folder = folder / "divisions"
        self.rules = _rules()
        self._keeps = keep

    def of(self, page: Page, votes: Votes = ()) -> Division:
        """Return the division of a page.

        Args:
            votes: weights in the place of the general ones.
        """
        if page.layout == "document":
            return undivided(page)
        made_by = f"{self.rules}\0{page.id}\0{page.sha256}" + (f"\0{votes}" if votes else "")
        path = self._folder / sha256(made_by.encode("utf-8", "surrogatepass")).hexdigest()
        with suppress(OSError, ValueError, TypeError, KeyError):
            return _read(page, json.loads(path.read_bytes()))
        from tui.text.divide import divide

        division = divide(page, VOTES | dict(votes))
        if self._keeps:
            with suppress(OSError):
                self._keep(path, division)
        return division

    def _keep(self, path: Path, division: Division) -> None:
        """Write a division at once or not at all; not synced, since a lost one is made anew."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.write_text(json.dumps(_written(division), separators=(",", ":")), encoding="ascii")
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


def _read(page: Page, data: dict[str, Any]) -> Division:
    articles = tuple(
        Article(
            id=id_, page=page.id, kind=kind, confidence=sure, border=border, blocks=tuple(map(_block, blocks))
        )
        for id_, kind, sure, border, blocks in data["articles"]
    )
    return Division(articles=articles, furniture=_segments(data["furniture"]))


def _block(data: list[Any]) -> Block:
    role, segments, sure = data
    return Block(role=role, segments=_segments(segments), confidence=sure)


def _segments(data: list[Any]) -> tuple[Segment, ...]:
    return tuple((start, end) for start, end in data)
