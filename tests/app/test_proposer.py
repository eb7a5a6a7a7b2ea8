"""What is asked of the process that proposes, and when a model is trained."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tui.app.runtime import proposer as proposer_module
from tui.app.runtime.proposals import FIRST_PAUSE, PAUSE, Proposals
from tui.app.runtime.proposer import Proposer
from tui.model import Progress
from tui.operations.proposals.schedule import DECISIONS, IDLE, REST


class Client:
    """Stands for the process that proposes."""

    def __init__(self, *_: object) -> None:
        self.failed, self.models, self.stopped = False, 0, False
        self.asked: list[str] = []
        self.turn = asyncio.Event()
        self.turn.set()
        self.answer: list[str] = ["a name"]

    async def propose(self, example: Any) -> list[str]:
        self.asked.append(example.text.article)
        await self.turn.wait()
        return self.answer

    async def use_model(self) -> None:
        self.models += 1

    async def stop(self) -> None:
        self.stopped = True


class Training:
    """Stands for the process that trains."""

    def __init__(self, *_: object) -> None:
        self.trained, self.result, self.stopped = 0, True, False

    async def train(self) -> bool:
        self.trained += 1
        if self.result is None:
            raise BrokenPipeError
        return self.result

    async def stop(self) -> None:
        self.stopped = True


class Doubts:
    """Stands for what a model doubts."""

    def __init__(self, *_: object) -> None:
        self.forgotten = 0

    def forget(self) -> None:
        self.forgotten += 1


class Working:
    """A proposer at work on the article `open`.

    Attributes:
        now: what the clock says.
        put: of which articles something was proposed.
        shown: how often that was shown.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, learn: bool = True) -> None:
        for name, double in (("ProposalClient", Client), ("TrainingRun", Training), ("DoubtsRun", Doubts)):
            monkeypatch.setattr(proposer_module, name, double)
        self.open: str | None = "p#1"
        self.now, self.shown = 100.0, 0
        self.put: list[str] = []
        monkeypatch.setattr(proposer_module, "example_of_shown", lambda _: self.example())
        monkeypatch.setattr(proposer_module, "put_answer", lambda _, article, __: self.put.append(article))
        settings = SimpleNamespace(suggest=SimpleNamespace(learn=learn))
        project = SimpleNamespace(root="root", annotator="ling", settings=settings)
        article = SimpleNamespace(id="p#1")
        self.told: list[str] = []
        self.workspace = SimpleNamespace(
            doubts="unset",
            shown=SimpleNamespace(opened=SimpleNamespace(article=article)),
            say=lambda row: row,
            tell=lambda text, alarm: self.told.append(text),
        )
        made = Proposer(cast("Any", project), cast("Any", self.workspace), self.show, lambda: self.now)
        self.proposer: Any = made
        self.client: Any = made._proposing
        self.training: Any = made._training
        self.doubts: Any = made._doubts

    def example(self) -> Any:
        return self.open and SimpleNamespace(text=SimpleNamespace(article=self.open))

    def show(self) -> None:
        self.shown += 1

    def decide(self, *states: str, page: str = "p") -> None:
        progress = {f"{page}#{n}": Progress(state=cast("Any", s)) for n, s in enumerate(states, 1)}
        self.proposer.decided(SimpleNamespace(page=SimpleNamespace(id=page), progress=progress))


@pytest.fixture
async def working(monkeypatch: pytest.MonkeyPatch) -> Working:
    return Working(monkeypatch)


async def test_what_is_proposed_of_the_open_article_is_kept_and_shown(working: Working) -> None:
    await working.proposer.ask()
    assert (working.client.asked, working.put, working.shown) == (["p#1"], ["p#1"], 1)


async def test_what_is_proposed_of_an_article_that_was_left_is_kept_only(working: Working) -> None:
    working.open = "q#1"
    await working.proposer.ask()
    assert (working.put, working.shown) == (["q#1"], 0)
    working.open, working.workspace.shown = "p#1", None
    await working.proposer.ask()
    assert (working.put, working.shown) == (["q#1", "p#1"], 0)


async def test_who_asks_meanwhile_is_answered_once_more_at_the_end(working: Working) -> None:
    working.client.turn.clear()
    first = asyncio.create_task(working.proposer.ask())
    await asyncio.sleep(0)
    for _ in range(3):
        await working.proposer.ask()
    assert working.client.asked == ["p#1"]
    working.client.turn.set()
    await first
    assert working.client.asked == ["p#1", "p#1"]
    await working.proposer.ask()
    assert len(working.client.asked) == 3


async def test_where_nothing_is_open_or_the_process_failed_nothing_is_asked(working: Working) -> None:
    working.open = None
    await working.proposer.ask()
    working.open, working.client.failed = "p#1", True
    await working.proposer.ask()
    assert (working.client.asked, working.put) == ([], [])


async def test_where_the_process_fails_in_the_middle_nothing_is_put(
    working: Working, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_: object) -> tuple[()]:
        working.client.failed = True
        return ()

    monkeypatch.setattr(working.client, "propose", fail)
    await working.proposer.ask()
    assert (working.put, working.told) == ([], ["status.no_proposer"])
    await working.proposer.ask()
    assert working.told == ["status.no_proposer"], "it is told once"


async def test_a_process_that_is_ended_in_the_middle_of_an_answer_is_no_failure(
    working: Working, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ended(_: object) -> tuple[()]:
        await working.proposer.stop()
        working.client.failed = True
        return ()

    monkeypatch.setattr(working.client, "propose", ended)
    await working.proposer.ask()
    assert (working.put, working.told) == ([], [])


async def test_a_model_is_trained_after_enough_decisions_when_nobody_types(working: Working) -> None:
    for _ in range(DECISIONS - 1):
        working.decide("doing")
    await working.proposer.train_if_due()
    assert working.training.trained == 0
    working.decide("doing")
    working.proposer.key_pressed()
    working.now += IDLE / 2
    await working.proposer.train_if_due()
    assert working.training.trained == 0
    working.now += IDLE
    await working.proposer.train_if_due()
    assert (working.training.trained, working.client.models) == (1, 1)
    await working.proposer.train_if_due()
    assert working.training.trained == 1, "what was decided is in it"
    assert working.doubts.forgotten == DECISIONS


async def test_a_model_is_trained_when_an_article_was_finished_not_when_it_was_before(
    working: Working,
) -> None:
    working.decide("todo", "doing")
    working.decide("done", "doing")
    await working.proposer.train_if_due()
    assert working.training.trained == 1
    working.decide("done", "doing")
    await working.proposer.train_if_due()
    assert working.training.trained == 1
    working.decide("done", "done", page="q")  # as it was when the page was first seen changed
    working.now += 1000
    await working.proposer.train_if_due()
    assert working.training.trained == 2
    working.decide("doing", "doing")
    working.decide("done", "doing")
    await working.proposer.train_if_due()
    assert working.training.trained == 3


async def test_the_next_training_waits_longer_than_the_last_one_took(
    working: Working, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def take_long() -> bool:
        working.now += 3
        working.training.trained += 1
        return False

    monkeypatch.setattr(working.training, "train", take_long)
    working.decide("done")
    await working.proposer.train_if_due()
    assert (working.training.trained, working.client.models) == (1, 0), "nothing new was learned"
    working.decide("done", "done")
    working.now += 3 * REST - 1
    await working.proposer.train_if_due()
    assert working.training.trained == 1
    working.now += 1
    await working.proposer.train_if_due()
    assert working.training.trained == 2


async def test_a_training_that_fails_is_over(working: Working) -> None:
    working.training.result = None
    with pytest.raises(BrokenPipeError):
        await working.proposer.train_now()
    assert not working.proposer.schedule.running
    assert working.client.models == 0


async def test_a_project_that_does_not_learn_has_no_doubts_and_no_training(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    still, learning = Working(monkeypatch, learn=False), Working(monkeypatch)
    assert still.workspace.doubts is None
    assert learning.workspace.doubts is learning.doubts
    still.decide("done")
    await still.proposer.train_if_due()
    assert still.training.trained == 0


async def test_all_processes_end(working: Working) -> None:
    await working.proposer.stop()
    assert (working.client.stopped, working.training.stopped) == (True, True)


# When it is asked


class Pausing:
    """What asks, in an app whose user is idle for some seconds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, enabled: bool = True) -> None:
        self.idle, self.asked, self.running = 0.0, 0, True
        self.slept: list[float] = []
        self.work: list[Any] = []
        monkeypatch.setattr("asyncio.sleep", self.sleep)
        monkeypatch.setattr(proposer_module, "Proposer", lambda *_: SimpleNamespace(ask=self.ask))
        app = SimpleNamespace(
            is_running=True,
            run_worker=lambda work, group: self.work.append(work),
            set_interval=lambda *_: None,
        )
        context = SimpleNamespace(app=app, project=None, workspace=None)
        self.proposals = Proposals(cast("Any", context), lambda: self.idle, enabled=enabled)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.idle += seconds

    async def ask(self) -> None:
        self.asked += 1


async def test_it_is_asked_once_in_a_pause_the_first_of_which_is_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    p = Pausing(monkeypatch)
    p.proposals.ask()
    p.proposals.ask()
    (work,) = p.work
    await work
    assert (p.asked, p.slept) == (1, [FIRST_PAUSE])
    p.idle, p.slept, p.work = 0.0, [], []
    p.proposals.ask()
    await p.work[0]
    assert (p.asked, p.slept) == (2, [PAUSE])


async def test_where_nothing_is_proposed_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    p = Pausing(monkeypatch, enabled=False)
    p.proposals.ask()
    p.proposals.decided(cast("Any", None))
    assert p.work == []
