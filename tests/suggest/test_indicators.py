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


def test_a_project_without_a_label_for_it_is_not_asked() -> None:
    assert not IndicatorProposer(("METRIC",), "", TAGS).is_ready
