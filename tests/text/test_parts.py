"""What single lines say that they are, by the conventions of newspapers."""

import pytest

from tui.text.conventions import TABLE
from tui.text.cues import Cue
from tui.text.parts import parts
from tui.text.vocabulary import is_author

WHOLE = [
    ("2023年9月12日 星期二 第3版", Cue.FURNITURE),
    ("二〇二四年三月八日　星期五", Cue.FURNITURE),
    ("临江晚报", Cue.FURNITURE),
    ("责编 张三 校对 李四 电话 63522410", Cue.FURNITURE),
    ("责任编辑：王芳　美编：李磊", Cue.FURNITURE),
    ("A12版 国际新闻", Cue.FURNITURE),
    ("深入学习贯彻党的二十大精神 奋力开拓首都工会工作新局面", Cue.FURNITURE),
    ("区级工会加强年专项工作巡礼", Cue.FURNITURE),
    ("![图](images/1.jpg)", Cue.IMAGE),
    ("————————", Cue.FURNITURE),
    ("广 告", Cue.ADVERT),
    ("登报咨询电话:63522410", Cue.CONTACT),
    ("新闻热线：0571-88886666 网址：www.example.com", Cue.CONTACT),
    ("（下转第3版）", Cue.TURN),
    ("▶▶▶下转2版", Cue.TURN),
    ("□本报记者 王路曼", Cue.BYLINE),
    ("本报记者 张三 通讯员 李四", Cue.BYLINE),
    ("新华社记者 王伟、李明", Cue.BYLINE),
    ("（记者 张三）", Cue.BYLINE),
    ("■ 张三 李四", Cue.BYLINE),
    ("文/王小波", Cue.BYLINE),
    ("作者：李青禾", Cue.BYLINE),
    ("来源：新华社", Cue.BYLINE),
    ("本报记者 彭程 摄", Cue.CREDIT),
    ("张三摄", Cue.CREDIT),
    ("新华社发（李四摄）", Cue.CREDIT),
    ("受访者供图", Cue.CREDIT),
    ("本版图片由张三、李四摄", Cue.CREDIT),
    ("本报记者 边磊 摄影报道", Cue.STORY_CREDIT),
    ("图为活动现场", Cue.CAPTION),
    ("▲孩子们在读书", Cue.CAPTION),
    ("核心提示", Cue.LEAD),
    ("农村日报　2023年9月22日　星期五　要闻　2　编辑：高远　E-mail：nbs@example.com", Cue.FURNITURE),
    ("主办：临江钢铁集团 内部资料 2023年第18期（总第1042期）", Cue.FURNITURE),
    ("GUANGHUI RIBAO", Cue.FURNITURE),
    ("A12 港聞 二零二三年八月三十一日 星期四", Cue.FURNITURE),
    ("07 / 服务", Cue.FURNITURE),
    ("首页 > 新闻中心 > 社会", Cue.FURNITURE),
    ("5版 我市首个“零碳”社区亮相", Cue.FURNITURE),
    ("遗失启事", Cue.ADVERT),
    ("农技服务　星期四", Cue.FURNITURE),
    ("【打印】【关闭】", Cue.FURNITURE),
    ("发布时间：2031-04-02　来源：县融媒体中心　点击：326次", Cue.BYLINE),
    ("（二十六）（未完待续）", Cue.TURN),
    ("●本报首席记者 唐果 ●本报通讯员 吴越", Cue.BYLINE),
    ("口述/龚长富 整理/孟夏", Cue.BYLINE),
    ("记者｜陆晓", Cue.BYLINE),
    ("摘自《读者文汇》2023年第9期", Cue.BYLINE),
    ("（新华社北京4月22日电）", Cue.BYLINE),
    ("摄影/本报记者 何远", Cue.CREDIT),
    ("提要：三十年间，河水由浊复清。", Cue.LEAD),
]

PLAIN = [
    "记者近日从顺义区总工会获悉，2022年新建工会组织69家。",
    "记者在现场看到，",
    "找准建会“堵点” 消除建会“盲区”",
    "深入基层“解难题” 服务职工“零距离” 强化队伍“双提升”",
    "庆中秋 忆家乡",
    "◆ 把好事办实",
    "他在山中拍摄",
    "编辑们说，这本书值得一读。",
    "今年3月，全市版权登记突破两万件。",
    "第三版说明书已经付印。",
    "1.48",
    "第18期 干部培训班开班",
    "编辑们的一天 从清晨开始",
    "2023年9月12日 我们在一起",
    "AI 与 5G",
    "今年9月 “星期四讲堂” 开讲",
    "《江河》 2023年5月1日 星期一 首播",
    "张三、李四等参加会议",
]

OPENED = [
    ("本报讯（记者 王路曼）记者近日从区总工会获悉，", "本报讯（记者 王路曼）"),
    ("本报讯(记者 余翠平 通讯员 王玉)近日,", "本报讯(记者 余翠平 通讯员 王玉)"),
    ("本报讯 记者张三报道 昨日凌晨，", "本报讯 记者张三报道"),
    ("本报讯　昨日凌晨，", "本报讯"),
    ("新华社北京4月5日电（记者 张三）中国", "新华社北京4月5日电（记者 张三）"),
    ("新华社日内瓦4月5日电 世界", "新华社日内瓦4月5日电"),
    ("本报上海9月12日电（记者 张三）今天", "本报上海9月12日电（记者 张三）"),
    ("据新华社电 日本", "据新华社电"),
    ("综合消息：多地", "综合消息："),
    ("（记者 张三）昨天", "（记者 张三）"),
    ("【法新社斯德哥尔摩5月6日电】瑞典", "【法新社斯德哥尔摩5月6日电】"),
    ("香港新聞報訊（記者 李青禾）港大", "香港新聞報訊（記者 李青禾）"),
    ("据新华社太原五月十三日电　（记者李德民）今年", "据新华社太原五月十三日电　（记者李德民）"),
    ("（宣传部 王晓峰）截至6月底，", "（宣传部 王晓峰）"),
]

CLOSED = [
    (
        "会场气氛热烈。”本报记者 马超 通讯员 李珊珊 摄影报道",
        Cue.STORY_CREDIT,
        "本报记者 马超 通讯员 李珊珊 摄影报道",
    ),
    ("改造后更方便。（记者 钱进）", Cue.BYLINE, "（记者 钱进）"),
    ("活动持续到月底。 （据新华社）", Cue.BYLINE, "（据新华社）"),
    ("会议强调落实。（下转第3版）", Cue.TURN, "（下转第3版）"),
    ("任务完成78%。（青石县融媒体中心 张三）", Cue.BYLINE, "（青石县融媒体中心 张三）"),
    ("还要下功夫。（作者为市作协副主席）", Cue.BYLINE, "（作者为市作协副主席）"),
    ("江边的早晨。 陈知行 摄", Cue.CREDIT, "陈知行 摄"),
]


@pytest.mark.parametrize(("line", "says"), WHOLE)
def test_a_line_says_what_it_is(line: str, says: Cue) -> None:
    assert parts(line) == [(says, 0, len(line))]


@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_line_says_nothing(line: str) -> None:
    assert parts(line) == [(None, 0, len(line))]


@pytest.mark.parametrize(("line", "opening"), OPENED)
def test_a_report_opens_with_its_reporter_or_dateline(line: str, opening: str) -> None:
    first, second = parts(line)
    assert (first.cue, line[first.start : first.end]) == (Cue.OPENING, opening)
    assert second.cue is None
    assert line[second.start : second.end] == line[len(opening) :].strip()


@pytest.mark.parametrize(("line", "says", "closing"), CLOSED)
def test_what_stands_behind_the_last_sentence_is_split_off(line: str, says: Cue, closing: str) -> None:
    first, second = parts(line)
    assert first.cue is None
    assert (second.cue, line[second.start : second.end]) == (says, closing)
    assert line[: first.end] == line.removesuffix(closing).strip()


def test_each_convention_has_a_name_of_its_own() -> None:
    names = [convention.name for convention in TABLE]
    assert len(names) == len(set(names))


def test_a_sort_in_brackets_is_no_author_s_country() -> None:
    assert is_author("[英]培根")
    assert not is_author("【数据】第六轮积分榜")
