"""Guidelines beside the text: those of the label under the cursor, broken as Chinese is."""

from pathlib import Path

import pytest

from tests.app.conftest import Open, Running
from tui.app.text_view.geometry.wrap import NO_START
from tui.app.widgets.markdown import Block, blocks_of
from tui.app.work_screen.panes.guide import Guide

LONG = "单位名称写到全称为止，简称（如“总工会”）只在指明是哪一级时标注；" * 6


@pytest.fixture
def guided(folder: Path) -> Path:
    (folder / "guidelines").mkdir()
    (folder / "guidelines" / "ORG.md").write_text(f"# 机构\n\n{LONG}", encoding="utf-8")
    (folder / "guidelines" / "PERSON.md").write_text("# 人名\n\n不带称谓。", encoding="utf-8")
    return folder


def rows(r: Running) -> list[str]:
    guide = r.app.screen.query_one(Guide)
    return [guide.render_line(y).text.rstrip() for y in range(guide.size.height)]


async def test_the_guidelines_follow_the_cursor_and_close_with_esc(running: Open, guided: Path) -> None:
    async with running(guided, size=(120, 30)) as r:
        await r.press("j j o right right right p I")
        assert rows(r)[0] == "人名"
        await r.press("N")
        assert rows(r)[0] == "机构"
        await r.press("space")
        await r.press("escape")
        assert r.reader.caret.selection is None
        assert r.app.screen.query(Guide)
        await r.press("escape")
        assert not r.app.screen.query(Guide)


async def test_no_row_begins_with_punctuation_and_rows_are_filled(running: Open, guided: Path) -> None:
    async with running(guided, size=(120, 30)) as r:
        await r.press("j j o I")
        shown = [row for row in rows(r)[2:] if row]
        assert "".join(shown) == LONG
        assert not [row for row in shown if row[0] in NO_START]
        width = r.app.screen.query_one(Guide).scrollable_content_region.width
        assert all(len(row) * 2 >= width - 8 for row in shown[:-1])


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("标注**“机构名”**和地名", "标注“机构名”和地名"),
        ("**机构名（ORG）**包括政府，**简称。**不标", "机构名（ORG）包括政府，简称。不标"),
        ("写作 `**“x”**`，或 2 **(3)** 4", "写作 **“x”**，或 2 (3) 4"),
        ("a**(b)**c，x ** “y” ** z", "a**(b)**c，x ** “y” ** z"),
    ],
)
def test_what_is_strong_beside_chinese_punctuation_shows_no_asterisks(markdown: str, shown: str) -> None:
    assert blocks_of(markdown) == [Block(shown)]


def test_markdown_is_read_as_blocks_of_text() -> None:
    markdown = "# 一\n\n甲\n乙 [链接](http://x.y) `c`\n\n- 丙\n- 丁\n  1. 戊\n\n> 引\n\n```\na  b\n```\n"
    assert blocks_of(markdown) == [
        Block("一", "", "accent"),
        Block("甲乙 链接 c"),
        Block("丙", "- "),
        Block("丁", "- "),
        Block("戊", "  1. "),
        Block("引", "", "dim"),
        Block("a  b", "  ", "dim"),
    ]


def test_a_new_line_between_latin_words_is_a_blank() -> None:
    assert blocks_of("one\ntwo") == [Block("one two")]


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("## 二\n### 三\n正文", [Block("二", "", "strong"), Block("三", "", "strong"), Block("正文")]),
        ("- 甲\n\n  乙\n- 丙\n\n丁", [Block("甲", "- "), Block("乙", "  "), Block("丙", "- "), Block("丁")]),
        ("- 甲\n  - 乙\n- 丙", [Block("甲", "- "), Block("乙", "  - "), Block("丙", "- ")]),
        ("1. 甲\n2. 乙", [Block("甲", "1. "), Block("乙", "2. ")]),
        ("甲  \n乙", [Block("甲\n乙")]),
        ("甲\nb\n乙", [Block("甲 b 乙")]),
        ("甲\n**乙**丙", [Block("甲乙丙")]),
        ("**甲**乙\n丙", [Block("甲乙丙")]),
        ("    a\n     b\n", [Block("a\n b", "  ", "dim")]),
        ("> 甲\n\n乙", [Block("甲", "", "dim"), Block("乙")]),
        ("", []),
    ],
)
def test_each_kind_of_block_has_its_look(markdown: str, blocks: list[Block]) -> None:
    assert blocks_of(markdown) == blocks
