"""The place of lines like headlines: headline, heading, caption, or the end of a paragraph."""

import re
from itertools import takewhile

from tui.model import Page, Role
from tui.text.article_builder import ArticleBuilder
from tui.text.borders import Borders
from tui.text.briefs import names_briefs
from tui.text.cues import Cue
from tui.text.headline_words import is_standing, names_column
from tui.text.headlines import BULLETED, UNSURE, labels_of, reads_as_name, roles_of, seems_cut
from tui.text.lookahead import Lookahead
from tui.text.page_builder import PageBuilder
from tui.text.reflow import numbered, tells
from tui.text.units import Unit, in_order, join
from tui.text.vocabulary import EDITOR, is_author, simplified

PIECE = 4
STOPPED = re.compile("[。；：、,]|^，|，$|^[a-z]|[.-]$")
POINT = re.compile(r"\d{1,2}[、.．](?!\d)|[①-⑳]|[（(]\d{1,2}[）)]")
"""How the points of a list begin."""
INTRODUCES = re.compile("[【\\[（(]?(?:编者按|编者的话|开栏的话)")
WROTE = re.compile("文[/／、]?[图圖摄]|[图圖摄][/／、]?文|文并摄")
"""What a name has with it of who wrote and photographed."""
UNMARKED = 0.7
"""So sure is a headline that is not marked, where the page marks its headlines."""
DISAGREE, MARKED_ONLY = 0.4, 0.8
"""Below the one the evidence speaks against a headline that mark-up tells; so sure is it then."""
AROUND = 3000
"""How much of the page around a line is looked at for the word that stands at its end."""
TOLD = 2
"""The evidence of a stop, in narrow columns, for a line that is no headline."""
HEAD = 8
"""Characters of the longest line above a page's first headline that may be the head of the page."""


class HeadlineGroups:
    """Places groups of lines like headlines on the page that is being built."""

    def __init__(self, page: Page, lookahead: Lookahead, borders: Borders, built: PageBuilder) -> None:
        self.page, self.lookahead, self.units = page, lookahead, lookahead.units
        self.borders, self.built = borders, built

    def place(self, at: int) -> int:
        """Place the group that begins with the unit at `at`; return where the next unit begins."""
        end = self.lookahead.end_of_group(at)
        group: list[Unit] = []
        for unit in self.units[at:end]:
            if unit.cue is None:
                group.append(unit)
            else:
                self.built.outside(unit)
        first = self.built.draft is None and not self.built.articles
        if first and (self._is_page_name(group) or self.lookahead.names_paper(at)):
            self.built.furniture += group.pop(0).places
        if len(group) == 1 and self._introduces(group[0], end):
            self.built.furniture += group.pop().places
        if group:
            self._place(group, end, self.borders.begins.get(at))
        return end

    def _introduces(self, unit: Unit, end: int) -> bool:
        """Tell whether a line is the name of a column, whose editor introduces the headline below."""
        after = self.lookahead.after(end)
        if after is None or after.cue is not Cue.LEAD or not names_column(unit.text):
            return False
        below = self.units[self.units.index(after) + 1 :][:1]
        return bool(below) and self.lookahead.headlike(below[0])

    def _is_page_name(self, group: list[Unit]) -> bool:
        """Tell whether the page's first line is set above the level at which all its reports have titles."""
        levels = self.lookahead.title_levels
        return len(group) > 1 and 0 < group[0].level < min(levels, default=0) and levels.total() > 1

    def _place(self, group: list[Unit], end: int, begins: float | None) -> None:
        """Decide what a group of headline-like lines is, by what stands before and behind it."""
        draft, after = self.built.draft, self.lookahead.after(end)
        if draft is not None and (pieces := self._pieces_above(group)):
            self.built.add_all("paragraph", group[:pieces])
            group = group[pieces:]
        if draft is not None and draft.labelled and not self.lookahead.opens(end):
            self.built.add_all("lead", group)
        elif draft is None or self.lookahead.opens(end) or self._introduced(after) or labels_of(group)[0]:
            self._headline(group, end)
        elif after is not None and after.cue in (Cue.CREDIT, Cue.STORY_CREDIT) and not self._wrote(after):
            self.built.add_all("caption", group)
        elif not draft.open and self._cut(group[-1], after) >= len(group) + 2:
            self._before_text(draft, group[:-1], end, begins)
            self.built.add_all("paragraph", group[-1:])
        else:
            self._before_text(draft, group, end, begins)

    def _introduced(self, after: Unit | None) -> bool:
        """Tell whether an editor introduces what stands below: so articles begin."""
        return after is not None and after.cue is Cue.LEAD and INTRODUCES.match(after.text) is not None

    def _wrote(self, credit: Unit) -> bool:
        """Tell whether a photographer wrote the text below, too: then what stands above is its headline."""
        below = self.units[self.units.index(credit) + 1 :][:1]
        told = bool(below) and below[0].cue in (None, Cue.CAPTION) and not self.lookahead.headlike(below[0])
        return told and WROTE.search(simplified(credit.text)) is not None

    def _pieces_above(self, group: list[Unit]) -> int:
        """Return how many lines above a headline are rather text that was cut there."""
        if not self._cuts_text():
            return 0
        return len([*takewhile(lambda unit: not unit.level and tells(unit.text), group[:-1])])

    def _cuts_text(self) -> bool:
        """Tell whether half a sentence may stand alone on this page."""
        return self.lookahead.breaks_columns or self.lookahead.recognised

    def _before_text(self, draft: ArticleBuilder, group: list[Unit], end: int, begins: float | None) -> None:
        """Place headline-like lines that no report's opening follows."""
        after = self.lookahead.after(end)
        marked = any(unit.level for unit in group)
        if not group:
            return
        plain = not draft.has("heading") and not marked and not numbered(group[0].text)
        if self.lookahead.is_story(end, plain) and not (self._cuts_text() and tells(group[-1].text)):
            self._headline(group, end)
        elif draft.open and not (
            marked or self._interrupts(draft, group) or self._stands_in_gap(group, begins)
        ):
            self._within_sentence(group, after)
        elif after is None:
            self.built.add_all("paragraph", group, 0.8)
        elif self._is_title(group, begins):
            self._headline(group, end, self._sure(marked, begins))
        else:
            self._headings(group, 1.0 if marked or begins is None else 1 - begins)

    def _interrupts(self, draft: ArticleBuilder, group: list[Unit]) -> bool:
        """Tell whether lines surely are no part of the unfinished text above: a title that stands for itself,
        the first section below a colon."""
        listed = numbered(group[0].text) and draft.last is not None and draft.last.text[-1] in "：:；"
        items = [unit for role, unit in draft.units if role == "paragraph" and BULLETED.match(unit.text)]
        itemised = len(items) > 1 and draft.last is items[-1]
        return listed or itemised or any(is_standing(unit.text) for unit in group)

    def _stands_in_gap(self, group: list[Unit], begins: float | None) -> bool:
        """Tell whether lines read as a headline on a page whose columns are cut: the text above goes on
        elsewhere."""
        likely = begins is not None and begins >= 0.5
        return likely and self.lookahead.breaks_columns and not any("，" in unit.text for unit in group)

    def _sure(self, marked: bool, begins: float | None) -> float:
        """Return how sure a headline is: of one that mark-up tells, less where the words speak against it."""
        if begins is None:
            return 1.0
        return (1.0 if begins >= DISAGREE else MARKED_ONLY) if marked else begins

    def _cut(self, unit: Unit, after: Unit | None) -> int:
        """Return the evidence that a short line is rather the beginning of a sentence that goes on below."""
        if after is None or unit.level or after.cue is not None or EDITOR.fullmatch(simplified(after.text)):
            return 0
        if self.lookahead.recognised and self.lookahead.layout.indents and after.indent:
            return 0
        around = self.page.text[max(0, unit.whole[0] - AROUND) : unit.whole[1] + AROUND]
        told = TOLD * (self.lookahead.recognised and tells(unit.text))
        return seems_cut(unit.text, after.text, around) + told

    def _is_title(self, group: list[Unit], begins: float | None) -> bool:
        """Tell whether headline-like lines without a report's opening are the next article's headline.

        Numbers and the levels of mark-up decide; where there are none, the evidence.
        """
        draft = self.built.now
        levels = [unit.level for unit in group if unit.level]
        if len(group) == 1 and names_briefs(group[0]):
            return True
        if self._is_character(group) and not draft.closed:
            return False
        if any(is_standing(unit.text) for unit in group) or (len(group) > 1 and is_author(group[-1].text)):
            return True
        if numbered(group[0].text):
            return False
        if levels and draft.level:
            return min(levels) <= draft.level or min(levels) in self.lookahead.title_levels
        if draft.closed and self.lookahead.marks_headlines:
            return True
        return draft.closed if begins is None else begins >= 0.5

    def _is_character(self, group: list[Unit]) -> bool:
        """Tell whether a line is one character only, on a page that recognition read."""
        alone = len(group) == 1 and len(group[0].text) == 1 and not group[0].level
        return alone and self.lookahead.recognised

    def _headline(self, group: list[Unit], end: int, border: float = 1.0) -> None:
        """Begin an article with a headline; a lead and a caption that stand above it are its own."""
        before: list[tuple[Role, Unit]] = []
        if self.built.draft and self.built.draft.only_picture:
            before, self.built.draft = self.built.draft.units, None
        after = self.lookahead.after(end)
        draft, signed = self.built.draft, after is not None and after.cue is Cue.BYLINE
        if draft and draft.only_lead and not self.built.articles and signed:
            before = [("lead", draft.units[0][1])]
            if len(group) > 1 and self.lookahead.apart(group[0]):
                before.append(("caption", group[0]))
                group = group[1:]
            self.built.draft = None
        if draft and draft.roles == {"lead"} and not draft.labelled:
            before, self.built.draft = draft.units, None
        top = self.built.draft is None and not self.built.articles and not before
        labels, certain = labels_of(group, top, not self.lookahead.signs_at_end)
        self.built.furniture += [place for unit in group[:labels] for place in unit.places]
        group = group[labels:]
        roles, sure = self._roles(group)
        for unit in group:
            unit.sure = sure
        if self.lookahead.marks_headlines and not any(unit.level for unit in group):
            certain = min(certain, MARKED_ONLY if self.lookahead.opens(end) else UNMARKED)
        if any(reads_as_name(unit.text) for role, unit in zip(roles, group, strict=True) if role != "byline"):
            certain = min(certain, UNSURE)
        unheaded = top and not self.built.furniture and not any(unit.level for unit in group)
        if unheaded and len(group) > 1 and len(group[0].text) <= HEAD:
            certain = min(certain, UNSURE)
        self.built.begin(min(border, certain))
        for role, unit in [*before, *zip(roles, group, strict=True)]:
            self.built.now.add(role, unit)
        levels = [unit.level for role, unit in zip(roles, group, strict=True) if role != "kicker"]
        self.built.now.level = max(levels)

    def _roles(self, group: list[Unit]) -> tuple[list[Role], float]:
        """Return the role of each line of a headline, and how sure that is; the head of the first part of a
        list is none of its lines."""
        signed = not self.lookahead.signs_at_end
        if len(group) > 1 and group[-1].text in self.lookahead.part_heads:
            roles, sure = roles_of(group[:-1], signed)
            return [*roles, "heading"], sure
        return roles_of(group, signed)

    def _within_sentence(self, group: list[Unit], after: Unit | None) -> None:
        """Place short lines that stand in the middle of a sentence: captions, or pieces of it."""
        last = self.built.now.last
        for unit in group:
            if last and (after is None or self._is_piece(last, unit)) and not self.lookahead.apart(unit):
                join(self.page.text, last, unit)
            else:
                self.built.now.add("caption", unit)

    def _headings(self, group: list[Unit], sure: float) -> None:
        if len(group) > 1 and all(POINT.match(unit.text) for unit in group):
            self.built.add_all("paragraph", group)
            return
        for unit in group:
            unit.sure = sure
            pictured = self.lookahead.apart(unit) and not unit.level
            self.built.now.add("caption" if pictured else "heading", unit)

    def _is_piece(self, last: Unit, unit: Unit) -> bool:
        """Tell whether a short line within a sentence is a piece of it.

        It is hardly a phrase, has a stop that captions have not, or stands in a hard-wrapped column; one
        that has a comma is a piece where the two characters at the seam stand together elsewhere near.
        """
        if not in_order(last, unit):
            return False
        if len(unit.text) <= PIECE or unit.columns or STOPPED.search(unit.text):
            return True
        around = self.page.text[max(0, unit.whole[0] - AROUND) : unit.whole[1] + AROUND]
        return "，" in unit.text and last.text[-1:] + unit.text[:1] in around
