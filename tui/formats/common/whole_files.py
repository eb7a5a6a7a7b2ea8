"""Writes a file as a whole: readers see the old content or the new."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tui.errors import FormatError
from tui.formats.common.dataset_card import FILE as CARD
from tui.formats.common.dataset_card import files_in


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes replace the file at `path` when all went well; else it stays as it was.

    Something that is no file, such as a pipe, is written to as it stands.

    Raises:
        FormatError: the file cannot be written, or there is no folder for it.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        yield from _replacing(path.resolve())
    except OSError as error:
        raise FormatError("export.write", path=path, reason=error.strerror or error) from error


def _replacing(path: Path) -> Iterator[BinaryIO]:
    with _made_in(path.parent):
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            Path(name).chmod(_mode(path))
            os.fsync(handle)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


@contextmanager
def _made_in(folder: Path) -> Iterator[None]:
    """Name the folder where nothing can be made in it, and not what would be made first."""
    try:
        yield
    except OSError as error:
        raise FormatError("export.folder", path=folder, reason=error.strerror or error) from error


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, else those that a new file gets."""
    with suppress(FileNotFoundError):
        return path.stat().st_mode & 0o777
    return 0o666 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def replacing_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of the one at `path` when all went well; else it stays.

    What is replaced is an earlier export, all of whose files its card names, or an empty folder.

    Raises:
        FormatError: something else is there, or it cannot be written.
    """
    target = path.resolve()
    _check_ours(target)
    with _made_in(target.parent):
        made = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}-", dir=target.parent))
    try:
        made.chmod(0o777 & ~_mask())
        yield made
        _check_ours(target)
        if target.exists():
            aside = made.with_name(made.name + "-old")
            target.rename(aside)
            made.rename(target)
            shutil.rmtree(aside)
        else:
            made.rename(target)
    except OSError as error:
        raise FormatError("export.write", path=path, reason=error.strerror or error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _check_ours(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise FormatError("export.foreign", path=folder, name=folder.name)
    card = folder / CARD
    named = files_in(card.read_bytes()) if card.is_file() else None
    known = {CARD, *(named or ())}
    for file in sorted(folder.rglob("*")):
        if not file.is_dir() and (name := file.relative_to(folder).as_posix()) not in known:
            raise FormatError("export.foreign", path=folder, name=name)
