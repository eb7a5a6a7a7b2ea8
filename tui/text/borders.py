"""Borders of articles without a typical opening: the evidence for each line, and the choice."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.text.cohesion import WINDOW, Cohesion, pairs, uptake
from tui.text.cues import Cue
from tui.text.headlines import COLUMN, STANDING, names_author
from tui.text.lookahead import OUTSIDE, Lookahead
from tui.text.reflow import numbered
from tui.text.units import BULLETED, Unit
from tui.text.vocabulary import DAY, HAN, is_author, simplified
from tui.text.votes import VOTES, Evidence, choose, probability, weigh

REACH = 60
"""So many units around a line are looked at for text to compare."""
SHORT, LITTLE = 4, 120
ONE_THIRD = 1 / 3
REPORT_OPENING = re.compile(
    rf"(?:{DAY}|[昨今前近明][日天晚]|日前|近期|最近|连日来|记者|本[月周]|上[月周]|从{DAY}|据)|[^，。]{{2,12}}(?:{DAY}|[昨今前近][日天晚]|日前)"
)
"""How the first sentence of a report says when, where or by whom."""
LABELLED = re.compile(r"[【〔\[][^】〕\]]{1,8}[】〕\]]|[^\W\d_]{1,6}[:：]")
"""What the first paragraph of each piece of a column may begin with."""
CYCLE = re.compile(
    "(?:[（(]外[一二三四五六]首[）)]|组诗|[二两三四五六七八九十]首|[二三四五六七八九]题|[二三四五六七]章)"
)
"""A headline over several poems or short pieces, each of which has a heading."""
GOES_ON = re.compile(
    "但|然而|不过|因此|所以|于是|此外|同时|另外|而|他|她|它|其[中实次]|这[个些样种一里]|这|那|除此|与此|对此|为此|接着|随后|后来|最后|首先"
)
"""How a paragraph begins that needs one before it."""
ADDRESS = re.compile("(?:尊敬的|亲爱的)?(?:本[报刊台])?编辑(?:同志|部|先生|老师)?[们好，]{0,2}[:：]")
"""How a letter begins."""
SPEAKER = re.compile(rf"{HAN}{{2,4}}[（(][^（）()，。]{{2,20}}[）)][:：]")
"""How an opinion begins that is printed with the name of who holds it."""
SPEAKING = (None, Cue.LEAD, Cue.CAPTION)


class Candidate(NamedTuple):
    """Lines like a headline that no report's opening follows.

    Attributes:
        at, end: which units they are.
        evidence: for and against an article that begins here.
        run: candidates of one run have no certain border between them.
    """

    at: int
    end: int
    evidence: Evidence
    run: int


class Borders:
    """The choice of where articles begin on a page.

    Args:
        lookahead: the page's units.
        weights: of the votes.

    Attributes:
        candidates: the lines that are weighed.
        begins: by the unit that a candidate begins with, the probability that an article begins there.
    """

    def __init__(self, lookahead: Lookahead, weights: Mapping[str, float] = VOTES) -> None:
        self._lookahead, self._weights = lookahead, weights
        self._cohesion = Cohesion(unit.text for unit in lookahead.units if _is_prose(lookahead, unit))
        runs: dict[int, list[Candidate]] = {}
        self.candidates = tuple(candidates(lookahead, self._cohesion))
        for candidate in self.candidates:
            runs.setdefault(candidate.run, []).append(candidate)
        self.begins: dict[int, float] = {}
        for run in runs.values():
            alone = weights["alone"] if len(run) == 1 else 0.0
            sure = choose([weigh(candidate.evidence, weights) + alone for candidate in run])
            self.begins |= {candidate.at: p for candidate, p in zip(run, sure, strict=True)}

    def another(self, at: int, headline: str) -> float:
        """Return the probability that the opening at `at`, which no headline is above, begins another
        article.

        A paper prints a second dispatch below the headline of the first; briefs without a headline open
        alike.
        """
        above, below = _above(self._lookahead, at), _below(self._lookahead, at + 1)
        evidence = {
            "any opening": 1.0,
            "no headline above": float(not headline),
            "quoted agency": float(self._lookahead.units[at].text.startswith("据")),
            "same words": -self._cohesion.apart(above, below),
            "same headline": _share(headline, below),
        }
        return probability(weigh(evidence, self._weights))

    def apart(self, above: Unit, below: Unit, headline: str) -> bool:
        """Tell whether a paragraph speaks of something else than the one above and its headline."""
        apart = self._cohesion.apart(above.text[-WINDOW:], below.text[:WINDOW])
        return apart >= 0 and _share(headline, below.text) < ONE_THIRD


def _share(headline: str, text: str) -> float:
    """Return how much of a headline is spoken of in a text."""
    words = set(pairs(headline))
    return len(words & set(pairs(text))) / len(words) if words else 0.0


def candidates(lookahead: Lookahead, cohesion: Cohesion) -> Iterator[Candidate]:
    """Yield the candidates of a page in their order."""
    units = lookahead.units
    at = run = 0
    opened: Cue | None = None
    label, cycle = "", False
    while at < len(units):
        unit = units[at]
        if unit.cue is Cue.OPENING or (unit.cue is Cue.BYLINE and not lookahead.signs_off(at)):
            run, opened = run + 1, unit.cue
        if not lookahead.headlike(unit) or _signs(lookahead, at):
            at += 1
            continue
        end = lookahead.end_of_group(at)
        after = lookahead.after(end)
        if after is not None and after.cue in SPEAKING and _last(lookahead, at) >= 0:
            found = _evidence(lookahead, at, end, cohesion, opened)
            found["part of a cycle"] = float(cycle and end - at == 1)
            found["opens like the article above"] = float(bool(label) and after.text.startswith(label))
            yield Candidate(at, end, found, run)
        cycle = (cycle and end - at == 1) or any(CYCLE.search(unit.text) for unit in units[at:end])
        if after is not None and (opens := LABELLED.match(after.text)) and not label:
            label = opens[0]
        at = end


def _evidence(
    lookahead: Lookahead, at: int, end: int, cohesion: Cohesion, opened: Cue | None
) -> dict[str, float]:
    """Return the evidence on the lines from `at` to `end`."""
    group = [unit for unit in lookahead.units[at:end] if unit.cue is None]
    above, below = _above(lookahead, at), _below(lookahead, end)
    after = lookahead.after(end)
    headline = " ".join(unit.text for unit in group)
    longest = max(len(unit.text) for unit in group)
    opening = after.text[:40] if after else ""
    held = {
        "any line": True,
        "article closed": _closed(lookahead, at),
        "wide gap": group[0].gap > max(1, lookahead.layout.gap) and not group[0].pictured,
        "report above": opened is Cue.OPENING,
        "feature above": opened is Cue.BYLINE,
        "numbered": numbered(group[0].text),
        "bulleted": BULLETED.match(group[0].text) is not None and not is_author(group[0].text),
        "bulleted like the first": group[0].text[0] == lookahead.headlines_bullet,
        "standing title": any(STANDING.fullmatch(simplified(unit.text)) for unit in group),
        "column name": len(group) > 1 and COLUMN.fullmatch(group[0].text) is not None,
        "name below": not lookahead.signs_at_end and names_author(group),
        "several lines": len(group) > 1,
        "very short": longest <= SHORT,
        "unmarked among marked": lookahead.marks_headlines and not any(unit.level for unit in group),
        "opens with time or place": REPORT_OPENING.match(simplified(opening)) is not None,
        "opens with an address": ADDRESS.match(simplified(opening)) is not None,
        "opens with who speaks": SPEAKER.match(simplified(opening)) is not None,
        "goes on": GOES_ON.match(simplified(opening)) is not None,
        "signed below": lookahead.is_signed(end),
        "little above": opened is None and len(above) < LITTLE,
    }
    strength = {name: 1.0 for name, holds in held.items() if holds}
    strength["words apart"] = cohesion.apart(above, below)
    strength["headline taken up"] = uptake(headline, above, below)
    return strength


def _is_prose(lookahead: Lookahead, unit: Unit) -> bool:
    return unit.cue in SPEAKING and not lookahead.headlike(unit)


def _last(lookahead: Lookahead, at: int) -> int:
    """Return which unit of an article is the next above `at`; -1: none near."""
    for index in range(at - 1, max(-1, at - REACH), -1):
        if lookahead.units[index].cue not in OUTSIDE:
            return index
    return -1


def _signs(lookahead: Lookahead, at: int) -> bool:
    """Tell whether a short line says who wrote the paragraph right above it."""
    return at > 0 and _is_prose(lookahead, lookahead.units[at - 1]) and lookahead.is_signature(at)


def _closed(lookahead: Lookahead, at: int) -> bool:
    """Tell whether the article above was closed: its text is followed by who wrote or photographed it."""
    last = _last(lookahead, at)
    unit = lookahead.units[last]
    if unit.cue is Cue.STORY_CREDIT:
        return True
    signs = unit.cue is Cue.BYLINE or lookahead.is_signature(last)
    above = _last(lookahead, last)
    return signs and above >= 0 and (not unit.begins or _is_prose(lookahead, lookahead.units[above]))


def _above(lookahead: Lookahead, at: int) -> str:
    """Return the text above a line, back to where its article surely begins."""
    found: list[str] = []
    size = 0
    for index in range(at - 1, max(-1, at - REACH), -1):
        unit = lookahead.units[index]
        if unit.cue is Cue.OPENING or (unit.cue is Cue.BYLINE and size):
            break
        if _is_prose(lookahead, unit):
            found.append(unit.text[-WINDOW:])
            size += len(found[-1])
        if size >= WINDOW:
            break
    return " ".join(found)


def _below(lookahead: Lookahead, end: int) -> str:
    """Return the text below a line, up to where another article surely begins."""
    found: list[str] = []
    size = 0
    for unit in lookahead.units[end : end + REACH]:
        if unit.cue in (Cue.OPENING, Cue.BYLINE) and size:
            break
        if _is_prose(lookahead, unit):
            found.append(unit.text[:WINDOW])
            size += len(found[-1])
        if size >= WINDOW:
            break
    return " ".join(found)
