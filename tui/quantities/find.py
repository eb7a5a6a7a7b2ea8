"""The main functions: the quantities in a text, and the quantity of a selected text."""

import re
from collections.abc import Mapping

from tui.quantities import words
from tui.quantities.quantity import Quantity
from tui.quantities.scan import scan

_LEADS = sorted({*words.LEADS, *words.VERBS}, key=len, reverse=True)
_NOUN = re.compile(r"[^\W\d_]{0,16}")
_LONGEST = 200
"""Characters of a selection; a longer one is no single quantity."""


def find(text: str, units: Mapping[str, str] | None = None) -> list[Quantity]:
    """Return the quantities of a text in ascending order; none overlaps another.

    Args:
        units: a caller's units beyond the known ones, each with its dimension (``count`` for a classifier).
    """
    return scan(text, units)


def parse(text: str, units: Mapping[str, str] | None = None) -> Quantity | None:
    """Return the one quantity that a selected text is; None: it is none, or more than one.

    Blanks around it, 达到 or a verb of change before it and its noun behind it are allowed. What a person
    selects is believed: 一张 and 百人 are quantities here. Offsets are those of `text`.
    """
    if len(text) > _LONGEST:
        return None
    found = scan(text, units, lenient=True)
    if len(found) != 1:
        return None
    one = found[0]
    before, behind = text[: one.start].strip(), text[one.end :].strip()
    return one if _leads(before) and _NOUN.fullmatch(behind) else None


def _leads(text: str) -> bool:
    """Tell whether a text is made of words that may stand before a quantity."""
    while text:
        word = next((lead for lead in _LEADS if text.endswith(lead)), None)
        if word is None:
            return False
        text = text[: -len(word)].rstrip()
    return True
