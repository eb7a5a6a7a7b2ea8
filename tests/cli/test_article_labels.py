"""What articles are labelled with: on disk, exported and read back, counted, compared, put together."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NOON, PAGE, Run
from tui.cli import main
from tui.edit import SetProgress
from tui.model import Progress
from tui.store.merge import merge
from tui.store.project import Project

SETTINGS = """
[[article_labels]]
id = "topic"
kind = "enum"
choices = ["劳动", "法律"]

[[article_labels]]
id = "angle"
kind = "enum"
multiple = true
choices = ["人物", "数据", "政策"]
"""
ARTICLE = f"{PAGE}#2"
HOLD_THEM = ["doccano", "label-studio", "prodigy", "spacy", "hf", "cas", "cas-json"]


def label(root: Path, annotator: str, labels: dict[str, tuple[str, ...]], article: str = ARTICLE) -> None:
    project = Project.find(root)
    document = project.document(PAGE, annotator)
    progress = Progress(state="done", updated=NOON, labels=labels)
    document, _ = SetProgress(article=article, progress=progress).apply(document)
    project.save(document)


@pytest.fixture
def labelled(project: Path) -> Path:
    """The project, an article of it labelled by two."""
    (project / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    label(project, "ling", {"topic": ("法律",), "angle": ("人物", "政策")})
    label(project, "wang", {"topic": ("法律",), "angle": ("政策", "数据")})
    return project


def test_labels_of_articles_are_records_that_are_read_back(labelled: Path) -> None:
    file = labelled / "annotations" / "ling" / f"{PAGE}.json"
    rows = json.loads(file.read_text(encoding="utf-8"))["articles"].values()
    said = {row["article"]: row["labels"] for row in rows if "labels" in row}
    assert said == {ARTICLE: {"topic": ["法律"], "angle": ["人物", "政策"]}}
    document = Project.find(labelled).document(PAGE, "ling")
    assert document.progress_of(ARTICLE).labels == {"topic": ("法律",), "angle": ("人物", "政策")}


def test_stats_counts_each_value(labelled: Path, run: Run) -> None:
    _, out, _ = run("stats", "--json")
    expected = {"angle": {"人物": 1, "政策": 1}, "topic": {"法律": 1}}
    assert json.loads(out)["article_labels"] == expected
    _, out, _ = run("stats")
    assert "angle: 政策" in out
    _, out, _ = run("stats", "--json", "--annotator", "all")
    assert json.loads(out)["article_labels"]["angle"] == {"政策": 2, "人物": 1, "数据": 1}


def test_agreement_is_measured_value_by_value(labelled: Path, run: Run) -> None:
    _, out, _ = run("agree", "--annotator", "ling", "--annotator", "wang", "--json")
    assert json.loads(out)["all"]["article_labels"] == pytest.approx(2 * 2 / (3 + 3))
    _, out, _ = run("agree", "--annotator", "ling", "--annotator", "wang")
    assert "article labels (F1)" in out
    assert "0.667" in out


def test_without_such_labels_their_agreement_is_not_spoken_of(project: Path, run: Run) -> None:
    label(project, "wang", {})
    _, out, _ = run("agree", "--annotator", "ling", "--annotator", "wang")
    assert "article labels" not in out


@pytest.mark.parametrize("name", ["json", "jsonl", *HOLD_THEM])
def test_an_export_that_holds_them_brings_them_back(
    labelled: Path, run: Run, tmp_path: Path, name: str
) -> None:
    target = tmp_path / f"out.{name}"
    status, _, said = run("export", "--format", name, "-o", str(target), "--state", "done")
    assert status == 0
    assert "no article labels" not in said
    empty = tmp_path / "empty"
    (empty / "seeds").mkdir(parents=True)
    (empty / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    (empty / "seeds" / f"{PAGE}.txt").write_bytes((labelled / "seeds" / f"{PAGE}.txt").read_bytes())
    assert main(["--project", str(empty), "import", "--format", name, str(target)]) == 0
    document = Project.find(empty).document(PAGE)
    assert document.progress_of(ARTICLE).labels == {"topic": ("法律",), "angle": ("人物", "政策")}


@pytest.mark.parametrize("name", HOLD_THEM)
def test_imported_labels_of_articles_never_replace_those_that_are_there(
    labelled: Path, run: Run, tmp_path: Path, name: str
) -> None:
    target = tmp_path / f"out.{name}"
    run("export", "--format", name, "-o", str(target), "--state", "done")
    assert (
        "article label: 0 added, 2 already there, 0 refused"
        in run("import", "--format", name, str(target))[1]
    )
    label(labelled, "ling", {"topic": ("劳动",)})
    status, out, err = run("import", "--format", name, str(target))
    assert (status, "article label: 1 added, 0 already there, 1 refused" in out) == (1, True)
    assert "“topic: 法律”" in err
    labels = Project.find(labelled).document(PAGE, "ling").progress_of(ARTICLE).labels
    assert labels == {"topic": ("劳动",), "angle": ("人物", "政策")}


def test_labels_of_articles_that_the_project_has_not_are_counted(
    labelled: Path, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "out.json"
    run("export", "--format", "label-studio", "-o", str(target), "--state", "done")
    label(labelled, "ling", {})
    (labelled / "piyue.toml").write_text(SETTINGS.replace('"topic"', '"theme"'), encoding="utf-8")
    status, _, err = run("import", "--format", "label-studio", str(target))
    assert (status, "article labels topic, which [[article_labels]]" in err) == (1, True)
    assert Project.find(labelled).document(PAGE, "ling").progress_of(ARTICLE).labels == {
        "angle": ("人物", "政策")
    }


def test_what_an_article_is_labelled_with_is_taken_where_nothing_else_is_said_of_it(
    labelled: Path, run: Run, tmp_path: Path
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "望津县新建工会。", "cats": ["topic: 法律"]}\n', encoding="utf-8")
    status, out, _ = run("import", "--format", "doccano", str(rows), "--annotator", "mo")
    assert (status, "article label: 1 added" in out) == (0, True)
    project = Project.find(labelled)
    (page,) = (name for name in project.page_ids() if name.startswith("import-"))
    assert project.document(page, "mo").progress_of(f"{page}#1").labels == {"topic": ("法律",)}


@pytest.mark.slow
def test_label_studio_accepts_what_articles_are_labelled_with(
    labelled: Path, run: Run, tmp_path: Path
) -> None:
    kinds = '\n[[article_labels]]\nid = "text"\n\n[[article_labels]]\nid = "opinion"\nkind = "boolean"\n'
    (labelled / "piyue.toml").write_text(SETTINGS + kinds, encoding="utf-8")
    said = {"topic": ("经济",), "angle": ("人物", "政策"), "text": ("头版 “头条”",), "opinion": ("true",)}
    label(labelled, "ling", said)
    target = tmp_path / "out.json"
    run("export", "--format", "label-studio", "-o", str(target), "--state", "done")
    (task,) = json.loads(target.read_text(encoding="utf-8"))
    from label_studio_sdk.label_interface import LabelInterface

    interface: Any = LabelInterface(target.with_name("out.json.config.xml").read_text(encoding="utf-8"))
    interface.validate()
    assert interface.validate_annotation({"result": task["annotations"][0]["result"]})
    label(labelled, "ling", {})
    run("import", "--format", "label-studio", str(target))
    assert Project.find(labelled).document(PAGE, "ling").progress_of(ARTICLE).labels == said


@pytest.mark.slow
def test_label_studio_s_short_export_loses_no_label_of_an_article_and_no_field_of_ours(
    labelled: Path, run: Run, tmp_path: Path
) -> None:
    from label_studio_sdk.converter import Converter

    ids = ("article", "state", "title", "created_at", "id")
    kinds = "".join(f'\n[[article_labels]]\nid = "{id_}"\n' for id_ in ids)
    (labelled / "piyue.toml").write_text(SETTINGS + kinds, encoding="utf-8")
    said: dict[str, tuple[str, ...]] = {id_: (f"说{id_}",) for id_ in ids}
    label(labelled, "ling", said)
    target = tmp_path / "out.json"
    run("export", "--format", "label-studio", "-o", str(target), "--state", "done")
    (task,) = json.loads(target.read_text(encoding="utf-8"))
    task |= {
        "id": 7,
        "annotations": [task["annotations"][0] | {"id": 3, "created_at": "2024-05-02T08:00:00Z"}],
    }
    target.write_text(json.dumps([task]), encoding="utf-8")
    config = target.with_name("out.json.config.xml").read_text(encoding="utf-8")
    Converter(config=config, project_dir=None).convert_to_json_min(str(target), str(tmp_path), is_dir=False)
    (short,) = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    assert {id_: (short[f"{id_}-"],) for id_ in ids} == said
    assert (short["article"], short["state"]) == (ARTICLE, "done")
    assert (short["id"], short["created_at"]) == (7, "2024-05-02T08:00:00Z")
    label(labelled, "ling", {})
    run("import", "--format", "label-studio", str(target))
    assert Project.find(labelled).document(PAGE, "ling").progress_of(ARTICLE).labels == said


def test_the_native_export_says_what_there_is_to_choose(labelled: Path, run: Run, tmp_path: Path) -> None:
    run("export", "--format", "json", "-o", str(tmp_path / "out.json"))
    project = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["project"]
    assert [row["id"] for row in project["article_labels"]] == ["topic", "angle"]


def test_another_format_says_that_it_lost_them(labelled: Path, run: Run, tmp_path: Path) -> None:
    status, _, said = run("export", "--format", "brat", "-o", str(tmp_path / "out"))
    assert status == 0
    assert f"{ARTICLE} “topic: 法律; angle: 人物、政策”" in said
    assert "the format holds no article labels" in said
    status, _, _ = run("export", "--format", "brat", "-o", str(tmp_path / "b"), "--strict")
    assert status == 1


def test_the_card_of_a_data_set_counts_them(labelled: Path, run: Run, tmp_path: Path) -> None:
    run("export", "--format", "hf", "-o", str(tmp_path / "set"))
    card = (tmp_path / "set" / "README.md").read_text(encoding="utf-8")
    assert "| angle: 政策 | 1 |" in card


@pytest.mark.slow
def test_check_names_labels_that_the_project_does_not_provide_for(labelled: Path, run: Run) -> None:
    settings = SETTINGS.replace('choices = ["劳动", "法律"]', 'choices = ["劳动", "文体"]\nrequired = true')
    (labelled / "piyue.toml").write_text(settings, encoding="utf-8")
    label(labelled, "wang", {"topic": ("劳动", "文体"), "mood": ("好",)})
    label(labelled, "wang", {}, article=f"{PAGE}#1")
    status, out, _ = run("check", "--json")
    found = [row for row in map(json.loads, out.splitlines()) if row["kind"] == "article_label"]
    assert status == 1
    assert sorted((row["annotator"], row["article"], row["text"], row["severity"]) for row in found) == [
        ("ling", ARTICLE, "topic 法律", "error"),
        ("wang", f"{PAGE}#1", "topic", "question"),
        ("wang", ARTICLE, "mood 好", "error"),
        ("wang", ARTICLE, "topic 劳动、文体", "error"),
    ]


def tables(updated: str, **labels: list[str]) -> dict[str, dict[str, Any]]:
    row = {"article": "p#1", "state": "doing", "updated": updated, "labels": labels}
    return {"articles": {"1": row}}


def test_labels_that_two_gave_an_article_are_put_together_label_by_label() -> None:
    base = tables("2026-03-01T12:00:00Z", topic=["劳动"])
    ours = tables("2026-03-01T12:01:00Z", topic=["法律"])
    theirs = tables("2026-03-01T12:02:00Z", topic=["劳动"], angle=["数据"])
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge(base, one, other)
        (row,) = merged.tables["articles"].values()
        assert row["labels"] == {"topic": ["法律"], "angle": ["数据"]}
        assert not merged.conflicts


def test_of_a_label_that_both_changed_the_newer_one_holds() -> None:
    base = tables("2026-03-01T12:00:00Z", topic=["劳动"])
    ours = tables("2026-03-01T12:01:00Z", topic=["法律"])
    theirs = tables("2026-03-01T12:02:00Z", topic=["文体"])
    for one, other in ((ours, theirs), (theirs, ours)):
        (row,) = merge(base, one, other).tables["articles"].values()
        assert row["labels"] == {"topic": ["文体"]}


# Adjudicated


def into_gold(run: Run, *rule: str) -> list[dict[str, Any]]:
    names = ("--from", "ling", "--from", "wang", "--into", "gold", "--json")
    _, out, _ = run("adjudicate", *names, "--auto", *(rule or ("agreed",)))
    return [json.loads(line) for line in out.splitlines()]


def gold(root: Path) -> Progress:
    return Project.find(root).document(PAGE, "gold").progress_of(ARTICLE)


def test_labels_that_all_gave_are_taken_and_the_others_are_printed(labelled: Path, run: Run) -> None:
    rows = into_gold(run)
    assert gold(labelled).labels == {"topic": ("法律",)}
    assert gold(labelled).state == "doing"
    (row,) = (row for row in rows if row["kind"] == "article_label")
    assert (row["article"], row["label"]) == (ARTICLE, "angle")
    assert row["versions"] == {"ling": ["人物", "政策"], "wang": ["政策", "数据"]}
    label(labelled, "gold", {"topic": ("法律",), "angle": ("政策",)})
    assert not [row for row in into_gold(run) if row["kind"] == "article_label"]
    assert gold(labelled).labels["angle"] == ("政策",)


def test_the_order_of_values_is_no_difference(labelled: Path, run: Run) -> None:
    label(labelled, "wang", {"topic": ("法律",), "angle": ("政策", "人物")})
    assert not [row for row in into_gold(run) if row["kind"] == "article_label"]
    assert gold(labelled).labels == {"topic": ("法律",), "angle": ("人物", "政策")}


def test_a_majority_decides_on_labels(labelled: Path, run: Run) -> None:
    label(labelled, "mo", {"topic": ("劳动",), "angle": ("数据", "政策")})
    names = ("--from", "ling", "--from", "wang", "--from", "mo", "--into", "gold")
    assert run("adjudicate", *names, "--auto", "majority")[0] == 0
    assert gold(labelled).labels == {"topic": ("法律",), "angle": ("政策", "数据")}


def test_agreement_has_an_alpha_for_each_label_and_lists_the_articles(labelled: Path, run: Run) -> None:
    numpy, krippendorff = pytest.importorskip("numpy"), pytest.importorskip("krippendorff")
    other = next(a.id for a in Project.find(labelled).document(PAGE).articles if a.id != ARTICLE)
    for name in ("ling", "wang"):
        label(labelled, name, {"topic": ("劳动",)}, other)
    arguments = ("agree", "--annotator", "ling", "--annotator", "wang")
    answer = json.loads(run(*arguments, "--json")[1])
    assert answer["article_labels_alpha"]["topic"] == pytest.approx(1.0)
    given = numpy.array([[1, 0], [2, 0]])  # ling and wang on the two articles; 0: no value
    expected = krippendorff.alpha(reliability_data=given, level_of_measurement="nominal")
    assert answer["article_labels_alpha"]["angle"] == pytest.approx(expected)
    kinds = [row["label"] for row in answer["disagreements"] if row["kind"] == "article_label"]
    assert kinds == ["angle"]
    assert "topic: article label (Krippendorff's alpha)" in run(*arguments)[1]
    out = run(*arguments, "--kind", "article_label")[1]
    assert "angle  ling: 人物, 政策  wang: 政策, 数据" in out
