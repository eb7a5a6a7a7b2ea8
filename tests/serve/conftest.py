"""A project, servers of it, and a browser."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.conftest import live_in
from tests.serve.browsing import Tab, keep_process, launched, opened
from tests.serve.serving import PAGE, Served, serving, waited


class Serve(Protocol):
    def __call__(self, *arguments: str, halting: bool = False, hasty: bool = False) -> Served: ...


class Open(Protocol):
    def __call__(self, url: str, shows: str = "望津区") -> Tab: ...


def one_page(folder: Path) -> Path:
    """Make a project with one page."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "page.txt").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return one_page(tmp_path / "project")


@pytest.fixture
def serve(project: Path) -> Iterator[Serve]:
    with ExitStack() as stack:
        yield lambda *arguments, **options: stack.enter_context(serving(project, *arguments, **options))


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for the tests of one file, whose disk can be halted: a start takes longer than most tests."""
    folder = tmp_path_factory.mktemp("served")
    with pytest.MonkeyPatch.context() as patch:
        live_in(folder / "home", patch)
        served = Served(one_page(folder / "project"), halting=True)
    yield served
    served.stop()


@pytest.fixture
def served(one_server: Served) -> Iterator[Served]:
    """The server of the file, without an app, and with a project and a home as they were at its start."""
    yield one_server
    waited(lambda: not one_server.sessions())
    for folder in filter(Path.is_dir, one_server.project.parent.iterdir()):
        shutil.rmtree(folder)
    one_page(one_server.project)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file: while it is there, its thread has a running event loop."""
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def browsing(browser: Browser) -> Iterator[BrowserContext]:
    """Whoever has the tabs of one file."""
    context = opened(browser)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    keep_process(context)
    yield context
    context.close()


@pytest.fixture
def tab(browsing: BrowserContext) -> Iterator[Tab]:
    """A new tab of somebody whom no server knows."""
    yield Tab(browsing.new_page())
    for page in browsing.pages[1:]:  # the first one keeps the process
        page.close()
    browsing.clear_cookies()
