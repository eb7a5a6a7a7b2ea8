"""Garbage is looked for when nobody types, and as far as that takes time that there is."""

import gc

import pytest

from tui.app.runtime import garbage_collection as garbage


@pytest.mark.parametrize(
    ("count", "idle", "wanted"),
    [
        ((1_900, 500, 500), 0.2, []),
        ((1_900, 20, 500), 2.0, []),
        ((10, 60, 500), 2.0, [1]),
        ((10, 60, 20), 60.0, [1]),
        ((10, 0, 60), 60.0, [2]),
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
