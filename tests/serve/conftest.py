"""A project, servers of it, and a browser."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.serve.browsing import Tab, launched
from tests.serve.serving import PAGE, Served, serving


class Serve(Protocol):
    def __call__(self, *arguments: str, halting: bool = False, hasty: bool = False) -> Served: ...


class Open(Protocol):
    def __call__(self, url: str, shows: str = "望津区") -> Tab: ...


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "page.txt").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def serve(project: Path) -> Iterator[Serve]:
    with ExitStack() as stack:
        yield lambda *arguments, **options: stack.enter_context(serving(project, *arguments, **options))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file: while it is there, its thread has a running event loop."""
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    context = browser.new_context(viewport={"width": 1200, "height": 760})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield Tab(context.new_page())
    context.close()
