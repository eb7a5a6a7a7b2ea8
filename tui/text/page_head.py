"""The head of a page: the names of paper and page, and what stands with them above the first headline."""

import re
from collections.abc import Sequence

from tui.text.cues import Cue
from tui.text.units import Unit
from tui.text.vocabulary import HAN, simplified

LINES = 6
"""A page's head has no more lines."""
NAME = 24
"""Characters of the longest line of a page's head that is no imprint by itself."""
IMPRINTS = (Cue.FURNITURE, Cue.DATED, Cue.CONTACT)
IMPRINT = re.compile(r"[\d０-９]|[〇零一二三四五六七八九十]+[期年版]|星期")
CORNER = re.compile(
    rf"[A-Z]?\d{{1,2}}(?:[-—/]\d{{1,2}})?[ \u3000·|｜/]*{HAN}{{2,4}}|"
    rf"{HAN}{{2,4}}[ \u3000·|｜/]+[A-Z]?\d{{1,2}}|第?[A-Z]?\d{{1,2}}版[ \u3000·|｜/]*{HAN}{{2,4}}|"
    r"(?:(?:本版|责任|图片|执行|文字|视觉|值班|版面|美术)?(?:编辑|校对|主编|责编|美编)|组稿|插图|摄影|文字|版式)"
    rf"(?:[ \u3000/／:：]*{HAN}{{2,3}})?"
)
"""The number of a page with its name, or who made it."""
NUMBERED = re.compile(rf"{HAN}{{2,4}}[A-Z]?\d{{1,2}}")
"""The name and the number of a page, which recognition has joined, below the paper's name."""
PUBLISHED = re.compile(
    rf"总?第?[\d０-９〇零百一二三四五六七八九十]+[期号卷][）)]?(?:[ \u3000]|$)|"
    rf"\d{{4}}年\d{{1,2}}月(?:[ \u3000]|$)|"
    rf"{HAN}{{0,4}}出版(?:[ \u3000]|$)|零售|内部(?:交流|资料|刊物|发行)|院刊|主办|邮发|订阅"
)
"""What an imprint says."""
LONGEST = 48
SENTENCE = re.compile("[，。；：！？、]|^[（(—]")


def mark_page_head(units: Sequence[Unit]) -> None:
    """Take the short lines at a page's beginning for furniture, down to the last with a date or a number.

    A headline is to stand below them: a line above a date that has a text right below it is a title.
    """
    end = _end_of_head(units)
    for unit in units[:end]:
        if unit.cue is None:
            unit.cue = Cue.FURNITURE


def _end_of_head(units: Sequence[Unit]) -> int:
    end = 0
    for at, unit in enumerate(units[: LINES + 1]):
        if unit.cue in IMPRINTS:
            if IMPRINT.search(unit.text) and unit.text[0] not in "（(":
                end = at + 1
        elif _is_plain(unit, LONGEST) and PUBLISHED.search(simplified(unit.text)):
            end = at + 1
        elif not _is_plain(unit, NAME) or SENTENCE.search(unit.text):
            break
        elif CORNER.fullmatch(unit.text) or (end and NUMBERED.fullmatch(unit.text)):
            end = at + 1
    below = units[end] if end < len(units) else None
    return end if below is not None and _heads(below) else 0


def _is_plain(unit: Unit, longest: int) -> bool:
    """Tell whether a unit is a short line of its own that no mark-up and no convention tells."""
    plain = unit.cue is None and not unit.level and not unit.verse
    return (
        plain and unit.begins and unit.ends and len(unit.text) <= longest and unit.text[-1] not in "。：；，"
    )


def _heads(unit: Unit) -> bool:
    """Tell whether a unit may be the first of an article: a line like a headline, or an opening."""
    if unit.cue is None:
        return len(unit.text) <= 2 * NAME and unit.text[-1] not in "。：:；，" and not unit.verse
    return unit.cue in (Cue.OPENING, Cue.LEAD)
