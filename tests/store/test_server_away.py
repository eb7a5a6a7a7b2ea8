"""A team's server that cannot be reached: what is said, and that nothing else is."""

import logging
from pathlib import Path

import pytest

from tui.errors import StoreError
from tui.store.postgres import backend
from tui.store.postgres.backend import PostgresBackend

pytest.importorskip("psycopg_pool")


def test_a_server_that_is_away_is_said_with_the_reason_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(backend, "WAIT", 0.1)
    away = PostgresBackend(f"postgresql:///news?host={tmp_path}&user=ling", "paper")
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreError) as caught:
        away.pages("ling")
    away.close()
    said = caught.value.render("en")
    assert "No such file or directory" in said
    assert f"{tmp_path}" in said
    assert said.endswith("try again later, or check `[store] url` in your own settings")
    assert "改动" not in caught.value.render("zh"), "whoever only reads has changed nothing"
    assert not [record for record in caplog.records if record.name.startswith("psycopg")]
