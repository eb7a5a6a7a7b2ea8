"""What keys do beside their work: which leave a mode, which are done again, which count as used last."""

from pathlib import Path

import pytest

from tests.app.conftest import Open, Running
from tui.app.keys.key_map import KEYMAP
from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.controller import Mode

ROWS = {row.id: row for row in KEYMAP}


@pytest.mark.parametrize(
    "id_",
    [
        *("word_left", "page_down", "text_end", "jump", "find_back"),
        *("grow_right", "grow_unit", "swap_end", "copy"),
        *("help", "stats", "theme", "toggle_panel", "cycle_view", "palette", "quit"),
        *("outer_tag", "inner_tag"),
    ],
)
def test_a_mode_lasts_while_one_moves_selects_or_looks_at_something_else(id_: str) -> None:
    assert Mode().lasts(ROWS[id_])


@pytest.mark.parametrize(
    "id_",
    [
        *("clear", "search", "search_corpus", "next_hit", "previous_hit"),
        *("remove", "undo", "edit", "note_tag", "next_tag", "link", "spread", "split_tag", "one_word"),
        *("mark_title", "suggest", "ledger", "next_article", "finish"),
    ],
)
def test_a_mode_is_left_by_what_changes_something_or_goes_elsewhere(id_: str) -> None:
    assert not Mode().lasts(ROWS[id_])


async def go(r: Running, text: str) -> None:
    """Put the cursor on the first place of a text."""
    r.reader.put(Caret(r.reader.scene.text.index(text)))
    r.app.controller.moved()
    await r.rest()


def words(r: Running) -> list[str]:
    """The words of the text as they are corrected."""
    return [r.reader.scene.text[a:b] for a, b in r.reader.scene.contents.words]


async def test_undo_redo_and_what_only_shows_something_are_not_done_again(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(120, 30)) as r:
        await go(r, "顺义区")
        await r.press("o")
        await go(r, "总工会")
        await r.press("l u U")
        for keys in ("f", "Z Z", "number_sign n o enter"):
            await r.press(keys)
        await go(r, "会员")
        await r.press("f5")
        assert r.tags() == [("LOC", "会员"), ("ORG", "顺义区"), ("LOC", "总工会")]
        assert "note" in next(iter(r.disk()["articles"].values()))


async def test_words_are_joined_again_elsewhere(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await go(r, "顺义区")
        await r.press("space underscore")
        assert "顺义区总工会" in words(r)
        await go(r, "继续")
        await r.press("space f5")
        assert "继续推动" in words(r)


async def test_a_label_that_is_repeated_is_repeated_again(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await go(r, "顺义区")
        await r.press("o")
        await go(r, "总工会")
        await r.press("y")
        await go(r, "会员")
        await r.press("f5")
        assert [label for label, _ in r.tags()] == ["ORG"] * 3


@pytest.mark.parametrize(
    ("keys", "counts"),
    [
        ("2 y", True),
        ("2 semicolon O R G enter", True),
        ("2 f4 o", True),
        ("2 Z y", False),
        ("2 z z z y", False),
    ],
)
async def test_a_number_lasts_until_the_label_that_a_key_leads_to(
    keys: str, counts: bool, running: Open, folder: Path
) -> None:
    async with running(folder, size=(120, 30)) as r:
        await go(r, "会员")
        await r.press("o")
        await go(r, "新建")
        await r.press(keys)
        assert r.tags()[-1] == ("ORG", "新建工会组织" if counts else "新建")
        assert r.reader.count == 0


async def test_what_was_used_last_are_actions_not_ways_about(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await go(r, "会员")
        await r.press("o x u U question_mark escape colon escape tab tab shift+tab shift+tab right space c")
        assert r.app.workspace.chosen.now.recent[:2] == ("cycle_state", "remove")


async def test_a_further_piece_goes_to_the_tag_that_was_made_or_stood_on_last(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(120, 30)) as r:
        for text, key in (("顺义区", "o"), ("新建", "l")):
            await go(r, text)
            await r.press(key)
        await go(r, "会员")
        await r.press("plus")
        assert r.tags() == [("LOC", "会员新建"), ("ORG", "顺义区")]
        for text in ("顺义区", "继续"):
            await go(r, text)
        await r.press("plus")
        assert r.tags() == [("LOC", "会员新建"), ("ORG", "顺义区继续")]
