"""What the project says of tags, in the app: attributes, presets of keys, guidelines."""

from pathlib import Path

import pytest

from tests.app.conftest import Open

LEVEL = """annotator = "ling"
[[labels]]
id = "PLACE"
key = "l"
color = "#55b56a"
en = "Place"
zh = "地点"
[[labels.attributes]]
id = "code"
kind = "number"
[[labels]]
id = "UNION"
key = "o"
color = "#e0a13c"
en = "Union"
zh = "工会"
parent = "PLACE"
[[labels.attributes]]
id = "level"
kind = "enum"
choices = ["市", "区"]
default = "区"
[[labels.attributes]]
id = "founded"
kind = "date"
"""


@pytest.fixture
def levels(folder: Path) -> Path:
    (folder / "piyue.toml").write_text(LEVEL, encoding="utf-8")
    return folder


async def test_a_new_tag_says_its_defaults(running: Open, levels: Path) -> None:
    async with running(levels) as r:
        await r.find("总工会")
        await r.press("o")
        (span,) = r.disk()["spans"].values()
        assert span["attributes"] == {"level": "区"}


async def test_attributes_are_filled_in_by_key_and_checked(running: Open, levels: Path) -> None:
    async with running(levels) as r:
        await r.find("总工会")
        await r.press("o enter 1 2 tab tab x enter")
        assert "founded: x is not a date" in r.screen()
        await r.press("backspace")
        for character in "2001-02-03":
            await r.pilot.press({"-": "minus"}.get(character, character))
        await r.press("enter")
        (span,) = r.disk()["spans"].values()
        assert span["attributes"] == {"level": "区", "code": "12", "founded": "2001-02-03"}


async def test_another_label_keeps_what_it_knows_too(running: Open, levels: Path) -> None:
    async with running(levels) as r:
        await r.find("总工会")
        await r.press("o enter 7 enter exclamation_mark r l")
        (span,) = r.disk()["spans"].values()
        assert (span["label"], span["attributes"]) == ("PLACE", {"code": "7", "certainty": "unsure"})


async def test_slate_s_keys_move_extend_and_label(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text('annotator = "ling"\npreset = "slate"\n', encoding="utf-8")
    async with running(folder) as r:
        await r.find("顺义区")
        start = r.reader.caret.at
        await r.press("semicolon j")
        assert r.reader.caret.at == start
        await r.press("slash space o")
        assert r.tags() == [("ORG", "顺义区总工会")]
        await r.press("u")
        assert r.tags() == []
        await r.press("escape slash slash l space l")
        assert len(r.tags()) == 1
        await r.press("o o")
        assert len(r.tags()) == 1


async def test_the_guideline_of_a_label_is_shown_beside_the_text(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("I")
        assert "no guidelines yet" in r.screen()
        (folder / "guidelines").mkdir()
        (folder / "guidelines" / "ORG.md").write_text("# 机构\n\n写到全称为止。", encoding="utf-8")
        (folder / "guidelines" / "index.md").write_text("总则", encoding="utf-8")
        await r.find("总工会")
        await r.press("o I")
        assert "写到全称为止" in r.screen()
        assert "总则" in r.screen()
        assert "会员8447人" in r.screen()
        await r.press("I")
        assert "写到全称为止" not in r.screen()


async def test_a_project_s_own_states_are_gone_through_and_kept(running: Open, folder: Path) -> None:
    settings = 'annotator = "ling"\n[[states]]\nid = "review"\ncounts_as = "doing"\nen = "to review"\n'
    (folder / "piyue.toml").write_text(settings, encoding="utf-8")
    async with running(folder, size=(120, 30)) as r:
        await r.press("c c")
        assert "to review" in r.screen()
        (article,) = r.disk()["articles"].values()
        assert (article["state"], article["stage"]) == ("doing", "review")
        await r.press("c")
        (article,) = r.disk()["articles"].values()
        assert article["state"] == "done"
        assert "stage" not in article
        await r.press("u")
        assert "to review" in r.screen()


METRICS = """annotator = "ling"
[[labels]]
id = "INDEX"
key = "m"
color = "#e2685d"
en = "Index"
zh = "指标"
role = "quantity"
"""


async def test_a_tag_whose_label_has_the_role_of_a_quantity_is_read(running: Open, levels: Path) -> None:
    (levels / "piyue.toml").write_text(METRICS, encoding="utf-8")
    async with running(levels) as r:
        await r.find("8447")
        await r.press("m")
        (span,) = r.disk()["spans"].values()
    assert (span["label"], span["attributes"]["value"], span["attributes"]["unit"]) == ("INDEX", "8447", "人")


@pytest.mark.parametrize(("columns", "least"), [(80, 40), (120, 36), (200, 70)])
async def test_a_guideline_leaves_room_for_the_text(
    columns: int, least: int, running: Open, folder: Path
) -> None:
    (folder / "guidelines").mkdir()
    (folder / "guidelines" / "index.md").write_text("总则", encoding="utf-8")
    async with running(folder, size=(columns, 30)) as r:
        before = r.reader.size.width
        await r.press("I")
        assert "总则" in r.screen()
        assert r.reader.size.width >= least
        await r.press("I")
        assert r.reader.size.width == before


async def test_the_app_says_that_standard_labels_are_there_too_until_the_settings_say_so(
    running: Open, folder: Path
) -> None:
    own = '[[labels]]\nid = "DRUG"\nkey = "b"\n'
    (folder / "piyue.toml").write_text(own, "utf-8")
    async with running(folder, size=(200, 30)) as r:
        assert "standard_labels = false to leave them out" in r.screen()
        await r.press("b right right p")
        assert {label for label, _ in r.tags()} == {"DRUG", "PERSON"}
    (folder / "piyue.toml").write_text(f"standard_labels = true\n{own}", "utf-8")
    async with running(folder, size=(200, 30)) as r:
        assert "standard_labels" not in r.screen()
