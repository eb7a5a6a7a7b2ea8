"""`piyue check` on files that are damaged, stray, newer, unsaved, or say what the page does not have."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import PAGE, Run
from tests.conftest import SEEDS
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, FIRST, INDICATOR, NOON, ORG, TIME, work
from tui.edit.changes import AddSpan, SetProgress
from tui.measure.consistency import Finding as Question
from tui.model import Progress, Segment, Span, surface
from tui.search.places import Place
from tui.store.files.accepted import Accepted
from tui.store.files.journal import Journal
from tui.store.project import Project

root, run = team_conftest.root, team_conftest.run
HEADLINE = (
    "望津县总工会新建工会\n\n　　本报讯　望津县总工会昨日开会，会员\n说好。\n　　第二段在这里，说的是别的。\n"
)

Checked = Any


@pytest.fixture
def check(run: Run) -> Checked:
    """Run the check; the exit status and the findings, without questions about what tags lack."""

    def call(*arguments: str, errors: bool = True) -> tuple[int, list[dict[str, Any]]]:
        status, out, _ = run("check", "--json", *arguments)
        found = [json.loads(line) for line in out.splitlines()]
        return status, [row for row in found if not errors or row["severity"] == "error"]

    return call


def kinds(found: list[dict[str, Any]]) -> list[tuple[str, str, str, str]]:
    return [(row["kind"], row["annotator"], row["page"], row["path"]) for row in found]


def edited(file: Path, change: Any) -> None:
    """Change what a file of records holds."""
    tables = json.loads(file.read_text("utf-8"))
    change(tables)
    file.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")


def place(root: Path, page: str, *segments: Segment, id_: str = "x", label: str = "ORG") -> None:
    """Tag source segments of a page."""
    project = Project(root)
    document = project.document(page, "ling")
    text = surface(document.page.text, segments)
    span = Span(id=id_, label=label, segments=segments, text=text, created=NOON, updated=NOON)
    document, _ = AddSpan(span).apply(document)
    project.save(document)


def test_where_all_is_well_the_files_are_counted(run: Run, root: Path) -> None:
    work(root, "ling", "first", [ORG])
    work(root, "wang", "first", [ORG])
    assert run("check") == (0, "2 files checked, no problems found\n", "")
    run("alias", "subject", "县总工会", "临溪县总工会")
    run("assign", "first", "--to", "ling")
    assert run("check")[1] == "4 files checked, no problems found\n"
    assert run("check", "--json") == (0, "", "")


def test_a_file_that_no_page_or_annotator_has_is_stray(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    folder = root / "annotations"
    good = (folder / "ling" / "first.json").read_bytes()
    for name in (
        "ling/gone.json",
        "ling/first.txt",
        "ling/deep/first.json",
        "notes.txt",
        "ling/.hidden.json",
        ".git/first.json",
        "ling/.piyue/x.json",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(good)
    status, found = check()
    assert status == 1
    assert kinds(found) == [
        ("stray", "ling", "first", "annotations/ling/deep/first.json"),
        ("stray", "ling", "first", "annotations/ling/first.txt"),
        ("stray", "ling", "gone", "annotations/ling/gone.json"),
        ("stray", "", "notes", "annotations/notes.txt"),
    ]
    assert all("no page belongs to this file" in row["reason"] for row in found)


def test_a_page_with_another_name_is_told_with_the_file_s_new_name(
    run: Run, root: Path, check: Checked
) -> None:
    work(root, "ling", "first", [ORG])
    (root / "seeds" / "first.txt").rename(root / "seeds" / "2023-05-12.txt")
    status, found = check()
    assert (status, [row["kind"] for row in found]) == (1, ["stray"])
    said = "the page with this text is called 2023-05-12 now; rename this file to "
    assert found[0]["reason"] == f"{said}annotations/ling/2023-05-12.json"
    (root / found[0]["path"]).rename(root / found[0]["reason"].removeprefix(said))
    assert run("check")[0] == 0
    assert [span.text for span in Project(root).document("2023-05-12", "ling").spans] == [ORG.text]


def test_a_value_that_the_app_would_refuse_is_told_with_its_place(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [COUNT._replace(said={"value": "abc", "unit": "家"})])
    status, found = check()
    (row,) = found
    assert (status, row["kind"], row["article"], row["text"]) == (1, "value", "first#1", COUNT.text)
    assert (row["start"], row["end"]) == tuple(Project(root).document("first", "ling").spans[0].segments[0])
    assert row["reason"].startswith("value: abc is not an exact number")


@pytest.mark.parametrize(
    ("is_loop", "said"), [(True, "leads from a tag to itself"), (False, "is there already")]
)
def test_a_relation_that_the_app_would_not_make_is_told(
    is_loop: bool, said: str, root: Path, check: Checked
) -> None:
    work(root, "ling", "first", [COUNT, INDICATOR], [(COUNT, INDICATOR)])
    document = Project(root).document("first", "ling")
    head = document.relations[0].head
    more = {
        "id": "r9",
        "label": "indicator",
        "from": head,
        "to": head if is_loop else document.relations[0].tail,
    }
    edited(root / "annotations" / "ling" / "first.json", lambda t: t["relations"].update({"9": more}))
    status, found = check()
    assert (status, [(row["kind"], row["text"]) for row in found]) == (1, [("relation", "indicator")])
    assert said in found[0]["reason"]
    assert found[0]["start"] == document.spans_by_id[head].start


def test_a_damaged_file_that_was_put_aside_is_told_apart(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    (root / "annotations" / "ling" / "first.damaged-20260301-120000.json").write_text("{", encoding="utf-8")
    status, found = check()
    assert (status, [row["kind"] for row in found]) == (1, ["damaged"])
    assert "piyue restore" in found[0]["reason"]


def test_files_for_everybody_are_read_too(run: Run, root: Path, check: Checked) -> None:
    run("alias", "subject", "县总工会", "临溪县总工会")
    shared = root / "annotations"
    (shared / "_project.json").write_text("{", encoding="utf-8")
    (shared / "_project").mkdir(exist_ok=True)
    (shared / "_project" / "first.json").write_text("{", encoding="utf-8")
    (shared / "_project" / "gone.json").write_text("{}", encoding="utf-8")
    (shared / "_project" / "_assignments.json").write_text("{", encoding="utf-8")
    status, found = check()
    assert status == 1
    assert kinds(found) == [
        ("unreadable", "", "", "annotations/_project.json"),
        ("unreadable", "", "", "annotations/_project/_assignments.json"),
        ("unreadable", "", "first", "annotations/_project/first.json"),
        ("stray", "", "gone", "annotations/_project/gone.json"),
    ]


def test_a_file_that_cannot_be_read_does_not_hide_the_others(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    work(root, "ling", "second", [])
    (root / "annotations" / "ling" / "first.json").write_text("{", encoding="utf-8")
    place(root, "second", (0, 3), label="UNION")
    status, found = check()
    assert status == 1
    assert [(row["kind"], row["page"]) for row in found] == [("unreadable", "first"), ("label", "second")]


def test_a_file_of_a_later_version_is_only_read(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    edited(root / "annotations" / "ling" / "first.json", lambda t: t["meta"]["1"].update(version=99))
    status, found = check()
    assert (status, [row["kind"] for row in found]) == (1, ["newer"])


def test_a_record_that_cannot_be_used_is_told_and_a_relation_without_its_end(
    root: Path, check: Checked
) -> None:
    work(root, "ling", "first", [ORG, COUNT, INDICATOR], [(COUNT, INDICATOR)])
    file = root / "annotations" / "ling" / "first.json"

    def spoil(tables: dict[str, Any]) -> None:
        for row in tables["spans"].values():
            if row["text"] == INDICATOR.text:
                row["segments"] = "nowhere"

    edited(file, spoil)
    status, found = check()
    assert status == 1
    assert sorted(row["kind"] for row in found) == ["record", "relation"]
    (relation,) = (row for row in found if row["kind"] == "relation")
    assert (relation["id"], relation["text"]) == ("ling-36家", "indicator")
    assert "one of its tags is missing" in relation["reason"]


def test_what_another_program_keeps_beside_is_no_relation(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    edited(root / "annotations" / "ling" / "first.json", lambda t: t["relations"].update({"9": {"mine": 1}}))
    assert "relation" not in {row["kind"] for row in check()[1]}


def test_tags_whose_text_is_gone_or_stands_twice_are_told_apart(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG, TIME])
    (root / "seeds" / "first.txt").write_text("后来今年又说今年，别的都换了一页。\n", encoding="utf-8")
    status, found = check()
    orphans = {row["text"]: row["reason"] for row in found if row["kind"] == "orphan"}
    assert status == 1
    assert orphans.keys() == {ORG.text, TIME.text}
    assert "no longer there" in orphans[ORG.text]
    assert "2 places" in orphans[TIME.text]


def test_a_label_that_the_project_lacks_is_told_with_its_place(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    place(root, "first", (6, 8), label="UNION")
    work(root, "ling", "second", [])
    place(root, "second", (0, 6), label="GUILD")
    (root / "seeds" / "second.txt").write_text("换了一页。\n", encoding="utf-8")
    found = [row for row in check()[1] if row["kind"] == "label"]
    assert [(row["text"], row["article"], row["start"], row["end"]) for row in found] == [
        ("UNION 今年", "first#1", 6, 8),
        ("GUILD 望津市总工会", "", None, None),
    ]
    (root / "piyue.toml").write_text('[[labels]]\nid = "UNION"\nkey = "u"\n', encoding="utf-8")
    assert [row["text"] for row in check()[1] if row["kind"] == "label"] == ["GUILD 望津市总工会"]


@pytest.fixture
def headed(root: Path) -> Path:
    """A page with a headline, a paragraph of two lines, and another paragraph."""
    (root / "seeds" / "first.txt").write_text(HEADLINE, encoding="utf-8")
    return root


def spans_at(text: str, start: int = 0) -> Segment:
    at = HEADLINE.index(text, start)
    return at, at + len(text)


def borders(found: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(row["id"], row["start"]) for row in found if row["kind"] == "borders"]


def test_a_tag_within_a_paragraph_is_right_also_over_the_end_of_a_line(headed: Path, check: Checked) -> None:
    over = HEADLINE.index("会员\n")
    place(headed, "first", (over, over + 2), (over + 3, over + 5), id_="over")
    place(headed, "first", spans_at("望津县总工会"), id_="title")
    body = HEADLINE.index("　　")
    place(headed, "first", spans_at("望津县总工会", body), spans_at("开会", body), id_="gap")
    place(headed, "first", spans_at("第二段"), id_="second")
    assert borders(check()[1]) == []


def test_a_tag_across_paragraphs_or_beside_all_articles_is_told(headed: Path, check: Checked) -> None:
    place(headed, "first", spans_at("新建工会"), spans_at("本报讯"), id_="across")
    end = HEADLINE.index("好。\n　　第")
    place(headed, "first", (end, end + 7), id_="long")
    place(headed, "first", spans_at("第二段"), id_="fine")
    status, found = check()
    assert status == 1
    assert borders(found) == [("across", HEADLINE.index("新建工会")), ("long", end)]
    assert {row["article"] for row in found} == {"first#1"}
    assert all("not one continuous range" in row["reason"] for row in found)


def test_a_state_of_an_article_that_is_gone_is_told(root: Path, check: Checked) -> None:
    project = Project(root)
    document, _ = SetProgress("first#1", Progress(state="done")).apply(project.document("first", "ling"))
    project.save(document)
    file = root / "annotations" / "ling" / "first.json"
    edited(file, lambda t: next(iter(t["articles"].values())).update(article="first#9", start=999))
    found = [row for row in check()[1] if row["kind"] == "article"]
    assert [(row["id"], row["text"]) for row in found] == [("first#9", "done")]


def test_relations_of_a_page_that_is_well_are_no_finding(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [COUNT, INDICATOR], [(COUNT, INDICATOR)])
    assert check()[1] == []


def journalled(root: Path, *entries: tuple[str, str]) -> Path:
    """Leave changes of pages behind, as a session does that could not save them and died."""
    where = Project(root).documents.journals.folders("ling")
    before = {path for folder in where if folder.is_dir() for path in folder.iterdir()}
    journal = Journal(*where)
    for page, label in entries:
        assert journal.add(page, {"spans": {label: {"id": label, "label": label}}}, {})
    (file,) = {path for folder in where if folder.is_dir() for path in folder.iterdir()} - before
    head, _, rest = file.read_text("utf-8").partition("\n")
    holder = json.loads(head)
    holder["holder"]["boot"] = "an earlier run"
    file.write_text(f"{json.dumps(holder)}\n{rest}", encoding="utf-8")
    return file


def test_changes_that_a_dead_session_could_not_save_are_told_page_by_page(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    file = journalled(root, ("second", "a"), ("first", "b"), ("second", "c"))
    status, found = check()
    assert status == 1
    assert [(row["kind"], row["annotator"], row["page"]) for row in found] == [
        ("unsaved", "ling", "first"),
        ("unsaved", "ling", "second"),
    ]
    assert [row["path"] for row in found] == [file.relative_to(root).as_posix()] * 2
    assert [row["reason"].split()[0] for row in found] == ["1", "2"]


def test_the_changes_of_each_dead_session_are_told(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    files = [journalled(root, (page, "a")) for page in ("first", "second")]
    found = {(row["kind"], row["page"], row["path"]) for row in check()[1]}
    paths = [file.relative_to(root).as_posix() for file in files]
    assert found == {("unsaved", "first", paths[0]), ("unsaved", "second", paths[1])}


def test_predictions_are_held_against_their_page(
    run: Run, root: Path, check: Checked, tmp_path: Path
) -> None:
    value = {"start": 0, "end": 3, "text": "临溪县", "labels": ["LOC"]}
    guess = {"result": [{"id": "a", "type": "labels", "value": value}]}
    task = [{"data": {"text": FIRST.strip()}, "predictions": [guess]}]
    (tmp_path / "in.json").write_text(json.dumps(task), encoding="utf-8")
    assert run("import", "--format", "label-studio", str(tmp_path / "in.json"))[0] == 0
    assert check(errors=False) == (0, [])
    (root / "seeds" / "first.txt").write_text("换了一页。\n", encoding="utf-8")
    status, (row,) = check(errors=False)
    assert (status, row["kind"], row["severity"], row["page"], row["text"]) == (
        *(0, "prediction", "question", "first"),
        "临溪县",
    )
    (root / "seeds" / "first.txt").unlink()
    status, (row,) = check(errors=False)
    assert (status, row["kind"], row["page"]) == (1, "stray", "first")
    (file,) = (root / "annotations" / "_predictions").glob("*.json")
    file.write_text("{", encoding="utf-8")
    status, (row,) = check(errors=False)
    assert (status, row["kind"]) == (1, "unreadable")


def test_what_was_found_right_is_not_asked_again_of_any_annotator(root: Path, check: Checked) -> None:
    text = "临溪县总工会开会。临溪县总工会说好。\n"
    (root / "seeds" / "first.txt").write_text(text, encoding="utf-8")
    for name in ("ling", "wang"):
        work(root, name, "second", [])
        project = Project(root)
        document = project.document("first", name)
        span = Span(id="a", label="ORG", segments=((0, 6),), text=text[:6], created=NOON, updated=NOON)
        project.save(AddSpan(span).apply(document)[0])
    asked = check(errors=False)[1]
    assert [(row["annotator"], row["text"], row["start"], row["end"]) for row in asked] == [
        ("ling", "临溪县总工会", 9, 15),
        ("wang", "临溪县总工会", 9, 15),
    ]
    assert all(
        (row["path"], row["article"]) == (f"annotations/{row['annotator']}/first.json", "first#1")
        for row in asked
    )
    Accepted(Project(root)).add(["unlabelled|first|9-15||临溪县总工会|ORG"])
    assert check(errors=False) == (0, [])


def test_findings_are_lines_with_the_file_first(run: Run, root: Path) -> None:
    work(root, "ling", "first", [ORG])
    place(root, "first", (6, 8), label="UNION", id_="u1")
    status, out, err = run("check")
    assert (status, err) == (1, "")
    assert "annotations/ling/first.json: u1 “UNION 今年”: the project does not define this label" in out
    assert "files checked" not in out


def test_of_many_tags_of_an_unknown_label_ten_are_lines_and_the_others_a_count(run: Run, root: Path) -> None:
    work(root, "ling", "first", [ORG])
    for at in range(12):
        place(root, "first", (6, 7 + at), label="UNION", id_=f"u{at}")
    for at in range(11):
        place(root, "first", (6, 7 + at), label="a party", id_=f"p{at}")
    _, out, _ = run("check")
    lines = out.splitlines()
    assert [sum(f"“{label} " in line for line in lines) for label in ("UNION", "a party")] == [10, 10]
    assert [line.partition(",")[0] for line in lines if "more tag" in line] == [
        "2 more tags have the label UNION",
        "1 more tag has the label a party",
    ]
    _, out, _ = run("check", "--json")
    assert sum(json.loads(line)["text"].startswith("UNION") for line in out.splitlines()) == 12


# What a model doubts


def test_a_model_is_asked_where_that_is_wanted_and_what_was_found_right_is_left_out(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ling", "wang"):
        work(root, name, "first", [ORG])
    asked: list[str] = []

    def doubted(project: Project) -> list[Question]:
        asked.append(project.annotator)
        span = project.document("first").spans[0]
        where = Place("first", "first#1", 0, 6, span.segments, "", span.text, "", "labelled", span)
        return [Question("unlikely", where, "LOC")]

    monkeypatch.setattr("tui.operations.annotation_errors.doubted", doubted)
    assert run("check", "--json") == (0, "", "")
    assert asked == []
    status, out, _ = run("check", "--model", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert (status, asked) == (0, ["ling", "wang"])
    assert [(row["kind"], row["annotator"], row["text"], row["severity"]) for row in found] == [
        ("unlikely", name, ORG.text, "question") for name in ("ling", "wang")
    ]
    assert [(row["path"], row["id"]) for row in found] == [
        (f"annotations/{name}/first.json", f"{name}-{ORG.text}-ORG") for name in ("ling", "wang")
    ]
    key = doubted(as_annotator(root, "ling"))[0].key
    Accepted(Project(root)).add([key])
    assert run("check", "--model", "--json") == (0, "", "")
    (root / "piyue.toml").write_text("[suggest]\nlearn = false\n", encoding="utf-8")
    asked.clear()
    assert run("check", "--model", "--json") == (0, "", "")
    assert asked == []


def as_annotator(root: Path, name: str) -> Project:
    project = Project(root)
    project.annotator = name
    return project


def test_who_has_no_tags_is_not_doubted(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work(root, "ling", "first", [])
    monkeypatch.setattr("tui.operations.annotation_errors.doubted", None)
    assert run("check", "--model", "--json") == (0, "", "")


def test_misread_characters_are_found_on_pages_of_all_parts(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.operations.parallel.CHUNK", 1)
    for name, text in (("a", "县里开了委贝会议。"), ("b", "县总工合主席说。")):
        (root / "seeds" / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    found = [json.loads(line) for line in run("check", "--json", "--jobs", "1")[1].splitlines()]
    assert [(row["kind"], row["page"], row["text"]) for row in found] == [
        ("look-alike character", "a", "委贝会"),
        ("look-alike character", "b", "工合主"),
    ]
    assert [row["path"] for row in found] == ["seeds/a.txt", "seeds/b.txt"]


def test_a_finding_names_the_article_in_which_it_is(root: Path, check: Checked) -> None:
    text = f"{HEADLINE}\n\n北桥镇修桥\n\n　　本报讯　北桥镇的桥通了，大家说好。\n"
    (root / "seeds" / "first.txt").write_text(text, encoding="utf-8")
    assert len(Project(root).documents.division(Project(root).page("first")).articles) == 2
    at = text.index("北桥镇的桥")
    place(root, "first", (0, 3), id_="one", label="UNION")
    place(root, "first", (at, at + 3), id_="two", label="UNION")
    found = check()[1]
    assert [(row["id"], row["article"], row["start"]) for row in found] == [
        ("one", "first#1", 0),
        ("two", "first#2", at),
    ]


def test_each_record_that_cannot_be_used_is_told(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG, COUNT, TIME])
    edited(
        root / "annotations" / "ling" / "first.json",
        lambda t: [row.update(segments="nowhere") for row in t["spans"].values() if row["text"] != ORG.text],
    )
    assert [row["kind"] for row in check()[1]] == ["record", "record"]


def test_each_lost_tag_with_an_unknown_label_and_each_state_is_told(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [])
    for number in range(2):
        place(root, "first", (6 * number, 6 * number + 3), id_=f"x{number}", label="UNION")
    file = root / "annotations" / "ling" / "first.json"

    def moved(tables: dict[str, Any]) -> None:
        row = next(iter(tables["articles"].values()))
        tables["articles"] = {str(n): row | {"article": f"first#{n}", "start": 900 + n} for n in (8, 9)}

    edited(file, moved)
    (root / "seeds" / "first.txt").write_text("换了一页。\n", encoding="utf-8")
    found = check()[1]
    assert [row["kind"] for row in found].count("orphan") == 2
    assert [row["kind"] for row in found].count("label") == 2
    assert [row["id"] for row in found if row["kind"] == "article"] == ["first#8", "first#9"]


def test_a_tag_of_which_a_piece_stands_in_no_article_is_told(root: Path, check: Checked) -> None:
    shutil.copy(SEEDS / f"{PAGE}.txt", root / "seeds")
    start = Project(root).document(PAGE).articles[1].start
    place(root, PAGE, (start, start + 3), (3592, 3594), id_="half")
    place(root, PAGE, (start, start + 3), id_="whole")
    assert [(row["kind"], row["id"]) for row in check()[1]] == [("borders", "half")]


def test_a_folder_is_no_file(root: Path, check: Checked) -> None:
    work(root, "ling", "first", [ORG])
    (root / "annotations" / "_old.json").mkdir()
    assert check() == (0, [])


def test_each_label_of_an_article_that_the_project_lacks_is_told(root: Path, check: Checked) -> None:
    progress = Progress(state="done", updated=NOON, labels={"topic": ("劳动",), "mood": ("好", "坏")})
    project = Project(root)
    project.save(SetProgress("first#1", progress).apply(project.document("first", "ling"))[0])
    found = [row for row in check()[1] if row["kind"] == "article_label"]
    assert sorted((row["text"], row["article"], row["id"], row["start"]) for row in found) == [
        ("mood 好、坏", "first#1", "first#1", 0),
        ("topic 劳动", "first#1", "first#1", 0),
    ]
