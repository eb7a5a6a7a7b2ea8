"""What is done with the words of any segmenter: the user's own stay whole, others are cut."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.text.dictionary import Entry
from tui.text.jieba_dictionary import dictionary_words
from tui.text.segment import (
    LONGEST_RUN,
    RjiebaSegmenter,
    _ByLine,
    _pieces,
    fallback_words,
    fastest,
    segmenter_for,
)

KNOWN = frozenset(["总工会", "工会", "总工", "市总", "建会"])


class BySlash(_ByLine):
    """Knows a few words, and cuts a line behind each `/` alone."""

    def cut(self, line: str) -> list[str]:
        return [part for part in line.replace("/", "/\0").split("\0") if part]

    def knows(self, word: str) -> bool:
        return word in KNOWN


def cut(text: str, entries: Sequence[Entry] = ()) -> list[tuple[int, str]]:
    return [(start, text[start:end]) for start, end in BySlash(entries).words(text)]


def never(*words: str) -> list[Entry]:
    return [Entry(word, 0) for word in words]


def test_words_are_found_line_by_line_where_they_stand_in_the_text() -> None:
    assert cut("总工会/说\n\n建会/入会") == [(0, "总工会/"), (4, "说"), (7, "建会/"), (10, "入会")]
    assert cut("") == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], "总工会"),
        (never("工会"), "总工会"),
        (never("总工会"), "总工 会"),
        (never("总工会", "总工"), "总 工会"),
        (never("总工会", "总工", "工会"), "总 工 会"),
        ([*never("总工会"), Entry("总"), Entry("工会")], "总 工会"),
        ([*never("总工会"), Entry("总", 5), Entry("工会", 5)], "总 工会"),
        ([*never("总工会"), Entry("工会")], "总工 会"),
        ([*never("总工会"), Entry("总")], "总工 会"),
        ([*never("总工会", "工会"), Entry("总")], "总工 会"),
    ],
)
def test_what_is_no_word_is_two_of_the_user_s_or_else_the_longest_known_ones(
    entries: list[Entry], expected: str
) -> None:
    assert [word for _, word in cut("总工会", entries)] == expected.split()


def test_what_is_no_word_is_cut_wherever_it_stands_and_no_other_word_is() -> None:
    assert cut("市总/\n总工会\n工会", never("总工会")) == [(0, "市总/"), (4, "总工"), (6, "会"), (8, "工会")]


@pytest.mark.parametrize(
    ("own", "line", "expected"),
    [
        (["甲·乙"], "甲·/乙丙", "甲·/ 乙丙"),  # it does not stand there
        (["甲·乙"], "见甲·乙丙", "见 甲·乙 丙"),
        (["甲·乙"], "见甲·乙", "见 甲·乙"),
        (["甲·乙"], "甲·乙", "甲·乙"),
        (["甲·乙"], "甲·乙甲·乙丙", "甲·乙 甲·乙 丙"),
        (["甲·乙"], "甲·乙丙甲·乙", "甲·乙 丙 甲·乙"),
        (["甲/乙"], "见甲/乙丙/丁", "见 甲/乙 丙/ 丁"),
        (["甲/乙/丙"], "见甲/乙/丙/丁", "见 甲/乙/丙 / 丁"),
        (["甲/乙", "甲/乙/丙"], "甲/乙/丙", "甲/乙/丙"),
        (["甲乙"], "见甲乙", "见甲乙"),  # the segmenter itself is told of these
    ],
)
def test_a_word_with_signs_takes_the_place_of_the_words_that_it_covers(
    own: list[str], line: str, expected: str
) -> None:
    assert [word for _, word in cut(line, [Entry(word) for word in own])] == expected.split()
    behind = cut(f"\n{line}", [Entry(word) for word in own])
    assert [word for _, word in behind] == expected.split()
    assert behind[0][0] == 1


def test_a_word_with_signs_that_is_said_to_be_none_is_not_joined() -> None:
    assert [word for _, word in cut("甲/乙", never("甲/乙"))] == ["甲/", "乙"]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([LONGEST_RUN - 1], [LONGEST_RUN - 1]),
        ([LONGEST_RUN], [LONGEST_RUN, 0]),
        ([2 * LONGEST_RUN + 9], [LONGEST_RUN, LONGEST_RUN, 9]),
        ([LONGEST_RUN - 1, LONGEST_RUN - 1], [2 * LONGEST_RUN - 1]),
        ([9, LONGEST_RUN + 1], [LONGEST_RUN + 10, 1]),
    ],
)
def test_only_a_run_that_no_text_has_is_cut_before_jieba_sees_it(
    sizes: list[int], expected: list[int]
) -> None:
    line = "，".join("甲" * size for size in sizes)
    found = list(_pieces(line))
    assert "".join(found) == line
    assert [len(piece) for piece in found if piece] == [size for size in expected if size]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("www.example.com，", "www . example . com ，"),
        ("约3.5%，", "约 3.5% ，"),
        ("0571-8531，", "0571 - 8531 ，"),
        ("A1-b2、C++和", "A1 - b2 、 C++ 和"),
        ("1,000.5元", "1 , 000.5 元"),
    ],
)
def test_rjieba_cuts_letters_and_digits_as_jieba_does(run: str, expected: str) -> None:
    pytest.importorskip("rjieba")
    assert RjiebaSegmenter().cut(run) == expected.split()


def test_rjieba_is_loaded_by_its_name_and_leaves_no_cache(tmp_path: Path) -> None:
    pytest.importorskip("rjieba")
    assert isinstance(segmenter_for("rjieba", tmp_path / "cache"), RjiebaSegmenter)
    assert not (tmp_path / "cache").exists()


def test_until_a_segmenter_answers_each_character_is_a_word() -> None:
    assert fallback_words("甲乙\n丙") == [(0, 1), (1, 2), (3, 4)]


def test_rjieba_is_the_fastest_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rjieba")
    assert fastest() == "rjieba"
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert fastest() == "jieba"


def test_the_words_of_the_dictionary_are_read_without_jieba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "jieba", raising=False)
    words = dict(dictionary_words())
    assert words["工会"] > 0
    assert "jieba" not in sys.modules
