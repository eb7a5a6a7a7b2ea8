"""Remembers where the user stopped reading, outside the project."""

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, get_args

from tui.errors import StoreError
from tui.store.digest import sha256
from tui.store.files.atomic import make_folder, replace
from tui.store.project import Project
from tui.store.settings.model import View
from tui.store.user_folders import state_folder


class Place(NamedTuple):
    """An article, a reading offset in it, and how it was shown."""

    article: str
    offset: int = 0
    view: View = "segmented"


def load_place(project: Project) -> Place | None:
    """Return where the annotator of `project` stopped; None where nobody knows.

    Read before the first text is on the screen: building a validator would take a twentieth of that time.
    """
    try:
        place = Place(**json.loads(_path(project).read_bytes()))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    is_place = isinstance(place.article, str) and type(place.offset) is int and place.offset >= 0
    return place if is_place and place.view in get_args(View) else None


def save_place(project: Project, place: Place) -> None:
    """Remember where the annotator of `project` stopped; where that is impossible, nothing is said."""
    path = _path(project)
    with suppress(StoreError):
        make_folder(path.parent, Path(path.anchor))
        replace(path, json.dumps(place._asdict()).encode("ascii"))


def _path(project: Project) -> Path:
    """Return a file by the project's folder and the annotator, neither of which fits a file's name."""
    key = f"{project.root.resolve()}\0{project.annotator}".encode("utf-8", "surrogateescape")
    return state_folder() / "places" / f"{sha256(key).hexdigest()[:32]}.json"
