"""Where somebody stopped reading: kept outside of the project, and worth nothing to anybody else."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pydantic import Field, ValidationError

from tui.errors import StoreError
from tui.model.values import Value
from tui.store.atomic import make_folder, replace
from tui.store.private import state_folder
from tui.store.project import Project
from tui.store.settings import View


class Place(Value):
    """An article, a reading offset in it, and how it was shown."""

    article: str
    offset: int = Field(default=0, ge=0)
    view: View = "segmented"


def load_place(project: Project) -> Place | None:
    """Return where the annotator of `project` stopped; None where nobody knows."""
    try:
        return Place.model_validate_json(_path(project).read_bytes())
    except (OSError, ValidationError):
        return None


def save_place(project: Project, place: Place) -> None:
    """Remember where the annotator of `project` stopped; where that is impossible, nothing is said."""
    path = _path(project)
    with suppress(StoreError):
        make_folder(path.parent, Path(path.anchor))
        replace(path, place.model_dump_json().encode())


def _path(project: Project) -> Path:
    """Return a file by the project's folder and the annotator, neither of which fits a file's name."""
    key = f"{project.root.resolve()}\0{project.annotator}".encode("utf-8", "surrogateescape")
    return state_folder() / "places" / f"{sha256(key).hexdigest()[:32]}.json"
