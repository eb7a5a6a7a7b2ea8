"""What docs/files.md shows is what the program reads."""

import json
import re
from pathlib import Path

from tests.conftest import ROOT
from tui.model import Label, Relation, Span
from tui.store.reading import TABLES, ArticleRecord
from tui.store.settings import About, Settings, SourceSetting, parse_settings
from tui.store.storage import lay_out

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
            assert model.model_validate(record).__pydantic_extra__ == {}


def test_the_example_of_settings_is_allowed() -> None:
    assert parse_settings(block("toml")).annotator == "ling"


def test_every_setting_is_described() -> None:
    named = set(re.findall(r"`(?:\[+)?(\w+)\]*`", TEXT))
    assert set(Settings.model_fields) | set(About.model_fields) | set(Label.model_fields) <= named
    assert set(SourceSetting.model_fields) <= named
