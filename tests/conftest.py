"""What every test stands on: no real home, no network, fixed pages."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.store.server import Server, programs

settings.register_profile("whole", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=20)
settings.load_profile("whole")  # `make quick` asks for the other one: --hypothesis-profile quick

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home, cache and state folder of its own, an English locale and a fixed annotator."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LOGNAME", "ling")
    return home


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Give a PostgreSQL server of the tests' own; each test works in a project of its own there."""
    if programs() is None:
        if os.environ.get("PIYUE_NEEDS_POSTGRES"):
            pytest.fail("PostgreSQL is not installed, and these tests may not be left out here")
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    server = Server()
    yield server
    server.stop()
