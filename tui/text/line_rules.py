"""What the rules know better of a line than the model does."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from tui.text.briefs import AGENCY_SIGNS
from tui.text.cues import Cue
from tui.text.headline_words import is_standing
from tui.text.line_model import BEGINS, Label, Labelled
from tui.text.page_lines import HEADLINE, Line
from tui.text.reflow import listed, states_fact
from tui.text.vocabulary import simplified

DOUBT, DOUBT_OUTSIDE = 0.2, 0.4
"""Where a beginning by the rules is more probable than that for the model, it stays one; the latter holds
where the line would else belong to no article."""
LIKELY = 0.5
"""With less no text without a headline begins an article that the rules did not begin."""
ABOUT = re.compile(r"关于([^，。、的]{2,16})")
BUTTON = re.compile("点击|长按|识别|扫[码描一]|关注|分享|转发|往期|END|End")
"""How the lines of web pages begin that ask the reader to do something."""
KNOWN = 0.9993
"""So sure is what a convention tells; 0.97 when it is calibrated as the model is."""
GOES_ON: dict[Label, Label] = {"headline": "title", "opening": "text"}
"""What the first line of an article is below a headline that has no text yet."""


def by_rules(
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
        if place.first and (
            noted
            or unit.brief
            or unit.cue is Cue.OPENING
            or _is_signed_brief(line)
            or _opens_below(lines, at)
            or _stands_alone(lines, at)
        ):
            yield Labelled(begins, max(found.begins, KNOWN), 0.0)
        elif below_note and found.label in BEGINS:
            yield Labelled("title", 1 - KNOWN, 0.0)
        elif found.label in BEGINS and _is_about(lines, at):
            yield found._replace(label="heading")
        elif _is_told_outside(lines, at) or _is_button(line):
            yield Labelled("furniture", 0.0, KNOWN)
        elif place.block in learned and place.first:
            yield found._replace(label=begins)
        elif place.block in learned and found.label in BEGINS:
            yield found._replace(label="heading")
        elif place.first and found.label not in BEGINS and found.begins > doubt:
            yield found._replace(label=begins)
        elif place.role == "paragraph" and _stays(lines, at, found):
            yield found._replace(label="text")
        else:
            yield found


def _stays(lines: Sequence[Line], at: int, found: Labelled) -> bool:
    """Tell whether a paragraph stays in its article: the model finds an article without a headline that is
    not likely, or nothing in a row of a table that has a title."""
    unit = lines[at].units[0]
    if found.label in BEGINS and at and states_fact(unit.text) and lines[at - 1].units[0].verse:
        return unit.verse
    if found.label == "furniture" and (unit.verse or listed(unit.text)):
        article = lines[at].places[0].article
        above = (line.places[0] for line in lines[:at])
        return any(place.article == article and place.role == "title" for place in above)
    return found.label == "opening" and found.begins < LIKELY


def with_text(lines: Sequence[Line], labels: Iterable[Labelled]) -> Iterator[Labelled]:
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
    below = at
    while below < len(lines) and lines[below].places[0].role in HEADLINE:
        below += 1
    return at < below < len(lines) and lines[below].units[0].cue is Cue.OPENING


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a title that stands for itself, right above its text."""
    role, below = (line.places[0].role for line in (lines[at], lines[min(at + 1, len(lines) - 1)]))
    return role in HEADLINE and below not in HEADLINE and is_standing(lines[at].units[0].text)


def _is_told_outside(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line only names a column of briefs, or says where an article goes on."""
    line = lines[at]
    if any(place.role is not None for place in line.places):
        return False
    return line.units[0].cue is Cue.TURN or (at + 1 < len(lines) and lines[at + 1].units[0].brief is not None)


def _is_about(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line heads what a press release says of who sent it: the text begins with its name."""
    named = ABOUT.fullmatch(lines[at].units[0].text)
    below = lines[at + 1].units[0].text if at + 1 < len(lines) else ""
    return named is not None and at > 0 and below.startswith(named[1])


def _is_button(line: Line) -> bool:
    """Tell whether a line says where to tap or click, and nothing that an article has."""
    outside = all(place.role is None for place in line.places)
    return outside and line.units[0].cue is Cue.FURNITURE and BUTTON.match(line.units[0].text) is not None


def _is_signed_brief(line: Line) -> bool:
    """Tell whether a line is a paragraph that an agency, or the paper, signs."""
    told, last = line.units[0], line.units[-1]
    return told.cue is None and last is not told and AGENCY_SIGNS.match(simplified(last.text)) is not None
