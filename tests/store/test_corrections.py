"""Corrections are kept beside the annotations, for everybody, and outlive text and splitter that change."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tui.edit.correct import JoinArticles, SetRole, SplitArticle, join_words
from tui.errors import StoreError
from tui.model import Document
from tui.store.project import Project

NEWS = """大桥昨日通车

本报讯（记者 张三）昨天，大桥通车。

市民夹道欢迎。

夜市重开

本报讯 夜市昨晚重开。"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(NEWS, "utf-8")
    return Project.find(tmp_path)


def corrected(project: Project) -> Document:
    document = project.document("a")
    for change in (SplitArticle(NEWS.index("市民")), join_words([(0, 2)], [(2, 4)])):
        document, _ = change.apply(document)
    project.save(document)
    return document


def test_corrections_are_read_back_by_everybody(project: Project) -> None:
    document = corrected(project)
    for annotator in ("ling", "wen"):
        again = Project.find(project.root).document("a", annotator)
        assert (again.articles, again.furniture) == (document.articles, document.furniture)
        assert again.corrections == document.corrections
    page = project.page("a")
    assert Project.find(project.root).documents.division(page).articles == document.articles


def test_a_page_that_nobody_corrected_has_no_file(project: Project) -> None:
    project.save(project.document("a"))
    assert not (project.root / "annotations").exists()


def test_the_file_is_tinydbs_with_a_record_a_line_and_names_no_annotator(project: Project) -> None:
    corrected(project)
    text = (project.root / "annotations/_project/a.json").read_text("utf-8")
    tables = json.loads(text)
    rows = [dict(row) for name in ("borders", "words") for row in tables[name].values()]
    assert all(datetime.fromisoformat(row.pop("updated")).tzinfo for row in rows)
    assert {"at": NEWS.index("市民"), "text": "市民夹道欢迎。"} in rows
    assert {"segments": [[0, 4]], "text": "大桥昨日"} in rows
    assert project.records.annotators() == ()


def test_a_correction_that_is_undone_is_gone_from_the_file(project: Project) -> None:
    document = project.document("a")
    changed, inverse = SetRole(0, "kicker").apply(document)
    project.save(changed)
    project.save(inverse.apply(changed)[0])
    assert Project.find(project.root).document("a") == project.document("a")
    assert json.loads((project.root / "annotations/_project/a.json").read_text("utf-8"))["blocks"] == {}


def test_a_correction_whose_text_is_gone_waits_in_the_file(project: Project) -> None:
    corrected(project)
    path = project.root / "seeds" / "a.txt"
    path.write_text(NEWS.replace("市民夹道", "大家夹道"), "utf-8")
    document = Project.find(project.root).document("a")
    assert (document.corrections.borders, len(document.corrections.words)) == ((), 1)
    project = Project.find(project.root)
    changed, _ = JoinArticles(NEWS.index("夜市")).apply(project.document("a"))
    project.save(changed)
    path.write_text(NEWS, "utf-8")
    again = Project.find(project.root).document("a")
    assert [pin.begins for pin in again.corrections.borders] == [True, False]


def test_what_somebody_else_corrected_meanwhile_is_not_overwritten(project: Project) -> None:
    mine = project.document("a")
    corrected(Project.find(project.root))
    changed, _ = SetRole(0, "kicker").apply(mine)
    with pytest.raises(StoreError):
        project.save(changed)


@pytest.mark.parametrize(
    "tables",
    [
        {"meta": {"1": {"version": 2}}},
        {"meta": {"1": {"version": 1}}, "blocks": {"1": {"segments": [[3, 1]], "text": "x"}}},
    ],
)
def test_a_file_that_cannot_be_understood_is_refused(project: Project, tables: object) -> None:
    folder = project.root / "annotations" / "_project"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps(tables), "utf-8")
    with pytest.raises(StoreError):
        project.document("a")
