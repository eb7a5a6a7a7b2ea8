"""A project with the sample pages and two tags, and the commands run on it."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import SEEDS
from tui.cli import main
from tui.edit import AddSpan, SetProgress
from tui.model import Progress, Span, surface
from tui.store.files.locks import Lock
from tui.store.project import Project

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PAGE = "000_fabdfe4cb5b039c8"

Run = Callable[..., tuple[int, str, str]]


def lock_elsewhere(path: Path) -> None:
    """Let somebody on another machine work on a file."""
    lock = Lock(path)
    lock.take()
    lock.path.write_text(json.dumps(json.loads(lock.path.read_text()) | {"host": "elsewhere", "token": "1"}))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample pages, on the first of which one tag stands in its second article and one in no article."""
    root = tmp_path / "paper"
    shutil.copytree(SEEDS, root / "seeds")
    store = Project.find(root)
    document = store.document(PAGE)
    start = document.articles[1].start
    for span_id, place in (("aa", (start, start + 3)), ("bb", (3592, 3594))):
        text = surface(document.page.text, (place,))
        span = Span(id=span_id, label="ORG", segments=(place,), text=text, created=NOON, updated=NOON)
        document, _ = AddSpan(span=span).apply(document)
    progress = Progress(state="done", seconds=60, note="看过")
    document, _ = SetProgress(article=f"{PAGE}#2", progress=progress).apply(document)
    store.save(document)
    return root


@pytest.fixture
def run(project: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command in this process on the project; status, stdout and stderr."""

    def call(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(["--project", str(project), *arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call
