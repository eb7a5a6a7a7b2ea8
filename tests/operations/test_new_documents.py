"""Texts that are imported: saved by another process while the next are read."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from tui.operations.import_ import MOST_TEXTS
from tui.store.project import Project

COUNT = 2 * MOST_TEXTS + 7

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "paper" / "seeds").mkdir(parents=True)
    (tmp_path / "paper" / "piyue.toml").write_text('annotator = "ling"\n')
    texts = (f"第{number}号仓库的王敏昨日盘点。" for number in range(COUNT))
    rows = ({"text": text, "label": [[text.index("王"), text.index("昨"), "PERSON"]]} for text in texts)
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path / "paper"


def bring(project: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "import", "--format", "doccano", "../in.jsonl"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def tagged(project: Path) -> int:
    opened = Project(project)
    return sum([span.text for span in opened.document(page).spans] == ["王敏"] for page in opened.page_ids())


def test_all_are_there_when_the_command_ends(project: Path) -> None:
    status, out, error = bring(project)
    assert (status, error) == (0, "")
    assert f"tag: {COUNT} added, 0 already there, 0 refused" in out
    assert tagged(project) == COUNT
    assert not [path for path in project.rglob("*") if path.suffix == ".tmp"]


def test_those_that_cannot_be_saved_are_refused_and_all_others_are_there(project: Path) -> None:
    bring(project)
    ids = Project(project).page_ids()
    pages = [ids[number] for number in (3, MOST_TEXTS + 3, COUNT - 1)]
    rmtree(project / "seeds" / "imported")
    rmtree(project / "annotations")
    in_the_way = [project / "annotations" / "ling" / f"{page}.json" for page in pages]
    for folder in in_the_way:
        folder.mkdir(parents=True)
    status, out, error = bring(project)
    assert status == 1
    assert f"tag: {COUNT - 3} added, 0 already there" in out
    assert [page for page in pages for line in error.splitlines() if f"{page}.json" in line] == pages
    assert error.count("\n") == 3
    for folder in in_the_way:
        folder.rmdir()
    assert tagged(project) == COUNT - 3
