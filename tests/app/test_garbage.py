"""Garbage is looked for when nobody types, and as far as that takes time that there is."""

import gc
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache

from tests.app.conftest import Open
from tui.app.runtime import garbage_collection as garbage


@pytest.mark.parametrize(
    ("count", "idle", "wanted"),
    [
        ((1_900, 500, 500), 0.2, []),
        ((1_900, 20, 500), 2.0, []),
        ((10, 60, 500), 2.0, [1]),
        ((10, 60, 4), 60.0, [1]),
        ((10, 0, 4), 60.0, []),
        ((10, 0, 5), 60.0, [2]),
        ((10, 60, 500), 9.0, [1]),
    ],
)
def test_a_pause_is_used_as_far_as_it_goes(
    count: tuple[int, int, int], idle: float, wanted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: count)
    monkeypatch.setattr(gc, "collect", looked.append)
    garbage.sweep(idle)
    assert looked == wanted


async def test_what_closed_dialogs_showed_is_let_go(running: Open, folder: Path) -> None:
    def kept() -> int:
        gc.collect()
        return sum(isinstance(one, StylesCache) for one in gc.get_objects())

    async with running(folder, each_key=True) as r:
        await r.press("question_mark escape slash escape")
        before = kept()
        for _ in range(5):
            await r.press("question_mark escape slash escape")
        assert kept() < before + 10, "of the dialog that was closed last at most"
