"""The sheet of figures in the app: one's own, a colleague's, everybody's; of a day; as pictures."""

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.app.conftest import Open, Running
from tests.team.conftest import Tag, work
from tui.edit.changes import SetProgress
from tui.operations.events import Progress
from tui.store.project import Project

pytestmark = pytest.mark.slow
SIZE = (100, 50)


@pytest.fixture
def two_days(team: Path) -> Path:
    """The day after, wang finished the second page."""
    work(team, "wang", "second", [Tag("去年", "TIME")])
    project = Project(team)
    document = project.document("second", "wang")
    progress = document.progress_of("second#1")
    assert progress.updated is not None
    later = progress.updated.replace(day=3)
    document, _ = SetProgress("second#1", progress.replaced(updated=later)).apply(document)
    project.save(document)
    return team


def whose(r: Running) -> str:
    """Return what stands above the bars."""
    lines = [line.strip("│ ") for line in r.screen().splitlines() if line.strip("│ ")]
    (at,) = (at for at, line in enumerate(lines) if "articles  " in line and "%" in line)
    return lines[at - 1]


async def test_the_figures_of_everybody_and_of_each_are_shown_by_one_key(
    running: Open, two_days: Path
) -> None:
    async with running(two_days, size=SIZE) as r:
        await r.press("S")
        assert whose(r) == "ling"
        assert "wang" not in r.screen()
        await r.press("w")
        everybody = r.screen()
        assert whose(r) == "all"
        assert "F1" in everybody, "how far they agree"
        assert [name in everybody for name in ("wang", "zhou")] == [True, True]
        await r.press("w")
        assert whose(r) == "wang"
        assert "zhou" not in r.screen()
        await r.press("w w")
        assert whose(r) == "ling"


async def test_a_day_is_chosen_by_two_keys(running: Open, two_days: Path) -> None:
    async with running(two_days, size=SIZE) as r:
        await r.press("S w")
        assert [row in r.screen() for row in ("2026-03-02  ling", "2026-03-03  wang")] == [True, True]
        await r.press("left_square_bracket")
        assert "Progress  2026-03-03" in r.screen()
        assert [row in r.screen() for row in ("2026-03-02  ling", "2026-03-03  wang")] == [False, True]
        await r.press("left_square_bracket left_square_bracket")
        assert "Progress  2026-03-02" in r.screen()
        await r.press("right_square_bracket right_square_bracket")
        assert "Progress  2026" not in r.screen()
        assert [day in r.screen() for day in ("2026-03-02", "2026-03-03")] == [True, True]


async def test_progress_and_agreement_are_drawn(running: Open, two_days: Path) -> None:
    async with running(two_days, size=SIZE) as r:
        await r.press("S w p")
        drawn = r.screen()
        assert "Finished articles   1 ling   2 wang   3 zhou" in drawn
        assert [day in drawn for day in ("2026-03-02", "2026-03-03")] == [True, True]
        await r.press("q a")
        assert "1 F1" in r.screen()
        await r.press("q q")
        assert "Progress" not in r.screen()


async def test_without_the_library_the_extra_is_named(
    running: Open, two_days: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(two_days, size=SIZE) as r:
        monkeypatch.setitem(sys.modules, "textual_plotext", None)
        await r.press("S w p")
        assert "piyue[plot]" in r.screen()


async def test_what_is_hidden_is_said(running: Open, two_days: Path) -> None:
    (two_days / "piyue.toml").write_text(
        '[team]\nleads = ["mo"]\nannotators = ["ling", "wang", "zhou"]\noverlap = 3\n', encoding="utf-8"
    )
    async with running(two_days, size=SIZE) as r:
        await r.press("S w")
        assert "left out because you have not finished it: 1 page" in r.screen()


async def test_it_says_how_far_it_has_read_and_stops_when_the_sheet_is_closed(
    running: Open, two_days: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, over, read = Event(), Event(), list[int]()

    def slow(*asked: object) -> Iterator[Progress]:
        try:
            for number in (1, 2, 3):
                read.append(number)
                yield Progress(number, 3)
                closed.wait(10)
        finally:
            over.set()

    monkeypatch.setattr("tui.app.dialogs.stats.stats", slow)
    async with running(two_days, size=SIZE) as r:
        await r.pilot.press("S", "w")
        while "reading 1/3" not in r.screen():
            await r.pilot.pause()
        await r.pilot.press("escape")
        closed.set()
        while not over.is_set():
            await r.pilot.pause()
        assert read == [1, 2]
