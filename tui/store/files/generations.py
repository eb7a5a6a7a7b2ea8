"""Generations: older states of an annotation file, kept as hard links."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tui.errors import StoreError
from tui.store.beneath import refuse_links_out
from tui.store.files.atomic import create, replace, sync_name
from tui.store.files.reading import fingerprint, read_plain
from tui.store.files.system_calls import make_link

HIDDEN = ".piyue"
"""A folder within each annotator's: generations, locks and journals, none of which belongs into git."""

DAMAGED = ".damaged-"
"""Between the name of a file that was put aside and its number."""

NAME = r"(\d{6,12})-(\d{8}T\d{6}Z)\.json"
RECENT = 10
"""So many of the newest generations are kept."""

PERIODS = ((11, 24), (8, 60))
"""Beyond them the newest of each of the last 24 hours and 60 days with work: length of a stamp, how many."""


class Generation(NamedTuple):
    """An older state of a file: numbers count up and never go back; the time is what the clock said then."""

    number: int
    stamp: str
    path: Path

    @property
    def time(self) -> datetime:
        """When this state was saved."""
        return datetime.strptime(self.stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def hidden(path: Path, kind: str) -> Path:
    """Return the folder for things of one kind that belong to the annotation file at `path`."""
    return path.parent / HIDDEN / kind


def make_hidden(folder: Path) -> None:
    """Make a folder within the hidden one, which git is told to leave out.

    Raises:
        OSError: it cannot be made.
        StoreError: a link on the way leads out of the project.
    """
    refuse_links_out(folder)
    folder.mkdir(parents=True, exist_ok=True)
    top = next(parent for parent in (folder, *folder.parents) if parent.name == HIDDEN)
    with suppress(FileExistsError), (top / ".gitignore").open("x") as file:
        file.write("*\n")


def generations(path: Path) -> list[Generation]:
    """Return the generations of the annotation file at `path`, newest first."""
    folder = _folder(path)
    refuse_links_out(folder)
    try:
        names = os.listdir(folder)  # noqa: PTH208  (each save does it: names are enough)
    except OSError:
        return []
    found = ((name, re.fullmatch(NAME, name)) for name in names)
    kept = (Generation(int(match[1]), match[2], folder / name) for name, match in found if match)
    return sorted(kept, reverse=True)


def keep(path: Path) -> None:
    """Keep the state that is about to be replaced; a save goes on where that is impossible."""
    with suppress(OSError, StoreError):
        state, known = path.stat(), generations(path)
        if known and known[0].path.stat().st_ino == state.st_ino:
            return
        moment = datetime.fromtimestamp(state.st_mtime, UTC)
        stamp = moment.strftime("%Y%m%dT%H%M%SZ")
        number = known[0].number + 1 if known else 1
        _link(path, _folder(path) / f"{number:06}-{stamp}.json")
        for old in _superseded([Generation(number, stamp, path), *known]):
            old.path.unlink()


def keep_bytes(path: Path, data: bytes) -> None:
    """Keep a state of a file that was never there as such: a side of a merge."""
    with suppress(OSError, StoreError):
        known = generations(path)
        number = known[0].number + 1 if known else 1
        folder = _folder(path)
        make_hidden(folder)
        create(folder / f"{number:06}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json", data)


def keep_version(path: Path, version: int) -> None:
    """Keep a file of an older version for good, before the first save in the new one.

    Raises:
        StoreError: it cannot be kept; the save must not go on.
    """
    target = _folder(path) / f"version-{version}.json"
    try:
        if not target.exists():
            _link(path, target)
    except OSError as error:
        raise StoreError("store.write", path=target, reason=error.strerror) from error


def quarantine(path: Path) -> Path:
    """Put a damaged file aside, beside where it was, and return its new path.

    Raises:
        StoreError: it cannot be renamed.
    """
    try:
        for number in range(1, 10_000):
            target = path.with_name(f"{path.name}{DAMAGED}{number}")
            if fingerprint(target) is None:
                path.rename(target)
                sync_name(path)
                return target
    except OSError as error:
        raise StoreError("store.write", path=path, reason=error.strerror) from error
    raise StoreError("store.write", path=path, reason="too many damaged files")


def set_aside(path: Path) -> Path:
    """Give a damaged file a second name beside the first, and return it; nothing is renamed yet.

    Raises:
        StoreError: it cannot be done; all is as it was.
    """
    for number in range(1, 10_000):
        target = path.with_name(f"{path.name}{DAMAGED}{number}")
        if not os.path.lexists(target):
            try:
                _link(path, target)
                sync_name(target)
            except OSError as error:
                raise StoreError("store.write", path=path, reason=error.strerror) from error
            return target
    raise StoreError("store.write", path=path, reason="too many damaged files")


def bring_back(path: Path, generation: Generation, *, keeps: bool = True) -> None:
    """Make a generation the state of the file at `path`; what is there becomes a generation itself.

    Args:
        keeps: not so where it is damaged.

    Raises:
        StoreError: it cannot be read or written; the file is as it was.
    """
    try:
        data = read_plain(generation.path)
    except OSError as error:
        raise StoreError("store.unreadable", path=generation.path, reason=error.strerror) from error
    replace(path, data, (lambda: keep(path)) if keeps else None)
    sync_name(path)


def _folder(path: Path) -> Path:
    return hidden(path, "generations") / path.stem


def _link(path: Path, target: Path) -> None:
    """Give the file a second name, or where the file system cannot, copy it."""
    refuse_links_out(target)
    if not target.parent.is_dir():
        make_hidden(target.parent)
    try:
        make_link(path, target)
    except FileExistsError:
        return
    except OSError:
        replace(target, read_plain(path))


def _superseded(newest_first: Sequence[Generation]) -> Iterator[Generation]:
    """Yield the generations that need not be kept; their numbers decide what is new, never the clock."""
    seen: list[set[str]] = [set() for _ in PERIODS]
    for place, generation in enumerate(newest_first):
        wanted = place < RECENT
        for (length, count), stamps in zip(PERIODS, seen, strict=True):
            stamp = generation.stamp[:length]
            if stamp not in stamps and len(stamps) < count:
                stamps.add(stamp)
                wanted = True
        if not wanted:
            yield generation
