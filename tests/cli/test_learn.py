"""`piyue learn`, and the figures of the last training in `piyue stats`."""

import json
from pathlib import Path

import pytest

from tests.operations.conftest import project
from tui.cli import main
from tui.store.project import Project

__all__ = ["project"]


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capfdbinary.readouterr()
    return status, out.decode(), err.decode()


@pytest.mark.slow
def test_learn_prints_figures_by_label_and_stats_has_them(
    capfdbinary: pytest.CaptureFixture[bytes], project: Project
) -> None:
    folder = str(project.root)
    status, out, _ = run(capfdbinary, "learn", "--json", "--project", folder)
    figures = json.loads(out)
    assert status == 0
    assert figures["articles"] == 8
    assert set(figures["by_label"]["EVENT"]) == {"tags", "proposed", "precision", "recall", "f1"}
    _, out, _ = run(capfdbinary, "stats", "--json", "--project", folder)
    assert json.loads(out)["model"] == figures
    _, out, _ = run(capfdbinary, "learn", "--project", folder)
    assert "trained in" in out.splitlines()[0]
    assert "EVENT" in out


@pytest.mark.slow
def test_with_nothing_finished_it_says_what_to_do(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    status, _, err = run(capfdbinary, "learn", "--project", str(tmp_path))
    assert status == 1
    assert "finish" in err
    assert len(err.splitlines()) == 1
