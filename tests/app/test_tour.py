"""The tour: a lesson in five steps, each checked by what was done, on a project that is thrown away."""

from pathlib import Path

import pytest

from tests.app.conftest import shown
from tui import app
from tui.app.runtime.app import PiyueApp
from tui.app.workspace.tour import Tour
from tui.cli import main
from tui.operations.init import make_project
from tui.store.project import Project
from tui.store.template import Choices


@pytest.fixture
def lesson(tmp_path: Path) -> PiyueApp:
    made = PiyueApp(make_project(tmp_path / "tour", Choices()), "en", propose=False)
    made.workspace.tour = Tour()
    return made


@pytest.mark.slow
async def test_each_step_is_gone_to_when_the_one_before_was_done(lesson: PiyueApp) -> None:
    async with shown(lesson, lesson.project.root, (80, 24)) as r:
        assert "First:" not in r.screen()
        assert "Step 1 of 5" in r.screen()
        await r.press("down")
        assert "Step 1 of 5" in r.screen()
        await r.find("临溪县总工会")
        assert "Step 2 of 5" in r.screen()
        await r.press("l")  # another label than the one that was asked for
        assert "Step 2 of 5" in r.screen()
        await r.press("u")
        while r.reader.scene.text[slice(*r.reader.target)] != "临溪县总工会":
            await r.press("greater_than_sign")
        await r.press("o")
        assert "Step 3 of 5" in r.screen()
        await r.press("A enter")
        assert "Step 4 of 5" in r.screen()
        await r.find("2400")
        await r.press("m")
        assert "Step 5 of 5" in r.screen()
        await r.press("f")
        assert "That is all it takes" in r.screen()
        assert len(r.disk("example")["spans"]) == 3


@pytest.mark.slow
async def test_a_step_that_was_done_stays_done(lesson: PiyueApp) -> None:
    async with shown(lesson, lesson.project.root, (120, 30)) as r:
        await r.press("down")
        await r.find("临溪县总工会")
        await r.press("g")
        assert "Step 2 of 5" in r.screen()


def test_nothing_is_left_of_the_tour_s_project(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[tuple[Project, object]] = []

    def run(project: Project, *, asked: str | None, tour: bool) -> int:
        assert project.page_ids() == ("example",)
        opened.append((project, (asked, tour)))
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.glob("*"))
    assert main(["--lang", "zh", "tour"]) == 0
    ((project, how),) = opened
    assert how == ("zh", True)
    assert not project.root.exists()
    assert sorted(tmp_path.glob("*")) == before
    assert "教程的项目已删除" in capsys.readouterr().out
