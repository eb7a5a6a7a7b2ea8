"""Accuracy of the sure proposals: some are reviewed one by one, and the results are kept."""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tui.store.files.reading import read_plain
from tui.store.project import Project
from tui.store.user_folders import state_folder

LAST = 100
"""How many of them are kept."""
FEWEST = 20
"""From so many on they say something."""
WANTED = 0.9
"""The share of right ones below which the threshold rises."""
HIGHEST = 0.99


def _path(project: Project) -> Path:
    name = sha256(f"{project.root}\0{project.annotator}".encode()).hexdigest()[:32]
    return state_folder() / "sure" / f"{name}.json"


def load_checks(project: Project) -> list[bool]:
    """Return what became of the last ones, oldest first: whether each was right."""
    with suppress(OSError, ValueError):
        rows = json.loads(read_plain(_path(project)))
        if isinstance(rows, list):
            return [bool(row) for row in rows][-LAST:]
    return []


def save_checks(project: Project, checks: list[bool]) -> None:
    """Keep what became of them; where that cannot be written, it is forgotten."""
    path = _path(project)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.write_text(json.dumps([int(check) for check in checks[-LAST:]]), encoding="utf-8")
        fresh.replace(path)


def threshold(sure: float, checks: list[bool]) -> float:
    """Return the score from which on a proposal is sure: higher than is set where sure ones were refused."""
    if len(checks) < FEWEST:
        return sure
    share = sum(checks) / len(checks)
    return min(max(sure, HIGHEST), sure + WANTED - share) if share < WANTED else sure
