"""What other programs' models guessed of a page, kept until somebody decides on it; true for everybody.

A file a page in `annotations/_predictions/`: a list of label, segments, the text that stands there, score and
maker. A guess whose text no longer stands there is passed over.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tui.errors import StoreError
from tui.model import Page, Segment, surface
from tui.model.segments import check
from tui.store.files.atomic import make_folder, read_plain, replace, settle

FOLDER = "_predictions"


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
    path = annotations / FOLDER / f"{page.id}.json"
    try:
        rows = json.loads(read_plain(path))
        found = [_read(row) for row in rows]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError("store.unreadable", path=path, reason=error.strerror) from error
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError("store.predictions", path=path, reason=error) from error
    return [guess for guess in found if surface(page.text, guess.segments) == guess.text]


def add_predictions(annotations: Path, page: Page, guesses: Iterable[Prediction]) -> int:
    """Keep guesses beside those that are there; return how many of them are new.

    Raises:
        StoreError: the file cannot be read or written.
    """
    known = {guess[:3] + guess[4:]: guess for guess in load_predictions(annotations, page)}
    before = len(known)
    for guess in guesses:
        known.setdefault(guess[:3] + guess[4:], guess)
    if len(known) > before:
        folder = annotations / FOLDER
        make_folder(folder, annotations.parent)
        path = folder / f"{page.id}.json"
        rows = ",\n".join(json.dumps(guess._asdict(), ensure_ascii=False) for guess in known.values())
        replace(path, f"[\n{rows}\n]\n".encode("utf-8", "backslashreplace"))
        settle(path)
    return len(known) - before


def _read(row: dict[str, object]) -> Prediction:
    segments = check(tuple((int(start), int(end)) for start, end in row["segments"]))  # type: ignore[attr-defined]
    score = row.get("score")
    return Prediction(
        str(row["label"]),
        segments,
        str(row["text"]),
        float(score) if isinstance(score, int | float) else None,
        str(row.get("maker") or ""),
    )
