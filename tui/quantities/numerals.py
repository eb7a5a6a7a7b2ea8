"""Numerals: Arabic, Chinese, capital and mixed ones, to exact numbers.

A numeral is read as items, numbers and scales; each number is low and high, so that 七八百 is read once.
"""

import re
from fractions import Fraction
from typing import NamedTuple

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CAPITALS = {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "參": 3, "陸": 6}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "拾": 10, "佰": 100, "仟": 1000}
TENS = {"廿": 2, "卅": 3}
HEADS = "几数"
"""Before a scale: an unknown digit. 几十 and 数十 are read as more than 10."""
HEDGES = {"余": "gt", "多": "gt", "几": "gt", "来": "approx", "+": "gt"}
"""Behind a number: 300余, 20多万, 十几, 十来个, 100+家."""

CHINESE = "".join(sorted({*DIGITS, *CAPITALS, *SCALES, *TENS}))
START = re.compile(rf"(?!零下)[0-9{CHINESE}{HEADS}半]")
RUN = re.compile(rf"[0-9.,{CHINESE}]+")
ARABIC = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?![0-9,])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
)
SEPARATORS = re.compile("[, ]")
"""Between groups of three digits: 1,200 and 1 200."""
DIGIT_RUN = re.compile(f"[{''.join(DIGITS)}]+|[{''.join(CAPITALS)}]+")
CLOCK_TAIL = "十分半整钟"
SMALL_UNITS = re.compile(r"千(?:米|克|瓦|伏|卡|焦|帕|赫|字节|牛|安)|百帕")
"""Units that begin like a scale."""
LONGEST = 30
"""Digits of a number; what is longer counts nothing."""


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
    """

    start: int
    end: int
    low: Fraction
    high: Fraction | None
    scale: int
    hedge: str
    arabic: bool
    bare: bool
    positional: bool

    @property
    def plain(self) -> bool:
        """Whether it can only be a number: Arabic digits, a hundred and more (两百度, not 三角), 三四级."""
        return self.arabic or (self.low >= 100 and self.end > self.start + 1) or (self.high or 0) > 3


Number = tuple[Fraction, Fraction]
Item = Number | int
"""A number, low and high, or a scale; 0 is 零 between them."""


class _Reader:
    """Reads one numeral from the left; keeps what it has read."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start, self.at = text, start, start
        self.items: list[Item] = []
        self.hedge = ""
        self.positional = False

    def read(self) -> Numeral | None:
        if self._peek() in HEADS and self._peek(1) in SCALES:
            self.items.append((Fraction(1), Fraction(1)))
            self.hedge, self.at = "gt", self.at + 1
        while self._number() or self._scale() or self._point() or self._hedged_scale():
            pass
        return self._result()

    def _peek(self, ahead: int = 0) -> str:
        return self.text[self.at + ahead : self.at + ahead + 1] or "\n"

    def _after_number(self) -> bool:
        return bool(self.items) and isinstance(self.items[-1], tuple)

    def _take(self, item: Item, length: int) -> bool:
        self.items.append(item)
        self.at += length
        return True

    def _number(self) -> bool:
        if self._after_number() or self.positional:
            return False
        char = self._peek()
        if char in TENS:
            self.items.append((Fraction(TENS[char]),) * 2)
            return self._take(10, 1)
        if char.isascii():
            return self._arabic()
        found = DIGIT_RUN.match(self.text, self.at)
        return bool(found) and self._digits(found[0] if found else "")

    def _arabic(self) -> bool:
        found = ARABIC.match(self.text, self.at)
        if not found or len(found[0]) > LONGEST:
            return False
        return self._take((Fraction(SEPARATORS.sub("", found[0])),) * 2, len(found[0]))

    def _digits(self, run: str) -> bool:
        """Take one digit, 零, two that follow each other (七八), or a number by place (二〇二三)."""
        values = [DIGITS[c] if c in DIGITS else CAPITALS[c] for c in run]
        if self.items and values[0] == 0:
            return self._take(0, 1)
        if len(values) == 1:
            return self._take((Fraction(values[0]),) * 2, 1)
        if len(values) == 2 and follow(*values):
            return self._take((Fraction(values[0]), Fraction(values[1])), 2)
        if self.items or len(values) > LONGEST:
            return False
        self.positional = True
        return self._take((Fraction("".join(map(str, values))),) * 2, len(values))

    def _scale(self) -> bool:
        blank = self._peek() == " " and self._peek(1) in "万亿" and self.text[self.start].isascii()
        scale = SCALES.get(self._peek(blank))
        if scale is None or self._is_unit():
            return False
        return self._take(scale, 1 + blank)

    def _is_unit(self) -> bool:
        """Tell whether 千 begins 千克 or the like; 三千米 and 百帕 by itself are still read as written."""
        found = SMALL_UNITS.match(self.text, self.at)
        if not found or not self.items:
            return False
        return found[0] != "千米" or self.text[self.start].isascii()

    def _point(self) -> bool:
        """Take 点 and decimal digits: 三点五, 十二点五; not a clock time."""
        if self._peek() != "点" or not self.items or self.text[self.start].isascii():
            return False
        found = DIGIT_RUN.match(self.text, self.at + 1)
        value = total(self.items, 0)
        if not found or len(found[0]) > LONGEST or value is None:
            return False
        if self.text[found.end() : found.end() + 1] in (*CLOCK_TAIL, ""):
            return False
        digits = "".join(str(DIGITS.get(c, CAPITALS.get(c))) for c in found[0])
        number = value + Fraction(int(digits), 10 ** len(digits))
        self.items = [(number, number)]
        self.at = found.end()
        return True

    def _hedged_scale(self) -> bool:
        """Take the word between number and scale: 20多万, 十几亿."""
        if not self.items or self._peek() not in HEDGES or self._peek() == "+" or self._peek(1) not in "万亿":
            return False
        self.hedge = HEDGES[self._peek()]
        self.at += 1
        return True

    def _result(self) -> Numeral | None:
        low, high = total(self.items, 0), total(self.items, 1)
        if low is None or high is None or high < low:
            return None
        numbers = [item for item in self.items if isinstance(item, tuple)]
        one = len(numbers) == 1 and isinstance(self.items[0], tuple) and numbers[0][0] != 0
        scale = int(low / numbers[0][0]) if one and low % numbers[0][0] == 0 else 1
        return Numeral(
            self.start,
            self.at,
            low,
            high if high != low else None,
            scale,
            self.hedge,
            self.text[self.start].isascii(),
            not numbers and self.items != [10],
            self.positional,
        )


def follow(first: int, second: int) -> bool:
    """Tell whether two digits side by side are a range in speech: 七八, 两三, 三五."""
    return first > 0 and (second == first + 1 or (first, second) == (3, 5))


class _Tally:
    """Adds up the items of one side of a numeral; each step tells whether they still make a number."""

    def __init__(self) -> None:
        self.above: Fraction | None = None  # closed by 亿
        self.section: Fraction | None = None  # closed by 万
        self.small = Fraction(0)  # below 万
        self.current: Fraction | None = None
        self.last, self.least, self.after_zero = 0, 10**4, False

    def add(self, item: Fraction | int) -> bool:
        if isinstance(item, Fraction):
            self.current = item
            return True
        if item == 0:
            self.after_zero = True
            return True
        return self._small(item) if item < 10**4 else self._big(item)

    def _small(self, scale: int) -> bool:
        begins = not self.last and not self.after_zero
        if scale >= self.least or (self.current is None and scale != 10 and not begins):
            return False
        self.small += (1 if self.current is None else self.current) * scale
        self.current, self.last, self.least, self.after_zero = None, scale, scale, False
        return True

    def _big(self, scale: int) -> bool:
        below = self.small + (self.current or 0)
        empty = self.current is None and not self.small
        if scale == 10**4:
            if self.section is not None or (empty and self.last):
                return False
            self.section = (Fraction(1) if empty else below) * scale
        else:
            if self.above is not None or (empty and self.last and self.section is None):
                return False
            bare = empty and self.section is None
            self.above = (Fraction(1) if bare else (self.section or 0) + below) * scale
            self.section = None
        self.small, self.current = Fraction(0), None
        self.last, self.least, self.after_zero = scale, 10**4, False
        return True

    def result(self) -> Fraction:
        small = self.small
        if self.current is not None:
            spoken = self.last >= 100 and not self.after_zero and self.current < 10  # 一百五, 3万5
            small += self.current * self.last / 10 if spoken else self.current
        return (self.above or 0) + (self.section or 0) + small


def total(items: list[Item], side: int) -> Fraction | None:
    """Return the number that items make, at the low (0) or high (1) side; None: they make none."""
    tally = _Tally()
    if not items or not all(tally.add(item[side] if isinstance(item, tuple) else item) for item in items):
        return None
    return tally.result()


def read(text: str, start: int) -> Numeral | None:
    """Return the numeral that begins at `start` of a folded text; None: there is none."""
    return _Reader(text, start).read()


def run_end(text: str, start: int) -> int:
    """Return where the unbroken run of numeral characters at `start` ends."""
    found = RUN.match(text, start)
    return found.end() if found else start + 1
