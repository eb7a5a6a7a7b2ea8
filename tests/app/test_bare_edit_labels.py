"""Labels added, changed and renamed without a terminal: in the settings and in the annotations."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.app.bare import Bare
from tests.team.conftest import Tag, work
from tui.app.work_screen.actions.edit_labels import _save as save
from tui.errors import PiyueError


@pytest.fixture
def bare(folder: Path) -> Bare:
    work(folder, "ling", "p", [Tag("顺义区", "LOC")])
    return Bare(folder)


def written(bare: Bare) -> dict[str, Any]:
    file = bare.workspace.documents.project.root / "piyue.toml"
    rows = tomllib.loads(file.read_text("utf-8"))["labels"] if file.exists() else []
    return {row["id"]: row for row in rows}


def test_a_label_is_added_with_what_is_said_of_it(bare: Bare) -> None:
    save(bare.controller, None, {"id": "DRUG", "key": "g", "zh": "药品", "en": "", "color": ""})
    assert (written(bare)["DRUG"]["zh"], written(bare)["DRUG"]["key"]) == ("药品", "g")
    assert "en" not in written(bare)["DRUG"]


def test_fields_are_changed_and_another_id_is_written_into_tags(bare: Bare) -> None:
    label = bare.controller.labels.by_id["LOC"]
    save(bare.controller, label, {"zh": "地方"})
    assert written(bare)["LOC"]["zh"] == "地方"
    assert bare.tags == [("LOC", "顺义区")]
    save(bare.controller, label, {"id": "PLACE", "zh": "处所"})
    assert "LOC" not in written(bare)
    assert written(bare)["PLACE"]["zh"] == "处所"
    assert [span.label for span in bare.workspace.documents.session("p").document.spans] == ["PLACE"]


@pytest.mark.parametrize("saved", ["saving", "failed"])
def test_before_all_is_saved_no_label_is_renamed(saved: Any, bare: Bare) -> None:
    bare.workspace.status.saving(saved)
    label = bare.controller.labels.by_id["LOC"]
    with pytest.raises(PiyueError) as error:
        save(bare.controller, label, {"id": "PLACE"})
    assert error.value.key == "labels.unsaved"
    assert written(bare) == {}
    save(bare.controller, label, {"zh": "地方"})
    assert written(bare)["LOC"]["zh"] == "地方"


async def test_a_label_is_picked_by_name_or_a_new_one_is_made(bare: Bare) -> None:
    told: list[object] = []
    app: Any = bare.controller.screen.app
    app.run_action, app.call_later = "run", lambda *what: told.append(what)
    await bare.press("edit_labels")
    dialog, take = bare.asked.pop()
    assert len(dialog._choices) == len(bare.controller.labels.labels) + 1
    take(None)
    assert bare.asked == []
    take("LOC")
    dialog, shown = bare.asked.pop()
    assert type(dialog).__name__ == "EditLabelScreen"
    shown(None)
    assert (told, bare.said) == ([], "")
    shown("LOC")
    assert told == [("run", "app.take_schema")]
    assert bare.said == bare.workspace.say("labels.saved", id="LOC")
