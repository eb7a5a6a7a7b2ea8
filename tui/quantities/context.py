"""The context of an amount: comparators, and verbs and nouns of change."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.quantities import words
from tui.quantities.amount import Amount
from tui.quantities.notations import CURRENCY_NAMES
from tui.quantities.quantity import Comparator, Direction
from tui.quantities.units import COUNT

Table = Mapping[str, tuple[str, ...]]
"""Words by their first or last character, the longest first: most characters begin or end none."""


def _by_character(table: Iterable[str], at: int) -> Table:
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(table, key=len, reverse=True):
        found[word[at]].append(word)
    return {char: tuple(row) for char, row in found.items()}


_BEFORE = {**words.BEFORE, **words.BEFORE_BARE, **words.BEFORE_SPOKEN}
_BEFORE_BY = _by_character(_BEFORE, -1)
_AFTER_BY = _by_character(words.AFTER, 0)
_VERBS_BY = _by_character(words.VERBS, -1)
_BY_BY = _by_character(words.BY, -1)
_CHANGE_BY = _by_character(words.OF_CHANGE_BY, -1)
_EITHER_BY = _by_character(words.EITHER, -1)
_EITHER_ENDS = frozenset(word[-1] for word in (*words.EITHER, *words.EITHER_BY))
_RECENT = re.compile(r"(?:历时|历经|耗时|用时|经过|时隔|长达|经历|花了|用了|持续)$")
_FEW = 10
"""Of so few people 不到 says that they are absent, of so few times 近 that they are the last ones."""
_KEPT = ("控制在", "限制在", "压缩在", "压缩到", "稳定在", "保持在")
_SHARED_REACH = 24
_OBJECT_REACH = 10
_SHARE_REACH = 18
_SHARE_HINT = re.compile("[上下]调|调[降升]|[提降上下减增][高低浮少加]")
_TIME_REACH = 5
_COMPARED_REACH = 20
_OBJECT_HINT = re.compile("[削压裁缩核减精追增]")
"""A character of the verbs; most amounts have none near, and are done with."""
_OPPOSITE: dict[Direction, Direction] = {"up": "down", "down": "down", "none": "none"}
"""What a change with a minus is: 增长-2.3% and 降幅为-2.3% are both a fall."""
_PROPORTIONS = frozenset(("%", "‰", "个百分点", "个基点", "点子", "倍"))
_OCCURRENCES = frozenset(("次", "轮", "回"))
_COMPARED = ("同比", "环比", "同比为", "环比为", "同比:", "环比:")


class Bound(NamedTuple):
    """A comparator, and where the words that say it reach."""

    comparator: str
    at: int


def before(text: str, amount: Amount) -> Bound:
    """Return the comparator before an amount, ``exact`` where there is none."""
    at = amount.start
    if text[at - 1 : at] in ("了", " ") and at:
        found = _ending(text, at - 1, amount)
        if found:
            return found
    return _ending(text, at, amount) or _before_currency(text, amount) or Bound("exact", at)


def _before_currency(text: str, amount: Amount) -> Bound | None:
    """Return the comparator before the name of an amount's currency: 不低于人民币500万元."""
    if amount.unit is None or amount.unit.dimension != "money":
        return None
    names = (name for name in CURRENCY_NAMES if text.endswith(name, 0, amount.start))
    return next((_ending(text, amount.start - len(name), amount) for name in names), None)


def _ending(text: str, at: int, amount: Amount) -> Bound | None:
    for word in _BEFORE_BY.get(text[at - 1 : at], ()) if at else ():
        begin = at - len(word)
        if begin >= 0 and text.startswith(word, begin) and _holds(text, word, begin, amount):
            return Bound(_BEFORE[word], begin)
    return None


def _holds(text: str, word: str, at: int, amount: Amount) -> bool:
    """Tell whether a comparator word is one here."""
    if word in words.BEFORE_BARE and not (amount.numeral.bare or text[amount.start] == "半"):
        passed = word in ("过", "破") and (_is_percent(amount) or text[amount.numeral.end - 1] in "万亿WwKk")
        return passed and text[at - 1 : at] not in words.NOT_PAST
    if word in words.BEFORE_SPOKEN and (
        amount.numeral.arabic or amount.numeral.positional or amount.unit is None or amount.low < 10
    ):
        return False
    if at and text[at - 1] in words.NOT_BEHIND.get(word, ""):
        return False
    return word != "近" or text[at - 1 : at] == "已" or not _recent(text, at, amount)


def _is_proportion(amount: Amount) -> bool:
    return amount.fraction or (amount.unit is not None and amount.unit.name in _PROPORTIONS)


def _is_percent(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.name == "%"


def _is_share(amount: Amount) -> bool:
    """Tell whether 强 and 弱 behind an amount say that it is a little more, or less."""
    return amount.fraction or _is_percent(amount)


def _recent(text: str, at: int, amount: Amount) -> bool:
    """Tell whether 近5年 and 近六次 mean the last ones and not nearly as many."""
    if amount.unit is None or amount.numeral.bare:
        return False
    if amount.unit.name in ("次", "场", "轮", "届"):
        return amount.low < _FEW
    if amount.unit.name not in ("年", "个月", "天", "周", "载"):
        return False
    return not (
        _RECENT.search(text, max(0, at - 3), at) or text.startswith(("的", "之久", "时间"), amount.end)
    )


def after(text: str, amount: Amount) -> Bound:
    """Return the comparator behind an amount, ``exact`` where there is none."""
    at = amount.end + (text[amount.end : amount.end + 1] == " ")
    for word in _AFTER_BY.get(text[at : at + 1], ()):
        if (
            text.startswith(word, at)
            and _follows(text, word, at, amount)
            and (at == amount.end or len(word) > 1)
        ):
            return Bound(_said(word, amount), at + len(word))
    return _enclosed(text, amount) or Bound("exact", amount.end)


def _enclosed(text: str, amount: Amount) -> Bound | None:
    """Return the bound that brackets behind an amount say, or a verb before it and 内: 控制在0.02毫米内."""
    char = text[amount.end : amount.end + 1]
    if char == "(":
        return _with_itself(text, amount)
    return Bound("le", amount.end + 1) if char == "内" and text.endswith(_KEPT, 0, amount.start) else None


def _with_itself(text: str, amount: Amount) -> Bound | None:
    """Return the bound that says in brackets whether the amount itself is in it: 5万元(含5万元)以上."""
    said = words.WITH_ITSELF.match(text, amount.end)
    if said is None or not text.startswith(said["amount"], amount.start):
        return None
    return Bound(words.AFTER[f"({said['how']}){said['word']}"], said.end())


def _said(word: str, amount: Amount) -> str:
    """Return what a word behind an amount says; 30家+ is at least 30, 10万+ and 30+ more."""
    return "ge" if word == "+" and amount.unit is not None else words.AFTER[word]


def _follows(text: str, word: str, at: int, amount: Amount) -> bool:
    if text.startswith(words.NOT_AFTER.get(word, ()), at + len(word)):
        return False
    if word.endswith("不到") or word == "还多":
        absent = amount.unit is not None and amount.unit.name in ("人", "名", "位") and amount.low < _FEW
        return not absent and words.NOT_REACHED.match(text, at + len(word)) is not None
    if word == "附近":
        return amount.unit is not None and (
            amount.unit.dimension == "money" or amount.unit.name in ("点", "%")
        )
    if word in ("强", "弱"):
        return _is_share(amount) and words.NOT_REACHED.match(text, at + 1) is not None
    if word == "+":
        behind = text[amount.end + 1 : amount.end + 2]
        return (amount.unit is not None or text[amount.end - 1] in "万亿WwKk") and not (
            behind.isascii() and behind.isalnum()
        )
    if word in ("多", "余"):
        return (
            amount.unit is not None and amount.unit.dimension not in COUNT and not is_compared(text, amount)
        )
    return True


def is_compared(text: str, amount: Amount) -> bool:
    """Tell whether an amount is what 多 or 少 behind it compares with: 比前两年多3家."""
    return words.COMPARED_TIME.search(text, max(0, amount.start - _TIME_REACH), amount.start) is not None


def comparator(amount: Amount, first: str, last: str) -> Comparator:
    """Return the one comparator of an amount: a range's, else a bound before an approximation."""
    if amount.high is not None:
        return "range"
    said = [word for word in (first, last, amount.hedge) if word and word != "exact"]
    bounds = [word for word in said if word != "approx"]
    return (bounds or said or ["exact"])[0]  # type: ignore[return-value]


def direction(text: str, start: int, amount: Amount, end: int) -> Direction:
    """Return where an amount says that something changed by it: 增长5.2%, but not 提高到15%."""
    if amount.high is not None and amount.low < 0 < amount.high:
        return "none"
    plus = text[start - 1 : start] == "+"
    start -= plus
    if start and text[start - 1] in _EITHER_ENDS and _either(text, start):
        return "down" if amount.low < 0 else "up"
    found = _verb(text, start, amount) or _verb(text, _behind_verb(text, start), amount)
    if found:
        return _OPPOSITE[found] if amount.low < 0 else found
    if (plus or amount.low < 0) and text.endswith(_COMPARED, 0, start):
        return "up" if plus else "down"
    if text[end : end + 1] != "的":
        compared = _compared(text, start) if text[start - 1] in "多少了出" else None
        return compared or _transitive(text, start, amount)
    if words.OF_UP.match(text, end):
        return "up"
    return "down" if words.OF_DOWN.match(text, end) else "none"


def _transitive(text: str, start: int, amount: Amount) -> Direction:
    """Return where a verb with its object before an amount says that it goes: 削减预算3亿元."""
    reach = max(0, start - _OBJECT_REACH)
    moved = words.TRANSITIVE.search(text, reach, start) if _OBJECT_HINT.search(text, reach, start) else None
    if (
        moved is None
        and _is_proportion(amount)
        and _SHARE_HINT.search(text, max(0, start - _SHARE_REACH), start)
    ):
        moved = words.MOVED_SHARE.search(text, max(0, start - _SHARE_REACH), start)
    return ("down" if moved[1] else "up") if moved else "none"


def _compared(text: str, start: int) -> Direction | None:
    """Return where 多 or 少 behind a time that is compared with says that it goes: 较2019年少5起."""
    said = words.COMPARED.search(text, max(0, start - _COMPARED_REACH), start)
    return ("up" if said[1] else "down") if said else None


def _ending_with(text: str, at: int, table: Table) -> Iterable[str]:
    """Return the words of a table that end at a place, the longest first."""
    row = table.get(text[at - 1 : at])  # most characters end none
    return () if row is None else (word for word in row if text.endswith(word, 0, at))


def _either(text: str, start: int) -> bool:
    """Tell whether a noun stands there that leaves the way to the sign: 涨跌幅."""
    at = start
    for word in words.EITHER_BY:
        if text.endswith(word, 0, start):
            at = start - len(word)
            break
    return any(True for _ in _ending_with(text, at, _EITHER_BY))


def _behind_verb(text: str, start: int) -> int:
    """Return where a verb of change may end whose amount begins at `start`: 增长了5%, 涨幅为3%."""
    for word in _ending_with(text, start, _CHANGE_BY):
        if text.endswith(words.OF_CHANGE, 0, start - len(word)):
            return start - len(word)
    at = start
    for word in _ending_with(text, start, _BY_BY):
        if not text.endswith(words.NOT_BY.get(word, ()), 0, at):
            at -= len(word)
            break
    if at and text[at - 1] in words.SHARING:
        at = words.SHARED.search(text, max(0, at - _SHARED_REACH), at).start()  # type: ignore[union-attr]
    return at


def _is_counted(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.dimension in COUNT


def _verb(text: str, at: int, amount: Amount) -> Direction | None:
    if at and text[at - 1] == " ":
        at -= 1
    for word in _ending_with(text, at, _VERBS_BY) if at else ():
        begin = at - len(word)
        if begin and text[begin - 1] in words.NOT_VERB.get(word, ""):
            continue
        if word in words.SMALL_VERBS and not _is_proportion(amount):
            continue
        if word in words.COMPARING and words.OTHER_ONE.search(text, max(0, begin - _COMPARED_REACH), begin):
            continue
        if word in words.ONE_CHANGE_EACH and amount.unit is not None and amount.unit.name in _OCCURRENCES:
            continue
        if word in words.MORE_OR_LESS and amount.low == 1 and _is_counted(amount):
            continue
        return words.VERBS[word]  # type: ignore[return-value]
    return None
