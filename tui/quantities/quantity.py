"""The value of a quantity."""

from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from tui.quantities.words import names

Comparator: TypeAlias = Literal["exact", "ge", "gt", "le", "lt", "approx", "range"]
Direction: TypeAlias = Literal["none", "up", "down"]
Kind: TypeAlias = Literal["level", "ratio", "change", "duration"]

COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
KINDS: tuple[Kind, ...] = get_args(Kind)

DURATIONS = frozenset(
    names(
        """
    微秒 纳秒 毫秒 秒 刻钟 分钟 小时 钟头 天 日 昼夜 夜 晚 个晚上 宿 周 星期 礼拜 工作日 交易日 自然日 个月
    min h ms 年 载 个季度 个年度 世纪 学年 学期 个学期 个学年
    """
    )
)
"""Units of a stretch of time; 课时 and 工日 count work."""
RATIO_UNITS = frozenset(("%", "‰", "倍", "比", "个百分点", "个基点", ""))
"""Units of a proportion; the empty one is a fraction's."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity found in a text.

    Attributes:
        start: its first code point in the text.
        end: the code point behind its last.
        surface: ``text[start:end]``.
        value: an exact decimal (``1193500``) or fraction (``2/3``); `fractions.Fraction` reads both.
        value_max: the upper end of a range, else None.
        unit: the unit or classifier as it is written, never converted; empty where there is none.
        comparator: how the true value stands to `value`.
        direction: where the quantity is a change, up or down.
        kind: change, ratio (a proportion that is no change), duration (a stretch of time) or level.
    """

    start: int
    end: int
    surface: str
    value: str
    value_max: str | None
    unit: str
    comparator: Comparator
    direction: Direction
    kind: Kind

    def as_dict(self) -> dict[str, int | str | None]:
        """Return the fields by their names, as the command line prints them."""
        return {name: getattr(self, name) for name in _FIELDS}


_FIELDS = tuple(field.name for field in fields(Quantity))


def printed(number: int | Fraction, *, fraction: bool = False) -> str:
    """Return a number as a plain decimal; in lowest terms (2/3) where none is exact or `fraction` asks."""
    if number.denominator == 1:
        return str(number.numerator)
    if fraction:
        return f"{number.numerator}/{number.denominator}"
    denominator, places = number.denominator, 0
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator, power = denominator // prime, power + 1
        places = max(places, power)
    if denominator != 1:
        return f"{number.numerator}/{number.denominator}"
    whole, rest = divmod(abs(number.numerator) * 10**places // number.denominator, 10**places)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"


def kind_of(direction: Direction, unit: str, *, fraction: bool = False) -> Kind:
    """Return the kind that a direction and a unit make; without a unit only a `fraction` is a ratio."""
    if direction != "none":
        return "change"
    if unit in RATIO_UNITS:
        return "ratio" if unit or fraction else "level"
    return "duration" if unit in DURATIONS else "level"
