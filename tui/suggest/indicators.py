"""Finds the indicator of a metric: the noun after the value, else verb and noun before it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tui.model import Segment
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposer import LearnsFrom
from tui.suggest.tagged_words import Word, tagged_words
from tui.suggest.word_lists import VERBS_LIKE_PLACES, words

LONGEST = 14
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
        "总额 最高 最低 不 均 平均",
    )
)
"""Words that may stand between what is measured and its value."""
ENDS = frozenset("会率数量额度值费款卡")
"""Single characters that end what is measured: 沟通会, 入会率."""
ACTIVITIES = frozenset(
    words(
        "召开 开展 举办 举行 办理 发放 组织 进行 提供 实现 完成 推进 推动 确保 保证 发布 建设 送出 派出 配备"
    )
)
"""Verbs that say what was done with what is measured: they are no part of it."""
NEW = "新"
"""What may stand before the verb: 新发展工会会员."""
SCORES: Mapping[str, float] = {"behind": 0.48, "verb": 0.46, "noun": 0.42}


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
        found: dict[tuple[int, int, str], Candidate] = {}
        for start, end in sorted(metrics):
            for (first, last), how in beside(cut, start, end):
                one = Candidate(first, last, self.label, SCORES[how], self.name, "rule")
                found.setdefault(one.key, one)
        return list(found.values())


def beside(row: Sequence[Word], start: int, end: int) -> Iterator[tuple[Segment, str]]:
    """Yield what may be measured by the metric at a range: where it stands, and how it was found."""
    behind = _behind(row, end)
    if behind is not None:
        yield behind, "behind"
        return
    at = bisect_left(row, start, key=lambda word: word.start) - 1
    while at >= 0 and row[at].end == start and (row[at].text in LEVELS or row[at].text.isspace()):
        start = row[at].start
        at -= 1
    if at >= 0 and row[at].end == start:
        yield from _before(row, at)


def _behind(row: Sequence[Word], end: int) -> Segment | None:
    first = last = bisect_left(row, end, key=lambda word: word.start)
    while last < len(row) and row[last].tag in NOUNS and row[last].end - row[first].start <= LONGEST:
        if last and row[last].start != row[last - 1].end:
            break
        last += 1
    while last > first and not _is_head(row[last - 1]):
        last -= 1
    if last == first or row[first].start != end or row[last - 1].end - row[first].start < 2:
        return None
    return row[first].start, row[last - 1].end


def _before(row: Sequence[Word], at: int) -> Iterator[tuple[Segment, str]]:
    if not _is_head(row[at]):
        return
    first = at
    while first and _joins(row, first - 1) and _is_inner(row, first - 1):
        if row[at].end - row[first - 1].start > LONGEST:
            break
        first -= 1
    end = row[at].end
    if first and _joins(row, first - 1) and _is_verb(row[first - 1]):
        verb = first - 1
        if verb and _joins(row, verb - 1) and row[verb - 1].text == NEW:
            verb -= 1
        if row[verb].text not in ACTIVITIES:
            yield (row[verb].start, end), "verb"
    if end - row[first].start > 1:
        yield (row[first].start, end), "noun"


def _joins(row: Sequence[Word], at: int) -> bool:
    return row[at].end == row[at + 1].start


def _is_inner(row: Sequence[Word], at: int) -> bool:
    """Tell whether a word may stand within what is measured; before 会 or 率 a verb does."""
    return row[at].tag in NOUNS or (row[at + 1].text in ENDS and row[at].tag in VERBS)


def _is_head(word: Word) -> bool:
    return word.tag in HEADS or word.text in ENDS


def _is_verb(word: Word) -> bool:
    return word.tag in VERBS or word.text in VERBS_LIKE_PLACES
