"""In a browser the first screen is drawn once, when it is whole."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from tui.app.runtime.browser_driver import LONGEST_START, BrowserDriver


class Starting:
    """A driver that draws, and an app whose text has no words yet.

    Attributes:
        now: what the clock says.
        drawn: what the page was sent, and when all was painted anew.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.words, self.drawn = 0.0, False, b""
        monkeypatch.setattr("tui.app.runtime.browser_driver.monotonic", lambda: self.now)
        monkeypatch.setattr("tui.app.runtime.browser_driver.use_browser_widths", lambda: None)
        monkeypatch.setattr("textual.drivers.web_driver.InputReader", lambda: None)
        shown = SimpleNamespace(view=SimpleNamespace(reading=SimpleNamespace(text="望津区")))
        app = SimpleNamespace(
            workspace=SimpleNamespace(shown=shown),
            words=SimpleNamespace(known=lambda _: [(0, 3)] if self.words else None),
            screen=SimpleNamespace(refresh=self.repaint),
            screen_stack=["screen"],
            call_later=lambda *_: None,
            set_interval=self.take_interval,
            post_message=None,
        )
        self.driver = BrowserDriver(cast("Any", app))
        monkeypatch.setattr(self.driver, "_write", self.take)
        monkeypatch.setattr(self.driver, "_key_thread", SimpleNamespace(start=lambda: None))
        self.ticks: list[Any] = []
        self.driver.start_application_mode()
        self.drawn = b""

    def take_interval(self, _: float, tick: Any) -> SimpleNamespace:
        self.ticks.append(tick)
        return SimpleNamespace(stop=lambda: self.ticks.remove(tick))

    def take(self, packet: bytes) -> int:
        self.drawn += packet
        return len(packet)

    def repaint(self) -> None:
        self.driver.write("whole")

    def tick(self) -> bytes:
        """Let the driver look once; return what the page has been sent."""
        self.ticks[0]()
        return self.drawn


@pytest.fixture
async def starting(monkeypatch: pytest.MonkeyPatch) -> Starting:
    return Starting(monkeypatch)


async def test_nothing_is_drawn_until_the_text_has_its_words_then_all_is(starting: Starting) -> None:
    starting.driver.write("half")
    assert starting.tick() == b""
    starting.words = True
    assert starting.tick().endswith(b"whole")
    starting.driver.write("more")
    assert starting.drawn.endswith(b"more")
    assert b"half" not in starting.drawn


async def test_words_that_do_not_come_are_not_waited_for(starting: Starting) -> None:
    starting.now = LONGEST_START / 2
    assert starting.tick() == b""
    starting.now = LONGEST_START * 1.1
    assert starting.tick().endswith(b"whole")
