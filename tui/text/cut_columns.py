"""Columns that recognition gives in pieces: the rest of a sentence is put back where the sentence stopped.

An engine that reads across a page gives the foot of one article, the head of the next, and only then how
the first goes on. Where that reads as half a sentence and as nothing that could begin one, it belongs to a
text above that has stopped in mid sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.text.broken_headlines import MEASURE
from tui.text.cues import Cue
from tui.text.reflow import PAIRS, finished, never_first
from tui.text.units import Unit, in_order, join

LEAST = 2
"""So many texts that stop in mid sentence show that a page's columns are cut."""
PIECE = 8
"""No shorter text is one that was cut: it may be a headline."""
BESIDE = frozenset((Cue.FURNITURE, Cue.IMAGE, Cue.TURN, Cue.CAPTION, Cue.CREDIT))
ENDS = frozenset("。！？!?…：:；;")
"""What ends so has not been cut."""
STOP = re.compile("[，。；、：]")
REST = re.compile("[^，。；：！？“（]{1,6}[。！？][”’」』]?")
"""So few characters before a full stop are the rest of a sentence."""
HAN = re.compile(r"[^\W\d_A-Za-z]{2}")
CLOSED = re.compile("[。，！？…][”’」』]|[）”’」』](?:[，。、；！？的等]|$)")
"""How a quotation or a bracket ends; elsewhere recognition makes a quotation mark of a wide blank."""
COUNTS = re.compile(rf"(?![\d.,])(?:{MEASURE.pattern})(?!\d)")
"""What a number counts, at the beginning of the rest."""
REACH = 80
"""So many units above are looked at."""
SURE = 2
"""So much evidence is needed that one text goes on in another."""


class _Joint(NamedTuple):
    """How well a text goes on in another."""

    evidence: int
    at: int


def with_pieces_back(page: str, units: list[Unit]) -> list[Unit]:
    """Return units in an order in which sentences go on, as far as that is known; the same list where nothing
    is moved."""
    if sum(_stops(unit, below) for unit, below in pairwise(units)) < LEAST:
        return units
    found: list[Unit] = []
    at = 0
    while at < len(units):
        run = _run(units, at)
        target = _target(page, found, units[at]) if run else None
        if target is None:
            found.append(units[at])
            at += 1
        else:
            join(page, found[target], units[at])
            found[target + 1 : target + 1] = units[at + 1 : at + run]
            at += run
    return found if len(found) < len(units) else units


def _run(units: Sequence[Unit], at: int) -> int:
    """Return how many units from `at` on are text that stands together; 0 where another thing stands."""
    end = at
    while end < len(units) and _tells(units[end]) and (end == at or not _may_rest(units[end])):
        end += 1
    return end - at


def _tells(unit: Unit) -> bool:
    """Tell whether a unit is told text rather than a line like a headline."""
    if unit.cue is not None or unit.level or unit.verse:
        return False
    return (
        unit.wrapped > 1
        or finished(unit.text)
        or STOP.search(unit.text) is not None
        or (len(unit.text) >= PIECE and unit.text[0] in PAIRS and unit.text.count(PAIRS[unit.text[0]]) == 0)
    )


def _stops(unit: Unit, below: Unit) -> bool:
    """Tell whether a text stops in mid sentence above a blank line, or above something else."""
    apart = below.gap > 0 or below.cue is not None or below.level > 0
    return apart and stops_short(unit) and _tells(unit)


def stops_short(unit: Unit) -> bool:
    """Tell whether a text stops in mid sentence at the end of its line."""
    if unit.cue is not None or unit.text[-1] in ENDS or len(unit.text) < PIECE:
        return False
    return unit.ends and not (unit.level or unit.verse) and not finished(unit.text)


def _may_rest(unit: Unit) -> bool:
    """Tell whether a text reads as the rest of a sentence."""
    text = unit.text
    return (
        never_first(text)
        or REST.match(text) is not None
        or COUNTS.match(text) is not None
        or any(text.count(closing) > text.count(opening) for opening, closing in PAIRS.items())
    )


def _target(page: str, above: Sequence[Unit], unit: Unit) -> int | None:
    """Return which of the units above stops where this text goes on; None where it stands in its place, or
    where that is not known."""
    if not above or not unit.begins or not _may_rest(unit):
        return None
    newest = next((one for one in reversed(above) if one.cue not in BESIDE), None)
    told = next((at for at in reversed(range(len(above))) if _tells(above[at])), 0)
    if newest is None or (newest is above[told] and not finished(newest.text)):
        return None
    joints = sorted(_joints(page, above, unit, range(max(0, told - REACH), told)), reverse=True)
    if not joints or (_may_go_on(newest) and _evidence(page, newest, unit) >= joints[0].evidence):
        return None
    if len(joints) > 1 and joints[1].evidence == joints[0].evidence:
        return None
    return joints[0].at


def _may_go_on(unit: Unit) -> bool:
    """Tell whether a line may be text that goes on below, though it is as short as a headline."""
    return unit.cue is None and not unit.level and not finished(unit.text)


def _joints(page: str, above: Sequence[Unit], unit: Unit, places: range) -> Iterator[_Joint]:
    """Yield which of the texts at these places stop in mid sentence, and how well they go on here."""
    for at in places:
        one, below = above[at], above[at + 1]
        if not _stops(one, below) or not in_order(one, unit):
            continue
        evidence = _evidence(page, one, unit) - _tells(below)
        in_place = below.cue is None and not below.level and _evidence(page, one, below) > evidence
        if evidence >= SURE and not in_place:
            yield _Joint(evidence, at)


def _evidence(page: str, one: Unit, unit: Unit) -> int:
    """Return the evidence that a text goes on in another."""
    text = unit.text
    seam = one.text[-1] + text[0]
    return (
        1
        + 2 * (one.text[-1].isdigit() and COUNTS.match(text) is not None)
        + 2 * _closes(one.text, text)
        + (HAN.fullmatch(seam) is not None and page.count(seam) > 0)
        + (never_first(text) and not text[0].isascii())
        + (text[0] in "，。；、")
        - 2 * (one.text[-1] in "，、" and text[0] in "，。、")
    )


def _closes(one: str, other: str) -> bool:
    """Tell whether a quotation or bracket that is open in one text is closed in the other."""
    return (
        any(
            one.count(opening) > one.count(closing)
            and other.count(closing) > other.count(opening)
            and opening not in other[: other.index(closing)]
            for opening, closing in PAIRS.items()
        )
        and CLOSED.search(other) is not None
    )
