"""A page into its articles. The rules and their evidence are in docs/splitting.md."""

import re
from collections.abc import Mapping

from tui.model import Article, Division, Page, Role, Segment
from tui.text.article_builder import ArticleBuilder
from tui.text.borders import Borders
from tui.text.certainty import with_certainty
from tui.text.cues import Cue
from tui.text.headlines import STANDING, labels_of, roles_of, seems_cut
from tui.text.lookahead import OUTSIDE, Lookahead, addressed, answers
from tui.text.page_units import page_units
from tui.text.reflow import numbered
from tui.text.undivided import is_no_page, undivided
from tui.text.units import Unit, continues, join
from tui.text.vocabulary import ORGAN, is_author, simplified
from tui.text.votes import VOTES

PIECE = 4
ADVERT = 200
"""Characters of the text of an advertisement, at most, where it is one paragraph."""
LEAST = 12
"""No report is as short."""
STOPPED = re.compile("[。；：、,]|^，|，$|^[a-z]|[.-]$")
POINT = re.compile(r"\d{1,2}[、.．](?!\d)|[①-⑳]|[（(]\d{1,2}[）)]")
"""How the points of a list begin."""
AGENCY_SIGNS = re.compile("[（(](?:据|综合|本报|新华社|中新社|本社)")
"""How an agency, or the paper itself, signs a brief."""
ORGAN_LINE = re.compile(ORGAN)
SPOKEN = re.compile("[问答][:：]")
UNMARKED = 0.7
"""So sure is a headline that is not marked, where the page marks its headlines."""
DISAGREE, MARKED_ONLY = 0.4, 0.8
"""Below the one the evidence speaks against a headline that mark-up tells; so sure is it then."""
AROUND = 3000
"""How much of the page around a line is looked at for the word that stands at its end."""


def divide(page: Page, weights: Mapping[str, float] = VOTES) -> Division:
    """Return the articles of a page and the lines that belong to none.

    Every code point that is neither blank nor mark-up is in one block or in the furniture, once. What
    has more lines than any page of a newspaper is one article of low confidence, a paragraph a line.

    Args:
        page: the page.
        weights: of the votes on where articles begin; those learned of a source in the place of the
        general ones.
    """
    if is_no_page(page.text):
        return undivided(page)
    return _Walk(page, page_units(page.text), weights).run()


class _Walk:
    """One walk over the units of a page."""

    def __init__(self, page: Page, lookahead: Lookahead, weights: Mapping[str, float]) -> None:
        self.page, self.lookahead, self.units = page, lookahead, lookahead.units
        self.borders = Borders(lookahead, weights)
        self.articles: list[Article] = []
        self.furniture: list[Segment] = []
        self.draft: ArticleBuilder | None = None

    def run(self) -> Division:
        """Walk over all units."""
        at = 0
        while at < len(self.units):
            at = self._step(at)
        self._close()
        return Division(articles=with_certainty(self.page, self.articles), furniture=tuple(self.furniture))

    def _step(self, at: int) -> int:
        """Place the unit at `at`, or the group that begins there; return where the next begins."""
        unit = self.units[at]
        if unit.cue is Cue.ADVERT:
            return self._advert(at)
        if self._signs_off(at):
            self._byline(unit)
        elif self.lookahead.headlike(unit):
            return self._group(at)
        elif unit.cue in OUTSIDE:
            self._outside(unit)
        elif unit.cue is None:
            self._text(at)
        elif unit.cue is Cue.OPENING:
            self._opening(at)
        elif unit.cue is Cue.BYLINE:
            self._byline(unit)
        else:
            self._beside(unit)
        return at + 1

    # what belongs to no article

    def _outside(self, unit: Unit) -> None:
        self.furniture.append(unit.whole)
        if unit.cue is Cue.TURN and "接" in unit.text and self.draft and self.draft.has("paragraph"):
            self.draft.closed = True

    def _advert(self, at: int) -> int:
        """Take an advertisement: its short lines, up to its address or the next headline of an article."""
        self.furniture.append(self.units[at].whole)
        for index in range(at + 1, len(self.units)):
            unit = self.units[index]
            brief = self.lookahead.short(unit) or (index == at + 1 and len(unit.text) <= ADVERT)
            plain = unit.cue in (None, Cue.CONTACT, Cue.FURNITURE) and brief
            if not plain or (self.lookahead.headlike(unit) and self._begins_report(index)):
                return index
            self.furniture.append(unit.whole)
        return len(self.units)

    def _begins_report(self, at: int) -> bool:
        """Tell whether the lines from `at` on are the headline of a report, without looking far."""
        for unit in self.units[at : at + 5]:
            if not self.lookahead.headlike(unit):
                return unit.cue in (Cue.OPENING, Cue.BYLINE)
        return False

    # what says what it is

    def _opening(self, at: int) -> None:
        """Take a report's opening: of another article, or of a second dispatch below the same headline."""
        if self.draft is None:
            self._begin()
        elif self.draft.has("paragraph") and not self._just_opened(at):
            another = self.borders.another(at, self.draft.headline)
            if another >= 0.5:
                self._begin(another)
            else:
                self.draft.doubt(1 - another)
        self._now.add("byline", self.units[at])

    def _just_opened(self, at: int) -> bool:
        """Tell whether a reporter in brackets belongs to the opening right above: only a misread piece of
        it stands between."""
        told = sum(len(unit.text) for role, unit in self._now.units if role == "paragraph")
        return self._now.opened and told < LEAST and self.units[at].text[0] in "（(〔【〈"

    def _byline(self, unit: Unit) -> None:
        if self._now.opened and AGENCY_SIGNS.match(simplified(unit.text)):
            self._part_brief()
        if self._now.has("paragraph"):
            self._now.closed = True
        self._now.add("byline", unit)

    def _part_brief(self) -> None:
        """Begin an article with the newest paragraph: a brief that an agency signs, below a report
        that has its own."""
        told = [unit for role, unit in self._now.units if role == "paragraph"]
        if len(told) < 2 or self._now.units[-1][1] is not told[-1]:
            return
        if self.borders.apart(told[-2], told[-1], self._now.headline):
            brief = self._now.pop()
            self._begin(0.7)
            self._now.add("paragraph", brief)

    def _signs_off(self, at: int) -> bool:
        """Tell whether a line is the organ that signs above a date, or the date below title or byline."""
        unit, draft = self.units[at], self.draft
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
        notice = STANDING.fullmatch(simplified(draft.title)) is not None
        return notice and (below is None or self.lookahead.headlike(below))

    def _beside(self, unit: Unit) -> None:
        """Take a caption, a credit or a marked lead."""
        if unit.cue is Cue.CLOSING:
            self._now.add("paragraph", unit)
            self._now.last = None
        elif unit.cue in (Cue.CREDIT, Cue.STORY_CREDIT):
            self._now.credit(unit, whole=unit.cue is Cue.STORY_CREDIT)
        else:
            self._now.add("lead" if unit.cue is Cue.LEAD else "caption", unit)

    # paragraphs

    def _text(self, at: int) -> None:
        unit, draft = self.units[at], self._now
        if draft.last is not None and continues(draft.last, unit, self.lookahead.layout):
            join(self.page.text, draft.last, unit)
        elif draft.has("byline") and draft.last and not draft.open and self.lookahead.is_caption(at):
            draft.add("caption", unit)
        elif draft.closed and (answers(unit) or addressed(draft.units[-1][1], unit)):
            draft.closed = False
            draft.add("paragraph", unit)
        elif draft.closed and unit.begins:
            self._begin(0.6)
            self._now.add("paragraph", unit)
        else:
            draft.add("lead" if self._is_lead(draft, at) else "paragraph", unit)

    def _is_lead(self, draft: ArticleBuilder, at: int) -> bool:
        """Tell whether a paragraph stands between a title and the line with the reporter's name."""
        if draft.labelled:
            return True
        if SPOKEN.match(self.units[at].text):
            return False
        if not draft.has("title") or draft.has("byline", "paragraph") or at + 1 >= len(self.units):
            return False
        after = self.units[at + 1]
        return after.cue is Cue.BYLINE and after.begins and not self.lookahead.signs_off(at + 1)

    # lines like headlines

    def _group(self, at: int) -> int:
        end = self.lookahead.end_of_group(at)
        group: list[Unit] = []
        for unit in self.units[at:end]:
            if unit.cue is None:
                group.append(unit)
            else:
                self._outside(unit)
        first = self.draft is None and not self.articles
        if first and (self._is_page_name(group) or self.lookahead.names_paper(at)):
            self.furniture.append(group.pop(0).whole)
        if group:
            self._place(group, end, self.borders.begins.get(at))
        return end

    def _is_page_name(self, group: list[Unit]) -> bool:
        """Tell whether the page's first line is set above the level at which all its reports have titles."""
        levels = self.lookahead.title_levels
        return len(group) > 1 and 0 < group[0].level < min(levels, default=0) and levels.total() > 1

    def _place(self, group: list[Unit], end: int, begins: float | None) -> None:
        """Decide what a group of headline-like lines is, by what stands before and behind it."""
        draft, after = self.draft, self.lookahead.after(end)
        if draft is not None and draft.labelled and not self.lookahead.opens(end):
            self._all("lead", group)
        elif draft is None or self.lookahead.opens(end) or labels_of(group)[0]:
            self._headline(group, end)
        elif after is not None and after.cue in (Cue.CREDIT, Cue.STORY_CREDIT):
            self._all("caption", group)
        elif not draft.open and self._cut(group[-1], after) >= len(group) + 2:
            self._before_text(draft, group[:-1], end, begins)
            self._all("paragraph", group[-1:])
        else:
            self._before_text(draft, group, end, begins)

    def _before_text(self, draft: ArticleBuilder, group: list[Unit], end: int, begins: float | None) -> None:
        """Place headline-like lines that no report's opening follows."""
        after = self.lookahead.after(end)
        marked = any(unit.level for unit in group)
        if not group:
            return
        plain = not draft.has("heading") and not marked and not numbered(group[0].text)
        if self.lookahead.is_story(end, plain):
            self._headline(group, end)
        elif draft.open and not marked:
            self._within_sentence(group, after)
        elif after is None:
            self._all("paragraph", group, 0.8)
        elif self._is_title(group, begins):
            self._headline(group, end, self._sure(marked, begins))
        else:
            self._headings(group, 1.0 if marked or begins is None else 1 - begins)

    def _sure(self, marked: bool, begins: float | None) -> float:
        """Return how sure a headline is: of one that mark-up tells, less where the words speak against it."""
        if begins is None:
            return 1.0
        return (1.0 if begins >= DISAGREE else MARKED_ONLY) if marked else begins

    def _cut(self, unit: Unit, after: Unit | None) -> int:
        """Return the evidence that a short line is rather the beginning of a sentence that goes on below."""
        if after is None or unit.level or after.cue is not None:
            return 0
        around = self.page.text[max(0, unit.whole[0] - AROUND) : unit.whole[1] + AROUND]
        return seems_cut(unit.text, after.text, around)

    def _is_title(self, group: list[Unit], begins: float | None) -> bool:
        """Tell whether headline-like lines without a report's opening are the next article's headline.

        Numbers and the levels of mark-up decide; where there are none, the evidence.
        """
        draft = self._now
        levels = [unit.level for unit in group if unit.level]
        if any(STANDING.fullmatch(simplified(unit.text)) for unit in group) or (
            len(group) > 1 and is_author(group[-1].text)
        ):
            return True
        if numbered(group[0].text):
            return False
        if levels and draft.level:
            return min(levels) <= draft.level or min(levels) in self.lookahead.title_levels
        return draft.closed if begins is None else begins >= 0.5

    def _headline(self, group: list[Unit], end: int, border: float = 1.0) -> None:
        """Begin an article with a headline; a lead and a caption that stand above it are its own."""
        before: list[tuple[Role, Unit]] = []
        if self.draft and self.draft.only_picture:
            before, self.draft = self.draft.units, None
        after = self.lookahead.after(end)
        if self.draft and self.draft.only_lead and not self.articles and after and after.cue is Cue.BYLINE:
            before = [("lead", self.draft.units[0][1])]
            if len(group) > 1 and self.lookahead.apart(group[0]):
                before.append(("caption", group[0]))
                group = group[1:]
            self.draft = None
        top = self.draft is None and not self.articles and not before
        labels, certain = labels_of(group, top, not self.lookahead.signs_at_end)
        self.furniture += [unit.whole for unit in group[:labels]]
        group = group[labels:]
        roles, sure = roles_of(group, not self.lookahead.signs_at_end)
        for unit in group:
            unit.sure = sure
        if self.lookahead.marks_headlines and not any(unit.level for unit in group):
            certain = min(certain, MARKED_ONLY if self.lookahead.opens(end) else UNMARKED)
        self._begin(min(border, certain))
        for role, unit in [*before, *zip(roles, group, strict=True)]:
            self._now.add(role, unit)
        self._now.level = max(unit.level for role, unit in zip(roles, group, strict=True) if role != "kicker")

    def _within_sentence(self, group: list[Unit], after: Unit | None) -> None:
        """Place short lines that stand in the middle of a sentence: captions, or pieces of it."""
        last = self._now.last
        for unit in group:
            if last and (after is None or self._is_piece(last, unit)) and not self.lookahead.apart(unit):
                join(self.page.text, last, unit)
            else:
                self._now.add("caption", unit)

    def _headings(self, group: list[Unit], sure: float) -> None:
        if len(group) > 1 and all(POINT.match(unit.text) for unit in group):
            self._all("paragraph", group)
            return
        for unit in group:
            unit.sure = sure
            self._now.add("caption" if self.lookahead.apart(unit) and not unit.level else "heading", unit)

    def _all(self, role: Role, group: list[Unit], sure: float = 1.0) -> None:
        for unit in group:
            unit.sure = sure
            self._now.add(role, unit)

    # articles

    @property
    def _now(self) -> ArticleBuilder:
        if self.draft is None:
            self.draft = ArticleBuilder()
        return self.draft

    def _begin(self, sure: float = 1.0) -> None:
        if self.draft:
            self.draft.doubt(sure)
        self._close()
        self.draft = ArticleBuilder(sure)

    def _close(self) -> None:
        if self.draft and self.draft.units:
            self.articles.append(self.draft.article(self.page, len(self.articles) + 1))
        self.draft = None

    def _is_piece(self, last: Unit, unit: Unit) -> bool:
        """Tell whether a short line within a sentence is a piece of it.

        It is hardly a phrase, has a stop that captions have not, or stands in a hard-wrapped column; one
        that has a comma is a piece where the two characters at the seam stand together elsewhere near.
        """
        if len(unit.text) <= PIECE or unit.columns or STOPPED.search(unit.text):
            return True
        around = self.page.text[max(0, unit.whole[0] - AROUND) : unit.whole[1] + AROUND]
        return "，" in unit.text and last.text[-1:] + unit.text[:1] in around
