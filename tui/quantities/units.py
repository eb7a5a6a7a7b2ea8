"""Looks up the unit after a number, by longest match."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tui.quantities.unit_exceptions import ARABIC_ONLY, NOT_BEFORE
from tui.quantities.unit_table import ALIASES, IN_CONTEXT, TABLE, WITH_GE

COUNT = frozenset(("count", "people"))
"""Dimensions of classifiers, before which 一 is an article."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Attributes:
        name: as quantities carry it.
        dimension: what it measures; ``count`` and ``people`` for classifiers.
        base: the unit of its dimension that the factor leads to; empty where it does not convert.
        factor: how many `base` one of it is.
    """

    name: str
    dimension: str
    base: str = ""
    factor: Fraction | None = None


def _units() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for dimension, (base, names) in TABLE.items():
        for row in names.split():
            name, _, factor = row.partition("=")
            found[name] = Unit(name, dimension, base, Fraction(factor)) if factor else Unit(name, dimension)
    for alias, name in ALIASES.items():
        found[alias] = found[name]
    return found


UNITS: Mapping[str, Unit] = _units()
"""Every known unit by each way to write it."""

_GE = {f"个{name}": name for name in WITH_GE}
_NOT_BEFORE = {name: tuple(words.split()) for name, words in NOT_BEFORE.items()}


_PER = re.compile(r"/(?:10{1,3}(?=[^0-9])|[百千万](?=[公人户辆吨元米亩头名])|\(|)|每|(?<=[^0-9 ])[·*]")
"""Between the parts of a made unit: 元/吨, 毫克/100毫升, 元/人·天."""
_PER_SIGNS = frozenset("/每·*")
_JOINTS = {"每": "/", "/(": "/", "*": "·"}
_SHORT = re.compile("[月日时季周年秒分h生](?![间期初底末中内起前后钟产活物0-9A-Za-z])")
"""Times by which something is counted, as they are written behind a /: 元/月, 公里/时; pupils: 元/生·年."""
_FACTORS = 2
"""Parts that may follow the first."""


def _is_apart(above: Unit, below: Unit) -> bool:
    """Tell whether 每 between two units begins what follows: 3次每次2片, 8类每件200元."""
    return above.name == below.name or (above.dimension == "count" == below.dimension and above.name != "次")


class Units:
    """The known units and a caller's, ready to be looked up.

    Args:
        extra: names of units, each with its dimension; they come before the known ones.
    """

    def __init__(self, extra: Mapping[str, str]) -> None:
        own = {name: Unit(name, dimension) for name, dimension in extra.items() if name}
        self.table = {**UNITS, **own}
        self._free = frozenset(own)
        self._lengths: dict[str, list[int]] = {}
        for name in self.table.keys() - IN_CONTEXT:
            lengths = self._lengths.setdefault(name[0], [])
            if len(name) not in lengths:
                lengths.append(len(name))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def match(self, text: str, at: int, *, arabic: bool) -> tuple[Unit, int] | None:
        """Return the longest unit at `at` and where it ends; 元/平方米·天 and the like are one.

        None: none stands there.
        """
        found = self._one(text, at, arabic=arabic)
        if found is None or text[found[1] : found[1] + 1] not in _PER_SIGNS:
            return found
        return self.with_parts(text, *found)

    def with_parts(self, text: str, unit: Unit, end: int) -> tuple[Unit, int]:
        """Return a unit that ends at `end` with the units behind it that it is counted by: 元 and /吨."""
        found = unit, end
        for _ in range(_FACTORS):
            sign = _PER.match(text, found[1])
            if sign and sign[0] == "每" and found[0].dimension == "time":
                break  # 连续7年每年
            below = self._below(text, sign, found[0]) if sign else None
            if sign is None or below is None or (sign[0] == "每" and _is_apart(found[0], below[0])):
                break
            unit, end = below
            joint = _JOINTS.get(sign[0], sign[0])
            found = Unit(f"{found[0].name}{joint}{unit.name}", f"{found[0].dimension}/{unit.dimension}"), end
        return found

    def _below(self, text: str, sign: re.Match[str], above: Unit) -> tuple[Unit, int] | None:
        """Return the unit behind a / with the bracket around it, if any: 元/(人·月)."""
        at = sign.end()
        if not sign[0].endswith("("):
            short = "/" in sign[0] or sign[0] == "每" or "/" in above.name  # 元/平方米·月
            return self._per(text, at) if short else self._one(text, at, arabic=True)
        first = self._per(text, at)
        if first is None or text[first[1] : first[1] + 1] not in ("·", "*"):
            return None
        second = self._per(text, first[1] + 1)
        if second is None or text[second[1] : second[1] + 1] != ")":
            return None
        return Unit(f"{first[0].name}·{second[0].name}", second[0].dimension), second[1] + 1

    def _per(self, text: str, at: int) -> tuple[Unit, int] | None:
        """Return the unit that another is counted by: as anywhere, or a short name of a time."""
        found = self._one(text, at, arabic=True)
        short = _SHORT.match(text, at)
        if short and (found is None or found[1] <= short.end()):
            return Unit(short[0], "people" if short[0] == "生" else "time"), short.end()
        return found

    def _one(self, text: str, at: int, *, arabic: bool) -> tuple[Unit, int] | None:
        for length in self._lengths.get(text[at : at + 1], ()):
            name = text[at : at + length]
            if (
                len(name) == length
                and name in self.table
                and (name in self._free or self._stands(text, name, at + length, arabic))
            ):
                return self.table[name], at + length
        return None

    def _stands(self, text: str, name: str, end: int, arabic: bool) -> bool:
        """Tell whether a name is the unit here and not the beginning of another word."""
        if name in ARABIC_ONLY and not arabic:
            return False
        if name[-1].isascii() and name[-1].isalpha():
            return not (text[end : end + 1].isascii() and text[end : end + 1].isalnum())
        return not text.startswith(_NOT_BEFORE.get(name, ()) or _NOT_BEFORE.get(_GE.get(name, ""), ()), end)


@lru_cache(maxsize=8)
def _lookup(extra: tuple[tuple[str, str], ...]) -> Units:
    return Units(dict(extra))


def lookup(extra: Mapping[str, str] | None = None) -> Units:
    """Return the known units with a caller's; made once for each set of these."""
    return _lookup(tuple(sorted((extra or {}).items())))
