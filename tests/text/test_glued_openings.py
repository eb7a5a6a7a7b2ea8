"""Headlines that recognition put on one line with what opens the report below them."""

import pytest

from tests.text.showing import page_of
from tui.model import surface
from tui.text.divide import divide
from tui.text.glued_openings import part_openings
from tui.text.lines import read_lines

TOLD = "昨天上午，河湾区的三百名志愿者走上街头，清扫落叶，擦洗护栏，忙到中午才散去。"


def parted(line: str) -> list[str]:
    return [part.text for part in part_openings(read_lines(line))]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("## 河长巡河日记公开本报讯 通讯员 水清) “5月6", ["河长巡河日记公开", "本报讯 通讯员 水清) “5月6"]),
        ("## 十一万公里本报记者 明镜", ["十一万公里", "本报记者 明镜"]),
        ("# 两国外长会谈 新华社望津5月11日电", ["两国外长会谈", "新华社望津5月11日电"]),
        (f"河湾区开展清扫本报讯（记者孟川）{TOLD}", ["河湾区开展清扫", f"本报讯（记者孟川）{TOLD}"]),
    ],
    ids=["house", "reporter", "dateline", "not marked"],
)
def test_a_headline_is_parted_from_the_opening_on_its_line(line: str, parts: list[str]) -> None:
    assert parted(line) == parts


@pytest.mark.parametrize(
    "line",
    [
        "## 向本报讯问",
        "会后，与会者说本报讯息及时。",
        "他在给本报记者的信中说，水渠通了。",
        "这条消息转自本报讯（记者孟川）一稿。",
        "本报讯（记者孟川）今天开工。",
    ],
)
def test_a_line_that_only_speaks_of_the_paper_is_one(line: str) -> None:
    assert len(parted(line)) == 1


def test_title_and_byline_are_told_from_each_other() -> None:
    page = page_of(f"## 山里的放映员本报记者 明镜\n\n{TOLD}")
    (article,) = divide(page).articles
    assert [(block.role, surface(page.text, block.segments)) for block in article.blocks][:2] == [
        ("title", "山里的放映员"),
        ("byline", "本报记者 明镜"),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("本报记者 柳如烟每个周末，柳浦河边都会出现一群人。", "本报记者 柳如烟"),
        ("本报驻南浦记者沈一鸣二月的风还很硬，码头上站满了人。", "本报驻南浦记者沈一鸣"),
        ("见习记者尤佳在老码头看到，三号仓库正在装修。", "见习记者尤佳"),
        ("本报记者 方圆沿着盘山公路走了两个小时，来到云头村。", "本报记者 方圆"),
    ],
)
def test_below_a_headline_a_reporters_name_is_parted_from_the_text_behind_it(line: str, name: str) -> None:
    assert parted(f"渔港里的等待\n\n{line}") == ["渔港里的等待", name, line.removeprefix(name)]
    assert parted(line) == [line]


@pytest.mark.parametrize("line", ["本报记者向市民了解到，水渠通了。", "本报记者日前走访了三个村，收获不小。"])
def test_what_the_papers_reporter_did_is_text(line: str) -> None:
    assert parted(f"渔港里的等待\n\n{line}") == ["渔港里的等待", line]
