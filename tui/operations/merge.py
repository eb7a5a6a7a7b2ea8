"""Merges diverged annotation files: for git, and files with conflict markers."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.errors import ProjectError, StoreError
from tui.store.backend import Tables
from tui.store.files.atomic import create, replace
from tui.store.files.conflicts import sides
from tui.store.files.generations import DAMAGED, HIDDEN, keep_bytes
from tui.store.files.reading import read_plain
from tui.store.files.storage import AtomicStorage
from tui.store.files.tables import lay_out, parse
from tui.store.merge import Conflict, merge
from tui.store.project import ANNOTATIONS, Project

ATTRIBUTES = f"{ANNOTATIONS}/**/*.json merge=piyue\n"
DRIVER = "merge --base %O --ours %A --theirs %B --path %P"


class Result(NamedTuple):
    """A file that was put together.

    Attributes:
        conflicts: the records that both sides had changed; the older ones are kept as generations.
    """

    path: Path
    conflicts: list[Conflict]


def merge_files(base: Path | None, ours: Path, theirs: Path, path: Path | None = None) -> Result:
    """Write what two sides made of `base` into `ours`, as git asks a merge driver to.

    Args:
        path: where the file stands in the project, if that is not `ours`.

    Raises:
        StoreError: a side cannot be read, or the result not be written; all is as it was.
    """
    named = path or ours
    mine, other = _bytes(ours), _bytes(theirs)
    before = b"" if base is None else _bytes(base)
    first = _tables(before, named) if before.strip() else None
    merged = merge(first, _tables(mine, named), _tables(other, named))
    replace(ours, lay_out(merged.tables, named))
    if merged.conflicts:
        keep_bytes(named, mine)
        keep_bytes(named, other)
    return Result(named, merged.conflicts)


def _tables(data: bytes, path: Path) -> Tables:
    return parse(data, path) if data.strip() else {}


def _bytes(path: Path) -> bytes:
    try:
        return read_plain(path)
    except OSError as error:
        raise StoreError("merge.unreadable", path=path, reason=error.strerror) from error


def conflicted_files(project: Project) -> Iterator[Path]:
    """Yield the annotation files of a project that hold conflict markers."""
    top = project.root / ANNOTATIONS
    for path in sorted(top.rglob("*.json")) if top.is_dir() else ():
        if HIDDEN not in path.parts and DAMAGED not in path.name and sides(_bytes(path)) is not None:
            yield path


def merge_in_place(path: Path) -> Result:
    """Put the two sides together that a file holds between conflict markers; it is kept as a generation.

    Raises:
        StoreError: it holds none, one of its sides cannot be read, or it cannot be written.
    """
    found = sides(_bytes(path))
    if found is None:
        raise StoreError("merge.no_markers", path=path)
    base = None if found.base is None else parse(found.base, path)
    merged = merge(base, parse(found.ours, path), parse(found.theirs, path))
    storage = AtomicStorage(path)
    storage.read()
    storage.write(merged.tables)
    return Result(path, merged.conflicts)


def set_up_git(root: Path, *, begin: bool = False) -> Path:
    """Make git put annotation files together with `piyue merge`; return the file that says for which.

    Args:
        begin: make a repository where there is none.

    Raises:
        ProjectError: git is not installed, or this is no repository.
    """
    if begin and _git(root, "rev-parse", "--git-dir", fails=True) != 0:
        _git(root, "init", "--quiet")
    _git(root, "config", "merge.piyue.name", "annotations, record by record")
    _git(root, "config", "merge.piyue.driver", f"{_piyue()} {DRIVER}")
    attributes = root / ".gitattributes"
    try:
        said = read_plain(attributes)
    except FileNotFoundError:
        create(attributes, ATTRIBUTES.encode())
    else:
        if ATTRIBUTES.strip().encode() not in said.splitlines():
            replace(
                attributes, (said + b"\n" * (not said.endswith(b"\n")) + ATTRIBUTES.encode()).lstrip(b"\n")
            )
    return attributes


def _git(root: Path, *arguments: str, fails: bool = False) -> int:
    command = ("git", "-C", str(root), *arguments)
    try:
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise ProjectError("git.missing") from error
    if ended.returncode and not fails:
        raise ProjectError("git.failed", path=root, reason=ended.stderr.strip())
    return ended.returncode


def _piyue() -> str:
    """Return the command that runs this very piyue, whatever stands on git's path."""
    script = Path(sys.executable).with_name("piyue")
    if script.is_file():
        return shlex.quote(str(script))
    return f"{shlex.quote(sys.executable)} -I -m tui.cli"
