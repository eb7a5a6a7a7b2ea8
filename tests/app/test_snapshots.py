"""Twelve screens at two sizes, in both languages and two themes, as they were looked at and kept.

A change is shown as two pictures. ``make snapshots`` keeps what there is now: look at them first.
"""

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app import screen_pictures
from tests.app.conftest import Open, Running
from tests.conftest import ROOT
from tui.texts import LANGUAGES, Language

KEPT = ROOT / "tests" / "app" / "snapshots"
THEMES = ("textual-dark", "textual-light")
SCREENS: dict[str, tuple[str, str]] = {
    "text": ("", ""),
    "progress": ("S", "escape"),
    "help": ("question_mark", "escape"),
    "themes": ("T", "escape"),
    "selection": ("> space space", ""),
    "tag": ("o", ""),
    "fields": (">> m enter", "escape"),
    "guidelines": ("I", "I"),
    "relabelling": ("r", "escape"),
    "jump": ("apostrophe", "escape"),
    "search": ("slash 工 会", "escape"),
    "ledger": ("dollar_sign", "escape"),
}
"""Each screen by the keys that lead to it from the one before, and those that leave it again.

`>` and `>>` go to a name and to a number first.
"""
PLACES = {">": "顺义区", ">>": "8447"}


@pytest.fixture
def guided(folder: Path) -> Path:
    (folder / "guidelines").mkdir()
    text = "# 机构\n\n单位名称写到全称为止，简称（如“总工会”）只在指明是哪一级时标注。\n\n- 不带职务\n"
    (folder / "guidelines" / "index.md").write_text(text, encoding="utf-8")
    return folder


async def compare(r: Running, name: str, language: Language, tmp_path: Path) -> list[str]:
    """Compare a screen in both themes with what was kept; return what differs."""
    before, found = r.app.theme, []
    for theme in THEMES:
        r.app.theme = theme
        r.app.controller.show_bars()
        for field in r.app.screen.query(Input):
            field.cursor_blink = False
        await r.rest()
        width, height = r.app.size
        picture = screen_pictures.taken(r.app)
        file = KEPT / f"{language}-{width}x{height}-{theme}" / f"{name}.jsonl"
        if os.environ.get("PIYUE_SNAPSHOTS") == "keep":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(screen_pictures.written(picture), encoding="utf-8")
        elif (kept := screen_pictures.read(file)) != picture:
            for kind, shown in (("kept", kept), ("now", picture)):
                (tmp_path / f"{name}-{theme}-{kind}.svg").write_text(
                    screen_pictures.svg(shown, width), encoding="utf-8"
                )
            rows = [
                number for number, pair in enumerate(zip(kept, picture, strict=False)) if pair[0] != pair[1]
            ]
            found.append(f"{name} in {theme}, rows {rows}: see {tmp_path}/{name}-{theme}-*.svg")
    r.app.theme = before
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_screens_look_as_they_were_kept(
    language: Language, size: tuple[int, int], running: Open, guided: Path, tmp_path: Path
) -> None:
    differing: list[str] = []
    async with running(guided, size=size, language=language, each_key=True) as r:
        for name, (keys, leave) in SCREENS.items():
            place, _, rest = keys.partition(" ")
            if place in PLACES:
                await r.find(PLACES[place])
                keys = rest
            await r.press(keys)
            differing += await compare(r, name, language, tmp_path)
            await r.press(leave)
    assert differing == []
