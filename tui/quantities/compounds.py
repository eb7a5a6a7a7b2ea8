"""Amounts of two units that make one: 2小时6分钟, 3元5角, 1米85, 七块五."""

import re
from fractions import Fraction

from tui.quantities import numerals
from tui.quantities.amount import Amount
from tui.quantities.units import UNITS, Units

SHORT_TIMES = {"分": "分钟", "日": "天", "小时": "小时", "时": "小时"}
IN_NEXT = {
    ("年", "个月"): 12,
    ("周", "天"): 7,
    ("天", "小时"): 24,
    ("天", "分钟"): 1440,
    ("小时", "分钟"): 60,
    ("小时", "秒"): 3600,
    ("分钟", "秒"): 60,
    ("分", "秒"): 60,
    ("元", "角"): 10,
    ("元", "分"): 100,
    ("角", "分"): 10,
    ("块", "角"): 10,
    ("米", "厘米"): 100,
    ("公里", "米"): 1000,
    ("吨", "公斤"): 1000,
    ("公斤", "克"): 1000,
    ("斤", "两"): 10,
    ("公斤", "两"): 20,
    ("两", "钱"): 10,
    ("石", "斗"): 10,
    ("斗", "升"): 10,
    ("丈", "尺"): 10,
    ("尺", "寸"): 10,
    ("英尺", "英寸"): 12,
    ("厘米", "毫米"): 10,
    ("米", "毫米"): 1000,
    ("千克", "克"): 1000,
    ("斤", "克"): 500,
    ("磅", "盎司"): 16,
    ("周", "日"): 7,
    ("星期", "天"): 7,
    ("钟头", "分钟"): 60,
    ("昼夜", "小时"): 24,
    ("美元", "美分"): 100,
    ("欧元", "欧分"): 100,
    ("亩", "分"): 10,
}
"""How many of the second unit the first is, where both may stand together: 2小时6分钟, 3元5角."""
COMPOUND = frozenset(first for first, _ in IN_NEXT)
TAIL_DIGITS = re.compile(r"[0-9]{1,2}(?![0-9.,:%])")
TAILED = frozenset(("米", "秒", "块", "度", "元", "丈", "尺", "角"))
"""Units behind which digits are decimals: 1米85, 9秒58, 39度5."""
SPOKEN_TAIL = re.compile(
    "[零一二三四五六七八九]{1,2}(?=[^0-9A-Za-z一-龥]|$|的|左右|上下|以[上下内]|多|高|长|宽|深|一[斤个张件瓶碗])"
)
SPOKEN = TAILED
"""Units behind which Chinese digits are decimals: 一米八五, 七块五, 三十八度五."""
_OPEN = COMPOUND | TAILED
SMALL = re.compile("([1-9]|[一二三四五六七八九])([两毛钱])(?![千百万亿])")
"""Small units that are read only behind a greater one."""


def compound(text: str, first: Amount, units: Units) -> Amount:
    """Join 2小时6分钟, 3元5角 or 1米85 into one amount in the smallest unit; nothing joins 两天半."""
    while (
        first.unit
        and first.unit.name in _OPEN
        and first.high is None
        and not first.hedge
        and first.low.denominator == 1
    ):
        joined = _small(text, first) or _next(text, first, units) or _tail(text, first, units)
        if joined is None:
            return first
        first = joined
    return first


def _small(text: str, first: Amount) -> Amount | None:
    """Take 3斤2两 and 5块6毛; 两 and 毛 by themselves are no units in running text."""
    found = SMALL.match(text, first.end + text.startswith("零", first.end))
    if not found or first.unit is None:
        return None
    unit = UNITS[found[2]]
    factor = IN_NEXT.get((first.unit.name, unit.name))
    if factor is None:
        return None
    number = numerals.DIGITS.get(found[1]) or int(found[1])
    return first._replace(end=found.end(), low=first.low * factor + number, unit=unit)


def _next(text: str, first: Amount, units: Units) -> Amount | None:
    at = first.end + text.startswith(("零", "又"), first.end)
    numeral = numerals.read(text, at) if numerals.START.match(text, at) else None
    if numeral is None or numeral.high is not None or first.unit is None:
        return None
    found = units.match(text, numeral.end, arabic=True)
    if not found:
        return None
    for name in (found[0].name, SHORT_TIMES.get(found[0].name, "")):
        factor = IN_NEXT.get((first.unit.name, name))
        if factor and numeral.low < factor:
            unit = units.table.get(name, found[0])
            return first._replace(end=found[1], low=first.low * factor + numeral.low, unit=unit)
    return None


def _tail(text: str, first: Amount, units: Units) -> Amount | None:
    if first.unit is None:
        return None
    arabic = first.numeral.arabic
    if first.unit.name not in (TAILED if arabic else SPOKEN):
        return None
    found = (TAIL_DIGITS if arabic else SPOKEN_TAIL).match(text, first.end)
    if not found or units.match(text, found.end(), arabic=True):
        return None
    digits = "".join(str(numerals.DIGITS.get(char, char)) for char in found[0])
    low = first.low + Fraction(int(digits), 10 ** len(digits))
    return first._replace(end=found.end(), low=low)
