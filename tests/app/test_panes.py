"""The panes and lines of the work screen: what stands where at which width, and what a click does."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.app.conftest import Open, Running
from tests.app.screen_pictures import chosen
from tui.app.text_view.palette import Palette, _contrast
from tui.app.work_screen.panes.bars import Bars
from tui.app.work_screen.panes.headings import Headings
from tui.app.work_screen.panes.panel import Panel
from tui.app.work_screen.panes.sidebar import Sidebar, last_words
from tui.model import Label, LabelSet
from tui.text.page_title import page_title

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


FIRST_PAGE = "000_fabdfe4cb5b039c8"


async def test_once_there_are_tags_an_article_without_any_is_broken_into_the_same_rows(
    running: Open, seeds: Path
) -> None:
    async with running(seeds, size=(120, 30)) as r:
        await r.press("o right_square_bracket")
        width, text = r.reader.scene.layout.width, r.reader.scene.text
        await r.press("down o")
        assert len(r.tags(FIRST_PAGE)) == 2
        assert r.reader.scene.text == text
        assert (shown(r), r.reader.scene.layout.width) == (["sidebar", "panel"], width)


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


async def test_tags_of_the_same_place_stand_in_the_order_of_their_labels(running: Open, folder: Path) -> None:
    """The ids of tags are random: whatever goes by them differs from one session to the next."""
    labels = ["DOC", "EVENT", "LOC", "ORG", "PERSON", "TITLE"]
    async with running(folder, size=(120, 34)) as r:
        await r.find("顺义区")
        for key in "etolpd":
            await r.press(f"escape {key}")
        assert [span.label for span in r.app.workspace.tags()] == labels
        assert re.findall(r" ([etolpd]) 顺义区", r.screen()) == [*"delopt"]
        assert [tag.span.label for tag in r.reader.scene.tags_at(r.reader.caret.at)] == labels


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


async def test_where_the_last_row_goes_the_one_before_is_chosen_and_marked(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("o right right p right right l g down down down tab G")
        assert chosen(r.app) == ["l 进展"]
        await r.press("u")
        assert chosen(r.app) == ["p 建会"]
        await r.press("enter")
        assert r.reader.scene.text[slice(*r.reader.target)] == "建会"


async def test_labels_and_keys_at_the_bottom_can_be_clicked(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("j j")
        await click(r, "ORG")
        assert [label for label, _ in r.tags()] == ["ORG"]
        await r.press("right y")
        assert [label for label, _ in r.tags()] == ["ORG", "ORG"], "it is the label used last"
        await click(r, "undo ")
        assert len(r.tags()) == 1


async def test_a_double_click_on_a_rail_opens_the_fields_of_its_tag(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.find("顺义区")
        await r.press("o right right")
        x, y = row_of(r, "o-ORG-")
        await r.pilot.click(offset=(x + 1, y), times=2)
        await r.rest()
        assert type(r.app.screen).__name__ == "EditScreen"
        assert "ORG: " in r.screen()


async def test_a_label_that_is_clicked_is_what_the_mode_waits_for(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("j j o r f4")
        await click(r, "LOC")
        assert [label for label, _ in r.tags()] == ["LOC"], "another label of the same tag"
        await r.press("R space")
        await r.app.screen.run_action("label('PERSON')")
        await r.rest()
        assert [label for label, _ in r.tags()] == ["LOC", "PERSON"], "what no label is waited for in is left"


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


async def test_titles_stand_above_the_panes_and_show_where_keys_go(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("j j o")

        def focused() -> str:
            headings = r.app.screen.query_one(Headings)
            return next(s.text for s in headings.render_line(0) if s.style and s.style.bold).strip("─ ")

        assert lines(r)[0].split("─ ")[1].startswith("Articles")
        assert "Tags 1" in lines(r)[0]
        assert focused() == "p"
        await r.press("tab")
        assert focused() == "Tags 1"


async def test_a_page_is_called_by_the_paper_s_name_and_date(running: Open, folder: Path) -> None:
    page = "云榆日报\n\n2031年4月12日 第8版\n\n工会新建69家\n\n本报讯（记者 张三）工会新建69家。\n"
    (folder / "seeds" / "p.txt").write_text(page, encoding="utf-8")
    async with running(folder, size=(120, 30)) as r:
        assert "云榆日报 2031-04-12 第8版" in lines(r)[0]
        assert lines(r)[1].startswith(" 云榆日报 2031-04-12 第8版")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("砚池报\n2031-09-18\n工会新建69家。", "砚池报 2031-09-18"),
        ("标题\n正文。\n《东屏日报》（2023年05月12日 02版）", "东屏日报 2023-05-12 02版"),
        ("本报讯记者获悉。\n2022年5月1日，工会新建69家。", ""),
        ("年度公报\n工会新建69家。", ""),
        ("# 河口都市报\n\n要闻", "河口都市报"),
        ("", ""),
    ],
)
def test_only_what_is_printed_names_a_page(text: str, title: str) -> None:
    assert page_title(text) == title


async def test_the_cursor_on_a_word_of_one_character_is_seen(running: Open, folder: Path) -> None:
    async with running(folder, size=(100, 30)) as r:
        await r.find("从")
        row = r.reader.scene.line_of(r.reader.caret.at) - round(r.reader.scroll_offset.y)
        cursor = [s.text for s in r.reader.render_line(row) if s.style and s.style.reverse]
        assert cursor == ["从"]


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#808080", "#ff0000", "#0000ff", "#121212"])
def test_a_label_of_one_s_own_is_readable_in_every_theme(colour: str) -> None:
    labels = LabelSet(labels=(Label(id="X", key="x", color=colour, en="x", zh="x"),))
    for theme in BUILTIN_THEMES.values():
        under = Color.parse(theme.to_color_system().generate()["background"])
        if theme.ansi or under.ansi is not None:
            continue
        palette = Palette(lambda _: Style.null(), under, labels, "en")
        ink = palette.rail("X").color
        assert ink is not None
        assert _contrast(Color.from_rich_color(ink), under) >= 4.5, theme.name


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (24, "临川日报 2024-03-11 02版"),
        (23, "2024-03-11 02版"),
        (15, "2024-03-11 02版"),
        (14, "02版"),
        (1, "02版"),
    ],
)
def test_of_a_page_s_name_that_is_too_long_the_words_that_tell_pages_apart_stay(
    cells: int, shown: str
) -> None:
    assert last_words("临川日报 2024-03-11 02版", cells) == shown


async def test_pages_of_one_paper_are_told_apart_in_a_narrow_list(running: Open, folder: Path) -> None:
    for day in (11, 12):
        text = f"临川日报    2024年3月{day}日  星期二   02版 要闻\n\n夜市重新开张\n\n夜市开张。\n"
        (folder / "seeds" / f"d{day}.txt").write_text(text, "utf-8")
    async with running(folder, size=(80, 24)) as r:
        assert "2024-03-11 02版" in r.screen()
        assert "2024-03-12 02版" in r.screen()
