"""The list of a page's articles and blocks without a terminal: borders moved, roles given, taken back."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rich.style import Style
from textual.geometry import Offset, Region, Size

from tests.app.bare import Bare
from tests.app.test_correcting import PAGE
from tui.app.dialogs.correct_page import CorrectScreen, PageRows
from tui.app.dialogs.messages import BlockChosen
from tui.app.widgets.styles import PartName
from tui.edit.doubtful import doubtful_places


class BareRows(PageRows):
    """The list, 60 cells wide."""

    @property
    def size(self) -> Size:
        return Size(60, 30)

    @property
    def scroll_offset(self) -> Offset:
        return Offset(0, 0)

    @property
    def scrollable_content_region(self) -> Region:
        return Region(0, 0, 60, 30)

    def set_height(self, lines: int) -> None:
        del lines

    def scroll_to_line(self, line: int) -> None:
        del line

    def refresh(self, *regions: Region, **how: Any) -> "BareRows":
        del how, regions
        return self

    def refresh_lines_of(self, first: int, count: int) -> None:
        del first, count

    def post_message(self, message: Any) -> bool:
        del message
        return True

    def part(self, name: PartName) -> Style:
        return Style.from_meta({name: True})


class Page(CorrectScreen):
    """The dialog, opened on a text of the page."""

    def __init__(self, bare: Bare, text: str) -> None:
        self.labels: dict[str, str] = {}
        self.answers: list[int | None] = []
        self.asked: list[Callable[[str | None], None]] = []
        super().__init__(bare.controller.editor, PAGE.index(text))
        self.list = BareRows(bare.workspace)
        self._show(self._at)

    def query_one(self, kind: Any, *_: Any) -> Any:
        if kind is PageRows:
            return self.list
        return SimpleNamespace(update=lambda content: self.labels.__setitem__(kind, content.plain))

    @property
    def app(self) -> Any:  # type: ignore[override]
        return SimpleNamespace(push_screen=lambda _, take: self.asked.append(take))

    def dismiss(self, result: Any = None) -> Any:
        self.answers.append(result)

    def on(self, text: str) -> None:
        """Put the cursor on a block."""
        at = next(n for n, row in enumerate(self.list.items) if not row.head and row.text.startswith(text))
        self.list.put_cursor(at)

    @property
    def here(self) -> str:
        return self.list.row.text

    def role(self, text: str) -> str | None:
        return next(row.role for row in self.list.items if not row.head and row.text.startswith(text))

    @property
    def begins(self) -> list[str]:
        """The blocks with which articles begin."""
        items = self.list.items
        return [below.text for row, below in pairwise(items) if row.head]

    @property
    def said(self) -> str:
        self._show(self.list.row.at)
        return self.labels["#said"]


@pytest.fixture
def page(folder: Path) -> Page:
    (folder / "seeds" / "p.txt").write_text(PAGE, encoding="utf-8")
    return Page(Bare(folder), "市民")


BRIDGE, MARKET = "大桥昨日通车", "夜市重新开张"


def test_it_begins_at_the_block_that_holds_the_place(page: Page) -> None:
    assert (page.here, page.begins) == ("市民夹道欢迎。", [BRIDGE, MARKET])
    page.list.show(0)
    assert page.here == BRIDGE
    page.list.show(len(PAGE))
    assert page.here.startswith("登报热线")
    page.list.show(-5)
    assert page.here == BRIDGE, "above all there is nothing else"
    assert page.labels["#title"].startswith("Page p")


def test_an_article_begins_with_a_block_or_no_longer(page: Page) -> None:
    page.action_toggle_begin()
    assert (page.begins, page.here) == ([BRIDGE, "市民夹道欢迎。", MARKET], "市民夹道欢迎。")
    page.action_toggle_begin()
    assert page.begins == [BRIDGE, MARKET]
    page.action_begin_article()
    assert (page.begins[1], page.role("市民")) == ("市民夹道欢迎。", "title")
    page.action_join_article()
    assert page.begins == [BRIDGE, MARKET]
    page.on(BRIDGE)
    page.action_join_article()
    assert "none before it" in page.said
    assert page.begins == [BRIDGE, MARKET]


@pytest.mark.parametrize(
    ("on", "step", "begins"),
    [
        (MARKET, -1, [BRIDGE, "市民夹道欢迎。"]),
        ("昨晚", -1, [BRIDGE, "市民夹道欢迎。"]),
        ("昨晚", 1, [BRIDGE, "本报讯（记者 李四）"]),
    ],
)
def test_a_border_moves_by_a_block(on: str, step: int, begins: list[str], page: Page) -> None:
    page.on(on)
    page.action_move_border(step)
    assert page.begins == begins
    page.action_travel("undo")
    assert page.begins == [BRIDGE, MARKET]
    page.action_travel("redo")
    assert page.begins == begins


def test_the_first_border_does_not_move_above_the_page_and_that_of_no_article_not_at_all(page: Page) -> None:
    page.on(BRIDGE)
    page.action_move_border(-1)
    assert page.begins == [BRIDGE, MARKET]
    page.on("登报热线")
    for step in (-1, 1):
        page.action_move_border(step)
    assert page.begins == [BRIDGE, MARKET]


@pytest.mark.parametrize("role", ["title", "caption", "byline"])
def test_a_block_gets_a_role_by_its_key(role: Any, page: Page) -> None:
    page.action_mark(role)
    assert page.role("市民") == role
    assert page.here == "市民夹道欢迎。"


def test_a_block_gets_any_role_by_name(page: Page) -> None:
    page.action_role()
    take = page.asked.pop()
    take(None)
    take("colour")
    assert page.role("市民") == "paragraph"
    take("lead")
    assert page.role("市民") == "lead"
    page.on("登报热线")
    page.action_role()
    page.asked.pop()("caption")
    assert page.role("登报热线") == "caption"


def test_a_block_leaves_its_article_and_a_line_comes_into_it(page: Page) -> None:
    page.action_furniture()
    assert page.role("市民") is None
    page.action_furniture()
    assert page.role("市民") == "paragraph"
    page.on("昨晚")
    page.action_join()
    assert not any(row.text.startswith("昨晚") for row in page.list.items if not row.head)


def test_doubtful_blocks_are_gone_through_from_the_last_to_the_first(page: Page) -> None:
    places = doubtful_places(page.document)
    before = page.here
    found = []
    for _ in range(len(places) + 1):
        page.action_next_doubtful()
        found.append(page.list.row.at)
    if places:
        assert set(found) == set(places)
        assert found[-1] == found[0]
    else:
        assert (page.here, page.labels["#said"]) == (before, "no more doubtful places")


def test_what_each_key_would_make_of_a_block_is_said(page: Page) -> None:
    page.on_row_moved()
    said = page.labels["#preview"]
    assert said.startswith("This paragraph → h title, a new article, blocks: 1")
    assert all(f" {key} " in said for key in ("t", "c", "y", "x", "a"))
    page.on(BRIDGE)
    page.on_row_moved()
    assert page.labels["#preview"].startswith("This title → ")


def test_to_go_to_a_block_confirms_the_division_once(page: Page) -> None:
    at = page.list.row.at
    page.on_block_chosen(BlockChosen(at))
    assert page.answers == [at]
    assert "confirmed" in page.workspace.status.now.message
    page._show(at)
    assert "confirmed" in page.labels["#title"]
    page.workspace.tell("")
    page.on_block_chosen(BlockChosen(at))
    assert (page.answers, page.workspace.status.now.message) == ([at, at], "")


def test_rows_say_the_role_and_heads_the_article(page: Page) -> None:
    rows = [page.list.render_line(y).text.rstrip() for y in range(len(page.list.items))]
    assert rows[0].startswith("article 1")
    assert BRIDGE in rows[0]
    assert [row.split() for row in rows[1:3]] == [["title", BRIDGE], ["byline", "本报讯（记者", "张三）"]]
    assert "in no article" in rows[-1]
    assert [page.list.selectable(item) for item in page.list.items[:3]] == [False, True, True]
