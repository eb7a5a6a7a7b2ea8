"""Notations of more than a number and a unit: ratios, doublings, currency signs, units in brackets."""

import re
from collections.abc import Callable
from fractions import Fraction

from tui.quantities import numerals
from tui.quantities.amount import Amount
from tui.quantities.unit_table import CURRENCIES
from tui.quantities.units import UNITS, Unit, lookup
from tui.quantities.words import BEFORE, DAYS_BEFORE, DAYS_BEHIND, RATIO_CUE, SCORE_CUE, names

RATIO = Unit("比", "ratio")
BARE = Unit("", "ratio")
"""The unit of a measure that has none: PMI为50.2."""
CURRENCY_SIGNS = {
    "¥": "元",
    "RMB": "元",
    "CNY": "元",
    "$": "美元",
    "US$": "美元",
    "USD": "美元",
    "€": "欧元",
    "EUR": "欧元",
    "£": "英镑",
    "GBP": "英镑",
    "HK$": "港元",
    "HKD": "港元",
    "NT$": "新台币",
    "TWD": "新台币",
    "C$": "加元",
    "CA$": "加元",
    "CAD": "加元",
    "A$": "澳元",
    "AU$": "澳元",
    "AUD": "澳元",
    "S$": "新加坡元",
    "SGD": "新加坡元",
    "NZ$": "新西兰元",
    "R$": "雷亚尔",
    "MOP$": "澳门元",
    "MOP": "澳门元",
    "SG$": "新加坡元",
    "CHF": "瑞士法郎",
    "JPY": "日元",
    "JP¥": "日元",
    "CN¥": "元",
    "KRW": "韩元",
    "₩": "韩元",
    "₽": "卢布",
    "₹": "卢比",
}
CURRENCY_NAMES = {
    "人民币": "元",
    "港币": "港元",
    "美金": "美元",
    "新台币": "新台币",
    "台币": "新台币",
    "澳币": "澳元",
    "加币": "加元",
    "日币": "日元",
    "新币": "新加坡元",
    "韩币": "韩元",
    "泰币": "泰铢",
    "坡币": "新加坡元",
    "纽币": "新西兰元",
    "澳门币": "澳门元",
}
"""Names of currencies that stand before a number: 港币20万元."""
CURRENCY_BEFORE_SCALE = (
    "港元",
    "美元",
    "欧元",
    "日元",
    "英镑",
    "澳元",
    "加元",
    "韩元",
    "卢布",
    "新加坡元",
    "瑞士法郎",
    "泰铢",
    "卢比",
    "澳门元",
    "新西兰元",
)
"""Names that do so only before 万 and 亿: 欧元300万."""
_CURRENCIES = {**CURRENCY_SIGNS, **CURRENCY_NAMES, **{name: name for name in CURRENCY_BEFORE_SCALE}}
_SIGNS = sorted(_CURRENCIES, key=len, reverse=True)
_NAMED_BEFORE = re.compile(
    f"({'|'.join((*CURRENCY_NAMES, *CURRENCY_BEFORE_SCALE))})(?:大?约|将?近|超过?|逾|达到?|共计?|合计)$"
)
"""The name of a currency with a word between it and its number: 人民币约2000万."""
_NAMED_BEHIND = re.compile(
    rf"\(({'|'.join(sorted({*CURRENCY_NAMES, *CURRENCIES}, key=len, reverse=True))})\)"
)
"""The name of a currency in brackets: 10万元(港币)."""
_YUAN = UNITS["元"]
_NAME_REACH = 6
_LATIN = frozenset("$¥€£₩₽₹ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""What signs begin with that are part of another behind a letter: MX$200."""
_SIGN_ENDS = frozenset(sign[-1] for sign in _SIGNS)
_SIGN = re.compile(r" ?[:比] ?")
_GOES_ON = re.compile(":|比(?!例)")
"""Behind the second number of a ratio: there are three, or it is none."""
_AROUND = 20
"""Characters around a ratio in which a cue is looked for."""
_TURNED = re.compile("翻了?(近|将近|约|超过|超|逾|不到|至少|)$")
_VERB_REACH = 5
_DOUBLINGS = 10
"""翻 more 番 than that is no quantity."""
_BRACKETS = re.compile(r"\((?:单位:)?([十百千]?[万亿]?)([^()0-9]{1,10})\)(?:为|是|达|约)?[:|\t ]{0,3}$")
"""A unit in brackets before a number: 产值(万元):1234."""
_BRACKETS_REACH = 20
SCALES = {
    small + large: tens * myriads
    for small, tens in {"": 1, "十": 10, "百": 100, "千": 1000}.items()
    for large, myriads in {"": 1, "万": 10**4, "亿": 10**8}.items()
}
"""What stands before a unit in brackets: 万, 百亿."""
_MOVED = "(?:已|又|再)?(?:回?升|回落|下?降|提高|下滑|上升|扩大|缩小|收窄|增加|减少)?[至到为]"
_TO = (
    r"(?:已|仅|约|又|再|均)?(?:为|是|达到?|报|在|介于|[处低高]于|保持在|稳定在|控制在|维持在|约|由|从|录得|收于|收报|不?高于|不?低于|不得[高低]于|不超过|超过"
    r"|(?:回?升|回落|下?降|提高|下滑|上升|扩大|缩小|收窄)[至到为])"
)
_NAMED = (
    "PMI|CPI|PPI|[pP][hH]值?|PH值?|酸碱度|基尼系数|恩格尔系数|容积率|倍差|收入比|性别比|信噪比|市盈率|市净率"
    "|PUE值?|BMI|杠杆率|净值|绩点|GPA|比值|生育率|折射率|流动比率|速动比率|弹性系数|利用系数|相关系数|[里芮]氏规模"
)
_MEASURE = re.compile(
    rf"(?:(?:{_NAMED})(?:指数)?(?:(?:{_TO})?[: ]?|[由从][0-9.]{{1,8}}{_MOVED})"
    rf"|(?:指数|系数|倍率|得分率|抚养比){_TO})$"
)
"""A measure whose value has no unit, before it."""
_INDEX = re.compile("(?:指数|系数)[: ]?$")
"""What a decimal directly behind it is the value of; 指数300 is a name."""
_MEASURE_REACH = 22
_MEASURE_ENDS = frozenset("IHh值度数率差比点模A为是达到报在约至由从得于过: ")
_NOT_MEASURED = names("年 月 日 号 点 时 第 % 条 / - 级 档 ≤ ≥ < >")


def ratio(text: str, found: Amount) -> Amount:
    """Return 1:1 as its quotient where it is no score; a clock time was passed over before."""
    if text[found.end : found.end + 1] not in (":", "比", " ") or found.unit or found.high is not None:
        return found
    sign = _SIGN.match(text, found.end)
    if not sign or text[found.start - 1 : found.start] == ":":
        return found
    second = numerals.read(text, sign.end()) if numerals.START.match(text, sign.end()) else None
    if second is None or second.high or not second.low or _GOES_ON.match(text, second.end):
        return found
    before, behind = (
        text[max(0, found.start - _AROUND) : found.start],
        text[second.end : second.end + _AROUND],
    )
    said = RATIO_CUE.search(before) or RATIO_CUE.search(behind[:4])
    doubtful = sign[0].strip() == "比" or SCORE_CUE.search(before) or SCORE_CUE.search(behind)
    if doubtful and not said:
        return found
    return found._replace(end=second.end, low=Fraction(found.low) / second.low, unit=RATIO)


def days(text: str, found: Amount) -> Amount:
    """Give a number its 日 where that is a length of time: 15日内, 连续3日."""
    if found.unit is not None or not text.startswith("日", found.end):
        return found
    if text.startswith(DAYS_BEHIND, found.end + 1) or text.endswith(DAYS_BEFORE, 0, found.start):
        return found._replace(end=found.end + 1, unit=UNITS["日"])
    return found


def currency(text: str, found: Amount) -> Amount:
    """Take the sign or name of a currency before a number, or its name in brackets behind 元."""
    if found.unit is _YUAN and (named := _NAMED_BEHIND.match(text, found.end)):
        return found._replace(end=named.end(), unit=UNITS[named[1]])
    at = found.start - (text[found.start - 1 : found.start] == " ")
    named = _NAMED_BEFORE.search(text, max(0, at - _NAME_REACH), at) if found.unit is None else None
    if named and (named[1] in CURRENCY_NAMES or text[found.end - 1] in "万亿"):
        return found._replace(unit=UNITS[_CURRENCIES[named[1]]])
    if at < 1 or text[at - 1] not in _SIGN_ENDS:
        return found
    sign = next((sign for sign in _SIGNS if text.endswith(sign, 0, at)), "")
    name, start = _CURRENCIES.get(sign), at - len(sign)
    if not name or (sign[0] in _LATIN and start and text[start - 1].isascii() and text[start - 1].isalpha()):
        return found
    if sign in CURRENCY_BEFORE_SCALE and (
        found.unit not in (None, _YUAN) or text[found.numeral.end - 1] not in "万亿"
    ):
        return found
    if found.unit is not None and found.unit.name == "起":
        found = found._replace(end=found.numeral.end, unit=None)  # from C$250 on
    if found.unit is not None and found.unit.name not in (name, "元"):
        return found
    if sign in CURRENCY_NAMES and found.unit is not None and found.unit.name == name:
        return found
    unit, end = lookup().with_parts(text, UNITS[name], found.end)
    return found._replace(start=start, end=end, unit=unit)


def degrees(text: str, found: Amount) -> Amount:
    """Give degrees the name of their scale, which stands before the number: 华氏95度, 摄氏零下5度."""
    unit = UNITS.get(f"{text[max(0, found.start - 2) : found.start]}度")
    is_named = unit is not None and unit.dimension == "temperature" and found.unit is UNITS["度"]
    return found._replace(start=found.start - 2, unit=unit) if is_named else found


def bracketed(text: str, found: Amount) -> Amount:
    """Give a number the unit that stands in brackets before it: 面积(平方米)300."""
    if found.unit is not None or text[found.start - 1 : found.start] not in "):| \t为是达约":
        return found
    said = _BRACKETS.search(text, max(0, found.start - _BRACKETS_REACH), found.start)
    unit = unit_named(said[2]) if said else None
    return found if said is None or unit is None else scaled(found, SCALES[said[1]], unit)


def unit_named(name: str) -> Unit | None:
    """Return the unit that all of a name is, 元/平方米 too; None: it is none."""
    found = lookup().match(name, 0, arabic=True)
    return found[0] if found and found[1] == len(name) else None


def scaled(found: Amount, factor: int, unit: Unit) -> Amount:
    """Return a number without unit as one that a head gives scale and unit."""
    high = None if found.high is None else found.high * factor
    return found._replace(low=found.low * factor, high=high, unit=unit)


def measure(text: str, found: Amount) -> Amount:
    """Give the value of a measure that has no unit its kind: PMI为50.2, pH值7.2."""
    if found.unit is not None or not found.start or text[found.start - 1] not in _MEASURE_ENDS:
        return found
    behind = text[found.end : found.end + 1]
    if text.startswith(_NOT_MEASURED, found.end) or (behind.isascii() and behind.isalnum()):
        return found
    reach = max(0, found.start - _MEASURE_REACH)
    said = _MEASURE.search(text, reach, found.start)
    if said is None and found.low.denominator != 1:
        said = _INDEX.search(text, reach, found.start)
    return found if said is None else found._replace(unit=BARE)


def times(text: str, found: Amount) -> Amount | None:
    """Return 翻一番 as 2 倍, 翻了近两番 as nearly 4; None: it is nothing of the kind."""
    if found.unit or text[found.end : found.end + 1] != "番" or found.low.denominator != 1:
        return None
    verb = _TURNED.search(text, max(0, found.start - _VERB_REACH), found.start)
    if not verb or not 0 < found.low <= _DOUBLINGS:
        return None
    low, hedge = 2 ** int(found.low), BEFORE.get(verb[1], "")
    return found._replace(start=verb.start(), end=found.end + 1, low=low, unit=UNITS["倍"], hedge=hedge)


FORMS: tuple[Callable[[str, Amount], Amount], ...] = (ratio, days, currency, bracketed, measure)
"""What is looked for around a number, one after the other."""
