"""Texts opened without a project: where their tags go, and how they are kept."""

import os
from pathlib import Path

import pytest

from tui import app
from tui.cli import main
from tui.cli import open as open_command
from tui.cli.parser import with_command
from tui.edit import Session, steps
from tui.store.project import Project
from tui.store.scratch import is_scratch, scratch_folder

TEXT = "望津县总工会新建工会36家\n\n　　本报讯（记者 沈秋白）望津县总工会昨日开会。\n"


class Opened:
    """Stands in for the app: tags the first word of every page, and remembers what was opened."""

    def __init__(self) -> None:
        self.projects: list[Project] = []
        self.articles: list[str | None] = []
        self.tags = True

    def __call__(self, project: Project, article: str | None = None, **_: object) -> int:
        self.projects.append(project)
        self.articles.append(article)
        for page in project.page_ids() if self.tags else ():
            session = Session(project.document(page))
            session.apply(steps.tag(session, f"{page}#1", "ORG", ((0, 3),))[0])
            project.save(session.document)
        return 0


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opened:
    opened = Opened()
    monkeypatch.setattr(app, "run", opened)
    monkeypatch.chdir(tmp_path)
    return opened


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "one.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def listed(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_text_is_opened_and_nothing_is_written_beside_it(
    opened: Opened, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = listed(text.parent)
    assert main(["texts/one.txt"]) == 0
    (project,) = opened.projects
    assert project.page("one").text == TEXT
    assert listed(text.parent) == before
    said = capsys.readouterr().out
    assert str(project.root) in said
    assert f"piyue init DIR --keep {project.root.name}" in said


def test_the_same_texts_lead_to_the_same_tags_also_when_they_have_changed(opened: Opened, text: Path) -> None:
    main([str(text)])
    opened.tags = False
    text.write_text("增一行\n" + TEXT, encoding="utf-8")
    main(["./texts/one.txt"])
    first, second = opened.projects
    assert first.root == second.root
    (span,) = second.document("one").spans
    assert span.text == "望津县"


def test_a_text_in_which_nothing_was_tagged_leaves_nothing(
    opened: Opened, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened.tags = False
    main([str(text)])
    assert capsys.readouterr().out == ""
    assert not any(scratch_folder().iterdir())


def test_a_folder_is_opened_with_all_its_texts_and_tables(opened: Opened, text: Path) -> None:
    (text.parent / "deep").mkdir()
    (text.parent / "deep" / "one.md").write_text("又一篇\n", encoding="utf-8")
    (text.parent / "rows.jsonl").write_text('{"text": "第三篇"}\n', encoding="utf-8")
    (text.parent / "picture.png").write_bytes(b"\x89PNG\0")
    main(["texts"])
    (project,) = opened.projects
    texts = {id_: project.page(id_).text for id_ in project.page_ids()}
    assert sorted(texts.values()) == sorted([TEXT, "又一篇\n", "第三篇"])
    assert {"one", "texts-one"} < texts.keys()


def test_a_page_of_a_project_is_opened_there(opened: Opened, project: Path) -> None:
    page = sorted((project / "seeds").iterdir())[2]
    opened.tags = False
    main([str(page)])
    main([str(project)])
    main([str(project / "seeds")])
    assert [each.root for each in opened.projects] == [project.resolve()] * 3
    assert opened.articles == [f"{page.stem}#1", None, None]


def test_a_text_beside_the_pages_of_a_project_is_none_of_it(opened: Opened, project: Path) -> None:
    (project / "notes.txt").write_text(TEXT, encoding="utf-8")
    opened.tags = False
    main([str(project / "notes.txt")])
    assert opened.projects[0].root.parent == scratch_folder()
    assert main([str(project / "notes.txt"), "--project", str(project)]) == 1


def test_what_was_opened_is_kept_with_its_tags_and_found_there_from_then_on(
    opened: Opened, text: Path, tmp_path: Path
) -> None:
    main([str(text)])
    opened.tags = False
    assert main(["init", "news", "--keep"]) == 0
    kept = Project.find(tmp_path / "news")
    assert [span.text for span in kept.document("one").spans] == ["望津县"]
    assert not is_scratch(kept)
    main([str(text)])
    assert opened.projects[-1].root == kept.root
    assert main(["init", "more", "--keep"]) == 1  # there is nothing left that could be


def test_what_is_kept_is_named_by_what_was_printed_and_overwrites_nothing(
    opened: Opened, text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(text)])
    name = opened.projects[0].root.name
    (tmp_path / "full" / "seeds").mkdir(parents=True)
    (tmp_path / "full" / "seeds" / "a.txt").write_text("甲", encoding="utf-8")
    before = listed(tmp_path / "full")
    assert main(["init", "full", "--keep", name]) == 1
    assert listed(tmp_path / "full") == before
    assert main(["init", "news", "--keep", name, "--layout", "document"]) == 0
    assert Project.find(tmp_path / "news").settings.sources[0].layout == "document"
    assert len(Project.find(tmp_path / "news").document("one").spans) == 1


def test_tables_that_are_kept_stay_sources(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "望津县开会"}\n', encoding="utf-8")
    main(["rows.jsonl"])
    assert main(["init", "news", "--keep"]) == 0
    kept = Project.find(tmp_path / "news")
    (page,) = kept.page_ids()
    assert [span.text for span in kept.document(page).spans] == ["望津县"]


def test_a_text_comes_from_stdin(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_command, "_stdin", TEXT.encode)
    assert main(["-"]) == 0
    assert opened.projects[0].page("stdin").text == TEXT
    assert main(["-", "x.txt"]) == 1


def test_a_terminal_is_no_text(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    controller, terminal = os.openpty()
    try:
        with open(terminal, encoding="utf-8", closefd=False) as stdin:
            monkeypatch.setattr("sys.stdin", stdin)
            assert main(["-"]) == 1
    finally:
        os.close(terminal)
        os.close(controller)
    assert "stdin is a terminal; pass a text to it" in capsys.readouterr().err
    assert opened.projects == []


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        (["nothing.txt"], "nothing.txt: no such file", "; name one that is there"),
        (["empty"], "empty: there are no texts here", "; choose a folder that has some"),
        (["texts/one.txt", "nothing.txt"], "nothing.txt: no such file", "; name one that is there"),
        (["-", "texts/one.txt"], "cannot be combined with other texts", "; leave out one of them"),
    ],
)
def test_what_is_not_there_is_named_with_what_to_do(
    arguments: list[str],
    message: str,
    advice: str,
    opened: Opened,
    text: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("empty").mkdir()
    assert main(arguments) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert message in line
    assert line.endswith(advice)
    assert opened.projects == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
            "this is a PDF file, not plain text; save the text in it as",
        ),
        (b"PK\x03\x04\x14\0\0\0\x08\0\xd0\xff", "this is a Word, Excel or other ZIP file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "this is an older Word, Excel or WPS file"),
        (rb"{\rtf1\ansi\ansicpg936 \u21271?}", "this is an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture"),
        (b"\r\n<!DOCTYPE HTML>\n<title>\xb1\xb1\xbe\xa9</title>", "this is an HTML page"),
        ("\ufeff<html lang='zh'><p>望津县开会。".encode(), "this is an HTML page"),
        ("望津县总工会开会。".encode()[:-1], "it is not valid utf-8; save"),
        (b"", "there is nothing to read in it; name a text"),
        ("\ufeff\n　\n".encode(), "there is nothing to read in it"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name_before_the_app_opens(
    data: bytes,
    said: str,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("a.text").write_bytes(data)
    monkeypatch.setattr(open_command, "_stdin", lambda: data)
    for name, place in (("a.text", "piyue: a.text: "), ("-", "piyue: stdin: ")):
        assert main([name]) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(place)
        assert said in line
    assert opened.projects == []
    assert not scratch_folder().exists()


@pytest.mark.parametrize(
    ("name", "rows", "said"),
    [
        (
            "a.jsonl",
            '{"content": "望津县", "id": 1}\n',
            "a.jsonl: it has no column text, but content, id; rename",
        ),
        ("a.csv", "title,body\n甲,望津县\n", "a.csv: it has no column text, but title, body; rename"),
        ("a.csv", "title,text\n", "a.csv: there is nothing to read in it"),
        ("a.jsonl", "[1]\n", "a.jsonl:1: this row cannot be read"),
    ],
)
def test_a_table_without_texts_is_refused_before_the_app_opens(
    name: str, rows: str, said: str, opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(rows, "utf-8")
    assert main([name]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"piyue: {said}")
    assert opened.projects == []


def test_a_text_about_html_is_a_text_and_a_blank_one_beside_others_too(opened: Opened, text: Path) -> None:
    about = Path("about.txt")
    about.write_text("网页以 <html> 开头。\n", "utf-8")
    Path("blank.txt").touch()
    opened.tags = False
    assert main([str(about), "blank.txt", str(text)]) == 0
    assert len(opened.projects) == 1


def test_a_mistyped_command_is_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["stat"])
    assert "there is no command stat" in capsys.readouterr().err
    assert with_command(["--lang", "zh", "a.txt"]) == ["--lang", "zh", "open", "a.txt"]
    assert with_command(["stats", "a.txt"]) == ["stats", "a.txt"]
