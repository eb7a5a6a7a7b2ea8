"""Every word of the lists does what it is listed for."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from tests.suggest.building import article, written
from tui.suggest.candidate import Candidate
from tui.suggest.indicators import IndicatorProposer
from tui.suggest.names import find_names
from tui.suggest.subject_clues import clues, stand_ins
from tui.suggest.tagged_words import is_person, kinds_of, tagged_words

KINDS = ("ORG", "LOC", "DOC", "EVENT", "TITLE")


def listed() -> dict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for line in (Path(__file__).parent / "golden" / "words.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, *words = line.split()
            found[name] += words
    return found


WORDS = listed()


def names(words: str, tags: dict[str, str]) -> list[tuple[str, str, float]]:
    text = article(words)
    found = find_names(text, tagged_words(text, tags))
    return [(text.text[slice(*one.range)], one.label, one.score) for one in found]


def measured(words: str, metric: str, tags: dict[str, str]) -> list[str]:
    text = article(words)
    at = text.text.index(metric)
    text = replace(text, found={"outer": (Candidate(at, at + len(metric), "METRIC"),)})
    return [
        name for name, _ in written(text, IndicatorProposer(("METRIC",), "INDICATOR", tags).propose(text))
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_each_ending_tells_what_a_name_is_of_by_its_longest_form(kind: str) -> None:
    for ending in WORDS[kind]:
        assert (kind, len(ending)) in set(kinds_of("甲" + ending)), ending
    assert dict(kinds_of("甲乙丙")) == {}


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        ("东屏 总工会", {"东屏": "ns", "总工会": "n"}, ("东屏总工会", "ORG", 0.6)),
        ("东屏 论坛", {"东屏": "ns", "论坛": "n"}, ("东屏论坛", "EVENT", 0.6)),
        ("东屏 条例", {"东屏": "ns", "条例": "n"}, ("东屏条例", "DOC", 0.6)),
        ("东屏 县", {"东屏": "ns", "县": "n"}, ("东屏县", "LOC", 0.55)),
        ("东屏 县委", {"东屏": "ns"}, ("东屏", "LOC", 0.55)),
        ("主席", {"主席": "n"}, ("主席", "TITLE", 0.5)),
        ("《 养老 条例 》", {}, ("《养老条例》", "DOC", 0.7)),
        ("《 小城 之 春 》", {}, ("《小城之春》", "DOC", 0.3)),
        ("沈一鸣", {"沈一鸣": "nr"}, ("沈一鸣", "PERSON", 0.3)),
        ("主席 沈一鸣", {"主席": "n", "沈一鸣": "nr"}, ("沈一鸣", "PERSON", 0.65)),
        ("老 总工会", {"老": "a", "总工会": "n"}, ("总工会", "ORG", 0.3)),
        ("老 总工会", {"老": "a", "总工会": "nt"}, ("总工会", "ORG", 0.3)),
        ("老 县总工会", {"老": "a", "县总工会": "nt"}, ("县总工会", "ORG", 0.6)),
        ("全市", {"全市": "n"}, ("全市", "LOC", 0.35)),
        ("记者 _ 沈一鸣", {"沈一鸣": "nr"}, ("沈一鸣", "PERSON", 0.8)),
    ],
)
def test_a_name_is_as_sure_as_the_way_it_was_found(
    words: str, tags: dict[str, str], expected: tuple[str, str, float]
) -> None:
    assert expected in names(words, tags)


def test_each_surname_begins_a_name() -> None:
    for surname in WORDS["surname"]:
        assert is_person(surname + "一鸣"), surname
        assert not is_person(surname + "一二三"), surname
    assert is_person("沈鸣")
    assert not is_person("的一鸣")
    assert not is_person("沈")


def test_behind_each_word_of_a_byline_stand_names() -> None:
    for word in WORDS["byline"]:
        assert ("沈一鸣", "PERSON", 0.8) in names(f"（ {word} _ 沈一鸣 ）", {}), word


def test_each_word_that_posts_begin_with_belongs_to_the_post() -> None:
    for head in WORDS["title_head"]:
        assert (head + "主席", "TITLE", 0.5) in names(f"{head} 主席", {"主席": "n"}), head
    assert ("常务副主席", "TITLE", 0.5) in names("常务 副 主席", {"主席": "n"})
    assert ("老主席", "TITLE", 0.5) not in names("老 主席", {"主席": "n"})


def test_a_word_that_a_dictionary_takes_for_a_place_is_none() -> None:
    for word in WORDS["no_place"]:
        assert not [found for found in names(word, {word: "ns"}) if found[1] == "LOC" and found[2] > 0.5], (
            word
        )
    assert ("东屏", "LOC", 0.55) in names("东屏", {"东屏": "ns"})
    assert names("屏", {"屏": "ns"}) == []


def test_a_common_noun_that_a_dictionary_takes_for_a_place_is_none() -> None:
    places = {noun: [kind for _, kind, _ in names(noun, {noun: "ns"})] for noun in WORDS["noun_like_place"]}
    assert [noun for noun, kinds in places.items() if "LOC" in kinds] == []
    assert len(places) > 100


def test_each_body_stands_for_one_that_was_named() -> None:
    for body in WORDS["body"]:
        text = f"天好，{body}说好，本{body}也好，该区{body}也好，分{body}不好。"
        assert [text[a:b] for a, b in stand_ins(text)] == [body, f"本{body}", f"该区{body}"], body


def test_behind_who_tells_a_figure_stands_one_of_these_words() -> None:
    for word in WORDS["reporting"]:
        assert "told" in set(
            clues(f"统计局{word}，新建36家。", (0, 3), (6 + len(word), 9 + len(word)), [])
        ), word
        assert ("沈一鸣", "PERSON", 0.65) in names(f"总工会 沈一鸣 {word}", {"沈一鸣": "nr"}), word
    assert "told" not in set(clues("统计局忙碌，新建36家。", (0, 3), (8, 11), []))


def test_each_general_place_is_proposed_below_what_is_shown() -> None:
    for word in WORDS["generic_place"]:
        assert (word, "LOC", 0.35) in names(word, {word: "n"}), word


@pytest.mark.parametrize("tag", WORDS["tag_inner"])
def test_a_name_holds_words_of_these_parts_of_speech(tag: str) -> None:
    tags = {"东屏": "ns", "某某": tag, "总工会": "n"}
    assert ("东屏某某总工会", "ORG", 0.6) in names("东屏 某某 总工会", tags)


@pytest.mark.parametrize("tag", ["p", "v", "d", "uj", "w", "c"])
def test_a_name_does_not_reach_over_words_of_other_parts_of_speech(tag: str) -> None:
    tags = {"东屏": "ns", "某某": tag, "总工会": "n"}
    assert not [name for name, *_ in names("东屏 某某 总工会", tags) if name.startswith("东屏某某")]


@pytest.mark.parametrize("tag", WORDS["tag_opening"])
def test_a_name_opens_with_words_of_these_parts_of_speech(tag: str) -> None:
    assert ("某某总工会", "ORG", 0.6) in names("某某 总工会", {"某某": tag, "总工会": "n"})


@pytest.mark.parametrize("tag", WORDS["tag_place"])
def test_a_place_begins_with_words_of_these_parts_of_speech(tag: str) -> None:
    assert ("某某县", "LOC", 0.55) in names("某某 县", {"某某": tag, "县": "n"})
    assert ("某某县", "LOC", 0.55) not in names("某某 县", {"某某": "v", "县": "n"})


@pytest.mark.parametrize("tag", WORDS["tag_function"])
def test_single_characters_of_these_parts_of_speech_are_no_part_of_a_persons_name(tag: str) -> None:
    tags = {"主席": "n", "沈": "nr", "某": tag}
    assert not [name for name, kind, _ in names("主席 沈 某 来", tags) if kind == "PERSON"]
    assert ("沈某", "PERSON", 0.65) in names("主席 沈 某 在", tags | {"某": "g", "在": "p"})


def test_a_persons_name_has_at_most_two_characters_behind_the_surname() -> None:
    assert ("沈一鸣", "PERSON", 0.65) in names("主席 沈 一 鸣 远", {"主席": "n", "沈": "nr"})
    assert not [n for n, kind, _ in names("沈 A", {"沈": "nr"}) if kind == "PERSON"]
    assert not [n for n, kind, _ in names("沈 鸣鸣", {"沈": "nr"}) if n.startswith("沈鸣")]


def test_a_long_name_begins_within_reach() -> None:
    words = "东屏 " + "长长 " * 12 + "总工会"
    found = [
        name for name, kind, _ in names(words, {"东屏": "ns", "长长": "n", "总工会": "n"}) if kind == "ORG"
    ]
    assert all(len(name) <= 24 for name in found)


@pytest.mark.parametrize("tag", WORDS["tag_measured"])
def test_what_is_measured_holds_words_of_these_parts_of_speech(tag: str) -> None:
    tags = {"某某": tag, "会员": "n", "在": "p", "，": "w"}
    assert measured("在 某某 会员 36人 ，", "36人", tags) == ["某某会员"]
    assert measured("36名 某某 会员 ，", "36名", tags) == ["某某会员"]


@pytest.mark.parametrize("tag", WORDS["tag_end"])
def test_what_is_measured_ends_with_words_of_these_parts_of_speech(tag: str) -> None:
    tags = {"某某": tag, "会员": "n", "在": "p", "，": "w"}
    assert measured("在 会员 某某 36人 ，", "36人", tags) == ["会员某某"]
    assert measured("36名 会员 某某 ，", "36名", tags) == ["会员某某"]
    other = tags | {"某某": "a"}
    assert measured("在 会员 某某 36人 ，", "36人", other) == []
    assert measured("36名 会员 某某 ，", "36名", other) == ["会员"]


@pytest.mark.parametrize("tag", WORDS["tag_verb"])
def test_a_verb_before_what_is_measured_may_belong_to_it(tag: str) -> None:
    tags = {"某某": tag, "会员": "n", "在": "p", "，": "w"}
    assert measured("在 某某 会员 36人 ，", "36人", tags)[0] == "某某会员"


def test_each_word_of_a_level_may_stand_between_what_is_measured_and_its_value() -> None:
    for level in WORDS["level"]:
        assert measured(f"会员 {level} 36人 ，", "36人", {"会员": "n", level: "v", "，": "w"}) == ["会员"], (
            level
        )
    assert measured("会员 共 达到 36人 ，", "36人", {"会员": "n", "，": "w"}) == ["会员"]
    assert measured("会员 来自 36人 ，", "36人", {"会员": "n", "来自": "v", "，": "w"}) == []
    assert measured("会员 _ 36人 ，", "36人", {"会员": "n", "，": "w"}) == ["会员"]


def test_what_a_change_is_compared_with_may_stand_before_its_verb() -> None:
    for word in WORDS["compared"]:
        tags = {"到访量": "n", word: "x", "增加": "v", "，": "w"}
        assert measured(f"， 到访量 {word} 增加 36人 ，", "36人", tags) == ["到访量"], word
    assert measured("， 桥隧 比 36% ，", "36%", {"桥隧": "n", "比": "p", "，": "w"}) == ["桥隧比"]


def test_each_verb_of_making_is_no_part_of_what_is_measured() -> None:
    for verb in WORDS["making"]:
        tags = {"政策": "n", verb: "v", "毛利率": "n", "，": "w"}
        assert "毛利率" in measured(f"， 政策 {verb} 毛利率 36% ，", "36%", tags), verb


def test_each_verb_that_names_what_is_measured_ends_it() -> None:
    for verb in WORDS["nominal"]:
        tags = {"旅游": "vn", verb: "v", "，": "w"}
        assert measured(f"， 旅游 {verb} 36元 ，", "36元", tags) == [f"旅游{verb}"], verb


def test_a_word_of_change_that_holds_what_changes_is_no_level() -> None:
    for word in WORDS["change_of"]:
        assert measured(f"， 会员 {word} 36元 ，", "36元", {"会员": "n", word: "d", "，": "w"}) == [], word


def test_each_activity_is_no_part_of_what_is_measured() -> None:
    for verb in WORDS["activity"]:
        tags = {"会员": "n", verb: "v", "，": "w"}
        assert measured(f"{verb} 会员 36人 ，", "36人", tags) == ["会员"], verb
    assert measured("吸纳 会员 36人 ，", "36人", {"会员": "n", "吸纳": "v", "，": "w"}) == [
        "吸纳会员",
        "会员",
    ]


def test_new_before_the_verb_belongs_to_what_is_measured() -> None:
    tags = {"新": "a", "发展": "v", "会员": "n", "，": "w"}
    assert measured("新 发展 会员 36人 ，", "36人", tags) == ["新发展会员", "会员"]


def test_each_single_ending_ends_what_is_measured() -> None:
    for end in WORDS["end"]:
        tags = {"沟通": "v", end: "v", "，": "w"}
        assert measured(f"， 沟通 {end} 36场 ，", "36场", tags) == [f"沟通{end}"], end


def test_what_is_measured_is_not_longer_than_a_name() -> None:
    words, tags = "职工 " * 9, {"职工": "n", "，": "w"}
    assert [len(name) for name in measured(f"， {words} 36人 ，", "36人", tags)] == [14]
    assert [len(name) for name in measured(f"36名 {words} ，", "36名", tags)] == [14]


def test_one_character_is_not_measured() -> None:
    assert measured("36份 卡 ，", "36份", {"卡": "n", "，": "w"}) == []
    assert measured("， 卡 36份 ，", "36份", {"卡": "n", "，": "w"}) == []
