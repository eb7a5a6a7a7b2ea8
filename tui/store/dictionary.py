"""Writes the user's dictionary; `tui.text.dictionary` defines its format."""

from pathlib import Path

from tui.errors import ProjectError
from tui.store.files.atomic import replace
from tui.text.dictionary import with_words


def add_words(path: Path, words: list[str], never: str | None = None) -> None:
    """Add words to a dictionary, which need not be there, and one that is none.

    Raises:
        StoreError: it cannot be written.
        ProjectError: it cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise ProjectError("dictionary.unreadable", path=path, reason=error) from error
    replace(path, with_words(text, words, never).encode("utf-8"))
