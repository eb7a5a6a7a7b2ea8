"""Wordings by which a page shows what its lines are: each on a page of its own."""

import pytest

from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS, blocks, heads, set_
from tests.text.test_votes import ABOVE, LINE, at_line, borders
from tui.text.page_title import page_title
from tui.text.reflow import balanced, finished, listed, never_first, numbered

OPENS = {
    "opens with an address": [
        "编辑：", "编辑同志：", "编辑部:", "编辑先生：", "编辑老师：", "尊敬的编辑：",
        "亲爱的编辑同志们：", "本报编辑部：",
        "本刊编辑：", "本台编辑：", "编辑同志，好：", "编辑们好：",
    ],
    "opens with time or place": [
        "5月2日，", "昨天上午，", "今日，", "前晚，", "近日，", "明天，", "日前，", "近期，", "最近，",
        "连日来，", "记者从合作社获悉，",
        "本月，", "本周，", "上月，", "上周，", "从5月2日起，", "据合作社消息，",
        "万家坡合作社5月2日说，", "万家坡合作社昨天说，",
        "万家坡合作社近日说，", "万家坡合作社日前说，",
    ],
    "goes on": [
        "但", "然而", "不过", "因此", "所以", "于是", "此外", "同时", "另外", "而", "他", "她", "它",
        "其中", "其实", "其次", "这个",
        "这些", "这样", "这种", "这一", "这里", "这", "那", "除此之外", "与此同时", "对此", "为此",
        "接着", "随后", "后来", "最后",
        "首先",
    ],
    "opens with a quotation": ["“", "『", "「"],
    "opens with who speaks": ["丁一舟（合作社理事长）：", "李四(村民):", "欧阳青山（本市果品公司经理）："],
}  # fmt: skip
OTHERS = ["秋天里，", "有人说，", "在万家坡，", "尊敬的各位：", "丁一舟：", "万家坡合作社，"]
LINES = {
    "box of facts": [
        "小档案", "小资料", "小名片",
        "企业档案", "企业简介", "企业名片", "个人档案", "个人简介",
        "新闻链接", "相关链接", "知识链接", "背景链接", "延伸链接", "延伸阅读",
        "【企业简介】", "《企业名片》", "〔小资料〕", "[小档案]", "小资料：秋梨",
    ],
    "quotation": ["“梨能卖了”", "「梨能卖了」", "『梨能卖了』"],
    "very short": ["卖梨", "学拍照片"],
}  # fmt: skip
CYCLES = [
    *("外一首", "外二首", "外三首", "外四首", "外五首", "外六首"),
    *(
        "二首",
        "两首",
        "三首",
        "四首",
        "五首",
        "六首",
        "七首",
        "八首",
        "九首",
        "十首",
        "二题",
        "三题",
        "九题",
        "二章",
        "七章",
        "组诗",
    ),
]


@pytest.mark.parametrize(("vote", "opening"), [(vote, one) for vote, every in OPENS.items() for one in every])
def test_how_a_text_opens_speaks_for_or_against_a_border(vote: str, opening: str) -> None:
    found, _ = at_line(borders((*ABOVE, LINE, f"{opening}{PEARS}")), LINE)
    assert found.keys() & OPENS.keys() == {vote}


@pytest.mark.parametrize("opening", OTHERS)
def test_other_openings_say_nothing(opening: str) -> None:
    found, _ = at_line(borders((*ABOVE, LINE, f"{opening}{PEARS}")), LINE)
    assert not found.keys() & OPENS.keys()


@pytest.mark.parametrize(("vote", "line"), [(vote, one) for vote, every in LINES.items() for one in every])
def test_what_a_line_itself_says(vote: str, line: str) -> None:
    found, _ = at_line(borders((*ABOVE, line, PEARS)), line)
    assert found.keys() & (LINES.keys() | {"standing title"}) >= {vote}


def test_a_plain_line_says_nothing_itself() -> None:
    found, _ = at_line(borders((*ABOVE, LINE, PEARS)), LINE)
    assert not found.keys() & LINES.keys()


@pytest.mark.parametrize("said", CYCLES)
def test_below_the_title_of_a_cycle_a_line_heads_a_part_of_it(said: str) -> None:
    title = f"老桥（{said}）" if said[0] == "外" else f"老桥{said}"
    found, _ = at_line(borders((title, BRIDGE, "渡口", PEARS, "石磨", BRIDGE_MORE)), "石磨")
    assert found.get("part of a cycle") == 1.0
    other, _ = at_line(borders(("老桥一首歌", BRIDGE, "渡口", PEARS, "石磨", BRIDGE_MORE)), "石磨")
    assert "part of a cycle" not in other


def test_a_cycle_ends_at_lines_that_stand_together() -> None:
    page = (
        "老桥（外二首）",
        BRIDGE,
        "渡口",
        PEARS,
        "果农学拍照",
        "合作社请来讲师",
        BRIDGE_MORE,
        "石磨",
        PEARS,
    )
    assert "part of a cycle" in at_line(borders(page), "渡口")[0]
    assert "part of a cycle" not in at_line(borders(page), "石磨")[0]


@pytest.mark.parametrize("label", ["【看点】", "〔看点〕", "[看点]", "看点：", "看点:"])
def test_a_text_that_opens_like_the_first_of_a_column_is_another_of_it(label: str) -> None:
    page = (*ABOVE, LINE, f"{label}{PEARS}", "老桥旧事", f"{label}{BRIDGE_MORE}", "渡口", PEARS)
    assert at_line(borders(page), "老桥旧事")[0]["opens like the article above"] == 1.0
    assert "opens like the article above" not in at_line(borders(page), "渡口")[0]


# Who signs


@pytest.mark.parametrize(
    "signature",
    [
        "（丁一舟）", "（柳湾 丁一舟）", "柳湾小区居民", "柳湾小区读者 丁一舟", "柳湾中学 丁一舟",
        "柳湾小学 一教师", "丁一舟", "（宗平）",
        "观众 贺大山", "一位母亲", "一名读者", "一个村民的妻子", "一位父亲",
    ],
)  # fmt: skip
def test_who_signs_where_a_text_ends(signature: str) -> None:
    text = set_("灯坏了", BRIDGE, signature, "果农学拍照", f"本报讯（记者 丁一舟）{PEARS}")
    assert ("byline", signature) in blocks(text)[0]


@pytest.mark.parametrize(
    "line",
    [
        "（一）", "（2）", "（上）", "（下）", "（完）", "（见第二版）", "（附图）", "（注：略）",
        "（图为老桥）", "（待续）",
        "（前排是他）", "答城南读者", "致柳湾读者",
    ],
)  # fmt: skip
def test_what_stands_in_brackets_and_signs_nothing(line: str) -> None:
    text = set_("灯坏了", BRIDGE, line, "果农学拍照", f"本报讯（记者 丁一舟）{PEARS}")
    assert ("byline", line) not in [block for article in blocks(text) for block in article]


# Answers, and points that go on


@pytest.mark.parametrize(
    "answer",
    [
        "答：", "答:", "编者附记：", "附记：", "编者答复：", "编者答：", "编答：", "医生点评：",
        "律师回复：", "专家答复：", "贺大山同志：",
        "大山同志：", "贺大山读者：", "贺大山：",
    ],
)  # fmt: skip
def test_an_answer_goes_on_with_the_letter_above(answer: str) -> None:
    text = set_("灯坏了", BRIDGE, "观众 贺大山", f"{answer}{BRIDGE_MORE}")
    assert heads(text) == ["灯坏了"]
    assert blocks(text)[0][-1] == ("paragraph", f"{answer}{BRIDGE_MORE}")


# Mastheads


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东屏日报\n2033年5月1日 星期三 第3版\n", "东屏日报 2033-05-01 第3版"),
        ("# 《东屏晚报》\n2033年 5 月 11 日\n", "东屏晚报 2033-05-11"),
        ("2033-5-1 东屏都市报 A07版\n", "东屏都市报 2033-05-01 A07版"),
        ("2033.05.01\n", "2033-05-01"),
        ("2033/5/1 要闻 12版\n", "2033-05-01 12版"),
        *((f"2033年5月1日 东屏{name}\n", f"东屏{name} 2033-05-01") for name in (
            "日报", "晚报", "早报", "晨报", "午报", "时报", "周报", "商报", "快报", "导报", "新报",
            "青年报", "工人报", "参考报", "法治报",
        )),
        *((f"{name}\n会议昨天举行。\n", "") for name in (
            "本报", "本报公报", "工作简报", "情况通报", "先进事迹举报", "天气预报", "每周舆情报",
            "东屏海报", "年终汇报", "明日申报",
            "东屏回报",
        )),
        ("东屏工会报\n会议昨天举行。\n", "东屏工会报"),
        ("会议于2033年5月1日举行。\n", ""),
        ("经同意，自2033年5月1日起调整标准：\n", ""),
        ("2033年5月1日，星期三 第3版\n", "2033-05-01 第3版"),
        ("一\n" * 12 + "东屏日报\n2033年5月1日\n", ""),
        ("一\n" * 11 + "2033年5月1日\n", "2033-05-01"),
        ("2033年5月1日" + "长" * 80 + "\n", ""),
        ("", ""),
        ("会议昨天举行\n", ""),
        ("望津日報  中華民國113年5月11日 星期六  A3版\n", "望津日報 2024-05-11 A3版"),
        ("望津時報 2024年5月11日\n", "望津時報 2024-05-11"),
        ("聯合報\n民国38年5月1日\n", "聯合報 1949-05-01"),
        ("望津週報 1900年1月1日\n", "望津週報 1900-01-01"),
        ("通報\n2024年5月11日\n", "2024-05-11"),
    ],
)  # fmt: skip
def test_a_page_is_called_as_it_is_printed(text: str, expected: str) -> None:
    assert page_title(text) == expected


# Single lines


@pytest.mark.parametrize(
    "text", [*"，。、；：？！,;:?!”’」』）)】》〉〕％%", "的人", "了一下", "着的", "们都"]
)
def test_no_paragraph_begins_so(text: str) -> None:
    assert never_first(f"{text}好")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "着急",
            "着火",
            "着手",
            "着眼",
            "着力",
            "着重",
            "着实",
            "着陆",
            "着凉",
            "着迷",
            "着装",
            "着色",
            "着想",
            "着落",
        ),
        *("了解", "了结", "了却", "了不起", "了断", "了得", "了然", "了无", "的士", "的确", "的卢"),
        *("“好", "（一", "《书", "工会", "3日"),
    ],
)
def test_paragraphs_may_begin_so(text: str) -> None:
    assert not never_first(f"{text}好")


@pytest.mark.parametrize(
    "text",
    [
        "好。", "好！", "好？", "好!", "好?", "好……", "好。”", "好。’", "好。」", "好。』", "好。）",
        "好。)", "好。】", "好。》", "好。〕",
        "好。（丁一舟）", "好。(丁一舟)", "好。■", "好。□", "好。◆", "好。●", "the end.", "(the end).",
        "the end.”", "电话：64360011", "联系电话 0551-64360011", "微信：laoqiao_2033",
        "邮箱：bridge@example.com",
    ],
)  # fmt: skip
def test_a_paragraph_ends_so(text: str) -> None:
    assert finished(text)


@pytest.mark.parametrize(
    "text",
    [
        "好",
        "好，",
        "好：",
        "好、",
        "好；",
        "3.",
        "好。的",
        "好（丁一舟）",
        "电话：",
        "来信请寄64360011",
        "好”",
        "好。" + "（" + "长" * 25 + "）",
    ],
)
def test_no_paragraph_ends_so(text: str) -> None:
    assert not finished(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“好”", True), ("‘好’", True), ("（好）", True), ("《好》", True),
        ("「好」", True), ("『好』", True), ("【好】", True), ("(好)", True),
        ("好", True), ("", True), ("“‘好’”", True), ("“好", False), ("好”", False), ("“好’", False),
        ("“‘好”’", False), ("（好", False),
        ("（）》", False),
    ],
)  # fmt: skip
def test_signs_are_paired(text: str, expected: bool) -> None:
    assert balanced(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一、好", "（二）好", "(三)好", "十二、好", "四）好", "五.好", "六．好", "(1)好", "（12）好",
        "1、好", "12.好", "3．好", "①好", "⑳好",
        "1 东屏概况", "1.2 东屏概况", "1.2.3 东屏概况", "第一章 好", "第二节 好", "第三条 好", "第四，好",
        "第五、好",
        "5月3日 星期三 晴", "2033年5月3日 小雨", "5月3日，多云转晴", "5月13日　雾", "5月3日 雷阵雨",
        "01", "2", "PART 01", "No.2", "白羊座", "狮子座（7月23日－8月22日）", "属鼠", "生肖龙",
    ],
)  # fmt: skip
def test_a_line_is_numbered(text: str) -> None:
    assert numbered(text)


@pytest.mark.parametrize(
    "text",
    [
        "一好",
        "1.5倍",
        "12好",
        "1 a",
        "1 东，屏",
        "2033年5月3日",
        "5月3日 星期三",
        "5月3日 晴朗的天",
        "第一好",
        "百、好",
        "123",
        "PART 一",
        "北极星座",
    ],
)
def test_a_line_is_not_numbered(text: str) -> None:
    assert not numbered(text)


@pytest.mark.parametrize(
    "text",
    [
        "19:30 新闻", "9：05 少儿", "5月3日 19:30 电影", "丁一舟 沈一鸣 贺大山", "丁一舟、沈一鸣、贺大山",
        "特等奖", "一等奖（三名）", "二等奖",
        "三等奖", "四等奖", "优秀奖", "城南《老桥》 城北《渡口》", "1 《老桥》 丁一舟",
        "西红柿 一级 3.50", "丁一舟（柳湾） 12分", "西红柿 3.5 -0.2",
        "A．冒雨回家　　B．买一把伞　　C．等雨停", "A、对 B、错",
        "西红柿 3.5 元/斤", "东屏 晴 12℃ 20℃", "风力3级 阵风5级", "浪高2级 水温12℃",
    ],
)  # fmt: skip
def test_a_line_of_a_table_or_a_list_stands_alone(text: str) -> None:
    assert listed(text)
    assert finished(text)


@pytest.mark.parametrize(
    "text",
    [
        "19:30开始。",
        "丁一舟 沈一鸣",
        "一等",
        "会议开得好",
        "风力3级",
        "西红柿 3.5元",
        "他说，12℃",
        "《老桥》",
    ],
)
def test_a_line_of_text_does_not(text: str) -> None:
    assert not listed(text)
