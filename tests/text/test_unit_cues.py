"""What a line is by what stands around it: running heads, lists, days of a programme, captions, sections."""

import pytest

from tests.text.unit_building import unit
from tui.text.cues import Cue
from tui.text.unit_cues import is_short, mark
from tui.text.units import Unit

TOLD = "青石河上的老桥昨天封闭大修，桥面将加宽到九米。"


def cues(*units: Unit) -> list[Cue | None]:
    """What units are when they have been marked."""
    mark(units)
    return [one.cue for one in units]


def told(text: str = TOLD, **given: object) -> Unit:
    return unit(text, **given)


# Links


@pytest.mark.parametrize("words", ["相关阅读：", "推荐阅读", "延伸阅读：", "更多新闻", "相關閱讀："])
def test_titles_below_the_words_for_links_are_furniture_but_the_last_above_a_text(words: str) -> None:
    outside = Cue.FURNITURE
    heads = [unit(words, cue=outside), unit("老桥旧事"), unit("渡口停航"), unit("果农学拍照")]
    assert cues(*heads, told()) == [outside] * 3 + [None] * 2
    assert cues(*heads[:1], unit("老桥旧事"), unit("渡口停航")) == [outside] * 3
    assert cues(unit(words, cue=outside), told(), unit("老桥旧事")) == [outside, None, None]


def test_below_other_furniture_and_below_words_of_an_article_titles_stay_titles() -> None:
    assert cues(unit("第3版", cue=Cue.FURNITURE), unit("老桥旧事"), unit("渡口停航"))[1:] == [None] * 2
    assert cues(unit("相关阅读："), unit("老桥旧事"), unit("渡口停航"))[1:] == [None] * 2


# Dates


@pytest.mark.parametrize(
    ("above", "day", "cue"),
    [
        ("望津市水务局", "5月3日", Cue.DATED),
        ("望津市水務局", "五月三日", Cue.DATED),
        ("望津的老桥", "5月3日", None),
        ("望津市水务局", "5月3日大修", None),
        ("望津市水务局", "老桥", None),
    ],
)
def test_a_day_below_an_organ_dates_its_notice(above: str, day: str, cue: Cue | None) -> None:
    assert cues(told(), unit(above), unit(day), told())[2] is cue


def test_a_day_that_is_something_already_stays_it() -> None:
    assert cues(unit("望津市水务局"), unit("5月3日", cue=Cue.BYLINE), told())[1] is Cue.BYLINE


DATE = "二〇三一年五月三日"


@pytest.mark.parametrize(
    ("above", "date", "below", "cue"),
    [
        (told(), DATE, None, Cue.BYLINE),
        (told(), "2031年5月3日", None, Cue.BYLINE),
        (told(), "2031年5月", None, Cue.DATED),
        (told(), DATE, unit("果农学拍照"), Cue.BYLINE),
        (told(), DATE, told(), Cue.DATED),
        (told(), DATE, unit("老" * 91), Cue.DATED),
        (told(), DATE, unit("第3版", cue=Cue.FURNITURE), Cue.DATED),
        (unit("老桥封闭大修"), DATE, None, Cue.DATED),
        (told(cue=Cue.CAPTION), DATE, None, Cue.DATED),
        (told(begins=False), DATE, None, Cue.DATED),
        (told(verse=True), DATE, None, Cue.DATED),
    ],
)
def test_a_whole_date_between_a_text_and_a_headline_is_that_of_the_text(
    above: Unit, date: str, below: Unit | None, cue: Cue
) -> None:
    dated = unit(date, cue=Cue.DATED)
    assert cues(above, dated, *([below] if below else []))[1] is cue


def test_a_whole_date_that_is_something_else_already_stays_it() -> None:
    for cue in (Cue.FURNITURE, Cue.CONTACT):
        assert cues(told(), unit(DATE, cue=cue))[1] is cue


# Running heads

FOLIO = unit("2031年5月3日", cue=Cue.DATED)


@pytest.mark.parametrize(
    ("given", "head", "cue"),
    [
        ({}, "河湾·纪事", Cue.FURNITURE),
        ({}, "河湾·纪事。", None),
        ({}, "河湾·纪事，", None),
        ({}, "一、河湾·纪事", None),
        ({}, "老" * 46, None),
        ({"verse": True}, "河湾·纪事", None),
        ({"begins": False}, "河湾·纪事", None),
        ({"ends": False}, "河湾·纪事", None),
        ({"cue": Cue.CAPTION}, "河湾·纪事", Cue.CAPTION),
    ],
)
def test_a_short_line_that_stands_again_and_again_above_a_date_is_furniture(
    given: dict[str, object], head: str, cue: Cue | None
) -> None:
    found = cues(unit(head, **given), FOLIO, told(), unit(head, **given), told())
    assert [found[0], found[3]] == [cue, cue]


def test_of_several_running_heads_each_is_furniture_and_a_line_that_stands_once_is_none() -> None:
    heads = [one for name in ("河湾·纪事", "老桥·旧事") for one in (unit(name), FOLIO, told())]
    again = [unit("河湾·纪事"), told(), unit("老桥·旧事"), told(), unit("渡口"), FOLIO, told()]
    found = cues(*heads, *again)
    assert [found[at] for at in (0, 3, 6, 8)] == [Cue.FURNITURE] * 4
    assert found[10] is None


def test_a_line_that_stands_again_but_above_no_date_is_none() -> None:
    assert cues(unit("河湾·纪事"), told(), unit("河湾·纪事"), told())[0] is None


# Lists

POINT = "▲老桥加宽到九米。"


def test_three_sentences_behind_triangles_are_a_list_and_two_are_captions() -> None:
    def points(count: int) -> list[Unit]:
        return [unit(POINT, cue=Cue.CAPTION) for _ in range(count)]

    assert cues(told(), *points(3), told())[1:4] == [None] * 3
    assert cues(told(), *points(3)) == [None] * 4
    assert cues(told(), *points(2), told())[1:3] == [Cue.CAPTION] * 2
    assert cues(*points(3), unit("沈一鸣摄", cue=Cue.CREDIT))[:3] == [Cue.CAPTION] * 3
    assert cues(*points(2), told(), *points(3), told())[3:6] == [None] * 3
    mixed = [*points(2), unit("▲老桥加宽", cue=Cue.CAPTION)]
    assert cues(*mixed) == [Cue.CAPTION] * 3


@pytest.mark.parametrize("sign", "▲▼△▽")
def test_each_triangle_makes_a_list(sign: str) -> None:
    assert cues(*(unit(f"{sign}老桥加宽。", cue=Cue.CAPTION) for _ in range(3))) == [None] * 3


# Days of a programme


@pytest.mark.parametrize(
    ("day", "is_row"),
    [
        ("六月一日　星期一", True),
        ("6月1日（周日）", True),
        ("6月1日 星期天", True),
        ("6月1日", False),
        ("6月1日星期", False),
    ],
)
def test_a_day_of_a_programme_is_a_row(day: str, is_row: bool) -> None:
    units = [unit("18:50 动画片"), unit(day, cue=Cue.FURNITURE), unit("19:30 新闻")]
    assert cues(*units)[1] is (None if is_row else Cue.FURNITURE)
    assert units[1].verse is is_row


@pytest.mark.parametrize(
    ("above", "below", "is_row"),
    [
        (unit("18:50 动画片"), told(), True),
        (unit("18:50 动画片" + "老" * 60), told(), True),
        (told("老" * 91), unit("19:30 新闻"), True),
        (unit("一周节目"), told(), True),
        (told("老" * 91), told(), False),
    ],
)
def test_a_day_is_a_row_beside_another_row_or_below_a_title(above: Unit, below: Unit, is_row: bool) -> None:
    units = [above, unit("6月1日 星期一", cue=Cue.FURNITURE), below]
    mark(units)
    assert units[1].verse is is_row


def test_a_day_that_was_no_furniture_is_no_row_of_verse_by_itself() -> None:
    units = [unit("18:50 动画片"), unit("6月1日 星期一", cue=Cue.DATED), unit("19:30 新闻")]
    assert cues(*units)[1] is None
    assert not units[1].verse
    row = [unit("18:50 动画片"), unit("6月1日 星期一", verse=True), unit("19:30 新闻")]
    mark(row)
    assert row[1].verse


@pytest.mark.parametrize(
    ("line", "given", "is_row"),
    [
        ("检修，停播", {}, True),
        ("老" * 91, {}, False),
        ("检修，停播", {"cue": Cue.CAPTION}, False),
    ],
)
def test_a_short_line_between_two_days_is_a_row(line: str, given: dict[str, object], is_row: bool) -> None:
    days = [unit(f"6月{day}日 星期{day}", cue=Cue.FURNITURE) for day in "一二"]
    units = [unit("一周节目"), days[0], unit(line, **given), days[1], unit("19:30 新闻")]
    mark(units)
    assert units[2].verse is is_row


@pytest.mark.parametrize("other", [0, 1])
def test_a_line_beside_a_day_that_is_no_row_is_none(other: int) -> None:
    days = [unit(f"6月{day}日 星期{day}", cue=Cue.FURNITURE) for day in "一二"]
    days[other].cue = Cue.DATED
    units = [unit("一周节目"), days[0], unit("停播"), days[1], unit("19:30 新闻")]
    mark(units)
    assert not units[2].verse


def test_a_line_between_verse_and_a_day_is_none() -> None:
    units = [unit("老桥", verse=True), unit("停播"), unit("6月1日 星期一", cue=Cue.FURNITURE), told()]
    mark(units)
    assert not units[1].verse


def test_a_line_between_a_day_and_verse_is_none() -> None:
    units = [
        unit("一周节目"),
        unit("6月1日 星期一", cue=Cue.FURNITURE),
        unit("停播"),
        unit("老桥", verse=True),
        told(),
    ]
    mark(units)
    assert not units[2].verse


# Captions with circled numbers

BY = unit("沈一鸣 文/图", cue=Cue.BYLINE)


@pytest.mark.parametrize(
    ("byline", "is_caption"),
    [
        ("沈一鸣 文/图", True),
        ("沈一鸣 文图", True),
        ("沈一鸣 图文", True),
        ("沈一鸣 摄/文", True),
        ("沈一鸣 攝影", True),
        ("本报记者 沈一鸣", False),
    ],
)
def test_circled_numbers_with_text_between_them_are_captions_of_who_wrote_and_photographed(
    byline: str, is_caption: bool
) -> None:
    found = cues(unit(byline, cue=Cue.BYLINE), told(), unit("①老桥"), told(), unit("②渡口"), told())
    assert (found[2] is Cue.CAPTION, found[4] is Cue.CAPTION) == (is_caption, is_caption)


def test_circled_numbers_one_below_the_other_are_the_points_of_a_list() -> None:
    assert cues(BY, told(), unit("①老桥"), unit("②渡口"), told())[2:4] == [None, None]
    assert cues(BY, told(), unit("①老桥"), told())[2] is None
    credit = unit("②沈一鸣摄", cue=Cue.CREDIT)
    assert cues(BY, told(), unit("①老桥"), told(), credit)[2::2] == [None, Cue.CREDIT]
    assert cues(BY, unit("①老桥"), told(), unit("老桥①通车"), told())[1] is None


def test_another_byline_begins_another_count() -> None:
    other = unit("本报记者 丁一舟", cue=Cue.OPENING)
    assert cues(BY, told(), unit("①老桥"), other, told(), unit("②渡口"), told())[2] is None
    found = cues(BY, told(), unit("①老桥"), BY, told(), unit("①渡口"), told(), unit("②石磨"))
    assert (found[2], found[5], found[7]) == (None, Cue.CAPTION, Cue.CAPTION)


# Names of sections


@pytest.mark.parametrize(
    ("given", "after", "is_name"),
    [
        ({}, told(), True),
        ({"text": "河湾纪事3"}, told(), False),
        ({"text": "河"}, told(), False),
        ({"begins": False}, told(), False),
        ({"ends": False}, told(), False),
        ({}, told(brief="news"), False),
        ({}, unit("老桥封闭大修"), False),
        ({}, told(begins=False), False),
        ({}, told(verse=True), False),
        ({}, told(cue=Cue.OPENING), False),
    ],
)
def test_a_section_s_name_between_texts_heads_the_one_below(
    given: dict[str, object], after: Unit, is_name: bool
) -> None:
    text = str(given.pop("text", "河湾纪事"))
    for below in ([], [told(), unit("老桥旧事", cue=Cue.FURNITURE), told()]):
        units = [told(), unit(text, cue=Cue.FURNITURE, **given), after, *below]
        assert (cues(*units)[1] is None) is is_name
        assert not below or units[4].cue is None


def test_a_section_s_name_above_all_text_is_furniture() -> None:
    assert cues(unit("河湾纪事", cue=Cue.FURNITURE), told())[0] is Cue.FURNITURE
    assert cues(unit("老桥"), unit("河湾纪事", cue=Cue.FURNITURE), told())[1] is Cue.FURNITURE
    assert cues(told(), unit("河湾纪事", cue=Cue.TURN), told())[1] is Cue.TURN
    assert cues(told(), unit("老桥"), unit("河湾纪事", cue=Cue.FURNITURE), told())[2] is None


@pytest.mark.parametrize(
    ("text", "short"), [("老" * 45, True), ("老" * 46, False), ("a" * 90, True), ("a" * 91, False)]
)
def test_a_headline_has_up_to_ninety_cells(text: str, short: bool) -> None:
    assert is_short(unit(text)) is short
