"""What a tag or an article has to say is asked at once, one key a value."""

from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open, Running
from tui.app.work_screen.modes.answering import Answering
from tui.app.work_screen.modes.jumping import Jumping
from tui.app.work_screen.modes.reading import Reading

SETTINGS = """annotator = "ling"

[[labels]]
id = "ORG"
key = "o"
color = "#e0a13c"
en = "Organisation"
zh = "机构"

[[labels.attributes]]
id = "level"
kind = "enum"
choices = ["市", "区", "县"]
keys = ["c", "q", "x"]
required = true

[[labels.attributes]]
id = "founded"
kind = "date"
required = true

[[labels]]
id = "PERSON"
key = "p"
color = "#4f9de0"
en = "Person"
zh = "人物"

[[article_labels]]
id = "topic"
kind = "enum"
choices = ["劳动", "法律", "文体"]
keys = ["l", "f", "w"]
required = true
zh = "主题"

[[article_labels]]
id = "angle"
kind = "enum"
multiple = true
choices = ["人物", "数据", "政策"]

[[article_labels]]
id = "good"
kind = "boolean"
"""


@pytest.fixture
def schema(folder: Path) -> Path:
    (folder / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


def attributes(r: Running) -> list[dict[str, Any]]:
    return [s.get("attributes", {}) for s in r.disk()["spans"].values()]


def labels(r: Running) -> dict[str, list[str]]:
    return next((a.get("labels", {}) for a in r.disk()["articles"].values()), {})


async def test_a_required_attribute_is_asked_at_once_with_one_key_a_value(
    running: Open, schema: Path
) -> None:
    async with running(schema, size=(120, 30)) as r:
        await r.find("顺义区")
        await r.press("2 o")
        assert "level of 顺义区总工会: c 市  q 区  x 县" in r.screen()
        await r.press("q")
        assert attributes(r) == [{"level": "区"}]
        await r.press("1 9 9 8 - 0 3 - 1 2 enter".replace("-", "minus"))
        assert attributes(r) == [{"level": "区", "founded": "1998-03-12"}]
        assert isinstance(r.app.controller.mode, Reading)
        await r.press("u")
        assert attributes(r) == [{"level": "区"}]


async def test_a_value_that_is_none_is_asked_for_again(running: Open, schema: Path) -> None:
    async with running(schema, size=(120, 30)) as r:
        await r.find("顺义区")
        await r.press("2 o z")
        assert "level has no value with the key z" in r.screen()
        assert attributes(r) == [{}]
        await r.press("x 9 9 enter")
        assert attributes(r) == [{"level": "县"}]
        assert "99 is not a date" in r.screen()
        await r.press("escape")
        assert isinstance(r.app.controller.mode, Reading)


TWO_MORE = """
[[labels]]
id = "EVENT"
key = "e"
color = "#4f9de0"
en = "Event"
zh = "事件"

[[labels.attributes]]
id = "day"
kind = "date"
required = true

[[labels.attributes]]
id = "kind"
kind = "enum"
choices = ["会议", "比赛"]
keys = ["h", "b"]
required = true

[[labels.attributes]]
id = "over"
kind = "boolean"
required = true
"""


def held(r: Running) -> list[str]:
    """The values that stand out in the line at the bottom: those that the tag has."""
    return [
        piece.text.strip() for piece in r.app.controller.mode.line(r.app.controller) if piece.part == "good"
    ]


async def test_who_goes_back_sees_what_was_answered(running: Open, schema: Path) -> None:
    (schema / "piyue.toml").write_text(SETTINGS + TWO_MORE, encoding="utf-8")
    async with running(schema, size=(120, 30)) as r:
        await r.find("建会")
        await r.press("e 1 9 9 8 minus 0 3 minus 1 2 enter")
        assert "2/3 kind of 建会" in r.screen()
        assert held(r) == []
        await r.press("b")
        assert "3/3 over of 建会" in r.screen()
        assert held(r) == []
        await r.press("shift+tab")
        assert held(r) == ["比赛"]
        await r.press("shift+tab")
        assert "1998-03-12" in r.screen()
        await r.press("enter tab")
        await r.press("y")
        assert attributes(r) == [{"day": "1998-03-12", "kind": "比赛", "over": True}]


async def test_what_is_asked_is_left_by_moving_and_by_esc(running: Open, schema: Path) -> None:
    async with running(schema) as r:
        for key in ("escape", "down", "right_square_bracket", "ctrl+z"):
            await r.press("g")
            await r.find("顺义区")
            await r.press("2 o")
            assert isinstance(r.app.controller.mode, Answering)
            await r.press(key)
            assert isinstance(r.app.controller.mode, Reading), key
            if key != "ctrl+z":
                await r.press("g n x")
            assert r.tags() == []


async def test_finish_says_what_is_missing_and_goes_there(running: Open, schema: Path) -> None:
    async with running(schema, size=(120, 30)) as r:
        await r.find("顺义区")
        await r.press("2 o escape G p f")
        assert "level of 顺义区总工会 is missing (3 in all)" in r.screen()
        assert r.reader.scene.text[r.reader.caret.at :].startswith("顺义区总工会获悉")
        assert [a["state"] for a in r.disk()["articles"].values()] == ["doing"]
        await r.press("c 2 0 0 1 minus 0 1 minus 0 1 enter f")
        assert "topic of this article is missing" in r.screen()
        await r.press("w f")
        assert [a["state"] for a in r.disk()["articles"].values()] == ["done"]
        assert labels(r) == {"topic": ["文体"]}


async def test_an_article_is_labelled_by_keys_one_label_after_the_other(running: Open, schema: Path) -> None:
    async with running(schema, size=(120, 30), language="zh") as r:
        await r.press("ctrl+right_square_bracket")
        assert "本篇的主题： l 劳动  f 法律  w 文体" in r.screen()
        await r.press("f a d enter y")
        assert labels(r) == {"topic": ["法律"], "angle": ["人物", "政策"], "good": ["true"]}
        assert [a["state"] for a in r.disk()["articles"].values()] == ["doing"]
        assert isinstance(r.app.controller.mode, Reading)
        await r.press("ctrl+right_square_bracket tab a")
        assert labels(r)["angle"] == ["政策"]
        await r.press("tab delete")
        assert "good" not in labels(r)
        await r.press("escape u u u")
        assert labels(r) == {"topic": ["法律"], "angle": ["人物", "政策"]}
        assert r.tags() == []


async def test_without_labels_of_articles_it_is_said_how_to_have_some(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("ctrl+right_square_bracket")
        assert "[[article_labels]]" in r.screen()


async def test_hints_come_again_behind_what_was_asked(running: Open, schema: Path) -> None:
    text = SETTINGS.replace('[[labels.attributes]]\nid = "founded"\nkind = "date"\nrequired = true\n', "")
    (schema / "piyue.toml").write_text(text, encoding="utf-8")
    async with running(schema) as r:
        await r.press("apostrophe enter")
        await r.press("a o")
        assert isinstance(r.app.controller.mode, Answering)
        await r.press("q")
        assert isinstance(r.app.controller.mode, Jumping)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('keys = ["c", "q", "x"]', 'keys = ["c", "q"]'),
        ('keys = ["c", "q", "x"]', 'keys = ["c", "q", "q"]'),
        ('keys = ["c", "q", "x"]', "multiple = true"),
        ('id = "angle"', 'id = "topic"'),
        ('kind = "boolean"', 'kind = "boolean"\nmultiple = true'),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_line(schema: Path, wrong: str, said: str) -> None:
    from tui.errors import ProjectError
    from tui.store.project import Project

    assert Project.find(schema).settings.article_labels
    (schema / "piyue.toml").write_text(SETTINGS.replace(wrong, said, 1), encoding="utf-8")
    with pytest.raises(ProjectError, match=r"piyue\.toml"):
        _ = Project.find(schema).settings
