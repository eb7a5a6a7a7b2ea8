"""A key copies the selection, else the tag under the cursor, else the sentence; a pasted text is no keys."""

from pathlib import Path

from textual import events
from textual.widgets import Input

from tests.app.conftest import Open


async def test_the_selection_is_copied_else_the_tag_else_the_sentence(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("ctrl+c")
        assert r.app.clipboard == "两新组织建会有进展"
        await r.press("space space ctrl+c")
        start, end = r.reader.target
        selected = r.reader.scene.text[start:end]
        assert r.app.clipboard == selected != "两新组织建会有进展"
        await r.press("o escape ctrl+c")
        assert r.app.clipboard == selected == r.tags()[0][1]
        assert f"copied: {selected}" in r.screen()


async def test_a_pasted_text_does_not_act_as_keys(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        r.app.post_message(events.Paste("ox"))
        await r.rest()
        assert "input method" in r.screen()
        assert r.tags() == []


async def test_the_terminals_cursor_stands_in_a_field_before_anything_is_typed(
    running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        await r.press("slash")
        field = r.app.focused
        assert isinstance(field, Input)
        assert r.app.cursor_position == field.cursor_screen_offset
        assert field.region.contains_point(r.app.cursor_position)
