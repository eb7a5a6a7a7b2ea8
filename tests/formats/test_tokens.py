"""Sentences, tags and changed marks, in examples that one can check by eye."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.carrying import sheets
from tests.formats.corpus import hostile
from tests.shares import examples
from tests.store.building import document_of, page_of, span_of
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.tag_schemes import entities, names, tags
from tui.formats.common.tokens import pieces, sentences, tokens, words_of
from tui.formats.interface import Options


def cut(text: str, *marks: tuple[int, int], limit: int = 0) -> list[str]:
    found = tuple(Mark(str(n), "ORG", (place,)) for n, place in enumerate(marks))
    sheet = FlatArticle("a", text, found)
    return ["".join(text[a:b] for a, b in s) for s in sentences(sheet, tokens(sheet, "char"), limit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他来了。我走了！", ["他来了。", "我走了！"]),
        ("他说：“好。”我走了。", ["他说：“好。”", "我走了。"]),
        ("真的？！是……的", ["真的？！", "是……", "的"]),
        ("题目\n第一句；第二句", ["题目\n", "第一句；第二句"]),
        ("增长3.5%。", ["增长3.5%。"]),
        ("（完。）下", ["（完。）", "下"]),
        ("没有句号", ["没有句号"]),
        ("", []),
    ],
)
def test_sentences_end_where_chinese_ends_them(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_no_sentence_ends_inside_of_a_tag() -> None:
    assert cut("《走吧！朋友》放映。好", (0, 7)) == ["《走吧！朋友》放映。", "好"]


def test_a_long_sentence_is_cut_behind_a_pause_and_never_in_a_tag() -> None:
    assert cut("一二三四，五六七八九十", limit=6) == ["一二三四，", "五六七八九十"]
    assert cut("一二三四五六七八", (4, 7), limit=5) == ["一二三四", "五六七八"]


@given(st.text("一二，。”\n a", max_size=40), st.integers(0, 7))
@settings(max_examples=examples(150))
def test_sentences_together_are_the_text_and_none_is_too_long(text: str, limit: int) -> None:
    found = cut(text, limit=limit)
    assert "".join(found) == text
    assert not limit or all(0 < len(sentence) <= limit for sentence in found)


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("BIO2", "B-ORG I-ORG I-ORG O B-LOC B-LOC I-LOC"),
        ("BIOES", "B-ORG I-ORG E-ORG O S-LOC B-LOC E-LOC"),
        ("BMES", "B-ORG M-ORG E-ORG O S-LOC B-LOC E-LOC"),
    ],
)
def test_schemes(scheme: str, expected: str) -> None:
    marks = [Mark("1", "ORG", ((0, 3),)), Mark("2", "LOC", ((4, 5),)), Mark("3", "LOC", ((5, 7),))]
    found = tags(scheme, marks, range(7))
    assert found == expected.split()
    assert list(entities(found)) == [("ORG", 0, 3), ("LOC", 4, 5), ("LOC", 5, 7)]
    assert set(found) <= set(names(scheme, ["ORG", "LOC"]))


def test_tags_without_a_beginning_begin_an_entity() -> None:
    assert list(entities(["I-ORG", "I-ORG", "I-LOC", "O", "E-LOC"])) == [
        ("ORG", 0, 2),
        ("LOC", 2, 3),
        ("LOC", 4, 5),
    ]


def reasons(name: str, options: Options = Options()) -> dict[tuple[str, str], tuple[str, str]]:  # noqa: B008
    _, losses, _ = sheets(name, [hostile()], options)
    return {(loss.what, loss.id): (loss.reason, loss.fate) for loss in losses}


def test_each_loss_has_its_reason() -> None:
    assert reasons("conll") == {
        ("span", "a2"): ("nested", "lost"),
        ("span", "a3"): ("overlap", "lost"),
        ("span", "a4"): ("nested", "lost"),
        ("note", "a1"): ("note", "lost"),
        ("relation", "r1"): ("relations", "lost"),
        ("relation", "r2"): ("relations", "lost"),
    }
    assert reasons("yedda")["span", "a6"] == ("lines", "lost")
    assert reasons("brat") == {("relation", "r2"): ("loop", "lost")}
    assert {what for what, _ in reasons("doccano")} == {"attributes", "note"}
    assert reasons("prodigy") == reasons("json") == {}


def test_words_that_a_tag_cuts_are_taken_whole_where_the_unit_is_a_word() -> None:
    page = page_of("临溪县工会好")
    document = document_of(page, span_of(page, "a", (1, 3)), span_of(page, "b", (4, 5)))
    fitted, losses, _ = sheets("conll", [document], Options(unit="word"))
    # The words are of two characters each.
    told = [(loss.id, loss.reason, loss.fate) for loss in losses]
    assert told == [("a", "snapped", "changed"), ("b", "snapped", "changed")]
    assert [(mark.start, mark.end) for mark in fitted[0].marks] == [(0, 4), (4, 6)]
    assert sheets("conll", [document], Options(unit="entity"))[1] == []


def test_a_tag_longer_than_a_sentence_may_be_is_lost_and_said() -> None:
    page = page_of("临溪县工会好")
    document = document_of(page, span_of(page, "a", (0, 5)))
    fitted, losses, _ = sheets("conll", [document], Options(max_length=4))
    assert fitted[0].marks == ()
    assert [(loss.id, loss.reason) for loss in losses] == [("a", "long")]


def test_yedda_loses_what_it_cannot_escape() -> None:
    page = page_of("见[@甲#乙*]\n和丙#丁。")
    document = document_of(page, span_of(page, "a", (0, 5)), span_of(page, "b", (10, 13)))
    _, losses, _ = sheets("yedda", [document])
    told = [(loss.what, loss.reason, loss.fate) for loss in losses]
    assert told == [("span", "markup", "lost")] * 2 + [("article", "escaped", "changed")]


def test_a_tag_of_blanks_alone_has_no_token() -> None:
    assert tags("BIO2", [Mark("1", "ORG", ((1, 2),))], [0, 2]) == ["O", "O"]


@pytest.mark.parametrize(
    ("text", "marks", "limit", "expected"),
    [
        ("一二。三四。五六。", (), 6, ["一二。三四。", "五六。"]),
        ("一二。三四。五六。", (), 9, ["一二。三四。五六。"]),
        ("一二。三四。五六。", (), 2, ["一二", "。", "三四", "。", "五六", "。"]),
        ("一二。\n 三四。", (), 3, ["一二。\n ", "三四。"]),
        ("一二。\n 三四。", ((4, 7),), 3, ["一二。\n", " 三四。"]),
        ("一二。\n 三四。", ((3, 7),), 3, ["一二。", "\n 三四。"]),
        ("一二。三四。", ((1, 5),), 3, ["一", "二。三四", "。"]),
        ("\n一二。 ", (), 3, ["\n一二。 "]),
        ("", (), 3, [""]),
    ],
)
def test_a_text_is_parted_between_sentences_blanks_stay_before_but_those_of_a_tag(
    text: str, marks: tuple[tuple[int, int], ...], limit: int, expected: list[str]
) -> None:
    sheet = FlatArticle("a", text, tuple(Mark(str(at), "X", (mark,)) for at, mark in enumerate(marks)))
    assert [text[start:end] for start, end in pieces(sheet, "char", limit)] == expected


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        ([(0, 1), (1, 2), (3, 4)], "一 二 三"),
        ([(0, 2), (3, 4)], "一二 三"),
        ([(0, 1), (3, 4)], "一 三"),
        ([], ""),
    ],
)
def test_tokens_are_what_stands_at_their_ranges(ranges: list[tuple[int, int]], words: str) -> None:
    assert words_of(ranges, "一二 三") == words.split()
