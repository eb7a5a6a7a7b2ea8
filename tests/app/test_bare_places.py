"""Characters and hints to go to, by the keys' ids."""

from pathlib import Path

import pytest

from tests.app.bare import Bare
from tui.app.work_screen.modes.finding import Finding
from tui.app.work_screen.modes.jumping import Jumping


@pytest.fixture
def bare(folder: Path) -> Bare:
    return Bare(folder)


async def test_a_character_is_found_again_and_back(bare: Bare) -> None:
    bare.at("两新")
    await bare.press("find_forward")
    assert bare.controller.character("会")
    places = [at for at, character in enumerate(bare.text) if character == "会"]
    assert (bare.mode, bare.reader.caret.at) == ("Finding", places[0])
    await bare.press("find_forward", "find_forward")
    assert bare.reader.caret.at == places[2]
    await bare.press("find_back")
    assert bare.reader.caret.at == places[1]
    await bare.press("2", "find_forward")
    assert bare.reader.caret.at == places[3]
    await bare.press("9", "9", "find_forward")
    assert bare.reader.caret.at == places[-1]
    await bare.press("find_forward")
    assert "会" in bare.said
    assert not bare.controller.character("会"), "it is a key now"
    bare.at("近日")
    assert bare.mode == "Reading"


async def test_before_a_character_is_typed_one_may_look_the_other_way(bare: Bare) -> None:
    bare.at("近日")
    await bare.press("find_forward")
    assert bare.bar.strip() == bare.workspace.say("status.find_forward")
    await bare.press("find_back")
    assert bare.bar.strip() == bare.workspace.say("status.find_back")
    bare.controller.character("会")
    assert bare.reader.caret.at == bare.text.rindex("会", 0, bare.text.index("近日"))
    mode = bare.controller.mode
    assert isinstance(mode, Finding)
    assert bare.controller.mode.line(bare.controller)[0].text.strip() == bare.workspace.say(
        "status.found_character", character="会"
    )


async def jump(bare: Bare, text: str) -> None:
    mode = bare.controller.mode
    assert isinstance(mode, Jumping)
    at = bare.text.index(text)
    for letter in next(hint.letters for hint in mode.hints if hint.start == at):
        bare.controller.character(letter)


async def test_letters_lead_to_a_place_or_select_up_to_it(bare: Bare) -> None:
    bare.at("近日")
    await bare.press("jump")
    assert bare.mode == "Jumping"
    await jump(bare, "据")
    assert (bare.mode, bare.meant, bare.reader.hints) == ("Reading", "据", ())
    bare.at("近日")
    await bare.press("jump", "jump")
    await jump(bare, "获")
    assert bare.meant == "近日从顺义区总工会获"
    bare.at("获")
    await bare.press("jump", "jump")
    await jump(bare, "近")
    assert (bare.meant, bare.reader.caret.side) == ("近日从顺义区总工会获", "start")


async def test_other_kinds_of_places_are_selected(bare: Bare) -> None:
    bare.at("近日")
    await bare.press("jump", "next_pane")
    await jump(bare, "69家")
    assert (bare.meant, bare.reader.caret.selection is not None) == ("69家", True)
    await bare.tag("顺义区", "l")
    await bare.press("jump", "previous_pane")
    mode = bare.controller.mode
    assert isinstance(mode, Jumping)
    assert [bare.text[hint.start : hint.end] for hint in mode.hints] == ["顺义区"]


async def test_letters_that_lead_nowhere_and_keys_leave(bare: Bare) -> None:
    await bare.press("jump")
    bare.controller.character("Q")
    assert (bare.mode, bare.workspace.status.now.alarm) == ("Reading", True)
    await bare.press("jump")
    bare.at("近日")
    assert bare.mode == "Reading"
    await bare.press("jump", "word_right")
    assert (bare.mode, bare.reader.hints) == ("Reading", ())


async def test_hints_come_again_after_each_tag(bare: Bare) -> None:
    await bare.press("jump", "edit")
    await jump(bare, "近")
    assert bare.mode == "TaggingByHints"
    await bare.press("i")
    assert (bare.mode, bare.tags) == ("Jumping", [("TIME", "近")])
    await bare.press("edit")
    await jump(bare, "据")
    assert bare.mode == "Reading"
