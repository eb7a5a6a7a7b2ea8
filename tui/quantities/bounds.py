"""Bounds that stand apart from their amount, with what they speak of between the two."""

import re

from tui.quantities.amount import Amount
from tui.quantities.quantity import Comparator, Direction
from tui.quantities.words import BEFORE, NOT_OVER, by_word

_SHARE_BOUNDS = NOT_OVER | by_word(
    {
        "ge": "至少 至少占 不少于 不小于",
        "le": "不超 不超过 不得超 不多于 不大于 最多 最多占 最高占",
        "lt": "达不到",
    }
)
"""Bounds of a share that may have what it is the share of behind them: 不低于工资的百分之一百五十."""
_DOUBTFUL_SHARE_BOUNDS = by_word(
    {
        "gt": "超过 超出 突破",
        "lt": "不足 不到 不及 未达 未及",
        "approx": "接近 将近 约占 大约占 几乎占 约为 大约为 约是 大约是",
    }
)
"""The same, but not before what has a value of its own: 超过去年同期的5.2%."""
_OF_SHARE = re.compile(
    "(?:({})|({}))".format(
        *("|".join(sorted(table, key=len, reverse=True)) for table in (_SHARE_BOUNDS, _DOUBTFUL_SHARE_BOUNDS))
    )
    + r"([^\W\d_]{1,20}?)的?$"
)
_OWN_VALUE = re.compile(
    "(?:年|月|[同上本]期|季度?|平均|均值|均线|水平|预期|目标|预测|纪录|记录|指标|要求|[红底]线|警戒线|增速|[涨降]幅)$"
)
"""What is no whole that a share is of, but has a value of its own."""
_SHARES = frozenset(("%", "‰", "倍"))
_SHARE_REACH = 30
_EACH_REACH = 14
_EACH = re.compile(
    rf"({'|'.join(sorted((word for word in BEFORE if len(word) > 1), key=len, reverse=True))}"
    r"|(?<![节签预契制])[约逾超])"
    r"(?:平均)?每[^\W\d_]{1,3}$"
)


def apart(text: str, amount: Amount, direction: Direction) -> Comparator:
    """Return the bound apart from an amount that has none beside it, ``exact`` where there is none."""
    found: Comparator = "exact"
    if direction == "none" and amount.unit and amount.unit.dimension == "ratio":
        found = _of_share(text, amount)
    if found == "exact" and "每" in text[max(0, amount.start - 4) : amount.start]:
        found = _by_each(text, amount)
    return found


def _of_share(text: str, amount: Amount) -> Comparator:
    """Return the bound of a share with what it is a share of between the two: 不低于工资的百分之五十."""
    at = amount.start
    assert amount.unit is not None
    if not (amount.fraction or amount.unit.name in _SHARES) or not (
        amount.fraction or text[at - 1 : at] == "的"
    ):
        return "exact"
    said = _OF_SHARE.search(text, max(0, at - _SHARE_REACH), at)
    if said is None:
        return "exact"
    if said[1]:
        return _SHARE_BOUNDS[said[1]]  # type: ignore[return-value]
    is_part = amount.fraction or amount.unit.name == "倍" or "成" in text[at : amount.end]
    if _OWN_VALUE.search(said[3]) and not is_part:
        return "exact"
    return _DOUBTFUL_SHARE_BOUNDS[said[2]]  # type: ignore[return-value]


def _by_each(text: str, amount: Amount) -> Comparator:
    """Return the comparator of an amount with what it is counted by between the two: 约为每秒6公里."""
    said = _EACH.search(text, max(0, amount.start - _EACH_REACH), amount.start)
    return BEFORE[said[1]] if said else "exact"  # type: ignore[return-value]
