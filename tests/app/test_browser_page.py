"""What a browser is told and given, and how wide characters are there."""

import io
import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from zipfile import ZipFile

import pytest
from textual.drivers.web_driver import WebDriver
from textual.widgets import Input

from tests.app.conftest import Open
from tui.app.dialogs.download import download
from tui.app.runtime.browser_driver import BrowserDriver
from tui.app.runtime.browser_page import BrowserPage
from tui.app.runtime.browser_width import WIDE, _browser_table
from tui.app.runtime.saving_elsewhere import ARCHIVE, save_elsewhere

TITLE = "望津区总工会" * 20


def page(**state: Any) -> tuple[BrowserPage, SimpleNamespace, list[dict[str, object]]]:
    """A page, its app, and what it is told."""
    view = SimpleNamespace(reading=SimpleNamespace(text=f"{TITLE}\n正文"))
    shown = SimpleNamespace(view=view, opened=SimpleNamespace(article=SimpleNamespace(id="p#1")))
    status = SimpleNamespace(now=SimpleNamespace(saved="saved"))
    app = SimpleNamespace(
        screen_stack=["screen"],
        theme_variables={"background": "#111"},
        focused=None,
        workspace=SimpleNamespace(shown=shown, status=status),
    )
    app.__dict__.update(state)
    told: list[dict[str, object]] = []
    return BrowserPage(cast("Any", app), told.append), app, told


def test_the_page_is_told_each_thing_once_and_what_changes() -> None:
    browser, app, told = page()
    browser.update()
    browser.update()
    assert told == [
        {"type": "guard", "value": False},
        {"type": "background", "value": "#111"},
        {"type": "article", "value": {"id": "p#1", "title": TITLE[:60]}},
    ]
    told.clear()
    app.workspace.status.now.saved = "saving"
    browser.update()
    app.workspace.status.now.saved = "saved"
    app.theme_variables = {"background": "#eee"}
    browser.update()
    assert told == [
        {"type": "guard", "value": True},
        {"type": "guard", "value": False},
        {"type": "background", "value": "#eee"},
    ]


def test_the_page_is_guarded_while_somebody_types() -> None:
    browser, _, told = page(focused=Input())
    browser.update()
    assert told[0] == {"type": "guard", "value": True}


def test_an_app_that_shows_no_article_names_none_and_one_that_ended_tells_nothing() -> None:
    browser, app, told = page()
    app.workspace.shown = None
    browser.update()
    assert [each["type"] for each in told] == ["guard", "background"]
    browser, app, told = page(screen_stack=[])
    browser.update()
    assert told == []


def test_signs_have_the_widths_of_the_page_s_terminal() -> None:
    table = _browser_table()
    widths = {(start, end): width for start, end, width in table.widths}
    assert all(widths[each] == 2 for each in WIDE)
    assert not table.narrow_to_wide
    assert list(table.widths) == sorted(table.widths)

    def width(character: str) -> int:
        at = ord(character)
        return next((size for (start, end), size in widths.items() if start <= at <= end), 1)

    assert [width(c) for c in "a中😀“\u200d"] == [1, 2, 2, 1, 0]
    assert width("\U0001fae0") == 1, "newer than Unicode 12.1"


def test_a_file_for_the_browser_is_written_aside_and_given(tmp_path: Path) -> None:
    given: list[tuple[bytes, str]] = []
    written: list[Path] = []

    def write(path: Path) -> None:
        written.append(path)
        path.write_text("图", encoding="utf-8")

    app = SimpleNamespace(
        deliver_binary=lambda data, save_filename: given.append((data.read(), save_filename))
    )
    download(cast("Any", app), "ledger.svg", write)
    assert given == [("图".encode(), "ledger.svg")]
    assert written[0].name == "ledger.svg"
    assert not written[0].exists()


class Driver:
    """A driver that writes into a pipe.

    Attributes:
        hung_up: how often it ended the app.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("textual.drivers.web_driver.InputReader", lambda: None)
        self.passed: list[str] = []
        monkeypatch.setattr(WebDriver, "on_meta", lambda _, kind, __: self.passed.append(kind))
        monkeypatch.setattr(WebDriver, "run_input_thread", lambda _: None)
        self.driver = BrowserDriver(cast("Any", SimpleNamespace(call_later=self.take)))
        self.hung_up = 0
        self.calls: list[Any] = []
        self.delivered: list[str] = []
        monkeypatch.setattr(self.driver, "_hang_up", self.hang_up)
        monkeypatch.setattr(self.driver, "_delivery_complete", lambda key, **_: self.delivered.append(key))

    def take(self, *calls: Any) -> None:
        self.calls += calls

    def hang_up(self) -> None:
        self.hung_up += 1


@pytest.fixture
async def driver(monkeypatch: pytest.MonkeyPatch) -> Driver:
    return Driver(monkeypatch)


async def test_the_end_of_the_input_and_quitting_end_the_app(driver: Driver) -> None:
    driver.driver.run_input_thread()
    assert driver.hung_up == 1
    driver.driver.on_meta("quit", {})
    assert driver.hung_up == 2
    driver.driver.exit_event.set()
    driver.driver.run_input_thread()
    assert driver.hung_up == 2


async def test_focus_is_the_page_s_matter_and_the_rest_is_textual_s(driver: Driver) -> None:
    for kind in ("blur", "focus", "resize"):
        driver.driver.on_meta(kind, {})
    assert (driver.passed, driver.hung_up) == (["resize"], 0)


@pytest.mark.parametrize(
    ("content", "mime", "expected"), [(b"\x00\xff", "image/png", b"\x00\xff"), ("图", None, "图".encode())]
)
async def test_a_file_is_one_packet_with_its_name_and_kind(
    content: bytes | str, mime: str | None, expected: bytes, driver: Driver
) -> None:
    reading, writing = os.pipe()
    driver.driver.fileno = writing
    binary: Any = io.StringIO(content) if isinstance(content, str) else io.BytesIO(content)
    binary.read()
    driver.driver.deliver_binary(binary, delivery_key="k", save_path=Path("x/图.png"), mime_type=mime)
    packet = os.read(reading, 4096)
    assert packet[:1] == b"F"
    assert int.from_bytes(packet[1:5], "big") == len(packet) - 5
    head, _, body = packet[5:].partition(b"\n")
    assert json.loads(head) == {"name": "图.png", "mime": mime or "application/octet-stream"}
    assert body == expected
    assert driver.delivered == ["k"]
    os.close(reading)
    driver.driver.write_meta({"type": "late"})  # nobody reads any more: that is no error
    os.close(writing)


async def test_what_cannot_be_saved_is_given_to_the_browser_as_an_archive(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(folder) as r:
        given: dict[str, bytes] = {}
        monkeypatch.setattr(type(r.app), "is_web", True)
        monkeypatch.setattr(
            r.app, "deliver_binary", lambda data, save_filename: given.update({save_filename: data.read()})
        )
        save_elsewhere(r.app.context, r.app.saver)
        await r.rest()
        assert (given, "everything is saved" in r.screen()) == ({}, True)

        def refuse(_: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as disk:
            disk.setattr("os.fsync", refuse)
            await r.find("王路曼")
            await r.press("p")
        save_elsewhere(r.app.context, r.app.saver)
        await r.pilot.pause()
        assert ARCHIVE in r.screen()
        await r.rest()  # the disk is back: it saves, and says so
        assert ARCHIVE not in r.screen()
        with ZipFile(io.BytesIO(given[ARCHIVE])) as archive:
            (name,) = archive.namelist()
            spans = json.loads(archive.read(name))["spans"]
        assert name.endswith("ling/p.json")
        assert [span["text"] for span in spans.values()] == ["王路曼"]
