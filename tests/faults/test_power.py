"""Power loss: whatever was not synced may be gone, in any mixture; what was shown as saved is there."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeAlias

import pytest

from tui.store.files.storage import AtomicStorage

PATCHED = ("open", "write", "fsync", "replace", "link", "unlink")


class Op(NamedTuple):
    """Something that the program asked of the disk; `file` numbers what was opened."""

    what: str
    name: str = ""
    other: str = ""
    file: int = 0
    data: bytes = b""


Session: TypeAlias = Callable[..., tuple[list[Op], list[int], Path]]


class Recorder:
    """Notes what is asked of the disk, while it is done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.log: list[Op] = []
        self._open: dict[int, Op] = {}
        self._made = 0
        self._real = {
            name: getattr(os, name) for name in ("open", "write", "fsync", "replace", "link", "unlink")
        }
        for name in self._real:
            monkeypatch.setattr(os, name, getattr(self, name))

    def open(self, path: Any, flags: int, *mode: int, **more: Any) -> int:
        handle: int = self._real["open"](path, flags, *mode, **more)
        if flags & os.O_DIRECTORY:
            self._open[handle] = Op("folder", os.fspath(path))
        elif flags & os.O_CREAT:
            self._made += 1
            self._open[handle] = Op("file", os.fspath(path), file=self._made)
            self.log.append(Op("create", os.fspath(path), file=self._made))
        return handle

    def write(self, handle: int, data: Any) -> int:
        done: int = self._real["write"](handle, data)
        if handle in self._open:
            self.log.append(Op("write", file=self._open[handle].file, data=bytes(data[:done])))
        return done

    def fsync(self, handle: int) -> None:
        self._real["fsync"](handle)
        if handle in self._open:
            what, name, _, file, _ = self._open[handle]
            self.log.append(Op(f"sync {what}", name, file=file))

    def replace(self, one: Any, other: Any) -> None:
        self._real["replace"](one, other)
        self.log.append(Op("rename", os.fspath(one), os.fspath(other)))

    def link(self, one: Any, other: Any, **more: Any) -> None:
        self._real["link"](one, other, **more)
        self.log.append(Op("link", os.fspath(one), os.fspath(other)))

    def unlink(self, path: Any, **more: Any) -> None:
        self._real["unlink"](path, **more)
        self.log.append(Op("unlink", os.fspath(path)))


def after_power_loss(log: list[Op], random: Random) -> dict[str, bytes]:
    """Return the files that are there after the power went with the last entry of the log.

    What was synced is there. Of what was not, a file has any part of its bytes, and of a folder's changes any
    are there: only the order of those to one name is kept.
    """
    volatile: dict[int, bytes] = {}
    durable: dict[int, bytes] = {}
    names: dict[str, int] = {}
    pending: list[Op] = []

    def do(op: Op, into: dict[str, int]) -> None:
        if op.what == "create":
            into[op.name] = op.file
        elif op.what == "unlink":
            into.pop(op.name, None)
        elif op.what == "link" and op.name in live:
            into[op.other] = live[op.name]
        elif op.what == "rename":
            into.pop(op.name, None)
            into[op.other] = op.file

    live: dict[str, int] = {}
    for op in log:
        if op.what == "write":
            volatile[op.file] = volatile.get(op.file, b"") + op.data
        elif op.what == "sync file":
            durable[op.file] = volatile.get(op.file, b"")
        elif op.what == "sync folder":
            for change in [
                change for change in pending if str(Path(change.other or change.name).parent) == op.name
            ]:
                do(change, names)
                pending.remove(change)
        else:
            noted = op._replace(file=live[op.name]) if op.what == "rename" else op
            do(noted, live)
            pending.append(noted)
    for change in pending:
        if random.random() < 0.5:
            do(change, names)
    return {name: _left(file, volatile, durable, random) for name, file in names.items()}


def _left(file: int, volatile: dict[int, bytes], durable: dict[int, bytes], random: Random) -> bytes:
    written = volatile.get(file, b"")
    if durable.get(file) == written:
        return written
    return random.choice([b"", written, written[: len(written) // 2], b"\0" * len(written)])


def check(log: list[Op], saved: list[int], path: Path) -> int:
    """Let the power go after each entry of the log, several times; return how often.

    Args:
        saved: how long the log was when each save had returned.
    """
    random, count = Random(5), 0
    for end in range(len(log) + 1):
        acknowledged = sum(length <= end for length in saved)
        for _ in range(8):
            files = after_power_loss(log[:end], random)
            count += 1
            if acknowledged:
                assert str(path) in files, "what was saved is gone"
            if str(path) in files:
                tables = json.loads(files[str(path)])
                assert tables["meta"]["1"]["n"] in (acknowledged, acknowledged + 1)
                assert len(tables["spans"]) == tables["meta"]["1"]["n"]
            for name, data in files.items():
                if "/generations/" in name:
                    json.loads(data)
    return count


@pytest.fixture
def session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[list[Op], list[int], Path]]:
    """Saves a file several times, and gives what was asked of the disk."""

    def play(without: str = "") -> tuple[list[Op], list[int], Path]:
        path = tmp_path / "ling" / "p.json"
        path.parent.mkdir()
        recorder = Recorder(monkeypatch)
        storage, saved = AtomicStorage(path), []
        for number in range(1, 8):
            spans = {n: {"text": "批阅" * 40} for n in range(number)}
            storage.write({"meta": {1: {"n": number}}, "spans": spans})
            saved.append(len(recorder.log))
        kept = [op for op in recorder.log if op.what != without]
        return kept, [sum(op.what != without for op in recorder.log[:length]) for length in saved], path

    return play


def test_what_was_saved_is_there_whenever_the_power_goes(
    session: Session,
) -> None:
    log, saved, path = session()
    assert {op.what for op in log} >= {"create", "write", "sync file", "rename", "sync folder", "link"}
    assert check(log, saved, path) > 300


@pytest.mark.parametrize("without", ["sync file", "sync folder"])
def test_the_shim_notices_what_is_not_synced(without: str, session: Session) -> None:
    with pytest.raises((AssertionError, ValueError, KeyError)):
        check(*session(without))
