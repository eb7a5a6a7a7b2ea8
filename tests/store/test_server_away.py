"""A team's server that cannot be reached: what is said, and that nothing else is."""

import logging
from pathlib import Path
from typing import Any, cast

import pytest

from tui.errors import StoreError
from tui.store.backend import Backend
from tui.store.leases import Leases
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
    assert f"{tmp_path}" not in said, "there is one server only, and a line has to hold all of it"
    assert said.endswith("try again later, or check `[store] url` in your own settings")
    assert "（没有此文件或文件夹）" in caught.value.render("zh")
    assert "改动" not in caught.value.render("zh"), "whoever only reads has changed nothing"
    assert not [record for record in caplog.records if record.name.startswith("psycopg")]


class AwayServer:
    """A server that went away after it had given leases."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def lease(self, _key: object) -> "AwayServer":
        return self

    def beat(self) -> None:
        self.asked.append("beat")
        raise StoreError("store.server", reason="connection refused")

    def release(self) -> None:
        self.asked.append("release")
        raise StoreError("store.server", reason="connection refused")


def test_signs_of_life_and_the_end_of_a_session_do_not_fail_for_want_of_the_server(tmp_path: Path) -> None:
    server = AwayServer()
    leases = Leases(cast("Backend", cast("Any", server)))
    for page in ("first", "second"):
        leases.of(tmp_path / "ling" / f"{page}.json")
    leases.beat()
    leases.release()
    assert server.asked == ["beat", "release"], (
        "who waited for it once does not wait for it again for each page"
    )
