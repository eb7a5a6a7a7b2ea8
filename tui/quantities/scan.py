"""The scanner: goes through a text once, from number to number, and keeps the quantities.

Each step looks at a bounded stretch before and behind a number and goes on behind it, so that the work grows
with the length of the text and with nothing else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tui.quantities import context, numerals
from tui.quantities.amount import Amount
from tui.quantities.bounds import apart
from tui.quantities.exclusions import QUOTED, no_quantity_end
from tui.quantities.filtering import counts
from tui.quantities.fold import fold
from tui.quantities.notations import FORMS, currency, degrees, scaled, times
from tui.quantities.quantity import Comparator, Direction, Quantity, kind_of, printed
from tui.quantities.ranges import amount_or_range, tolerance_end
from tui.quantities.spacing import squeeze
from tui.quantities.tables import cells
from tui.quantities.units import Units, lookup
from tui.quantities.words import COMMAS, JOINTS

_NEXT_DAYS = re.compile(f"(?<=[年月周])零(?=[{numerals.CHINESE}])")
"""零 before a smaller unit that the one before does not convert to: 一个月零五天."""


_RESPECTIVELY = re.compile("分别[^，。；、]{1,5}$")
_OR = ("或", "，或")
_MINUS = ("-", "－", "−", "负")
_TAILS = frozenset(":比日番 ")
"""What may make a number of a digit without a unit: 一比三, 三日内, 翻一番."""


class Scan:
    """One pass over one text.

    Args:
        lenient: the text is one that a person says is a quantity, so that 一张 and 百人 are as well.
    """

    def __init__(self, text: str, units: Units, *, lenient: bool = False) -> None:
        self.text, self.units, self.lenient = text, units, lenient
        folded = fold(text)
        in_cells = cells(folded)
        self.folded, self.places = squeeze(folded, in_cells)
        self.quotes = [] if lenient else [found.span() for found in QUOTED.finditer(self.folded)]
        self.quote_starts = [start for start, _ in self.quotes]
        self.cells = cells(self.folded) if self.places and in_cells else in_cells
        self.last: Quantity | None = None
        self.barrier = -1  # where the number before ends

    def quantities(self) -> Iterator[Quantity]:
        """Yield the quantities in ascending order, none overlapping another."""
        at = 0
        while found := numerals.START.search(self.folded, at):
            at = found.start() if found.start() in self.cells else no_quantity_end(self.folded, found.start())
            if at > found.start():
                self.barrier = at
                continue
            quantity, at = self._at(found.start())
            self.barrier = at
            if quantity:
                self.last = quantity
                yield self._placed(quantity) if self.places else quantity

    def _at(self, start: int) -> tuple[Quantity | None, int]:
        """Return the quantity that the number at `start` is, and where to go on."""
        found = amount_or_range(self.folded, start, self.units, self.barrier)
        if found is None:
            return None, numerals.run_end(self.folded, start)
        if (end := tolerance_end(self.folded, found.end, self.units)) > found.end:
            return None, end
        if found.unit is None and not self.lenient and self._is_word(found):
            return None, start + 1
        if doubled := times(self.folded, found):
            last = context.after(self.folded, doubled)
            said = context.comparator(doubled, "", last.comparator)
            return self._made(doubled._replace(end=last.at), "up", said), last.at
        past = found.numeral.end if found.unit is None else found.end
        found = self._without_unit(found) if found.unit is None else self._with_name(found)
        quantity = self._quantity(found)
        if quantity is None:
            return None, max(past, start + 1)
        return quantity, quantity.end + (_NEXT_DAYS.match(self.folded, quantity.end) is not None)

    def _is_word(self, found: Amount) -> bool:
        """Tell whether a Chinese digit without a unit is but part of a word: 统一, 一些, as most are."""
        if found.end != found.start + 1 or self.folded[found.start] not in numerals.DIGITS:
            return False
        return self.folded[found.end : found.end + 1] not in _TAILS

    def _without_unit(self, found: Amount) -> Amount:
        """Return a number with the unit that a sign, a bracket, a table's head or its measure gives it."""
        for form in FORMS:
            found = form(self.folded, found)
        cell = self.cells.get(found.numeral.start) if found.unit is None and self.cells else None
        return scaled(found, *cell) if cell else found

    def _with_name(self, found: Amount) -> Amount:
        """Return an amount with the currency or the scale that is named before it."""
        return degrees(self.folded, currency(self.folded, found))

    def _quantity(self, found: Amount) -> Quantity | None:
        """Return an amount with the words around it, if it is a quantity here."""
        text = self.folded
        first, last = context.before(text, found), context.after(text, found)
        if self.last is not None and first.at < self.last.end:  # 成 is the unit of the number before: 3成百%
            first = context.Bound("exact", found.start)
        direction = context.direction(text, first.at, found, last.at)
        if direction == "none":
            direction = self._inherited(found, first)
        comparator = context.comparator(found, first.comparator, last.comparator)
        is_share = found.unit is not None and found.unit.dimension == "ratio"
        if comparator == "exact" and (is_share or "每" in text[max(0, found.start - 4) : found.start]):
            comparator = apart(text, found, direction)
        holds = counts(
            text,
            found,
            bounded=comparator not in ("exact", "range"),
            changed=direction != "none",
            quote=self._quote(found.start),
            lenient=self.lenient,
        )
        if not holds:
            return None
        return self._made(found._replace(start=first.at, end=last.at), direction, comparator)

    def _inherited(self, found: Amount, first: context.Bound) -> Direction:
        """Return the direction of the amount just before, where this one stands beside it: 增长5%、3%."""
        last = self.last
        if last is None or found.unit is None or last.direction == "none":
            return "none"
        gap = self.folded[last.end : first.at]
        if gap in _OR and found.unit.name == "%":
            return last.direction  # 跌63点或0.38%
        if not gap or gap not in JOINTS:
            return "none"
        if last.unit != found.unit.name and (gap in COMMAS or not self._respectively(last)):
            return "none"
        if gap in COMMAS and first.comparator not in ("exact", "approx"):
            return "none"  # 上涨25美元，突破2400美元
        if found.low < 0:
            return "down"
        return "up" if last.surface.startswith(_MINUS) else last.direction  # 涨跌幅为-0.5%、1.2%

    def _respectively(self, last: Quantity) -> bool:
        """Tell whether a verb before an amount says the change of those behind it too: 分别减少4起、3人."""
        return _RESPECTIVELY.search(self.folded, max(0, last.start - 8), last.start) is not None

    def _quote(self, at: int) -> tuple[int, int] | None:
        """Return the short quotation or title that a place lies in."""
        index = bisect_right(self.quote_starts, at) - 1
        return self.quotes[index] if index >= 0 and at < self.quotes[index][1] else None

    def _placed(self, quantity: Quantity) -> Quantity:
        """Return a quantity where it stands in the text with its blanks."""
        assert self.places is not None
        start, end = self.places[quantity.start], self.places[quantity.end - 1] + 1
        return replace(quantity, start=start, end=end, surface=self.text[start:end])

    def _made(self, found: Amount, direction: Direction, comparator: Comparator = "exact") -> Quantity:
        unit = found.unit.name if found.unit else ""
        share = found.fraction and not unit
        low, high = found.low, found.high
        if direction != "none":
            if high is not None and high <= 0:  # -3.2%至-1.1% is a fall of 1.1 to 3.2
                upper = -low
                low, high = -high, upper
            low = -low if low < 0 else low
        return Quantity(
            start=found.start,
            end=found.end,
            surface=(self.folded if self.places else self.text)[found.start : found.end],
            value=printed(low, fraction=share),
            value_max=None if high is None else printed(high, fraction=share),
            unit=unit,
            comparator=comparator,
            direction=direction,
            kind=kind_of(direction, unit, fraction=found.unit is not None),
        )


def scan(text: str, extra: Mapping[str, str] | None = None, *, lenient: bool = False) -> list[Quantity]:
    """Return the quantities of a text, with a caller's units."""
    return list(Scan(text, lookup(extra), lenient=lenient).quantities())
