"""Numerals: Arabic, Chinese, capital and mixed ones, to exact numbers.

A numeral is read as items, numbers and scales; each number is low and high, so that 七八百 is read once.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from tui.quantities.arabic import LONGEST, read_digits, read_scaled
from tui.quantities.tally import TRILLION, Item, Number, follow, total
from tui.quantities.words import CLAUSE_END, CURRENCY, SMALL_UNITS, WEIGHED

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CAPITALS = {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "參": 3, "陸": 6}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "拾": 10, "佰": 100, "仟": 1000}
TENS = {"廿": 2, "卅": 3}
HEADS = "几数"
"""Before a scale: an unknown digit. 几十 and 数十 are read as more than 10."""
HEDGES = {"余": "gt", "多": "gt", "几": "gt", "来": "approx", "把": "approx", "+": "gt"}
"""Behind a number: 300余, 20多万, 十几, 十来个, 千把人, 100+家."""

CHINESE = "".join(sorted({*DIGITS, *CAPITALS, *SCALES, *TENS}))
_TRILLIONS = re.compile(rf"兆(?=[0-9,.{CHINESE}]{{1,9}}[万亿]|[多余]?{CURRENCY})")
"""兆 before the rest of a number or money; elsewhere it is a measure of data."""
START = re.compile(rf"(?!零[下上])[0-9{CHINESE}{HEADS}半]")
RUN = re.compile(rf"[0-9.,{CHINESE}]+")
_DIGIT_RUN = re.compile(
    rf"一两(?!{WEIGHED.pattern}|{CLAUSE_END}|[1-9一二三四五六七八九]钱)|三两(?=[个天年次人月日里百千万])|两三|两|[〇零一二三四五六七八九]+|[{''.join(CAPITALS)}]+"
)
_DECIMALS = re.compile(f"[〇零一二三四五六七八九]+|[{''.join(CAPITALS)}]+")
_ENUMERATED = re.compile(
    "([一二两三四五六七八九])、([一二两三四五六七八九]|(?<=九、)十)(?!分之|[、一二两三四五六七八九])"
)
_ENUMERATED_ARABIC = re.compile("([1-9])、([1-9]|(?<=9、)10)(?![0-9、.,号])")
"""七、八百 and 5、6个: two neighbours (GB/T 15835-2011, 5.2.1), more than two are a list."""
CLOCK_TAIL = "十分半整钟刻"
_BEHIND_DECIMALS = frozenset("万亿倍成米公%度")
"""Behind 点几: what tells it from a clock time."""
_MIDNIGHT = 24
_LARGE = (100, 1000, 10**4, 10**8)
_EACH = frozenset("次平台晚斤瓶月年天人个位张只头条件套间场盒包吨亩桌辆箱串克枚支棵株")
"""Behind a large number with 一: what each one is had for, so that 一 is none of its digits."""
_LETTERS = frozenset("WwKk")
"""Scales as letters, which end a number."""
_GOES_ON = frozenset(f"0123456789{CHINESE}兆")


class Numeral(NamedTuple):
    """A number read from a text.

    Attributes:
        start: where it begins.
        end: where it ends.
        low: its value, or the lower one of 七八百.
        high: the upper value of 七八百, else None.
        scale: what its one number is multiplied with (5万: 10000), else 1.
        hedge: ``gt`` with 余, 多, 几 or 数, ``approx`` with 来, else empty.
        arabic: whether it begins with an Arabic digit.
        bare: whether it is but scale words: 百人以上, 过亿元.
        positional: whether its digits stand by place without scales (二〇二三, 八五折).
        enumerated: whether it is two neighbours with 、 between (七、八百).
    """

    start: int
    end: int
    low: Number
    high: Number | None = None
    scale: int = 1
    hedge: str = ""
    arabic: bool = False
    bare: bool = False
    positional: bool = False
    enumerated: bool = False

    @property
    def plain(self) -> bool:
        """Whether it can only be a number: Arabic digits, a hundred and more (两百度, not 三角), 三四级."""
        return self.arabic or (self.low >= 100 and self.end > self.start + 1) or (self.high or 0) > 3


class _Reader:
    """Reads one numeral from the left; keeps what it has read."""

    __slots__ = (
        "arabic",
        "at",
        "decimal",
        "enumerated",
        "hedge",
        "items",
        "positional",
        "share",
        "start",
        "text",
    )

    def __init__(self, text: str, start: int, share: bool) -> None:
        self.text, self.start, self.at, self.share = text, start, start, share
        self.items: list[Item] = []
        self.hedge = ""
        self.arabic = text[start].isascii()
        self.positional = self.enumerated = self.decimal = False

    def read(self) -> Numeral | None:
        if self._peek() in HEADS and self._peek(1) in SCALES:
            self.items.append((1, 1))
            self.hedge, self.at = "gt", self.at + 1
        while self._number() or self._scale() or self._point() or self._hedged_scale() or self._more():
            pass
        return self._result()

    def _peek(self, ahead: int = 0) -> str:
        return self.text[self.at + ahead : self.at + ahead + 1] or "\n"

    def _take(self, item: Item, length: int) -> bool:
        self.items.append(item)
        self.at += length
        return True

    def _number(self) -> bool:
        if self.positional or (self.items and isinstance(self.items[-1], tuple)):
            return False
        char = self._peek()
        if char in TENS:
            self.items.append((TENS[char],) * 2)
            return self._take(10, 1)
        if self._pair():
            return True
        if char.isascii():
            found = read_digits(self.text, self.at)
            return found is not None and self._take((found.value,) * 2, found.end - self.at)
        run = _DIGIT_RUN.match(self.text, self.at)
        return bool(run) and self._digits(run[0] if run else "")

    def _pair(self) -> bool:
        """Take 七、八 or 5、6 before what they count."""
        if self._peek(1) != "、" or (self.text[self.at - 1 : self.at] in ("、", "第") and self.at):
            return False
        found = _ENUMERATED.match(self.text, self.at) or _ENUMERATED_ARABIC.match(self.text, self.at)
        if not found:
            return False
        first, second = (int(one) if one.isascii() else DIGITS.get(one, 10) for one in found.groups())
        if not follow(first, second):
            return False
        self.enumerated = True
        return self._take((first, second), len(found[0]))

    def _digits(self, run: str) -> bool:
        """Take one digit, 零, two that follow each other (七八), or a number by place (二〇二三)."""
        if run == "两" and self.items and self._peek(1) not in SCALES:
            return False  # 二百两: a weight
        if run == "一" and self.items and self.items[-1] in _LARGE and self._peek(1) in _EACH:
            return False  # 3万一平: a price
        values = [DIGITS[c] if c in DIGITS else CAPITALS[c] for c in run]
        if self.items and values[0] == 0:
            return self._take(0, 1)
        if len(values) == 1:
            return self._take((values[0],) * 2, 1)
        if run == "三两":
            return self._take((2, 3), 2)
        if len(values) == 2 and follow(*values):
            return self._third(*values) or self._take((values[0], values[1]), 2)
        if self.items or len(values) > LONGEST:
            return False
        self.positional = True
        return self._take((int("".join(map(str, values))),) * 2, len(values))

    def _third(self, first: int, second: int) -> bool:
        """Take 五六、七 before what they count."""
        if self._peek(2) != "、":
            return False
        found = _ENUMERATED.match(self.text, self.at + 1)
        if not found or DIGITS[found[2]] != second + 1:
            return False
        self.enumerated = True
        return self._take((first, second + 1), 4)

    def _scale(self) -> bool:
        blank = self.arabic and self._peek() == " "
        scale = SCALES.get(self._peek(blank))
        if self._peek(blank) == "兆" and _TRILLIONS.match(self.text, self.at + blank):
            scale = TRILLION
        if scale is None or self._is_unit():
            return False
        if scale == 10 and self.decimal:
            return False  # 百分之二点三十分罕见
        return self._take(scale, 1 + blank)

    def _is_unit(self) -> bool:
        """Tell whether 千 begins 千克 or the like; 三千米 and 百帕 by itself are still read as written."""
        found = SMALL_UNITS.match(self.text, self.at)
        return bool(found and self.items) and (found[0] != "千米" or self.arabic)  # type: ignore[index]

    def _point(self) -> bool:
        """Take 点 and decimal digits: 三点五, 十二点五; not a clock time."""
        if self._peek() != "点" or not self.items or self.arabic:
            return False
        if self._peek(1) == "几" and (self.share or self._peek(2) in _BEHIND_DECIMALS):
            self.hedge, self.at = "gt", self.at + 2  # 一点几亿
            return True
        found = _DECIMALS.match(self.text, self.at + 1)
        value = total(self.items, 0)
        if not found or len(found[0]) > LONGEST or value is None:
            return False
        digits = "".join(str(DIGITS.get(c, CAPITALS.get(c))) for c in found[0])
        if not self.share and value <= _MIDNIGHT and self._is_clock(digits, found.end()):
            return False
        self.items = [(value + Fraction(int(digits), 10 ** len(digits)),) * 2]
        self.at, self.decimal = found.end(), True
        return True

    def _is_clock(self, digits: str, end: int) -> bool:
        """Tell whether 点 and what stands behind it are a time of the day: 三点五分, 三点十分."""
        tail = self.text[end : end + 1]
        return tail != "" and tail in CLOCK_TAIL and (len(digits) == 1 or digits[0] == "0")

    def _hedged_scale(self) -> bool:
        """Take the word between number and scale: 20多万, 十几亿, 三十好几万."""
        at = behind_hao(self.text, self.at)
        hedge = HEDGES.get(self.text[at : at + 1], "") if self.items else ""
        if not hedge or self.text[at] == "+" or (self.text[at + 1 : at + 2] or "\n") not in "万亿":
            return False
        self.hedge, self.at = hedge, at + 1
        return True

    def _more(self) -> bool:
        """Take 几十 behind a greater scale: 三百几十, 一千零几十, 一千好几百."""
        last, at = self.items[-1] if self.items else None, behind_hao(self.text, self.at)
        scale = self.text[at + 1 : at + 2]
        if self.text[at : at + 1] != "几" or scale not in ("十", "百") or last not in (0, 100, 1000):
            return False
        if SCALES[scale] >= max(item for item in self.items if isinstance(item, int)):
            return False
        self.hedge, self.at = "gt", at + 2
        return True

    def _result(self) -> Numeral | None:
        low = total(self.items, 0)
        ranged = any(isinstance(item, tuple) and item[0] != item[1] for item in self.items)
        high = total(self.items, 1) if ranged else low
        if low is None or high is None or high < low:
            return None
        numbers = [item for item in self.items if isinstance(item, tuple)]
        one = len(numbers) == 1 and isinstance(self.items[0], tuple) and numbers[0][0] != 0
        scale = int(low // numbers[0][0]) if one and low % numbers[0][0] == 0 else 1
        return Numeral(
            self.start,
            self.at,
            low,
            high if high != low else None,
            scale,
            self.hedge,
            self.arabic,
            not numbers and self.items != [10],
            self.positional,
            self.enumerated,
        )


def behind_hao(text: str, at: int) -> int:
    """Return where 几 stands if 好几 stands at `at`, behind a number the same as 几 (五十好几); else `at`."""
    return at + 1 if text.startswith("好几", at) else at


def read(text: str, start: int, *, share: bool = False) -> Numeral | None:
    """Return the numeral that begins at `start` of a folded text; None: there is none.

    Args:
        share: it stands behind 分之, where 点 can only be the decimal point.
    """
    return _simple(text, start) or _Reader(text, start, share).read()


def _simple(text: str, start: int) -> Numeral | None:
    """Return what most numerals are, digits with one scale or one Chinese digit; None: it may be another."""
    if text[start].isascii():
        found = read_scaled(text, start)
        if found is None:
            return None
        behind = text[found.end : found.end + 2]
        if (
            text[found.end - 1] not in _LETTERS
            and behind
            and (behind[0] in _GOES_ON or behind[0] == "、" or (behind[-1] in "万亿" and len(behind) > 1))
        ):
            return None
        return Numeral(start, found.end, found.value, None, found.scale, "", True)
    value, behind = DIGITS.get(text[start]), text[start + 1 : start + 2]
    if value is None or behind in _GOES_ON or behind in ("点", "、") or not behind:
        return None
    if behind in HEDGES and text[start + 2 : start + 3] in ("万", "亿"):
        return None
    return Numeral(start, start + 1, value)


def run_end(text: str, start: int) -> int:
    """Return where the unbroken run of numeral characters at `start` ends."""
    found = RUN.match(text, start)
    return found.end() if found else start + 1
