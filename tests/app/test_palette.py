"""The palette, the list of keys, themes and the language: found, chosen, remembered."""

from pathlib import Path

from tests.app.conftest import Open, Running
from tests.app.test_modes import SECOND

WIDE = (160, 40)


def listed(r: Running) -> list[str]:
    """The rows of the list that lies over the screen, without its frame and blanks."""
    rows = (row.partition("│")[2].rpartition("│")[0] for row in r.screen().splitlines())
    return [" ".join(row.split()) for row in rows if row.strip()]


async def test_the_palette_finds_an_action_by_english_chinese_pinyin_and_initials(
    running: Open, folder: Path
) -> None:
    for language, placeholder in (("en", "Find an action"), ("zh", "查找操作")):
        for typed in ("q u i t", "退 出", "t u i c h u"):
            async with running(folder, size=WIDE, language=language) as r:
                await r.press("colon")
                assert placeholder in r.screen()
                await r.press(typed)
                shown = [part.split() for row in r.screen().splitlines() for part in row.split("│")]
                assert ["q", "quit", "piyue"] in shown or ["q", "退出程序"] in shown


async def test_words_typed_in_any_order_find_an_action(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("colon h i t space n e x t")
        assert "* go to the next search hit" in listed(r)


async def test_what_was_used_last_comes_first_also_after_the_next_start(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("colon")
        assert "Used last" not in listed(r)
        await r.press("escape z c colon")
        first = ["Used last", "c set the next state: to do, doing, done, skipped"]
        assert listed(r)[1:3] == first
        await r.press("escape q")
    async with running(folder, size=WIDE) as r:
        await r.press("colon")
        assert listed(r)[1:3] == first
        await r.press("enter")
        assert [a["state"] for a in r.disk()["articles"].values()] == ["done"]
        await r.press("question_mark")
        assert listed(r)[2].startswith("Used last")


async def test_an_article_is_opened_from_the_palette_by_its_title_or_page(
    running: Open, folder: Path
) -> None:
    (folder / "seeds" / "q.txt").write_text(SECOND, encoding="utf-8")
    async with running(folder, size=WIDE) as r:
        rows = r.app.workspace.documents.listing.rows
        there = next(row for row in rows if row.page == "q")
        await r.press(f"colon {' '.join(there.title[:4])} enter")
        shown = r.app.workspace.shown
        assert shown is not None
        assert shown.opened.article.id == there.article


async def test_a_theme_is_seen_before_it_is_taken_and_is_there_at_the_next_start(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=WIDE) as r:
        before = r.app.theme
        await r.press("T n o r d")
        assert r.app.theme == "nord"
        await r.press("escape")
        assert r.app.theme == before
        await r.press("T n o r d enter")
    async with running(folder, size=WIDE) as r:
        assert r.app.theme == "nord"


async def test_the_language_is_changed_in_the_app(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.find("顺义区")
        await r.press("space o")
        await r.press("ctrl+circumflex_accent")
        screen = r.screen()
        for chinese in ("已保存", "语言：中文", "机构", "完成"):
            assert chinese in screen
        assert "Organisation" not in screen
        await r.press("u")
        assert "撤销" in r.screen()


async def test_the_list_of_keys_is_searched_in_either_language_and_by_pinyin(
    running: Open, folder: Path
) -> None:
    for typed in ("d i c t i o n a r y", "词 典", "c i d i a n"):
        async with running(folder, size=WIDE) as r:
            await r.press(f"question_mark {typed}")
            found = " ".join(listed(r))
            assert "add to the dictionary as one word" in found
            assert "move back one word" not in found
            await r.press("question_mark")
            assert len(r.app.screen_stack) == 1


async def test_the_list_of_keys_has_two_columns_where_there_is_room(running: Open, folder: Path) -> None:
    for width, columns in ((80, 1), (120, 2)):
        async with running(folder, size=(width, 40)) as r:
            await r.press("question_mark m o v e")
            row = next(row for row in listed(r) if "move back one word" in row)
            assert ("move" in row.replace("move back one word", "")) == (columns == 2)


async def test_what_no_key_does_is_said(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("question_mark x x x x")
        assert "no such key" in r.screen()


async def test_actions_are_found_by_what_their_group_is_called(running: Open, folder: Path) -> None:
    async with running(folder, size=(100, 40)) as r:
        await r.press("question_mark r e l a t i o n")
        assert "relate the tag to another" in r.screen()
        await r.press("escape colon r e l a t i o n s")
        assert "highlight the tags related to this one" in r.screen()
        await r.press("escape colon m o v e space b a c k")
        assert r.screen().index("move back one word") < r.screen().index("move back one character")


async def test_on_a_narrow_screen_the_list_of_keys_has_the_room(running: Open, folder: Path) -> None:
    async with running(folder, size=(40, 20)) as r:
        await r.press("question_mark m a r k space t h e space a r t")
        assert "mark the article" in r.screen()
        assert "Mouse" not in r.screen()
