"""`piyue check`: what is wrong makes it fail, what there is to ask does not."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tui.edit import Session, steps
from tui.store.files.accepted import Accepted
from tui.store.project import Project

TEXT = "顺义区总工会新建工会69家\n\n　　本报讯（记者 张三）顺义区总工会昨日开会。\n"


def tag_one(project: Path) -> None:
    for page in (project / "seeds").iterdir():
        page.unlink()
    for file in (project / "annotations").rglob("*.json"):
        file.unlink()
    (project / "seeds" / "q.txt").write_text(TEXT, encoding="utf-8")
    store = Project.find(project)
    session = Session(store.document("q"))
    session.apply(steps.tag(session, "q#1", "ORG", ((0, 6),))[0])
    store.save(session.document)


def test_a_question_is_printed_and_does_not_fail(run: Run, project: Path) -> None:
    tag_one(project)
    status, out, err = run("check", "--json")
    (row,) = map(json.loads, out.splitlines())
    assert (status, err) == (0, "")
    assert (row["kind"], row["severity"], row["text"], row["page"], row["article"]) == (
        *("unlabelled", "question", "顺义区总工会", "q", "q#1"),
    )
    assert TEXT[row["start"] : row["end"]] == row["text"]
    assert "ORG elsewhere" in run("check")[1]


def test_a_tag_of_a_mark_alone_is_asked_about(run: Run, project: Path) -> None:
    tag_one(project)
    store = Project.find(project)
    session = Session(store.document("q"))
    at = TEXT.index("）")
    session.apply(steps.tag(session, "q#1", "ORG", ((at, at + 1),))[0])
    store.save(session.document)
    rows = map(json.loads, run("check", "--json")[1].splitlines())
    assert [row["reason"] for row in rows if row["kind"] == "punctuation"] == [
        "nothing but punctuation or blanks"
    ]
    assert "“）”: 只有标点或空白" in run("check", "--lang", "zh")[1]


def test_what_was_found_right_is_not_asked_again(run: Run, project: Path) -> None:
    tag_one(project)
    Accepted(Project(Path(project))).add(["unlabelled|q|27-33||顺义区总工会|ORG"])
    assert run("check", "--json")[1] == ""


def test_all_for_which_the_app_would_not_open_is_listed_at_once(run: Run, project: Path) -> None:
    settings = project / "piyue.toml"
    settings.write_text('view = "big"\ntheme = 3\n[[labels]]\nid = "A"\n', encoding="utf-8")
    status, out, err = run("check")
    assert (status, err) == (1, "")
    assert [line.rpartition("/")[2][:26] for line in out.splitlines()] == [
        "piyue.toml:1: view: 'big' ",
        "piyue.toml:2: theme: 3 is ",
        "piyue.toml:3: labels[0].ke",
    ]
    settings.write_text('[keys]\nundo = "z"\nredo = "c"\nnothing = "x"\n', encoding="utf-8")
    status, out, _ = run("check", "--json")
    reasons = [row["reason"] for row in map(json.loads, out.splitlines()) if row["kind"] == "settings"]
    assert status == 1
    assert len(reasons) == 3
    assert any("nothing: no such action" in reason for reason in reasons)
    assert any("'z' is both undo and cycle_view" in reason for reason in reasons)
    assert any("'c' is both redo and cycle_state" in reason for reason in reasons)


def test_a_label_that_takes_an_action_s_only_key_is_told_which_keys_are_free(run: Run, project: Path) -> None:
    (project / "piyue.toml").write_text('[[labels]]\nid = "A"\nkey = "n"\n', encoding="utf-8")
    status, out, _ = run("check")
    assert status == 1
    assert "its key 'n' is the only key of next_tag; choose another (free are b g j k q u w x)" in out
