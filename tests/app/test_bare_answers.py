"""What is asked of tags and articles, by the keys' ids."""

from pathlib import Path

import pytest

from tests.app.bare import Bare
from tests.app.test_answering import SETTINGS


@pytest.fixture
def bare(folder: Path) -> Bare:
    return Bare(folder)


@pytest.fixture
def asking(folder: Path) -> Bare:
    (folder / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    return Bare(folder)


def fields(bare: Bare) -> list[dict[str, object]]:
    return [dict(span.attributes) for span in bare.workspace.tags()]


async def test_what_a_tag_has_to_say_is_asked_one_after_the_other(asking: Bare) -> None:
    await asking.tag("顺义区总工会", "o")
    assert (asking.mode, asking.bar[:25]) == ("Answering", " 1/2 level of 顺义区总工会: c 市")
    await asking.press("z")
    assert asking.said == "level has no value with the key z"
    await asking.press("q")
    assert fields(asking) == [{"level": "区"}]
    dialog, take = asking.asked.pop()
    assert type(dialog).__name__ == "AskScreen"
    take("99")
    assert "99 is not a date" in asking.said
    _, take = asking.asked.pop()
    take(" 1998-03-12 ")
    assert (asking.mode, fields(asking)) == ("Reading", [{"level": "区", "founded": "1998-03-12"}])


async def test_answers_are_gone_through_and_taken_back(asking: Bare) -> None:
    await asking.tag("顺义区总工会", "o")
    await asking.press("q", "previous_pane")
    assert " 1/2 level" in asking.bar
    await asking.press("remove")
    assert (asking.mode, fields(asking)) == ("Answering", [{}])
    await asking.press("edit")
    assert " 2/2 founded" in asking.bar
    *_, (_, take) = asking.asked
    take(None)
    assert asking.mode == "Reading"
    take("1998-03-12")
    assert fields(asking) == [{}], "it was left"


async def test_an_answer_of_nothing_is_none(asking: Bare) -> None:
    await asking.tag("顺义区总工会", "o")
    await asking.press("edit")
    _, take = asking.asked.pop()
    take("  ")
    assert (asking.mode, fields(asking)) == ("Reading", [{}])


@pytest.mark.parametrize("leave", ["cursor", "undo"])
async def test_what_is_asked_of_a_tag_is_left_with_it(leave: str, asking: Bare) -> None:
    await asking.tag("顺义区总工会", "o")
    if leave == "cursor":
        asking.at("近日")
    else:
        await asking.press("undo")
    assert asking.mode == "Reading"


async def test_labels_of_the_article_are_asked_wherever_the_cursor_goes(asking: Bare) -> None:
    await asking.press("label_article")
    assert " 1/3 topic" in asking.bar
    asking.at("近日")
    assert asking.mode == "Answering"
    await asking.press("f")
    assert " 2/3 angle" in asking.bar
    await asking.press("a", "d", "a")
    assert asking.workspace.progress.labels == {"topic": ("法律",), "angle": ("政策",)}
    await asking.press("s", "edit", "n")
    assert asking.workspace.progress.labels == {
        "topic": ("法律",),
        "angle": ("数据", "政策"),
        "good": ("false",),
    }
    assert asking.mode == "Reading"
