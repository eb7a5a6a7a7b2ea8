"""Fits the weights of `tui/text/votes.py` to the sheets: `python -m tests.text.fit_votes`.

Each line that might begin an article is an example, in four typographies, below the articles that the gold
has above it. A logistic regression with a penalty on weights is fitted by Newton's method. Conventions that
few sheets have are held near weights given by hand. Printed are the table to be copied, and what weights from
other sheets decide on those held out: a fifth of the sheets at a time, so that no typography of a sheet is
learned from while another is judged.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tests.text.score import TYPOGRAPHIES
from tests.text.sheets import SHEETS, Gold, read_sheet, starts_of
from tests.text.showing import page_of
from tui.text.learning import Example, examples
from tui.text.votes import VOTES

SETTINGS = (
    "as the sheet says",
    "a line a paragraph, indented",
    "wrapped at 14, indented",
    "wrapped at 20, blank lines",
)
OF_OPENINGS = ("any opening", "no headline above", "quoted agency", "same words", "same headline")
"""Evidence for a second opening: too few examples, weighed by hand."""
GIVEN = {
    "bulleted": -1.5,
    "bulleted like the first": 5.0,
    "column name": 3.0,
    "only a column's name": 3.0,
    "wide gap": 1.8,
    "unmarked among marked": -3.0,
    "opens with who speaks": 2.0,
    "opens with an address": 3.0,
    "opens like the article above": 2.5,
    "goes on": -1.5,
    "part of a cycle": -4.0,
    "box of facts": -3.0,
}
"""Weights of conventions, given by hand: held near these where few examples have them."""
FEW = 10 * len(SETTINGS)
SPREAD = 2.5
"""Variance of the weights around nothing, or around those given."""
FOLDS, ROUNDS = 5, 25
CERTAIN = 0.9
NAMES = [name for name in VOTES if name not in OF_OPENINGS]

Numbers = npt.NDArray[np.float64]


class Line(NamedTuple):
    """An example, and the sheet and typography that it is from."""

    sheet: str
    setting: str
    example: Example


def lines() -> list[Line]:
    """Return the examples of all sheets."""
    found = []
    for path in SHEETS:
        for setting in SETTINGS:
            sheet = read_sheet(path, **TYPOGRAPHIES[setting])
            starts = starts_of(sheet.gold) | headlines_of(sheet.gold)
            found += [Line(path.stem, setting, one) for one in examples(page_of(sheet.text), starts)]
    return found


def headlines_of(gold: Gold) -> set[int]:
    """Return where headlines begin: below a lead, an article begins there for who looks at headlines."""
    found: dict[int, int] = {}
    for article, role, points in gold.blocks:
        if article is not None and role in ("kicker", "title") and points:
            found[article] = min(found.get(article, points[0]), points[0])
    return set(found.values())


def fit(read: Sequence[Line]) -> Numbers:
    """Return the weights that fit these examples, in the order of `NAMES`."""
    held = Counter(name for line in read for name, strength in line.example.evidence.items() if strength)
    near = np.array([GIVEN.get(name, 0.0) if held[name] < FEW else 0.0 for name in NAMES])
    strengths, begins = _strengths(read), np.array([line.example.begins for line in read], dtype=float)
    weights = near.copy()
    for _ in range(ROUNDS):
        told = 1 / (1 + np.exp(-strengths @ weights))
        slope = strengths.T @ (told - begins) + (weights - near) / SPREAD
        bend = strengths.T @ (strengths * (told * (1 - told))[:, None]) + np.eye(len(NAMES)) / SPREAD
        weights -= np.linalg.solve(bend, slope)
    return weights


def _strengths(read: Sequence[Line]) -> Numbers:
    return np.array([[line.example.evidence.get(name, 0.0) for name in NAMES] for line in read])


def held_out(read: Sequence[Line]) -> Numbers:
    """Return the probability of each example by weights from other sheets."""
    fold = np.array([crc32(line.sheet.encode()) % FOLDS for line in read])
    told = np.zeros(len(read))
    for number in range(FOLDS):
        weights = fit([line for line, own in zip(read, fold, strict=True) if own != number])
        judged = [line for line, own in zip(read, fold, strict=True) if own == number]
        told[fold == number] = 1 / (1 + np.exp(-_strengths(judged) @ weights))
    return told


def report(name: str, told: Numbers, begins: npt.NDArray[np.bool_]) -> str:
    """Return a line: how many are decided rightly, and of those that are certain."""
    right = (told > 0.5) == begins
    certain = np.maximum(told, 1 - told) >= CERTAIN
    return (
        f"{name:<36}{right.sum():>6} of {len(right)} right ({right.mean():.1%}); "
        f"certain {right[certain].sum()} of {certain.sum()} ({right[certain].mean():.1%})"
    )


def main() -> None:
    """Print what is right on sheets held out, and the table."""
    read = lines()
    begins = np.array([line.example.begins for line in read])
    told = held_out(read)
    for setting in SETTINGS:
        here = np.array([line.setting == setting for line in read])
        print(report(setting, told[here], begins[here]))
    print(report("all, held out", told, begins))
    for name, weight in zip(NAMES, fit(read), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
