"""The app, driven by keys: what the screen shows and what is on disk."""

import asyncio
import re
from itertools import count
from pathlib import Path

import pytest

from tests.app.conftest import Open

ENTITY = "顺义区总工会"


async def test_the_article_is_shown_as_one_reads_it(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        screen = r.screen()
        assert "两新组织建会有进展" in screen
        lines = [r.reader.render_line(y).text.rstrip() for y in range(r.reader.size.height)]
        first = next(line for line in lines if "记者近日从" in line)
        assert first.index("记者近日从") == len(first) - len(first.lstrip())
        second = lines[lines.index(first) + 1]
        assert len(first) - len(first.lstrip()) - (len(second) - len(second.lstrip())) == 4
        assert "saved" in screen
        assert "article 1/1, to do, tags: 0" in screen


async def test_a_label_key_tags_the_word_under_the_cursor_and_it_is_on_disk(
    running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        await r.press("p")
        assert r.tags() == [("PERSON", "王路曼")]
        assert "tagged PERSON 王路曼" in r.screen()
        assert "p-" in r.screen()
        assert "tags: 1" in r.screen()


async def test_a_selection_grows_by_word_and_is_trimmed_by_character(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("8447")
        await r.press("space m")
        assert r.tags() == [("METRIC", "8447人")]
        await r.find("总工会")
        await r.press("shift+left o")
        assert ("ORG", ENTITY) in r.tags()
        await r.press("space less_than_sign l")
        assert "LOC" in {label for label, _ in r.tags()}


async def test_keys_typed_in_one_go_are_done_in_order(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o right right l u U n x")
        assert r.tags() != []
        assert len(r.tags()) == 1


async def test_a_metric_shows_its_value_in_the_panel(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 40)) as r:
        await r.find("8447")
        await r.press("space m")
        [span] = r.disk()["spans"].values()
        assert span["attributes"]["value"] == "8447"
        assert span["attributes"]["unit"] == "人"
        assert "8447 人" in r.screen()


async def test_relabel_remove_undo_and_redo(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        await r.press("p r o")
        assert r.tags() == [("ORG", "王路曼")]
        await r.press("x")
        assert r.tags() == []
        assert "removed ORG 王路曼" in r.screen()
        await r.press("u u")
        assert r.tags() == [("PERSON", "王路曼")]
        await r.press("u")
        assert r.tags() == []
        await r.press("ctrl+y ctrl+y")
        assert r.tags() == [("ORG", "王路曼")]
        assert "redid" in r.screen()


async def test_nested_and_equal_ranges_are_all_visible(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("l space o shift+left e")
        labels = {label for label, _ in r.tags()}
        assert labels == {"LOC", "ORG", "EVENT"}
        reader = "\n".join(r.reader.render_line(y).text for y in range(r.reader.size.height))
        assert all(mark in reader for mark in ("l-", "o-", "e-"))


async def test_the_same_tag_twice_is_refused_in_words(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        await r.press("p p")
        assert r.tags() == [("PERSON", "王路曼")]
        assert "is already tagged PERSON" in r.screen()


async def test_next_and_previous_tag_go_round(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        await r.press("p")
        await r.find("8447")
        await r.press("space m g n")
        first = r.reader.span
        await r.press("n")
        second = r.reader.span
        await r.press("n")
        assert r.reader.span == first != second
        await r.press("N")
        assert r.reader.span == second


async def test_everything_is_there_at_the_next_start(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        await r.press("p f")
        at = r.reader.caret.at
        await r.press("q")
    assert r.app.return_code == 0
    async with running(folder) as r:
        assert r.reader.caret.at == at
        assert "article 1/1, done, tags: 1" in r.screen()
        assert "p-" in r.screen()


async def test_states_are_set_and_the_next_open_article_is_found(running: Open, seeds: Path) -> None:
    async with running(seeds) as r:
        page = "000_fabdfe4cb5b039c8"
        await r.press("f right_square_bracket c c c a")
        states = {a["article"]: a["state"] for a in r.disk(page)["articles"].values()}
        assert states == {f"{page}#1": "done", f"{page}#2": "skipped"}
        assert r.app.workspace.shown is not None
        assert r.app.workspace.shown.opened.article.id == f"{page}#3"


async def test_articles_are_walked_over_the_borders_of_pages(running: Open, seeds: Path) -> None:
    async with running(seeds) as r:
        seen = []
        for _ in range(24):
            assert r.app.workspace.shown is not None
            seen.append(r.app.workspace.shown.opened.article.id)
            await r.press("right_square_bracket")
        assert len(set(seen)) == 24
        assert "no more articles" in r.screen()


async def test_the_sidebar_opens_an_article(running: Open, seeds: Path) -> None:
    async with running(seeds) as r:
        await r.press("shift+tab down down enter")
        assert r.app.workspace.shown is not None
        assert r.app.workspace.shown.opened.article.id == "000_fabdfe4cb5b039c8#3"
        assert r.reader.has_focus


async def test_the_panel_goes_to_the_tag(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        at = r.reader.caret.at
        await r.press("p g tab enter")
        assert r.reader.caret.at == at
        assert r.reader.has_focus


async def test_views_cycle_and_keep_the_place(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("获悉")
        await r.press("z")
        assert "view: plain" in r.screen()
        await r.press("z")
        assert "view: source lines" in r.screen()
        assert r.reader.scene.text[r.reader.caret.at :].startswith("获悉")
        await r.press("t")
        await r.press("z")
        assert r.tags() == [("TITLE", "获悉")]
        assert r.reader.scene.text[r.reader.caret.at :].startswith("获悉")


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (40, 12)])
async def test_a_resize_keeps_the_place_and_the_tag(
    running: Open, seeds: Path, size: tuple[int, int]
) -> None:
    async with running(seeds) as r:
        for _ in range(12):
            await r.pilot.press("down")
        at = r.reader.caret.at
        await r.press("o")
        await r.pilot.resize_terminal(*size)
        await r.rest()
        assert r.reader.caret.at == at
        top = r.reader.scroll_offset.y
        line = r.reader.scene.line_of(at)
        assert top <= line < top + r.reader.size.height


async def test_the_footer_says_what_keys_do_in_each_pane(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        assert "select more" in r.screen()
        await r.press("shift+tab")
        assert "select more" not in r.screen()
        assert "open" in r.screen()


async def test_the_progress_is_a_key_away(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        await r.press("p f S")
        screen = r.screen()
        assert re.search(r"articles +#{24} +1/1 +100%", screen)
        assert "Mon" in screen
        assert f"p     1/1  {24 * '#'}" in screen
        assert "PERSON  1/1" in screen
        await r.press("escape")
        assert len(r.app.screen_stack) == 1


async def test_a_project_without_articles_says_what_to_do(running: Open, folder: Path) -> None:
    (folder / "seeds" / "p.txt").unlink()
    async with running(folder, size=(160, 30)) as r:
        assert "Put .txt or .md pages into" in r.screen()
        assert "start again" in r.screen()
        await r.press("right o enter n f u S escape q")
    assert r.app.return_code == 0


async def test_help_shows_every_key_and_label(running: Open, folder: Path) -> None:
    async with running(folder, size=(250, 420)) as r:
        await r.press("question_mark")
        screen = r.screen()
        for row in r.app.keys:
            assert r.app.workspace.say(f"key.{row.id}") in screen
        assert "METRIC" in screen
        await r.press("escape")
        assert "article 1/1" in r.screen()


async def test_the_palette_finds_an_action_and_does_it(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        await r.press("colon")
        await r.pilot.press(*"PERSON")
        await r.press("enter")
        await r.rest()
        assert r.tags() == [("PERSON", "王路曼")]


async def test_the_value_of_a_metric_is_corrected_in_place(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("8447")
        await r.press("space m enter")
        await r.pilot.press("end", "backspace", "8", "enter")
        await r.rest()
        [span] = r.disk()["spans"].values()
        assert span["attributes"]["value"] == "8448"
        await r.press("u")
        [span] = r.disk()["spans"].values()
        assert span["attributes"]["value"] == "8447"


async def test_a_value_that_is_no_number_is_refused_in_words(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("8447")
        await r.press("space m enter")
        await r.pilot.press("end", "x", "enter")
        await r.rest()
        [span] = r.disk()["spans"].values()
        assert span["attributes"]["value"] == "8447"
        assert len(r.app.screen_stack) == 2
        await r.press("escape")
        assert len(r.app.screen_stack) == 1


async def test_the_screen_speaks_chinese(running: Open, folder: Path) -> None:
    async with running(folder, language="zh") as r:
        await r.find("王路曼")
        await r.press("p")
        screen = r.screen()
        assert "已标注 人物 王路曼" in screen
        assert "已保存" in screen
        assert "p人物" in screen.replace(" ", "")


async def test_the_mouse_selects_and_a_rail_means_its_tag(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        field = r.reader.scene.field
        at = r.reader.scene.text.index("顺义区总工会")
        left = r.reader.region.x + max(
            1, (r.reader.scrollable_content_region.width - field.layout.width) // 2
        )
        y = r.reader.region.y + r.reader.scene.line_of(at)
        x = left + field.layout.x_of(at)
        await r.pilot.mouse_down(offset=(x, y))
        await r.pilot.hover(offset=(x + 11, y))
        await r.pilot.mouse_up(offset=(x + 11, y))
        await r.press("o")
        assert r.tags() == [("ORG", "顺义区总工会")]
        await r.press("g")
        await r.pilot.click(offset=(x + 2, y + 1))
        await r.press("x")
        assert r.tags() == []


async def test_a_page_that_cannot_be_read_is_named_and_the_others_open(running: Open, folder: Path) -> None:
    (folder / "seeds" / "q.txt").write_bytes(b"\xff\xfe\x00")
    async with running(folder) as r:
        assert "q.txt" in r.screen()
        assert "两新组织" in r.screen()


async def test_a_save_that_fails_says_why_and_quitting_asks_first(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(folder) as r:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", full)
            await r.find("王路曼")
            await r.press("p")
            assert "NOT SAVED" in r.screen()
            await r.press("q")
            assert r.app.is_running
            assert r.tags() == []
        await r.press("t")
        assert "NOT SAVED" not in r.screen()
        assert r.tags() == [("PERSON", "王路曼"), ("TITLE", "王路曼")]


async def test_what_waits_for_a_screen_that_is_never_painted_is_saved_all_the_same(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(folder) as r:
        await r.find("王路曼")
        monkeypatch.setattr(r.app, "call_after_refresh", lambda *_: True)
        await r.press("p")
        assert r.tags() == []
        r.app.saving.retry()
        await r.rest()
        assert r.tags() == [("PERSON", "王路曼")]


async def test_a_timer_that_is_late_before_it_begins_to_wait_is_not_lost(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(folder) as r:
        clock, fired = count(step=1), asyncio.Event()
        with monkeypatch.context() as patched:
            patched.setattr("textual.timer._time.get_time", lambda: next(clock))
            r.app.set_timer(0.01, fired.set)
            await asyncio.wait_for(fired.wait(), 5)
