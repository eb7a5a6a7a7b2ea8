"""Evidence for lines like headlines that may begin an article: what stands above, in and below them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tui.text.cohesion import LEAST, WINDOW, Cohesion, pair_set, pairs, uptake
from tui.text.cues import Cue
from tui.text.headline_words import CYCLE, is_standing, names_column
from tui.text.headlines import names_author
from tui.text.lookahead import OUTSIDE, Lookahead
from tui.text.reflow import listed, numbered
from tui.text.units import BULLETED, Unit
from tui.text.vocabulary import DAY, HAN, is_author, simplified
from tui.text.votes import Evidence

REACH = 60
"""So many units around a line are looked at for text to compare."""
SHORT = 4
FIRST = 60
"""Characters of the first sentence below a headline, about."""
FEW = 30
"""With fewer characters not even one shared word can be expected."""
QUOTED = "“『「"
REPORT_OPENING = re.compile(
    rf"(?:{DAY}|[昨今前近明][日天晚]|日前|近期|最近|连日来|记者(?:[昨今]|从|近日|日前|获悉|了解到|走进|来到)|本[月周]|上[月周]|从{DAY}|据|{HAN}{{2,12}}(?:局|委|部门|海关|[支分]行|中心)(?:监测|统计|通报)，)|[^，。]{{2,12}}(?:{DAY}|[昨今前近][日天晚]|日前)"
)
"""How the first sentence of a report says when, where or by whom."""
LABELLED = re.compile(r"[【〔\[][^】〕\]]{1,8}[】〕\]]|[^\W\d_]{1,6}[:：]")
"""What the first paragraph of each piece of a column may begin with."""
BOX = re.compile(
    "[《【〔\\[]?(?:(?:新闻|相关|知识|背景|延伸)(?:链接|阅读)|小(?:档案|资料|名片)|(?:人物|企业|个人)(?:档案|简介|名片))[》】〕\\]:：]?.{0,12}"
)
"""What heads a box with facts about the article above."""
COUNTED = re.compile(r"[（(]\d+[人名项件个篇幅][）)]$")
"""How many stand in the part of a list that a line heads."""
GOES_ON = re.compile(
    "但|然而|不过|因此|所以|于是|此外|同时|另外|而|他|她|它|其[中实次]|这[个些样种一里]|这|那|除此|与此|对此|为此|接着|随后|后来|最后|首先"
)
"""How a paragraph begins that needs one before it."""
ADDRESS = re.compile("(?:尊敬的|亲爱的)?(?:本[报刊台])?编辑(?:同志|部|先生|老师)?[们好，]{0,2}[:：]")
"""How a letter begins."""
SPEAKER = re.compile(rf"{HAN}{{2,4}}[（(][^（）()，。]{{2,20}}[）)][:：]")
"""How an opinion begins that is printed with the name of who holds it."""
TURNS = re.compile("下转|转接|完|待续|[明次][日天]|下[期周]|出版")
"""What is said below an article, or a part of a serial, and not above one."""
SPEAKING = (None, Cue.LEAD, Cue.CAPTION)


class Candidate(NamedTuple):
    """Lines like a headline, below a text or above one that no report's opening begins.

    Attributes:
        at, end: which units they are.
        evidence: for and against an article that begins here; None: one surely does.
        told: the text below, up to the next line like a headline.
    """

    at: int
    end: int
    evidence: Evidence | None = None
    told: str = ""


def candidates(lookahead: Lookahead, cohesion: Cohesion) -> Iterator[Candidate]:
    """Yield the candidates of a page in their order."""
    units = lookahead.units
    usual = _usual_length(lookahead)
    at = 0
    label, cycle = "", False
    while at < len(units):
        unit = units[at]
        if not lookahead.headlike(unit) or _signs(lookahead, at):
            at += 1
            continue
        end = lookahead.end_of_group(at)
        after = lookahead.after(end)
        if after is not None and (after.cue in (Cue.OPENING, Cue.BYLINE) or _last(lookahead, at) < 0):
            yield Candidate(at, end)
        elif after is not None and after.cue in SPEAKING:
            found = _evidence(lookahead, at, end, cohesion)
            found["like headlines"] = _likeness(units[at:end], usual)
            found["part of a cycle"] = float(cycle and end - at == 1 and not found.get("prose below verse"))
            found["opens like the article above"] = float(bool(label) and after.text.startswith(label))
            yield Candidate(at, end, found, section(lookahead, end))
        cycle = (cycle and end - at == 1) or any(CYCLE.search(unit.text) for unit in units[at:end])
        if after is not None and (opens := LABELLED.match(after.text)) and not label:
            label = opens[0]
        at = end


def longest(group: Sequence[Unit]) -> int:
    """Return the characters of the longest of some lines."""
    return max((len(unit.text) for unit in group), default=0)


def _usual_length(lookahead: Lookahead) -> float:
    """Return how long the headlines above reports of this page are, the median; 0 without any."""
    lengths = [
        len(one.text)
        for one, other in pairwise(lookahead.units)
        if other.cue in (Cue.OPENING, Cue.BYLINE) and lookahead.headlike(one)
    ]
    return median(lengths) if lengths else 0.0


def _likeness(group: Sequence[Unit], usual: float) -> float:
    """Return how far the length of a line is from that of the page's headlines: 0 equal, -1 twice as long."""
    return -min(1.0, abs(longest(group) - usual) / usual) if usual else 0.0


def _evidence(lookahead: Lookahead, at: int, end: int, cohesion: Cohesion) -> dict[str, float]:
    """Return the evidence on the lines from `at` to `end`."""
    group = [unit for unit in lookahead.units[at:end] if unit.cue is None]
    above, below = text_above(lookahead, at), text_below(lookahead, end)
    after = lookahead.after(end)
    headline = " ".join(unit.text for unit in group)
    opening = simplified(after.text[:40]) if after else ""
    held = {
        "any line": True,
        "article closed": _closed(lookahead, at),
        "wide gap": group[0].gap > max(1, lookahead.layout.gap) and not group[0].pictured,
        "numbered": _is_numbered(lookahead, group[0].text, headline),
        "bulleted": BULLETED.match(group[0].text) is not None and not is_author(group[0].text),
        "bulleted like the first": group[0].text[0] == lookahead.headlines_bullet,
        "standing title": any(is_standing(unit.text) for unit in group),
        "column name": len(group) > 1 and names_column(group[0].text),
        "only a column's name": names_column(headline) and not BOX.fullmatch(headline),
        "name below": not lookahead.signs_at_end and names_author(group),
        "several lines": len(group) > 1,
        "very short": longest(group) <= SHORT,
        "quotation": headline[0] in QUOTED,
        "unmarked among marked": lookahead.marks_headlines and not any(unit.level for unit in group),
        "opens with time or place": REPORT_OPENING.match(opening) is not None,
        "opens with an address": ADDRESS.match(opening) is not None,
        "opens with who speaks": SPEAKER.match(opening) is not None,
        "opens with a quotation": opening[:1] in QUOTED and opening != "",
        "box of facts": BOX.fullmatch(simplified(headline)) is not None,
        "goes on": GOES_ON.match(opening) is not None,
        "signed below": lookahead.is_signed(end),
        "rows below": _rows(after) and not _rows(lookahead.units[_last(lookahead, at)]),
        "prose below verse": _leaves_verse(lookahead, at, end),
    }
    strength = {name: 1.0 for name, holds in held.items() if holds}
    strength["words apart"] = cohesion.apart(above, below)
    strength["few words apart"] = few_apart(above, below)
    strength["headline taken up"] = uptake(headline, above, below)
    strength["headline known above"] = share(headline, above)
    strength["headline in first sentence"] = share(headline, below[:FIRST])
    return strength


def _is_numbered(lookahead: Lookahead, first: str, headline: str) -> bool:
    """Tell whether a headline has the number of a part, or heads one of the counted parts of a list."""
    counted = COUNTED.search(headline) is not None
    return counted or numbered(first) or first in lookahead.part_heads


def _leaves_verse(lookahead: Lookahead, at: int, end: int) -> bool:
    """Tell whether verse stands above the lines from `at` to `end`, and prose below."""
    above, below = lookahead.units[_last(lookahead, at)], lookahead.after(end)
    return above.verse and below is not None and is_prose(lookahead, below)


def _rows(unit: Unit | None) -> bool:
    """Tell whether a unit is a row of a table, or a line of verse."""
    return unit is not None and (unit.verse or listed(unit.text))


def share(headline: str, text: str) -> float:
    """Return how much of a headline is spoken of in a text, 0 to 1."""
    words = set(pairs(headline))
    return len(words & pair_set(text)) / len(words) if words else 0.0


def few_apart(above: str, below: str) -> float:
    """Return what texts too short to be compared say: 1 no word is shared, -1 three or more; 0 unknown."""
    if not FEW <= min(len(above), len(below)) < LEAST:
        return 0.0
    both = len(pair_set(above) & pair_set(below))
    return -min(1.0, both / 3) if both else 1.0


def section(lookahead: Lookahead, at: int) -> str:
    """Return the text from `at` on, up to the next line like a headline or the next report."""
    found: list[str] = []
    size = 0
    for unit in lookahead.units[at : at + REACH]:
        if size >= WINDOW or unit.cue in (Cue.OPENING, Cue.BYLINE) or lookahead.headlike(unit):
            break
        if is_prose(lookahead, unit):
            found.append(unit.text)
            size += len(unit.text)
    return " ".join(found)[:WINDOW]


def is_prose(lookahead: Lookahead, unit: Unit) -> bool:
    """Tell whether a unit is told text."""
    return unit.cue in SPEAKING and not lookahead.headlike(unit)


def _last(lookahead: Lookahead, at: int) -> int:
    """Return which unit of an article is the next above `at`; -1: none near."""
    for index in range(at - 1, max(-1, at - REACH), -1):
        if lookahead.units[index].cue not in OUTSIDE:
            return index
    return -1


def _signs(lookahead: Lookahead, at: int) -> bool:
    """Tell whether a short line says who wrote the paragraph right above it."""
    return at > 0 and is_prose(lookahead, lookahead.units[at - 1]) and lookahead.is_signature(at)


def _closed(lookahead: Lookahead, at: int) -> bool:
    """Tell whether the article above was closed: its text is followed by who wrote or photographed it, or
    by where it goes on."""
    last = _last(lookahead, at)
    if any(
        unit.cue is Cue.TURN and TURNS.search(simplified(unit.text))
        for unit in lookahead.units[last + 1 : at]
    ):
        return True
    unit = lookahead.units[last]
    if unit.cue is Cue.STORY_CREDIT:
        return True
    signs = unit.cue is Cue.BYLINE or lookahead.is_signature(last)
    above = _last(lookahead, last)
    return signs and above >= 0 and (not unit.begins or is_prose(lookahead, lookahead.units[above]))


def text_above(lookahead: Lookahead, at: int) -> str:
    """Return the text above a line, back to where its article surely begins."""
    found: list[str] = []
    size = 0
    for index in range(at - 1, max(-1, at - REACH), -1):
        unit = lookahead.units[index]
        if unit.cue is Cue.OPENING or (unit.cue is Cue.BYLINE and size):
            break
        if is_prose(lookahead, unit):
            found.append(unit.text[-WINDOW:])
            size += len(found[-1])
        if size >= WINDOW:
            break
    return " ".join(found)


def text_below(lookahead: Lookahead, end: int) -> str:
    """Return the text below a line, up to where another article surely begins."""
    found: list[str] = []
    size = 0
    for unit in lookahead.units[end : end + REACH]:
        if unit.cue in (Cue.OPENING, Cue.BYLINE) and size:
            break
        if is_prose(lookahead, unit):
            found.append(unit.text[:WINDOW])
            size += len(found[-1])
        if size >= WINDOW:
            break
    return " ".join(found)
