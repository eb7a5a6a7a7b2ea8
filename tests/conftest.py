"""What every test stands on: no real home, no network, fixed pages."""

from pathlib import Path

import pytest
from hypothesis import settings

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
