"""Apps under test that wait, paint and parse no more than they must.

Textual's tests wait 20 ms, again and again until little was computed in them, and so three times a key. A key
is painted three times, also where nobody looks, and each app parses the same stylesheet.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

import pytest
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.screen import Screen

from tests.app.resting import RestingLoop

FRAME = 0.002
"""Seconds after which a screen under test is painted. Its timer sleeps as long again and is waited for: with
less, keys come before what the keys before them began in the background on a busy machine."""
PAUSE = 0.01
"""Seconds without a key after which proposals are asked for."""
ALL_HANDLED = Pilot._wait_for_screen
PAINT = Screen._compositor_refresh
PARSE = Stylesheet._parse_rules


def loop() -> RestingLoop:
    """Return the loop of the test."""
    found = asyncio.get_running_loop()
    assert isinstance(found, RestingLoop)
    return found


async def at_rest(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Stand for `textual._wait.wait_for_idle`: wait as long as there is something to do."""
    await loop().rest()


async def painted(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Stand for `textual._wait.wait_for_idle`, as `at_rest` does, and paint what has changed."""
    await loop().finish()


def is_busy(app: App[Any]) -> bool:
    """Tell whether something in an app handles a message: it does not wait for one."""
    nodes = [node for screen in app.screen_stack[-1:] for node in screen.walk_children(with_self=True)]
    return any(not node._message_queue.ready_event._waiters for node in (app, *nodes))


async def screen_at_rest(pilot: Pilot[Any], timeout: float = 30) -> bool:
    """Stand for `Pilot._wait_for_screen`, which asks each widget, also where all are at rest."""
    await loop().rest()
    return not is_busy(pilot.app) or await ALL_HANDLED(pilot, timeout)


def paint_at_rest(screen: Screen[Any]) -> None:
    """Stand for `Screen._compositor_refresh`: paint once, when somebody looks, what has changed till then."""
    screen._dirty_widgets.clear()
    loop().do_last(screen, partial(paint, screen))


def paint(screen: Screen[Any]) -> None:
    """Paint a screen that was not closed meanwhile."""
    if screen.is_running:
        PAINT(screen)


@cache
def parsed(variables: tuple[tuple[str, str], ...], *rules: Any) -> list[RuleSet]:
    """Return what is made of a part of a stylesheet: all apps have the same."""
    return PARSE(Stylesheet(variables=dict(variables)), *rules)


def parse_once(sheet: Stylesheet, *rules: Any, **more: Any) -> list[RuleSet]:
    """Stand for `Stylesheet._parse_rules`."""
    return parsed(tuple(sheet._variables.items()), *rules, *more.values())


@contextmanager
def quick_apps(each_key: bool) -> Iterator[None]:
    """Let apps be waited for by their loop, painted when a test looks, and styled by what was parsed before.

    Args:
        each_key: somebody looks after each key.
    """
    wait = painted if each_key else at_rest
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", wait)
        patch.setattr("textual.pilot.wait_for_idle", wait)
        patch.setattr(Pilot, "_wait_for_screen", screen_at_rest)
        patch.setattr("textual.screen.UPDATE_PERIOD", FRAME)
        patch.setattr("tui.app.runtime.proposals.PAUSE", PAUSE)
        patch.setattr("tui.app.runtime.proposals.FIRST_PAUSE", PAUSE)
        patch.setattr(Screen, "_compositor_refresh", paint_at_rest)
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield
