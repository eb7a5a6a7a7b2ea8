"""What docs/files.md shows is what the program reads."""

import json
import re
import tomllib
from pathlib import Path

from tests.conftest import ROOT
from tui.model import Label, Relation, Span
from tui.model.validation import valid
from tui.model.values import fields_of
from tui.store.files.tables import lay_out
from tui.store.records.kept import ANCHOR, TABLES, ArticleRecord
from tui.store.settings.model import About, Settings, SourceSetting
from tui.store.settings.read import parse_settings

PROMISES = (ROOT / "docs" / "promises.md").read_text("utf-8")
TEXT = (ROOT / "docs" / "files.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_of_a_file_is_laid_out_as_ours_are() -> None:
    tables = json.loads(block("json"))
    assert tuple(tables) == TABLES
    assert lay_out(tables, Path()).decode() == block("json")
    for table, model in (("spans", Span), ("relations", Relation), ("articles", ArticleRecord)):
        for record in tables[table].values():
            assert valid(model, record).unknown.keys() <= {ANCHOR}


def test_every_promise_names_a_test_that_is_there() -> None:
    rows = [line for line in PROMISES.splitlines() if line.startswith("| ") and "promise | test" not in line]
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PROMISES)
    assert all("`tests/" in row for row in rows)
    assert len(named) >= len(rows) > 30
    for path, test in named:
        assert f"def {test}(" in (ROOT / path).read_text("utf-8"), test


def test_every_dependency_is_accounted_for() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    said = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert [name for name in needed if re.split(r"[<>=]", name)[0] not in said] == []


def test_the_example_of_settings_is_allowed() -> None:
    assert parse_settings(block("toml")).annotator == "ling"


def test_every_setting_is_described() -> None:
    named = set(re.findall(r"`(?:\[+)?(\w+)\]*`", TEXT))
    assert {*fields_of(Settings), *fields_of(About), *fields_of(Label)} <= named
    assert set(fields_of(SourceSetting)) <= named
