"""What recognition may have spoilt is said: mixed columns, lines over columns, readings."""

import time
from itertools import chain, zip_longest

import pytest

from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS
from tui.text.doubts import doubts
from tui.text.misreadings import doubtful_numbers, misreadings, seen_once, unpaired_quotes, word_pairs


def column(text: str, width: int = 13) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


LEFT, RIGHT = BRIDGE + BRIDGE_MORE + BRIDGE[::2] + BRIDGE, PEARS + PEARS[5:] + PEARS[:80] + BRIDGE_MORE


def test_columns_that_an_engine_read_across_are_said_to_be_mixed() -> None:
    rows = zip_longest(column(LEFT), column(RIGHT), fillvalue="")
    text = "\n".join(line for line in chain.from_iterable(rows) if line)
    assert [doubt.kind for doubt in doubts(text)] == ["mixed columns"]


def test_columns_in_their_order_are_not() -> None:
    assert doubts("\n".join(column(LEFT) + column(RIGHT))) == []


def test_a_line_over_two_columns_is_said() -> None:
    lines = column(LEFT)
    over = lines[4] + "，" + lines[9]
    found = doubts("\n".join([*lines[:4], over, *lines[5:], *column(RIGHT)]))
    text = "\n".join([*lines[:4], over, *lines[5:], *column(RIGHT)])
    assert [text[doubt.start : doubt.end] for doubt in found if doubt.kind == "line over columns"] == [over]


@pytest.mark.parametrize(
    ("text", "spoilt"),
    [
        ("出生率为6.8%0，比去年上升", ["6.8%0"]),
        ("增长12.49%6，", ["12.49%6"]),
        ("营收1，286.4亿元", ["1，286.4"]),
        ("共119. 35万人", ["119. 35"]),
        ("气温18°℃", ["18°℃"]),
        ("发电4.85亿干瓦时", ["4.85亿干"]),
        ("增长6.8%0，12.4%，12.49%6，气温18°℃", ["6.8%0", "12.49%6", "18°℃"]),
        ("有3干部，2干事", []),
        ("增长12.4%，占30%。", []),
        ("营收1,286.4亿元，3，4月", []),
        ("第1. 2节", []),
    ],
)
def test_numbers_that_read_as_recognition_spoils_them_are_doubtful(text: str, spoilt: list[str]) -> None:
    assert [text[start:end] for start, end in doubtful_numbers(text)] == spoilt


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("他说：“好。”又说：“再来", ["“再"]),
        ("“我们把‘双沟通’做好。”", []),
        ("推动“两新”组织建会”工作", ["”工"]),
        ("“年初，联系“两新”工委，建立台账。”", []),
        ('“有人用直引号"，也有人不用', []),
        ("《乡村》和《城市", ["《城"]),
        ("“一”" + "字" * 700 + "“二" + "字" * 700 + "三”", ["“二", "”"]),
        ("the China's Lunar program", []),
    ],
)
def test_a_quotation_mark_without_a_partner_is_doubtful(text: str, alone: list[str]) -> None:
    assert [text[start : start + 2] for start, _ in unpaired_quotes(text)] == alone


WORDS = word_pairs(
    [("工会", 900), ("汛限", 400), ("水位", 500), ("会员", 900), ("的", 300_000), ("了", 200_000)]
)


def test_a_character_that_makes_no_word_as_one_that_looks_like_it_does_is_doubtful() -> None:
    (found,) = misreadings("县总工合主席", WORDS)
    assert (found.before, found.after, found.likely) == ("工合", "合主", "会")
    assert [one.likely for one in misreadings("水库超讯限了", WORDS)] == ["汛"]
    assert not list(misreadings("县总工会主席", WORDS))
    assert not list(misreadings("合县", WORDS))


def test_words_of_one_character_before_numbers_and_times_are_no_misreadings() -> None:
    known = word_pairs([("了进", 20_000), ("进一", 20_000), ("科全", 20_000)])
    assert not list(misreadings("他等了近一年", known))
    assert not list(misreadings("港府料全年增长", known))
    assert [one.likely for one in misreadings("改了近程", known)] == ["进"]


def test_a_character_of_a_longer_word_is_no_misreading() -> None:
    rare = word_pairs([("会议", 20_000), ("合议庭", 3)])
    assert [one.likely for one in misreadings("依法组成合议后", rare)] == ["会"]
    assert not list(misreadings("依法组成合议庭", rare))
    assert not list(misreadings("由合议庭审理", rare))


def test_what_stands_twice_in_a_project_is_a_name_and_no_misreading() -> None:
    pages = {"a": "县总工合主席，水库超讯限了", "b": "水库超讯限水位"}
    found = [(page, one) for page, text in pages.items() for one in misreadings(text, WORDS)]
    assert [(page, one.likely) for page, one in seen_once(found)] == [("a", "会")]


def test_doubts_take_time_that_grows_with_the_page_only() -> None:
    before = time.process_time()
    doubts("\n".join(column(LEFT * 200)))
    assert time.process_time() - before < 3
