"""Reading files, and folders that others made: of these only their own files, never what links point to."""

from collections.abc import Iterator
from pathlib import Path

from tui.errors import FormatError
from tui.formats.interface import Refuse


def is_own(file: Path, folder: Path) -> bool:
    """Tell whether this is a file that lies in the folder itself: no pipe, no link to somewhere else."""
    return file.is_file() and file.resolve().is_relative_to(folder.resolve())


def contents(source: Path, pattern: str, refuse: Refuse) -> Iterator[tuple[Path, bytes]]:
    """Yield a file, or a folder's files that are called so, in order, with what is in them.

    Of a folder, what is not its own is refused.
    """
    is_folder = source.is_dir()
    for file in sorted(source.glob(pattern)) if is_folder else [source]:
        data = content(file, source if is_folder else None, refuse)
        if data is not None:
            yield file, data


def content(file: Path, folder: Path | None, refuse: Refuse) -> bytes | None:
    """Return what is in a file; nothing where it is refused.

    Args:
        folder: whose own it has to be; none of a file that somebody named.
    """
    try:
        if folder is None or is_own(file, folder):
            return file.read_bytes()
        refuse(FormatError("import.outside", path=file))
    except OSError as error:
        refuse(FormatError("import.unreadable", path=file, reason=error.strerror))
    return None
