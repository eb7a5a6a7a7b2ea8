"""However the app comes to its end: what was done is saved first, then all is let go."""

import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tui.app.runtime import ending
from tui.app.runtime.ending import Ending
from tui.store.files.system_calls import ENDING, HANG_UP


class End:
    """An ending whose parts write down what is asked of them.

    Attributes:
        said: what was asked for, in order.
        lost: pages that cannot be saved.
    """

    def __init__(self, *, web: bool = False, headless: bool = False) -> None:
        self.said: list[object] = []
        self.lost: tuple[str, ...] = ()
        self.watching: list[Any] = []
        app = SimpleNamespace(
            is_headless=headless,
            is_web=web,
            exit=lambda status: self.said.append(("exit", status)),
            set_interval=lambda _, look: self.watching.append(look),
        )
        workspace = SimpleNamespace(
            language="en", chosen=SimpleNamespace(save=lambda: self.said.append("choices"))
        )
        controller = SimpleNamespace(tell=lambda key, **_: self.said.append(("tell", key)))
        context = SimpleNamespace(app=app, workspace=workspace, controller=controller)
        self.saving = SimpleNamespace(is_warned=False, finish=self.finish, flush=self.flush)
        place = SimpleNamespace(keep=self.keep, keep_now=lambda: self.said.append("place"))
        stops = tuple(self.stopping(name) for name in ("words", "index"))
        releases = tuple(self.releasing(name) for name in ("follower", "locks"))
        self.end = Ending(cast("Any", context), cast("Any", self.saving), cast("Any", place), stops, releases)

    async def keep(self) -> None:
        self.said.append("place")

    async def finish(self) -> tuple[str, ...]:
        return self.flush()

    def flush(self) -> tuple[str, ...]:
        self.said.append("save")
        return self.lost

    def stopping(self, name: str) -> Any:
        async def stop() -> None:
            self.said.append(name)

        return stop

    def releasing(self, name: str) -> Any:
        return lambda: self.said.append(name)


ALL_KEPT = ["place", "choices", "save"]
LET_GO = ["words", "index", "follower", "locks"]


async def test_quitting_keeps_all_then_lets_go() -> None:
    e = End()
    await e.end.quit()
    assert e.said == [*ALL_KEPT, *LET_GO, ("exit", 0)]


async def test_quitting_asks_once_where_something_is_not_saved() -> None:
    e = End()
    e.lost = ("p",)
    await e.end.quit()
    assert e.said == [*ALL_KEPT, ("tell", "status.unsaved_quit")]
    e.said.clear()
    await e.end.quit()
    assert e.said == [*ALL_KEPT, *LET_GO, ("exit", 1)]


async def test_what_can_be_saved_after_all_needs_no_second_question() -> None:
    e = End()
    e.lost = ("p",)
    await e.end.quit()
    e.lost, e.said = (), []
    await e.end.quit()
    assert e.said[-1] == ("exit", 0)


@pytest.fixture
def signals(monkeypatch: pytest.MonkeyPatch) -> dict[int, Any]:
    """What is called for each signal that is listened to."""
    found: dict[int, Any] = {}
    monkeypatch.setattr(ending, "on_signal", lambda _, number, call: found.update({number: call}))
    return found


@pytest.fixture(autouse=True)
def ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os._exit", sys.exit)


def status(call: Callable[[], None]) -> object:
    """Return the status with which the process is ended at once."""
    with pytest.raises(SystemExit) as ended:
        call()
    return ended.value.code


async def test_each_signal_that_asks_for_the_end_saves_first(signals: dict[int, Any]) -> None:
    e = End()
    e.end.catch_signals()
    assert set(signals) == set(ENDING)
    for number, call in signals.items():
        if number != HANG_UP:
            e.said.clear()
            call()
            assert e.said == ["save", "follower", "locks", ("exit", 128 + number)]


async def test_nothing_is_written_to_a_terminal_that_hung_up(signals: dict[int, Any]) -> None:
    e = End()
    e.end.catch_signals()
    assert HANG_UP is not None
    assert status(signals[HANG_UP]) == 128 + HANG_UP
    assert e.said == ["save", "follower", "locks"]


async def test_a_terminal_that_is_gone_without_a_signal_is_noticed(
    signals: dict[int, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    e = End()
    e.end.catch_signals()
    (look,) = e.watching
    monkeypatch.setattr(ending, "has_hung_up", lambda _: False)
    look()
    assert e.said == []
    monkeypatch.setattr(ending, "has_hung_up", lambda _: True)
    assert status(look) == 129
    assert e.said[0] == "save"


async def test_in_a_browser_the_driver_watches_and_without_a_screen_nothing(
    signals: dict[int, Any],
) -> None:
    web, headless = End(web=True), End(headless=True)
    web.end.catch_signals()
    assert (len(signals), web.watching) == (len(ENDING), [])
    signals.clear()
    headless.end.catch_signals()
    assert (signals, headless.watching) == ({}, [])


@pytest.mark.parametrize("signal", [HANG_UP, None])
def test_who_closes_the_browser_page_finds_the_place_again(
    signal: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "HANG_UP", signal)  # None: on a system that has no such signal
    e = End(web=True)
    assert status(e.end.hang_up) == 129
    assert e.said == ["place", "save", "follower", "locks"]


def test_an_error_saves_lets_go_and_says_once_where_its_report_is(monkeypatch: pytest.MonkeyPatch) -> None:
    e = End()
    reported: list[Exception] = []

    def write(error: Exception) -> str:
        reported.append(error)
        return "there/report.txt"

    monkeypatch.setattr("tui.app.runtime.crash.write_report", write)
    first = ValueError("first")
    e.end.crash(first)
    e.end.crash(ValueError("second"))
    assert (reported, e.said) == ([first], ["save", "follower", "locks"])
    assert "there/report.txt" in e.end.crash_message
    assert "saved" in e.end.crash_message


def test_an_error_says_how_much_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    e = End()
    e.lost = ("p", "q")
    monkeypatch.setattr("tui.app.runtime.crash.write_report", lambda _: "report")
    e.end.crash(ValueError("first"))
    assert "2" in e.end.crash_message


def broken(*_: object) -> None:
    raise RuntimeError("broken")


@pytest.mark.parametrize("part", ["report", "save", "release"])
def test_an_error_ends_the_app_with_a_line_whatever_else_is_broken(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    e = End()
    monkeypatch.setattr("tui.app.runtime.crash.write_report", lambda _: "there/report.txt")
    if part == "report":
        monkeypatch.setattr("tui.app.runtime.crash.write_report", broken)
    elif part == "save":
        e.saving.flush = broken
    else:
        e.end._release = (broken, *e.end._release)
    e.end.crash(ValueError("first"))
    assert e.said[-2:] == ["follower", "locks"]
    assert ("all work is saved" in e.end.crash_message) == (part == "release")
    assert "stopped" in e.end.crash_message


async def test_a_signal_ends_the_app_where_saving_is_broken(signals: dict[int, Any]) -> None:
    e = End()
    e.end.catch_signals()
    e.saving.flush = broken
    assert HANG_UP is not None
    assert status(signals[HANG_UP]) == 128 + HANG_UP
    for number, call in signals.items():
        if number != HANG_UP:
            with pytest.raises(RuntimeError, match="broken"):
                call()
            assert e.said[-1] == ("exit", 128 + number)
