"""Correcting a page by keys: what the screen shows, what is on disk, and that it can be taken back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open, Running

PAGE = """大桥昨日通车

本报讯（记者 张三）昨天，横跨青弋河的新大桥通车。

市民夹道欢迎。

夜市重新开张

本报讯（记者 李四）昨晚，停业三月的夜市重新开张。

广告

登报热线：0571-88887777
"""


@pytest.fixture
def paper(folder: Path) -> Path:
    (folder / "seeds" / "p.txt").write_text(PAGE, encoding="utf-8")
    return folder


def shared(folder: Path) -> Any:
    return json.loads((folder / "annotations/_project/p.json").read_text("utf-8"))


def order(r: Running, *texts: str) -> bool:
    """Tell whether the list of the page shows these texts from above to below."""
    screen = r.screen().partition("Page p")[2]
    places = [screen.find(text) for text in texts]
    return -1 not in places and places == sorted(places)


async def test_a_border_moves_in_the_list_and_undo_brings_it_back(running: Open, paper: Path) -> None:
    async with running(paper) as r:
        await r.press("right_square_bracket D")
        assert order(r, "article 1", "市民夹道", "article 2", "夜市重新")
        await r.press("left_square_bracket")
        assert order(r, "article 1", "本报讯", "article 2", "市民夹道")
        assert "市民夹道欢迎。" in {border["text"] for border in shared(paper)["borders"].values()}
        await r.press("u")
        assert order(r, "article 1", "市民夹道", "article 2", "夜市重新")
        assert shared(paper)["borders"] == {}


async def test_an_article_is_split_off_and_joined_and_the_sidebar_follows(running: Open, paper: Path) -> None:
    async with running(paper, size=(120, 30)) as r:
        await r.press("D down down down b")
        assert order(r, "article 2", "市民夹道")
        await r.press("enter")
        assert "article 2/3" in r.screen()
        assert r.reader.scene.text == "市民夹道欢迎。"
        await r.press("D b escape")
        assert "article 1/2" in r.screen()


async def test_a_line_leaves_its_article_and_comes_back(running: Open, paper: Path) -> None:
    async with running(paper) as r:
        await r.press("D down down down x")
        assert order(r, "in no article", "市民夹道")
        await r.press("escape")
        assert "市民夹道" not in r.reader.scene.text
        await r.press("u")
        assert "市民夹道" in r.reader.scene.text


async def test_a_block_gets_another_role_by_name(running: Open, paper: Path) -> None:
    async with running(paper) as r:
        await r.press("D down down down r l e a d enter")
        assert "lead" in {block.get("role") for block in shared(paper)["blocks"].values()}
        assert "role changed" in r.screen()


@pytest.mark.parametrize(
    ("down", "said"),
    [
        (0, "This title → c caption · y byline · x in no article · a joined to “大桥昨日通车”"),
        (
            1,
            "This byline → h title, a new article, blocks: 2 · t title · c caption · x in no article",
        ),
        (3, "This in no article → t title · c caption · y byline"),
    ],
)
async def test_what_each_key_makes_of_a_block_is_said_before_it_is_pressed(
    down: int, said: str, running: Open, paper: Path
) -> None:
    async with running(paper, size=(160, 40)) as r:
        await r.press("right_square_bracket D")
        for _ in range(down):
            await r.press("down")
        assert said in r.screen()


async def test_paragraphs_are_split_and_joined_where_the_cursor_is(running: Open, paper: Path) -> None:
    async with running(paper) as r:
        await r.find("新大桥")
        await r.press("O")
        assert "青弋河的\n新大桥通车" in r.reader.scene.text
        assert r.reader.scene.text[r.reader.caret.at :].startswith("新大桥")
        await r.press("B")
        assert "青弋河的新大桥通车" in r.reader.scene.text


async def test_words_are_joined_and_cut_and_tags_stay(running: Open, paper: Path) -> None:
    async with running(paper) as r:
        await r.find("通车")
        await r.press("e")
        at = r.reader.caret.at
        await r.press("left underscore")
        start, end = r.reader.target
        assert r.reader.scene.text[start:end].endswith("通车")
        await r.press("full_stop circumflex_accent")
        words = [r.reader.scene.text[a:b] for a, b in r.reader.scene.contents.words]
        assert sum(map(len, words)) == len(r.reader.scene.text.replace("\n", ""))
        assert len(shared(paper)["words"]) == 2
        assert [text for _, text in r.tags()] == ["通车"]
        await r.press("u u")
        assert shared(paper)["words"] == {}
        assert r.reader.scene.text[at:].startswith("通车")


async def test_what_cannot_be_done_is_said(running: Open, paper: Path) -> None:
    async with running(paper) as r:
        await r.press("B")
        assert "the article starts here" in r.screen()
        await r.press("D b")
        assert "none before it" in r.screen()
