"""A page into its articles. The rules and their evidence are in docs/splitting.md."""

from dataclasses import dataclass, field

from tui.model import Article, Block, Division, Page, Role, Segment, article_id, merge
from tui.text.conventions import Sign
from tui.text.headlines import roles_of, seems_cut
from tui.text.lines import read_lines
from tui.text.reflow import balanced, finished, never_first, numbered
from tui.text.layout import Layout, cells, layout_of
from tui.text.units import Unit, join, units_of

HEADLINE_LIMIT = 45
MARKED_LIMIT = 70
LEAD_LIMIT = 240
AROUND = 3000
OUTSIDE = frozenset((Sign.FURNITURE, Sign.TURN, Sign.ADVERT, Sign.CONTACT))


def divide(page: Page) -> Division:
    """Return the articles of a page and the lines that belong to none.

    Every code point that is neither blank nor mark-up is in one block or in the furniture, once.
    """
    lines = read_lines(page.text)
    layout = layout_of(lines)
    walk = _Walk(page, units_of(page.text, lines, layout), layout)
    walk.run()
    return Division(articles=tuple(walk.articles), furniture=tuple(walk.furniture))


@dataclass
class _Draft:
    """An article as it grows; `last` is its newest paragraph, which a later unit may continue."""

    units: list[tuple[Role, Unit]] = field(default_factory=list)
    last: Unit | None = None
    story: bool = False
    closed: bool = False
    level: int = 0
    sure: float = 1.0

    def add(self, role: Role, unit: Unit) -> None:
        self.units.append((role, unit))

    def has(self, *roles: Role) -> bool:
        return any(role in roles for role, _ in self.units)

    @property
    def open(self) -> bool:
        """Whether the newest paragraph has not come to an end."""
        return self.last is not None and not finished(self.last.text)

    @property
    def only_lead(self) -> bool:
        """Whether this is nothing but one short finished paragraph, which may be the next title's lead."""
        if [role for role, _ in self.units] != ["paragraph"]:
            return False
        unit = self.units[0][1]
        return finished(unit.text) and len(unit.text) <= LEAD_LIMIT


class _Walk:
    """One walk over the units of a page."""

    def __init__(self, page: Page, units: list[Unit], layout: Layout) -> None:
        self.page, self.units, self.layout = page, units, layout
        self.articles: list[Article] = []
        self.furniture: list[Segment] = []
        self.draft: _Draft | None = None
        self.titles = self._title_levels()

    def run(self) -> None:
        at = 0
        while at < len(self.units):
            at = self._step(at)
        self._close()

    # one unit

    def _step(self, at: int) -> int:
        unit = self.units[at]
        if unit.says is Sign.ADVERT:
            return self._advert(at)
        if unit.says in OUTSIDE:
            self._outside(unit)
        elif unit.says is None and self._headlike(unit):
            return self._group(at)
        elif unit.says is None:
            self._text(at)
        elif unit.says is Sign.OPENING:
            self._opening(unit)
        elif unit.says is Sign.BYLINE:
            self._byline(at)
        else:
            self._beside(unit)
        return at + 1

    def _outside(self, unit: Unit) -> None:
        self.furniture.append(unit.whole)
        if unit.says is Sign.TURN and "上接" in unit.text and self.draft and self.draft.has("paragraph"):
            self.draft.closed = True

    def _advert(self, at: int) -> int:
        """Take an advertisement: its short lines, up to its address or the next headline of an article."""
        start = at
        while at < len(self.units):
            unit = self.units[at]
            if at > start and (
                unit.says not in (None, Sign.CONTACT, Sign.FURNITURE) or not self._short(unit)
            ):
                break
            if at > start and self._headlike(unit) and self._opens_article(self._end_of_group(at)):
                break
            self.furniture.append(unit.whole)
            at += 1
        return max(at, start + 1)

    def _opening(self, unit: Unit) -> None:
        if self.draft is None or self.draft.has("paragraph", "byline"):
            self._begin()
        self._now.add("byline", unit)

    def _byline(self, at: int) -> None:
        unit = self.units[at]
        draft = self.draft
        if draft and draft.has("paragraph"):
            draft.closed = True
        elif draft is None:
            self._begin()
        self._now.add("byline", unit)

    def _beside(self, unit: Unit) -> None:
        """Take a caption, a credit or a marked lead."""
        draft = self._now
        if unit.says is Sign.STORY_CREDIT:
            draft.story = draft.closed = True
        role: Role = {Sign.CAPTION: "caption", Sign.LEAD: "lead"}.get(unit.says, "credit")  # type: ignore
        draft.add(role, unit)

    def _text(self, at: int) -> None:
        unit = self.units[at]
        draft = self._now
        if draft.last is not None and self._continues(draft.last, unit):
            join(self.page.text, draft.last, unit)
            return
        if draft.closed and unit.begins:
            self._begin(0.6)
            draft = self._now
        role: Role = "paragraph"
        after = self._after(at + 1)
        if (
            draft.has("title")
            and not draft.has("byline", "paragraph")
            and after
            and after.says is Sign.BYLINE
            and after.begins
        ):
            role = "lead"
        draft.add(role, unit)
        draft.last = unit if role == "paragraph" else None

    def _continues(self, last: Unit, unit: Unit) -> bool:
        if not unit.begins or not last.ends:
            return False
        if never_first(unit.text):
            return True
        if self.layout.indents and unit.indent:
            return False
        if self.layout.width and not unit.gap:
            return False
        if finished(last.text):
            return self.layout.indents and not unit.indent and last.indent and unit.wrapped > 1
        return not (last.text[-1] in "：；:;" and numbered(unit.text))

    # headlines

    def _group(self, at: int) -> int:
        end = self._end_of_group(at)
        group = [unit for unit in self.units[at:end] if unit.says is None]
        for unit in self.units[at:end]:
            if unit.says is not None:
                self._outside(unit)
        self._place(group, end)
        return end

    def _end_of_group(self, at: int) -> int:
        end = at
        while at < len(self.units) and (
            self.units[at].says in (Sign.FURNITURE, Sign.TURN)
            or (self.units[at].says is None and self._headlike(self.units[at]))
        ):
            at += 1
            if self.units[at - 1].says is None:
                end = at
        return end

    def _place(self, group: list[Unit], end: int) -> None:
        """Decide what a group of headline-like lines is, by what stands before and behind it."""
        draft, after = self.draft, self._after(end)
        if self._opens_article(end) or draft is None:
            self._headline(group, end)
        elif after is not None and after.says in (Sign.CREDIT, Sign.STORY_CREDIT):
            self._captions(group)
        elif not draft.open and self._cut(group[-1], after) >= len(group) + 1:
            if group[:-1]:
                self._place(group[:-1], end - 1)
            self._paragraphs(group[-1:])
        elif self._is_story(end):
            self._headline(group, end)
        elif draft.open and not any(unit.level for unit in group):
            self._within_sentence(group, after)
        elif after is None:
            self._paragraphs(group)
        elif self._new_article(group):
            self._headline(group, end)
        else:
            self._headings(group)

    def _opens_article(self, end: int) -> bool:
        after = self._after(end)
        return after is not None and after.says in (Sign.OPENING, Sign.BYLINE)

    def _is_story(self, end: int) -> bool:
        """Tell whether what follows is the text of a photo story: up to three paragraphs and its credit."""
        texts = 0
        for unit in self.units[end : end + 8]:
            if unit.says is Sign.STORY_CREDIT:
                return texts > 0
            if unit.says is None and not self._headlike(unit):
                texts += 1
            elif unit.says is not Sign.CAPTION:
                return False
            if texts > 3:
                return False
        return False

    def _new_article(self, group: list[Unit]) -> bool:
        draft = self._now
        levels = [unit.level for unit in group if unit.level]
        if levels and draft.level:
            return min(levels) <= draft.level or min(levels) in self.titles
        return draft.closed

    def _cut(self, unit: Unit, after: Unit | None) -> int:
        """Return the evidence that a short line is rather the beginning of a sentence that goes on below."""
        if after is None or unit.level or after.says is not None:
            return 0
        around = self.page.text[max(0, unit.whole[0] - AROUND) : unit.whole[1] + AROUND]
        return seems_cut(unit.text, after.text, around)

    def _headline(self, group: list[Unit], end: int) -> None:
        lead, captions = None, []
        if (
            self.draft
            and self.draft.only_lead
            and not self.articles
            and (after := self._after(end))
            and after.says is Sign.BYLINE
        ):
            lead = self.draft.units[0][1]
            if len(group) > 1 and self._apart(group[0]):
                captions.append(group.pop(0))
            self.draft = None
        self._begin()
        draft = self._now
        if lead:
            draft.add("lead", lead)
        for unit in captions:
            draft.add("caption", unit)
        roles, sure = roles_of(group)
        draft.sure = sure
        draft.level = max((unit.level for unit in group), default=0)
        for role, unit in zip(roles, group, strict=True):
            draft.add(role, unit)

    def _within_sentence(self, group: list[Unit], after: Unit | None) -> None:
        """Place short lines that stand in the middle of a sentence: captions, or pieces of it."""
        last = self._now.last
        assert last is not None
        for unit in group:
            if after is None or any(mark in unit.text for mark in "，。；：、,") or len(unit.text) <= 4:
                join(self.page.text, last, unit)
            else:
                self._now.add("caption", unit)

    def _captions(self, group: list[Unit]) -> None:
        for unit in group:
            self._now.add("caption", unit)

    def _headings(self, group: list[Unit]) -> None:
        draft = self._now
        for unit in group:
            draft.add("caption" if self._apart(unit) and not unit.level else "heading", unit)
        draft.last = None

    def _paragraphs(self, group: list[Unit]) -> None:
        for unit in group:
            self._now.add("paragraph", unit)
            self._now.last = unit

    # what a unit looks like

    def _headlike(self, unit: Unit) -> bool:
        """Tell whether a unit is short and ends as no sentence does."""
        text = unit.text
        if unit.says is not None or not unit.begins or not unit.ends:
            return False
        if unit.level:
            return len(text) <= MARKED_LIMIT and not text.endswith("。")
        if self.layout.width and unit.wrapped > 2:
            return False
        return (
            self._short(unit) and text[-1] not in "。，；、：,;:" and balanced(text) and not never_first(text)
        )

    def _short(self, unit: Unit) -> bool:
        return cells(unit.text) <= 2 * HEADLINE_LIMIT

    def _apart(self, unit: Unit) -> bool:
        """Tell whether more blank lines than usual stand above: a picture was there."""
        return unit.gap > max(1, self.layout.gap)

    def _after(self, at: int) -> Unit | None:
        """Return the next unit that belongs to an article."""
        while at < len(self.units):
            if self.units[at].says not in OUTSIDE:
                return self.units[at]
            at += 1
        return None

    def _title_levels(self) -> set[int]:
        """Return the Markdown levels at which lines right above an opening stand."""
        found = set()
        level = 0
        for unit in self.units:
            if unit.says is Sign.OPENING and level:
                found.add(level)
            level = unit.level if unit.level else (level if self._headlike(unit) else 0)
        return found

    # articles

    @property
    def _now(self) -> _Draft:
        if self.draft is None:
            self.draft = _Draft()
        return self.draft

    def _begin(self, sure: float = 1.0) -> None:
        self._close()
        self.draft = _Draft(sure=sure)

    def _close(self) -> None:
        draft, self.draft = self.draft, None
        if draft is None or not draft.units:
            return
        blocks = tuple(Block(role=role, segments=merge(unit.segments)) for role, unit in draft.units)
        kind = "photo_story" if draft.story else "news" if draft.has("byline", "title") else "other"
        number = len(self.articles) + 1
        self.articles.append(
            Article(
                id=article_id(self.page.id, number),
                page=self.page.id,
                kind=kind,
                blocks=blocks,
                confidence=draft.sure,
            )
        )
