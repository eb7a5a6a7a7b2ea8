"""The division of a page after the model of lines has read it too.

The rules divide a page first. Where the model finds other borders than they did, the articles concerned are
put together anew from the lines as they stood before; all others stay as they are.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from itertools import pairwise
from math import prod
from typing import NamedTuple

from tui.model import Article, Division, Page, Role, article_id
from tui.text.article_builder import ArticleBuilder
from tui.text.briefs import AGENCY_SIGNS
from tui.text.cues import Cue
from tui.text.headlines import is_standing, roles_of
from tui.text.line_features import Row
from tui.text.line_model import BEGINS, Label, Labelled, calibrated, labelled
from tui.text.units import Unit, join
from tui.text.vocabulary import simplified

ROLES: dict[Label, tuple[Role, ...]] = {
    "headline": ("title", "kicker"),
    "title": ("subtitle", "title", "kicker"),
    "opening": ("paragraph", "byline", "lead", "caption", "credit"),
    "byline": ("byline",),
    "text": ("paragraph", "byline", "lead", "credit", "caption"),
    "heading": ("heading",),
    "signature": ("byline",),
    "caption": ("caption", "credit", "byline"),
}
"""The roles that the units of a line may have; one that has none of them gets the first."""
DOUBT, DOUBT_OUTSIDE = 0.2, 0.4
"""Where a beginning by the rules is more probable than that for the model, it stays one; the latter holds
where the line would else belong to no article."""
LEAST = 4
"""With fewer lines nothing shows how a page is set: the rules alone divide it."""
KNOWN = 0.9993
"""So sure is what a convention tells; 0.97 when it is calibrated as the model is."""
GOES_ON: dict[Label, Label] = {"headline": "title", "opening": "text"}
"""What the first line of an article is below a headline that has no text yet."""
HEADLINE: tuple[Role, ...] = ("kicker", "title", "subtitle")


class Place(NamedTuple):
    """Where the rules put a unit.

    Attributes:
        block: where its block begins.
        article: its number from 0; None: in none.
        role: of its block; None: furniture.
        first: whether the article begins with it.
        joined: whether it goes on with a block that begins above it.
    """

    block: int
    article: int | None = None
    role: Role | None = None
    first: bool = False
    joined: bool = False


class Line(NamedTuple):
    """A line of a page, and where the rules put its units."""

    units: list[Unit]
    places: list[Place]

    def row(self) -> Row:
        """Return it as the model reads it."""
        return row_of(self.units, self.places[0].role, self.places[0].first)


def row_of(units: Sequence[Unit], role: Role | None, first: bool) -> Row:
    """Return a line as the model reads it.

    Args:
        units: those on the line.
        role: which the rules gave the first; None: furniture.
        first: whether an article begins with it by the rules.
    """
    ruled = (role or "furniture")[:3] + ("!" if first else "")
    unit = units[0]
    return Row("".join(one.text for one in units), unit.gap, unit.indent, unit.level, ruled)


def copied(units: Sequence[Unit]) -> list[Unit]:
    """Return units that stay as they are while the rules join others."""
    found = []
    for unit in units:
        one = copy(unit)
        one.segments = list(unit.segments)
        found.append(one)
    return found


def lines_of(units: Sequence[Unit], division: Division) -> list[Line]:
    """Return the lines of a page; what the rules joined to a paragraph is part of its line.

    Args:
        units: as they were before any was joined to another.
        division: what the rules made of them.
    """
    places = list(_places(units, division))
    lines: list[Line] = []
    by_block: dict[int, Line] = {}
    for start, end in ranges_of(units):
        line = Line(list(units[start:end]), places[start:end])
        above = by_block.get(line.places[0].block) if line.places[0].joined else None
        if above is None:
            lines.append(line)
        else:
            above.units.extend(line.units)
            above.places.extend(line.places)
            line = above
        by_block.update((place.block, line) for place in places[start:end])
    return lines


def ranges_of(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return which units stand on each line: the first, and behind the last."""
    starts = [at for at, unit in enumerate(units) if unit.begins or not at]
    return list(pairwise([*starts, len(units)]))


def _places(units: Sequence[Unit], division: Division) -> Iterator[Place]:
    pieces = sorted(
        (segment, number, block.role, block.segments[0][0])
        for number, article in enumerate(division.articles)
        for block in article.blocks
        for segment in block.segments
    )
    starts = [segment[0] for segment, *_ in pieces]
    firsts = {article.start for article in division.articles}
    for unit in units:
        at = unit.segments[0][0]
        index = bisect_right(starts, at) - 1
        if index < 0 or at >= pieces[index][0][1]:
            yield Place(at)
        else:
            _, number, role, begins = pieces[index]
            yield Place(begins, number, role, at in firsts, begins < at)


def relabelled(
    page: Page, units: Sequence[Unit], division: Division, learned: Container[int] = ()
) -> Division:
    """Return a page's division as the model of lines has it, with its confidence.

    Args:
        page: the page.
        units: as they were before any was joined to another.
        division: what the rules made of them.
        learned: where units begin on which votes that were learned of the source decided.
    """
    lines = lines_of(units, division)
    if len(lines) < LEAST:
        return division
    found = _by_rules(lines, labelled([line.row() for line in lines]), learned)
    labels = list(_with_text(lines, found))
    groups, ruled = list(_groups(labels)), _ruled(lines, division)
    if not groups:
        return division
    if groups != ruled:
        division = _rebuilt(page, lines, labels, groups, ruled, division)
    ends = [*(group[0] for group in groups[1:]), len(lines)]
    articles = tuple(
        _weighed(article, labels, group, after)
        for article, group, after in zip(division.articles, groups, ends, strict=True)
    )
    return replace(division, articles=articles)


def _by_rules(
    lines: Sequence[Line], labels: Sequence[Labelled], learned: Container[int]
) -> Iterator[Labelled]:
    """Yield what lines are: as the rules say where they know better, or the model hardly says otherwise.

    They know better that each brief below the name of a column or that an agency signs is an article, whether
    a report that opens below another one has its headline, that an editor's note stands above the headline of
    its article, and what the votes learned of the source say.
    """
    noted = False
    for at, (line, found) in enumerate(zip(lines, labels, strict=True)):
        unit, place = line.units[0], line.places[0]
        begins: Label = "headline" if place.role in HEADLINE else "opening"
        doubt = DOUBT_OUTSIDE if found.label == "furniture" else DOUBT
        noted, below_note = place.first and unit.cue is Cue.LEAD, noted
        reports = place.role in HEADLINE and (_opens_below(lines, at) or _stands_alone(lines, at))
        if place.first and (
            unit.brief or unit.cue is Cue.OPENING or _is_signed_brief(line) or noted or reports
        ):
            yield Labelled(begins, max(found.begins, KNOWN), 0.0)
        elif below_note and found.label in BEGINS:
            yield Labelled("title", 1 - KNOWN, 0.0)
        elif place.role is None and at + 1 < len(lines) and lines[at + 1].units[0].brief:
            yield Labelled("furniture", 0.0, KNOWN)
        elif place.block in learned and place.first:
            yield found._replace(label=begins)
        elif place.block in learned and found.label in BEGINS:
            yield found._replace(label="heading")
        elif place.first and found.label not in BEGINS and found.begins > doubt:
            yield found._replace(label=begins)
        else:
            yield found


def _with_text(lines: Sequence[Line], labels: Iterable[Labelled]) -> Iterator[Labelled]:
    """Yield labels, with which no headline has another article for its text, but by the rules."""
    untold = False
    for line, one in zip(lines, labels, strict=True):
        label = one.label
        if untold and not line.places[0].first:
            label = GOES_ON.get(label, label)
        untold = label == "headline" or (untold and label in ("title", "byline", "furniture"))
        yield one._replace(label=label)


def _opens_below(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a report opens right below the headline that begins at a line."""
    below = next((line for line in lines[at + 1 :] if line.places[0].role not in HEADLINE), None)
    return below is not None and below.units[0].cue is Cue.OPENING


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a title that stands for itself, right above its text."""
    below = lines[at + 1].places[0].role if at + 1 < len(lines) else None
    return is_standing(lines[at].units[0].text) and below not in HEADLINE


def _is_signed_brief(line: Line) -> bool:
    """Tell whether a line is a paragraph that an agency, or the paper, signs."""
    told, last = line.units[0], line.units[-1]
    return told.cue is None and last is not told and AGENCY_SIGNS.match(simplified(last.text)) is not None


def _weighed(article: Article, labels: Sequence[Labelled], group: Sequence[int], after: int) -> Article:
    """Return an article as sure as the labels of its lines are, and of those between it and the next."""
    begins = labels[group[0]].begins
    inside = [1 - labels[at].begins for at in range(group[0] + 1, after)]
    ends = [one.begins for one in labels[after : after + 1]]
    own = frozenset(group)
    belongs = [1 - labels[at].outside if at in own else labels[at].outside for at in range(group[0], after)]
    sure = calibrated(prod([begins, *inside, *ends, *belongs]))
    roles = min(block.confidence for block in article.blocks)
    return replace(article, confidence=round(min(sure, roles), 2), border=round(calibrated(begins), 2))


def _groups(labels: Sequence[Labelled]) -> Iterator[list[int]]:
    """Yield the lines of each article."""
    group: list[int] = []
    for at, one in enumerate(labels):
        if one.label == "furniture":
            continue
        if one.label in BEGINS and group:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _ruled(lines: Sequence[Line], division: Division) -> list[list[int]]:
    """Return the lines of each article as the rules divided them."""
    found: list[list[int]] = [[] for _ in division.articles]
    for at, line in enumerate(lines):
        article = line.places[0].article
        if article is not None:
            found[article].append(at)
    return found


def _rebuilt(
    page: Page,
    lines: Sequence[Line],
    labels: Sequence[Labelled],
    groups: Sequence[list[int]],
    ruled: Sequence[list[int]],
    division: Division,
) -> Division:
    articles: list[Article] = []
    for group in groups:
        number = len(articles) + 1
        same = lines[group[0]].places[0].article
        if same is not None and ruled[same] == group:
            articles.append(replace(division.articles[same], id=article_id(page.id, number)))
        else:
            draft = _draft(page, [(lines[at], labels[at].label) for at in group])
            articles.append(draft.article(page, number))
    inside = {at for group in groups for at in group}
    furniture = [
        unit.whole
        for at, line in enumerate(lines)
        for first, (unit, place) in enumerate(zip(line.units, line.places, strict=True))
        if at not in inside or (first and place.role is None)
    ]
    return Division(articles=tuple(articles), furniture=tuple(furniture))


def _draft(page: Page, lines: Sequence[tuple[Line, Label]]) -> ArticleBuilder:
    """Return an article made of these lines."""
    draft = ArticleBuilder()
    top = _headline(lines)
    _add_headline(draft, [line for line, _ in lines[:top]])
    for line, label in lines[top:]:
        added: dict[int, Unit] = {}
        for unit, place in zip(line.units, line.places, strict=True):
            if place.block in added:
                join(page.text, added[place.block], unit)
            elif place.role is not None or unit is line.units[0]:
                known = place.role if place.role in ROLES[label] else None
                added[place.block] = copied([unit])[0]
                draft.add(known or ROLES[label][0], added[place.block])
    return draft


def _add_headline(draft: ArticleBuilder, lines: Sequence[Line]) -> None:
    """Append lines to an article as its headline, with the roles by the rules if these are of a headline."""
    units = [unit for line in lines for unit in line.units]
    known = [place.role for line in lines for place in line.places if place.role in HEADLINE]
    if known.count("title") != 1 or len(known) < len(units):
        known = list(roles_of(units, signed=False)[0]) if units else []
    for role, unit in zip(known, copied(units), strict=True):
        draft.add(role, unit)


def _headline(lines: Sequence[tuple[Line, Label]]) -> int:
    """Return how many lines the headline has that these lines begin with."""
    if lines[0][1] != "headline":
        return 0
    return next((at for at, (_, label) in enumerate(lines) if at and label != "title"), len(lines))
