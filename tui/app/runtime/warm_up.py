"""Opens the app once, without a screen: what it makes at its first use is there for all that are forked.

Nothing of a project or a person is read: the example is the one of `piyue init`, in a folder of its own.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from textual.pilot import Pilot

from tui.app.runtime.app import PiyueApp
from tui.store.project import Project

SIZE = (120, 40)


def warm_up() -> None:
    """Open the app until all that it does at its start is done."""
    with TemporaryDirectory(prefix="piyue-") as folder, _user_folders_in(folder):
        app = PiyueApp(Project.create(Path(folder) / "example"), "zh", propose=False)
        app.words.failed = True  # no process is started
        asyncio.run(app.run_async(headless=True, size=SIZE, auto_pilot=_settle))
        app.saver.close()


async def _settle(pilot: "Pilot[object]") -> None:
    app = cast("PiyueApp", pilot.app)
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.press("right", "left")
    await app.action_quit()


@contextmanager
def _user_folders_in(folder: str) -> Iterator[None]:
    """Let the user's cache, state and settings be in a folder for a while."""
    before = dict(os.environ)
    os.environ.update({f"XDG_{name}_HOME": folder for name in ("CACHE", "CONFIG", "DATA", "STATE")})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
