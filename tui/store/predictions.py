"""Imported predictions of other models for a page, shared by all annotators.

Records of label, segments, the text that stands there, score and maker, keyed by what they say, so that two
people's imports merge: of each page those under the key `_predictions/PAGE` of a backend. A guess whose text
is no longer there is passed over.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from tui.errors import SegmentsError, StoreError
from tui.model import Page, Segment, surface
from tui.model.segments import check
from tui.store.annotator_names import PREDICTIONS
from tui.store.backend import Backend, Key, Storage
from tui.store.record_keys import Row, numbered

TABLE = "predictions"
VERSION = 1
TRIES = 20
"""So often a write is tried where somebody else wrote in between."""


class Prediction(NamedTuple):
    """A guess: a label at source segments, how sure its maker was (0 to 1; None: it did not say), and who."""

    label: str
    segments: tuple[Segment, ...]
    text: str
    score: float | None = None
    maker: str = ""


def load_predictions(backend: Backend, page: Page) -> list[Prediction]:
    """Return what was guessed of a page and still stands there.

    Raises:
        StoreError: the records cannot be read.
    """
    guesses = stored_predictions(backend, page.id)
    return [guess for guess in guesses if surface(page.text, guess.segments) == guess.text]


def stored_predictions(backend: Backend, page: str) -> list[Prediction]:
    """Return what was guessed of a page, whether its text still stands there or not.

    Raises:
        StoreError: the records cannot be read.
    """
    return _load(backend.storage(Key(PREDICTIONS, page)), page)


def add_predictions(backend: Backend, page: Page, guesses: Iterable[Prediction]) -> int:
    """Keep guesses beside those that are there; return how many of them are new.

    Raises:
        StoreError: the records cannot be read or written.
    """
    guessed = list(guesses)
    for left in reversed(range(TRIES)):
        try:
            return _add(backend.storage(Key(PREDICTIONS, page.id)), page.id, guessed)
        except StoreError as error:
            if error.key != "store.changed" or not left:
                raise
    raise AssertionError


def _add(storage: Storage, page: str, guesses: Iterable[Prediction]) -> int:
    known = {_identity(guess): guess for guess in _load(storage, page)}
    before = len(known)
    for guess in guesses:
        known.setdefault(_identity(guess), guess)
    if len(known) > before:
        rows: list[Row] = [guess._asdict() for guess in known.values()]
        storage.write({"meta": {1: {"version": VERSION, "page": page}}, TABLE: numbered(TABLE, rows)})
    return len(known) - before


def _load(storage: Storage, page: str) -> list[Prediction]:
    rows = (storage.read() or {}).get(TABLE, {}).values()
    try:
        return sorted(map(_read, rows), key=lambda guess: guess.segments)
    except (SegmentsError, ValueError, TypeError, KeyError) as error:
        raise StoreError("store.predictions", path=f"{PREDICTIONS}/{page}.json", reason=error) from error


def _identity(guess: Prediction) -> tuple[Any, ...]:
    """Return what a guess is; its score may be another one."""
    return guess.label, guess.segments, guess.text, guess.maker


def _read(row: Row) -> Prediction:
    segments = check(tuple((int(start), int(end)) for start, end in row["segments"]))
    score = row.get("score")
    return Prediction(
        str(row["label"]),
        segments,
        str(row["text"]),
        float(score) if isinstance(score, int | float) else None,
        str(row.get("maker") or ""),
    )
