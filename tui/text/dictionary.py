"""The user's dictionary: words for the segmenter, in jieba's format.

A line is a word, then, if wanted, how often it occurs and its part of speech: ``小哥``, ``小哥 200 n``.
The frequency 0 says that this is no word.
"""

import re
from pathlib import Path
from typing import NamedTuple

from tui.errors import ProjectError, printable

FILE = "dictionary.txt"
LINE = r"(\S+)(?:[ \t]+([0-9]{1,9}))?(?:[ \t]+([A-Za-z]{1,8}))?"


class Entry(NamedTuple):
    """A word, how often it occurs (None: as often as it must to be one), and its part of speech."""

    word: str
    frequency: int | None = None
    tag: str | None = None


def read_dictionary(path: Path) -> list[Entry]:
    """Return the words in a file, in order; none where there is no file.

    Raises:
        ProjectError: it cannot be read, or a line is none of a dictionary.
    """
    entries, errors = read_what_holds(path)
    if errors:
        raise errors[0]
    return entries


def read_what_holds(path: Path) -> tuple[list[Entry], list[ProjectError]]:
    """Return the words in a file, and what is wrong with the lines that hold none."""
    if path.exists() and not path.is_file():  # a pipe or a device might never end
        return [], [ProjectError("dictionary.unreadable", path=path, reason="it is no plain file")]
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [ProjectError("dictionary.unreadable", path=path, reason=error.strerror)]
    entries: list[Entry] = []
    errors: list[ProjectError] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        text = line.decode("utf-8", "replace").strip()
        found = re.fullmatch(LINE, text)
        if found and "\ufffd" not in text:
            word, frequency, tag = found.groups()
            entries.append(Entry(word, None if frequency is None else int(frequency), tag))
        elif text:
            value = printable(text[:40])
            errors.append(ProjectError("dictionary.line", path=path, line=number, value=value))
    return entries, errors


def with_words(text: str, words: list[str], never: str | None = None) -> str:
    """Return a dictionary's text with words added, and one that is none; other lines stay as they are."""
    gone = {*words, *([] if never is None else [never])}
    kept = [line for line in text.splitlines() if line.split()[:1] and line.split()[0] not in gone]
    return "".join(f"{line}\n" for line in (*kept, *words, *([] if never is None else [f"{never} 0"])))
