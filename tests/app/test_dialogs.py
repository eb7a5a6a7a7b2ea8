"""Keys that arrive together, keys of an input method, and sentences that name keys."""

import asyncio
import re
from pathlib import Path

import pytest
from textual import events
from textual.css.query import NoMatches
from textual.widgets import Label

from tests.app.conftest import Open, Running
from tests.app.test_correcting import PAGE, shared
from tui.app.dialogs.hits import HitsScreen
from tui.app.keys.key_map import KEYMAP
from tui.app.widgets.row_list import RowList
from tui.texts import CATALOGUE, Language


async def send(r: Running, *keys: str) -> None:
    """Have keys arrive together, as a slow line brings them."""
    for key in keys:
        r.app.post_message(events.Key(key, key if len(key) == 1 else None))
    handled = asyncio.Event()
    r.app.call_later(handled.set)
    await asyncio.wait_for(handled.wait(), 30)
    await r.rest()
    await r.pilot.pause()
    await r.rest()


async def test_keys_wait_until_a_dialog_has_its_rows(running: Open, folder: Path) -> None:
    (folder / "seeds" / "p.txt").write_text(PAGE, encoding="utf-8")
    async with running(folder) as r:
        await send(r, "D", "down", "down", "x", "escape")
        assert [row["text"] for row in shared(folder)["blocks"].values()] == [
            "昨天，横跨青弋河的新大桥通车。"
        ]
        await send(r, "u", "right_curly_bracket", "B", "D", "escape")
        assert shared(folder)["blocks"]


async def test_what_waits_for_a_refresh_is_done_though_the_dialog_is_gone(
    running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        await r.press("D")
        done: list[str] = []
        screen = r.app.screen
        screen.dismiss(None)
        screen._invoke_later(lambda: done.append("done"), r.app)
        await r.rest()
        await r.rest()
        assert (len(r.app.screen_stack), done) == (1, ["done"])


async def test_a_search_typed_in_one_go_goes_to_its_hit(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await send(r, "slash", "总", "工", "会", "down", "enter")
        assert "hit 2 of 2" in r.screen()


async def test_the_same_text_is_tagged_by_keys_in_one_go(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await send(r, "space", "o", "A", "enter")
        assert len(r.tags()) == 2


async def test_fields_are_typed_in_one_go(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("8447")
        await send(r, "m", "enter", "end", "0", "enter")
        (span,) = r.disk()["spans"].values()
        assert span["attributes"]["value"] == "84470"


@pytest.mark.parametrize(
    ("typed", "dialog"),
    [("？", "HelpScreen"), ("；", "PickScreen"), ("＃", "AskScreen"), ("￥", "LedgerScreen")],
)
async def test_full_width_keys_act_as_their_half_width_ones(
    typed: str, dialog: str, running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        await send(r, typed)
        assert type(r.app.screen).__name__ == dialog


async def test_full_width_keys_move_and_are_typed_as_they_are(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await send(r, "。")
        assert r.reader.caret.at == 1
        await send(r, "，")
        assert r.reader.caret.at == 0
        await send(r, "＃", "，", "enter")
        assert [a["note"] for a in r.disk()["articles"].values()] == ["，"]


async def test_words_are_not_joined_on_an_empty_line(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("z z down down")
        assert r.reader.target[0] == r.reader.target[1]
        for key in ("underscore", "circumflex_accent", "percent_sign", "tilde", "O", "B", "o", "m"):
            await r.press(key)
        assert r.app.is_running
        assert r.tags() == []


# What sentences say

NAMES = re.compile(
    r"(?<![\w{:/.+*'-])(?:[b-zB-HJ-Z]|esc|enter|tab|space|pgup|pgdn|f[0-9]+|ctrl\+\S+)(?![\w:/}*-])"
)
SAID = {
    key: row
    for key, row in CATALOGUE.items()
    if key.partition(".")[0] not in ("cli", "key", "settings", "query", "serve")
}


@pytest.mark.parametrize("key", sorted(key for key in SAID if "{key:" in "".join(SAID[key])))
def test_a_sentence_that_names_keys_names_actions_that_there_are(key: str) -> None:
    named = set(re.findall(r"\{key:(\w+)\}", "".join(SAID[key])))
    assert named <= {row.id for row in KEYMAP}


def test_no_sentence_names_a_key_by_its_letter() -> None:
    found = {key: hit.group() for key, row in SAID.items() for text in row if (hit := NAMES.search(text))}
    assert not found


async def test_a_preset_s_keys_stand_in_the_sentences(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text('annotator = "ling"\npreset = "slate"\n', encoding="utf-8")
    async with running(folder) as r:
        await r.press("asterisk")
        assert "no search yet; \\ searches" in r.screen()


async def test_a_dialog_s_key_is_changed_by_its_id(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text(
        'annotator = "ling"\n[keys]\ncorrect_furniture = "w"\nhits_none = "n"\n', encoding="utf-8"
    )
    async with running(folder, size=(140, 30)) as r:
        await r.press("D")
        assert "w in no article" in r.screen()
        await r.press("down down w escape")
        assert shared(folder)["blocks"]
        await r.press("u")
        await r.find("顺义区")
        await r.press("space o A n enter")
        assert len(r.tags()) == 1


async def test_the_palette_does_what_a_dialog_s_key_does(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 40)) as r:
        await r.press("D down down ctrl+p")
        await r.press("t a k e space o u t")
        assert "take the block out of its article" in r.screen()
        await r.press("enter")
        await r.rest()
        assert shared(folder)["blocks"]


class EmptyList(RowList[str]):
    """A list that has no rows yet."""


@pytest.mark.parametrize("step", [1, -1, 10, -10])
def test_the_cursor_of_an_empty_list_stays(step: int) -> None:
    rows = EmptyList()
    rows.action_cursor(step)
    rows.action_choose()
    assert rows.cursor == 0


async def test_what_was_found_for_a_dialog_that_was_closed_is_left_out(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("slash")
        dialog = r.app.screen
        assert isinstance(dialog, HitsScreen)
        await r.press("escape")
        with pytest.raises(NoMatches):
            dialog.action_accept_all(accepted=True)
        await asyncio.to_thread(r.app.call_from_thread, dialog.action_accept_all, accepted=True)


# What is written in dialogs is on the screen

OPENING = (
    "slash",
    "ctrl+g",
    "space space o A",
    "space space o X",
    "m enter",
    "o F",
    "Q",
    "S",
    "dollar_sign",
    "D",
    "ctrl+backslash",
    "ctrl+backslash enter",
)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("keys", OPENING)
async def test_what_a_dialog_says_of_its_keys_is_not_cut_at_80_columns(
    keys: str, language: Language, running: Open, folder: Path
) -> None:
    async with running(folder, size=(80, 24), language=language) as r:
        await r.find("8447")
        await r.press(keys)
        assert r.app.screen.id != "_default"
        shown = "".join(re.findall(r"│([^│]*)│", r.screen()))
        for label in r.app.screen.query("#title, #keys, #problem").results(Label):
            said = "".join(str(label.visual).split())
            assert said in re.sub(r"[\s▁▂▃▄▅▆▇█]", "", shown)


async def test_the_choices_of_a_metric_are_named(running: Open, folder: Path) -> None:
    async with running(folder, size=(80, 24), language="zh") as r:
        await r.find("8447")
        await r.press("m enter")
        assert "指标：8447人" in r.screen()
        assert "exact  等于" in r.screen()
        await r.press("tab tab tab enter down down enter ctrl+s")
        (span,) = r.disk()["spans"].values()
        assert span["attributes"]["comparator"] == "gt"
