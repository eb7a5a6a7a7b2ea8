"""The scanner: walks over a text once, from number to number, and keeps those that are quantities.

Each step looks at a bounded stretch before and behind a number and then goes on behind it, so that the work grows with
the length of the text and with nothing else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from tui.quantities import context, numerals, words
from tui.quantities.amounts import CURRENCIES, Amount, amount_or_range
from tui.quantities.fold import fold
from tui.quantities.quantity import Direction, Quantity, kind_of, printed
from tui.quantities.units import COUNT, UNITS, Unit, Units, lookup

RATIO = Unit("比", "ratio")
TIMES = Unit("倍", "ratio")
_RATIO_SIGN = re.compile(r" ?[:比] ?")
_CLAUSE = 12
"""Characters around a ratio in which a cue is looked for."""
_DAYS_BEFORE = ("连续", "为期", "历时", "提前", "每", "至少", "不少于", "不超过", "超过", "满")
_DAYS_BEHIND = ("内", "以内", "之内", "游", "均", "以上", "无理由")
_EVERY_ONE = (
    "这",
    "那",
    "每",
    "某",
    "有",
    "同",
    "新的",
    "头",
    "另",
    "哪",
    "任",
    "的",
    "统",
    "逐",
    "专",
    "唯",
    "进",
    "单",
)
_NAME_BEHIND = "号路版级后强届年月日时点分院楼室中小初高代"
_TERMS = tuple(sorted({*words.NAMES, *words.IDIOMS}, key=len, reverse=True))
_TERMS_BY_CHAR = {c: tuple(t for t in _TERMS if t[0] == c) for c in {t[0] for t in _TERMS}}


class Scan:
    """One pass over one text.

    Args:
        lenient: the text is one that a person says is a quantity, so that 一张 and 百人 are as well.
    """

    def __init__(self, text: str, units: Units, *, lenient: bool = False) -> None:
        self.text, self.units, self.lenient = text, units, lenient
        self.folded = fold(text)
        quotes = [] if lenient else list(words.QUOTED.finditer(self.folded))
        self.quotes = [found.span() for found in quotes]
        self.quote_starts = [start for start, _ in self.quotes]
        self.last: Quantity | None = None

    def quantities(self) -> Iterator[Quantity]:
        """Yield the quantities in ascending order, none overlapping another."""
        at = 0
        while found := numerals.START.search(self.folded, at):
            at = found.start()
            past = self._no_quantity(at)
            if past:
                at = past
                continue
            quantity, at = self._at(at)
            if quantity:
                self.last = quantity
                yield quantity

    def _no_quantity(self, at: int) -> int:
        """Return where a date, a number's name or the like that begins at `at` ends; 0: there is none."""
        text = self.folded
        if text.endswith(words.ORDINAL_PREFIXES, max(0, at - 3), at) and (
            found := words.ORDINAL.match(text, at)
        ):
            if text.endswith("第", 0, at) or text[at].isascii() or found.end() == at + 1:
                return found.end()
        if text[at - 1 : at].isascii() and self._glued(at):
            return numerals.run_end(text, at)
        for term in _TERMS_BY_CHAR.get(text[at], ()):
            if text.startswith(term, at):
                return at + len(term)
        if found := words.PATTERN_OF_ONES.match(text, at):
            return found.end()
        if found := words.NEVER.match(text, at):
            return found.end()
        return 0

    def _glued(self, at: int) -> bool:
        """Tell whether a number is the tail of a Latin name, a code or another number: D9, 4-15, v2.0."""
        before = self.folded[max(0, at - 2) : at]
        last = before[-1:]
        if last.isalnum() or last == "_":
            return self.folded[max(0, at - 3) : at] not in ("US$", "HK$")
        return last in "-./" and before[:1].isascii() and before[:1].isalnum() and len(before) == 2

    def _at(self, start: int) -> tuple[Quantity | None, int]:
        """Return the quantity that the number at `start` is, and where to go on."""
        found = amount_or_range(self.folded, start, self.units)
        if found is None:
            return None, numerals.run_end(self.folded, start)
        special = self._ratio(found) or self._times(found)
        if special:
            return special, special.end
        past = max(found.end, start + 1)
        if found.unit is None:
            past = max(start + 1, found.end if found.high is None else found.numeral.end)
        quantity = self._quantity(self._with_sign(self._with_days(found)))
        return quantity, quantity.end if quantity else past

    # Special forms

    def _ratio(self, found: Amount) -> Quantity | None:
        """Return 1:1 as the quotient, where it is neither a clock time nor a score."""
        text = self.folded
        sign = _RATIO_SIGN.match(text, found.end)
        if found.unit or found.high or not sign or text[found.start - 1 : found.start] == ":":
            return None
        second = numerals.read(text, sign.end()) if numerals.START.match(text, sign.end()) else None
        if (
            second is None
            or second.high
            or not second.low
            or text[second.end : second.end + 1] in (*":", "比")
        ):
            return None
        before = text[max(0, found.start - _CLAUSE) : found.start]
        behind = text[second.end : second.end + _CLAUSE]
        cue = words.RATIO_CUE.search(before) or words.RATIO_CUE.search(behind[:4])
        if not cue and (sign[0].strip() == "比" or words.SCORE_CUE.search(before + behind)):
            return None
        made = replace(found, end=second.end, low=found.low / second.low, unit=RATIO)
        return self._made(made, "none")

    def _times(self, found: Amount) -> Quantity | None:
        """Return 翻一番 as 2 倍, 翻两番 as 4."""
        text = self.folded
        verb = next((word for word in ("翻了", "翻") if text.endswith(word, 0, found.start)), "")
        if not verb or found.unit or not text.startswith("番", found.end) or found.low.denominator != 1:
            return None
        if not 0 < found.low <= 10:
            return None
        made = replace(
            found,
            start=found.start - len(verb),
            end=found.end + 1,
            low=Fraction(2) ** int(found.low),
            unit=TIMES,
        )
        return self._made(made, "up")

    def _with_days(self, found: Amount) -> Amount:
        """Give a number its 日 where that is a length of time: 15日内, 连续3日."""
        text = self.folded
        if found.unit is not None or not text.startswith("日", found.end):
            return found
        if text.startswith(_DAYS_BEHIND, found.end + 1) or text.endswith(_DAYS_BEFORE, 0, found.start):
            return replace(found, end=found.end + 1, unit=UNITS["日"])
        return found

    def _with_sign(self, found: Amount) -> Amount:
        """Take 零下, a minus or a currency sign before a number."""
        text, start = self.folded, found.start
        before = text[start - 1 : start]
        dimension = found.unit.dimension if found.unit else ""
        if before in CURRENCIES and before and found.unit is None:
            return replace(found, start=start - 1, unit=UNITS[CURRENCIES[before]])
        if text.endswith("零下", 0, start) and (
            dimension == "temperature" or (found.unit and found.unit.name == "度")
        ):
            return replace(found, start=start - 2, low=-found.low)
        if before == "-" and dimension == "temperature":
            return replace(found, start=start - 1, low=-found.low)
        return found

    # Ordinary quantities

    def _quantity(self, found: Amount) -> Quantity | None:
        text = self.folded
        first, last = context.before(text, found), context.after(text, found)
        direction = context.direction(text, first.at, found, last.at)
        if direction == "none":
            direction = self._inherited(found, first.at)
        bounded = first.comparator != "exact" or last.comparator != "exact" or bool(found.hedge)
        if not self._counts(found, bounded, direction):
            return None
        low = found.low
        comparator = context.comparator(found, first.comparator, last.comparator)
        whole = replace(found, start=min(first.at, found.start), end=last.at, low=low)
        return self._made(whole, direction, comparator)

    def _inherited(self, found: Amount, start: int) -> Direction:
        """Return the direction of the amount just before, where this one stands beside it."""
        last = self.last
        if last is None or last.direction == "none" or found.unit is None or last.unit != found.unit.name:
            return "none"
        gap = self.folded[last.end : start]
        return last.direction if gap in words.JOINTS and gap else "none"

    def _counts(self, found: Amount, bounded: bool, direction: Direction) -> bool:
        """Tell whether an amount with a unit, or a number that needs none, is a quantity here."""
        if found.unit is None:
            return self._stands_alone(found, bounded)
        if (
            found.numeral.positional
            and found.unit.name != "%"
            and (found.low < 100 or found.unit.dimension in COUNT)
        ):
            return False
        if found.fraction:
            return not self.folded.endswith("另", 0, found.start)
        if self.lenient:
            return True
        if found.numeral.bare and not bounded:
            return False
        if self._is_one(found) and not bounded and direction == "none" and self._is_article(found):
            return False
        return not self._is_name(found, bounded, direction)

    def _is_one(self, found: Amount) -> bool:
        return self.folded[found.numeral.start : found.numeral.end] == "一" and found.high is None

    def _is_article(self, found: Amount) -> bool:
        """Tell whether 一 counts nothing: 一张卡, 这一年, 新的一天."""
        assert found.unit is not None
        if found.unit.dimension in COUNT:
            return True
        return self.folded.endswith(_EVERY_ONE, 0, found.start) or self.folded.endswith(
            "最后", 0, found.start
        )

    def _is_name(self, found: Amount, bounded: bool, direction: Direction) -> bool:
        """Tell whether an amount is part of a quoted name, a rank (前10名), or a span of the year (前5个月)."""
        text, unit = self.folded, found.unit
        assert unit is not None
        if text.endswith(("上", "下", "前", "后"), 0, found.start) and text.startswith("半年", found.start):
            return True
        if text.endswith(words.LIST_ONES, 0, found.start) and unit.name in ("名", "位", "个月"):
            return True
        if bounded or direction != "none" or unit.name in ("%", "‰", "个百分点"):
            return False
        quote = self._quote(found.start)
        if quote is None:
            return False
        start, end = quote
        if text[start] in "《〈〔[":
            return True
        inside = (found.start, found.end) == (start + 1, end - 1)
        short = end - start - 2 <= (10 if found.numeral.arabic else 8)
        if not found.numeral.arabic:
            return short and found.low <= 100
        return (
            short
            and not inside
            and found.start <= start + 2
            and found.low.denominator == 1
            and found.low < 10**4
        )

    def _quote(self, at: int) -> tuple[int, int] | None:
        index = bisect_right(self.quote_starts, at) - 1
        return self.quotes[index] if index >= 0 and at < self.quotes[index][1] else None

    def _stands_alone(self, found: Amount, bounded: bool) -> bool:
        """Tell whether a number counts without a unit: 突破10万, 超300; in a selection any number."""
        behind = self.folded[found.end : found.end + 1]
        numeral = found.numeral
        if self.folded[found.start] == "半":
            return False
        if behind and (behind in _NAME_BEHIND or behind in ":/" or (behind.isascii() and behind.isalnum())):
            return False
        if numeral.positional:
            return False
        if self.lenient:
            return True
        large = self.folded[numeral.end - 1] in "万亿" and found.low >= 10**4
        if numeral.arabic:
            return bounded or (large and self._quote(found.start) is None)
        return bounded and found.low >= 100 and numeral.end - numeral.start > 1

    def _made(self, found: Amount, direction: Direction, comparator: str = "exact") -> Quantity:
        unit = found.unit.name if found.unit else ""
        return Quantity(
            found.start,
            found.end,
            self.text[found.start : found.end],
            printed(found.low),
            printed(found.high) if found.high is not None else None,
            unit,
            comparator,  # type: ignore[arg-type]
            direction,
            kind_of(direction, unit, fraction=found.fraction),
        )


def scan(text: str, extra: Mapping[str, str] | None = None, *, lenient: bool = False) -> list[Quantity]:
    """Return the quantities of a text, with a caller's units."""
    return list(Scan(text, lookup(extra), lenient=lenient).quantities())
