"""What argparse says, in the language of the command; laid out by cells (a Chinese character has two)."""

import argparse
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NoReturn
from unicodedata import east_asian_width

from tui.errors import PiyueError, printable
from tui.texts import Language
from tui.texts.usage import ARGPARSE

PIECE = r"\s+|[（“《]*(?:[!-~]+|\S)[，。；：、）”》…]*"
"""What stays together on a line: a blank, a word, or a Chinese character with its punctuation."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the usage on one line that a terminal can print, and exits with 2."""

    def error(self, message: str) -> NoReturn:
        """See `argparse.ArgumentParser.error`."""
        super().error(printable(message))


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Keeps descriptions as they are, and wraps what options are for by cells."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)


def wrapped(text: str, width: int) -> list[str]:
    """Return a text's lines of at most `width` cells; only a longer word is longer."""
    lines, line = [], ""
    for piece in re.findall(PIECE, text):
        if line and _cells(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()]


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def speak(language: Language) -> None:
    """Have argparse look its messages up in the catalogue, and not in gettext's files of the system."""
    texts: Mapping[str, str] = ARGPARSE if language == "zh" else {}
    vars(argparse)["_"] = lambda message: texts.get(message, message)


def settings_of(settings: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return what `argparse` takes of an option; what is wrong with a value is said in `language`."""
    read = settings.get("type")
    return {**settings, "type": partial(_value, read, language)} if read else {**settings}


def _value(read: Callable[[str], Any], language: Language, text: str) -> Any:
    try:
        return read(text)
    except PiyueError as error:
        raise argparse.ArgumentTypeError(error.render(language)) from error
