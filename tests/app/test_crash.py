"""The crash report."""

import errno
import os
import platform
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

import tui
from tui.app.runtime.crash import report, write_report
from tui.errors import PiyueError
from tui.store.user_folders import state_folder


def test_it_shows_what_failed_in_a_worker_without_its_texts() -> None:
    text = "雾湖"

    def look_up() -> None:
        raise LookupError(text)

    try:
        look_up()
    except LookupError as error:
        said = report(WorkerFailed(error))
    assert "WorkerFailed" in said
    assert "LookupError" in said
    assert "in look_up" in said
    assert text not in said


PAGE = "雾湖"


def look_at(page: str) -> None:
    raise OSError(errno.EACCES, page) from PiyueError("article.unknown", id=page)


def raised() -> OSError:
    """An error with a cause and a system's number, whose texts name a page."""
    try:
        look_at(PAGE)
    except OSError as error:
        return error
    raise AssertionError


def test_it_names_the_versions_the_way_and_what_the_program_or_the_system_says() -> None:
    said = report(raised())
    assert f"piyue {tui.__version__}, Python {platform.python_version()}" in said
    for name in ("textual", "rich", "pydantic", "tinydb", "jieba"):
        assert f"\n{name} {version(name)}\n" in said
    assert f"builtins.PermissionError {errno.EACCES}" in said
    assert "tui.errors.PiyueError article.unknown" in said
    assert said.index("PermissionError") < said.index("PiyueError article")
    assert "test_crash.py" in said
    assert "in look_at" in said
    assert PAGE not in said


def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    path = Path(write_report(raised()))
    assert path.parent == state_folder() / "crashes"
    assert path.is_relative_to(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text("utf-8") == report(raised())


def test_where_it_cannot_be_written_it_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("tui.app.runtime.crash.state_folder", lambda: tmp_path / "file")
    assert write_report(raised()) == os.strerror(errno.ENOTDIR)


def test_what_an_error_came_from_is_in_it_also_where_that_was_not_meant() -> None:
    def handle() -> None:
        try:
            look_at(PAGE)
        except OSError:
            PAGE[99]

    try:
        handle()
    except IndexError as error:
        said = report(error)
    assert said.index("IndexError") < said.index("PermissionError") < said.index("PiyueError")
