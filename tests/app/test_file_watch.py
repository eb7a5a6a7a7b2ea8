"""Settings and texts that another program changes while the app is open."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.app.conftest import Open, Running
from tests.app.scenario_projects import lock, work_elsewhere
from tests.team.conftest import Tag, work
from tui.app.runtime.file_watch import LOOK
from tui.operations.schema import rename
from tui.store.project import Project

WIDE = (160, 30)


async def look(r: Running) -> None:
    """Look at the disk, as it is done every few seconds."""
    assert r.app.workspace.shown is not None
    r.app.pages.files.look(r.app.workspace.shown.opened.document.page)
    await r.rest()
    await r.rest()


async def test_a_label_that_another_program_renames_is_used_from_then_on(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await look(r)
        assert "changed" not in r.screen()
        rename(Project(folder), "labels", "ORG", "UNION")
        await look(r)
        assert "piyue.toml was changed: labels, keys and relation types are as it says now" in r.screen()
        await r.find("顺义区")
        await r.press("o")
        assert r.tags() == [("UNION", "顺义区")]


async def test_a_mistake_in_the_settings_is_told_with_its_line_and_what_held_before_holds(
    running: Open, folder: Path
) -> None:
    settings = folder / "piyue.toml"
    async with running(folder, size=WIDE) as r:
        for text, said in (
            ('[keys]\nundo = "n', "piyue.toml:2: not valid TOML"),
            ('[keys]\nundo = "n"', "undo"),
        ):
            settings.write_text(text, "utf-8")
            await look(r)
            assert said in r.screen()
        await r.find("顺义区")
        await r.press("o")
        await r.press("u")
        assert r.tags() == []
        settings.write_text('[keys]\nundo = "alt+q"\n', "utf-8")
        await look(r)
        await r.press("o")
        await r.press("u")
        assert r.tags() == [("ORG", "顺义区")]
        await r.press("alt+q")
        assert r.tags() == []


async def test_a_label_edited_in_the_app_is_no_change_of_another_program(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("ctrl+backslash enter D R U G enter")
        await look(r)
        assert "piyue.toml was changed" not in r.screen()


async def test_a_page_that_is_changed_on_disk_is_told_once_until_it_is_changed_again(
    running: Open, folder: Path
) -> None:
    source = folder / "seeds" / "p.txt"
    before = source.read_text("utf-8")
    async with running(folder, size=WIDE) as r:
        source.write_text(before.replace("顺义区", "通州区"), "utf-8")
        await look(r)
        assert "seeds/p.txt was changed on disk; here the old text is shown" in r.screen()
        await r.press("j")
        await look(r)
        assert "changed on disk" not in r.screen()
        source.write_text(before, "utf-8")
        await look(r)
        assert "changed on disk" not in r.screen(), "it is as it was"


async def test_a_page_that_is_gone_is_told_once_and_its_tags_are_saved(running: Open, folder: Path) -> None:
    source = folder / "seeds" / "p.txt"
    before = source.read_text("utf-8")
    async with running(folder, size=WIDE) as r:
        await look(r)
        source.unlink()
        await look(r)
        assert "seeds/p.txt is gone; tags are still saved: put the file back" in r.screen()
        await r.find("顺义区")
        await r.press("o")
        await look(r)
        assert "is gone" not in r.screen()
        source.write_text(before, "utf-8")
        assert r.tags() == [("ORG", "顺义区")]
        await look(r)
        assert "changed on disk" not in r.screen()


async def test_settings_that_are_gone_are_told_once_and_hold_until_the_end(
    running: Open, folder: Path
) -> None:
    settings = folder / "piyue.toml"
    settings.write_text('[keys]\nundo = "alt+q"\n', "utf-8")
    async with running(folder, size=WIDE) as r:
        await look(r)
        settings.rename(folder / "aside")
        await look(r)
        assert "piyue.toml is gone; labels and keys stay as they are until you quit" in r.screen()
        await r.find("顺义区")
        await r.press("o")
        await r.press("alt+q")
        assert r.tags() == []
        await look(r)
        assert "is gone" not in r.screen()
        (folder / "aside").rename(settings)
        await look(r)
        assert "piyue.toml" not in r.screen()


async def test_a_page_that_is_only_read_shows_what_who_has_it_does(running: Open, folder: Path) -> None:
    work(folder, "ling", "p", [Tag("王路曼", "PERSON")], state="doing")
    lock(folder, "ling")
    async with running(folder, size=WIDE) as r:
        await r.press("r")
        await look(r)
        assert "王路曼" in {tag.span.text for tag in r.reader.scene.contents.tags}
        (held,) = folder.rglob("locks/p.json")
        held.unlink()  # the other one, who may
        work_elsewhere(folder, "ORG:顺义区")
        lock(folder, "ling")
        await look(r)
        assert {tag.span.text for tag in r.reader.scene.contents.tags} == {"王路曼", "顺义区"}
        assert "tags: 2" in r.screen()
        await r.find("顺义区")
        await r.press("x")
        assert len(r.tags()) == 2, "it is only read"
        await look(r)
        assert "page taken over" not in r.screen()
        held.unlink()
        await look(r)
        assert "page taken over" in r.screen()
        await r.press("x")
        assert r.tags() == [("PERSON", "王路曼")]


async def test_a_page_that_is_only_read_has_nothing_to_save_when_a_server_tells_of_a_change(
    running: Open, folder: Path
) -> None:
    work(folder, "ling", "p", [Tag("王路曼", "PERSON")], state="doing")
    lock(folder, "ling")
    async with running(folder, size=WIDE) as r:
        await r.press("r")
        (held,) = folder.rglob("locks/p.json")
        held.unlink()
        work_elsewhere(folder, "ORG:顺义区")
        lock(folder, "ling")
        assert r.app.workspace.shown is not None
        r.app.locks.merge(r.app.workspace.shown.opened.session)
        await r.rest()
        assert {tag.span.text for tag in r.reader.scene.contents.tags} == {"王路曼", "顺义区"}
        assert "NOT SAVED" not in r.screen()
        assert "merged" not in r.screen()


class Threads(list[Callable[[], object]]):
    """Threads that run when a test says so."""

    def __call__(self, target: Callable[..., object], args: tuple[Any, ...], **_: object) -> SimpleNamespace:
        return SimpleNamespace(start=lambda: self.append(partial(target, *args)))


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> Threads:
    threads = Threads()
    monkeypatch.setattr("tui.app.runtime.file_watch.Thread", threads)
    return threads


async def test_it_looks_from_time_to_time_in_a_thread(
    running: Open, folder: Path, threads: Threads, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(folder, size=WIDE) as r:
        asked: list[Any] = []
        monkeypatch.setattr(r.app, "set_interval", lambda seconds, call: asked.append((seconds, call)))
        r.app.pages.files.begin()
        ((seconds, call),) = asked
        assert seconds == LOOK
        call()
        call()  # the first one has not come back
        (look,) = threads
        (folder / "piyue.toml").write_text('[keys]\nundo = "n', "utf-8")
        look()
        await r.rest()
        assert "piyue.toml:2: not valid TOML" in r.screen()
        call()
        assert len(threads) == 2


async def test_an_error_that_nobody_expected_in_the_thread_ends_the_app(
    running: Open, folder: Path, threads: Threads, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(folder, size=WIDE) as r:
        failed: list[Exception] = []
        monkeypatch.setattr(type(r.app.context), "fail", lambda _, error: failed.append(error))
        monkeypatch.setattr("tui.app.runtime.file_watch.remembered_settings", lambda *_: 1 / 0)
        (folder / "piyue.toml").write_text("", "utf-8")
        r.app.pages.files._look_behind()
        threads.pop()()
        assert [type(error) for error in failed] == [ZeroDivisionError]


async def test_a_text_that_is_older_than_the_app_is_not_read_again(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder / "seeds" / "p.txt"
    os.utime(source, (1, 1))
    async with running(folder, size=WIDE) as r:
        read: list[Path] = []

        def noted(path: Path) -> bytes:
            read.append(path)
            return path.read_bytes()

        monkeypatch.setattr("tui.app.runtime.file_watch.read_plain", noted)
        await look(r)
        assert read == []
        os.utime(source, (2, 2))
        await look(r)
        assert read == [source]
