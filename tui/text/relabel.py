"""The division of a page after the model of lines has read it too.

The rules divide a page first. Where the model finds other borders than they did, the articles concerned are
put together anew from the lines as they stood before; all others stay as they are.
"""

from collections.abc import Container, Iterator, Sequence
from math import prod

from tui.model import Article, Division, Page, Role, article_id
from tui.text.article_builder import ArticleBuilder
from tui.text.headlines import roles_of
from tui.text.line_model import BEGINS, Label, Labelled, calibrated, labelled
from tui.text.line_rules import by_rules, with_text
from tui.text.page_lines import HEADLINE, Line, Place, copied, lines_of
from tui.text.units import Unit, join

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
LOWEST = 0.01
"""The confidence of what is hardly possible: what a page was divided into is never held to be impossible."""
LEAST = 4
"""With fewer lines nothing shows how a page is set: the rules alone divide it."""


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
    found = by_rules(lines, labelled([line.row() for line in lines]), learned)
    labels = list(with_text(lines, found))
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
    return division.replaced(articles=articles)


def _weighed(article: Article, labels: Sequence[Labelled], group: Sequence[int], after: int) -> Article:
    """Return an article as sure as the labels of its lines are, and of those between it and the next."""
    begins = labels[group[0]].begins
    inside = [1 - labels[at].begins for at in range(group[0] + 1, after)]
    ends = [one.begins for one in labels[after : after + 1]]
    own = frozenset(group)
    belongs = [1 - labels[at].outside if at in own else labels[at].outside for at in range(group[0], after)]
    sure = calibrated(prod([begins, *inside, *ends, *belongs]))
    roles = min(block.confidence for block in article.blocks)
    return article.replaced(confidence=_rounded(min(sure, roles)), border=_rounded(calibrated(begins)))


def _rounded(sure: float) -> float:
    return max(LOWEST, round(sure, 2))


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
            articles.append(division.articles[same].replaced(id=article_id(page.id, number)))
        else:
            draft = _draft(page, [(lines[at], labels[at].label) for at in group])
            articles.append(draft.article(page, number))
    inside = {at for group in groups for at in group}
    furniture = [
        whole
        for at, line in enumerate(lines)
        for unit, place in zip(line.units, line.places, strict=True)
        if at not in inside or not _stays(line, unit, place)
        for whole in unit.places
    ]
    return Division(articles=tuple(articles), furniture=tuple(sorted(furniture)))


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
            elif _stays(line, unit, place):
                known = place.role if place.role in ROLES[label] else None
                added[place.block] = copied([unit])[0]
                draft.add(known or ROLES[label][0], added[place.block])
    return draft


def _stays(line: Line, unit: Unit, place: Place) -> bool:
    """Tell whether a unit is part of the article that its line is in: what follows may be furniture."""
    return place.role is not None or unit is line.units[0]


def _add_headline(draft: ArticleBuilder, lines: Sequence[Line]) -> None:
    """Append lines to an article as its headline, with the roles by the rules if these are of a headline."""
    placed = [
        (unit, place.role)
        for line in lines
        for unit, place in zip(line.units, line.places, strict=True)
        if _stays(line, unit, place)
    ]
    units = [unit for unit, _ in placed]
    known = [role for _, role in placed if role in HEADLINE]
    if known.count("title") != 1 or len(known) < len(units):
        known = list(roles_of(units, signed=False)[0]) if units else []
    for role, unit in zip(known, copied(units), strict=True):
        draft.add(role, unit)


def _headline(lines: Sequence[tuple[Line, Label]]) -> int:
    """Return how many lines the headline has that these lines begin with."""
    if lines[0][1] != "headline":
        return 0
    return next((at for at, (_, label) in enumerate(lines) if at and label != "title"), len(lines))
