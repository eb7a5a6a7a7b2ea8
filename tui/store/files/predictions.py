"""Imported predictions of other models for a page, shared by all annotators.

A TinyDB file a page in `annotations/_predictions/`: records of label, segments, the text that stands there,
score and maker, keyed by what they say, so that two people's imports merge. A guess whose text is no longer
there is passed over.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.errors import StoreError
from tui.model import Page, Segment, surface
from tui.model.segments import check
from tui.store.files.atomic import make_folder
from tui.store.record_keys import Row, numbered

if TYPE_CHECKING:
    from tui.store.files.storage import AtomicStorage

FOLDER = "_predictions"
TABLE = "predictions"
VERSION = 1


class Prediction(NamedTuple):
    """A guess: a label at source segments, how sure its maker was (0 to 1; None: it did not say), and who."""

    label: str
    segments: tuple[Segment, ...]
    text: str
    score: float | None = None
    maker: str = ""


def load_predictions(annotations: Path, page: Page) -> list[Prediction]:
    """Return what was guessed of a page and still stands there.

    Args:
        annotations: the folder of all annotations.

    Raises:
        StoreError: the file cannot be read.
    """
    guesses = stored_predictions(annotations, page.id)
    return [guess for guess in guesses if surface(page.text, guess.segments) == guess.text]


def stored_predictions(annotations: Path, page: str) -> list[Prediction]:
    """Return what was guessed of a page, whether its text still stands there or not.

    Raises:
        StoreError: the file cannot be read.
    """
    return _load(_storage(annotations, page))


def predicted_pages(annotations: Path) -> list[str]:
    """Return the ids of the pages of which something was guessed, in order."""
    return sorted(
        path.stem for path in (annotations / FOLDER).glob("*.json") if not path.name.startswith(".")
    )


def add_predictions(annotations: Path, page: Page, guesses: Iterable[Prediction]) -> int:
    """Keep guesses beside those that are there; return how many of them are new.

    Raises:
        StoreError: the file cannot be read or written.
    """
    storage = _storage(annotations, page.id)
    known = {_identity(guess): guess for guess in _load(storage)}
    before = len(known)
    for guess in guesses:
        known.setdefault(_identity(guess), guess)
    if len(known) > before:
        make_folder(storage.path.parent, annotations.parent)
        rows: list[Row] = [guess._asdict() for guess in known.values()]
        storage.write({"meta": {1: {"version": VERSION, "page": page.id}}, TABLE: numbered(TABLE, rows)})
    return len(known) - before


def _storage(annotations: Path, page: str) -> "AtomicStorage":
    from tui.store.files.storage import AtomicStorage  # it loads TinyDB, which most commands need not

    return AtomicStorage(annotations / FOLDER / f"{page}.json")


def _load(storage: "AtomicStorage") -> list[Prediction]:
    rows = (storage.read() or {}).get(TABLE, {}).values()
    try:
        return sorted(map(_read, rows), key=lambda guess: guess.segments)
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError("store.predictions", path=storage.path, reason=error) from error


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
