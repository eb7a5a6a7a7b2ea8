"""Evaluates a numeral: numbers and scales to one exact number."""

from fractions import Fraction
from typing import TypeAlias

TRILLION = 10**12
"""兆, as Taiwan counts."""
Number: TypeAlias = int | Fraction
Item: TypeAlias = tuple[Number, Number] | int
"""A number, low and high, or a scale; 0 is 零 between them."""


class _Tally:
    """Adds up the items of one side of a numeral; each step tells whether they still make a number."""

    __slots__ = ("above", "after_zero", "current", "last", "least", "section", "small", "trillions")

    def __init__(self) -> None:
        self.trillions: Number | None = None  # closed by 兆
        self.above: Number | None = None  # closed by 亿
        self.section: Number | None = None  # closed by 万
        self.small: Number = 0  # below 万
        self.current: Number | None = None
        self.last, self.least, self.after_zero = 0, 10**4, False

    def add(self, item: Item, side: int) -> bool:
        if isinstance(item, tuple):
            self.current = item[side]
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
            if self.section is not None and empty and self.last == scale and self.above is None:
                self.above, self.section = self.section * scale, None  # 四万万
            elif self.section is not None or (empty and self.last):
                return False
            else:
                self.section = (1 if empty else below) * scale
        elif scale == TRILLION:
            if empty or not self.trillions == self.above == self.section:
                return False
            self.trillions = below * scale
        else:
            if self.above is not None or (empty and self.last and self.section is None):
                return False
            bare = empty and self.section is None
            self.above = (1 if bare else (self.section or 0) + below) * scale
            self.section = None
        self.small, self.current = 0, None
        self.last, self.least, self.after_zero = scale, 10**4, False
        return True

    def result(self) -> Number:
        small = self.small
        if self.current is not None:
            spoken = self.last >= 100 and not self.after_zero and self.current < 10  # 一百五, 3万5
            small += self.current * (self.last // 10) if spoken else self.current
        return (self.trillions or 0) + (self.above or 0) + (self.section or 0) + small


def total(items: list[Item], side: int) -> Number | None:
    """Return the number that items make, at the low (0) or high (1) side; None: they make none."""
    tally = _Tally()
    if not items or not all(tally.add(item, side) for item in items):
        return None
    return tally.result()


def follow(first: int, second: int) -> bool:
    """Tell whether two digits side by side are a range in speech: 七八, 两三, 三五."""
    return first > 0 and (second == first + 1 or (first, second) == (3, 5))
