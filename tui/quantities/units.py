"""The lookup of units: what stands behind a number, by longest match."""

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


_PER = re.compile("/(?:10{1,3}(?=[^0-9]))?|每|(?<=[^0-9 ])·")
"""Between the parts of a made unit: 元/吨, 毫克/100毫升, 元/人·天."""
_FACTORS = 2
"""Parts that may follow the first."""


@dataclass(frozen=True)
class Match:
    """A unit that stands in a text, and where it ends."""

    unit: Unit
    end: int


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

    def match(self, text: str, at: int, *, arabic: bool) -> Match | None:
        """Return the longest unit at `at`, with 元/平方米·天 and the like as one; None: none stands there."""
        found = self._one(text, at, arabic=arabic)
        for _ in range(_FACTORS):
            sign = _PER.match(text, found.end) if found else None
            below = self._one(text, sign.end(), arabic=True) if sign else None
            if found is None or sign is None or below is None:
                return found
            joint = sign[0].replace("每", "/")
            made = Unit(
                f"{found.unit.name}{joint}{below.unit.name}", f"{found.unit.dimension}/{below.unit.dimension}"
            )
            found = Match(made, below.end)
        return found

    def _one(self, text: str, at: int, *, arabic: bool) -> Match | None:
        for length in self._lengths.get(text[at : at + 1], ()):
            name = text[at : at + length]
            if (
                len(name) == length
                and name in self.table
                and (name in self._free or self._stands(text, name, at + length, arabic))
            ):
                return Match(self.table[name], at + length)
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
