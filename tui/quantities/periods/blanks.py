"""Blanks that text recognition puts into dates: 2022 年 12 月 31 日, 1 2月."""

import re
from collections.abc import Sequence

from tui.quantities.spacing import without

_BLANK = re.compile(" +")
_BEHIND_DIGIT = frozenset("—–~-")
_BEFORE_DIGIT = frozenset("—–~-")
_PAIRS = frozenset(
    first + second
    for row in (
        "今去前明上本 年",
        "上下本 月周季",
        "年月日 以至第初底末上下前中全同",
        "年 一二三四",
        "以 来",
        "半季 年度",
        "第 一二三四",
        "上下 半旬",
    )
    for firsts, seconds in [row.split()]
    for first in firsts
    for second in seconds
)
"""Characters of a date that a blank may stand between."""
_SPLIT_YEAR = re.compile(
    "(?<![0-9.])(?<![0-9.] )"
    "(?:(?:19|20) [0-9]{2}|[12] [09][0-9]{2}|(?:19|20)[0-9] [0-9]|[12] [0-9] [0-9] [0-9])(?= ?年)"
)
_SPLIT = re.compile(
    "(?<![0-9.])(?<![0-9.] )(1) ([012])(?= ?月)|(?<![0-9])(?<=月) ?([123]) ([0-9])(?= ?[日号])"
)


def squeeze(folded: str) -> tuple[str, Sequence[int] | None]:
    """Return a folded text without the blanks within its dates, and the place of each of its characters.

    None in place of the places: nothing was taken out.
    """
    if " " not in folded:
        return folded, None
    out = {
        at for found in _BLANK.finditer(folded) if _is_within(folded, found) for at in range(*found.span())
    }
    for found in _SPLIT.finditer(folded):
        first = found[1] or found[3]
        number = int(first + (found[2] or found[4]))
        if number <= (12 if found[1] else 31):
            out.update(at for at in range(*found.span()) if folded[at] == " ")
    for found in _SPLIT_YEAR.finditer(folded):
        out.update(at for at in range(*found.span()) if folded[at] == " ")
    if not out:
        return folded, None
    return without(folded, out)


def _is_within(folded: str, blank: re.Match[str]) -> bool:
    """Tell whether a blank stands within a date, by the characters around it."""
    before, behind = folded[blank.start() - 1 : blank.start()], folded[blank.end() : blank.end() + 1]
    if before + behind in _PAIRS:
        return True
    if before.isdigit():
        return behind in _BEHIND_DIGIT or _is_han(behind)
    return ((before in _BEFORE_DIGIT or _is_han(before)) and behind.isdigit()) or (
        before in ("年", "月") and behind in ("初", "底", "末")
    )


def _is_han(char: str) -> bool:
    return "一" <= char <= "龥"
