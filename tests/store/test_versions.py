"""Files of every version ever written open, for good: a golden file of each lies in `versions/`."""

import json
from pathlib import Path

import pytest

from tests.store.building import division_of, page_of
from tui.store.files.annotations import AnnotationFile
from tui.store.records.kept import VERSION

GOLDEN = Path(__file__).parent / "versions"
FILES = sorted(GOLDEN.glob("*.json"), key=lambda path: int(path.stem))


def test_there_is_a_golden_file_of_each_version() -> None:
    assert [int(path.stem) for path in FILES] == list(range(1, VERSION + 1))


@pytest.mark.parametrize("golden", FILES, ids=lambda path: path.stem)
def test_every_version_ever_written_opens(golden: Path, tmp_path: Path) -> None:
    page, path = page_of(), tmp_path / "p.json"
    before = golden.read_text("utf-8").replace("SHA", page.sha256)
    path.write_text(before, "utf-8")
    file = AnnotationFile(path)
    document = file.load(page, division_of(page), "ling")
    assert file.kept.problems == []
    assert [(span.id, span.text) for span in document.spans] == [
        ("7b0c5e6f9a12", "临溪县工会"),
        ("41d2a9c83b07", "三月36家"),
    ]
    assert [(r.head, r.tail) for r in document.relations] == [("41d2a9c83b07", "7b0c5e6f9a12")]
    assert document.progress["p#1"].state == "done"
    file.save(document)
    newest = FILES[-1].read_text("utf-8").replace("SHA", page.sha256)
    assert json.loads(path.read_text("utf-8")) == json.loads(newest)
    kept = [old.read_text("utf-8") for old in tmp_path.rglob(f"version-{golden.stem}.json")]
    assert kept == ([] if int(golden.stem) == VERSION else [before])
