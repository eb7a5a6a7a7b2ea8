"""Metrics that came without a value: read as tagging reads them, at the import and afterwards."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tui.cli import main
from tui.edit import AddSpan
from tui.edit.values import MetricReader, with_value
from tui.model import DEFAULT_LABELS, Span, surface
from tui.store.project import Project

TEXT = "全市新发展会员119.35万人，同比增长5.2%，种了好些地。\n"
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def span(text: str, label: str = "METRIC", **fields: Any) -> Span:
    start = TEXT.index(text)
    place = (start, start + len(text))
    return Span(
        id=f"s{start}", label=label, segments=(place,), text=text, created=NOON, updated=NOON, **fields
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "annotations").mkdir()
    (tmp_path / "seeds" / "p.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def metrics(root: Path) -> dict[str, Any]:
    return {span.text: span.attributes for span in Project.find(root).document("p").spans}


def test_a_metric_without_a_value_is_read_and_keeps_what_it_says(root: Path) -> None:
    reader = MetricReader(Project.find(root).document("p"))
    made = with_value(span("119.35万人", attributes={"status": "target"}), DEFAULT_LABELS, reader)
    assert (made.attributes["value"], made.attributes["unit"]) == ("1193500", "人")
    assert made.attributes["status"] == "target"


@pytest.mark.parametrize(
    "given",
    [
        span("119.35万人", attributes={"value": "7"}),
        span("119.35万人", label="ORG"),
        span("好些地"),
    ],
)
def test_other_tags_stay_as_they_are(given: Span, root: Path) -> None:
    assert with_value(given, DEFAULT_LABELS, MetricReader(Project.find(root).document("p"))) is given


def test_what_stands_around_a_number_is_read_with_it(root: Path) -> None:
    reader = MetricReader(Project.find(root).document("p"))
    fields = reader.fields(span("5.2%").segments)
    assert (fields["value"], fields["unit"], fields["direction"], fields["kind"]) == (
        "5.2",
        "%",
        "up",
        "change",
    )
    only = TEXT.index("5.2")
    assert reader.fields(((only, only + 3),))["direction"] == "none"  # no quantity has this range


def test_imported_metrics_have_their_values(root: Path, tmp_path: Path) -> None:
    start = TEXT.index("119.35万人")
    entry = {"id": 1, "text": TEXT.strip(), "label": [[start, start + 8, "METRIC"]]}
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(entry, ensure_ascii=False) + "\n", encoding="utf-8")
    assert main(["--project", str(root), "import", "--format", "doccano", str(path)]) == 0
    assert metrics(root)["119.35万人"]["value"] == "1193500"


def test_an_import_again_refuses_nothing_and_keeps_a_value_that_was_corrected(
    root: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    project = Project.find(root)
    document, _ = AddSpan(span("119.35万人", attributes={"value": "7"})).apply(project.document("p"))
    project.save(document)
    start = TEXT.index("119.35万人")
    entry = {"id": 1, "text": TEXT.strip(), "label": [[start, start + 8, "METRIC"]]}
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(entry, ensure_ascii=False) + "\n", encoding="utf-8")
    assert main(["--project", str(root), "import", "--format", "doccano", str(path)]) == 0
    assert metrics(root)["119.35万人"]["value"] == "7"


def test_old_ones_are_filled_and_each_is_listed(
    root: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    project = Project.find(root)
    document = project.document("p")
    for one in (span("119.35万人"), span("5.2%", attributes={"value": "9"}), span("好些地")):
        document, _ = AddSpan(one).apply(document)
    project.save(document)
    assert main(["--project", str(root), "quantities", "--fill", "--json"]) == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [(row["text"], row["value"]) for row in rows] == [("119.35万人", "1193500"), ("好些地", None)]
    assert {text: said.get("value") for text, said in metrics(root).items()} == {
        "119.35万人": "1193500",
        "5.2%": "9",
        "好些地": None,
    }
    assert main(["--project", str(root), "quantities", "--fill"]) == 0
    assert "0" in capfdbinary.readouterr().out.decode().splitlines()[-1]


def test_an_interval_that_ends_before_it_begins_is_named(
    root: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    project = Project.find(root)
    backward = span("同比", label="TIME", attributes={"interval": "2023-06-01/2023-02-08"})
    document, _ = AddSpan(backward).apply(project.document("p"))
    project.save(document)
    main(["--project", str(root), "check", "--json"])
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [row["text"] for row in rows if row["kind"] == "interval"] == ["同比"]
    assert surface(TEXT, backward.segments) == "同比"
