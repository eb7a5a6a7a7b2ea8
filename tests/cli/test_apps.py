"""Commands that open the app: on which project, at which article, as whom."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import at_terminal
from tests.team import conftest as team_conftest
from tests.team.conftest import ORG, work
from tui.cli import main
from tui.cli import open as open_command
from tui.store.project import Project
from tui.store.scratch import is_scratch

root, run = team_conftest.root, team_conftest.run


class Opened:
    """Stands in for the app, and remembers how it was opened."""

    def __init__(self) -> None:
        self.project: Project | None = None
        self.article: str | None = None
        self.said: dict[str, Any] = {}
        self.was_there = False
        self.pages: tuple[str, ...] = ()

    def __call__(self, project: Project, article: str | None = None, **said: Any) -> int:
        self.project, self.article, self.said = project, article, said
        self.was_there, self.pages = project.root.is_dir(), project.page_ids()
        return 5


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    made = Opened()
    monkeypatch.setattr("tui.app.run", made)
    return made


def test_the_app_s_end_is_the_command_s(run: Run, opened: Opened) -> None:
    assert run("open") == (5, "", "")
    assert (opened.article, opened.said) == (None, {"asked": None, "transcript": False})


@pytest.mark.parametrize(
    ("asked", "article"), [("first#1", "first#1"), ("sec#2", "second#2"), ("first", "first")]
)
def test_it_opens_at_an_article_whose_page_may_be_cut(
    run: Run, opened: Opened, asked: str, article: str
) -> None:
    assert run("open", "--article", asked, "--transcript", "--lang", "zh")[0] == 5
    assert (opened.article, opened.said) == (article, {"asked": "zh", "transcript": True})


def test_an_article_of_a_page_that_is_not_there_opens_nothing(run: Run, opened: Opened) -> None:
    assert run("open", "--article", "third#1")[0] == 1
    assert opened.project is None


def test_texts_are_opened_as_who_is_named_in_the_language_that_is_named(
    opened: Opened, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = str(root / "seeds" / "second.txt")
    assert main([page, "--annotator", "wang", "--lang", "zh"]) == 5
    assert opened.project is not None
    assert (opened.project.root, opened.article) == (root, "second#1")
    assert (opened.project.annotator, opened.project.settings.language) == ("wang", "zh")
    assert main([page]) == 5
    assert (opened.project.annotator, opened.project.settings.language) == ("ling", "auto")
    assert capsys.readouterr().out == ""  # the project keeps them


def test_an_article_that_is_named_goes_before_where_one_left_off(opened: Opened, root: Path) -> None:
    assert main(["open", str(root), "--article", "second#1"]) == 5
    assert opened.article == "second#1"
    assert main(["open", str(root)]) == 5
    assert opened.article is None


def test_a_text_from_a_pipe_stands_alone(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(open_command, "_stdin", "临溪县总工会今天开会。\n".encode)
    (tmp_path / "a.txt").write_text("甲\n", encoding="utf-8")
    assert main(["-"]) == 5
    assert opened.project is not None
    assert is_scratch(opened.project)
    assert opened.pages == ("stdin",)
    for arguments in (["-", str(tmp_path / "a.txt")], ["open", str(tmp_path / "a.txt"), "-"]):
        assert main(arguments) == 1
        assert capsys.readouterr().err.count("\n") == 1


def test_a_terminal_is_no_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], opened: Opened
) -> None:
    at_terminal(monkeypatch)
    assert main(["-"]) == 1
    assert opened.project is None


def test_without_a_terminal_to_take_keys_from_a_text_is_not_opened(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], opened: Opened, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("甲".encode())))
    monkeypatch.setattr(open_command, "KEYBOARD", str(tmp_path / "none"))
    assert main(["-"]) == 1
    assert "terminal" in capsys.readouterr().err
    assert opened.project is None


def test_a_scratch_project_is_named_only_if_something_is_in_it(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("临溪县总工会今天开会。\n", encoding="utf-8")

    def tagging(project: Project, *_: object, **__: object) -> int:
        work(project.root, project.annotator, "a", [ORG])
        return 0

    assert main([str(tmp_path / "a.txt")]) == 5
    assert capsys.readouterr().out == ""
    monkeypatch.setattr("tui.app.run", tagging)
    assert main([str(tmp_path / "a.txt")]) == 0
    assert "piyue init DIR --keep" in capsys.readouterr().out


def test_a_tour_is_on_a_project_that_is_gone_afterwards(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tour", "--lang", "zh"]) == 5
    assert opened.project is not None
    assert opened.was_there
    assert not opened.project.root.exists()
    assert (opened.project.annotator, opened.said) == ("tour", {"asked": "zh", "tour": True})
    assert capsys.readouterr().out.count("\n") == 1


# Whose the texts are


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another project, of one page."""
    folder = tmp_path / "other"
    (folder / "seeds" / "2018").mkdir(parents=True)
    (folder / "seeds" / "third.txt").write_text("北桥工会今天开会。\n", encoding="utf-8")
    (folder / "seeds" / "2018" / "fourth.md").write_text("南桥工会今天开会。\n", encoding="utf-8")
    (folder / "seeds" / "picture.png").write_bytes(b"\x89PNG")
    return folder


def test_texts_of_one_project_are_opened_there_at_the_first(opened: Opened, root: Path) -> None:
    assert main([str(root / "seeds" / "second.txt"), str(root / "seeds" / "first.txt")]) == 5
    assert opened.project is not None
    assert (opened.project.root, opened.article) == (root, "second#1")


def test_texts_of_two_projects_are_in_neither(opened: Opened, root: Path, other: Path) -> None:
    for paths in (
        (root / "seeds" / "first.txt", other / "seeds" / "third.txt"),
        (other / "seeds" / "third.txt", root / "seeds" / "first.txt"),
    ):
        assert main([*map(str, paths)]) == 5
        assert opened.project is not None
        assert is_scratch(opened.project)
        assert len(opened.pages) == 2


def test_the_project_that_is_named_must_be_the_texts(
    opened: Opened, root: Path, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = str(other / "seeds" / "third.txt")
    assert main([page, "--project", str(other)]) == 5
    assert opened.article == "third#1"
    opened.project = None
    assert main([page, "--project", str(root)]) == 1
    assert page in capsys.readouterr().err
    assert main(["open", str(other), str(root), "--project", str(root)]) == 1
    assert main([page, "--project", str(other.parent / "none")]) == 1
    assert opened.project is None


@pytest.mark.parametrize(
    ("inside", "article"),
    [
        ("", None),
        ("seeds", None),
        ("seeds/2018", None),
        ("seeds/2018/fourth.md", "fourth#1"),
        ("seeds/picture.png", None),
    ],
)
def test_what_lies_in_a_source_is_the_project_s(
    opened: Opened, other: Path, inside: str, article: str | None
) -> None:
    assert main([str(other / inside)]) == 5
    assert opened.project is not None
    assert (opened.project.root, opened.article) == (other, article)


def test_what_lies_beside_the_sources_is_not(opened: Opened, other: Path) -> None:
    (other / "seeds-2").mkdir()
    for name in ("notes.txt", "seeds-2/a.txt"):
        (other / name).write_text("不是版面。\n", encoding="utf-8")
        assert main([str(other / name)]) == 5
        assert opened.project is not None
        assert is_scratch(opened.project)
