"""Tags moved, split, joined, copied; by the keys' ids."""

from pathlib import Path

import pytest

from tests.app.bare import Bare


@pytest.fixture
def bare(folder: Path) -> Bare:
    return Bare(folder)


@pytest.mark.parametrize(
    ("keys", "text", "at"),
    [
        (["end_right"], "顺义区总工会获", "会"),
        (["end_left"], "顺义区总工", "工"),
        (["2", "end_right"], "顺义区总工会获悉", "会"),
        (["start_right"], "义区总工会", "会"),
        (["start_left"], "从顺义区总工会", "会"),
        (["3", "start_right"], "总工会", "会"),
        (["4", "end_left"], "顺义", "义"),
    ],
)
async def test_an_edge_of_a_tag_moves_by_characters(keys: list[str], text: str, at: str, bare: Bare) -> None:
    await bare.tag("顺义区总工会", "o")
    await bare.press(*keys)
    assert bare.tags == [("ORG", text)]
    assert bare.meant == at, "the cursor is on the tag still"
    assert bare.said == f"range changed to ORG {text}"
    assert bare.reader.span is not None


async def test_a_cursor_that_is_in_the_tag_still_stays(bare: Bare) -> None:
    await bare.tag("顺义区总工会", "o")
    bare.at("顺义区总工会")
    await bare.press("end_left", "end_left")
    assert bare.meant == "顺"
    await bare.press("start_right")
    assert (bare.tags, bare.meant) == ([("ORG", "义区总")], "总")


async def test_of_a_tag_of_parts_the_outer_edges_move(bare: Bare) -> None:
    await bare.tag("顺义区", "o")
    bare.select("工会获")
    await bare.press("add_part")
    assert bare.tags == [("ORG", "顺义区工会获")]
    await bare.press("end_left")
    assert bare.tags == [("ORG", "顺义区工会")]
    bare.at("顺义区")
    await bare.press("start_right")
    assert bare.tags == [("ORG", "义区工会")]


async def test_a_tag_does_not_shrink_to_nothing(bare: Bare) -> None:
    await bare.tag("会", "o")
    await bare.press("end_left")
    assert bare.tags == [("ORG", "会")]
    assert bare.workspace.status.now.alarm


@pytest.mark.parametrize(
    "key",
    [
        "end_right",
        "start_left",
        "split_tag",
        "merge_tags",
        "remove",
        "relabel",
        "resize",
        "link",
        "edit",
        "spread",
    ],
)
async def test_where_there_is_no_tag_that_is_said(key: str, bare: Bare) -> None:
    bare.at("近日")
    await bare.press(key)
    assert (bare.said, bare.tags, bare.mode) == (bare.workspace.say("status.no_tag"), [], "Reading")
    assert bare.asked == []


async def test_a_tag_is_split_at_the_cursor_and_joined_with_the_next_of_its_label(bare: Bare) -> None:
    await bare.tag("顺义区总工会", "o")
    await bare.tag("区总", "l")
    bare.at("总工会")
    await bare.press("outer_tag", "split_tag")
    assert bare.tags == [("ORG", "顺义区"), ("LOC", "区总"), ("ORG", "总工会")]
    bare.at("顺义区")
    await bare.press("merge_tags")
    assert bare.tags == [("ORG", "顺义区总工会"), ("LOC", "区总")]
    assert bare.said == "joined into ORG 顺义区总工会"
    await bare.press("merge_tags")
    assert bare.said == "no tag with this label follows"
    assert len(bare.tags) == 2


async def test_pieces_come_to_the_last_tag_and_go_from_it(bare: Bare) -> None:
    bare.select("近日")
    await bare.press("add_part")
    assert bare.said == bare.workspace.say("status.no_tag")
    await bare.tag("新建", "e")
    bare.select("组织")
    await bare.press("add_part")
    assert bare.tags == [("EVENT", "组织新建")]
    assert bare.reader.caret.selection is None
    bare.select("新建")
    await bare.press("take_part")
    assert bare.tags == [("EVENT", "组织")]


async def test_tags_of_a_selection_or_the_one_under_the_cursor_are_copied(bare: Bare) -> None:
    await bare.press("paste_tags")
    assert bare.said == bare.workspace.say("status.nothing_copied")
    await bare.press("copy_tags")
    assert bare.said == "copied tags: 0"
    await bare.tag("顺义区", "l")
    await bare.tag("总工会", "o")
    await bare.press("copy_tags")
    assert (bare.said, bare.controller.copied[0].text) == ("copied tags: 1", "总工会")
    bare.select("顺义区总工会")
    await bare.press("copy_tags")
    assert bare.said == "copied tags: 2"
    start = bare.text.rindex("顺义区总工会")
    bare.reader.put(bare.reader.caret.replaced(at=start, selection=None))
    bare.controller.moved()
    await bare.press("paste_tags")
    assert bare.tags == [("LOC", "顺义区"), ("ORG", "总工会")] * 2
    assert bare.said == "pasted tags: LOC 2"
    bare.at("近日")
    await bare.press("paste_tags")
    assert bare.said == "the copied text is not here, or is already tagged"


# Resized


async def test_a_tag_gets_the_borders_of_the_selection(bare: Bare) -> None:
    await bare.tag("顺义区", "o")
    await bare.press("resize")
    assert (bare.mode, bare.meant) == ("Resizing", "顺义区")
    await bare.press("nudge_right", "nudge_right", "edit")
    assert (bare.mode, bare.tags) == ("Reading", [("ORG", "顺义区总工")])
    await bare.press("resize", "nudge_left", "resize")
    assert (bare.mode, bare.tags) == ("Reading", [("ORG", "顺义区总")])
    await bare.press("resize", "nudge_left", "clear")
    assert (bare.mode, bare.tags, bare.reader.caret.selection) == ("Reading", [("ORG", "顺义区总")], None)
    await bare.press("resize", "word_left")
    assert bare.mode == "Reading", "nothing is selected any more"
