"""Fractions: 三分之二, 百分之五, 2/3, 一半, 1又2/3."""

import re
from fractions import Fraction

from tui.quantities import numerals
from tui.quantities.amount import Amount
from tui.quantities.numerals import Numeral
from tui.quantities.tally import Number
from tui.quantities.units import UNITS, Unit

FRACTION = Unit("", "ratio")
PARTS = {"百": ("%", 100), "千": ("‰", 1000)}
_SHARE = re.compile(r"/([0-9]{1,2})(?![0-9/.])")
_SHARE_BEFORE = tuple("的占约近超过到足有为")
_SHARE_BEHIND = ("的", "多", "强", "弱", "以上", "以下", "左右")
_MORE = re.compile("(?:好几|[几多余])(?![次个项种方样元名人少功年数])|来(?=[，。；、,;:)]|$)")
"""Behind 百分之二十: there is more."""


def part(text: str, numeral: Numeral) -> Amount | None:
    """Return 三分之二, 百分之五, 千分之三, 一半 or a 2/3 whose surroundings say that it is a share."""
    char = text[numeral.end : numeral.end + 1]
    if char == "分":
        return _parts_of(text, numeral) if text.startswith("分之", numeral.end) else None
    if char == "半":
        return _half_of(text, numeral)
    return _slash(text, numeral) if char == "/" else None


def mixed(text: str, numeral: Numeral) -> Numeral:
    """Return 1又2/3 and 三又二分之一 as one number; other numerals stay."""
    at = numeral.end + 1
    if text[numeral.end : at] != "又" or not numerals.START.match(text, at) or numeral.high is not None:
        return numeral
    first = numerals.read(text, at)
    sign = "分之" if first and text.startswith("分之", first.end) else "/"
    if first is None or not text.startswith(sign, first.end):
        return numeral
    behind = first.end + len(sign)
    second = numerals.read(text, behind) if numerals.START.match(text, behind) else None
    if second is None:
        return numeral
    upper, lower = (second.low, first.low) if sign == "分之" else (first.low, second.low)
    if not upper < lower:
        return numeral
    return numeral._replace(low=numeral.low + Fraction(upper) / lower, end=second.end)


def _parts_of(text: str, numeral: Numeral) -> Amount | None:
    upper = (
        numerals.read(text, numeral.end + 2, share=True) if numeral.low and text[numeral.end + 2 :] else None
    )
    if upper is None:
        return None
    unit, factor = PARTS.get(text[numeral.start : numeral.end], ("", 1))
    made, lower = UNITS[unit] if unit else FRACTION, Fraction(factor) / numeral.low
    end, hedge = upper.end, upper.hedge
    more = _MORE.match(text, end)
    if more and (more[0][-1] != "几" or upper.low % 10 == 0):
        end, hedge = more.end(), numerals.HEDGES[more[0][-1]]
    low, high = (upper.low, upper.high) if lower == 1 else (upper.low * lower, _times(upper.high, lower))
    return Amount(numeral.start, end, low, high, made, hedge, upper, fraction=True)


def _times(number: Number | None, factor: Fraction) -> Number | None:
    return None if number is None else number * factor


def _half_of(text: str, numeral: Numeral) -> Amount | None:
    if text[numeral.start : numeral.end] != "一":
        return None
    half = numeral._replace(low=Fraction(1, 2), end=numeral.end + 1)
    return Amount(numeral.start, half.end, half.low, None, FRACTION, "", half, fraction=True)


def _slash(text: str, numeral: Numeral) -> Amount | None:
    """Return 2/3 where what stands around says that it is a share: 2/3以上, 占1/4."""
    found = _SHARE.match(text, numeral.end)
    if not found or not (
        text.startswith(_SHARE_BEHIND, found.end()) or text.endswith(_SHARE_BEFORE, 0, numeral.start)
    ):
        return None
    if not 0 < numeral.low < int(found[1]) or numeral.low.denominator != 1:
        return None
    made = numeral._replace(low=Fraction(numeral.low) / int(found[1]), end=found.end())
    return Amount(numeral.start, made.end, made.low, None, FRACTION, "", made, fraction=True)
