"""The segmenter that answers on lines and at a socket, with the words of the user as they are now."""

import asyncio
import io
import json
import os
import socket
import sys
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from tui.text import segment_worker
from tui.text.segment_worker import Worker, answer_at, answer_lines

TEXT = "两新组织说"


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    pytest.importorskip("rjieba")
    return tmp_path / "dictionary.txt"


@pytest.fixture
def worker(dictionary: Path, tmp_path: Path) -> Worker:
    return Worker(str(tmp_path / "cache"), "rjieba", str(dictionary))


def words(answer: bytes) -> list[str]:
    assert answer.endswith(b"]\n")
    return [TEXT[start:end] for start, end in json.loads(answer)]


def asked() -> bytes:
    return json.dumps(TEXT).encode()


def test_a_text_is_answered_with_its_words(worker: Worker) -> None:
    assert words(worker.answer(asked())) == ["两新", "组织", "说"]
    assert worker.answer(b'""') == b"[]\n"


def test_the_dictionary_is_read_again_where_it_has_changed_and_somebody_looks(
    worker: Worker, dictionary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = list[object]()
    monkeypatch.setattr(
        segment_worker,
        "read_what_holds",
        lambda path: loaded.append(path) or ([], []),  # type: ignore[func-returns-value]
    )
    worker.look()
    assert loaded == []
    dictionary.write_text("两新组织\n", "utf-8")
    worker.look()
    worker.look()
    assert loaded == [dictionary]


def test_each_line_is_answered_and_after_the_first_the_process_gives_way(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, nicer = io.BytesIO(), list[int]()
    monkeypatch.setattr(os, "nice", nicer.append)
    given = io.BytesIO(b"\n".join((asked(), b'"x"')))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=given))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    answer_lines(worker)
    first, second = out.getvalue().splitlines(keepends=True)
    assert (words(first), second) == (["两新", "组织", "说"], b"[[0,1]]\n")
    assert nicer == [segment_worker.NICER]


async def test_whoever_connects_is_answered_with_the_words_of_now(
    worker: Worker, dictionary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = Event()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=ended.wait)))
    path = str(tmp_path / "s")

    async def ask(times: int) -> list[list[str]]:
        reader, writer = await asyncio.open_unix_connection(path)
        found = []
        for _ in range(times):
            writer.write(asked() + b"\n")
            found.append(words(await reader.readline()))
        writer.close()
        return found

    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen()
        serving = asyncio.create_task(answer_at(listening, worker))
        try:
            assert await ask(2) == [["两新", "组织", "说"]] * 2
            dictionary.write_text("两新组织\n", "utf-8")
            assert await ask(1) == [["两新组织", "说"]]
        finally:
            ended.set()
            await asyncio.wait_for(serving, 5)


@pytest.mark.parametrize("number", [None, 7])
def test_it_answers_at_a_socket_where_one_is_given(
    number: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = list[Any]()

    async def at_socket(listening: object, worker: object) -> None:
        said.extend((listening, worker))

    monkeypatch.setattr(segment_worker, "Worker", lambda *arguments: arguments)
    monkeypatch.setattr(segment_worker, "answer_lines", said.append)
    monkeypatch.setattr(segment_worker, "answer_at", at_socket)
    sockets = SimpleNamespace(socket=lambda fileno: f"socket {fileno}")
    monkeypatch.setattr(segment_worker, "socket", sockets)
    more = [] if number is None else [str(number)]
    monkeypatch.setattr(sys, "argv", ["worker", "CACHE", "jieba", "DICTIONARY", *more])
    segment_worker.main()
    arguments = ("CACHE", "jieba", "DICTIONARY")
    assert said == ([arguments] if number is None else ["socket 7", arguments])
