"""Writes and unpacks one verified archive of a project."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tui.store import backup as archives
from tui.store.project import Project


class BackedUp(NamedTuple):
    """An archive that was written and verified.

    Attributes:
        left_out: names of what lies in the project's folder and is not in it.
        on_server: whether the annotations are on a team's server, and not in it.
    """

    path: Path
    files: int
    left_out: list[str]
    on_server: bool


def back_up(project: Project, target: Path | None = None) -> BackedUp:
    """Write a project into one archive, by default named for it and the time.

    Raises:
        StoreError: it cannot be written, is there already, or a link leads out of the project.
    """
    root = project.root
    path = target or Path(f"{root.name}-{datetime.now():%Y%m%d-%H%M%S}.zip")
    left_out = archives.left_out(root)  # the archive itself may come to lie there
    files = archives.back_up(root, path)
    return BackedUp(path, files, left_out, project.server is not None)


def unpack(archive: Path, folder: Path | None = None) -> tuple[Project, int]:
    """Unpack an archive into a new folder, by default named for it; return the project and how many files.

    Raises:
        StoreError: the archive is damaged, or the folder is there already or cannot be written.
    """
    target = folder or Path(archive.stem)
    count = archives.unpack(archive, target)
    return Project(target.resolve()), count
