"""Searching in the app."""

from collections.abc import Iterable
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input

from tests.app.conftest import Open, Running
from tests.app.screen_pictures import chosen
from tui.app.dialogs.search import SearchScreen
from tui.app.workspace.hits import HitRow
from tui.model import Article, Document

OTHER = "顺义区总工会送清凉\n\n本报讯（记者 张三）顺义区总工会昨日慰问职工。\n"


async def type_in(r: Running, text: str) -> None:
    for character in text:
        await r.pilot.press({" ": "space", ":": "colon"}.get(character, character))
    await r.rest()


async def test_what_is_typed_is_found_in_the_article_and_gone_to(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("slash")
        await type_in(r, "总工会")
        assert "in this article  2" in r.screen()
        await r.press("down enter")
        assert "hit 2 of 2" in r.screen()
        start, end = r.reader.target
        assert (r.reader.scene.text[start:end], r.reader.scene.text[end]) == ("总工会", "将")
        await r.press("asterisk")
        assert "hit 1 of 2" in r.screen()
        await r.press("o")
        assert r.tags() == [("ORG", "总工会")]


async def test_enter_typed_twice_before_anything_is_found_goes_to_the_hit_once(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_find, find = Event(), SearchScreen._hits

    def find_late(search: SearchScreen, document: Document, article: Article) -> Iterable[HitRow]:
        may_find.wait(10)
        return find(search, document, article)

    monkeypatch.setattr(SearchScreen, "_hits", find_late)
    async with running(folder, size=(120, 30)) as r:
        await r.pilot.press("slash", *"8447", "enter", "enter")
        may_find.set()
        await r.rest()
        assert len(r.app.screen_stack) == 1
        assert r.reader.scene.text[r.reader.caret.at :].startswith("8447")


async def test_the_whole_corpus_is_searched_and_a_hit_elsewhere_opened(running: Open, folder: Path) -> None:
    (folder / "seeds" / "q.txt").write_text(OTHER, encoding="utf-8")
    async with running(folder) as r:
        await r.press("ctrl+g")
        await type_in(r, "慰问")
        assert "everywhere  1" in r.screen()
        await r.press("enter")
        assert r.app.workspace.shown is not None
        assert r.app.workspace.shown.opened.article.id == "q#1"


async def test_hits_can_be_wanted_tagged_or_not(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("总工会")
        await r.press("o slash")
        await type_in(r, "label:ORG 总工会")
        assert "in this article  1" in r.screen()
        await r.press("escape slash home")
        await type_in(r, "no")
        assert "in this article  1" in r.screen()
        await r.press("enter")
        assert r.reader.span is None


async def test_a_pattern_that_is_none_says_so(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("slash")
        await type_in(r, "re:[0-9")
        assert "not a regular expression" in r.screen()
        await type_in(r, "]+人")
        assert "in this article  2" in r.screen()
        await r.press("escape")
        assert r.tags() == []


async def test_a_label_that_is_none_says_so(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("slash")
        await type_in(r, "label:OGR ")
        assert "in this article  0  no label is called OGR" in r.screen()
        await r.press("escape slash end ctrl+u")
        await type_in(r, "label:* nolabel:ORG ")
        assert "no label is called" not in r.screen()
        await r.press("escape slash end ctrl+u")
        await type_in(r, "nolabel:X 总工会 ")
        assert "no label is called X" in r.screen()


async def test_a_metric_is_the_quantity_that_the_hit_stands_in(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await r.press("slash 8 4 4 7 enter m")
        assert r.tags() == [("METRIC", "8447人")]
        assert [s["attributes"]["value"] for s in r.disk()["spans"].values()] == ["8447"]
        assert "8447 is part of it" in r.screen()
        await r.press("asterisk o")
        assert r.tags()[1:] == [("ORG", "8447")], "any other label is given to the hit itself"


async def test_what_was_selected_by_hand_is_tagged_as_it_is_selected(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("slash 8 4 4 7 enter greater_than_sign less_than_sign less_than_sign m")
        assert r.tags() == [("METRIC", "844")]


async def test_a_label_is_searched_by_the_name_that_the_screen_gives_it(running: Open, folder: Path) -> None:
    async with running(folder, language="zh", size=(120, 30)) as r:
        await r.find("69")
        await r.press("m slash")
        for typed in ("label:指标", "标签：指标", "label:metric"):
            r.app.screen.query_one(Input).value = typed
            await r.rest()
            assert "本篇  1" in r.screen(), typed
        r.app.screen.query_one(Input).value = "非标签:指标 家"
        await r.rest()
        assert "69家" not in r.screen().split("非标签")[1].split("re: ")[0]
        await r.press("escape ctrl+o")
        r.app.screen.query_one(Input).value = "标签:指标"
        await r.press("enter")
        assert "1 标签:指标" in r.screen()


async def test_the_hit_that_enter_goes_to_is_marked_while_one_types(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("slash")
        await type_in(r, "总工会")
        (first,) = chosen(r.app)
        assert first.startswith(". 记者近日从顺义区总工会获悉")
        await r.press("down")
        (second,) = chosen(r.app)
        assert second.startswith(". 据了解，顺义区总工会")
