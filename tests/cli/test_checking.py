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


def test_what_was_found_right_is_not_asked_again(run: Run, project: Path) -> None:
    tag_one(project)
    Accepted(Project(Path(project))).add(["unlabelled|q|27-33||顺义区总工会|ORG"])
    assert run("check", "--json")[1] == ""
