"""Reading folders that others made: only their own files, never what links point to."""

from collections.abc import Iterator
from pathlib import Path

from tui.errors import FormatError
from tui.formats.interface import Refuse


def is_own(file: Path, folder: Path) -> bool:
    """Tell whether this is a file that lies in the folder itself: no pipe, no link to somewhere else."""
    return file.is_file() and file.resolve().is_relative_to(folder.resolve())


def contents(folder: Path, pattern: str, refuse: Refuse) -> Iterator[tuple[Path, bytes]]:
    """Yield the folder's files that are called so, in order, with what is in them; others are refused."""
    for file in sorted(folder.glob(pattern)):
        data = content(file, folder, refuse)
        if data is not None:
            yield file, data


def content(file: Path, folder: Path, refuse: Refuse) -> bytes | None:
    """Return what is in one of a folder's files; nothing where it is refused."""
    try:
        if is_own(file, folder):
            return file.read_bytes()
        refuse(FormatError("import.outside", path=file))
    except OSError as error:
        refuse(FormatError("import.unreadable", path=file, reason=error.strerror))
    return None
