"""Apps are processes of their own, started by exec or forked from a process with a bare environment."""

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.serve.app_processes import AppProcess, ExecStarter, ForkStarter, Starter

BARE = {name: os.environ[name] for name in ("PATH",)} | {"LC_ALL": "C.UTF-8"}


async def answer(app: AppProcess) -> tuple[int, str, str]:
    """The status of an app, and what it wrote."""
    assert app.stdin is not None
    assert app.stdout is not None
    assert app.stderr is not None
    output, errors = await asyncio.gather(app.stdout.read(), app.stderr.read())
    status = await app.wait()
    app.stdin.close()
    return status, output.decode(), errors.decode()


@pytest.mark.slow
@pytest.mark.parametrize("starter", [ExecStarter, lambda: ForkStarter(BARE)], ids=["exec", "fork"])
async def test_an_app_gets_its_arguments_and_says_how_it_ended(
    starter: Callable[[], Starter], project: Path
) -> None:
    apps = starter()
    home = BARE | {"HOME": str(project)}
    try:
        done = await apps.start(["--project", str(project), "pages"], home)
        refused = await apps.start(["--project", str(project / "none"), "pages"], home)
        status, output, _ = await answer(done)
        assert (status, "page.txt" in output) == (0, True)
        status, _, errors = await answer(refused)
        assert (status, errors.count("\n"), "none" in errors) == (1, 1, True)
    finally:
        await apps.close()


@pytest.mark.slow
async def test_the_process_that_forks_has_one_thread_and_nothing_of_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIYUE_SECRET", "a password")
    apps = ForkStarter(BARE)
    await answer(await apps.start(["--version"], BARE))
    process = Path(f"/proc/{apps.pid}")
    assert len(list((process / "task").iterdir())) == 1
    assert b"PIYUE_SECRET" not in (process / "environ").read_bytes()
    await apps.close()
    assert not process.exists()


@pytest.mark.slow
async def test_where_the_process_that_forks_is_killed_another_one_takes_its_place(project: Path) -> None:
    apps = ForkStarter(BARE)
    home = BARE | {"HOME": str(project), "TEXTUAL_DRIVER": "", "COLUMNS": "80", "ROWS": "24"}
    waiting = await apps.start(["--project", str(project), "quantities"], home)  # reads its stdin
    assert apps.pid is not None
    os.kill(apps.pid, signal.SIGKILL)
    assert await waiting.wait() == -signal.SIGKILL
    assert waiting.stdin is not None
    waiting.stdin.close()
    status, output, _ = await answer(await apps.start(["--version"], home))
    assert (status, output.startswith("piyue ")) == (0, True)
    await apps.close()
