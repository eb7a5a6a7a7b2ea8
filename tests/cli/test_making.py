"""`piyue init`: what is asked, what answers mean, and what lies in the folder then."""

import io
import subprocess
from pathlib import Path

import pytest

from tests.cli.terminal import at_terminal
from tui.cli import main
from tui.store.project import Project

STANDARD = ["PERSON", "TITLE", "ORG", "LOC", "TIME", "EVENT", "DOC", "METRIC", "INDICATOR"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def made(folder: str) -> Project:
    return Project.find(Path(folder))


def labels(folder: str) -> list[str]:
    return [label.id for label in made(folder).settings.labels.labels]


def test_what_is_pressed_enter_at_is_the_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch, "", "", "", "", "", "")
    assert main(["init"]) == 0
    settings = made("news").settings
    assert (settings.project.name, settings.language) == ("news", "auto")
    assert labels("news") == STANDARD
    assert not settings.sources or settings.sources[0].layout == "newspaper"
    assert not Path("news/.git").exists()
    said = terminal.shown
    for asked in ("Folder of the project", "[news] > ", "[auto] > ", "[newspaper] > ", "[no] > ", "news"):
        assert asked in said


def test_answers_are_what_the_settings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch, "corpus", " 望津新闻 ", "z", "+DRUG，DISEASE", "doc", "是")
    assert main(["init"]) == 0
    settings = made("corpus").settings
    assert (settings.project.name, settings.language) == ("望津新闻", "zh")
    assert labels("corpus") == ["DRUG", "DISEASE", *STANDARD]
    assert settings.sources[0].layout == "document"
    assert Path("corpus/.git").is_dir()
    attributes = Path("corpus/.gitattributes").read_text("utf-8")
    assert "annotations/**/*.json merge=piyue" in attributes


@pytest.mark.parametrize(
    ("answer", "is_there"), [("yes", True), ("Y", True), ("no", False), ("N", False), ("否", False)]
)
def test_git_is_used_where_the_answer_is_yes(
    monkeypatch: pytest.MonkeyPatch, answer: str, is_there: bool
) -> None:
    at_terminal(monkeypatch, "", "", "", "", answer)
    assert main(["init", "news"]) == 0
    assert Path("news/.git").is_dir() is is_there


def test_what_is_no_answer_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch, "", "french", "en", "", "book", "", "perhaps", "no")
    assert main(["init", "news"]) == 0
    for wrong in ("french", "book", "perhaps"):
        assert f"{wrong} is not one of the choices" in terminal.shown
    assert made("news").settings.language == "en"


def test_who_ends_the_questions_gets_no_project(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_terminal(monkeypatch, "news", "a name")
    assert main(["init"]) == 1
    assert "no project was made" in capsys.readouterr().err
    assert not Path("news").exists()


def test_what_the_arguments_say_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch, "yes")
    given = ["--name", "甲", "--labels", "DRUG,DISEASE", "--layout", "document", "--lang", "zh"]
    assert main(["init", "news", *given]) == 0
    settings = made("news").settings
    assert (settings.project.name, settings.language) == ("甲", "zh")
    assert labels("news") == ["DRUG", "DISEASE"]
    assert Path("news/.git").is_dir()
    assert terminal.shown.count("] > ") == 1


@pytest.mark.parametrize("arguments", [["--yes"], ["--yes", "--git"]])
def test_nothing_is_asked_where_one_says_yes(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    terminal = at_terminal(monkeypatch)
    assert main(["init", *arguments]) == 0
    assert "] > " not in terminal.shown
    assert Path("piyue.toml").is_file()
    assert Path(".git").is_dir() is ("--git" in arguments)


def test_nothing_is_asked_where_nobody_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "news"]) == 0
    out, err = capsys.readouterr()
    assert (out.count("\n"), err) == (1, "")
    assert str(Path("news").resolve()) in out
    project = made("news")
    (page,) = project.page_ids()
    assert project.documents.division(project.page(page)).articles
    assert main(["init", "news"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_nothing_is_asked_where_answers_cannot_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["init", "news"]) == 0
    assert "] > " not in terminal.shown


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("DRUG", ["DRUG"]),
        ("DRUG,DISEASE,DRUG", ["DRUG", "DISEASE"]),
        ("DRUG DISEASE", ["DRUG", "DISEASE"]),
        ("+DRUG", [*STANDARD, "DRUG"]),
        (" +DRUG +DISEASE", [*STANDARD, "DRUG", "DISEASE"]),
        ("", STANDARD),
    ],
)
def test_labels_replace_the_standard_ones_or_are_added(asked: str, found: list[str]) -> None:
    assert main(["init", "news", f"--labels={asked}"]) == 0
    assert set(labels("news")) == set(found)


def test_a_repository_that_is_there_stays_the_one() -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    assert main(["init", "news", "--git"]) == 0
    assert not Path("news/.git").exists()
    assert Path("news/.gitattributes").is_file()
