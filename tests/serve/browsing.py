"""A real browser, and what is on the screen of the terminal in its page."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright

from bench.browser.page import FIND_TERMINAL, SCREEN, chromium

REQUIRED = "PIYUE_REQUIRE_CHROMIUM"
"""The variable with which a missing Chromium is a failure."""
MISSING = "Chromium is not installed (make chromium; Debian's package: chromium-headless-shell)"

WAIT = 30_000
"""Milliseconds: on a busy machine all is slow."""


def launched(playwright: Playwright) -> Browser:
    """Start Chromium; where there is none, skip, or fail where it must be there."""
    if (path := chromium()) is None:
        if os.environ.get(REQUIRED):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--process-per-site"])


def opened(browser: Browser) -> BrowserContext:
    """Begin to browse as somebody whom no server knows."""
    return browser.new_context(viewport={"width": 1200, "height": 760})


def keep_process(context: BrowserContext) -> None:
    """Keep the process that shows our site by an empty page: to start one takes longer than most tests."""
    page = context.new_page()
    page.route("**", lambda route: route.fulfill(body=""))
    page.goto("http://127.0.0.1/")


class Tab:
    """A page with the app in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(WAIT)
        page.add_init_script(FIND_TERMINAL)

    def open(self, url: str, shows: str = "望津区") -> "Tab":
        """Open an address, and wait for what the app shows."""
        self.page.goto(url)
        self.until(shows)
        return self

    def screen(self) -> str:
        """What the terminal shows; nothing while another page is loaded."""
        try:
            return str(self.page.evaluate(SCREEN))
        except Error as error:
            if "navigation" not in str(error):
                raise
            return ""

    def until(self, *texts: str) -> str:
        """Wait until all texts are on the screen; return it."""
        return self.wait(lambda screen: all(text in screen for text in texts), f"{texts}")

    def wait(self, holds: Callable[[str], bool], what: str) -> str:
        """Wait until something holds of the screen; return it."""
        deadline = WAIT // 50
        for _ in range(deadline):
            if holds(screen := self.screen()):
                return screen
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{what}\n{self.screen()}")

    def settled(self) -> "Tab":
        """Wait until the screen has stayed the same for a while."""
        before = ""
        while before != (before := self.screen()):
            self.page.wait_for_timeout(400)
        return self

    def press(self, *keys: str) -> None:
        """Press keys, named as Playwright names them."""
        for key in keys:
            self.page.keyboard.press(key)

    def ended(self) -> str:
        """Wait until the page says that the connection has ended; return what it says."""
        self.page.wait_for_selector("#ended:not([hidden])")
        return self.page.inner_text("#ended-why")

    def terminal(self, expression: str) -> Any:
        """Return what JavaScript says of the terminal `t`."""
        return self.page.evaluate(f"() => {{ const t = window.terminalOfPage; return {expression}; }}")
