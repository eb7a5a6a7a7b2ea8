"""A page from top to bottom by the rules alone: advertisements, dispatches, signatures, leads, captions."""

import pytest

from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS
from tests.text.test_headline_groups import (
    BRIDGES,
    LEAD,
    OTHER,
    REPORT,
    SIGNED,
    TITLE,
    furniture,
    roles,
    ruled,
)

STORY = "老桥旧事"
BRIEF = "title paragraph"
"""What `渡口` and PEARS are."""


@pytest.mark.parametrize(
    ("lines", "outside"),
    [
        (("新桥家具城", "电话：64360000", "地址：青石路9号"), 4),
        (("新桥家具城全场八折，欢迎选购，送货上门。",), 2),
        ((PEARS,), 2),
        ((PEARS * 2,), 1),
        (("新桥家具城", PEARS), 2),
        (("新桥家具城", "渡口", PEARS), 3),
        (("新桥家具城",), 2),
        ((), 1),
    ],
)
def test_an_advertisement_is_its_short_lines_or_its_first_paragraph(
    lines: tuple[str, ...], outside: int
) -> None:
    page = (TITLE, REPORT, "广 告", *lines)
    assert furniture(*page) == ["广 告", *lines][:outside]
    assert roles(*page) == [" ".join([BRIDGES, *["paragraph"] * (len(lines) + 1 - outside)])]


@pytest.mark.parametrize("report", [(OTHER,), (SIGNED, PEARS)])
def test_an_advertisement_ends_above_a_report_and_its_headline(report: tuple[str, ...]) -> None:
    for above in ((), ("地址：青石路9号",)):
        page = (TITLE, REPORT, "广 告", *above, "果农学拍照", *report)
        assert roles(*page) == [BRIDGES, BRIDGES]
        assert furniture(*page) == ["广 告", *above]


def test_an_advertisement_ends_with_its_address_where_a_headline_has_a_text_below() -> None:
    page = (TITLE, REPORT, "广 告", "新桥家具城", "电话：64360000", "渡口", PEARS)
    assert roles(*page) == [BRIDGES, BRIEF]
    assert furniture(*page) == ["广 告", "新桥家具城", "电话：64360000"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((TITLE, "本报讯 昨", f"（记者 沈一鸣）{BRIDGE}"), ["title byline paragraph byline paragraph"]),
        ((TITLE, REPORT, OTHER), [BRIDGES, "byline paragraph"]),
        (
            (TITLE, REPORT, f"据新华社南浦5月12日电 老桥大修后，{BRIDGE_MORE}"),
            [f"{BRIDGES} byline paragraph"],
        ),
        ((OTHER,), ["byline paragraph"]),
        ((TITLE, BRIDGE, f"（沈一鸣）{PEARS}"), ["title paragraph paragraph"]),
    ],
)
def test_an_opening_begins_an_article_but_for_a_second_dispatch_and_one_that_is_misread(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert roles(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("公告", BRIDGE, "青石河水务局", "2033年5月1日", "渡口", PEARS),
            ["title paragraph byline byline", BRIEF],
        ),
        (("公告", BRIDGE, "青石河水务局", "渡口", PEARS), ["title paragraph byline", BRIEF]),
        (("公告", BRIDGE, "青石河水务局"), ["title paragraph byline"]),
        (("公告", BRIDGE, "青石河水務局"), ["title paragraph byline"]),
        (("公告", BRIDGE, "青石河水务局", PEARS), ["title paragraph", "title paragraph"]),
        ((STORY, BRIDGE, "青石河水务局", "2033年5月1日"), ["title paragraph byline byline"]),
        ((STORY, BRIDGE, "青石河水务局", "渡口", PEARS), ["title paragraph", "title byline paragraph"]),
        ((STORY, "2033年5月1日", BRIDGE), ["title byline paragraph"]),
        ((STORY, "丁一舟", "2033年5月1日", BRIDGE), ["title byline byline paragraph"]),
        ((STORY, BRIDGE, "2033年5月1日", "渡口", PEARS), ["title paragraph byline", BRIEF]),
        (("2033年5月1日", STORY, BRIDGE), ["title paragraph"]),
        ((STORY, BRIDGE, "丁一舟", "渡口", PEARS), ["title paragraph byline", BRIEF]),
        ((STORY, f"{BRIDGE}后来，", "丁一舟", "渡口", PEARS), ["title paragraph"]),
    ],
)
def test_a_text_ends_with_who_signs_it_and_when(lines: tuple[str, ...], expected: list[str]) -> None:
    assert roles(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((STORY, BRIDGE, "（本报讯记者 沈一鸣）", PEARS), ["title lead byline paragraph"]),
        (
            (STORY, BRIDGE, BRIDGE_MORE, "（本报记者 沈一鸣）", PEARS),
            ["title paragraph paragraph byline", "paragraph"],
        ),
        (("灯坏了", BRIDGE, "观众 贺大山", f"答复：{PEARS}"), ["title paragraph byline paragraph"]),
        (("灯坏了", BRIDGE, "观众 贺大山", f"贺大山同志：{PEARS}"), ["title paragraph byline paragraph"]),
        (
            ("春天留言", "桥修好了就好。", "（沈一鸣）", "梨卖完了就好。", "（丁一舟）"),
            ["title paragraph byline paragraph byline"],
        ),
        (
            ("双城过新年", "1、城里礼花争艳。", "（新华社发）", "2、一条水管爆裂。"),
            ["title paragraph credit paragraph"],
        ),
        ((TITLE, REPORT, "（上接第1版）", PEARS), [BRIDGES, "paragraph"]),
        ((TITLE, REPORT, "（下转第1版）", PEARS), [f"{BRIDGES} paragraph"]),
    ],
)
def test_behind_a_signature_another_article_begins_but_with_what_goes_on(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert roles(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((TITLE, LEAD, SIGNED, BRIDGE), ["title lead byline paragraph"]),
        ((TITLE, LEAD, BRIDGE_MORE, SIGNED, BRIDGE), ["title paragraph paragraph byline", "paragraph"]),
        ((TITLE, "问：桥修好了吗？", SIGNED, BRIDGE), ["title paragraph byline", "paragraph"]),
        ((TITLE, LEAD, "（沈一鸣）", "渡口", PEARS), ["title paragraph byline", BRIEF]),
        ((TITLE, LEAD, "（宝华）", BRIDGE), ["title paragraph byline", "paragraph"]),
        ((LEAD, SIGNED, BRIDGE), ["paragraph byline", "paragraph"]),
        ((TITLE, LEAD), ["title paragraph"]),
        ((TITLE, SIGNED, LEAD, BRIDGE), ["title byline paragraph paragraph"]),
        (("编者按", LEAD, TITLE, REPORT), [f"lead lead {BRIDGES}"]),
    ],
)
def test_a_paragraph_between_title_and_reporter_is_the_lead(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert roles(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (TITLE, REPORT, "果农在果园里拍照。", "沈一鸣摄", BRIDGE_MORE),
            [f"{BRIDGES} caption credit paragraph"],
        ),
        (
            (TITLE, f"{REPORT}后来", "果农在果园里拍照。", "沈一鸣摄", BRIDGE_MORE),
            [f"{BRIDGES} credit paragraph"],
        ),
        (
            (STORY, BRIDGE, "人物名片", "丁一舟，河湾县人，今年三十岁。"),
            ["title paragraph heading paragraph"],
        ),
        (("人物名片", "丁一舟，河湾县人，今年三十岁。"), ["lead lead"]),
        ((STORY, BRIDGE, "编者按", "梨的故事很多。"), ["title paragraph lead lead"]),
    ],
)
def test_beside_the_text_stand_captions_credits_and_boxes(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert roles(*lines) == expected


def test_briefs_and_another_s_dispatch_are_less_sure_than_what_a_headline_begins() -> None:
    def borders(*lines: str) -> list[float]:
        return [article.border for article in ruled(*lines)[1].articles]

    briefs = ("▲北门大桥恢复通车。", "▲图书馆延长开放。", "▲公交改道。")
    assert borders("夜校秋季开课", REPORT, "简讯", *briefs) == [1.0, 0.85, 0.85, 0.85]
    assert borders(STORY, BRIDGE, BRIDGE_MORE, "（本报记者 沈一鸣）", PEARS) == [1.0, 0.6]
    first, second = borders(TITLE, REPORT, OTHER)
    assert 0.5 <= second < first == 1.0


def test_a_second_dispatch_makes_its_article_less_sure() -> None:
    _, one = ruled(TITLE, REPORT)
    _, two = ruled(TITLE, REPORT, f"据新华社南浦5月12日电 老桥大修后，{BRIDGE_MORE}")
    assert two.articles[0].confidence < one.articles[0].confidence == 1.0
