"""What the sentences of a text open with, and that it is what their metrics are of."""

from datetime import UTC, datetime

import pytest

from tui.model import DEFAULT_RELATIONS, Article, Block, Document, Page, Span
from tui.quantities.periods import find_periods
from tui.suggest.relation_history import relation_history
from tui.suggest.tail_evidence import PROPOSED
from tui.suggest.tail_ranking import ranked_tails
from tui.suggest.topics import topics
from tui.text.offsets import read

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SUBJECT = next(type_ for type_ in DEFAULT_RELATIONS if type_.role == "subject")


def found(text: str) -> list[str]:
    times = [(time.start, time.end) for time in find_periods(text)]
    return [text[start:end] for start, end in topics(text, times)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("飞船携带物资6.5吨", "飞船"),
        ("江夏站增开安检通道8条", "江夏站"),
        ("台东水文站测得雨量93毫米", "台东水文站"),
        ("世界粮食计划署共派出14辆卡车", "世界粮食计划署"),
        ("东湖检测中心检测样品300份", "东湖检测中心"),
        ("服务业协会组织培训40场", "服务业协会"),
        ("招聘会提供岗位5200个", "招聘会"),
        ("市图书馆藏书3万册", "市图书馆"),
        ("瓷都博物馆馆藏文物2万件", "瓷都博物馆"),
        ("店主何巧云去年营业额38万元", "何巧云"),
        ("县总工会走访慰问劳模30名", "县总工会"),
        ("首都机场全面启用新系统3套", "首都机场"),
        ("能源集团新增装机5亿千瓦", "能源集团"),
        ("公共图书馆已藏书3万册", "公共图书馆"),
        ("大桥全长3.2公里", "大桥"),
        ("龙脊山隧道长12.9公里", "龙脊山隧道"),
        ("云帆汽车销量1.1万辆", "云帆汽车"),
        ("桥头村集体收入38万元", "桥头村"),
        ("比亚迪去年销售新车3万辆", "比亚迪"),
        ("中国企业在索兰投资8.2亿美元", "中国企业"),
        ("恒星因距离远，亮度低2成", "恒星"),
        ("《山河故人》首印5万册", "《山河故人》"),
        ("试验2021年5月启动，入组214例", "试验"),
        ("地铁4号线今起试运行，全长27公里", "地铁4号线"),
        ("货物中占比最高的是水果，18%", "货物"),
        ("前锋吴迪独进12球", "吴迪"),
        ("种粮大户陈满仓承包土地800亩", "陈满仓"),
        ("2024年，该分公司保费收入9.3亿元", "该分公司"),
        ("去年青龙港完成吞吐量1860万吨", "青龙港"),
        ("其中，青龙港完成吞吐量1860万吨", "青龙港"),
        ("总设计师介绍，飞船携带物资6.5吨", "飞船"),
        ("站长沈一鸣表示：“江夏站增开通道8条。”", "江夏站"),
        ("此役过后，铁流队积27分", "铁流队"),
        ("天气转好；白沙港则下降3.1%", "白沙港"),
        ("下游的汉阳站流量为每秒5600立方米", "汉阳站"),
        ("新落成的滨江体育馆设座席8600个", "滨江体育馆"),
        ("位于东湖街道的夕阳红养老院占地15亩", "夕阳红养老院"),
        ("据集团测算，苏通大桥日均通行14万辆", "苏通大桥"),
        ("接警后，消防支队派车12辆", "消防支队"),
        ("农商银行不良率升至2.1%", "农商银行"),
        ("新能源汽车市场渗透率已达57.8%", "新能源汽车市场"),
        ("老校区只有18亩", "老校区"),
        ("望津市建设局印发通知3份", "望津市建设局"),
        ("全国铁路预计发送旅客2010万人次", "全国铁路"),
        ("全市法院受理案件28万件", "全市法院"),
    ],
)
def test_what_a_sentence_opens_with_is_its_topic(text: str, topic: str) -> None:
    assert found(text) == [topic]


@pytest.mark.parametrize(
    "text",
    [
        "新建高标准农田4.5万亩",
        "来自21个国家的选手参加比赛",
        "他们帮江夏站增开通道8条",
        "据江夏站统计，增开通道8条",
        "在江夏站增开通道8条",
        "全市完成投资3亿元",
        "全区“两新”组织新建工会34家",
        "同比增长5.2%",
        "规模以上工业企业达到57户",
        "一般公共预算收入9.84亿元",
        "城镇新增就业4.2万人",
        "投票率已达37%",
        "市统计局公布，完成投资3亿元",
        "携带该基因的品系共产152公斤",
        "认为亩产152公斤",
        "在岗职工平均工资3000元",
        "天气转好，接诊群众312人次",
        "14辆卡车抵达",
        "记者近日从县总工会获悉，新建工会69家",
        "2022年该区新建工会69家",
        "该镇完成投资3亿元",
        "编队38天",
        "母亲把棉被晒在绳子上3天",
        "此次培训共培训200人",
        "新华社望津6月1日电",
        "大力推进项目3个",
        "”汗水在安全帽里流了3年",
        "全国人口14亿",
        "由他建的房子3间",
    ],
)
def test_what_opens_with_a_verb_or_a_measure_or_tells_the_figure_has_no_topic(text: str) -> None:
    assert found(text) == []


def test_only_the_beginning_of_a_sentence_has_a_topic() -> None:
    text = "大桥全长3公里，主跨480米，双向六车道。中铁十二局投入人员460名，浇筑混凝土21万方。"
    assert found(text) == ["大桥", "中铁十二局"]


def subjects(text: str, metric: str, *tags: tuple[str, str], proposed: bool = True) -> list[str]:
    return list(scores(text, metric, *tags, proposed=proposed))


def scores(text: str, metric: str, *tags: tuple[str, str], proposed: bool = True) -> dict[str, float]:
    """Return the likely subjects of a metric among tags, which are only proposed; the likeliest first."""
    page = Page(id="p", path="seeds/p.txt", text=text, encoding="utf-8", sha256="0" * 64)
    block = Block(role="paragraph", segments=((0, len(text)),))
    article = Article(id="p#1", page="p", kind="news", blocks=(block,))
    spans = [span(text, metric, "METRIC", "metric")]
    spans += [
        span(text, name, label, f"{PROPOSED if proposed else ''}{number}")
        for number, (name, label) in enumerate(tags)
    ]
    given = Document(page=page, annotator="ling", articles=(article,), spans=tuple(spans), relations=())
    history = relation_history((), SUBJECT.id)
    reading = read(page, article)
    ranked = ranked_tails(given, article, reading, spans[0], SUBJECT, history)
    return {text[slice(*tail.range)]: tail.score for tail in ranked}


def span(text: str, surface: str, label: str, id_: str) -> Span:
    at = text.index(surface)
    segments = ((at, at + len(surface)),)
    return Span(id=id_, label=label, segments=segments, text=surface, score=0.6, created=NOON, updated=NOON)


def test_a_metric_is_of_what_its_sentence_opens_with_though_another_clause_stands_between() -> None:
    text = "飞船携带物资6.5吨，其中推进剂0.7吨。"
    assert subjects(text, "0.7吨") == ["飞船"]


def test_a_place_that_opens_the_name_of_something_is_less_likely_than_that() -> None:
    text = "江夏站增开安检通道8条。"
    assert subjects(text, "8条", ("江夏", "LOC")) == ["江夏站", "江夏"]


def test_a_name_whose_first_characters_are_missing_is_less_likely_than_all_of_it() -> None:
    text = "望津市消费者协会受理投诉742件。"
    assert subjects(text, "742件", ("津市消费者协会", "ORG"))[0] == "望津市消费者协会"


def test_a_name_that_opens_a_sentence_is_not_made_longer_by_what_is_no_name() -> None:
    text = "望津县粮食产量48.2万吨。"
    assert subjects(text, "48.2万吨", ("望津县", "LOC")) == ["望津县"]


def test_what_opens_a_later_sentence_is_no_subject() -> None:
    text = "去年新建8条。江夏站增开通道9条。"
    assert subjects(text, "8条") == []


def test_where_somebody_tagged_a_subject_untagged_words_are_none() -> None:
    text = "飞船携带物资6.5吨，总部在望津。"
    assert subjects(text, "6.5吨", ("望津", "LOC"), proposed=False) == ["望津"]


def test_what_stands_behind_a_metric_is_less_likely_than_what_stands_before() -> None:
    text = "湖北队夺得金牌5枚，广东队在后。"
    found = scores(text, "5枚", ("湖北队", "ORG"), ("广东队", "ORG"))
    assert found["湖北队"] - found["广东队"] > 2


def test_a_sentence_of_what_is_among_it_goes_on_with_the_subject_of_the_one_before() -> None:
    text = "去年青龙港投资30亿元。{}，工业投资12亿元。"
    among, other = (
        scores(text.format(lead), "12亿元", ("青龙港", "ORG"))["青龙港"] for lead in ("其中", "另外")
    )
    assert among > other
