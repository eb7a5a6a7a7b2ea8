"""The first minute in a real terminal: a text is opened and tagged, a project is made by answers."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.terminal import Terminal
from tui.store.project import Project
from tui.store.scratch import find_scratch

TEXT = "望津县总工会新建工会36家\n\n　　本报讯（记者 沈秋白）望津县总工会昨日开会。\n"
PIYUE = (sys.executable, "-m", "tui", "--lang", "en")

Run = Callable[..., Terminal]


@pytest.fixture
def start(shared_segmenter: None) -> Iterator[Run]:
    begun: list[Terminal] = []

    def run(*command: str, last: Path) -> Terminal:
        begun.append(Terminal(last, command))
        return begun[-1]

    yield run
    for terminal in begun:
        terminal.close()


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def tag_and_quit(terminal: Terminal) -> None:
    terminal.until("望津县")
    terminal.send("l")
    terminal.until("saved")
    terminal.send("q")
    assert terminal.wait() == 0


def test_a_text_is_tagged_and_quitting_says_where_the_tag_is(start: Run, text: Path) -> None:
    terminal = start(*PIYUE, last=text)
    tag_and_quit(terminal)
    scratch = find_scratch("last")
    assert [span.label for span in scratch.document("one").spans] == ["LOC"]
    assert f"piyue init DIR --keep {scratch.root.name}".encode() in terminal.written


def test_a_text_from_a_pipe_is_tagged_by_keys_of_the_terminal(start: Run, text: Path) -> None:
    pipe = f'cat "$1" | "{sys.executable}" -m tui --lang en -'
    tag_and_quit(start("sh", "-c", pipe, "sh", last=text))
    assert [span.label for span in find_scratch("last").document("stdin").spans] == ["LOC"]


def test_init_asks_for_what_it_is_not_told(start: Run, tmp_path: Path) -> None:
    terminal = start(*PIYUE, "init", "--layout", "document", last=tmp_path / "news")
    for question, answer in (
        ("Name of the corpus", "望津日报"),
        ("Labels", "+DRUG, DISEASE"),
        ("git", "perhaps"),
        ("perhaps is not one of the choices", "n"),
    ):
        terminal.until(question)
        terminal.send(f"{answer}\n")
    assert terminal.wait() == 0
    settings = Project.find(tmp_path / "news").settings
    assert (settings.project.name, settings.language) == ("望津日报", "en")
    assert settings.sources[0].layout == "document"
    assert {"DRUG", "DISEASE", "PERSON"} <= settings.labels.by_id.keys()
    assert not (tmp_path / "news" / ".git").exists()
