"""A note in passing: below the text, which stays where it is."""

from pathlib import Path

from textual import events

from tests.app.conftest import Open


async def test_a_note_is_written_on_a_tag_without_leaving_the_text(running: Open, folder: Path) -> None:
    async with running(folder, size=(80, 24)) as r:
        await r.find("69")
        await r.press("m")
        before = r.screen().splitlines()
        await r.press("ctrl+underscore")
        assert "Note on “69家”" in r.screen()
        assert r.screen().splitlines()[:16] == before[:16]
        await r.press("核 对 enter")
        assert [s["note"] for s in r.disk()["spans"].values()] == ["核对"]
        assert r.screen().splitlines()[:16] == before[:16]
        await r.press("u")
        assert [s.get("note", "") for s in r.disk()["spans"].values()] == [""]


async def test_what_is_pasted_stands_where_it_was_pasted_however_fast_one_types(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(80, 24)) as r:
        await r.find("69")
        await r.press("m")
        for key, character in (("insert", None), ("核", "核"), ("对", "对")):
            r.app.post_message(events.Key(key, character))
        r.app.post_message(events.Paste("“69家”"))
        for key, character in (("好", "好"), ("enter", "\r")):
            r.app.post_message(events.Key(key, character))
        await r.rest()
        await r.rest()
        assert [s.get("note") for s in r.disk()["spans"].values()] == ["核对“69家”好"]


async def test_a_note_needs_a_tag_and_esc_leaves_it_unwritten(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("insert")
        assert "no tag under the cursor" in r.screen()
        await r.find("69")
        await r.press("m insert 算 escape")
        assert [s.get("note", "") for s in r.disk()["spans"].values()] == [""]


async def test_a_note_on_a_doubted_tag_is_told_as_a_note_and_stands_beside_the_tag(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(130, 30)) as r:
        await r.find("顺义区")
        await r.press("o exclamation_mark ctrl+underscore a s k enter")
        assert "note saved: ORG 顺义区" in r.screen()
        assert "= (?)" not in r.screen()
        await r.press("left right")
        assert "ORG: 顺义区 (?)  note: ask" in r.screen()
