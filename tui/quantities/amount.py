"""The value that reading a number with its unit makes."""

from typing import NamedTuple

from tui.quantities.numerals import Numeral
from tui.quantities.tally import Number
from tui.quantities.units import Unit


class Amount(NamedTuple):
    """A number and its unit in a folded text.

    Attributes:
        start: where it begins.
        end: where it ends.
        low: the number.
        high: the upper one of a range, else None.
        unit: None where no unit stands.
        hedge: ``gt`` or ``approx`` from 余, 多, 几, 来; else empty.
        numeral: the first numeral.
        fraction: whether it is one of another thing: 三分之二, 百分之五, 一半.
    """

    start: int
    end: int
    low: Number
    high: Number | None
    unit: Unit | None
    hedge: str
    numeral: Numeral
    fraction: bool = False
