"""The line of help of a new project, and what the app says of where one was."""

from pathlib import Path

import pytest
from textual.geometry import Region

from tests.app.conftest import Open, Running
from tui.app.runtime import start_message
from tui.app.workspace.first_steps import FirstSteps

WIDE = (160, 30)


async def test_on_a_new_project_a_line_follows_what_one_does_and_goes_after_a_few_tags(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=WIDE) as r:
        assert "First: move to a name" in r.screen()
        await r.press("down")
        assert "Press its label's key" in r.screen()
        await r.press("o")
        assert len(r.tags()) == 1
        assert "Saved; u undoes" in r.screen()
        for _ in range(3):
            await r.press("right right o")
        assert len(r.tags()) == 4
        for said in ("First:", "Press its label", "Saved;", "Next: a number", "f done, ?"):
            assert said not in r.screen()


async def test_the_line_is_not_there_while_a_mode_says_what_its_keys_do(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("down o r")
        assert "Saved; u undoes" not in r.screen()
        await r.press("escape")
        assert "Saved; u undoes" in r.screen()


async def test_the_line_is_not_there_where_one_has_tagged_before_and_is_back_on_the_help_key(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("down o")
    async with running(folder, size=WIDE, language="zh") as r:
        assert "第一步" not in r.screen()
        await r.press("question_mark escape")
        assert "第一步：移到一个名称" in r.screen()


async def test_the_next_start_says_where_one_was(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        assert "You were at" not in r.screen()
        await r.find("据")
        await r.press("q")
    async with running(folder, size=WIDE) as r:
        assert "You were at “据了解，顺义区总工会将继续推动" in r.screen()
        await r.press("down")
        assert "You were at" not in r.screen()


async def test_after_a_break_the_sentence_read_last_is_marked_until_the_cursor_moves(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(folder, size=WIDE) as r:
        await r.find("据")
        await r.press("q")
    async with running(folder, size=WIDE) as r:
        assert marked(r).startswith("据了解，顺义区总工会将继续推动")
        await r.press("up")
        assert marked(r) == ""
        monkeypatch.setattr(start_message, "BREAK", -1.0)
        r.app.start_message._mark_after_break()
        await r.pilot.pause()
        assert marked(r).startswith("记者近日") or marked(r).startswith("本报讯")


async def test_at_a_sentence_s_start_that_sentence_is_marked_and_not_the_one_before(
    running: Open, folder: Path
) -> None:
    page = "老桥封闭大修\n\n本报讯（记者 沈一鸣）老桥昨天封闭。车辆须绕行。工期七十天。\n"
    (folder / "seeds" / "p.txt").write_text(page, encoding="utf-8")
    async with running(folder, size=WIDE) as r:
        await r.find("车辆")
        await r.press("q")
    async with running(folder, size=WIDE) as r:
        assert marked(r) == "车辆须绕行。"
        assert "You were at “车辆须绕行。" in r.screen()


def marked(r: Running) -> str:
    """The text in the rows of the reader that stands on the colour of the mark."""
    colour = r.reader.part("row").bgcolor
    strips = r.reader.render_lines(Region(0, 0, *r.reader.size))
    painted = (segment for strip in strips for segment in strip)
    return "".join(s.text for s in painted if s.style and s.style.bgcolor == colour).strip()


def test_a_step_follows_each_tag_and_none_the_last() -> None:
    steps = FirstSteps()
    assert steps.step(0) is None, "not begun"
    steps.begin(5)
    assert steps.step(5) == "move"
    assert steps.step(4) == "move", "a tag that was there is removed"
    steps.moved()
    assert [steps.step(tags) for tags in (5, 6, 7, 8)] == ["label", "saved", "number", "finish"]
    assert steps.step(9) is None
    assert not steps.shown
    assert steps.step(5) is None
    steps.begin(9)
    assert steps.step(9) == "move"
    assert steps.step(10) == "saved", "the tag was made without moving"
