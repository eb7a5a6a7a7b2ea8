"""The file of a project's model, in the private cache; a broken one counts as none."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tui.store.files.reading import read_plain
from tui.store.project import Project

if TYPE_CHECKING:
    from tui.suggest.learned.model import Model


def model_path(project: Project) -> Path:
    """Return the file of the model of who works on a project."""
    name = sha256(f"{project.root}\0{project.annotator}".encode()).hexdigest()[:32]
    return project.cache / "models" / f"{name}.crf"


def load_model(project: Project) -> "Model | None":
    """Return the model that was trained last; None: there is none that can be read."""
    try:
        data = read_plain(model_path(project))
    except OSError:
        return None
    from tui.suggest.learned.model import load  # it loads all that makes proposals

    with suppress(ValueError):
        return load(data)
    return None


def save_model(project: Project, model: "Model") -> None:
    """Keep a model in place of the one before.

    Raises:
        OSError: it cannot be written; the one before is still there.
    """
    from tui.suggest.learned.model import dump

    path = model_path(project)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        fresh.write_bytes(dump(model))
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
