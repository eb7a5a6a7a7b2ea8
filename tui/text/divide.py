"""A page into its articles. The rules and their evidence are in docs/splitting.md."""

import re

from tui.model import Article, Division, Page, Role, Segment
from tui.text.ahead import OUTSIDE, Ahead, answers
from tui.text.draft import Draft
from tui.text.headlines import STANDING, labels_of, roles_of, seems_cut
from tui.text.layout import layout_of
from tui.text.lines import read_lines
from tui.text.reflow import numbered
from tui.text.signs import Sign
from tui.text.units import Unit, continues, join, units_of
from tui.text.verse import mark_verse
from tui.text.vocabulary import ORGAN, is_author, simplified

PIECE = 4
POINT = re.compile(r"\d{1,2}[、.．](?!\d)|[①-⑳]|[（(]\d{1,2}[）)]")
"""How the points of a list begin."""
ORGAN_LINE = re.compile(ORGAN)
AROUND = 3000
"""How much of the page around a line is looked at for the word that stands at its end."""


def divide(page: Page) -> Division:
    """Return the articles of a page and the lines that belong to none.

    Every code point that is neither blank nor mark-up is in one block or in the furniture, once.
    """
    lines = read_lines(page.text)
    layout = layout_of(lines)
    units = units_of(page.text, lines, layout)
    mark_verse(units)
    return _Walk(page, Ahead(units, layout)).run()


class _Walk:
    """One walk over the units of a page."""

    def __init__(self, page: Page, ahead: Ahead) -> None:
        self.page, self.ahead, self.units = page, ahead, ahead.units
        self.articles: list[Article] = []
        self.furniture: list[Segment] = []
        self.draft: Draft | None = None

    def run(self) -> Division:
        """Walk over all units."""
        at = 0
        while at < len(self.units):
            at = self._step(at)
        self._close()
        return Division(articles=tuple(self.articles), furniture=tuple(self.furniture))

    def _step(self, at: int) -> int:
        """Place the unit at `at`, or the group that begins there; return where the next begins."""
        unit = self.units[at]
        if unit.says is Sign.ADVERT:
            return self._advert(at)
        if self._signs(at):
            self._byline(unit)
        elif self.ahead.headlike(unit):
            return self._group(at)
        elif unit.says in OUTSIDE:
            self._outside(unit)
        elif unit.says is None:
            self._text(at)
        elif unit.says is Sign.OPENING:
            self._opening(unit)
        elif unit.says is Sign.BYLINE:
            self._byline(unit)
        else:
            self._beside(unit)
        return at + 1

    # what belongs to no article

    def _outside(self, unit: Unit) -> None:
        self.furniture.append(unit.whole)
        if unit.says is Sign.TURN and "接" in unit.text and self.draft and self.draft.has("paragraph"):
            self.draft.closed = True

    def _advert(self, at: int) -> int:
        """Take an advertisement: its short lines, up to its address or the next headline of an article."""
        self.furniture.append(self.units[at].whole)
        for index in range(at + 1, len(self.units)):
            unit = self.units[index]
            plain = unit.says in (None, Sign.CONTACT, Sign.FURNITURE) and self.ahead.short(unit)
            if not plain or (self.ahead.headlike(unit) and self._begins_report(index)):
                return index
            self.furniture.append(unit.whole)
        return len(self.units)

    def _begins_report(self, at: int) -> bool:
        """Tell whether the lines from `at` on are the headline of a report, without looking far."""
        for unit in self.units[at : at + 5]:
            if not self.ahead.headlike(unit):
                return unit.says in (Sign.OPENING, Sign.BYLINE)
        return False

    # what says what it is

    def _opening(self, unit: Unit) -> None:
        if self.draft is None or self.draft.has("paragraph"):
            self._begin()
        self._now.add("byline", unit)

    def _byline(self, unit: Unit) -> None:
        if self._now.has("paragraph"):
            self._now.closed = True
        self._now.add("byline", unit)

    def _signs(self, at: int) -> bool:
        """Tell whether a line is the organ that signs above a date, or the date below title or byline."""
        unit, draft = self.units[at], self.draft
        if draft is None or not draft.units:
            return False
        role, last = draft.units[-1]
        if unit.says is Sign.DATED:
            return last is self.units[at - 1] and role in ("title", "subtitle", "byline")
        ends = role == "paragraph" and not draft.open
        if self.ahead.is_signature(at):
            return ends and last is self.units[at - 1]
        below = self.units[at + 1].says if at + 1 < len(self.units) else None
        return below is Sign.DATED and role == "paragraph" and ORGAN_LINE.fullmatch(unit.text) is not None

    def _beside(self, unit: Unit) -> None:
        """Take a caption, a credit or a marked lead."""
        if unit.says is Sign.CLOSING:
            self._now.add("paragraph", unit)
            self._now.last = None
        elif unit.says in (Sign.CREDIT, Sign.STORY_CREDIT):
            self._now.credit(unit, whole=unit.says is Sign.STORY_CREDIT)
        else:
            self._now.add("lead" if unit.says is Sign.LEAD else "caption", unit)

    # paragraphs

    def _text(self, at: int) -> None:
        unit, draft = self.units[at], self._now
        if draft.last is not None and continues(draft.last, unit, self.ahead.layout):
            join(self.page.text, draft.last, unit)
        elif draft.has("byline") and draft.last and not draft.open and self.ahead.is_caption(at):
            draft.add("caption", unit)
        elif draft.closed and answers(unit):
            draft.closed = False
            draft.add("paragraph", unit)
        elif draft.closed and unit.begins:
            self._begin(0.6)
            self._now.add("paragraph", unit)
        else:
            draft.add("lead" if self._is_lead(draft, at) else "paragraph", unit)

    def _is_lead(self, draft: Draft, at: int) -> bool:
        """Tell whether a paragraph stands between a title and the line with the reporter's name."""
        if draft.labelled:
            return True
        if not draft.has("title") or draft.has("byline", "paragraph") or at + 1 >= len(self.units):
            return False
        after = self.units[at + 1]
        return after.says is Sign.BYLINE and after.begins and not self.ahead.signs_off(at + 1)

    # lines like headlines

    def _group(self, at: int) -> int:
        end = self.ahead.end_of_group(at)
        group: list[Unit] = []
        for unit in self.units[at:end]:
            if unit.says is None:
                group.append(unit)
            else:
                self._outside(unit)
        first = self.draft is None and not self.articles
        if first and (self._is_page_name(group) or self.ahead.names_paper(at)):
            self.furniture.append(group.pop(0).whole)
        if group:
            self._place(group, end)
        return end

    def _is_page_name(self, group: list[Unit]) -> bool:
        """Tell whether the page's first line is set above the level at which all its reports have titles."""
        levels = self.ahead.title_levels
        return len(group) > 1 and 0 < group[0].level < min(levels, default=0) and levels.total() > 1

    def _place(self, group: list[Unit], end: int) -> None:
        """Decide what a group of headline-like lines is, by what stands before and behind it."""
        draft, after = self.draft, self.ahead.after(end)
        if draft is not None and draft.labelled and not self.ahead.opens(end):
            self._all("lead", group)
        elif draft is None or self.ahead.opens(end) or labels_of(group)[0]:
            self._headline(group, end)
        elif after is not None and after.says in (Sign.CREDIT, Sign.STORY_CREDIT):
            self._all("caption", group)
        elif not draft.open and self._cut(group[-1], after) >= len(group) + 2:
            self._before_text(draft, group[:-1], end)
            self._all("paragraph", group[-1:])
        else:
            self._before_text(draft, group, end)

    def _before_text(self, draft: Draft, group: list[Unit], end: int) -> None:
        """Place headline-like lines that no report's opening follows."""
        after = self.ahead.after(end)
        marked = any(unit.level for unit in group)
        if not group:
            return
        plain = not draft.has("heading") and not marked and not numbered(group[0].text)
        if self.ahead.is_story(end, plain):
            self._headline(group, end)
        elif draft.open and not marked:
            self._within_sentence(group, after)
        elif plain and draft.has("byline") and self.ahead.is_signed(end):
            self._headline(group, end)
            self._now.doubt(0.85)
        elif after is None:
            self._all("paragraph", group)
            self._now.doubt(0.8)
        elif self._is_title(group):
            self._headline(group, end)
        else:
            self._headings(group)

    def _cut(self, unit: Unit, after: Unit | None) -> int:
        """Return the evidence that a short line is rather the beginning of a sentence that goes on below."""
        if after is None or unit.level or after.says is not None:
            return 0
        around = self.page.text[max(0, unit.whole[0] - AROUND) : unit.whole[1] + AROUND]
        return seems_cut(unit.text, after.text, around)

    def _is_title(self, group: list[Unit]) -> bool:
        """Tell whether headline-like lines without a report's opening are the next article's headline."""
        draft = self._now
        levels = [unit.level for unit in group if unit.level]
        if STANDING.fullmatch(simplified(group[-1].text)) or (len(group) > 1 and is_author(group[-1].text)):
            return True
        if numbered(group[0].text):
            return False
        if levels and draft.level:
            return min(levels) <= draft.level or min(levels) in self.ahead.title_levels
        return draft.closed

    def _headline(self, group: list[Unit], end: int) -> None:
        """Begin an article with a headline; a lead and a caption that stand above it are its own."""
        before: list[tuple[Role, Unit]] = []
        if self.draft and self.draft.only_picture:
            before, self.draft = self.draft.units, None
        after = self.ahead.after(end)
        if self.draft and self.draft.only_lead and not self.articles and after and after.says is Sign.BYLINE:
            before = [("lead", self.draft.units[0][1])]
            if len(group) > 1 and self.ahead.apart(group[0]):
                before.append(("caption", group[0]))
                group = group[1:]
            self.draft = None
        top = self.draft is None and not self.articles and not before
        labels, certain = labels_of(group, top)
        self.furniture += [unit.whole for unit in group[:labels]]
        group = group[labels:]
        roles, sure = roles_of(group)
        self._begin(min(sure, certain))
        for role, unit in [*before, *zip(roles, group, strict=True)]:
            self._now.add(role, unit)
        self._now.level = max(unit.level for role, unit in zip(roles, group, strict=True) if role != "kicker")

    def _within_sentence(self, group: list[Unit], after: Unit | None) -> None:
        """Place short lines that stand in the middle of a sentence: captions, or pieces of it."""
        last = self._now.last
        for unit in group:
            if last and (after is None or _is_piece(unit)) and not self.ahead.apart(unit):
                join(self.page.text, last, unit)
            else:
                self._now.add("caption", unit)

    def _headings(self, group: list[Unit]) -> None:
        if len(group) > 1 and all(POINT.match(unit.text) for unit in group):
            self._all("paragraph", group)
            return
        for unit in group:
            self._now.add("caption" if self.ahead.apart(unit) and not unit.level else "heading", unit)
        if not any(unit.level or numbered(unit.text) for unit in group):
            self._now.doubt(0.9 if self._now.has("byline") else 0.7)

    def _all(self, role: Role, group: list[Unit]) -> None:
        for unit in group:
            self._now.add(role, unit)

    # articles

    @property
    def _now(self) -> Draft:
        if self.draft is None:
            self.draft = Draft()
        return self.draft

    def _begin(self, sure: float = 1.0) -> None:
        self._close()
        self.draft = Draft(sure)

    def _close(self) -> None:
        if self.draft and self.draft.units:
            self.articles.append(self.draft.article(self.page, len(self.articles) + 1))
        self.draft = None


def _is_piece(unit: Unit) -> bool:
    """Tell whether a short line within a sentence is a piece of it: it has a stop, or is hardly a phrase."""
    return len(unit.text) <= PIECE or any(mark in unit.text for mark in "，。；：、,")
