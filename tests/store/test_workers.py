"""What is asked of others: a queue on a server, a worker process, what a person chose before."""

import asyncio
import json
import sys
from asyncio import StreamReader, StreamWriter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.store.building import document_of, page_of
from tui.model import Progress
from tui.store.preferences import Preferences, load_preferences, save_preferences
from tui.store.settings.model import Team
from tui.store.team_queue import TeamQueue
from tui.store.worker_connection import WorkerConnection, WorkerRun
from tui.store.worker_process import leave_current_folder, module_path


class Queue:
    """A server's queue that gives out what it was told to, and keeps what it was told."""

    def __init__(self, *given: str) -> None:
        self.given = list(given)
        self.told: list[tuple[Any, ...]] = []

    def register(self, pages: tuple[str, ...]) -> None:
        self.told.append(("register", *pages))

    def progress(self, page: str, annotator: str, state: str, seconds: float) -> None:
        self.told.append((page, annotator, state, seconds))

    def draw(self, annotator: str, overlap: int, seconds: float, passed: list[str]) -> str | None:
        self.told.append((annotator, overlap, seconds, *passed))
        return next((page for page in self.given if page not in passed), None)


def team_queue(queue: Queue) -> TeamQueue:
    return TeamQueue(queue, Team(overlap=2, lease=30, result="gold"), "ling")  # type: ignore[arg-type]


def test_a_server_is_told_how_far_a_page_is_once_for_each_change() -> None:
    queue = Queue()
    told = team_queue(queue).told
    untouched = document_of(page_of())
    article = untouched.articles[0].id
    for state in ("todo", "doing", "doing", "done", "doing", "todo"):
        told(untouched.replaced(progress={article: Progress(state=state)}))
    assert queue.told == [("p", "ling", state, 1800.0) for state in ("doing", "done", "doing", "todo")]


def test_adjudicating_is_nobody_s_work() -> None:
    queue = Queue()
    document = document_of(page_of())
    done = document.replaced(progress={document.articles[0].id: Progress(state="done")})
    team_queue(queue).told(done.replaced(annotator="gold"))
    assert queue.told == []
    team_queue(queue).told(done.replaced(annotator="zhou"))
    assert queue.told == [("p", "zhou", "done", 1800.0)]


def test_pages_that_are_not_here_are_passed_over() -> None:
    queue = Queue("elsewhere", "other", "b", "a")
    team = team_queue(queue)
    assert team.draw(("a", "b")) == "b"
    assert queue.told == [
        ("register", "a", "b"),
        ("ling", 2, 1800.0),
        ("ling", 2, 1800.0, "elsewhere"),
        ("ling", 2, 1800.0, "elsewhere", "other"),
    ]
    queue.told.clear()
    assert (team.draw(("a", "b")), queue.told[0]) == ("b", ("ling", 2, 1800.0))
    assert team.draw(("c",)) is None
    assert queue.told[3] == ("register", "c")


@pytest.mark.usefixtures("private_home")
def test_what_a_person_chose_comes_back_to_them_alone() -> None:
    chosen = Preferences("nord", "zh", ("undo", "export"))
    assert load_preferences("ling") == Preferences()
    save_preferences("ling", chosen)
    save_preferences("王/路", Preferences(language="en"))
    assert (load_preferences("ling"), load_preferences("zhou")) == (chosen, Preferences())
    assert load_preferences("王/路") == Preferences(language="en")
    save_preferences("ling", Preferences())
    assert load_preferences("ling") == Preferences()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"theme": 3, "language": "fr", "recent": ["undo", 4]}, Preferences(recent=("undo",))),
        ({"theme": "nord", "language": None, "recent": "undo"}, Preferences("nord")),
        ({"theme": "nord"}, Preferences()),
        ([], Preferences()),
        ("", Preferences()),
    ],
)
def test_what_cannot_be_read_counts_as_not_chosen(
    said: object, expected: Preferences, private_home: Path
) -> None:
    save_preferences("ling", Preferences("x"))
    (file,) = (path for path in private_home.rglob("*") if path.is_file())
    file.write_text(json.dumps(said))
    assert load_preferences("ling") == expected
    file.write_text("{")
    assert load_preferences("ling") == Preferences()


class Shared:
    """A shared worker that gives one answer after the other; None: it goes away instead."""

    def __init__(self, *answers: bytes | None) -> None:
        self.answers = list(answers)
        self.heard: list[Any] = []
        self.connections: set[asyncio.Task[None] | None] = set()

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        self.connections.add(asyncio.current_task())
        while line := await reader.readline():
            self.heard.append(json.loads(line))
            if self.heard[-1] != "greeting":
                if (said := self.answers.pop(0)) is None:
                    break
                writer.write(said)
        writer.close()
        await writer.wait_closed()


def asked(path: Path, shared: Shared, *requests: object, greeting: object = None) -> list[Any]:
    """Ask a shared worker; return the answers, and the errors where there is none."""

    async def ask() -> list[Any]:
        server = await asyncio.start_unix_server(shared.serve, str(path))
        connection = WorkerConnection(str(path), "tests.store.nothing", greeting=greeting)
        found: list[Any] = []
        for request in requests:
            try:
                found.append(await connection.ask(request))
            except (OSError, ValueError) as error:
                found.append(type(error))
        assert not connection.has_own_process
        await connection.close()
        await asyncio.gather(*filter(None, shared.connections))
        server.close()
        await server.wait_closed()
        return found

    return asyncio.run(ask())


def test_requests_and_answers_are_lines_of_json(tmp_path: Path) -> None:
    shared = Shared(b'{"words": [1, 2]}\n', '"字"\n'.encode())
    assert asked(tmp_path / "s", shared, {"text": "工会\n"}, [1]) == [{"words": [1, 2]}, "字"]
    assert shared.heard == [{"text": "工会\n"}, [1]]


def test_a_worker_is_greeted_once_and_again_where_it_was_gone(tmp_path: Path) -> None:
    shared = Shared(b"1\n", b"2\n", None, b"3\n")
    assert asked(tmp_path / "s", shared, "a", "b", "c", greeting="greeting") == [1, 2, 3]
    assert shared.heard == ["greeting", "a", "b", "c", "greeting", "c"]


def test_a_worker_that_goes_twice_gives_no_answer_and_the_next_request_finds_it(tmp_path: Path) -> None:
    shared = Shared(None, b"{\n", b"3\n")
    assert asked(tmp_path / "s", shared, "a", "b") == [json.JSONDecodeError, 3]
    assert shared.heard == ["a", "a", "b"]


@pytest.mark.slow
def test_without_a_shared_worker_one_of_our_own_answers_until_it_is_closed(tmp_path: Path) -> None:
    async def ask() -> list[Any]:
        connection = WorkerConnection(str(tmp_path / "none"), "tests.store.echo_worker")
        try:
            answers = [await connection.ask({"text": "字"}), connection.has_own_process]
            try:
                await connection.ask("end")  # it goes, and so does the one that is started instead
            except ValueError as error:
                answers += [type(error), connection.has_own_process]
            answers += [await connection.ask([1]), connection.has_own_process]
        finally:
            await connection.close()
        return [*answers, connection.has_own_process]

    assert asyncio.run(ask()) == [{"text": "字"}, True, json.JSONDecodeError, False, [1], True, False]


@pytest.mark.slow
def test_what_a_worker_says_is_yielded_line_by_line_and_it_is_ended(tmp_path: Path) -> None:
    (tmp_path / "lines.json").write_text('{"a": 1}\n{"b": "字"}\n', "utf-8")

    async def run() -> tuple[list[Any], bool, bool]:
        work = WorkerRun("json.tool", "--json-lines", "--compact")
        assert not work.is_running
        found = [line async for line in work.lines(str(tmp_path / "lines.json"))]
        ended = work.is_running
        endless = WorkerRun("json.tool", "--json-lines", "--compact")
        running = False
        async for _ in endless.lines(str(tmp_path / "lines.json")):
            running = endless.is_running
            await endless.stop()
            break
        await work.stop()
        return found, ended, running and not endless.is_running

    assert asyncio.run(run()) == ([{"a": 1}, {"b": "字"}], False, True)


def test_a_worker_finds_modules_where_this_process_does_but_in_no_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = str(ROOT)
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.setattr("sys.path", ["", "here", str(tmp_path), str(tmp_path / "link"), "/elsewhere", ours])
    monkeypatch.chdir(tmp_path)
    assert module_path() == ["/elsewhere", ours]
    monkeypatch.chdir(ours)
    assert module_path() == [str(tmp_path), str(tmp_path / "link"), "/elsewhere", ours]
    leave_current_folder()
    assert sys.path == module_path()
