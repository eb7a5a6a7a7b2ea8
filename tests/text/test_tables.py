"""Lines that are no sentences and no headlines: rows of tables, programmes, labelled facts, riddles."""

import pytest

from tests.text.showing import page_of, show
from tui.text.divide import divide

REPORT = ("老桥封闭大修", "本报讯（记者 沈一鸣）青石河上的老桥昨天封闭大修，桥面将加宽到九米。")


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("本周新车报价", ("远山1.5L手动　　6.98万元", "海浪1.6L自动　　9.58万元", "麦浪7座版　　5.29万元")),
        ("光荣榜名单公示", ("一车间　　戚大勇　　柳茵", "储运部　　艾军", "检修公司　　段红兵　　尹立")),
        ("一周菜价", ("鸡蛋 4.10元/斤 ↓0.20", "五花肉 15.80元/斤 ↑1.30", "青菜 2.00元/斤 —")),
        ("今日电视节目", ("望津一台 20:05 连续剧《石板街》（5—7）", "教育频道 19:30 农家课堂：大棚韭菜")),
        ("讲座预告", ("题目：从算盘到芯片", "时间：周四晚7:00", "地点：逸夫楼报告厅")),
        ("灯谜四则", ("1.半部春秋（打一字）", "2.空中楼阁（打一地名）", "上期谜底：1.何　2.连云港")),
        ("今明天气", ("市区：多云转阴，后半夜有小雨，偏北风3到4级", "气温：9℃～15℃　空气质量：良")),
        ("报名须知", ("集合：望津西站", "费用：四十元", "领队：丁一舟", "装备：雨衣、水壶")),
        ("今日行情", ("| 品名 | 价格 |", "| 秋梨 | 九元 |")),
        ("今日牌价", ("货币　　买入价　　卖出价", "海东元　　8.12　　8.15", "北原镑　　12.40　　12.46")),
        ("奖牌榜", ("名次　代表团　金牌", "1　　望津　　21", "2　　东屏　　17")),
        ("五月便民服务安排表一览", ("6日　修伞　和平里", "13日　理发　建设里", "20日　家电维修　石桥")),
        ("一周数据", ("38.6万亩——全县播种面积", "1.2万人——去年脱贫人口", "94%——群众的满意度")),
    ],
)
def test_each_row_is_a_paragraph_of_the_article_that_its_title_begins(
    title: str, rows: tuple[str, ...]
) -> None:
    page = page_of("\n".join((*REPORT, title, *rows)) + "\n")
    found = [line for line in show(page, divide(page)).split("\n") if line]
    at = found.index(f"title: {title}")
    assert found[at - 1].startswith("== ")
    assert found[at + 1 :] == [f"paragraph: {row}" for row in rows]


def test_two_lines_with_wide_blanks_may_be_a_headline() -> None:
    page = page_of(
        "\n".join((*REPORT, "秋梨丰收　　果农学拍照", "本报讯（记者 丁一舟）万家坡的秋梨丰收。")) + "\n"
    )
    assert "title: 秋梨丰收　　果农学拍照" in show(page, divide(page))


def test_a_line_without_a_number_is_no_row_among_those_with_one() -> None:
    rows = ("1　白塔　12胜3负", "2　山海　11胜4负", "3　零度　9胜6负")
    found = show(
        page := page_of("\n".join((*REPORT, "积分榜", *rows, "责编：老K　合作请来信")) + "\n"), divide(page)
    )
    assert "paragraph: 3　零度　9胜6负\n" in found
    assert "furniture: 责编：老K　合作请来信\n" in found


def test_the_days_of_a_programme_are_its_rows() -> None:
    rows = (
        "六月一日　星期一",
        "18:50 动画片《小铁匠》",
        "六月二日　星期二",
        "检修，停播",
        "六月三日　星期三",
    )
    page = page_of("\n".join((*REPORT, "一周电视节目预告", *rows, "20:10 故事片《雪线》")) + "\n")
    found = show(page, divide(page)).split("\n")
    assert [line for line in rows if f"paragraph: {line}" in found] == list(rows)
