"""Operations on the whole project as processes of their own."""

import asyncio
import json
import signal
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SEEDS
from tui.store.worker_connection import WorkerRun
from tui.store.worker_process import worker_command


@pytest.mark.slow
def test_an_operation_that_is_asked_to_end_leaves_nothing_half_written(tmp_path: Path) -> None:
    target = tmp_path / "export" / "a.jsonl"

    async def begun_and_stopped() -> tuple[list[str], bool]:
        run = WorkerRun(
            "tests.operations.endless_export", str(SEEDS.parent), "ling", "en", "export", "jsonl", str(target)
        )
        begun = []
        async for _ in run.lines():
            begun = [path.name for path in target.parent.iterdir()]
            await run.stop()
        return begun, run.is_running

    begun, is_running = asyncio.run(begun_and_stopped())
    assert begun
    assert not is_running
    assert [*target.parent.iterdir()] == []


@pytest.mark.slow
def test_an_operation_whose_terminal_goes_away_leaves_nothing_half_written(tmp_path: Path) -> None:
    target = tmp_path / "export" / "a.jsonl"
    arguments = (str(SEEDS.parent), "ling", "en", "export", "jsonl", str(target))
    command = worker_command("tests.operations.endless_export", *arguments)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["stays"] is False
        assert [*target.parent.iterdir()]
        process.send_signal(signal.SIGHUP)
        assert process.wait() == 1
    assert [*target.parent.iterdir()] == []


@pytest.mark.slow
def test_an_operation_that_is_stopped_before_it_begins_says_nothing(tmp_path: Path) -> None:
    async def stopped() -> list[object]:
        run = WorkerRun("tui.operations.operation_worker", str(tmp_path), "ling", "en", "check")
        lines = run.lines()
        first = asyncio.ensure_future(anext(lines, None))
        await asyncio.sleep(0)
        await run.stop()
        return [await first, run.is_running]

    assert asyncio.run(stopped()) == [None, False]
