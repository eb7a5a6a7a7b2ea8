"""The roles of the lines above an article, such as the title."""

import re

from tui.model import Role
from tui.text.headline_words import (
    BRACKETED,
    BULLETED_NAME,
    CYCLE,
    DASH,
    ELABORATES,
    FIGURE,
    GENRE,
    LABEL,
    OFFICE,
    PAPER_NAME,
    PEN_NAME,
    is_standing,
    names_column,
)
from tui.text.reflow import never_first, numbered
from tui.text.units import Unit
from tui.text.vocabulary import BULLET, HAN, ORGAN, is_author, simplified

ASKED = ("本报", "记者", "访", "专访")
ORGAN_NAME = re.compile(ORGAN)
COMMA = re.compile("[，,;]")
STOP = re.compile("[。；]")
OPENERS = re.compile(
    r"本次|此次|据|近日|此外|同时|随后|目前|其中|[^，]{0,3}活动中|会上|截至|今年|去年|这|该|在|为|“|\d+月|\d+年"
)
"""How the paragraphs of a report begin, and headings seldom."""
REST = re.compile("[^，。；：！？]{1,4}。.")
"""So few characters before a full stop are the rest of the sentence above."""
GOES_ON = frozenset("向并及等和或与而也还都就被把使之则所得地")
"""What stands within a sentence and seldom at its beginning."""
HALF = frozenset("以和与及在对将把被从向并而且是")
"""What a sentence may be broken behind, and no heading ends with."""
BULLETED = re.compile(BULLET)
UNSURE = 0.85
CHAPTER = 8
"""Characters of the name of the first piece of a cycle, below the author."""
FIGURES = re.compile(FIGURE)
HAN_SCRIPT = re.compile(HAN)


def roles_of(group: list[Unit], signed: bool = True) -> tuple[list[Role], float]:
    """Return the role of each line of a headline, and how sure that is.

    The title is the line with the highest Markdown level; of several, or where there is none, the second,
    unless that one reads as a subtitle of the first. What stands above it is kicker, what stands below it
    subtitle; a name below it is the author's, a numbered line below it, or a short one below the author, the
    heading of the first section.

    Args:
        group: the lines.
        signed: whether the last may be a name.
    """
    cycle = len(group) > 2 and CYCLE.search(group[-3].text) is not None
    posted = len(group) > 2 and len(group[-2].text) > CHAPTER
    if (cycle or posted) and is_author(group[-2].text, surname=True) and len(group[-1].text) <= CHAPTER:
        above, sure = roles_of(group[:-1])
        return [*above, "heading"], sure
    below_it = len(group) > 1 and numbered(group[-1].text) and not numbered(group[0].text)
    named = group[:-1] if below_it else group
    signed = signed and names_author(named)
    lines = named[:-1] if signed else named
    best = _highest(lines)
    title = _title_of(lines, best)
    roles: list[Role] = ["title"]
    roles[:0] = ["kicker"] * title
    points = [BULLETED.match(unit.text) is not None for unit in lines[title + 1 :]]
    roles += ["lead" if point and sum(points) > 1 else "subtitle" for point in points]
    if signed:
        roles.append("byline")
    if below_it:
        roles.append("heading")
    return roles, 1.0 if len(best) == 1 else UNSURE


def _highest(lines: list[Unit]) -> list[int]:
    """Return which lines have the highest Markdown level; all of them where none has one.

    A line in another language is none of them, where one in Chinese is."""
    highest = min((unit.level for unit in lines if unit.level), default=0)
    best = [at for at, unit in enumerate(lines) if unit.level == highest]
    return [at for at in best if HAN_SCRIPT.search(lines[at].text)] or best


def _title_of(lines: list[Unit], best: list[int]) -> int:
    """Return which of the best lines of a headline is the title."""
    standing = next((at for at in best if is_standing(lines[at].text)), None)
    if standing is not None:
        return standing
    largest = _largest([lines[at] for at in best])
    if largest is not None:
        return best[largest]
    if len(best) > 2 and _is_middle([lines[at].text for at in best[:3]]):
        return best[1]
    if len(best) > 1 and not _reads_as_subtitle(lines[best[1]].text, lines[best[0]].text):
        return best[1]
    return best[0]


def _is_middle(texts: list[str]) -> bool:
    """Tell whether the second of three lines is the title though it has figures, as the third has more."""
    one, other, third = texts
    dashed = DASH.match(other) or DASH.match(third)
    return not dashed and _reads_as_subtitle(third, other) and not _reads_as_subtitle(one, other)


def _largest(lines: list[Unit]) -> int | None:
    """Return which line of a headline is set in the largest type, where that can be told.

    Larger type fills a column with fewer characters: a line that was broken shows how many, and the
    others have longer pieces.
    """
    widest = [max(end - start for start, end in line.segments) for line in lines]
    broken = [at for at, line in enumerate(lines) if len(line.segments) > 1]
    if not broken:
        return None
    least = min(broken, key=lambda at: widest[at])
    others = [size for at, size in enumerate(widest) if at != least]
    return least if others and all(size > widest[least] for size in others) else None


def names_author(group: list[Unit]) -> bool:
    """Tell whether the last line of a headline is a name: a pen name too, which no subtitle is as
    short as."""
    if len(group) < 2:
        return False
    text, above = group[-1].text, group[-2].text
    like_one = (
        PEN_NAME.fullmatch(text) is not None
        and not is_author(above, surname=True)
        and len(above) >= len(text)
        and not group[-1].level
    )
    return (
        is_author(text)
        or (OFFICE.fullmatch(simplified(text)) is not None and not is_standing(above))
        or (like_one and not names_column(above) and above[-1] not in "笔谈话录苑窗角栏")
    )


def reads_as_name(text: str) -> bool:
    """Tell whether a line of a headline may as well be who signed the text above, or the name of a column."""
    return ORGAN_NAME.fullmatch(simplified(text)) is not None or names_column(text)


def labels_of(group: list[Unit], top: bool = False, signed: bool = True) -> tuple[int, float]:
    """Return how many lines above a headline are names of a page or of a column, and how sure that is.

    Args:
        group: the lines like headlines.
        top: whether nothing but furniture stands above them on the page.
        signed: whether a line below a title may be a name.
    """
    at = 0
    while top and at + 1 < len(group) and group[at].text.isdigit():
        at += 1
    below = at + 2 < len(group) and is_author(group[at + 2].text)
    if at + 1 == len(group) or (signed and is_author(group[at + 1].text) and not below):
        return at, 1.0
    bulleted = BULLETED_NAME.fullmatch(group[at].text) and not BULLETED.match(group[at + 1].text)
    if bulleted or names_column(group[at].text) or BRACKETED.fullmatch(group[at].text):
        return at + 1, 1.0
    one, other = group[at : at + 2]
    below = not _reads_as_subtitle(other.text, one.text) and (not one.level or 0 < other.level <= one.level)
    named = _is_label(one.text) or PAPER_NAME.fullmatch(one.text) is not None
    if below and named:
        column = top or (other.level > 0 and not one.level and len(one.text) < CHAPTER)
        return (at + 1 if column else at), UNSURE
    return at, 1.0


def _is_label(text: str) -> bool:
    return LABEL.fullmatch(text) is not None and not is_standing(text)


def _reads_as_subtitle(text: str, above: str) -> bool:
    """Tell whether a line begins with a dash, says whom a reporter asked, or gives figures for that above."""
    if (
        DASH.match(text)
        or GENRE.fullmatch(simplified(text))
        or names_column(text)
        or text.startswith(ASKED)
        or ELABORATES.match(text)
    ):
        return True
    return len(FIGURES.findall(text)) >= 2 > len(FIGURES.findall(above))


def seems_cut(text: str, after: str, around: str) -> int:
    """Return the evidence that a short line is the beginning of a sentence rather than a heading.

    Args:
        text: the line.
        after: the text below it.
        around: the page near it: a word that is cut at the seam often stands elsewhere on it.
    """
    return (
        (4 if STOP.search(text) else 2 * min(2, len(COMMA.findall(text))))
        + bool(OPENERS.match(text))
        + (len(text) > 24)
        + 3 * never_first(after)
        + 2 * (after[1:2] in "，、," and not numbered(after))
        + 2 * (after[:1] in GOES_ON)
        + 2 * (REST.match(after) is not None)
        + (text[-1] + after[:1] in around)
        + 3 * (text[-1] in HALF)
        - 3 * (text[0] in "“「" and text[-1] in "”」")
        - 2 * (" " in text or "\u3000" in text)
        - 3 * numbered(text)
        - bool(OPENERS.match(after))
    )
