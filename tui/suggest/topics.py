"""What a sentence opens with and is about, by the text alone: 飞船携带物资6.5吨, 江夏站增开通道8条.

A topic stands at the beginning of a sentence or of what somebody is quoted with, behind times, conjunctions
and a clause of time at most. It ends where a verb of figures, an adverb, a preposition, a time or a measure
begins.
Sources: 吕叔湘《汉语语法分析问题》 (topics); the verbs and measures are those of bulletins and reports.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tui.model import Segment
from tui.suggest.word_lists import GENERIC_PLACES, POSTS, REPORTING, SUFFIXES, words

VERBS = words(
    """
    完成 实现 新增 新建 新开 增开 加开 引进 引入 携带 测得 监测到 出动 派出 转移 安置 受理 收到 接到 接诊
    收治 开展 开出 开设 举办 举行 召开 组织 投入 投资 投放 获得 荣获 赢得 拥有 占地 设有 设站 建成 建有
    修建 修复 改造 种植 养殖 收获 销售 售出 生产 发放 发出 送出 捐赠 捐款 支付 偿还 缴纳 达到 突破 超过
    增长 下降 上涨 下跌 上升 减少 增加 提高 降低 承包 承建 承担 发行 募集 吸引 接待 容纳 运送 发送 试运行
    开通 开行 查处 查获 抓获 破获 缴获 立案 调解 审结 判处 判令 挽回 追回 招收 招聘 录取 培训 培养 培育
    服务 覆盖 惠及 帮助 帮扶 慰问 资助 救助 采集 采访 检测 检查 排查 整改 关停 拆除 回收 处理 处置 报告
    确诊 治愈 造成 导致 烧毁 打进 独进 夺得 摘得 参加 参与 出席 输送 提供 计划 打算 首印 累计 共有 共计
    现有 已有 预计 可容纳 可供 可满足 起自 位于 地处 成立 创办 启动 启用 测定 研制 推出 使用 采用 利用
    实施 推进 建立 设立 组成 包括 安排 抢修 持续 历时 投产 竣工 开工 宣布 分别 收报 上映 首演 逝世 享年
    诉至 索赔 受伤 死亡 确保 推动 支持 浇筑 送来 牵头 明确 来自 新发展 出口 进口 同比 环比 搭载 雇工 起飞
    录得 生长 出栏 存栏 返还 上缴 摄制 印发 办理 走访 联合 作为 感谢 要求 全面 扎实 连夜 积极 大力 深入
    完工 调派 亏损 切实 连续 迅速 及时 主动 逐步 不断 陆续 首次 再次 专门 同步 统一 一律 一度 即日起
    """
)
MEASURES = words(
    """
    全长 总长 总投资 总面积 面积 海拔 直径 市值 股价 营收 净利润 营业收入 总资产 注册资本 总库容 产量 产值
    销量 成交 均价 总收入 年收入 集体收入 收入 支出 保费 利润 常住人口 人口 最低 最高 平均 日均 年均 月均
    人均 主跨 粒径 降雨量 水位 票房 占比 装机容量 装机 容量 重量 起飞重量 日产 年产 成绩 营业额 藏书 时速
    床位 存款 贷款 余额 场均 户均 资产总额 净资产 流量 客流量
    """
)
"""What is measured of a topic, directly behind it: 大桥全长3.2公里."""
_SHORT = (
    "馆藏(?!书)|只(?=[有剩用])"
    "|在(?![校读岗线建编职册押场])|从(?![业事])|以(?![上下内外及色])|(?<!原)因|已|共(?![青产同和享预用])"
    "|将(?![军来])|则|曾|也(?!门)|均(?![价衡])|仅|约(?!定)|由(?!来)|(?<![认作成称])为(?![民主例])|与|有(?![限机色关])"
    "|(?<!建)设(?![计备施])|正(?!式)|过去|如今|今(?=[年天日起晚早])|昨(?=[天日晚])|本(?=[月年赛季周轮])"
    "|[\u3400-\u9fff]{2}率(?=[已达为约由从升降回超近仅0-9])"
    "|(?:长|高|宽|重|占|深|距|失|积|存|收)(?=[约近超达]?[0-9一二三四五六七八九十百千])"
)
"""Short words that end a topic, each without what makes it the beginning or the end of another word."""
_WHICH = "位于|地处|坐落|来自|由|同[城省市县校村]|[上下]游|[东南西北]部|附近|邻近|相邻|新[建落开竣投成]|最"
"""How words begin that say with 的 which one a topic is: 下游的汉阳站, 新落成的体育馆."""
_NO_OPENING = (
    "他她它我你您咱这那其每各另据经按因为在从由对与和以把将被自至到较共已累预平日年月约近超逾达占不没无是"
    "第所可需仅只谁”又再也还均都仍则并且但而如若虽即若当"
)
"""Characters that open no name: pronouns, prepositions, conjunctions, adverbs."""
_WHOLE = words("铁路 公路 高速 法院 检察院 工会 公安机关 学校 医院 企业 民航 邮政 海关 系统")
"""Ends of what is more than the place that opens it: 全国铁路, 全市法院."""
_NO_BODY = rf"城镇|农村|记者|笔者|通讯员|[该全][省市区县旗州盟镇乡村街](?!{'|'.join(_WHOLE)})"
"""What opens no name: places that are none, who reports, and words for a place that is named above."""
_NO_NAME = (
    "的|以上|预算$|把|给(?!水)|要(?!素)|能(?![源量力耗])|不|没|却|还|就(?!业)|讯|此次|图为|什么|新华社|本报"
)
"""What is in no name: particles, adverbs and verbs, what a report opens with."""
_WORD = "[\u3400-\u9fffA-Za-z0-9·“”]"
_ENDS = words(
    "总工会 工会 公司 集团 委员会 政府 法院 检察院 研究院 研究所 大学 中学 小学 学校 医院 银行 支队 大队 总队"
    " 派出所 博物馆 图书馆 文化馆 机场 车站 水库 合作社 林场 农场 口岸 景区"
)
"""Ends of names that say what a topic is, whatever verb stands behind: 消防支队调派, 省图书馆发布."""
_BODY = "(?!站|中心|局|部(?![分署])|厂|公司|集团|队|场|户|署|所|院|基地|协会|专业|员|业|车间|平台|会(?!员))"
"""Behind a verb: what makes it a part of a name (检测中心, 世界粮食计划署)."""
NAMED_BY_PLACES = (
    *SUFFIXES["ORG"],
    *SUFFIXES["LOC"],
    *_WHOLE,
    *words("站 高铁 网点 企业 项目 隧道 学生 队员 球队 市民 农民 居民"),
)
"""Ends of what the name of a place may open: 望海高铁, 江夏站."""


class _Forms(NamedTuple):
    """The patterns: where a topic may begin, what it is, what it is not, posts, how bodies end."""

    opening: re.Pattern[str]
    topic: re.Pattern[str]
    up_to_time: re.Pattern[str]
    verb: re.Pattern[str]
    other: re.Pattern[str]
    post: re.Pattern[str]
    body: re.Pattern[str]


@cache  # compiling them takes longer than the app may take to load this
def _forms() -> _Forms:
    reporting, measures = "|".join(REPORTING), "|".join(MEASURES)
    verb = rf"(?:{'|'.join(sorted(VERBS, key=len, reverse=True))}){_BODY}|{measures}"
    posts = "|".join((*SUFFIXES["TITLE"], *POSTS, "员", "师", "生"))
    return _Forms(
        re.compile(
            rf"(?:^|[；。！？：\n;!?:]|(?:{reporting})[，,])[“‘\s]*"
            "(?:(?:其中|此外|同时|目前|另外|如今|据悉|据了解|据统计|截至目前|不过)，?"
            r"|[据按][^，。；！？：\n]{2,20}，|[^，。；！？：\n]{1,14}(?:后|以来|期间|时)，"
            rf"|(?:{_WHICH})[^，。；！？：\n0-9]{{0,14}}?的)?"
        ),
        re.compile(
            rf"(?![{_NO_OPENING}]|{_NO_BODY})"
            rf"(?:《[^《》\n]{{1,20}}》|(?![0-9]){_WORD}{{2,14}}?)(?={verb}|{_SHORT})"
        ),
        re.compile(f"(?![{_NO_OPENING}]|{_NO_BODY}|[0-9]){_WORD}{{2,16}}"),
        re.compile(verb),
        re.compile(
            rf"{_NO_NAME}|(?:{'|'.join(GENERIC_PLACES)})(?!.{{0,8}}(?:{'|'.join(_WHOLE)})$)|{reporting}"
            "|[了地得着过率量额值费价比数一二三四五六七八九十百千万]$"
        ),
        re.compile(rf".*(?:{posts})(?=[^\W\d_]{{2,5}}$)"),
        re.compile(rf"(?![{_NO_OPENING}]|{_NO_BODY}|[0-9]){_WORD}{{1,12}}(?:{'|'.join(_ENDS)})(?={_WORD})"),
    )


def topics(text: str, times: Sequence[Segment]) -> Iterator[Segment]:
    """Yield what the sentences of a text open with, as far as it is what they are about.

    Args:
        times: ranges of times, ascending.
    """
    starts = [start for start, _ in times]
    forms = _forms()
    for opening in forms.opening.finditer(text):
        at = opening.end()
        number = bisect_left(starts, at)
        while number < len(times) and times[number][0] == at:  # 去年，青禾镇
            at, number = times[number][1], number + 1
            at += text.startswith("，", at)
        end = _end(text, at, starts[number] if number < len(times) else None)
        if end is not None:
            post = forms.post.match(text, at, end)
            yield (post.end() if post else at), end


def _end(text: str, at: int, time: int | None) -> int | None:
    """Return where the topic that begins at a place ends, at the next time at the latest."""
    forms = _forms()
    if forms.verb.match(text, at):
        return None
    found = forms.topic.match(text, at)
    end = found.end() if found else None
    if time is not None and (end is None or time < end) and forms.up_to_time.fullmatch(text, at, time):
        end = time
    if end is None or forms.other.search(text, at, end):
        body = forms.body.match(text, at)
        end = body.end() if body else None
    if end is None or forms.other.search(text, at, end):
        return None
    end -= text.startswith("中", end - 1)
    return end if end - at > 1 else None
