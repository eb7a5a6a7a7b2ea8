"""The five pages as they are tagged for the measure: names read off them, times and quantities by rule."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tui.edit import AddSpan
from tui.model import Article, Document, Segment, Span, surface
from tui.store.project import Project
from tui.suggest.rules import by_rule
from tui.text.offsets import Reading, read

NOON = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)

NAMES = {
    "ORG": """
        顺义区总工会 密云区总工会 北京市总工会 市总工会 海淀区总工会 陶然亭街道总工会 德胜街道总工会
        全国总工会 房山区拱辰街道总工会 房山拱辰街道总工会 拱辰街道总工会 胜利街道总工会 马坡镇总工会
        南法信镇总工会 高丽营镇总工会 李遂镇总工会 龙潭街道总工会 临空经济核心区工会 密云区教育工会
        北汽集团工会 北方车辆集团工会 市自来水集团工会 北京市自来水集团工会 首都机场安保公司工会
        首都机场安保公司 北京儿童医院 北京儿童医院党委 北京儿童医院工会 中国劳动关系学院
        中国劳动关系学院党委 北京市工会干部学院 市工会干部学院 市总工会法律服务中心 市总工会职工大学
        北京市律师协会 北京市司法局 北汽集团 一轻集团 同仁堂集团 金隅集团 北京时尚控股公司
        市自来水集团 中建二局山东分公司 中国兵器工业北京北方车辆集团 密云中通快递分公司
        北京公交集团电车分公司 通州区良种繁殖场工会 海淀区工会 北京京保凯德顺汽车服务有限公司
        北京工字投资管理有限责任公司 北京工会 华江文化集团 民办教育工会
    """,
    "PERSON": """
        王路曼 余翠平 周美玉 宗晓畅 张晶 彭程 白莹 赵思远 边磊 陈曦 马超 刘向兵 齐雪峰 潘建新
        杨仁全 于佳慧 史晓华 张文莉 李华杰 李扬 李珊珊 杨军 王凯 韩世春 高屹 高岩
    """,
    "LOC": """
        顺义区 密云区 海淀区 西城区 丰台区 通州区 房山区 北京市 陶然亭街道 桑梓店街道 济南市天桥区
        山东 广东 廊坊 常州 潍坊
    """,
    "TITLE": """
        党组书记 副主席 主席 党委书记 记者 通讯员 负责人 院长 快递员 货车司机
    """,
    "DOC": """
        《信访工作条例》 《中华人民共和国工会法》 《工会法》 《中国工会章程》 《劳动合同法》
    """,
    "EVENT": """
        主题教育 党纪学习教育 中国工会十八大 党的二十大 中秋节 教师节 国庆节 七夕节
    """,
}
"""By label the names that are tagged wherever they stand, but not within a longer one of them."""


def tagged(folder: Path) -> Project:
    """Tag the pages of a project folder and return it."""
    project = Project.find(folder)
    for page in project.page_ids():
        document = project.document(page)
        for article in document.articles:
            for label, segments in _tags(document, article):
                document, _ = AddSpan(span=_span(document, label, segments)).apply(document)
        project.save(document)
    return project


def _span(document: Document, label: str, segments: tuple[Segment, ...]) -> Span:
    text = surface(document.page.text, segments)
    id_ = f"t{len(document.spans) + 1}"
    return Span(id=id_, label=label, segments=segments, text=text, created=NOON, updated=NOON)


def _tags(document: Document, article: Article) -> Iterator[tuple[str, tuple[Segment, ...]]]:
    reading = read(document.page, article)
    for label, (start, end) in _names(reading):
        yield label, reading.to_source(start, end)
    for proposal in by_rule(article, reading):
        yield proposal.label, proposal.segments


def _names(reading: Reading) -> Iterator[tuple[str, Segment]]:
    rows = ((name, label) for label, row in NAMES.items() for name in row.split())
    names = sorted(rows, key=lambda row: -len(row[0]))
    at = 0
    while at < len(reading.text):
        found = next(((name, label) for name, label in names if reading.text.startswith(name, at)), None)
        if found is None:
            at += 1
        else:
            yield found[1], (at, at + len(found[0]))
            at += len(found[0])
