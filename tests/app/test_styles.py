"""The styles of the parts of a line: in colours of the theme, and in a terminal's own."""

from pathlib import Path

import pytest

from tests.app.conftest import Open
from tui.app.widgets.styles import PARTS
from tui.app.work_screen.panes.bars import Bars

ANSI = {
    "word": "underline", "target": "bold", "selection": "bold underline color(15) on color(4)",
    "row": "reverse", "here": "bold underline", "hint": "bold reverse", "dim": "dim", "picture": "dim italic",
    "head": "bold", "rule": "dim", "rule_focused": "bold color(4)", "text": "none", "strong": "bold",
    "cursor": "reverse", "current": "bold reverse",
}  # fmt: skip
"""What a terminal of 16 colours, or of none, is asked for."""

TEXTS = {
    "strong": "bold", "picture": "italic", "target": "underline", "cursor": "reverse",
    "current": "bold reverse", "head": "bold", "rule_focused": "bold", "here": "bold", "hint": "bold",
    "key": "bold", "bad": "bold",
}  # fmt: skip
"""The parts that are set in another type, where there are colours."""
COLOURED = {
    "accent", "dim", "picture", "selection", "head", "rule", "rule_focused", "hint", "key", "good", "busy",
    "bad",
}  # fmt: skip
BEHIND = {"word", "selection", "row", "here", "hint", "status"}


@pytest.mark.slow
async def test_a_terminal_s_own_colours_are_not_mixed(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text('theme = "ansi-dark"\n', encoding="utf-8")
    async with running(folder) as r:
        found = {name: str(r.reader.resolve_part(name)) for name in PARTS if name in ANSI}
        assert found == ANSI


@pytest.mark.slow
async def test_the_status_stands_on_a_colour_of_its_own_and_so_do_the_rows_that_a_long_message_takes(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(80, 24)) as r:
        bars = r.app.screen.query_one(Bars)
        own = bars.part("status").bgcolor

        def rows() -> list[bool]:
            strips = [bars.render_line(y) for y in range(3)]
            return [all(s.style is not None and s.style.bgcolor == own for s in strip) for strip in strips]

        assert rows() == [True, False, False]
        await r.press("I")
        assert "no guidelines yet" in r.screen()
        assert rows() == [True, True, False]


@pytest.mark.slow
async def test_parts_differ_in_type_and_colour(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text('theme = "textual-dark"\n', encoding="utf-8")
    async with running(folder) as r:
        styles = {name: r.reader.resolve_part(name) for name in PARTS}
        set_ = {name: str(style.without_color) for name, style in styles.items()}
        assert {name: text for name, text in set_.items() if text != "none"} == TEXTS
        assert {name for name, style in styles.items() if style.color} == COLOURED
        assert {name for name, style in styles.items() if style.bgcolor} == BEHIND
