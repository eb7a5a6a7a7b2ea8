"""What the processes that propose, train and doubt say, line by line, and what the app makes of it."""

import io
import json
import os
import socket
import sys
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from runpy import run_module
from threading import Thread
from typing import Any

import pytest

from tests.operations.conftest import NOON, VILLAGES, tagged
from tui.measure.consistency import Finding, Fix
from tui.model import Span
from tui.operations.proposals import client, doubts_worker, train_worker, worker
from tui.operations.proposals.articles import example_of
from tui.operations.proposals.client import SHARED, DoubtsRun, ProposalClient, TrainingRun
from tui.operations.proposals.model_file import load_model, model_path
from tui.operations.proposals.wire import from_example, from_finding, to_finding
from tui.operations.proposals.worker import Worker, answer_at
from tui.search.places import Place
from tui.store.project import Project
from tui.suggest.candidate import Example
from tui.text.offsets import read
from tui.text.segment import fallback_words


@pytest.fixture(autouse=True)
def _own_priority(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the tests' own process as important as it is."""
    monkeypatch.setattr(os, "nice", lambda _: 0)


def example(project: Project, page: str = "open") -> Example:
    document = project.document(page)
    text = read(document.page, document.articles[0]).text
    return example_of(document, document.articles[0], tuple(fallback_words(text)))


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


# Training


def trained(project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "argv", ["train_worker", str(project.root), "ling"])
    train_worker.main()
    return json.loads(capsys.readouterr().out)


def test_a_training_says_its_figures_and_keeps_the_model(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = trained(project, capsys, monkeypatch)
    assert (figures["articles"], figures["tags"], figures["by_label"]) == (len(VILLAGES), len(VILLAGES), {})
    kept = load_model(project)
    assert kept is not None
    assert kept.figures == figures
    other = Project(project.root)
    other.annotator = "wang"
    assert load_model(other) is None


def test_where_there_is_nothing_to_learn_from_it_says_so_and_keeps_what_is_there(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(len(VILLAGES)):
        (project.root / "annotations" / "ling" / f"v{number}.json").unlink()
    assert trained(project, capsys, monkeypatch) == {}
    assert not model_path(project).exists()


# Doubts


def test_doubts_are_said_after_how_far_the_reading_is(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = finding()

    def doubted(asked: Project, tell: Callable[[int, int], None]) -> Iterator[Finding]:
        assert (asked.root, asked.annotator) == (project.root, "ling")
        tell(0, 8)
        yield found
        tell(8, 8)

    monkeypatch.setattr(doubts_worker, "doubted", doubted)
    monkeypatch.setattr(sys, "argv", ["doubts_worker", str(project.root), "ling"])
    doubts_worker.main()
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first, second) == ({"done": 0, "total": 8}, {"done": 8, "total": 8})
    (came,) = map(to_finding, third["doubts"])
    assert came == found


def finding(**changed: Any) -> Finding:
    span = Span(id="s", label="ORG", segments=((3, 5),), text="工会", created=NOON, updated=NOON)
    place = Place("p", "p#1", 3, 5, ((3, 5),), "工会", "", "", "labelled", span)
    return Finding("unlikely", place, "LOC", Fix("LOC", ((3, 6),)))._replace(**changed)


@pytest.mark.parametrize("changed", [{}, {"fix": None}, {"place": finding().place._replace(span=None)}])
def test_a_doubt_comes_over_the_wire_as_it_was(changed: dict[str, Any]) -> None:
    sent = finding(**changed)
    assert to_finding(json.loads(json.dumps(from_finding(sent)))) == sent


# Proposals


def proposed(answer: dict[str, Any], text: str) -> set[tuple[str, str]]:
    return {(row[2], text[row[0] : row[1]]) for row in answer["candidates"] if row[3] >= 0.5}


def test_each_request_is_answered_by_a_line(project: Project) -> None:
    asked, answers = example(project), io.BytesIO()
    wanted = [{"do": "propose", "example": from_example(asked)}, {"do": "model"}]
    Worker(project.root).serve(io.BytesIO(lines({"annotator": "ling"}, *wanted)), answers)
    first, second = map(json.loads, answers.getvalue().splitlines())
    assert ("TIME", "3月5日") in proposed(first, asked.text.text)
    assert second == {"model": False}


def test_who_asks_nothing_gets_nothing(project: Project) -> None:
    answers = io.BytesIO()
    Worker(project.root).serve(io.BytesIO(b""), answers)
    assert answers.getvalue() == b""


def test_one_that_is_alone_answers_on_stdout_until_its_input_ends(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "argv", ["worker", str(project.root)])
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(lines({"annotator": "ling"}, {"do": "model"})))
    )
    monkeypatch.setattr(sys, "stdout", out)
    worker.main()
    assert out.buffer.getvalue() == b'{"model":false}\n'


@pytest.fixture
def address(project: Project, tmp_path: Path) -> Iterator[str]:
    """Where one process answers all apps."""
    path = str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen()

        def answer() -> None:
            with suppress(OSError):  # nobody is listened to any more
                answer_at(listening, Worker(project.root))

        thread = Thread(target=answer)
        thread.start()
        yield path
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


async def test_two_apps_are_answered_by_one_process_and_each_has_its_own_memory(
    project: Project, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SHARED, address)
    one, other = ProposalClient(project.root, "ling"), ProposalClient(project.root, "wang")
    decided = tagged(project.document("open"), "桥通了", "DOC")
    told = example_of(decided, decided.articles[0], example(project).text.words)
    untold = Example(told.text)
    try:
        await one.propose(told)
        found = {(each.label, untold.text.text[slice(*each.range)]) for each in await other.propose(untold)}
        assert ("TIME", "3月5日") in found
        assert ("DOC", "桥通了") not in found
        assert not one.has_own_process
        assert (await one.use_model(), one.failed) == (False, False)
    finally:
        await one.stop()
        await other.stop()
    assert await one.propose(untold) == []
    assert one.failed


async def test_a_model_is_taken_up_when_it_is_there(
    project: Project, address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(SHARED, address)
    asking = ProposalClient(project.root, "ling")
    try:
        assert not await asking.use_model()
        trained(project, capsys, monkeypatch)
        assert await asking.use_model()
    finally:
        await asking.stop()


async def test_what_was_decided_in_other_articles_is_read_while_nobody_asks(
    project: Project, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.root / "seeds" / "again.txt").write_text("双桥屯又修井\n\n　　他到双桥屯去。\n", "utf-8")
    asked = example(Project(project.root), "again")
    monkeypatch.setenv(SHARED, address)
    asking = ProposalClient(project.root, "ling")
    try:
        for _ in range(500):
            found = {
                (each.label, asked.text.text[slice(*each.range)]) for each in await asking.propose(asked)
            }
            if ("EVENT", "双桥屯") in found:
                break
        assert ("EVENT", "双桥屯") in found
    finally:
        await asking.stop()


async def test_where_nobody_answers_nothing_is_proposed(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "WorkerConnection", Broken)
    asking = ProposalClient(project.root, "ling")
    assert await asking.propose(example(project)) == []
    assert asking.failed
    assert not await asking.use_model()
    assert Broken.asked == 1


class Broken:
    """A connection to nobody."""

    asked = 0

    def __init__(self, *_: object, **__: object) -> None:
        Broken.asked = 0

    async def ask(self, _: object) -> object:
        Broken.asked += 1
        raise ConnectionResetError


# What the app makes of a run


class Said:
    """A run that says what it is to; an error among it is raised."""

    rows: tuple[Any, ...] = ()
    runs = 0

    def __init__(self, *_: object) -> None: ...

    async def lines(self, *_: object) -> AsyncGenerator[Any, None]:
        Said.runs += 1
        for row in Said.rows:
            if isinstance(row, Exception):
                raise row
            if callable(row):
                row()
                continue
            yield row


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> type[Said]:
    Said.rows, Said.runs = (), 0
    monkeypatch.setattr(client, "WorkerRun", Said)
    return Said


async def test_figures_of_a_training_are_what_was_said_last(said: type[Said]) -> None:
    run = TrainingRun(Path(), "ling")
    assert await run.train() == {}
    said.rows = ({"articles": 1}, {"articles": 8})
    assert await run.train() == {"articles": 8}
    said.rows = ({"articles": 8}, OSError())
    assert await run.train() == {}
    said.rows = (ValueError(),)
    assert await run.train() == {}


async def test_doubts_are_asked_for_once_for_what_was_decided(said: type[Said]) -> None:
    progress: list[tuple[int, int]] = []
    run = DoubtsRun(Path(), "ling")
    said.rows = ({"done": 0, "total": 2}, {"done": 2, "total": 2}, {"doubts": [from_finding(finding())]})
    said.rows = tuple(json.loads(json.dumps(row)) for row in said.rows)
    for _ in range(2):
        assert await run.found(lambda *far: progress.append(far)) == (finding(),)
    assert (said.runs, progress) == (1, [(0, 2), (2, 2)])
    run.forget()
    said.rows = ({"doubts": []},)
    assert await run.found(lambda *_: None) == ()
    assert said.runs == 2
    assert await run.found(lambda *_: None) == ()  # that there are none is known now, too
    assert said.runs == 2


async def test_doubts_of_what_was_decided_before_are_not_kept(said: type[Said]) -> None:
    run = DoubtsRun(Path(), "ling")
    said.rows = (run.forget, {"doubts": [json.loads(json.dumps(from_finding(finding())))]})
    assert len(await run.found(lambda *_: None)) == 1
    assert len(await run.found(lambda *_: None)) == 1
    assert said.runs == 2


@pytest.mark.parametrize("rows", [(), (OSError(),), (ValueError(),), ({"done": 0, "total": 1},)])
async def test_a_run_that_ends_too_soon_doubts_nothing_and_is_made_again(
    said: type[Said], rows: tuple[Any, ...]
) -> None:
    run = DoubtsRun(Path(), "ling")
    said.rows = rows
    assert await run.found(lambda *_: None) == ()
    assert await run.found(lambda *_: None) == ()
    assert said.runs == 2


# As commands


@pytest.mark.parametrize(
    ("name", "said"), [("train_worker", "{}\n"), ("doubts_worker", '{"doubts": []}\n'), ("worker", "")]
)
def test_each_is_a_command_that_ends_by_itself(
    name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr(sys, "argv", [name, str(tmp_path), *(["ling"] if name != "worker" else [])])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    monkeypatch.delitem(sys.modules, f"tui.operations.proposals.{name}")
    run_module(f"tui.operations.proposals.{name}", run_name="__main__")
    assert capsys.readouterr().out == said
