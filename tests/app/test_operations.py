"""An export and a check of all files, begun from the palette or by a key."""

import json
import re
from functools import partial
from pathlib import Path

import pytest

from tests.app.conftest import Open, Running
from tui.app.work_screen.actions import operations
from tui.store.worker_connection import WorkerRun


async def exported(r: Running, name: str) -> str:
    """Export with the key to the file that is named; return what the screen shows then."""
    await r.press("alt+e")
    await r.press(f"{' '.join(name)} enter")
    await r.press("enter")
    return text_of(r)


def text_of(r: Running) -> str:
    """What the screen says, wherever its lines break."""
    return re.sub(r"[\s▊▎│]+", " ", r.screen())


async def test_an_export_from_the_palette_says_its_counts_and_writes_the_tags(
    running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o")
        await r.press("colon")
        await r.press("e x p o r t space t h e")
        await r.press("enter")
        await r.press("j s o n l enter")
        await r.press("enter")
        assert "1 article, 1 tag, 0 relations; changed or lost: 0" in text_of(r)
        await r.press("q")
        assert len(r.app.screen_stack) == 1
    (row,) = (folder / "export" / "jsonl.jsonl").read_text(encoding="utf-8").splitlines()
    assert [(s["label"], s["text"]) for s in json.loads(row)["spans"]] == [("ORG", "顺义区总工会")]


async def test_what_a_format_cannot_hold_is_said_line_by_line(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 40)) as r:
        await r.find("顺义区")
        await r.press("l")
        await r.press("space o")
        assert r.tags() == [("LOC", "顺义区"), ("ORG", "顺义区总工会")]
        shown = await exported(r, "cluener")
        assert "顺义区" in shown
        assert "changed or lost: 1" in shown
    losses = (folder / "export" / "cluener.json.losses.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(losses) == 1


async def test_a_file_that_is_no_earlier_export_stays(running: Open, folder: Path) -> None:
    (folder / "export").mkdir()
    file = folder / "export" / "jsonl.jsonl"
    file.write_text("mine", encoding="utf-8")
    async with running(folder, size=(140, 30)) as r:
        shown = await exported(r, "jsonl")
        assert "not an earlier export" in shown
    assert file.read_text(encoding="utf-8") == "mine"


async def test_an_earlier_export_is_replaced(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await exported(r, "jsonl")
        await r.press("q")
        await r.find("69")
        await r.press("m")
        await exported(r, "jsonl")
    row = json.loads((folder / "export" / "jsonl.jsonl").read_text(encoding="utf-8"))
    assert [span["text"] for span in row["spans"]] == ["69家"]


async def test_an_export_that_is_stopped_leaves_nothing(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = partial(WorkerRun, "tests.operations.endless_export")
    monkeypatch.setattr(operations, "WorkerRun", lambda _, *arguments: endless(*arguments))
    async with running(folder) as r:
        await r.press("alt+e")
        await r.press("j s o n l enter")
        await r.pilot.press("enter", "escape")
        await r.rest()
        assert "Stopped; nothing was written" in r.screen()
        await r.press("escape")
        assert len(r.app.screen_stack) == 1
    assert [*(folder / "export").glob("*")] == []


async def test_a_check_that_ends_by_an_error_of_ours_says_so(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "WorkerRun", lambda *_: WorkerRun("tests.operations.no_such_worker"))
    async with running(folder, size=(120, 30)) as r:
        await r.press("alt+c")
        assert "ended by an error of piyue or from outside" in r.screen()


async def test_nothing_is_exported_while_something_is_not_saved(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        r.app.workspace.status.saving("failed", "the disk is full")
        await r.press("alt+e")
        assert "not everything is saved yet" in r.screen()
        assert len(r.app.screen_stack) == 1


async def test_a_check_of_all_files_names_the_one_that_is_wrong(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.find("王")
        await r.press("p")
        await r.press("alt+c")
        assert "1 file checked, no problems found" in r.screen()
        await r.press("q")
        (folder / "annotations" / "ling" / "nowhere.json").write_text("{}", encoding="utf-8")
        await r.press("alt+c")
        assert "annotations/ling/nowhere.json" in r.screen()
        assert "findings: 1" in r.screen()
