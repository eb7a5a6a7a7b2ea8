"""Names by how they are made."""

from dataclasses import replace

import pytest

from tests.suggest.building import article
from tui.suggest.candidate import Candidate
from tui.suggest.names import find_names
from tui.suggest.nested import NestedProposer
from tui.suggest.tagged_words import is_person, tagged_words

TAGS = {
    "东屏": "ns",
    "县": "n",
    "总工会": "n",
    "主席": "n",
    "会议": "n",
    "农业": "n",
    "人社": "n",
    "记者": "n",
    "在": "p",
    "说": "v",
    "的": "uj",
}


def found(words: str, least: float = 0.5) -> set[tuple[str, str]]:
    text = article(words)
    names = find_names(text, tagged_words(text, TAGS))
    return {(text.text[one.start : one.end], one.label) for one in names if one.score >= least}


def test_an_organisation_reaches_from_the_place_to_its_suffix() -> None:
    assert ("东屏县总工会", "ORG") in found("记者 在 东屏 县 总工会 说")


def test_an_organisation_does_not_reach_over_a_preposition() -> None:
    assert ("东屏在总工会", "ORG") not in found("东屏 在 总工会", 0.0)


@pytest.mark.parametrize(
    "words", ["新华社 东屏 5 月 10 日电 县 总工会 说", "本报讯 县 总工会 说", "东屏 5 月 10 日讯 县 总工会"]
)
def test_no_organisation_reaches_into_a_dateline(words: str) -> None:
    tags = {"新华社": "nt", "本报讯": "nz", "日电": "j", "月": "m", "总工会": "n", "东屏": "ns", "说": "v"}
    text = article(words)
    names = find_names(text, tagged_words(text, tags))
    bodies = {text.text[one.start : one.end] for one in names if one.label == "ORG"}
    assert {body for body in bodies if "总工会" in body} == {"县总工会"}


def test_a_body_begins_behind_a_preposition_that_was_joined_with_its_level() -> None:
    assert ("市农业局", "ORG") in found("据市 农业 局 说")
    assert ("省总工会", "ORG") in found("经省 总工会 说")
    assert ("据县", "LOC") not in found("据县 说", 0.0)


def test_a_post_begins_behind_the_end_of_its_body() -> None:
    names = found("东屏 人社 局局长 说")
    assert {("东屏人社局", "ORG"), ("局长", "TITLE")} <= names
    assert ("常务副主席", "TITLE") in found("县 总工会 常务副 主席 说")


def test_a_document_stands_in_its_marks() -> None:
    assert ("《东屏县养老条例》", "DOC") in found("依照 《 东屏 县 养老 条例 》")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("本报讯 （ 记者 _ 沈一鸣 ） 今天", {"沈一鸣"}),
        ("（ 记者 _ 沈一鸣 _ 通讯员 _ 丁舟 ）", {"沈一鸣", "丁舟"}),
        ("本报 记者 _ 沈一鸣 _ 摄", {"沈一鸣"}),
        ("记者 沈一鸣 说 他 来 过", set()),
    ],
)
def test_reporters_stand_in_bylines(words: str, names: set[str]) -> None:
    text = article(words)
    people = find_names(text, tagged_words(text, TAGS))
    assert {text.text[slice(*one.range)] for one in people if one.score == 0.8} == names


def test_a_person_behind_a_post_may_be_cut_into_characters() -> None:
    assert ("沈一鸣", "PERSON") in found("主席 沈 一 鸣 说")


def test_what_has_no_surname_is_no_person() -> None:
    assert is_person("沈一鸣")
    assert is_person("欧阳一鸣")
    assert not is_person("的一鸣")
    assert not is_person("沈")


def test_a_post_takes_what_it_begins_with() -> None:
    assert ("副主席", "TITLE") in found("总工会 副 主席 沈一鸣")


def test_no_name_crosses_a_paragraph() -> None:
    text = article("东屏 / 总工会")
    assert all("\n" not in text.text[slice(*one.range)] for one in find_names(text, tagged_words(text, TAGS)))


def test_a_given_name_that_is_also_a_place_belongs_to_the_surname_before_it() -> None:
    tags = TAGS | {"山河": "ns", "大庆": "ns", "邬": "nr", "傅": "nr"}
    text = article("主席 傅 大庆 说 ， 邬 大庆 到 了 大庆")
    names = find_names(text, tagged_words(text, tags))
    written = [(text.text[slice(*one.range)], one.label) for one in names if one.label in ("PERSON", "LOC")]
    assert written == [("傅大庆", "PERSON"), ("邬大庆", "PERSON"), ("大庆", "LOC")]


def test_a_place_behind_a_post_and_a_preposition_is_one() -> None:
    assert ("东屏", "LOC") in found("主席 在 东屏 说")


def test_who_says_something_is_a_person() -> None:
    assert ("沈一鸣", "PERSON") in found("总工会 沈一鸣 说 ， 天气 好")
    assert ("沈一鸣", "PERSON") not in found("总工会 沈一鸣 的 伞")


def test_a_level_opens_the_name_of_a_body() -> None:
    assert ("县总工会", "ORG") in found("在 县 总工会 说")


def test_a_verb_that_a_segmenter_joined_with_an_adverb_opens_no_name() -> None:
    assert ("已建总工会", "ORG") not in found("东屏 的 已建 总工会", 0.0)


def test_a_common_noun_that_a_dictionary_takes_for_a_place_is_none() -> None:
    text = article("城镇 的 海峡 在 东屏")
    words = tagged_words(text, TAGS | {"城镇": "ns", "海峡": "ns"})
    assert [text.text[slice(*one.range)] for one in find_names(text, words) if one.label == "LOC"] == ["东屏"]


def test_a_surname_stands_behind_a_post_or_is_known_as_one() -> None:
    tags = TAGS | {"大庆": "ns"}
    text = article("主席 傅 大庆 说 ， 的 傅 大庆 在 ， 傅 大庆")
    names = find_names(text, tagged_words(text, tags))
    written = [(text.text[slice(*one.range)], one.label) for one in names if one.label in ("PERSON", "LOC")]
    assert written == [("傅大庆", "PERSON"), ("大庆", "LOC"), ("大庆", "LOC")]


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("A4", "eng"),
        ("-", "w"),
        ("，", "w"),
        ("3.5", "m"),
        ("Ａ", "w"),
        ("沈一鸣", "nr"),
        ("鸣", "g"),
        ("鸣啼", "x"),
    ],
)
def test_the_part_of_speech_of_a_word_that_no_dictionary_has_is_told_by_its_form(word: str, tag: str) -> None:
    assert [each.tag for each in tagged_words(article(word), {})] == [tag]


@pytest.mark.parametrize(
    ("words", "place"),
    [("东屏 校区", "东屏校区"), ("在 东屏县 说", "东屏县"), ("东屏 乡 说", "东屏乡"), ("在 校区 说", "")],
)
def test_a_place_is_its_kind_of_place_with_the_name_before_it(words: str, place: str) -> None:
    text = article(words)
    tagged = tagged_words(text, TAGS | {"校区": "n", "东屏县": "ns"})
    written = [text.text[slice(*one.range)] for one in find_names(text, tagged) if one.label == "LOC"]
    assert max(written, key=len, default="") == place


def test_the_post_at_the_end_of_an_article_names_nobody_at_its_beginning() -> None:
    assert not {kind for _, kind in found("沈一鸣 的 伞 给 主席")} & {"PERSON"}


def test_a_word_for_a_kind_of_body_names_none_and_with_a_name_before_it_one() -> None:
    tags = {"商业": "n", "银行": "n", "商业银行": "nt", "上市公司": "nt", "东屏": "ns", "说": "v"}
    text = article("商业银行 说 东屏 商业银行 说 上市公司")
    names = find_names(text, tagged_words(text, tags))
    sure = {text.text[one.start : one.end] for one in names if one.label == "ORG" and one.score >= 0.5}
    assert sure == {"东屏商业银行"}


def test_a_word_that_only_looks_like_a_place_opens_no_name() -> None:
    place = NestedProposer({"ORG": "ORG", "LOC": "LOC"}, {"上市": "ns", "东屏": "ns"})
    for body, found in (("上市公司", []), ("东屏公司", ["东屏"])):
        text = replace(article(body), found={"outer": (Candidate(0, len(body), "ORG"),)})
        assert [text.text[one.start : one.end] for one in place.propose(text)] == found
