"""What a metric measures: the noun behind the value, else verb and noun before it."""

from dataclasses import replace

import pytest

from tests.suggest.building import article, written
from tui.suggest.candidate import Candidate
from tui.suggest.indicators import IndicatorProposer

TAGS = {
    **dict.fromkeys(["会员", "企业", "组织", "职工", "材料", "资金", "果树", "率"], "n"),
    **dict.fromkeys(["发展", "吸纳", "召开", "沟通", "种植", "覆盖", "参加", "达到"], "v"),
    **{"优质": "b", "红": "a"},
    **{"新建": "ns", "会": "v", "等": "u", "入会": "vn", "在": "p", "，": "w"},
}


def found(words: str, metric: str) -> list[str]:
    text = article(words)
    at = text.text.index(metric)
    text = replace(text, found={"outer": (Candidate(at, at + len(metric), "METRIC"),)})
    maker = IndicatorProposer(("METRIC",), "INDICATOR", TAGS)
    return [name for name, _ in written(text, maker.propose(text))]


@pytest.mark.parametrize(
    ("words", "metric", "indicators"),
    [
        ("45家 企业 参加", "45家", ["企业"]),
        ("新建 组织 69家 ，", "69家", ["新建组织", "组织"]),
        ("吸纳 会员 148人 ，", "148人", ["吸纳会员", "会员"]),
        ("召开 职工 沟通 会 26场 ，", "26场", ["职工沟通会"]),
        ("职工 入会 率 达到 90% ，", "90%", ["职工入会率"]),
        ("在 300份 ，", "300份", []),
        ("会员 / 300份", "300份", []),
        ("300份 / 会员", "300份", []),
        ("45家 企业 / 职工 参加", "45家", ["企业"]),
        ("45家 企业 职工 参加", "45家", ["企业职工"]),
        ("45家 率 参加", "45家", []),
        ("45家 企业 优质 红 参加", "45家", ["企业"]),
        ("职工 / 会员 148人 ，", "148人", ["会员"]),
        ("吸纳 / 会员 148人 ，", "148人", ["会员"]),
        ("45家 在 企业", "45家", []),
    ],
)
def test_it_stands_beside_the_value(words: str, metric: str, indicators: list[str]) -> None:
    assert found(words, metric) == indicators


MORE = {
    **dict.fromkeys(
        ["规模", "工业", "增加值", "城镇", "失业率", "居民", "公司", "净利润", "粮食", "产量", "水库"], "n"
    ),
    **dict.fromkeys(["登记", "控制", "可", "收入", "增长", "增加", "调整", "占", "安排"], "v"),
    **{
        "以上": "f",
        "人均": "j",
        "支配": "vn",
        "平均": "a",
        "浓度": "n",
        "率为": "x",
        "去年": "t",
        "参保": "v",
    },
    **{
        "由": "p",
        "的": "uj",
        "青禾": "x",
        "县": "zg",
        "为": "p",
        "均价": "n",
        "票房": "n",
        "比": "p",
        "，": "w",
    },
    **{"新建": "ns", "工会": "n", "每": "r", "平方米": "q", "柳溪县": "nr", "水位": "n", "门票": "n"},
}


def read(words: str, metric: str, *others: str) -> list[Candidate]:
    text = article(words)
    places = [(text.text.index(each), each) for each in (metric, *others)]
    text = replace(
        text, found={"outer": tuple(Candidate(at, at + len(each), "METRIC") for at, each in places)}
    )
    return IndicatorProposer(("METRIC",), "INDICATOR", MORE).propose(text)


def names(words: str, metric: str, *others: str) -> list[str]:
    return [name for name, _ in written(article(words), read(words, metric, *others))]


@pytest.mark.parametrize(
    ("words", "metric", "indicators"),
    [
        ("， 规模 以上 工业 增加值 增长 5.2% ，", "5.2%", ["规模以上工业增加值"]),
        ("， 工业 以上 产量 5.2% ，", "5.2%", ["产量"]),
        ("， 城镇 登记 失业率 控制 在 4.5% ，", "4.5%", ["城镇登记失业率"]),
        ("， 居民 人均 可 支配 收入 28000元 ，", "28000元", ["居民人均可支配收入"]),
        ("， PM2.5 平均 浓度 为 29微克 ，", "29微克", ["PM2.5平均浓度"]),
        ("， 参保 率为 98.5% ，", "98.5%", ["参保率"]),
        ("， 公司 净利润 3亿元 ，", "3亿元", ["净利润"]),
        ("， 公司 3家 ，", "3家", ["公司"]),
        ("， 青禾 县 粮食 产量 12万吨 ，", "12万吨", ["粮食产量"]),
        ("， 柳溪县 粮食 产量 12万吨 ，", "12万吨", ["粮食产量"]),
        ("， 均价 为 每 平方米 2万元 ，", "2万元", ["均价"]),
        ("， 票房 占 比 46% ，", "46%", ["票房占比"]),
        ("， 产量 去年 12万吨 ，", "12万吨", ["产量"]),
        ("， 新建 工会 36家 ，", "36家", ["新建工会", "工会"]),
        ("， 安排 工会 36家 ，", "36家", ["安排工会", "工会"]),
        ("， 2万人 调整 ，", "2万人", []),
    ],
)
def test_what_is_measured_is_a_whole_name_without_whose_it_is(
    words: str, metric: str, indicators: list[str]
) -> None:
    assert names(words, metric) == indicators


def test_what_is_measured_stands_before_the_first_of_two_values() -> None:
    words = "， 粮食 产量 由 去年 的 12万吨 增加 到 13万吨 ，"
    assert names(words, "13万吨", "12万吨") == ["粮食产量"]
    assert names("， 门票 的 12万吨 ，", "12万吨") == []


@pytest.mark.parametrize(("words", "first"), [("新建 工会 36家", "新建工会"), ("安排 工会 36家", "工会")])
def test_a_verb_is_likelier_part_of_what_is_measured_where_something_is_new(words: str, first: str) -> None:
    best = max(read(words, "36家"), key=lambda one: one.score)
    assert written(article(words), [best]) == [(first, "INDICATOR")]


def test_a_project_without_a_label_for_it_is_not_asked() -> None:
    assert not IndicatorProposer(("METRIC",), "", TAGS).is_ready
