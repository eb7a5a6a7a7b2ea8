"""A project without pages: every key may be pressed."""

from pathlib import Path

import pytest

from tests.app.conftest import Open
from tui.app.keys.key_map import KEYMAP

KEYS = [row for row in KEYMAP if row.context in ("reader", "work", "list") and row.id != "quit"]


@pytest.mark.slow
@pytest.mark.parametrize("at", range(12))
async def test_where_there_is_no_page_no_key_does_harm(at: int, running: Open, tmp_path: Path) -> None:
    (tmp_path / "none" / "seeds").mkdir(parents=True)
    async with running(tmp_path / "none") as r:
        assert "No article" in r.screen()
        for row in KEYS[at::12]:
            await r.press(row.keys[0])
            assert r.app.is_running, row.id
            await r.press("escape escape")
        assert list((tmp_path / "none").rglob("annotations/*/*.json")) == []
