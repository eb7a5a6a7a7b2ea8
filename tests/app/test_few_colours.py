"""Terminals with sixteen colours or none, and those that show no UTF-8."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

import pytest

from tests.faults.terminal import Terminal
from tui.app.runtime.locale_check import EXPECTED_COLUMN, check_locale, locale_of
from tui.errors import PiyueError

XTERM = {"TERM": "xterm", "COLORTERM": ""}


def looks(terminal: Terminal, text: str) -> list[tuple[str, bool, bool]]:
    """Colour, boldness and underline of the characters of a text on the screen."""
    for y, line in enumerate(terminal.screen.display):
        cells = [terminal.screen.buffer[y][x] for x in range(terminal.screen.columns)]
        shown = [cell for cell in cells if cell.data]
        at = "".join(cell.data for cell in shown).find(text)
        if at >= 0 and "\n" not in line:
            return [(cell.fg, cell.bold, cell.underscore) for cell in shown[at : at + len(text)]]
    raise AssertionError(f"{text} is not on the screen")


@contextmanager
def opened(folder: Path, environ: dict[str, str]) -> Iterator[Terminal]:
    """An app whose words are known, with 新发展会员 tagged."""
    with closing(Terminal(folder, environ=environ, size=(24, 80))) as terminal:
        terminal.until("article 1/1")
        limit = monotonic() + 20
        while not any(underlined for _, _, underlined in looks(terminal, "据了解，顺义区总工会将继续")):
            terminal.feed()
            assert monotonic() < limit, terminal.text
        terminal.send("jjo")
        terminal.until("tagged ORG")
        yield terminal


@pytest.mark.slow
@pytest.mark.parametrize("environ", [XTERM, {"TERM": "linux", "COLORTERM": ""}])
def test_sixteen_colours_tell_words_and_labels_apart(folder: Path, environ: dict[str, str]) -> None:
    with opened(folder, environ) as terminal:
        underlined = [line for _, _, line in looks(terminal, "据了解，顺义区总工会将继续")]
        colours = {looks(terminal, name)[0][0] for name in ("p PERSON", "o ORG", "l LOC", "m METRIC")}
    assert True in underlined
    assert False in underlined
    assert len(colours) == 4
    assert "default" not in colours


@pytest.mark.slow
def test_no_color_means_none_and_what_is_tagged_is_seen(folder: Path) -> None:
    with opened(folder, {**XTERM, "COLORTERM": "truecolor", "NO_COLOR": "1"}) as terminal:
        cells = [terminal.screen.buffer[y][x] for y in range(24) for x in range(80)]
        shown = terminal.text
    assert {(cell.fg, cell.bg) for cell in cells} == {("default", "default")}
    assert "o-" in shown


def answering(column: int) -> tuple[int, threading.Thread]:
    """A terminal whose cursor is in a column, whatever is written."""
    ours, theirs = os.openpty()

    def answer() -> None:
        if b"\x1b[6n" in os.read(ours, 100):
            os.write(ours, f"\x1b[1;{column}R".encode())

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    return theirs, thread


def test_a_terminal_without_utf_8_is_named_before_the_app_starts() -> None:
    terminal, thread = answering(7)
    with pytest.raises(PiyueError, match=r"does not show UTF-8, and the locale is C"):
        check_locale({"LC_ALL": "C"}, terminal, terminal)
    thread.join()


def test_a_terminal_that_shows_utf_8_needs_no_locale() -> None:
    terminal, thread = answering(EXPECTED_COLUMN)
    check_locale({}, terminal, terminal)
    thread.join()


def test_a_utf_8_locale_is_believed() -> None:
    check_locale({"LANG": "zh_CN.UTF-8"}, -1, -1)  # asking would fail
    check_locale({"LC_ALL": "C.utf8", "LANG": "C"}, -1, -1)


def test_the_strongest_variable_names_the_locale() -> None:
    assert locale_of({"LC_ALL": "POSIX", "LANG": "zh_CN.UTF-8"}) == "POSIX"
    assert locale_of({"LC_ALL": "", "LC_CTYPE": "zh_CN.GBK"}) == "zh_CN.GBK"
    assert locale_of({}) == "C"
