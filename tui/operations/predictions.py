"""Imported predictions, as proposals."""

from dataclasses import replace

from tui.errors import OffsetError
from tui.store.predictions import Prediction, stored_predictions
from tui.store.project import Project
from tui.suggest.candidate import Candidate, Example
from tui.text.offsets import Reading

MAKER = "import"
"""What such proposals are said to come from, with the name of the model where there is one."""
UNSURE = 0.5
"""The score of a guess whose maker gave none."""


def with_predictions(project: Project, example: Example) -> Example:
    """Return an article with what other programs' models guessed of it.

    Raises:
        StoreError: the guesses cannot be read.
    """
    text = example.text
    reading = Reading(text.text, text.blocks, text.pieces)
    guesses = stored_predictions(project.backend, text.page)
    found = (_candidate(guess, reading) for guess in guesses)
    return replace(example, text=replace(text, predictions=tuple(one for one in found if one is not None)))


def _candidate(guess: Prediction, reading: Reading) -> Candidate | None:
    """Return a guess as a proposal; None: its text is not, or no longer, one range of the article."""
    try:
        start, end = reading.to_reading(guess.segments)
    except OffsetError:
        return None
    if reading.text[start:end] != guess.text:
        return None
    maker = f"{MAKER}:{guess.maker}" if guess.maker else MAKER
    return Candidate(start, end, guess.label, UNSURE if guess.score is None else guess.score, maker)
