"""What stands above the first headline: the names of paper and page, dates and numbers."""

import pytest

from tests.text.showing import page_of, show
from tui.text.divide import divide

TOLD = "昨天上午，河湾区的三百名志愿者走上街头，清扫落叶，擦洗护栏，忙到中午才散去。"


def furniture(*lines: str) -> list[str]:
    page = page_of("\n".join(lines) + "\n")
    found = show(page, divide(page)).split("\n")
    return [line.removeprefix("furniture: ") for line in found if line.startswith("furniture: ")]


@pytest.mark.parametrize(
    "head",
    [
        ("影像 05", "2019年10月29日　星期二"),
        ("C4 钱经", "2016年3月第3周"),
        ("15 对话",),
        ("整党简报", "第九期", "中共河湾县委整党办公室编", "一九八四年六月十八日"),
        ("麦 垛", "1993年第17期（总第402期）"),
        ("望津广播电视报", "1987年第22期　每周三出版　零售每份五分"),
        ("健康使者", "望津市第二人民医院院刊　2018年5月　（内部交流）"),
        ("今日八版", "第11873期"),
        ("群众文艺", "望川县文化馆编　第三期　一九八三年春节"),
        ("点击上方蓝字关注我们",),
    ],
)
def test_the_lines_above_a_date_or_a_number_are_furniture(head: tuple[str, ...]) -> None:
    assert furniture(*head, "河湾区开展清扫", f"本报讯（记者 孟川）{TOLD}") == list(head)


def test_a_title_with_a_date_and_its_text_below_is_none_of_them() -> None:
    assert furniture("河湾区开展清扫", "2019年10月29日", TOLD) == []


def test_a_headline_of_two_lines_above_a_report_is_none_of_them() -> None:
    assert furniture("河湾区开展清扫", "三百人走上街头", f"本报讯（记者 孟川）{TOLD}") == []


def test_the_name_of_a_column_whose_editor_introduces_the_headline_is_furniture() -> None:
    lines = ("百姓心声", f"编者的话：{TOLD}", "末班车为何总是提前走", "编辑同志：", TOLD)
    assert furniture(*lines) == ["百姓心声"]
