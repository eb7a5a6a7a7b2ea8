"""What changes with pages and with what people decided on them, told without reading them."""

import errno
import os
from collections.abc import Sequence
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from time import time_ns

import tui
from tui.errors import PiyueError
from tui.store.annotator_names import SHARED
from tui.store.files.reading import Fingerprint
from tui.store.project import ANNOTATIONS, Project

FRESH = 2 * 10**9
"""Nanoseconds within which a file may change again without another time of change."""


class PageStates:
    """Names the states of pages of a project whose annotations lie in files."""

    def __init__(self, project: Project) -> None:
        self._project = project
        owners = (SHARED, *project.records.annotators())
        self._folders = [os.fspath(project.root / ANNOTATIONS / owner) for owner in owners]
        self._are_there = [*map(os.path.lexists, self._folders)]
        self._source = lru_cache(1)(lambda path: _state(f"{project.root}/{path}"))  # many rows of one table
        self._youngest = time_ns() - FRESH

    def of(self, pages: Sequence[str], *more: object) -> str | None:
        """Return a digest of pages' files, of all files about them, the settings, the program, and of more.

        Returns:
            None: a file changed just now, is a link, or cannot be looked at, so that nothing tells its state.
        """
        try:
            origins = [self._project.pages.origin(page) for page in pages]
            files = [self._source(origin.path) for origin in origins]
            for folder, is_there in zip(self._folders, self._are_there, strict=True):
                files += [_state(f"{folder}/{page}.json") if is_there else None for page in pages]
            common = self._common
        except (OSError, PiyueError):
            return None
        if any(file.modified > self._youngest for file in files if file is not None):
            return None
        # Plain tuples are written several times as fast as those with names.
        plain = [*map(tuple, origins)], [file and tuple(file) for file in files]
        said = repr((pages, plain, common, more))
        return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _common(self) -> tuple[object, ...]:
        """What all pages depend on."""
        project, divider = self._project, self._project.divider
        who = project.annotator, project.records.annotators()
        return who, project.settings, divider.rules, _state(os.fspath(project.dictionary)), _program()


def _state(path: str) -> Fingerprint | None:
    """Return the fingerprint of a plain file; None where there is none.

    Raises:
        OSError: it is a link or another thing, or nothing can be found out.
    """
    try:
        state = os.lstat(path)
    except FileNotFoundError:
        return None
    if not S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "it is no plain file", path)
    return Fingerprint.of(state)


def _program() -> tuple[object, ...]:
    """Return what changes with the program: its version, and the states of its files."""
    top = Path(tui.__file__).parent
    files = sorted(
        (entry.path, entry.stat().st_size, entry.stat().st_mtime_ns)
        for folder, _, _ in os.walk(top)
        for entry in os.scandir(folder)
        if entry.name.endswith(".py")
    )
    return tui.__version__, files
