"""What the lines of a page are, by a conditional random field trained on the sheets.

The rules know conventions; the field knows how pages look. It reads the lines of a page with what the rules
made of each, and weighs the whole page at once. `python -m tests.text.train_line_model` trains it.
"""

from collections.abc import Sequence
from functools import cache
from math import exp, log
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from tui.text.line_features import Row, features

if TYPE_CHECKING:
    import pycrfsuite

Label: TypeAlias = Literal[
    "furniture", "headline", "opening", "title", "byline", "text", "heading", "signature", "caption"
]
"""`headline`: the first line of an article's headline; `title`: another; `opening`: the first line of an
article without one; `byline`: who wrote it, above its text; `signature`: below."""

LABELS: tuple[Label, ...] = get_args(Label)
BEGINS: frozenset[Label] = frozenset(("headline", "opening"))
OVERCONFIDENCE = 2.1
"""So many times too large are the model's log odds on pages of papers that no sheet is like: measured on
sheets that it was not trained on."""
TINY = 1e-9
_IN_USE = Lock()
"""A tagger holds one page at a time, and pages are divided in several threads."""
MODEL = Path(__file__).with_name("lines.crfsuite")


class Labelled(NamedTuple):
    """What a line is.

    Attributes:
        label: the most probable, of the most probable labels of all lines together.
        begins: the probability that an article begins with it.
        outside: the probability that it belongs to none.
    """

    label: Label
    begins: float
    outside: float


def labelled(rows: Sequence[Row]) -> list[Labelled]:
    """Return what each line of a page is."""
    if not rows:
        return []
    with _IN_USE:
        tagger = _tagger()
        tagger.set(features(rows))
        known = set(tagger.labels())
        return [
            Labelled(
                label,
                sum(tagger.marginal(name, at) for name in BEGINS & known),
                tagger.marginal("furniture", at) if "furniture" in known else 0.0,
            )
            for at, label in enumerate(tagger.tag())
        ]


def calibrated(probability: float) -> float:
    """Return how often what is so probable for the model is right on pages that it has not seen."""
    odds = log((probability + TINY) / (1 - probability + TINY))
    return 1 / (1 + exp(-odds / OVERCONFIDENCE))


@cache
def _tagger() -> "pycrfsuite.Tagger":
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger
