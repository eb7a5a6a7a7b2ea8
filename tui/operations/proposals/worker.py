"""Proposals from a process of their own: ``python -m tui.operations.proposals.worker ROOT [SOCKET]``.

Dictionary, memory and model live here, so that nothing of them holds up a key or the first screen. Requests
are lines of JSON. The first one is ``{"annotator": "ling"}`` and is not answered.
``{"do": "propose", "example": {...}}`` is answered by ``{"candidates": [...]}``, and what was decided on the
article is remembered on the way; ``{"do": "model"}`` takes up the model that was trained last and is answered
by ``{"model": true}`` where it fits. What was decided in other articles is read from the project, the newest
first, whenever no request waits.

Without SOCKET it answers one app on stdin and stdout. With it, the number of an open socket that listens, it
answers all apps that connect there, each in a thread of its own: a long article of one person takes its share
of the processor, and no more. It ends when its stdin does.
"""

import json
import os
import socket
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Condition, Thread
from typing import BinaryIO

from tui.operations.proposals.session import ProposalSession
from tui.store.files.system_calls import give_memory_back
from tui.suggest.lac import LacProposer
from tui.text.jieba_dictionary import parts_of_speech

NICER = 5
"""By how much it gives way to the apps."""


class Worker:
    """Answers apps, and reads what was decided before while no request waits.

    Args:
        root: the project's folder.
    """

    def __init__(self, root: Path) -> None:
        self._root, self._lac = root, LacProposer()
        self._changed = Condition()
        self._answering = 0
        self._unread: deque[ProposalSession] = deque()
        parts_of_speech()  # before there are threads: each would read the dictionary
        Thread(target=self._read_on, daemon=True).start()

    def serve(self, requests: BinaryIO, answers: BinaryIO) -> None:
        """Answer one app until it asks no more."""
        first = requests.readline()
        if not first:
            return
        with self._request():
            session = ProposalSession(self._root, json.loads(first)["annotator"], self._lac)
            give_memory_back()
        self._unread.append(session)
        try:
            for line in requests:
                with self._request():
                    answer = session.answer(json.loads(line))
                answers.write(json.dumps(answer, separators=(",", ":")).encode() + b"\n")
                answers.flush()
        finally:
            session.close()

    @contextmanager
    def _request(self) -> Iterator[None]:
        """Keep the reading of what was decided before waiting."""
        with self._changed:
            self._answering += 1
        try:
            yield
        finally:
            with self._changed:
                self._answering -= 1
                self._changed.notify()

    def _read_on(self) -> None:
        """Read one article of each session in turn."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._unread and not self._answering)
                session = self._unread.popleft()
            with suppress(Exception):  # a file that cannot be read ends this session's reading, no other's
                if session.remember_more():
                    self._unread.append(session)


def main() -> None:
    """Answer requests until stdin ends."""
    root, *listening = sys.argv[1:]
    with suppress(OSError):
        os.nice(NICER)
    worker = Worker(Path(root))
    if listening:
        at = socket.socket(fileno=int(listening[0]))
        Thread(target=answer_at, args=(at, worker), daemon=True).start()
        sys.stdin.buffer.read()
    else:
        worker.serve(sys.stdin.buffer, sys.stdout.buffer)


def answer_at(listening: socket.socket, worker: Worker) -> None:
    """Answer who connects, each in a thread of its own."""
    while True:
        connection, _ = listening.accept()
        Thread(target=_answer, args=(connection, worker), daemon=True).start()


def _answer(connection: socket.socket, worker: Worker) -> None:
    with connection, connection.makefile("rb") as requests, connection.makefile("wb") as answers:
        worker.serve(requests, answers)


if __name__ == "__main__":
    main()
