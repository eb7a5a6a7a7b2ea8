"""Pages, readings and equal texts put right by the keys' ids, without a terminal."""

from pathlib import Path
from typing import Any

import pytest

from tests.app.bare import Bare
from tests.app.test_documents_open import THREE
from tests.app.test_repairing import BRIDGE
from tui.app.dialogs.hits import Outcome
from tui.app.work_screen.actions.doubtful import _go as go
from tui.app.workspace.hits import HitRow


@pytest.fixture
def bridge(folder: Path) -> Bare:
    """A page of two articles, with a caption within a sentence and a misread number."""
    (folder / "seeds" / "p.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "seeds" / "q.txt").write_text(THREE, encoding="utf-8")
    return Bare(folder)


def here(bare: Bare) -> str:
    assert bare.workspace.shown is not None
    return bare.workspace.shown.opened.article.id


# The division of a page


async def test_an_article_is_begun_with_a_line_and_joined_again(bridge: Bare) -> None:
    bridge.at("居民再也")
    await bridge.press("begin_article")
    assert bridge.mode == "Repairing"
    assert "居民再也" in bridge.bar
    assert bridge.text.startswith("大桥")
    await bridge.press("edit")
    assert (bridge.mode, bridge.text.startswith("居民再也")) == ("Repairing", True)
    assert bridge.said.startswith("article started")
    bridge.at("居民再也")
    await bridge.press("join_article")
    assert bridge.mode == "Repairing"
    await bridge.press("join_article")
    assert bridge.text.startswith("大桥昨日通车")
    assert "居民再也" in bridge.text
    await bridge.press("clear")
    assert bridge.mode == "Reading"


async def test_a_line_gets_a_role_or_leaves_its_article(bridge: Bare) -> None:
    assert bridge.workspace.shown is not None
    bridge.at("居民再也")
    await bridge.press("mark_caption", "edit")
    assert "caption" in bridge.workspace.shown.view.roles
    await bridge.press("clear", "undo")
    assert "caption" not in bridge.workspace.shown.view.roles
    bridge.at("居民再也")
    await bridge.press("mark_furniture", "mark_furniture")
    assert "居民再也" not in bridge.text


async def test_what_cannot_be_done_is_said_and_leaves(bridge: Bare) -> None:
    await bridge.press("join_article", "edit")
    assert (bridge.mode, bridge.workspace.status.now.alarm) == ("Reading", True)


async def test_paragraphs_are_split_and_joined_with_the_cursor_where_it_was(bridge: Bare) -> None:
    bridge.at("新大桥")
    await bridge.press("split_paragraph")
    assert "青弋河的\n新大桥" in bridge.text
    assert bridge.text[bridge.reader.caret.at :].startswith("新大桥")
    assert bridge.said == "paragraph split: 新大桥通车，一早就赶来的"
    await bridge.press("join_paragraph")
    assert "青弋河的新大桥" in bridge.text
    bridge.workspace.cycle_view(0)
    bridge.workspace.cycle_view(0)
    bridge.show()
    await bridge.press("split_paragraph")
    assert bridge.said == bridge.workspace.say("status.no_source")


async def test_doubtful_places_are_gone_through_over_pages(bridge: Bare) -> None:
    found = []
    for _ in range(6):
        await bridge.press("next_doubtful")
        found.append((here(bridge), bridge.reader.caret.at))
        if bridge.said == bridge.workspace.say("status.no_doubt"):
            break
    assert bridge.said == bridge.workspace.say("status.no_doubt")
    assert found[:-1] == list(dict.fromkeys(found[:-1])), "none is gone to twice"


def test_a_doubtful_line_above_all_articles_is_shown_with_the_first(folder: Path) -> None:
    (folder / "seeds" / "p.txt").write_text(f"砚池报\n2031-09-18\n\n{THREE}", encoding="utf-8")
    bare = Bare(folder)
    document = bare.workspace.documents.session("p").document
    assert document.articles[0].start > 0
    bare.controller.open_article("p#2")
    go(bare.controller, document, 0)
    assert here(bare) == document.articles[0].id
    go(bare.controller, document, THREE.index("图书馆") + document.articles[0].start)
    assert here(bare) == document.articles[2].id
    assert bare.text[bare.reader.caret.at :].startswith("图书馆")


# Readings


def reads(bare: Bare) -> list[tuple[str, str]]:
    assert bare.workspace.shown is not None
    text = bare.workspace.shown.opened.document.page.text
    pins = bare.workspace.shown.opened.document.corrections.reads
    return [("".join(text[a:b] for a, b in pin.segments), pin.reads) for pin in pins]


async def test_a_misread_place_gets_its_reading_and_loses_it(bridge: Bare) -> None:
    bridge.workspace.open("p#2")
    bridge.show()
    bridge.select("李四")
    await bridge.press("misread")
    dialog, take = bridge.asked.pop()
    assert "李四" in vars(dialog).values()
    take("李泗")
    assert (reads(bridge), bridge.said) == ([("李四", "李泗")], "should read: 李四 → 李泗")
    assert [(place.start, place.reads) for place in bridge.reader.scene.contents.view.misread] == [
        (bridge.text.index("李四"), "李泗")
    ]
    bridge.at("四）")
    await bridge.press("misread")
    dialog, take = bridge.asked.pop()
    assert "李泗" in vars(dialog).values(), "the place that is known, not the character"
    take(None)
    assert reads(bridge) == [("李四", "李泗")]
    take("李四")
    assert (reads(bridge), bridge.said) == ([], "correction of the text removed: 李四")
    assert bridge.asked == []


async def test_a_number_that_is_doubtful_is_meant_whole(bridge: Bare) -> None:
    bridge.workspace.open("p#2")
    bridge.show()
    bridge.at("8%0")
    await bridge.press("misread")
    dialog, _ = bridge.asked.pop()
    said = [value for value in vars(dialog).values() if isinstance(value, str)]
    assert any("%0" in value for value in said)


async def test_said_once_more_a_reading_is_spread(bridge: Bare) -> None:
    bridge.workspace.open("q#2")
    bridge.show()
    bridge.select("夜市")
    await bridge.press("misread")
    _, take = bridge.asked.pop()
    take("夜布")
    await bridge.press("misread")
    _, take = bridge.asked.pop()
    take("夜布")
    dialog, spread = bridge.asked.pop()
    assert bridge.workspace.shown is not None
    opened = bridge.workspace.shown.opened
    rows = list(dialog._find(opened.document, opened.article))
    assert [row.place.text for row in rows] == ["夜市"]
    assert rows[0].place.segments != opened.document.corrections.reads[0].segments
    spread(None)
    spread(Outcome(()))
    assert len(reads(bridge)) == 1
    spread(Outcome(tuple(rows)))
    assert reads(bridge) == [("夜市", "夜布")] * 2


# Equal texts


async def test_equal_texts_are_tagged_relabelled_and_removed(bridge: Bare) -> None:
    bridge.workspace.open("q#2")
    bridge.show()
    await bridge.tag("夜市", "o")
    assert bridge.workspace.shown is not None
    opened = bridge.workspace.shown.opened

    def rows(dialog: Any) -> list[HitRow]:
        found: list[HitRow] = list(dialog._find(opened.document, opened.article))
        return found

    await bridge.press("spread")
    dialog, take = bridge.asked.pop()
    assert [(row.accepted, row.note) for row in rows(dialog)] == [(None, "ORG"), (True, "夜市重新开张")]
    take(Outcome(tuple(row for row in rows(dialog) if row.accepted)))
    assert (bridge.tags, bridge.said) == ([("ORG", "夜市")] * 2, "tagged everywhere ORG 夜市: 1")
    await bridge.press("relabel_same", "l")
    dialog, take = bridge.asked.pop()
    assert [row.accepted for row in rows(dialog)] == [True, True]
    take(Outcome(tuple(rows(dialog)[:1])))
    assert sorted(bridge.tags) == [("LOC", "夜市"), ("ORG", "夜市")]
    bridge.at("夜市")
    mine = {"LOC": "l", "ORG": "o"}
    span = bridge.workspace.span(bridge.reader.span)
    assert span is not None
    await bridge.press("relabel_same", mine["LOC"] if span.label == "LOC" else mine["ORG"])
    dialog, take = bridge.asked.pop()
    assert [row.accepted for row in rows(dialog)] == [False], "another label than the tag's"
    take(None)
    await bridge.press("remove_same")
    dialog, take = bridge.asked.pop()
    assert len(rows(dialog)) == 1
    take(Outcome(tuple(rows(dialog))))
    assert len(bridge.tags) == 1
