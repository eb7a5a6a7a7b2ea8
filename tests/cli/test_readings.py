"""Misread text goes out beside the text, or applied, and never without a word."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.store.building import span_of
from tui.edit import AddSpan, Session, Step
from tui.edit.repair import SetReads
from tui.model import Span
from tui.store.project import Project

PAGE = """工业产值公布

本报讯（记者 王一）全区工业产值增长6.8%0，利税大增。
"""


@pytest.fixture
def misread(tmp_path: Path) -> Path:
    """A project with a tag over a misread place and another one behind it."""
    (tmp_path / "p" / "seeds").mkdir(parents=True)
    (tmp_path / "p" / "seeds" / "p.txt").write_text(PAGE, encoding="utf-8")
    project = Project(tmp_path / "p")
    session = Session(project.document("p"))
    at, behind = PAGE.index("增长6"), PAGE.index("利税")
    session.apply(Step("reads", (SetReads((((at + 2, at + 7),),), "千分之6.8"),), "", at))
    for id_, segment in (("m", (at, at + 7)), ("n", (behind, behind + 2))):
        session.apply(Step("tag", (AddSpan(_span(session, id_, segment)),), "", at))
    project.save(session.document)
    return tmp_path / "p"


def _span(session: Session, id_: str, segment: tuple[int, int]) -> Span:
    return span_of(session.document.page, id_, segment, label="METRIC")


def test_the_native_export_says_beside_the_text_what_it_should_read(
    run: Run, misread: Path, tmp_path: Path
) -> None:
    run("--project", str(misread), "export", "--format", "jsonl", "-o", str(tmp_path / "x.jsonl"))
    row = json.loads((tmp_path / "x.jsonl").read_text("utf-8").splitlines()[0])
    (reading,) = row["readings"]
    assert row["text"][reading["start"] : reading["end"]] == reading["text"] == "6.8%0"
    assert reading["reads"] == "千分之6.8"
    assert [span.get("reads") for span in row["spans"]] == ["增长千分之6.8", None]
    assert all(row["text"][span["start"] : span["end"]] == span["text"] for span in row["spans"])


def test_readings_are_applied_on_request_with_offsets_of_both(
    run: Run, misread: Path, tmp_path: Path
) -> None:
    run("--project", str(misread), "export", "--format", "jsonl", "-o", str(tmp_path / "as.jsonl"))
    run(
        "--project",
        str(misread),
        "export",
        "--format",
        "jsonl",
        "--apply-readings",
        "-o",
        str(tmp_path / "x.jsonl"),
    )
    plain = json.loads((tmp_path / "as.jsonl").read_text("utf-8").splitlines()[0])
    row = json.loads((tmp_path / "x.jsonl").read_text("utf-8").splitlines()[0])
    assert [row["text"][s["start"] : s["end"]] for s in row["spans"]] == ["增长千分之6.8", "利税"]
    (reading,) = row["readings"]
    assert row["text"][reading["start"] : reading["end"]] == "千分之6.8"
    assert plain["text"][slice(*reading["other"])] == "6.8%0"
    assert row["text"].split("\n") == [row["text"][block["start"] : block["end"]] for block in row["blocks"]]


@pytest.mark.parametrize(("options", "said"), [((), "6.8%0"), (("--apply-readings",), "千分之6.8")])
def test_a_format_without_a_place_for_readings_says_so(
    options: tuple[str, ...], said: str, run: Run, misread: Path, tmp_path: Path
) -> None:
    run("--project", str(misread), "export", "--format", "doccano", *options, "-o", str(tmp_path / "x.jsonl"))
    row = json.loads((tmp_path / "x.jsonl").read_text("utf-8").splitlines()[0])
    text = row["text"]
    assert said in text
    labels = row.get("label") or [[e["start_offset"], e["end_offset"]] for e in row["entities"]]
    assert sorted(text[place[0] : place[1]] for place in labels) == sorted([f"增长{said}", "利税"])
    losses = (tmp_path / "x.jsonl.losses.jsonl").read_text("utf-8")
    assert "6.8%0 → 千分之6.8" in losses


@pytest.mark.parametrize("options", [(), ("--apply-readings",)], ids=["beside", "applied"])
@pytest.mark.parametrize("name", ["jsonl", "json"])
def test_an_import_of_the_native_format_brings_the_readings_back(
    options: tuple[str, ...], name: str, run: Run, misread: Path, tmp_path: Path
) -> None:
    out = str(tmp_path / f"x.{name}")
    run("--project", str(misread), "export", "--format", name, *options, "-o", out)
    before = Project(misread).document("p")
    shutil.rmtree(misread / "annotations")
    status, said, _ = run("--project", str(misread), "import", "--format", name, out)
    assert (status, "misread text: 1 added" in said) == (0, True)
    after = Project(misread).document("p")
    assert after.corrections.reads == before.corrections.reads
    assert [span.segments for span in after.spans] == [span.segments for span in before.spans]
    run("--project", str(misread), "import", "--format", name, out)
    assert Project(misread).document("p").corrections.reads == before.corrections.reads


def test_a_reading_of_a_place_that_has_another_is_refused_and_counted(
    run: Run, misread: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.jsonl"
    run("--project", str(misread), "export", "--format", "jsonl", "-o", str(out))
    row = json.loads(out.read_text("utf-8"))
    row["readings"][0]["reads"] = "百分之6.8"
    out.write_text(json.dumps(row) + "\n", "utf-8")
    _, printed, complaints = run("--project", str(misread), "import", "--format", "jsonl", str(out))
    assert "1 refused" in printed
    assert "6.8%0" in printed + complaints
    (pin,) = Project(misread).document("p").corrections.reads
    assert pin.reads == "千分之6.8"


@pytest.mark.parametrize("place", ['"start": 0, "end": 5', '"start": -3, "end": 9999'])
def test_a_reading_whose_text_does_not_stand_there_is_refused(
    place: str, run: Run, misread: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.jsonl"
    run("--project", str(misread), "export", "--format", "jsonl", "-o", str(out))
    row = json.loads(out.read_text("utf-8"))
    row["readings"][0] |= json.loads("{" + place + ', "other": [0, 3]}')
    out.write_text(json.dumps(row) + "\n", "utf-8")
    shutil.rmtree(misread / "annotations")
    _, printed, complaints = run("--project", str(misread), "import", "--format", "jsonl", str(out))
    assert Project(misread).document("p").corrections.reads == ()
    assert len(Project(misread).document("p").spans) == 2
    assert "6.8%0" in printed + complaints
