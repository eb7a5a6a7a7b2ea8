"""Backups: one zip of sources, settings and annotations, with a list and a check of every byte."""

import errno
import hashlib
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from tui.errors import ProjectError, StoreError
from tui.store.beneath import refuse_links_out
from tui.store.files.atomic import give_name, sync_folder, sync_name
from tui.store.files.temporary import TEMPORARY, sweep_folders
from tui.store.settings.model import FILE
from tui.store.settings.read import load_settings
from tui.store.sources.origin import TABLES
from tui.text.dictionary import FILE as DICTIONARY

MANIFEST = "piyue-backup.json"
FOLDERS = ("seeds", "guidelines", "annotations")
CHUNK = 1 << 20
LONGEST = 1 << 26
"""Bytes of the longest list of files that is read: about half a million files."""

KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DENSEST = 1032
"""So many times its length is the most that deflated data becomes; more is the same data given out twice."""

BROKEN = (
    *(KeyError, ValueError, TypeError, AttributeError, RecursionError, EOFError, RuntimeError),
    *(OSError, zlib.error, zipfile.BadZipFile),
)
"""What the standard library raises for archives that are not what they seem."""


def files(root: Path) -> Iterator[Path]:
    """Yield all that a project needs: settings, words, guidelines, sources, annotations.

    What is piyue's own housekeeping, and what is no file (pipes, links to themselves), is left out.

    Raises:
        StoreError: a link leads out of the project.
    """
    for name in _tops(root):
        top = root / name
        refuse_links_out(top)
        if top.is_file():
            yield top
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for each in (*folders, *sorted(names)):
                path = Path(folder, each)
                refuse_links_out(path)
                if not each.startswith(".") and _is_file(path):
                    yield path


def left_out(root: Path) -> list[str]:
    """Return what lies in a project's folder and is in no backup, by the names at the top."""
    tops = {name.partition("/")[0] for name in _tops(root)}
    return sorted(entry.name for entry in root.iterdir() if entry.name not in tops)


def _tops(root: Path) -> tuple[str, ...]:
    """Return what a backup holds, as paths within the project."""
    try:
        sources = [setting.path.rstrip("/") for setting in load_settings(root / FILE).sources]
    except ProjectError:  # settings that do not hold are kept as they are
        sources = []
    return tuple(dict.fromkeys((FILE, DICTIONARY, *FOLDERS, *sources)))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a link that leads to itself
        return False


def back_up(root: Path, target: Path) -> int:
    """Write a project's files into one archive, verify it, and return how many they are.

    Raises:
        StoreError: there is such a file already, it cannot be written, or a file cannot be read or leads out
            of the project; then there is no archive.
    """
    part = target.with_name(f"{TEMPORARY}{os.getpid()}-{target.name}")
    try:
        with part.open("xb") as stream:
            count = _write(root, stream)
            stream.flush()
            os.fsync(stream.fileno())
        verify(part)
        give_name(part, target)
        sync_name(target)
    except FileExistsError as error:
        raise StoreError("backup.there", path=target) from error
    except OSError as error:
        if error.filename == str(part):  # nobody knows that name
            error.filename = str(target)
        raise _unwritable(error, target) from error
    finally:
        with suppress(OSError):  # a disk that cannot be written to
            part.unlink(missing_ok=True)
    return count


def _write(root: Path, stream: Any) -> int:
    listed: dict[str, dict[str, Any]] = {}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for path in files(root):
            name = path.relative_to(root).as_posix()
            listed[name] = _add(archive, path, name)
        archive.writestr(MANIFEST, json.dumps({"piyue-backup": 1, "files": listed}, ensure_ascii=False))
    return len(listed)


def _add(archive: zipfile.ZipFile, path: Path, name: str) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    info.compress_type = zipfile.ZIP_DEFLATED
    with path.open("rb") as source, archive.open(info, "w") as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return {"size": size, "sha256": digest.hexdigest()}


def verify(archive: Path) -> dict[str, dict[str, Any]]:
    """Return what an archive lists, if every byte of it is there.

    Raises:
        StoreError: it is no backup of ours, or damaged.
    """
    with _opened(archive) as opened:
        listed = _manifest(archive, opened)
        for name, wanted in listed.items():
            for _ in _content(archive, opened, name, wanted):
                pass
        return listed


def unpack(archive: Path, folder: Path) -> int:
    """Write what an archive holds into a new folder, whole or not at all; return how many files they are.

    Raises:
        StoreError: the archive is damaged, or the folder is there already, has too little room or cannot be
            written.
    """
    listed = verify(archive)
    if os.path.lexists(folder):
        raise StoreError("project.exists", path=folder)
    made = [each for each in (folder.absolute(), *folder.absolute().parents) if not each.exists()]
    part = folder.with_name(f"{TEMPORARY}{os.getpid()}-{folder.name}")
    try:
        part.mkdir(parents=True)
        sweep_folders(folder.parent)
        _write_all(archive, part, listed)
        part.rename(folder)
        sync_name(folder)
    except BaseException as error:
        shutil.rmtree(part, ignore_errors=True)
        for each in made[1:]:
            with suppress(OSError):
                each.rmdir()
        if isinstance(error, OSError):
            raise _unwritable(error, folder) from error
        raise
    return len(listed)


def _write_all(archive: Path, folder: Path, listed: Mapping[str, dict[str, Any]]) -> None:
    if sum(wanted["size"] for wanted in listed.values()) > shutil.disk_usage(folder).free:
        raise StoreError("backup.write", path=folder, reason=os.strerror(errno.ENOSPC))
    try:
        with _opened(archive) as opened:
            for name, wanted in listed.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("xb") as target:
                    target.writelines(_content(archive, opened, name, wanted))
                    target.flush()
                    os.fsync(target.fileno())
            for inner, _, _ in os.walk(folder):
                sync_folder(Path(inner))
    except OSError as error:
        raise _unwritable(error, folder) from error


def _unwritable(error: OSError, path: Path) -> StoreError:
    return StoreError("backup.write", path=error.filename or path, reason=error.strerror)


def _opened(archive: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(archive)
    except OSError as error:
        raise _unwritable(error, archive) from error
    except BROKEN as error:
        raise StoreError("backup.damaged", path=archive, reason=error) from error


def _manifest(archive: Path, opened: zipfile.ZipFile) -> dict[str, dict[str, Any]]:
    """Return the list of files, if all their names lead into a project and it can be true."""
    try:
        if any(info.compress_type not in KINDS for info in opened.infolist()):
            raise ValueError("not packed as ours are")
        with opened.open(MANIFEST) as stream:
            listed = json.loads(stream.read(LONGEST))["files"]
        for name, wanted in listed.items():
            kinds = isinstance(wanted["size"], int), isinstance(wanted["sha256"], str)
            if not _is_inside(name) or not all(kinds):
                raise ValueError(name)
        if sum(wanted["size"] for wanted in listed.values()) > DENSEST * archive.stat().st_size:
            raise ValueError("longer than it can be")
    except BROKEN as error:
        raise StoreError("backup.damaged", path=archive, reason=error) from error
    return dict(listed)


def _is_inside(name: str) -> bool:
    """Tell whether a file of a project can have this path: it leads nowhere else, and nothing is hidden."""
    parts = PurePosixPath(name).parts
    plain = not any(part.startswith((".", "/")) or "\\" in part for part in parts)
    alone = (FILE, DICTIONARY)
    return (
        plain
        and str(PurePosixPath(*parts)) == name
        and (name in alone if len(parts) == 1 else parts[0] not in alone)
    ) or (plain and len(parts) == 1 and name.lower().endswith(TABLES))


def _content(archive: Path, opened: zipfile.ZipFile, name: str, wanted: dict[str, Any]) -> Iterator[bytes]:
    """Yield a file's bytes, no more than are listed: a bomb ends there."""
    digest, left = hashlib.sha256(), wanted["size"]
    try:
        with opened.open(name) as stream:
            while chunk := stream.read(min(CHUNK, left + 1)):
                left -= len(chunk)
                if left < 0:
                    raise ValueError("longer than listed")
                digest.update(chunk)
                yield chunk
        if left or digest.hexdigest() != wanted["sha256"]:
            raise ValueError("not what is listed")
    except BROKEN as error:
        raise StoreError("backup.damaged", path=archive, reason=f"{name}: {error}") from error
