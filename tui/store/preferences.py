"""What a person chose in the app for all projects: theme, language, actions used last."""

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, get_args

from tui.errors import StoreError
from tui.store.digest import sha256
from tui.store.files.atomic import make_folder, replace
from tui.store.user_folders import state_folder
from tui.texts import Language


class Preferences(NamedTuple):
    """What a person chose; what they never chose is left to the project.

    Attributes:
        theme: a theme of the app; empty: the project's.
        language: of the texts on the screen; None: the project's.
        recent: ids of actions, the one used last first.
    """

    theme: str = ""
    language: Language | None = None
    recent: tuple[str, ...] = ()


def load_preferences(annotator: str) -> Preferences:
    """Return what an annotator chose; what cannot be read counts as not chosen.

    Read before the first text is on the screen: building a validator would take a twentieth of that time.
    """
    try:
        found = json.loads(_path(annotator).read_bytes())
        theme, language, recent = found["theme"], found["language"], found["recent"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Preferences()
    ids = recent if isinstance(recent, list) else []
    return Preferences(
        theme if isinstance(theme, str) else "",
        language if language in get_args(Language) else None,
        tuple(id_ for id_ in ids if isinstance(id_, str)),
    )


def save_preferences(annotator: str, preferences: Preferences) -> None:
    """Remember what an annotator chose; where that is impossible, nothing is said."""
    path = _path(annotator)
    with suppress(StoreError):
        make_folder(path.parent, Path(path.anchor))
        replace(path, json.dumps(preferences._asdict()).encode("ascii"))


def _path(annotator: str) -> Path:
    """Return a file by the annotator, whose name may be no file's: one server may serve several people."""
    name = sha256(annotator.encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return state_folder() / "preferences" / f"{name}.json"
