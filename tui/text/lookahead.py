"""The units of a page, with lookahead."""

import re
from collections import Counter
from itertools import pairwise

from tui.text.closed_articles import addressed, answers
from tui.text.cues import Cue
from tui.text.headline_words import PEN_NAME
from tui.text.layout import Layout
from tui.text.misread_headlines import above_openings, lost_quote
from tui.text.page_habits import (
    asked_heads,
    breaks_columns,
    headlines_bullet,
    marks_headlines,
    numbered_heads,
    signs_at_end,
    title_levels,
)
from tui.text.parts import hints
from tui.text.reflow import balanced, finished, listed, never_first, numbered
from tui.text.unit_cues import ENDED, is_short, mark
from tui.text.units import OPTIONS, Unit
from tui.text.vocabulary import (
    CITIZEN,
    DAY,
    GENRES,
    HAN,
    ORGAN,
    PERSON,
    is_author,
    simplified,
    without_strays,
)

MARKED_LIMIT = 70
STORY_PARAGRAPHS = 3
OUTSIDE = frozenset((Cue.FURNITURE, Cue.IMAGE, Cue.TURN, Cue.ADVERT, Cue.CONTACT, Cue.DATED))
BETWEEN = frozenset((Cue.FURNITURE, Cue.IMAGE, Cue.TURN, Cue.DATED))
SPEAKER = re.compile(rf"({HAN}{{1,6}}|{HAN}{{1,16}}[问答]|[QA]\d{{0,2}})[:：](?=.)")
VOICE = re.compile(
    r"(?:[^\W\d_]{1,8}(?:先生|女士|小姐|同学|老师|师傅|大[爷妈叔]|阿姨|医生)|网友[“「][^”」]{1,8}[”」])[:：].{4}"
)
"""Who is quoted with a line or two, one below the other."""
IN_BRACKETS = re.compile(r"[\[【〔][^\]】〕，。]{2,16}[\]】〕][:：]")
"""Who speaks, as transcripts have it."""
ASKS = re.compile(r".*[问答]|答复|回复|[QA]\d*")
"""Who speaks in a question and its answer."""
SIGNED_PARAGRAPHS = 6
PAPERS_NAME = re.compile(rf"{HAN}{{2,10}}(?:报|周刊|导刊|通讯|新闻|网)(?:[·•]{HAN}{{2,8}})?")
CAPTION_PHRASE, CAPTION_SENTENCE = 25, 50
SHOWN = re.compile(rf"[◆●■▲◇]|(?:{DAY}|[近昨今][日天]|日前|连日来)\s*[，,]?")
"""How a caption begins that is a sentence."""
SIGNED = re.compile(
    rf"[（(](?![一二三四五六七八九十\d]+[）)]|[上中下完][）)]|见|附|注|图|原|待续|[^）)]*(?:{GENRES})[）)]|"
    r"[^）)]*[为系均是])[^（）()，。；：！？\d]{2,24}[）)]|"
    rf"(?![致告答问]){HAN}{{0,10}}{CITIZEN}|"
    rf"{HAN}{{2,10}}[ \u3000]+{HAN}{{0,4}}(?:[听观]众|读者|网友|用户|顾客|乘客)|"
    rf"{HAN}{{2,14}}[ \u3000]+[一几]{HAN}{{1,5}}|"
    rf"{HAN}{{2,14}}[ \u3000]+{PERSON}"
)
"""Who signs without a name of his own, or within brackets, where a text ends."""
TRAILS_OFF = re.compile("，.*…$")
"""A sentence of a text that is left open; few headlines have a comma too."""
NAMED = re.compile(
    rf"[（(](?![一二三四五六七八九十上中下完续附见注图]|{HAN}{{0,2}}(?:{GENRES}))"
    rf"{HAN}{{2,3}}[）)]|"
    rf"{HAN}{{0,8}}{CITIZEN}[ \u3000]+{HAN}{{2,4}}|"
    rf"一[位个名]{HAN}{{0,4}}(?:{CITIZEN}|母亲|父亲|妻子|丈夫|媳妇|婆婆)"
)
"""Who ends a text, whatever stands below: a name in brackets, a reader."""
WHO_AND_WHERE = re.compile(r"[^\s，。：:]{2,12}[ \u3000]+[^\s，。：:]{2,12}")
"""Who signs a letter that is answered below it."""
ORGAN_NAME = re.compile(ORGAN)
ANSWER_PARAGRAPHS = 6
"""Units above who signs an answer among which it begins."""
OWN = re.compile(
    r"^答(?:复|[:：])|[本我](?:院|公司|单位|局|校|厂|所|站|馆|会|中心|处|店|社|报|村|厅)|特此|敬请|恕不|"
    r"各(?:位|单位|乡镇|部门|科室|用户)[^。]{0,12}[:：]|"
    r"谨[此致向]|深表|请[^。]{0,20}(?:联系|报名|领取|参加|谅解|认领|周知)"
)
"""How an organ speaks of itself, or to whom its notice is addressed."""
ASKED = re.compile("^.{10,}，.*，.*[？?][”’]?$")
ENUMERATES = re.compile("^[^，。：:]{1,6}[:：][^，]*，[^，]*，")
"""Three things behind a word and a colon, as no headline has them."""
"""A question of several clauses, as no headline is."""
FIGURES = re.compile(r"^[^（(].*\d.*；.*\d")
"""Two clauses with figures, as no headline has."""
WORD = re.compile(r"[^\W\d_]")
OF_ALL = ("本版", "本文", "本组", "（", "(")
"""How a credit begins that is not of the one picture above it."""


class Lookahead:
    """The units of a page with the questions that a walk over them asks."""

    def __init__(self, units: list[Unit], layout: Layout, recognised: bool = False) -> None:
        self.units, self.layout, self.recognised = units, layout, recognised
        mark(units)
        self._headlike: dict[int, bool] = {}
        self._unclosed = {
            id(one)
            for one, other in pairwise([*self.units, *self.units[-1:]])
            if lost_quote(one.text, other.text)
        }
        self._asked = {id(one) for one, other in pairwise(units) if OPTIONS.match(other.text)}
        self._headed = {id(unit) for unit in above_openings(units)}
        begins = Counter(found[1] for unit in units if (found := SPEAKER.match(unit.text)))
        self.speakers = {name for name, times in begins.items() if times > 1 or ASKS.fullmatch(name)}
        said = [unit for unit in units if VOICE.match(unit.text)]
        self._said = {id(unit) for unit in said} if len(said) > 1 else set()
        self.signs_at_end = signs_at_end(units, self.headlike)
        self.title_levels = title_levels(units, self.headlike)
        self.marks_headlines = marks_headlines(units, self.headlike)
        self.breaks_columns = breaks_columns(units, self.headlike)
        self.headlines_bullet = headlines_bullet(units, self.headlike)
        self.part_heads = numbered_heads(units, self.headlike) | asked_heads(units, self.headlike)

    def headlike(self, unit: Unit) -> bool:
        """Tell whether a unit is short and ends as no sentence does."""
        known = self._headlike.get(id(unit))
        if known is None:
            known = self._headlike[id(unit)] = self._is_headlike(unit)
        return known

    def _is_headlike(self, unit: Unit) -> bool:
        if unit.cue is not None or unit.verse or not (unit.begins and unit.ends):
            return False
        text = unit.text
        if id(unit) in self._headed:
            return True
        if id(unit) in self._said:
            return False
        if id(unit) in self._asked and text[-1] in "？?":
            return False
        if unit.level:
            return len(text) <= MARKED_LIMIT and not text.endswith("。")
        if unit.wrapped > 2 or not is_short(unit) or not (WORD.search(text) or text.isdigit()):
            return False
        return (
            not ENDED.search(text[-3:])
            and "。" not in text
            and not FIGURES.search(text)
            and not ASKED.search(text)
            and not ENUMERATES.search(text)
            and not TRAILS_OFF.search(text)
            and (balanced(text) or id(unit) in self._unclosed)
            and not never_first(text)
            and not self._speaks(text)
            and not listed(text)
        )

    def _speaks(self, text: str) -> bool:
        """Tell whether a line is what one of a dialogue's speakers says."""
        found = SPEAKER.match(text)
        return IN_BRACKETS.match(text) is not None or (found is not None and found[1] in self.speakers)

    def apart(self, unit: Unit) -> bool:
        """Tell whether a picture is or was above: its mark, or more blank lines than usual."""
        return unit.pictured or unit.gap > max(1, self.layout.gap)

    def after(self, at: int) -> Unit | None:
        """Return the next unit from `at` on that belongs to an article."""
        for index in range(at, len(self.units)):
            if self.units[index].cue not in OUTSIDE:
                return self.units[index]
        return None

    def end_of_group(self, at: int) -> int:
        """Return where the headline-like lines from `at` on end; lines between them are passed over."""
        end = at
        for index in range(at, len(self.units)):
            unit = self.units[index]
            if self.headlike(unit):
                end = index + 1
            elif unit.cue not in BETWEEN:
                break
        return end

    def opens(self, at: int) -> bool:
        """Tell whether a report begins at `at`: with its place and date, or its reporter."""
        after = self.after(at)
        return after is not None and after.cue in (Cue.OPENING, Cue.BYLINE)

    def is_story(self, at: int, plain: bool) -> bool:
        """Tell whether the text of a picture begins at `at`: a few paragraphs, then its credit.

        Args:
            at: the unit behind the headline.
            plain: whether a credit will do that names the photographer only, if an article ends with it.
        """
        for texts, unit in enumerate(self.units[at : at + STORY_PARAGRAPHS + 1]):
            if unit.cue is Cue.STORY_CREDIT:
                return texts > 0
            if unit.cue is Cue.CREDIT:
                return plain and texts == 1 and self._ends(at + 2)
            if unit.cue not in (None, Cue.CAPTION) or self.headlike(unit):
                return False
        return False

    def is_signed(self, at: int) -> bool:
        """Tell whether the text at `at` begins as reports do, or ends with a reporter in brackets."""
        after = self.after(at)
        if after is not None and after.cue is None and hints(after.text):
            return True
        for texts, unit in enumerate(self.units[at : at + SIGNED_PARAGRAPHS + 1]):
            if unit.cue is Cue.BYLINE:
                return texts > 0 and (not unit.begins or self.signs_off(at + texts))
            if texts and unit.cue is None and self.headlike(unit) and self.is_signature(at + texts):
                return True
            if unit.cue not in (None, Cue.CAPTION, Cue.CREDIT) or self.headlike(unit):
                return False
        return False

    def signs_off(self, at: int) -> bool:
        """Tell whether the byline at `at` ends an article."""
        after = self.after(at + 1)
        return after is None or (self.headlike(after) and not numbered(after.text))

    def is_signature(self, at: int) -> bool:
        """Tell whether a unit is names and no text follows it: a headline, a date, a reporter, or nothing.

        A reader's name, or one in brackets, signs above another text too.
        """
        unit, after = self.units[at], self.units[at + 1] if at + 1 < len(self.units) else None
        alone = unit.cue is None and unit.begins and unit.ends and not (unit.level or unit.verse)
        text = without_strays(simplified(unit.text))
        named = NAMED.fullmatch(text) is not None
        ends = named or after is None or after.cue is not None or self.headlike(after) or answers(after)
        answered = after is not None and answers(after) and WHO_AND_WHERE.fullmatch(text)
        if alone and after is not None and (answered or addressed(unit, after)):
            return True
        signs = named or is_author(text, surname=True) or SIGNED.fullmatch(text) is not None
        signs = signs or text in self.speakers
        if ORGAN_NAME.fullmatch(text) and self._speaks_for_itself(at, after):
            return alone
        if self.signs_at_end and len(text) <= CAPTION_PHRASE:
            signs = signs or (PEN_NAME.fullmatch(text) or ORGAN_NAME.fullmatch(text)) is not None
        return alone and ends and signs and not (after and is_author(after.text))

    def _speaks_for_itself(self, at: int, after: Unit | None) -> bool:
        """Tell whether the paragraph above an organ's name is its own notice or answer: it speaks in the
        organ's name, a date stands below, or whom it answers is addressed above it."""
        above = self.units[at - 1] if at else None
        if above is None or above.cue is not None or not finished(above.text) or self.headlike(above):
            return False
        dated = after is not None and after.cue is Cue.DATED
        return dated or OWN.search(above.text) is not None or self._is_answer(at)

    def _is_answer(self, at: int) -> bool:
        """Tell whether the paragraphs above `at` answer a letter: the first names its writer (小柏读者：)."""
        for unit in reversed(self.units[max(0, at - ANSWER_PARAGRAPHS) : at]):
            if unit.cue is not None or self.headlike(unit):
                return False
            if answers(unit):
                return True
        return False

    def is_caption(self, at: int) -> bool:
        """Tell whether a unit is a short sentence as captions are, right above its photographer's name."""
        unit, after = self.units[at], self.units[at + 1] if at + 1 < len(self.units) else None
        if after is None or after.cue is not Cue.CREDIT or not after.begins or after.text.startswith(OF_ALL):
            return False
        if len(unit.text) <= CAPTION_PHRASE and "，" not in unit.text:
            return True
        return len(unit.text) <= CAPTION_SENTENCE and SHOWN.match(simplified(unit.text)) is not None

    def names_paper(self, at: int) -> bool:
        """Tell whether a unit is a paper's name, right above its date or number."""
        below = self.units[at + 1].cue if at + 1 < len(self.units) else None
        imprint = below in (Cue.FURNITURE, Cue.DATED, Cue.CONTACT)
        return imprint and PAPERS_NAME.fullmatch(simplified(self.units[at].text)) is not None

    def _ends(self, at: int) -> bool:
        """Tell whether an article ends before `at`: a headline or nothing comes next."""
        after = self.after(at)
        return after is None or self.headlike(after)
