"""The examples run as a user would run them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Run, project, run  # noqa: F401
from tests.conftest import ROOT
from tui.store.project import Project

EXAMPLES = ROOT / "examples"


def call(name: str, *arguments: object) -> str:
    command = [sys.executable, str(EXAMPLES / name), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_annotations_are_read_with_tinydb_alone(project: Path) -> None:  # noqa: F811
    printed = [line.split("\t") for line in call("read_annotations.py", project, "ling").splitlines()]
    spans = Project.find(project).document(PAGE).spans
    assert printed == [[PAGE, span.label, span.text] for span in spans]


@pytest.mark.slow
def test_spacy_trains_on_an_export(project: Path, run: Run, tmp_path: Path) -> None:  # noqa: F811
    arguments = ("--format", "spacy", "--state", "done", "-o", str(tmp_path / "train.spacy"))
    assert run("export", *arguments)[0] == 0
    call("train_spacy.py", tmp_path / "train.spacy", tmp_path / "model", 2)
    nlp = pytest.importorskip("spacy").load(tmp_path / "model")
    assert nlp.get_pipe("ner").labels == ("ORG",)
