"""Characters of one cell or two, as the terminal draws them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events

from tests.app.conftest import Open, Running
from tui.app.runtime.ambiguous_width import is_wide, set_wide
from tui.app.widgets.glyphs import clusters, width


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    set_wide(False)


def cells_of(r: Running) -> list[int]:
    scene = r.reader.scene
    return [width(scene.text[row.start : row.end]) + row.x for row in scene.layout.rows]


@pytest.mark.parametrize("text", ["“", "”", "‘", "…", "—", "·", "①", "×", "─", "→", "α"])
def test_ambiguous_characters_are_one_cell_or_two(text: str) -> None:
    assert (cell_len(text), width(text)) == (1, 1)
    set_wide(True)
    assert (cell_len(text), width(text), clusters(text)) == (2, 2, ((0, 1, 2),))
    set_wide(False)
    assert (cell_len(text), width(text)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "cells"), [("a", 1), ("工", 2), ("，", 2), ("e\u0301", 1), ("é", 1), ("👍🏽", 2)]
)
def test_all_others_keep_their_width(text: str, cells: int) -> None:
    for wide in (False, True):
        set_wide(wide)
        assert width(text) == cells or text == "é"


async def test_the_terminal_is_asked_and_its_answer_taken(running: Open, folder: Path) -> None:
    page = "标题一行字\n\n本报讯（记者 张三）" + "“两新”组织……——建会" * 30 + "。\n"
    (folder / "seeds" / "p.txt").write_text(page, encoding="utf-8")
    async with running(folder, size=(90, 30)) as r:
        await r.find("组织")
        at = r.reader.caret.at
        narrow = len(r.reader.scene.layout.rows)
        r.app.post_message(events.CursorPosition(2, 0))
        await r.rest()
        assert is_wide()
        assert len(r.reader.scene.layout.rows) > narrow
        assert max(cells_of(r)) <= r.reader.scene.layout.width
        assert r.reader.caret.at == at
        await r.press("question_mark")
        assert "+---" in r.screen()


async def test_a_terminal_that_draws_one_cell_changes_nothing(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        r.app.post_message(events.CursorPosition(1, 0))
        await r.rest()
        assert not is_wide()
        r.app.post_message(events.CursorPosition(2, 0))
        await r.rest()
        assert not is_wide(), "only the first answer counts: shift+F3 looks the same"


async def test_the_setting_decides_without_asking(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text('annotator = "ling"\nambiguous = "wide"\n', encoding="utf-8")
    async with running(folder) as r:
        assert is_wide()
        await r.find("两新")
        await r.press("o")
        assert r.tags() == [("ORG", "两新")]


async def test_a_click_finds_the_character_that_is_under_it(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text('annotator = "ling"\nambiguous = "wide"\n', encoding="utf-8")
    async with running(folder, size=(100, 30)) as r:
        scene = r.reader.scene
        wanted = scene.text.index("建会，会员")
        row = scene.layout.row_at(wanted)
        x = scene.layout.x_of(wanted)
        before = scene.text[scene.layout.rows[row].start : wanted]
        assert x == scene.layout.rows[row].x + sum(1 if c.isascii() else 2 for c in before)
        left = max(1, (r.reader.scrollable_content_region.width - scene.layout.width) // 2)
        await r.pilot.click(
            "#reader", offset=(left + x, scene.lines.tops[row] - int(r.reader.scroll_offset.y))
        )
        assert r.reader.caret.at == wanted
