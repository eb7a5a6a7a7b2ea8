"""Labels edited in the app: added, renamed, other keys and colours, in the settings and on the screen."""

import tomllib
from pathlib import Path
from typing import Any

from tests.app.conftest import Open, Running

WIDE = (160, 40)


def written(folder: Path) -> dict[str, Any]:
    """The labels of the settings, by plain TOML."""
    found = tomllib.loads((folder / "piyue.toml").read_text(encoding="utf-8"))
    return {row["id"]: row for row in found["labels"]}


async def retype(r: Running, text: str) -> None:
    """Type over what a field holds."""
    await r.press(" ".join(["end", "ctrl+u", *text]))


async def test_a_label_is_added_and_tags_at_once(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.find("顺义区")
        await r.press("ctrl+backslash")
        assert "add a label" in r.screen()
        await r.press("enter D R U G")
        await r.press("tab tab tab 药 品 enter")
        assert "label DRUG saved in piyue.toml" in r.screen()
        assert written(folder)["DRUG"] == {
            "id": "DRUG",
            "zh": "药品",
            "key": r.app.controller.labels.by_id["DRUG"].key,
            "color": r.app.controller.labels.by_id["DRUG"].color,
        }
        assert "g DRUG" in r.screen()
        await r.press(written(folder)["DRUG"]["key"])
        assert r.tags() == [("DRUG", "顺义区")]


async def test_a_key_that_another_label_has_is_refused_with_those_that_are_free(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("ctrl+backslash o r g enter tab")
        await retype(r, "p")
        await r.press("enter")
        screen = r.screen()
        assert "PERSON" in screen
        assert "free" in screen
        assert not (folder / "piyue.toml").exists()
        await retype(r, "a")  # the only key of an action
        await r.press("enter")
        assert "next_open" in r.screen()
        assert not (folder / "piyue.toml").exists()
        await retype(r, "g")
        await r.press("enter")
        assert written(folder)["ORG"]["key"] == "g"
        await r.find("顺义区")
        await r.press("g")
        assert r.tags() == [("ORG", "顺义区")]


async def test_a_label_is_renamed_in_the_settings_and_in_all_tags(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.find("顺义区")
        await r.press("o ctrl+backslash o r g enter")
        await retype(r, "UNION")
        await r.press("enter")
        assert r.tags() == [("UNION", "顺义区")]
        assert "UNION" in written(folder)
        assert "ORG" not in written(folder)
        await r.press("right right o")
        assert [label for label, _ in r.tags()] == ["UNION", "UNION"]
    async with running(folder, size=WIDE) as r:
        assert len(r.app.workspace.tags()) == 2


async def test_a_colour_is_changed_and_a_wrong_one_refused(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("ctrl+backslash o r g enter tab tab tab tab")
        await retype(r, "red")
        await r.press("enter")
        assert len(r.app.screen_stack) == 2
        await retype(r, "#336699")
        await r.press("enter")
        assert written(folder)["ORG"]["color"] == "#336699"
        assert r.app.controller.labels.by_id["ORG"].color == "#336699"


async def test_nothing_is_written_where_the_form_is_left(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("ctrl+backslash o r g enter tab g escape")
        assert not (folder / "piyue.toml").exists()
