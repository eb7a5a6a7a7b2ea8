"""Tags that lost their place stay in sight until each has a place again or was removed."""

from pathlib import Path

import pytest

from tests.app.conftest import Open, Running

OTHER = "夜市重新开张\n\n昨晚，停业三月的夜市重新开张，三家商户参加。\n"


async def tag(r: Running, text: str) -> None:
    await r.press("g")
    await r.find(text)
    await r.press("e")


@pytest.fixture
async def lost(running: Open, folder: Path) -> Path:
    """A project with two lost tags on the page p and one on the page r; none on q."""
    for page in ("q", "r"):
        (folder / "seeds" / f"{page}.txt").write_text(OTHER, encoding="utf-8")
    async with running(folder, article="p#1") as r:
        await tag(r, "获悉")
        await tag(r, "推动")
        await r.press("right_square_bracket right_square_bracket")
        await tag(r, "停业")
    for page in ("p", "r"):
        file = folder / "seeds" / f"{page}.txt"
        text = file.read_text("utf-8")
        file.write_text(
            text.replace("获悉，", "获悉：").replace("推动", "促进").replace("停业", "歇业"), "utf-8"
        )
    return folder


async def test_their_number_stays_in_the_status_line_and_the_list(running: Open, lost: Path) -> None:
    async with running(lost, size=(130, 30), article="p#1") as r:
        await r.press("down down")
        assert "lost tags: 2 f6" in r.screen(), "the message is gone, the mark is not"
        assert "3 lost tags: 3" in r.screen(), "below the list: three articles"
        await r.press("right_square_bracket")
        assert "f6" not in r.screen()
        assert "lost tags: 2" in r.screen(), "beside the other page's name"


async def test_a_key_goes_through_all_of_them(running: Open, lost: Path) -> None:
    async with running(lost, size=(130, 30), article="q#1") as r:
        await r.press("f6")
        assert "【停业】" in r.screen()
        await r.press("enter")
        assert "goes to the next page with lost tags" in r.screen()
        await r.press("f6")
        assert "【获悉】：" in r.screen()
        await r.press("enter")
        assert "【推动】" in r.screen(), "the next one of the page is asked for at once"
        await r.press("enter")
        assert "lost tags" not in r.screen()
        await r.press("f6")
        assert "no tag has lost its place" in r.screen()
        assert r.tags("p") == [("EVENT", "获悉")]
        assert r.disk("r")["spans"] == {}


async def test_a_tag_that_is_left_keeps_its_mark_at_the_next_start(running: Open, lost: Path) -> None:
    async with running(lost, size=(130, 30), article="p#1") as r:
        await r.press("f6 escape u")
    async with running(lost, size=(130, 30), article="q#1", language="zh") as r:
        assert "失位标注 3" in r.screen()
