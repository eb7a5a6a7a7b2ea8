"""Every row of the tables of units and of words for times is read as what it is."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from tui.quantities import UNITS, Quantity, find, parse
from tui.quantities.periods import base_of, find_periods, resolve

HERE = Path(__file__).parent
FRIDAY = base_of("2023-09-15")


def rows(name: str, separator: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.split(separator) for line in lines if not line.startswith("#")]


UNIT_ROWS = rows("units.txt", " | ")
TIME_ROWS = rows("words_of_time.txt", " = ")


def test_each_unit_is_known_with_its_dimension_and_factor() -> None:
    known = {
        name: (unit.dimension, unit.base or "-", "-" if unit.factor is None else str(unit.factor))
        for name, unit in UNITS.items()
    }
    assert known == {name: (dimension, base, factor) for name, _, dimension, base, factor in UNIT_ROWS}
    assert all(factor == "-" or Fraction(factor) > 0 for *_, factor in UNIT_ROWS)


def test_each_unit_is_read_behind_a_number() -> None:
    for name, read, *_ in UNIT_ROWS:
        found = [(quantity.surface, quantity.unit) for quantity in find(f"共有3{name}。")]
        assert (found == [(f"3{name}", read)]) == (read != "-"), name


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("15日内办结", "15", "日"),
        ("3斤2两", "32", "两"),
        ("5块6毛", "56", "角"),
        ("涨了300点。", "300", "点"),
        ("花了500日元。", "500", "日元"),
        ("花了500日圆。", "500", "日元"),
        ("花了500日币。", "500", "日元"),
        ("过了两个世纪", "2", "世纪"),
        ("提高3个百分点", "3", "个百分点"),
        ("人民币共2000万", "20000000", "元"),
        ("人民币共计2000万", "20000000", "元"),
        ("人民币大约2000万", "20000000", "元"),
        ("人民币将近2000万", "20000000", "元"),
        ("人民币超过2000万", "20000000", "元"),
        ("人民币逾2000万", "20000000", "元"),
        ("人民币达到2000万", "20000000", "元"),
        ("人民币合计2000万", "20000000", "元"),
        ("欧元300万", "3000000", "欧元"),
        ("卢比300万元", "3000000", "卢比"),
        ("为欧元300万人", "3000000", "人"),
    ],
)
def test_a_unit_that_needs_its_surroundings_is_read_there(text: str, value: str, unit: str) -> None:
    assert [(quantity.value, quantity.unit) for quantity in find(text)] == [(value, unit)]


@pytest.mark.parametrize(("written", "interval"), TIME_ROWS, ids=[row[0] for row in TIME_ROWS])
def test_each_word_for_a_time_is_found_whole_and_stands_for_its_interval(written: str, interval: str) -> None:
    assert [(found.start, found.end) for found in find_periods(written)] == [(0, len(written))]
    resolved = resolve(written, FRIDAY)
    assert resolved is not None
    assert (resolved.iso or f"?{resolved.reason}") == interval


@pytest.mark.parametrize("text", ["卢比300", "二半", "三半"])
def test_what_needs_other_surroundings_is_not_read(text: str) -> None:
    assert list(find(text)) == []


def test_cells_that_stand_a_line_each_have_the_units_of_their_heads() -> None:
    table = "地区\n产值（万元）\n增速（%）\n河湾县\n1234\n5.2\n青石县\n88\n1.1\n"
    found = [(quantity.value, quantity.unit) for quantity in find(table)]
    assert found == [("12340000", "元"), ("5.2", "%"), ("880000", "元"), ("1.1", "%")]


def values(*lines: str) -> list[str]:
    return [f"{quantity.value} {quantity.unit}" for quantity in find("\n".join(lines))]


def test_rows_of_several_cells_have_the_units_of_their_columns() -> None:
    head = "地区 产值（万元） 面积（亩） 增速（%）"
    row = ["120000 元", "34 亩", "5.6 %"]
    assert values(head, "河湾县 12 34 5.6", "青石县 12 34 5.6") == row * 2
    assert values("  " + head.replace(" ", " | ") + " ", "| 河湾县 | 12 | 34 | 5.6 |") == row
    assert values(head, "河湾县 12 - 5.6") == [row[0], row[2]]
    assert values(head, "河湾县 +12 -34 5.6") == [row[0], "-34 亩", row[2]]
    assert values(head, "河湾县 12 34", "青石县 12 34 5.6") == []
    assert values(head, "", "青石县 12 34 5.6") == []
    assert values("产值（万元） 名称 面积（亩）", "12 河湾县 34") == row[:2]
    assert values(head, "河湾县 12 34 5.6", "地区 人口（人） 面积（公顷） 增速（‰）", "青石县 12 34 5.6") == [
        *row,
        "12 人",
        "34 公顷",
        "5.6 ‰",
    ]


def test_cells_a_line_each_go_on_until_a_line_that_is_none() -> None:
    head = ("地区", "产值（万元）", "面积（亩）")
    assert values(*head, "河湾县", "12", "34") == ["120000 元", "34 亩"]
    assert values(*head, "河湾县", "12", "34", "", "56", "78") == ["120000 元", "34 亩"]
    assert values(*head, "河湾县", "12", "34", "以上是 数字", "56") == ["120000 元", "34 亩"]
    assert values(*head, "河湾县", "12", "", "34") == ["120000 元"]
    assert values("产值（万元）", "面积（亩）", "12", "34", "56", "78") == [
        "120000 元",
        "34 亩",
        "560000 元",
        "78 亩",
    ]
    assert values("产值（万元）", "字" * 41, "12") == []
    assert values("产值", "面积", "12", "34") == []


def test_another_table_below_has_heads_of_its_own() -> None:
    tables = "产值（万元）\n增速（%）\n1234\n5.2\n面积（亩）\n产量（吨）\n88\n90\n"
    found = [(quantity.value, quantity.unit) for quantity in find(tables)]
    assert found == [("12340000", "元"), ("5.2", "%"), ("88", "亩"), ("90", "吨")]


WORD_ROWS = [row for row in rows("words.txt", " | ") if len(row) > 1]


def shown(text: str, word: str) -> str:
    """What is found in a text, the word in question as ~ where it is part of it."""
    found = []
    for quantity in find(text):
        surface = quantity.surface if quantity.surface in text.replace(word, "~", 1) else None
        surface = surface or quantity.surface.replace(word, "~", 1)
        found.append(f"{surface} {quantity.value} {quantity.comparator} {quantity.direction}")
    return "; ".join(found) or "-"


@pytest.mark.parametrize(("sentence", "expected", "words"), WORD_ROWS)
def test_each_word_around_a_number_says_of_it_what_it_means(sentence: str, expected: str, words: str) -> None:
    found = {word: shown(sentence.replace("~", word), word) for word in words.split()}
    assert found == dict.fromkeys(found, expected)


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_selection_may_begin_with_a_verb_of_change(direction: str) -> None:
    said = f"3% 3 exact {direction}"
    words = [words for sentence, what, words in WORD_ROWS if (sentence, what) == ("产量~3%。", said)]
    found = {word: parse(f"{word}3%") for word in words[0].split() if "一" not in word}  # 一天 is one, too
    assert [word for word, one in found.items() if one is None or one.direction != direction] == []
    assert parse("桥3%") is None


EXCEPTIONS = rows("unit_exceptions.txt", " | ")
TERMS = [word for row in rows("terms.txt", " ") for word in row]


@pytest.mark.parametrize(("sentence", "expected", "words"), EXCEPTIONS)
def test_a_unit_that_begins_another_word_is_none(sentence: str, expected: str, words: str) -> None:
    texts = {word: find(sentence.replace("~", word)) for word in words.split()}
    shown = {
        word: "; ".join(f"{one.surface} {one.unit}".strip() for one in found) or "-"
        for word, found in texts.items()
    }
    assert shown == dict.fromkeys(shown, expected)


@pytest.mark.parametrize("around", ["都说~。", "约~", "至少~", "~左右", "~元", "~个"])
def test_a_name_or_an_idiom_counts_nothing(around: str) -> None:
    counted = {term: find(around.replace("~", term)) for term in TERMS}
    assert {term: found for term, found in counted.items() if found} == {}


def test_a_name_or_an_idiom_is_no_quantity_even_where_it_is_selected() -> None:
    assert [term for term in TERMS if parse(term)] == []


def test_a_name_behind_a_quantity_does_not_make_a_second_one_of_a_selection() -> None:
    read = {term: parse(f"20个{term}") for term in TERMS}
    assert [term for term, quantity in read.items() if not quantity or quantity.surface != "20个"] == []


def test_a_verb_of_change_may_lead_to_a_selected_amount() -> None:
    verbs = {expected: words.split() for sentence, expected, words in WORD_ROWS if sentence == "产量~3%。"}
    for direction in ("up", "down"):
        read = {verb: parse(f"{verb}3%") for verb in verbs[f"3% 3 exact {direction}"]}
        of_two = [verb for verb in read if verb.startswith("前一天")]
        assert [v for v, one in read.items() if not one or one.direction != direction] == of_two


TURNS = rows("turns_of_time.txt", " = ")


@pytest.mark.parametrize("day", sorted({row[0] for row in TURNS}))
def test_words_for_times_count_from_the_day_as_far_as_it_is_known(day: str) -> None:
    expected = {written: interval for base, written, interval in TURNS if base == day}
    base = None if day == "none" else base_of(day)
    resolved = {written: resolve(written, base) for written in expected}
    assert {w: found and (found.iso or f"?{found.reason}") for w, found in resolved.items()} == expected


def test_without_a_date_a_word_for_a_time_says_the_same_or_nothing() -> None:
    for written, interval in TIME_ROWS:
        found = resolve(written, None)
        assert found is not None, written
        start, _, end = interval.partition("/")
        known = (interval, f"{start}/..") if end == "2023-09-15" else (interval,)  # up to the day of the page
        assert (found.iso or found.reason) in ("base", interval.removeprefix("?"), *known), written
        assert not found.iso or re.match("[“0-9一二七八十]|上世纪", written), written


FORMS = rows("forms_around.txt", " | ")


def test_each_form_around_a_number_makes_of_it_what_it_means() -> None:
    wrong = {}
    for sentence, expected, words in FORMS:
        for word in words.split():
            text = sentence.replace("~", word)
            if (found := "; ".join(map(read_as, find(text))) or "-") != expected:
                wrong[text] = found
    assert wrong == {}


def read_as(one: Quantity) -> str:
    value = f"{one.value}..{one.value_max}" if one.value_max else one.value
    return " ".join(filter(None, (one.surface, value, one.unit, one.kind)))


@pytest.mark.parametrize(
    ("head", "factor"),
    [("十", 10), ("百万", 10**6), ("千万", 10**7), ("十亿", 10**9), ("百亿", 10**10), ("千亿", 10**11)],
)
def test_a_head_may_have_two_scales(head: str, factor: int) -> None:
    for text in (f"产值({head}元):3", f"地区\n产值（{head}元）\n河湾县\n3\n"):
        last = find(text)[-1]
        assert (last.surface, last.value, last.unit) == ("3", str(3 * factor), "元")


def test_one_unit_for_a_table_counts_until_a_line_that_is_empty_or_a_sentence() -> None:
    def values(*lines: str) -> list[str]:
        return [quantity.value for quantity in find("\n".join(("单位：万元", *lines)))]

    assert values("河湾县 12", "青石县 +3 4.5", "-6") == ["120000", "30000", "45000", "-60000"]
    assert values("河湾县 12", "", "青石县 34") == ["120000"]
    assert values("河湾县 12", " ", "青石县 34") == ["120000"]
    assert values("长" * 37 + " 12", "34") == ["120000", "340000"]
    assert values("长" * 38 + " 12", "34") == []
    assert values("河湾县 12", "单位：吨", "34", "（单位:个）", "56") == ["120000", "34", "56"]
    assert values("河湾县 12", "单位：某某", "34") == ["120000"]


TIME_FORMS = rows("forms_of_time.txt", " | ")


def test_each_form_of_a_time_is_found_whole_and_stands_for_its_interval() -> None:
    wrong = {}
    for sentence, expected, words in TIME_FORMS:
        for word in words.split():
            text = sentence.replace("~", word)
            if (found := times_in(text)) != expected:
                wrong[text] = found
    assert wrong == {}


def times_in(text: str) -> str:
    """The interval of a text that is one time, else its times, each with its interval."""
    found = [
        (time.surface, time.interval.iso or f"?{time.interval.reason}") for time in find_periods(text, FRIDAY)
    ]
    if [surface for surface, _ in found] == [text]:
        return found[0][1]
    return "; ".join(" = ".join(one) for one in found) or "-"
