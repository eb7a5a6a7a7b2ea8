"""Headlines that do not end as headlines do: recognition misread them, or they ask."""

from collections.abc import Iterator
from itertools import pairwise

from tui.text.cues import Cue
from tui.text.reflow import balanced, finished, never_first
from tui.text.units import Unit
from tui.text.vocabulary import simplified

UNFINISHED = 45
"""Characters of the longest text that is a headline though it has a stop, as a report opens below it."""
PHRASE = 25


def lost_quote(text: str, below: str) -> bool:
    """Tell whether a short line has a quotation that is not closed, in the line below neither:
    recognition lost it."""
    opened = text.count("“") - text.count("”")
    short = len(text) <= PHRASE and opened == 1 and balanced(text + "”")
    return short and below.count("”") <= below.count("“") and not never_first(below)


def above_openings(units: list[Unit]) -> Iterator[Unit]:
    """Yield short units that have not ended though a report opens below: headlines, of which recognition
    misread a stop or the end."""
    before: Unit | None = None
    for unit, after in pairwise(units):
        alone = before is None or before.cue is not None or finished(before.text)
        plain = unit.cue is None and unit.begins and unit.ends and not unit.verse
        opens = after.cue is Cue.OPENING and after.begins
        short = len(unit.text) <= UNFINISHED and unit.text[-1] not in "：:"
        if alone and plain and opens and short and not finished(unit.text):
            yield unit
        if plain and before is not None and _asks_below(before, unit, after):
            yield unit
        before = unit


def _asks_below(above: Unit, unit: Unit, after: Unit) -> bool:
    """Tell whether a short question stands between an unfinished line and who reports: a headline's second
    line."""
    lines = above.cue is None and above.begins and not finished(above.text) and len(above.text) <= PHRASE
    asks = unit.text[-1] in "？?" and len(unit.text) <= PHRASE and unit.text[1:2] not in "：:"
    return lines and asks and after.begins and after.cue is Cue.BYLINE and "记者" in simplified(after.text)
