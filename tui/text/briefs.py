"""Briefs without headlines, each an article, and notices of courts below their common name."""

import re
from collections.abc import Iterator, Sequence

from tui.text.cues import Cue
from tui.text.reflow import finished
from tui.text.units import BULLETED, Unit
from tui.text.vocabulary import DAY, HAN, compact, simplified

LONGEST = 160
"""Characters of a brief, at most."""
COLUMN = re.compile(
    rf"(?:{HAN}{{0,4}}[·•]?)?(?:[简快短要]讯|短波|简报|要闻|动态|集锦|点滴|速递|播报|一句话新闻|新闻(?:集纳|速览)|"
    r"信息(?:窗|快递|荟萃))(?:[两一二三四五六七八九十]{1,3}[则条])?|(?:法院|送达)?公告"
)
"""The name of a column of briefs."""
DATED = re.compile(rf"{DAY}|[昨今前近][日天晚]|日前|近期|最近|连日来|[本上][月周]")
LABEL = re.compile(rf"[【\[]{HAN}{{2,6}}[】\]]")
"""What a brief is about."""
NOTICE = re.compile(r"[^，。：:]{2,30}[:：](?:本院|我院|本庭)")
"""How a court addresses somebody whom it cannot reach."""
AGENCY_SIGNS = re.compile("[（(](?:据|综合|本报|新华社|中新社|本社)")
"""How an agency, or the paper itself, signs a brief."""


def mark_briefs(units: Sequence[Unit]) -> None:
    """Mark the paragraphs below the name of a column of briefs, where all begin alike: each is an article.

    They begin with a bullet, with the day, or with whom a court addresses. The column's name is furniture.
    """
    for at, unit in enumerate(units):
        if unit.cue in (None, Cue.FURNITURE) and names_briefs(unit):
            found = list(_below(units, at + 1))
            if _signed_together(units, found):
                unit.cue = None
            elif len(found) > 1:
                unit.cue = Cue.FURNITURE
                for index in found:
                    brief = units[index]
                    brief.cue, brief.brief = None, "other" if NOTICE.match(brief.text) else "news"


def names_briefs(unit: Unit) -> bool:
    """Tell whether a line is the name of a column of briefs."""
    return unit.begins and unit.ends and COLUMN.fullmatch(compact(simplified(unit.text))) is not None


def _signed_together(units: Sequence[Unit], found: Sequence[int]) -> bool:
    """Tell whether briefs that stand one right below the other have one source below the last."""
    if len(found) < 2 or found[-1] - found[0] >= len(found) or found[-1] + 1 >= len(units):
        return False
    return units[found[-1] + 1].cue is Cue.BYLINE


def _below(units: Sequence[Unit], at: int) -> Iterator[int]:
    """Yield which units are the briefs from `at` on; between them may stand who wrote them."""
    kind = ""
    for index, unit in enumerate(units[at:], at):
        if unit.cue is Cue.BYLINE and kind:
            continue
        own = _kind(unit)
        if not own or own != (kind or own):
            signed = len(unit.text) <= LONGEST and not finished(unit.text)
            if kind == "notice" and signed and not names_briefs(unit):
                continue
            return
        kind = own
        yield index


def _kind(unit: Unit) -> str:
    """Return what a paragraph begins with as briefs do; empty if nothing, or if it is none."""
    text = simplified(unit.text[: 2 * LONGEST])
    if unit.cue not in (None, Cue.CAPTION) or not unit.begins or not finished(text):
        return ""
    if NOTICE.match(text):
        return "notice"
    if len(unit.text) > LONGEST:
        return ""
    if BULLETED.match(text):
        return text[0]
    if LABEL.match(text):
        return "label"
    return "day" if DATED.match(text) else ""
