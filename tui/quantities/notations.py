"""Forms that more than a number and a unit make: ratios, doublings, days, currency signs."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from tui.quantities import numerals
from tui.quantities.amount import Amount
from tui.quantities.units import UNITS, Unit
from tui.quantities.words import BEFORE, DAYS_BEFORE, DAYS_BEHIND, RATIO_CUE, SCORE_CUE

RATIO = Unit("比", "ratio")
CURRENCIES = {"¥": "元", "$": "美元", "€": "欧元", "£": "英镑"}
_SIGN = re.compile(r" ?[:比] ?")
_AROUND = 20
"""Characters around a ratio in which a cue is looked for."""
_TURNED = re.compile("翻了?(近|将近|约|超过|超|逾|不到|至少|)$")
_VERB_REACH = 5
_DOUBLINGS = 10
"""翻 more 番 than that is no quantity."""


def ratio(text: str, found: Amount) -> Amount:
    """Return 1:1 as its quotient where it is no score; a clock time was passed over before."""
    sign = _SIGN.match(text, found.end)
    if found.unit or found.high or not sign or text[found.start - 1 : found.start] == ":":
        return found
    second = numerals.read(text, sign.end()) if numerals.START.match(text, sign.end()) else None
    if second is None or second.high or not second.low or text.startswith((":", "比"), second.end):
        return found
    before, behind = (
        text[max(0, found.start - _AROUND) : found.start],
        text[second.end : second.end + _AROUND],
    )
    said = RATIO_CUE.search(before) or RATIO_CUE.search(behind[:4])
    doubtful = sign[0].strip() == "比" or SCORE_CUE.search(before) or SCORE_CUE.search(behind)
    if doubtful and not said:
        return found
    return replace(found, end=second.end, low=found.low / second.low, unit=RATIO)


def days(text: str, found: Amount) -> Amount:
    """Give a number its 日 where that is a length of time: 15日内, 连续3日."""
    if found.unit is not None or not text.startswith("日", found.end):
        return found
    if text.startswith(DAYS_BEHIND, found.end + 1) or text.endswith(DAYS_BEFORE, 0, found.start):
        return replace(found, end=found.end + 1, unit=UNITS["日"])
    return found


def currency(text: str, found: Amount) -> Amount:
    """Take a currency sign before a number."""
    name = CURRENCIES.get(text[found.start - 1 : found.start])
    if name is None or (found.unit is not None and found.unit.name != name):
        return found
    return replace(found, start=found.start - 1, unit=UNITS[name])


def times(text: str, found: Amount) -> Amount | None:
    """Return 翻一番 as 2 倍, 翻了近两番 as nearly 4; None: it is nothing of the kind."""
    verb = _TURNED.search(text, max(0, found.start - _VERB_REACH), found.start)
    if not verb or found.unit or not text.startswith("番", found.end) or found.low.denominator != 1:
        return None
    if not 0 < found.low <= _DOUBLINGS:
        return None
    low, hedge = Fraction(2) ** int(found.low), BEFORE.get(verb[1], "")
    return replace(found, start=verb.start(), end=found.end + 1, low=low, unit=UNITS["倍"], hedge=hedge)


FORMS: tuple[Callable[[str, Amount], Amount], ...] = (ratio, days, currency)
