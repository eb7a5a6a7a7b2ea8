"""Actions on tags, words, relations and articles by the keys' ids, without a terminal."""

from pathlib import Path

import pytest

from tests.app.bare import Bare
from tests.app.test_documents_open import THREE


@pytest.fixture
def bare(folder: Path) -> Bare:
    (folder / "seeds" / "q.txt").write_text(THREE, encoding="utf-8")
    return Bare(folder)


def label(bare: Bare) -> str:
    span = bare.workspace.span(bare.reader.span)
    return span.label if span else ""


async def tagged(bare: Bare) -> None:
    for text, letter in (("两新", "e"), ("顺义区", "l"), ("69家", "m")):
        await bare.tag(text, letter)


async def test_tags_are_gone_through_round_the_end(bare: Bare) -> None:
    await bare.press("next_tag")
    assert bare.said == bare.workspace.say("status.no_tags")
    await tagged(bare)
    found = []
    for keys in (("next_tag",), ("next_tag",), ("2", "next_tag"), ("previous_tag",)):
        await bare.press(*keys)
        found.append(label(bare))
    assert found == ["EVENT", "LOC", "EVENT", "METRIC"]


async def test_beside_tags_the_next_one_in_the_text_is_gone_to(bare: Bare) -> None:
    await tagged(bare)
    for text, key, there in (
        ("近日", "next_tag", "LOC"),
        ("近日", "previous_tag", "EVENT"),
        ("据了解", "next_tag", "EVENT"),
        ("据了解", "previous_tag", "METRIC"),
        ("组织", "previous_tag", "EVENT"),
    ):
        bare.at(text)
        await bare.press(key)
        assert label(bare) == there, (text, key)


async def test_undo_goes_where_the_step_was_also_in_another_article(bare: Bare) -> None:
    bare.workspace.open("q#2")
    bare.show()
    await bare.tag("三家商户", "o")
    await bare.tag("昨晚", "i")
    bare.controller.open_article("q#1")
    bare.show()
    await bare.press("2", "undo")
    assert bare.workspace.shown is not None
    assert bare.workspace.shown.opened.article.id == "q#2"
    assert bare.text[bare.reader.caret.at :].startswith("三家商户")
    assert bare.tags == []
    await bare.press("redo")
    assert (bare.tags, bare.text[bare.reader.caret.at]) == ([("ORG", "三家商户")], "三")
    await bare.press("9", "redo", "redo")
    assert bare.said == bare.workspace.say("status.nothing_redo")


async def test_doubt_and_notes_are_of_the_tag_under_the_cursor(bare: Bare) -> None:
    await bare.tag("顺义区", "l")
    await bare.press("toggle_unsure", "note_tag")
    dialog, take = bare.asked.pop()
    take("否?")
    (span,) = bare.workspace.tags()
    assert (span.note, span.attributes) == ("否?", {"certainty": "unsure"})
    await bare.press("note_tag")
    _, take = bare.asked.pop()
    take(None)
    assert bare.workspace.tags()[0].note == "否?"
    await bare.press("note_tag", "remove")
    _, take = bare.asked.pop()
    take("spät")
    assert bare.tags == [], "it is gone"
    assert dialog is not None


async def test_a_note_on_the_article_is_kept(bare: Bare) -> None:
    await bare.press("note_article")
    _, take = bare.asked.pop()
    take("看")
    assert bare.workspace.progress.note == "看"
    await bare.press("note_article")
    dialog, take = bare.asked.pop()
    take(None)
    assert bare.workspace.progress.note == "看"
    assert "看" in vars(dialog).values()


async def test_a_relation_of_the_tag_is_chosen_and_removed(bare: Bare) -> None:
    await tagged(bare)
    await bare.press("unlink")
    assert (bare.said, bare.asked) == (bare.workspace.say("status.no_relations"), [])
    await bare.press("link", "s", "edit", "unlink")
    dialog, take = bare.asked.pop()
    (choice,) = dialog._choices
    assert choice.shown == "-> subject  顺义区"
    take(None)
    assert bare.workspace.shown is not None
    assert len(bare.workspace.shown.opened.document.relations) == 1
    bare.at("顺义区")
    await bare.press("unlink")
    dialog, take = bare.asked.pop()
    assert dialog._choices[0].shown == "<- subject  69家"
    take(choice.id)
    assert not bare.workspace.shown.opened.document.relations


async def test_related_tags_stand_out_while_that_is_wanted(bare: Bare) -> None:
    await tagged(bare)
    await bare.press("link", "s", "edit")
    assert bare.reader.lit == frozenset()
    await bare.press("show_links")
    ids = {span.label: span.id for span in bare.workspace.tags()}
    assert bare.reader.lit == {ids["METRIC"], ids["LOC"]}
    bare.at("两新")
    assert bare.reader.lit == frozenset()
    bare.at("顺义区")
    assert bare.reader.lit == {ids["METRIC"], ids["LOC"]}
    await bare.press("show_links")
    assert (bare.reader.lit, bare.said) == (frozenset(), bare.workspace.say("status.no_links"))


# Words and the clipboard


def words(bare: Bare) -> list[str]:
    return [bare.text[a:b] for a, b in bare.reader.scene.contents.words]


async def test_words_are_joined_and_cut_here(bare: Bare) -> None:
    bare.at("顺义区")
    await bare.press("3", "one_word")
    assert "顺义区" in words(bare)
    bare.at("总工")
    await bare.press("one_word")
    assert "总工" in words(bare)
    bare.at("义区")
    await bare.press("cut_word")
    assert "顺义区" not in words(bare)
    assert {"顺", "义区"} <= set(words(bare))
    bare.at("顺")
    await bare.press("cut_word")
    assert bare.said == bare.workspace.say("status.no_cut")
    bare.workspace.cycle_view(0)
    bare.workspace.cycle_view(0)
    bare.show()
    bare.at("总工")
    await bare.press("one_word")
    assert bare.said == bare.workspace.say("status.no_source")


async def test_words_go_to_the_dictionary(bare: Bare) -> None:
    dictionary = bare.workspace.documents.project.dictionary
    bare.select("顺义区总工会")
    await bare.press("always_word")
    assert "顺义区总工会" in dictionary.read_text("utf-8")
    assert "顺义区总工会" in bare.said
    bare.reader.put(bare.reader.caret.replaced(at=5, selection=None))
    await bare.press("never_word")
    assert bare.said == bare.workspace.say("status.no_cut")
    bare.reader.put(bare.reader.caret.replaced(at=4, selection=(2, 6)))
    before = dictionary.read_text("utf-8")
    await bare.press("never_word")
    assert dictionary.read_text("utf-8") != before
    bare.reader.put(bare.reader.caret.replaced(at=8, selection=(7, 11)))
    await bare.press("always_word")
    assert bare.said == bare.workspace.say("status.no_word"), "it goes over a paragraph's end"


# Articles


def here(bare: Bare) -> str:
    assert bare.workspace.shown is not None
    return bare.workspace.shown.opened.article.id


async def test_articles_follow_each_other_so_far_as_there_are(bare: Bare) -> None:
    found = []
    for keys in (("next_article",), ("2", "next_article"), ("next_article",), ("2", "previous_article")):
        await bare.press(*keys)
        found.append(here(bare))
    assert found == ["q#1", "q#3", "q#3", "q#1"]
    await bare.press("9", "previous_article")
    assert here(bare) == "p#1"
    await bare.press("previous_article")
    assert bare.said == bare.workspace.say("status.no_more")


async def test_the_next_open_one_is_gone_to(bare: Bare) -> None:
    for article in ("q#1", "q#2"):
        bare.workspace.open(article)
        bare.show()
        await bare.press("finish")
        assert bare.workspace.progress.state == "done"
    bare.workspace.open("p#1")
    bare.show()
    await bare.press("next_open")
    assert here(bare) == "q#3"
    await bare.press("finish", "next_open", "finish", "next_open")
    assert (here(bare), bare.said) == ("p#1", bare.workspace.say("status.all_done"))
    await bare.press("finish")
    assert bare.workspace.progress.state != "done"


async def test_the_date_of_the_page_is_asked_for_until_it_is_one(bare: Bare) -> None:
    await bare.press("page_date")
    _, take = bare.asked.pop()
    take("gestern")
    assert "gestern" in bare.said
    dialog, take = bare.asked.pop()
    assert "gestern" in vars(dialog).values()
    take("2031年4月12日")
    assert bare.workspace.shown is not None
    assert bare.workspace.shown.opened.document.corrections.date == "2031-04-12"
    await bare.press("page_date")
    _, take = bare.asked.pop()
    take(None)
    assert bare.workspace.shown.opened.document.corrections.date == "2031-04-12"
    await bare.press("page_date")
    _, take = bare.asked.pop()
    take(" ")
    assert bare.workspace.shown.opened.document.corrections.date == ""
