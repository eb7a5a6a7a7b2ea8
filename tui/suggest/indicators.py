"""Finds the indicator of a metric: the noun after the value, else the noun before it, or verb and noun."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tui.model import Segment
from tui.quantities.words import DOWN, UP
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposer import LearnsFrom
from tui.suggest.tagged_words import Word, tagged_words
from tui.suggest.word_lists import BODIES, GENERIC_PLACES, NEW, VERBS_LIKE_PLACES, words
from tui.suggest.word_lists import LEVELS as PLACES

LONGEST = 14
OBJECTS = frozenset("产收量效税负排碳费耗薪息员资值幅亏本准面容招支温利")
"""Ends of words of change that say what changes, so that they are measured themselves: 增收, 涨幅."""
NOUNS = frozenset(
    ("n", "vn", "nz", "b", "j", "l", "x", "an", "ng", "g", "nt", "i", "s", "nr", "zg", "nrt", "a")
)
"""Parts of speech within what is measured."""
HEADS = frozenset(("n", "nz", "nt", "vn", "j", "x", "l", "ng", "zg"))
"""Those that it ends with."""
VERBS = frozenset(("v", "vn", "vd", "x", "zg"))
LEVELS = frozenset(
    words(
        "达 达到 共 共计 总计 合计 计 累计 为 是 有 约 近 至 到 已 已达 仅 超 超过 突破 保持 在 了 动态",
        "保持在 控制 提高 提升 降至 升至 增至 增长 下降 减少 增加 上升 降低 同比 环比 分别",
        "总额 最高 最低 不 均 平均 占 高达 多达 可达 一共 总共 收报 报 由 从 将 逾 升 降 折合 其中 只有 仅有",
        "缩短 压缩 调整 恢复 上升到 回升到 维持 稳定 录得 成交 不会 高于 低于 人民币",
    )
) | frozenset(word for word in (*UP, *DOWN) if len(word) > 1 and word[-1] not in OBJECTS)
"""Words that may stand between what is measured and its value."""
COMPARED = frozenset(words("比 较 去年同期 上年同期 同期 多 少"))
"""Words of what a change is compared with, before its verb: 比去年同期增加5家."""
LEVEL_ENDS = frozenset("为达是")
"""Those of one character that a segmenter may join with what stands before: 率为."""
MAKING = frozenset(words("使 让 把 令 带动 拉动 促进 引进 接到 收到"))
"""More verbs that are no part of what is measured, which they do something with."""
EACH = "每"
"""What a value is of may stand before it: 均价为每平方米2万元."""
SHARE = "占比"
NAMES = frozenset(("nr", "ns", "x"))
SIZES = frozenset(words("规模 限额"))
"""What 以上 belongs to behind it: 规模以上工业增加值."""
OPENINGS = (*BODIES, *GENERIC_PLACES)
"""What a value is of, and no part of what is measured: 公司净利润, 全市常住人口."""
BEFORE_OTHER = frozenset(words("由 从 的 将"))
"""Words before the first of two values: 产量由去年的12万吨增加到13万吨."""
RATES = frozenset("率数量额度值费价比")
"""Ends of what is measured that verbs may stand before: 登记失业率."""
ENDS = RATES | frozenset("会款卡")
"""Single characters that end what is measured: 沟通会, 入会率."""
NOMINAL = frozenset(
    words("收入 支出 投资 贷款 存款 出口 进口 亏损 盈利 消费 产出 负债 补贴 用电 就业 增收 减排 投诉")
)
"""Words that a dictionary has as verbs and that name what is measured."""
ACTIVITIES = frozenset(
    words(
        "召开 开展 举办 举行 办理 发放 组织 进行 提供 实现 完成 推进 推动 确保 保证 发布 建设 送出 派出 配备"
    )
)
"""Verbs that say what was done with what is measured: they are no part of it."""
SCORES: Mapping[str, float] = {"behind": 0.48, "new": 0.46, "noun": 0.44, "verb": 0.42}


class IndicatorProposer:
    """Proposes what the metrics of an article measure; two readings where a verb may belong to it or not.

    Args:
        metrics: the labels of quantities.
        label: that of what they measure; empty: the project has none.
        tags: parts of speech.
    """

    name = "indicators"
    version = "1"
    learns_from: LearnsFrom = "nothing"

    def __init__(self, metrics: Sequence[str], label: str, tags: Mapping[str, str]) -> None:
        self._metrics, self.label, self._tags = frozenset(metrics), label, tags

    @property
    def is_ready(self) -> bool:
        """Whether the project has a label for it."""
        return bool(self.label)

    def train(self, examples: Sequence[Example]) -> None:
        """Learn nothing."""

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return what stands beside the metrics that were found or are tagged."""
        cut = tagged_words(text, self._tags)
        metrics = {one.range for one in (*text.by("rules"), *text.by("outer")) if one.label in self._metrics}
        others = {end: start for start, end in metrics}
        found: dict[tuple[int, int, str], Candidate] = {}
        for start, end in sorted(metrics):
            for (first, last), how in beside(cut, start, end, others):
                one = Candidate(first, last, self.label, SCORES[how], self.name, "rule")
                found.setdefault(one.key, one)
        return list(found.values())


def beside(
    row: Sequence[Word], start: int, end: int, others: Mapping[int, int]
) -> Iterator[tuple[Segment, str]]:
    """Yield what may be measured by the metric at a range: where it stands, and how it was found.

    Args:
        others: the beginnings of metrics by their ends.
    """
    behind = _behind(row, end)
    if behind is not None:
        yield behind, "behind"
        return
    at, start = _past_levels(row, start, others)
    if at >= 0 and row[at].end == start:
        yield from _before(row, at)


def _past_levels(row: Sequence[Word], start: int, others: Mapping[int, int]) -> tuple[int, int]:
    """Return the word that what leads to a value stands behind, and where that begins."""
    at = bisect_left(row, start, key=lambda word: word.start) - 1
    value, is_second = start, False
    while at >= 0 and row[at].end == start:
        if start in others and start < value:
            start, is_second = others[start], True
            at = bisect_left(row, start, key=lambda word: word.start) - 1
            continue
        if at and row[at - 1].text == EACH:
            at -= 1
        elif not _leads(row[at], is_second=is_second, is_first=start == value):
            break
        start = row[at].start
        at -= 1
    return at, start


def _leads(word: Word, *, is_second: bool, is_first: bool) -> bool:
    """Tell whether a word may stand between what is measured and its value, or the first of two values.

    Args:
        is_first: it stands directly before a value: 桥隧比 compares nothing.
    """
    if word.text in LEVELS or word.text.isspace() or word.tag == "t" or word.text.startswith(EACH):
        return True
    if word.text in GENERIC_PLACES:
        return True
    return (word.text in COMPARED and not is_first) or (is_second and word.text in BEFORE_OTHER)


def _behind(row: Sequence[Word], end: int) -> Segment | None:
    first = last = bisect_left(row, end, key=lambda word: word.start)
    while (
        last < len(row)
        and row[last].tag in NOUNS
        and row[last].text not in LEVELS
        and row[last].end - row[first].start <= LONGEST
    ):
        if last and row[last].start != row[last - 1].end:
            break
        last += 1
    while last > first and not _is_head(row[last - 1]):
        last -= 1
    if last == first or row[first].start != end or row[last - 1].end - row[first].start < 2:
        return None
    return row[first].start, row[last - 1].end


def _before(row: Sequence[Word], at: int) -> Iterator[tuple[Segment, str]]:
    head = _without_level(row[at])
    if not _is_head(head):
        return
    first, is_compound = at, head.text in NOMINAL or head.text[-1] in RATES
    while first and _joins(row, first - 1) and _is_inner(row, first - 1, is_compound=is_compound):
        if head.end - row[first - 1].start > LONGEST:
            break
        first -= 1
    while first < at and row[first].text.endswith(OPENINGS):
        first += 1
    if first and first <= at and _joins(row, first - 1) and _is_verb(row[first - 1]):
        verb = first - 1
        if verb and _joins(row, verb - 1) and row[verb - 1].text == NEW:
            verb -= 1
        if row[verb].text not in ACTIVITIES:
            yield (row[verb].start, head.end), "new" if row[verb].text.startswith(NEW) else "verb"
    if head.end - row[first].start > 1:
        yield (row[first].start, head.end), "noun"


def _without_level(word: Word) -> Word:
    """Return a word without the 为 that a segmenter joined with it."""
    if word.tag != "x" or word.text[-1] not in LEVEL_ENDS:
        return word
    return word._replace(end=word.end - 1, text=word.text[:-1])


def _joins(row: Sequence[Word], at: int) -> bool:
    return row[at].end == row[at + 1].start


def _is_inner(row: Sequence[Word], at: int, *, is_compound: bool) -> bool:
    """Tell whether a word may stand within what is measured; before 会, 率 and 收入 a verb does."""
    word, behind = row[at], row[at + 1].text
    if word.text in PLACES or (word.tag in NAMES and word.text[-1] in PLACES):
        return False
    if word.text + behind == SHARE:
        return True
    if word.tag in NOUNS or (word.text.isascii() and word.text[0].isalpha()):
        return True
    if word.text == "以上":
        return at > 0 and row[at - 1].text in SIZES
    if word.tag not in VERBS or word.text in LEVELS or word.text in ACTIVITIES or word.text in MAKING:
        return False
    return is_compound or behind in ENDS


def _is_head(word: Word) -> bool:
    return word.tag in HEADS or word.text in ENDS or word.text[-1] in RATES or word.text in NOMINAL


def _is_verb(word: Word) -> bool:
    return (word.tag in VERBS and word.text not in PLACES) or word.text in VERBS_LIKE_PLACES
