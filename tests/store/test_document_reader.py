"""Documents that are only looked at are those that the store loads, whatever lies in their files."""

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tui.errors import PiyueError, StoreError
from tui.model import BlockPin, Document, Progress, Relation, Span
from tui.model.document_columns import DocumentColumns, TagColumns
from tui.store.document_reader import DocumentReader
from tui.store.files.reading import PlainFolder
from tui.store.project import Project
from tui.text.offsets import read, reading_length

TEXT = "远山县总工会新建基层组织36家\n本报记者 李青禾\n\n　　远山县总工会三月新建基层组织36家，惠及8户。\n"
Change = Callable[[dict[str, dict[str, object]]], None]
WHEN = "2026-03-01T08:00:00Z"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "news" / "seeds").mkdir(parents=True)
    (tmp_path / "news" / "seeds" / "p.txt").write_text(TEXT, "utf-8")
    project = Project(tmp_path / "news")
    project.annotator = "ling"
    document = project.document("p")
    when = datetime.fromisoformat(WHEN)
    span = Span(id="a", label="ORG", segments=((0, 6),), text=TEXT[:6], created=when, updated=when)
    project.save(document.replaced(spans=(span,)))
    return Project(tmp_path / "news")


def test_pages_that_are_read_in_turn_are_each_divided_as_they_are(project: Project) -> None:
    (project.root / "seeds" / "q.txt").write_text(TEXT * 2, "utf-8")
    reader, pages = DocumentReader(project), [project.page(name) for name in "pq"]
    for page in (*pages, *pages, pages[1]):
        for annotator in ("ling", "wang"):
            assert reader.read(page, annotator).document == project.documents.load(page, annotator)


def test_what_is_no_plain_file_is_read_by_nobody(project: Project) -> None:
    os.mkfifo(project.root / "pipe")
    (project.root / "link").symlink_to(project.root / "seeds" / "p.txt")
    folder = PlainFolder(project.root)
    for name in ("pipe", "seeds", "link"):
        with pytest.raises(OSError):  # noqa: PT011  (each system says it otherwise)
            folder.read(name)
    assert folder.read("none") is None


def test_a_name_that_is_no_annotator_s_leads_nowhere(project: Project) -> None:
    for name in ("../annotations/ling", "_project", ""):
        with pytest.raises(StoreError, match="annotator"):
            DocumentReader(project).read(project.page("p"), name)


def test_where_links_cannot_be_told_from_files_the_store_reads(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = looked_at(project)
    monkeypatch.setattr("tui.store.files.reading.NO_LINKS", None)
    with pytest.raises(OSError, match="links"):
        PlainFolder(project.root).read("piyue.toml")
    assert looked_at(project) == usual


def looked_at(project: Project) -> Document:
    return DocumentReader(project).read(project.page("p"), "ling").document


def rewritten(path: Path, change: Change) -> None:
    tables = json.loads(path.read_text("utf-8"))
    change(tables["spans"])
    path.write_text(json.dumps(tables, ensure_ascii=False), "utf-8")


def unknown_field(spans: dict[str, dict[str, object]]) -> None:
    next(iter(spans.values()))["colour"] = "red"


def moved(spans: dict[str, dict[str, object]]) -> None:
    next(iter(spans.values()))["text"] = "青山"


@pytest.mark.parametrize("change", [None, unknown_field, moved])
def test_what_is_looked_at_is_what_the_store_loads(
    project: Project, change: Callable[..., None] | None
) -> None:
    if change is not None:
        rewritten(project.root / "annotations" / "ling" / "p.json", change)
    loaded = Project(project.root)
    document = loaded.document("p", "ling")
    found = DocumentReader(project).read(project.page("p"), "ling")
    assert found.document == document
    assert list(map(str, found.problems)) == list(map(str, loaded.documents.problems(document)))
    counted = DocumentReader(project).columns(project.page("p"), "ling")
    assert plain(counted.columns) == plain(DocumentColumns.of(document))
    assert list(map(str, counted.problems)) == list(map(str, found.problems))


def plain(columns: DocumentColumns) -> tuple[object, ...]:
    """Columns whose values alone count, not whether they are lists or tuples."""
    return [*map(list, columns.tags)], [*columns.relations], columns._replace(tags=TagColumns(), relations=())


def test_what_is_counted_of_the_usual_file_takes_no_object_of_a_tag(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = project.document("p", "ling")
    when = datetime.fromisoformat("2026-03-01T16:00:00.25+08:00")
    (first,) = document.spans
    spans = (
        first.replaced(id="c", segments=((0, 3), (4, 6)), text=TEXT[:3] + TEXT[4:6], created=when),
        first.replaced(attributes={"value": "36", "unit": "家"}, origin="model", taken="together"),
        first.replaced(id="b", label="PER", decision="agreed"),
        first.replaced(id="d", segments=((12, 14),), text=TEXT[12:14], label="METRIC"),
    )
    relation = Relation(id="r", label="indicator", head="d", tail="a")
    progress = {document.articles[0].id: Progress(state="done", seconds=9, labels={"topic": ("economy",)})}
    document = document.replaced(spans=spans, relations=(relation,), progress=progress)
    project.save(document)
    expected = DocumentColumns.of(Project(project.root).document("p", "ling"))
    monkeypatch.setattr(DocumentReader, "read", None)
    found = DocumentReader(project).columns(project.page("p"), "ling")
    assert plain(found.columns) == plain(expected)
    assert found.columns.tags.ids == ("a", "c", "b", "d")
    assert found.columns.relations == [("indicator", "d")]
    assert found.columns.tags_in(document.articles[0]) == 4


def test_a_page_that_nobody_touched_has_no_tags_and_no_problems(project: Project) -> None:
    found = DocumentReader(project).read(project.page("p"), "wang")
    assert found.document == project.document("p", "wang")
    assert (found.document.spans, found.problems) == ((), ())


def test_a_corrected_page_is_divided_as_people_said(project: Project) -> None:
    document = project.document("p", "ling")
    pin = BlockPin(segments=((0, 15),), text=TEXT[:15], role="heading")
    corrections = document.corrections.replaced(blocks=(pin,))
    project.save(document.replaced(corrections=corrections))
    fresh = Project(project.root)
    assert looked_at(fresh) == fresh.document("p", "ling")
    assert looked_at(fresh).corrections.blocks == (pin,)


def test_a_file_that_is_a_link_out_of_the_project_is_not_read(project: Project, tmp_path: Path) -> None:
    path, away = project.root / "annotations" / "ling" / "p.json", tmp_path / "away.json"
    path.rename(away)
    path.symlink_to(away)
    with pytest.raises(PiyueError, match="link"):
        looked_at(project)


def test_a_damaged_file_is_said(project: Project) -> None:
    (project.root / "annotations" / "ling" / "p.json").write_text("{", "utf-8")
    with pytest.raises(PiyueError, match=r"p\.json"):
        looked_at(project)


def test_the_length_of_a_reading_text_is_known_without_making_it(project: Project) -> None:
    document = project.document("p", "ling")
    for article in document.articles:
        assert reading_length(article) == len(read(document.page, article).text)
