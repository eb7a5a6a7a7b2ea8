"""What the app asks a terminal for and how it leaves it; a size that comes to rest; no terminal is there."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual import events
from textual.geometry import Region, Size

from tui.app.keys.terminal_keys import APPLICATION_KEYS, NORMAL_KEYS
from tui.app.runtime.ambiguous_width import is_wide, set_wide
from tui.app.runtime.terminal import PROBE, WIDE_AT, Terminal

FIRST_LINE = "paint [0, 0, 80, 1]"


class App:
    """What a terminal gets, and what is painted for it."""

    def __init__(self, *, is_web: bool = False) -> None:
        self.is_web = is_web
        self.said: list[str] = []
        self._driver: Any = SimpleNamespace(write=self.said.append)
        self.size = Size(80, 24)
        self.screen = SimpleNamespace(refresh=self._paint)
        self.screen_stack = [self.screen]
        self.timers: list[Any] = []

    def _paint(self, *regions: Region, layout: bool = False) -> None:
        del layout
        self.said.append(f"paint {[*regions[0]]}" if regions else "paint")

    def set_class(self, add: bool, name: str) -> None:
        self.said.append(f"{name} {add}")

    def set_timer(self, _: float, act: Any) -> Any:
        timer = SimpleNamespace(act=act, stopped=False)
        timer.stop = lambda: setattr(timer, "stopped", True)
        self.timers.append(timer)
        return timer


def made(app: App) -> Terminal:
    return Terminal(cast("Any", app), lambda: app.said.append("measure"))


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("TERM", "st-256color")
    yield
    set_wide(False)


def test_st_is_asked_for_its_application_keys_and_left_without_them() -> None:
    app = App()
    terminal = made(app)
    terminal.release()
    assert app.said == [], "it was not begun"
    terminal.settle_widths("narrow")
    terminal.release()
    assert app.said == [APPLICATION_KEYS, NORMAL_KEYS]


def test_other_terminals_are_not_asked_and_a_page_of_a_browser_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    web = App(is_web=True)
    terminal = made(web)
    terminal.settle_widths("auto")
    terminal.release()
    assert web.said == []
    monkeypatch.setenv("TERM", "xterm")
    app = App()
    terminal = made(app)
    terminal.settle_widths("narrow")
    terminal.release()
    assert app.said == []
    app._driver = None
    terminal.settle_widths("auto")
    assert app.said == [FIRST_LINE]


@pytest.mark.parametrize(("column", "wide"), [(WIDE_AT, True), (WIDE_AT - 1, False)])
def test_a_terminal_answers_how_wide_ambiguous_characters_are(column: int, wide: bool) -> None:
    app = App()
    terminal = made(app)
    answer = events.CursorPosition(column, 0)
    terminal.heard(answer)
    assert (app.said, is_wide()) == ([], False), "it was not asked"
    terminal.settle_widths("auto")
    assert app.said == [APPLICATION_KEYS, PROBE, FIRST_LINE]
    app.said.clear()
    terminal.heard(answer)
    assert is_wide() == wide
    assert app.said == (["-wide True", "measure", "paint"] if wide else [])
    app.said.clear()
    terminal.heard(answer)
    assert app.said == [], "it has answered"


def test_what_is_chosen_needs_no_answer() -> None:
    app = App()
    made(app).settle_widths("wide")
    assert is_wide()
    assert app.said == [APPLICATION_KEYS, "-wide True", "measure", "paint"]


def test_all_is_painted_once_when_the_size_has_come_to_rest() -> None:
    app = App()
    terminal = made(app)
    size: Any = events.Resize(cast("Any", (80, 24)), cast("Any", (80, 24)))
    terminal.heard(size)
    assert app.timers == [], "nothing was painted yet"
    terminal.settle_widths("narrow")
    for _ in range(2):
        terminal.heard(size)
    assert [timer.stopped for timer in app.timers] == [True, False]
    app.said.clear()
    app.timers[-1].act()
    assert app.said == ["paint"]
    app.screen_stack.clear()
    app.timers[-1].act()
    assert app.said == ["paint"], "it has ended"
