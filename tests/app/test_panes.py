"""The panes and lines of the work screen: what stands where at which width, and what a click does."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.conftest import Open, Running
from tui.app.work_screen.panes.bars import Bars
from tui.app.work_screen.panes.panel import Panel
from tui.app.work_screen.panes.sidebar import Sidebar
from tui.measure.short_intervals import short_interval

LONG = "顺义区总工会靶向施策交上两新组织建会满意答卷并且"


def shown(r: Running) -> list[str]:
    """The panes at the sides of the text."""
    return [
        pane.id or ""
        for pane in (r.app.screen.query_one(Sidebar), r.app.screen.query_one(Panel))
        if pane.display
    ]


def lines(r: Running) -> list[str]:
    """What the terminal shows, blanks included."""
    return [strip.text for strip in r.app.screen._compositor.render_strips(r.app.size)]


def row_of(r: Running, text: str) -> tuple[int, int]:
    """Where a text stands on the screen."""
    for y, line in reversed([*enumerate(lines(r))]):
        if text in line:
            return cell_len(line[: line.index(text)]), y
    raise AssertionError(f"{text} is not on the screen")


async def click(r: Running, text: str, *, button: int = 1) -> None:
    x, y = row_of(r, text)
    await r.pilot.click(offset=(x, y), button=button)
    await r.rest()


async def test_the_panel_takes_no_room_while_there_is_no_tag(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        assert shown(r) == ["sidebar"]
        await r.press("j j o")
        assert shown(r) == ["sidebar", "panel"]
        await r.press("u")
        assert shown(r) == ["sidebar"]


async def test_at_forty_columns_the_text_comes_first(running: Open, folder: Path) -> None:
    async with running(folder, size=(40, 24)) as r:
        assert shown(r) == []
        assert r.reader.scene.layout.width >= 36
        await r.press("shift+tab")
        assert shown(r) == ["sidebar"]


async def test_a_wide_terminal_shows_long_titles_whole(running: Open, folder: Path) -> None:
    (folder / "seeds" / "p.txt").write_text(
        f"{LONG}\n\n本报讯（记者 张三）工会今天开会。\n", encoding="utf-8"
    )
    async with running(folder, size=(200, 30)) as r:
        assert LONG in "".join(line[:45] for line in lines(r))
        assert r.reader.scene.layout.width == 76


async def test_the_panel_marks_the_tag_under_the_cursor(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("j j o right right right p")
        panel = r.app.screen.query_one(Panel)

        def marked() -> list[str]:
            rows = [panel.render_line(y) for y in range(2)]
            return [row.text.split()[1] for row in rows if all(s.style and s.style.bold for s in row)]

        here = [tag.span.text for tag in r.reader.scene.contents.tags if tag.span.id == r.reader.span]
        assert marked() == here
        await r.press("N")
        assert marked() != here


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        ("2022-01-01/2022-06-30", "2022-H1"),
        ("2022-07-01/2022-12-31", "2022-H2"),
        ("2022-04-01/2022-06-30", "2022-Q2"),
        ("2022-01-01/2022-12-31", "2022"),
        ("2018-01-01/2022-12-31", "2018/2022"),
        ("2022-02-01/2022-02-28", "2022-02"),
        ("2022-02-01/2022-04-30", "2022-02/2022-04"),
        ("2022-03-01/2022-08-31", "2022-03/2022-08"),
        ("2022-09-10/2022-09-11", "2022-09-10/11"),
        ("2022-09-10/2022-09-10", "2022-09-10"),
        ("2022-09-10/2022-10-11", "2022-09-10/2022-10-11"),
        ("2022-09-10/..", "2022-09-10/.."),
        ("? vague", "? vague"),
    ],
)
def test_an_interval_is_said_as_people_write_it(interval: str, said: str) -> None:
    assert short_interval(interval) == said


async def test_labels_and_keys_at_the_bottom_can_be_clicked(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("j j")
        await click(r, "ORG")
        assert [label for label, _ in r.tags()] == ["ORG"]
        await click(r, "undo")
        assert r.tags() == []


async def test_a_long_message_is_shown_whole(running: Open, folder: Path) -> None:
    async with running(folder, size=(60, 24)) as r:
        message = "这是一条很长的消息，" * 8 + "完。"
        r.app.workspace.tell(message)
        r.app.controller.show_bars()
        await r.rest()
        shown_last = "".join(line.strip() for line in lines(r)[-3:])
        assert message in shown_last.replace(" ", "")
        assert r.app.screen.query_one(Bars).size.height == 3
        await r.press("right")
        assert "PERSON" in r.screen()


async def test_the_right_button_gives_what_can_be_done(running: Open, folder: Path) -> None:
    async with running(folder, size=(100, 30)) as r:
        await click(r, "记者近日", button=3)
        assert "Tag or correct" in r.screen()
        await r.pilot.press(*"org")
        await r.press("enter")
        assert [label for label, _ in r.tags()] == ["ORG"]
        await click(r, "记者近日", button=3)
        assert "The tag here" in r.screen()
        await r.pilot.press(*"remove the tag")
        await r.press("enter")
        assert r.tags() == []
