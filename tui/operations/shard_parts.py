"""The parts that shards wrote, put together to what one run would find."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from tui.errors import ProjectError
from tui.operations.page_work import Mode, PageWork
from tui.operations.parallel import Work
from tui.operations.shards import ENDING, VERSION, Inputs, Shard, encode
from tui.texts import Message

Found = TypeVar("Found")
LAST = 200
"""Bytes, of which the last line of a part has fewer."""


class _Part:
    """The file of a part, read line by line.

    Raises:
        ProjectError: it is none.
    """

    def __init__(self, path: Path) -> None:
        self.path, self._line, self._at = path, 0, 0
        try:
            with path.open("rb") as file:
                head = self._next(file)
                self._at = file.tell()
                self.is_whole = _ends_whole(file)
        except OSError as error:
            raise ProjectError("shard.unreadable", path=path, reason=error.strerror or error) from error
        self.command, self.shard, self.inputs = self._said(head)

    def _said(self, head: dict[str, Any]) -> tuple[str, Shard, Inputs]:
        """Return what the first line says: of which command, share and run the part is."""
        try:
            share = Shard(int(head["number"]), int(head["total"]))
            if head["part"] == VERSION:
                return str(head["command"]), share, Inputs(**head["inputs"])
        except (KeyError, TypeError, ValueError) as error:
            raise ProjectError("shard.none", path=self.path) from error
        raise ProjectError("shard.none", path=self.path)

    def _next(self, file: BinaryIO) -> dict[str, Any]:
        """Return the next line."""
        self._line += 1
        try:
            found = json.loads(file.readline())
        except (ValueError, RecursionError) as error:
            raise ProjectError("shard.none", path=self.path) from error
        if not isinstance(found, dict):
            raise ProjectError("shard.none", path=self.path)
        return found

    def found(self, work: PageWork[Found]) -> Iterator[Found]:
        """Yield what was found by some work, which comes next."""
        from pydantic import TypeAdapter

        adapter = TypeAdapter(work.packed)
        with self.path.open("rb") as file:
            file.seek(self._at)
            if self._next(file) != {"work": work.name}:
                raise self._damaged()
            while True:
                self._at = file.tell()
                line = self._next(file)
                if "found" not in line:
                    break
                try:
                    found = work.unpack(adapter.validate_python(line["found"]))
                except ValueError as error:
                    raise self._damaged() from error
                yield found
        self._line -= 1

    def _damaged(self) -> ProjectError:
        return ProjectError("shard.damaged", path=self.path, line=self._line)


class PartRunner:
    """Yields what the shards of one run found, as if it was found now.

    Args:
        paths: of the parts, in any order; a folder stands for all parts of the command in it.

    Raises:
        ProjectError: they are not the parts of one such run.
    """

    mode: Mode = "merge"

    def __init__(self, command: str, inputs: Inputs, paths: Sequence[Path]) -> None:
        files = [file for path in paths for file in _files(path, command)]
        parts = [_Part(path) for path in files]
        for part in parts:
            _check(part, command, inputs)
        self._parts = sorted(parts, key=lambda part: part.shard)
        _check_whole(self._parts)

    def map(self, work: PageWork[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """Yield what was found, part by part: the order of the pages."""
        del pages, more
        for part in self._parts:
            yield from part.found(work)

    def of_all(self, work: Work[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """See `PageRunner`."""
        del work, pages, more
        return iter(())


def _ends_whole(file: BinaryIO) -> bool:
    """Tell whether a part ends as it should: with a line that says how many bytes are before it."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - LAST))
    last = file.read().splitlines(keepends=True)[-1]
    return last == encode({"end": size - len(last)}).encode() + b"\n"


def _files(path: Path, command: str) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(path.glob(f"{command}-*{ENDING}"))
    if not found:
        raise ProjectError("shard.no_parts", path=path, command=command)
    return found


def _check(part: _Part, command: str, inputs: Inputs) -> None:
    """Make sure that a part is one of this run.

    Raises:
        ProjectError: it is not.
    """
    if not part.is_whole:
        raise ProjectError("shard.cut", path=part.path)
    if part.command != command:
        raise ProjectError("shard.command", path=part.path, other=part.command, command=command)
    for what, ours, theirs in zip(Inputs._fields, inputs, part.inputs, strict=True):
        if ours != theirs:
            raise ProjectError("shard.other", path=part.path, what=Message(f"shard.what.{what}"))


def _check_whole(parts: Sequence[_Part]) -> None:
    """Make sure that each part of a run is there once.

    Args:
        parts: in order.

    Raises:
        ProjectError: one is missing, is there twice, or is of another number of parts.
    """
    total, seen = parts[0].shard.total, dict[int, Path]()
    for part in parts:
        number = part.shard.number
        if part.shard.total != total:
            raise ProjectError("shard.count", path=part.path, count=part.shard.total, other=total)
        if number in seen:
            raise ProjectError("shard.twice", path=part.path, number=number + 1, other=seen[number])
        seen[number] = part.path
    missing = [str(number + 1) for number in range(total) if number not in seen]
    if missing:
        raise ProjectError("shard.missing", missing=", ".join(missing[:10]), count=total)
