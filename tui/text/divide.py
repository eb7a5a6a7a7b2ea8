"""Divides a page into articles. The rules and their evidence are in docs/splitting.md."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from tui.model import Division, Page
from tui.text.article_builder import ArticleBuilder
from tui.text.borders import Borders
from tui.text.briefs import AGENCY_SIGNS
from tui.text.certainty import with_certainty
from tui.text.closed_articles import addressed, answers, collects, counts_on
from tui.text.cues import Cue
from tui.text.headline_groups import HeadlineGroups
from tui.text.headline_words import is_standing
from tui.text.lines import is_long
from tui.text.long_pages import divide_long
from tui.text.lookahead import NAMED, OUTSIDE, Lookahead
from tui.text.page_builder import PageBuilder
from tui.text.page_lines import copied
from tui.text.page_units import page_units
from tui.text.reflow import finished
from tui.text.relabel import relabelled
from tui.text.unit_cues import is_short
from tui.text.units import Unit, continues, in_order, join
from tui.text.vocabulary import ORGAN, simplified
from tui.text.votes import VOTES

ADVERT = 200
"""Characters of the text of an advertisement, at most, where it is one paragraph."""
BRIEF = 0.85
"""So sure is a brief without headline below the name of its column."""
LEAST = 12
"""No report is as short."""
ORGAN_LINE = re.compile(ORGAN)
SPOKEN = re.compile("[问答][:：]")
PERSON_BOX = re.compile(r"[【\[]?(?:人物|个人|嘉宾|作者|选手)(?:名片|简介|档案|小传)[】\]]?")
"""What stands above who somebody is, below the article about him."""


def divide(page: Page, weights: Mapping[str, float] = VOTES) -> Division:
    """Return the articles of a page and the lines that belong to none.

    Every code point that is neither blank nor mark-up is in one block or in the furniture, once. What
    has more lines than any page of a newspaper is divided by what surely begins an article only.

    Args:
        page: the page.
        weights: of the votes on where articles begin; those learned of a source in the place of the
        general ones.
    """
    if is_long(page.text):
        return divide_long(page)
    ruled = by_rules(page, weights)
    division = ruled.division
    if ruled.plain:
        division = relabelled(page, ruled.units, division, ruled.learned)
    return division.replaced(articles=with_certainty(page, division.articles))


class Ruled(NamedTuple):
    """A page divided by the rules alone.

    Attributes:
        units: as they were before any was joined.
        division: what was made of them.
        plain: whether it is plain text: not recognised columns, and nothing is marked as a headline.
        learned: where units begin on which votes that were learned of the source decided.
    """

    units: list[Unit]
    division: Division
    plain: bool
    learned: frozenset[int]


def by_rules(page: Page, weights: Mapping[str, float] = VOTES) -> Ruled:
    """Return a page as the rules divide it."""
    lookahead = page_units(page.text)
    units = copied(lookahead.units)
    walk = _Walk(page, lookahead, weights)
    weighed = walk.borders.begins if weights != VOTES else ()
    return Ruled(
        units,
        walk.run(),
        not lookahead.recognised and not any(unit.level for unit in units),
        frozenset(units[at].segments[0][0] for at in weighed),
    )


class _Walk:
    """One walk over the units of a page."""

    def __init__(self, page: Page, lookahead: Lookahead, weights: Mapping[str, float]) -> None:
        self.page, self.lookahead, self.units = page, lookahead, lookahead.units
        self.borders = Borders(lookahead, weights)
        self.built = PageBuilder(page)
        self.groups = HeadlineGroups(page, lookahead, self.borders, self.built)

    def run(self) -> Division:
        """Walk over all units."""
        at = 0
        while at < len(self.units):
            at = self._step(at)
        return self.built.division()

    def _step(self, at: int) -> int:
        """Place the unit at `at`, or the group that begins there; return where the next begins."""
        unit = self.units[at]
        if unit.cue is Cue.ADVERT:
            return self._advert(at)
        if self._signs_off(at):
            self._byline(at)
        elif self.lookahead.headlike(unit):
            return self.groups.place(at)
        elif unit.cue in OUTSIDE:
            self.built.outside(unit)
        elif unit.cue is None:
            self._text(at)
        elif unit.cue is Cue.OPENING:
            self._opening(at)
        elif unit.cue is Cue.BYLINE:
            self._byline(at)
        else:
            self._beside(unit)
        return at + 1

    def _advert(self, at: int) -> int:
        """Take an advertisement: its short lines, up to its address or the next headline of an article."""
        self.built.furniture += self.units[at].places
        for index in range(at + 1, len(self.units)):
            unit = self.units[index]
            brief = is_short(unit) or (index == at + 1 and len(unit.text) <= ADVERT)
            plain = unit.cue in (None, Cue.CONTACT, Cue.FURNITURE) and brief
            over = self.units[index - 1].cue is Cue.CONTACT
            if not plain or (self.lookahead.headlike(unit) and self._begins_report(index, over)):
                return index
            self.built.furniture += unit.places
        return len(self.units)

    def _begins_report(self, at: int, over: bool = False) -> bool:
        """Tell whether the lines from `at` on are the headline of a report, without looking far.

        Args:
            at: the first of them.
            over: whether an address stands above, with which advertisements end: then any text will do.
        """
        for unit in self.units[at : at + 5]:
            if not self.lookahead.headlike(unit):
                told = unit.verse or finished(unit.text)
                return unit.cue in (Cue.OPENING, Cue.BYLINE) or (over and unit.cue is None and told)
        return False

    def _opening(self, at: int) -> None:
        """Take a report's opening: of another article, or of a second dispatch below the same headline."""
        if self.built.draft is None:
            self.built.begin()
        elif self.built.draft.has("paragraph") and not self._just_opened(at):
            another = self.borders.another(at, self.built.draft.headline)
            if another >= 0.5:
                self.built.begin(another)
            else:
                self.built.draft.doubt(1 - another)
        self.built.now.add("byline", self.units[at])

    def _just_opened(self, at: int) -> bool:
        """Tell whether a reporter in brackets belongs to the opening right above: only a misread piece of
        it stands between."""
        told = sum(len(unit.text) for role, unit in self.built.now.units if role == "paragraph")
        return self.built.now.opened and told < LEAST and self.units[at].text[0] in "（(〔【〈"

    def _byline(self, at: int) -> None:
        unit = self.units[at]
        if self.built.now.opened and AGENCY_SIGNS.match(simplified(unit.text)):
            self._part_brief()
        if self.built.now.has("paragraph") and not self._interrupts(at):
            self.built.now.closed = True
        self.built.now.add("byline", unit)

    def _interrupts(self, at: int) -> bool:
        """Tell whether a name stands within a sentence of a narrow column, which goes on below it."""
        if not self.lookahead.recognised or not self.built.now.open or at + 1 >= len(self.units):
            return False
        below = self.units[at + 1]
        return below.cue is None and not self.lookahead.headlike(below)

    def _part_brief(self) -> None:
        """Begin an article with the newest paragraph: a brief that an agency signs, below a report
        that has its own."""
        told = [unit for role, unit in self.built.now.units if role == "paragraph"]
        if len(told) < 2 or self.built.now.units[-1][1] is not told[-1]:
            return
        if self.borders.apart(told[-2], told[-1], self.built.now.headline):
            brief = self.built.now.pop()
            self.built.begin(0.7)
            self.built.now.add("paragraph", brief)

    def _signs_off(self, at: int) -> bool:
        """Tell whether a line is the organ that signs above a date, or the date below title or byline."""
        unit, draft = self.units[at], self.built.draft
        if draft is None or not draft.units:
            return False
        role, last = draft.units[-1]
        if unit.cue is Cue.DATED:
            return last is self.units[at - 1] and role in ("title", "subtitle", "byline")
        ends = role == "paragraph" and not draft.open
        if self.lookahead.is_signature(at):
            return ends and last is self.units[at - 1]
        if role != "paragraph" or not ORGAN_LINE.fullmatch(simplified(unit.text)):
            return False
        below = self.units[at + 1] if at + 1 < len(self.units) else None
        if below is not None and below.cue is Cue.DATED:
            return True
        notice = is_standing(draft.title)
        return notice and (below is None or self.lookahead.headlike(below))

    def _beside(self, unit: Unit) -> None:
        """Take a caption, a credit or a marked lead."""
        if unit.cue is Cue.CLOSING:
            self.built.now.add("paragraph", unit)
            self.built.now.last = None
        elif unit.cue is Cue.LEAD and self.built.now.has("paragraph") and PERSON_BOX.fullmatch(unit.text):
            self.built.now.add("heading", unit)
        elif unit.cue in (Cue.CREDIT, Cue.STORY_CREDIT):
            self.built.now.credit(unit, whole=unit.cue is Cue.STORY_CREDIT)
        else:
            self.built.now.add("lead" if unit.cue is Cue.LEAD else "caption", unit)

    def _text(self, at: int) -> None:
        unit = self.units[at]
        if unit.brief:
            self.built.begin(BRIEF)
        draft = self.built.now
        if draft.last is not None and not unit.brief and self._goes_on_in(draft.last, unit):
            join(self.page.text, draft.last, unit)
        elif draft.has("byline") and draft.last and not draft.open and self.lookahead.is_caption(at):
            draft.add("caption", unit)
        elif draft.closed and (self._goes_on(unit)):
            draft.closed = False
            draft.add("paragraph", unit)
        elif draft.closed and unit.begins:
            self.built.begin(0.6)
            self.built.now.add("paragraph", unit)
        else:
            draft.add("lead" if self._is_lead(draft, at) else "paragraph", unit)

    def _goes_on_in(self, last: Unit, unit: Unit) -> bool:
        """Tell whether a unit continues the newest paragraph."""
        return in_order(last, unit) and continues(last, unit, self.lookahead.layout)

    def _goes_on(self, unit: Unit) -> bool:
        """Tell whether a paragraph belongs to the article above, though that was signed."""
        draft = self.built.now
        if answers(unit) or addressed(draft.units[-1][1], unit) or collects(draft.title):
            return True
        told = [one.text for role, one in draft.units if role in ("paragraph", "caption")]
        return bool(told) and counts_on(told[-1], unit.text)

    def _is_lead(self, draft: ArticleBuilder, at: int) -> bool:
        """Tell whether a paragraph stands between a title and the line with the reporter's name."""
        if draft.labelled:
            return True
        if SPOKEN.match(self.units[at].text):
            return False
        if not draft.has("title") or draft.has("byline", "paragraph") or at + 1 >= len(self.units):
            return False
        after = self.units[at + 1]
        signs = self.lookahead.signs_off(at + 1) or NAMED.fullmatch(simplified(after.text))
        return after.cue is Cue.BYLINE and after.begins and not signs
