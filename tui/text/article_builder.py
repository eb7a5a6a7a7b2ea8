"""Builds an article."""

import re
from dataclasses import dataclass, field

from tui.model import Article, Block, Kind, Page, Role, article_id, merge
from tui.text.cues import Cue
from tui.text.reflow import finished, states_fact
from tui.text.units import Unit
from tui.text.vocabulary import simplified

LEAD_LIMIT = 240
LABEL_LIMIT = 8
REPORTED = re.compile(
    "记者|通讯员|来源[:：]|[查访道研]组|[讯电](?:[】（(:：）)\\s]|$)|消息|新华社|中新社|报道"
)
"""What the byline of a report says, and the author's line of an essay or a poem does not."""
WRITTEN = re.compile("作者|[摘选]自|据《")
"""What the author's line at the end of an essay or an extract says."""
OF_AUTHOR = ("（作者", "(作者")
NO_REPORT = re.compile(
    "更正|来信|启事|声明|公告|致歉|招聘|提示[|｜丨]|讣告|寻[人物猫犬狗]|招领|[鸣致答]谢|感谢信|表扬|节目|灯谜|谜语|猜|征[稿订]|"
    "社[论评][:：丨｜|]|社论|短评|诗|献词|贺词|寄语"
)
STORY_PARAGRAPHS = 3


@dataclass
class ArticleBuilder:
    """An article as it grows.

    Attributes:
        units: its units with their roles.
        roles: the roles among them.
        last: the newest paragraph, which a later unit may continue.
        story: whether it is a picture with its text.
        closed: whether something ended it: what comes next is another article.
        level: the deepest Markdown level of its headline.
        border: how sure it is that it begins here.
        sure: how sure its borders and roles are, the lowest of them.
    """

    border: float = 1.0
    sure: float = 1.0
    units: list[tuple[Role, Unit]] = field(default_factory=list)
    roles: set[Role] = field(default_factory=set)
    last: Unit | None = None
    story: bool = False
    closed: bool = False
    level: int = 0

    def add(self, role: Role, unit: Unit) -> None:
        """Append a unit; a paragraph becomes the newest one, a heading ends it."""
        self.units.append((role, unit))
        self.roles.add(role)
        if role in ("paragraph", "heading"):
            self.last = unit if role == "paragraph" else None

    def has(self, *roles: Role) -> bool:
        """Tell whether it has a block with one of the roles."""
        return not self.roles.isdisjoint(roles)

    def doubt(self, sure: float) -> None:
        """Make it less sure."""
        self.sure = min(self.sure, sure)

    def pop(self) -> Unit:
        """Take the newest unit away and return it; the article ends before it."""
        _, unit = self.units.pop()
        self.roles = {role for role, _ in self.units}
        self.last = None
        return unit

    @property
    def headline(self) -> str:
        """The lines of its headline, blanks between them."""
        return " ".join(unit.text for role, unit in self.units if role in ("kicker", "title", "subtitle"))

    @property
    def title(self) -> str:
        """Its title; empty where it has none."""
        return next((unit.text for role, unit in self.units if role == "title"), "")

    @property
    def opened(self) -> bool:
        """Whether it begins as reports do, with place, date or reporter before the first sentence."""
        return any(unit.cue is Cue.OPENING for _, unit in self.units)

    @property
    def open(self) -> bool:
        """Whether the newest paragraph has not come to an end."""
        return self.last is not None and not self.last.verse and not finished(self.last.text)

    @property
    def only_lead(self) -> bool:
        """Whether it is nothing but one short finished paragraph, which may be the next title's lead."""
        if len(self.units) != 1 or not self.has("paragraph"):
            return False
        text = self.units[0][1].text
        return finished(text) and len(text) <= LEAD_LIMIT

    @property
    def only_picture(self) -> bool:
        """Whether it is nothing but a picture's caption and credit, which may belong to the next title."""
        return bool(self.units) and self.roles <= {"caption", "credit"}

    @property
    def labelled(self) -> bool:
        """Whether its newest block says no more than that a lead follows."""
        role, unit = self.units[-1] if self.units else ("title", None)
        return role == "lead" and unit is not None and len(unit.text) <= LABEL_LIMIT

    def credit(self, unit: Unit, whole: bool) -> None:
        """Append a photographer's name: a picture's text with a title ends with it.

        Args:
            unit: the credit.
            whole: whether it says that text and picture are by the same hand.
        """
        roles = [role for role, _ in self.units[: 2 * STORY_PARAGRAPHS]]
        told = roles.count("paragraph") or roles.count("caption")
        limit = STORY_PARAGRAPHS if whole else 2
        page = unit.text.startswith(("本版", "本组"))
        if not page and not self.has("byline", "heading") and self.has("title") and told <= limit:
            self.story = True
        self.closed = told > 0 and (whole or self.story)
        self.add("credit", unit)

    def article(self, page: Page, number: int) -> Article:
        """Return the article."""
        if self.story and not self.has("paragraph"):
            self.units = [("paragraph" if role == "caption" else role, unit) for role, unit in self.units]
        blocks = tuple(
            Block(role=role, segments=merge(unit.segments), confidence=round(unit.sure, 2))
            for role, unit in self.units
        )
        sure = min(self.border, self.sure, *(unit.sure for _, unit in self.units))
        return Article(
            id=article_id(page.id, number),
            page=page.id,
            kind=self._kind(),
            blocks=blocks,
            confidence=round(sure, 2),
            border=round(self.border, 2),
        )

    def _kind(self) -> Kind:
        if self.story:
            return "photo_story"
        brief = next((unit.brief for _, unit in self.units if unit.brief), None)
        if brief:
            return brief
        if any(role == "byline" and _reports(unit) for role, unit in self.units):
            return "news"
        titles = [unit.text for role, unit in self.units if role in ("kicker", "title")]
        told = any(
            role == "paragraph" and (not unit.verse or states_fact(unit.text)) for role, unit in self.units
        )
        signed = any(role == "byline" and unit.cue is not Cue.DATED for role, unit in self.units)
        essay = signed or any(NO_REPORT.search(simplified(title)) for title in titles)
        return "news" if titles and told and not essay else "other"


def _reports(unit: Unit) -> bool:
    """Tell whether a byline is a reporter's: it says so, or its name stands at the end of the last line."""
    if unit.cue is Cue.OPENING:
        return True
    text = simplified(unit.text)
    if text.startswith(OF_AUTHOR):
        return False
    return REPORTED.search(text) is not None or not (unit.begins or WRITTEN.search(text))
