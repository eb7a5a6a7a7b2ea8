"""Text that means harm: in files of annotations, in pages, in imports. It is data, and nothing else."""

import json
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.evil import evil_project
from tests.faults.mutants import EVIL
from tests.shares import examples
from tests.store.building import division_of, page_of
from tui.cli import main
from tui.errors import StoreError
from tui.store.files.annotations import AnnotationFile
from tui.store.project import Project

NAMES = ["../x", "/etc/x", "..", ".", "a/../../x", "x\x00y", "~", ""]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
records = st.fixed_dictionaries(
    {},
    optional={
        "id": st.text(max_size=3) | json_values,
        "label": st.just("ORG") | json_values,
        "segments": st.lists(st.lists(st.integers(-3, 40), max_size=3), max_size=3) | json_values,
        "text": st.sampled_from(["临溪", "临溪县工会", EVIL]) | json_values,
        "created": st.just("2026-03-01T12:00:00Z") | json_values,
        "updated": st.just("2026-03-01T12:00:00Z") | json_values,
        "anchor": json_values | st.fixed_dictionaries({"before": st.just(""), "after": st.just("\n三月")}),
        "lost": json_values,
        "from": json_values,
        "to": json_values,
        "article": st.just("p#1") | json_values,
        "start": json_values,
        "state": st.just("done") | json_values,
        "version": st.integers(0, 4),
        "sha256": json_values,
    },
)
numbers = st.integers(0, 9).map(str) | st.text(max_size=3)
any_tables = st.dictionaries(
    st.sampled_from(["meta", "spans", "relations", "articles", "other"]),
    st.dictionaries(numbers, records, max_size=4),
)
headed = any_tables.map(lambda tables: {**tables, "meta": {"1": {"version": 1}}})


@given(st.binary(max_size=60) | any_tables | headed | json_values)
@settings(max_examples=examples(400))
def test_any_file_of_annotations_is_opened_or_refused_in_words(content: Any) -> None:
    """What was opened can be saved, and opens again as the same."""
    page = page_of()
    with TemporaryDirectory() as folder:
        path = Path(folder, "p.json")
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        path.write_bytes(data)
        file, refusal = AnnotationFile(path), None
        try:
            document = file.load(page, division_of(page), "ling")
        except StoreError as error:
            refusal = error
        if refusal is not None:
            assert str(refusal).isprintable()
            assert path.read_bytes() == data
            return
        assert all(str(problem).isprintable() for problem in file.kept.problems)
        if file.kept.refusal is None:
            file.save(document)
            again = AnnotationFile(path).load(page, division_of(page), "ling")
            assert (again.spans, again.orphans) == (document.spans, document.orphans)


def obeyed(text: str) -> list[str]:
    """The characters of a text that a terminal would act on."""
    return [c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in "\n"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return evil_project(tmp_path / "paper")


@pytest.mark.parametrize(
    "command", [["check"], ["articles"], ["pages"], ["stats"], ["restore"], ["export", "--format", "json"]]
)
def test_nothing_that_a_terminal_obeys_is_printed(
    command: list[str], project: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    output = ["-o", str(tmp_path / "out")] if command[0] == "export" else []
    main([*command, *output, "--project", str(project), "--lang", "en"])
    said = b"".join(capsysbinary.readouterr()).decode("utf-8")
    assert obeyed(said) == []
    assert said


def files_below(folder: Path) -> set[str]:
    return {str(path) for path in folder.rglob("*") if "home" not in path.parts}


@pytest.mark.parametrize("field", ["page", "annotator", "id"])
@pytest.mark.parametrize("name", NAMES)
def test_an_import_writes_nothing_outside_of_the_project(field: str, name: str, tmp_path: Path) -> None:
    root = tmp_path / "deep" / "paper"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_text("工会动态\n三月新建工会组织36家。\n", "utf-8")
    main(
        [
            "export",
            "--format",
            "jsonl",
            "--allow-empty",
            "-o",
            str(tmp_path / "x.jsonl"),
            "--project",
            str(root),
        ]
    )
    lines = (tmp_path / "x.jsonl").read_text("utf-8").splitlines()
    evil = [json.loads(line) | {"state": "done", field: name} for line in lines]
    (tmp_path / "evil.jsonl").write_text("\n".join(map(json.dumps, evil)), "utf-8")
    before = files_below(tmp_path)
    main(["import", "--format", "jsonl", str(tmp_path / "evil.jsonl"), "--project", str(root)])
    outside = {
        path for path in files_below(tmp_path) - before if not path.startswith(str(root / "annotations"))
    }
    assert outside == set()
    for path in (root / "annotations").rglob("*"):
        assert path.resolve().is_relative_to(root.resolve() / "annotations")


@pytest.mark.parametrize("name", ["../x", "..", "/etc", "a/b", ".hidden", "_project", "x\0"])
def test_an_annotator_whose_name_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "p.txt").write_text("工会动态\n三月。\n", "utf-8")
    with pytest.raises(StoreError, match="cannot be an annotator's name"):
        Project(tmp_path).document("p", name)
