"""What stands around an amount: comparators, verbs of change, and signs that it is no quantity."""

import re
from typing import NamedTuple

from tui.quantities import words
from tui.quantities.amount import Amount
from tui.quantities.quantity import Comparator, Direction
from tui.quantities.units import COUNT

_BEFORE = {**words.BEFORE, **words.BEFORE_BARE}
_LONGEST = max(map(len, _BEFORE))
_LONGEST_VERB = max(map(len, words.VERBS))
_LONGEST_AFTER = max(map(len, words.AFTER))
_RECENT = re.compile(r"(?:历时|历经|耗时|用时|经过|时隔|长达|经历|花了|用了|持续)$")
_SHARED_REACH = 24
_OPPOSITE: dict[Direction, Direction] = {"up": "down", "down": "up", "none": "none"}
"""What a change by less than nothing is: 增长-2.3%."""
_PROPORTIONS = frozenset(("%", "‰", "个百分点", "个基点", "倍"))


class Bound(NamedTuple):
    """A comparator, and where the words that say it reach."""

    comparator: str
    at: int


def before(text: str, amount: Amount) -> Bound:
    """Return the comparator before an amount, ``exact`` where there is none."""
    at = amount.start
    for skip in ("了", " "):
        if text[at - 1 : at] == skip:
            found = _ending(text, at - 1, amount)
            if found:
                return found
    return _ending(text, at, amount) or Bound("exact", at)


def _ending(text: str, at: int, amount: Amount) -> Bound | None:
    for length in range(min(_LONGEST, at), 0, -1):
        word = text[at - length : at]
        if word in _BEFORE and _holds(text, word, at - length, amount):
            return Bound(_BEFORE[word], at - length)
    return None


def _holds(text: str, word: str, at: int, amount: Amount) -> bool:
    """Tell whether a comparator word is one here."""
    if word in words.BEFORE_BARE and not (amount.numeral.bare or text[amount.start] == "半"):
        return False
    if at and text[at - 1] in words.NOT_BEHIND.get(word, ""):
        return False
    return word != "近" or not _recent(text, at, amount)


def _recent(text: str, at: int, amount: Amount) -> bool:
    """Tell whether 近5年 means the last five years and not nearly five."""
    if amount.unit is None or amount.numeral.bare or amount.unit.name not in ("年", "个月", "天", "周", "载"):
        return False
    return not (
        _RECENT.search(text, max(0, at - 3), at) or text.startswith(("的", "之久", "时间"), amount.end)
    )


def after(text: str, amount: Amount) -> Bound:
    """Return the comparator behind an amount, ``exact`` where there is none."""
    at = amount.end + (text[amount.end : amount.end + 1] == " ")
    for length in range(_LONGEST_AFTER, 0, -1):
        word = text[at : at + length]
        if len(word) < length or word not in words.AFTER or not _follows(text, word, at, amount):
            continue
        if at == amount.end or length > 1:
            return Bound(words.AFTER[word], at + length)
    return Bound("exact", amount.end)


def _follows(text: str, word: str, at: int, amount: Amount) -> bool:
    if text.startswith(words.NOT_AFTER.get(word, ()), at + len(word)):
        return False
    if word == "+":
        behind = text[amount.end + 1 : amount.end + 2]
        return text[amount.end - 1] in "万亿" and not (behind.isascii() and behind.isalnum())
    if word in ("多", "余", "前后"):
        return amount.unit is not None and amount.unit.dimension not in COUNT and word != "前后"
    return True


def comparator(amount: Amount, first: str, last: str) -> Comparator:
    """Return the one comparator of an amount: a range's, else a bound before an approximation."""
    if amount.high is not None:
        return "range"
    said = [word for word in (first, last, amount.hedge) if word and word != "exact"]
    bounds = [word for word in said if word != "approx"]
    return (bounds or said or ["exact"])[0]  # type: ignore[return-value]


def direction(text: str, start: int, amount: Amount, end: int) -> Direction:
    """Return where an amount says that something changed by it: 增长5.2%, but not 提高到15%."""
    at = start
    for word in words.BY:
        if text.endswith(word, 0, at) and not text.endswith(words.NOT_BY.get(word, ()), 0, at):
            at -= len(word)
            break
    if text[at - 1 : at] in words.SHARING:
        at = words.SHARED.search(text, max(0, at - _SHARED_REACH), at).start()  # type: ignore[union-attr]
    for word in words.OF_CHANGE_BY:
        if text.endswith(word, 0, start) and text.endswith(words.OF_CHANGE, 0, start - len(word)):
            at = start - len(word)
            break
    found = _verb(text, start, amount) or _verb(text, at, amount)
    if found:
        return _OPPOSITE[found] if amount.low < 0 else found
    if amount.low < 0 and text.endswith(("同比", "环比", "同比为", "环比为"), 0, start):
        return "down"
    if words.OF_UP.match(text, end):
        return "up"
    return "down" if words.OF_DOWN.match(text, end) else "none"


def _verb(text: str, at: int, amount: Amount) -> Direction | None:
    if text[at - 1 : at] == " ":
        at -= 1
    for length in range(min(_LONGEST_VERB, at), 0, -1):
        word = text[at - length : at]
        way = words.VERBS.get(word)
        if way is None or text[at - length - 1 : at - length] in tuple(words.NOT_VERB.get(word, "")):
            continue
        if word in words.SMALL_VERBS and (amount.unit is None or amount.unit.name not in _PROPORTIONS):
            continue
        return way  # type: ignore[return-value]
    return None
