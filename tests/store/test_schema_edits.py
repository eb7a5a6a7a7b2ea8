"""Edits of the label schema in `piyue.toml`: what people wrote stays, what changes is read next."""

from pathlib import Path

import pytest

from tui.errors import ProjectError
from tui.model import DEFAULT_LABELS, DEFAULT_RELATIONS
from tui.store.project import Project
from tui.store.settings.edit import add_label, change_label, remove_row, rename_row
from tui.store.settings.model import Settings
from tui.store.template import Choices, settings_text

OWN = """\
# of our desk
annotator = "ling"
standard_labels = false

[[labels]]
id = "UNION"  # all levels
key = "u"
color = "#102030"
en = "Union"
zh = "工会"

[[labels]]
id = "DISTRICT"
parent = "UNION"
key = "d"
color = "#302010"
en = "District union"
zh = "区工会"

[[relations]]
id = "part"
key = "p"
en = "part of"
zh = "属于"
heads = ["DISTRICT", "UNION"]
tails = ["UNION"]

[[relations]]
id = "beside"
key = "b"
en = "beside"
zh = "相邻"
"""


IDS = [label.id for label in DEFAULT_LABELS.labels]


def project(folder: Path, text: str | None = OWN) -> Project:
    (folder / "seeds").mkdir()
    if text is not None:
        (folder / "piyue.toml").write_text(text, "utf-8")
    return Project(folder)


def again(folder: Path) -> Settings:
    return Project(folder).settings


def text_of(folder: Path) -> str:
    return (folder / "piyue.toml").read_text("utf-8")


def test_a_label_has_its_new_id_wherever_the_settings_name_it(tmp_path: Path) -> None:
    made = project(tmp_path)
    write = rename_row(made, "labels", "UNION", "ORG")
    assert text_of(tmp_path) == OWN
    write()
    assert [label.id for label in made.settings.labels.labels] == ["ORG", "DISTRICT"]
    assert [(label.id, label.parent) for label in again(tmp_path).labels.labels] == [
        ("ORG", None),
        ("DISTRICT", "ORG"),
    ]
    part, beside = again(tmp_path).relations
    assert (part.heads, part.tails, beside.heads, beside.tails) == (("DISTRICT", "ORG"), ("ORG",), (), ())


def test_a_renamed_row_keeps_what_people_wrote_around_it(tmp_path: Path) -> None:
    rename_row(project(tmp_path), "labels", "UNION", "ORG")()
    assert text_of(tmp_path) == (
        OWN.replace('"UNION"  #', '"ORG"  #')
        .replace('parent = "UNION"', 'parent = "ORG"')
        .replace('heads = ["DISTRICT", "UNION"]', 'heads = ["DISTRICT", "ORG"]')
        .replace('tails = ["UNION"]', 'tails = ["ORG"]')
    )


def test_a_relation_type_is_renamed_and_labels_of_that_name_are_not(tmp_path: Path) -> None:
    rename_row(project(tmp_path), "relations", "part", "within")()
    assert text_of(tmp_path) == OWN.replace('id = "part"', 'id = "within"')


@pytest.mark.parametrize("text", [None, "", 'annotator = "ling"\n'])
def test_a_standard_label_keeps_its_role_under_a_new_id(tmp_path: Path, text: str | None) -> None:
    rename_row(project(tmp_path, text), "labels", "METRIC", "NUMBER")()
    labels = again(tmp_path).labels
    assert [label.id for label in labels.labels] == [
        "NUMBER" if label.id == "METRIC" else label.id for label in DEFAULT_LABELS.labels
    ]
    assert (labels.metrics, labels.times) == (("NUMBER",), DEFAULT_LABELS.times)


def test_a_standard_label_is_renamed_where_the_standard_relation_types_name_it(tmp_path: Path) -> None:
    rename_row(project(tmp_path, None), "labels", "TIME", "WHEN")()
    found = {type_.id: type_ for type_ in again(tmp_path).relations}
    for type_ in DEFAULT_RELATIONS:
        heads, tails = (
            tuple("WHEN" if end == "TIME" else end for end in ends) for ends in (type_.heads, type_.tails)
        )
        assert (found[type_.id].heads, found[type_.id].tails) == (heads, tails)
        assert found[type_.id].role == type_.role


def test_relation_types_that_name_no_renamed_label_are_not_written_down(tmp_path: Path) -> None:
    named = {end for type_ in DEFAULT_RELATIONS for end in (*type_.heads, *type_.tails)}
    free = next(label.id for label in DEFAULT_LABELS.labels if label.id not in named)
    rename_row(project(tmp_path, None), "labels", free, "FREE")()
    assert "relations" not in text_of(tmp_path)
    assert again(tmp_path).relations == Settings().relations


def test_a_standard_relation_type_keeps_its_role_under_a_new_id(tmp_path: Path) -> None:
    for type_ in DEFAULT_RELATIONS:
        (tmp_path / type_.id).mkdir()
        rename_row(project(tmp_path / type_.id, None), "relations", type_.id, "other")()
        found = {each.id: each.role for each in again(tmp_path / type_.id).relations}
        wanted = {each.id: each.role for each in DEFAULT_RELATIONS} | {"other": type_.role}
        del wanted[type_.id]
        assert found == wanted


def test_what_would_not_be_allowed_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    made = project(tmp_path)
    for change in (
        lambda: rename_row(made, "labels", "UNION", "DISTRICT"),
        lambda: change_label(made, "UNION", {"color": "red"}),
        lambda: add_label(made, {"id": "UNION", "key": "x", "color": "#000000", "en": "x", "zh": "x"}),
        lambda: remove_row(made, "labels", "UNION"),
    ):
        with pytest.raises(ProjectError):
            change()
    assert text_of(tmp_path) == OWN


def test_a_row_is_removed_and_the_others_stay(tmp_path: Path) -> None:
    made = project(tmp_path)
    remove_row(made, "relations", "beside")
    remove_row(made, "labels", "DISTRICT")
    assert [label.id for label in made.settings.labels.labels] == ["UNION"]
    assert [type_.id for type_ in again(tmp_path).relations] == ["part"]
    assert "# all levels" in text_of(tmp_path)


def test_a_standard_label_is_removed_and_all_others_are_written_down(tmp_path: Path) -> None:
    remove_row(project(tmp_path, None), "labels", "DOC")
    assert [label.id for label in again(tmp_path).labels.labels] == [id_ for id_ in IDS if id_ != "DOC"]


def test_fields_of_a_label_change_and_an_empty_one_is_left_out(tmp_path: Path) -> None:
    made = project(tmp_path, OWN.replace('zh = "工会"\n', 'zh = "工会"\ndescription = "名称"\n', 1))
    write = change_label(made, "UNION", {"zh": "工会组织", "description": "", "key": "g"})
    assert made.settings.labels.labels[0].description == "名称"
    write()
    label, other = again(tmp_path).labels.labels
    assert (label.zh, label.description, label.key, label.en, other.zh) == (
        "工会组织",
        "",
        "g",
        "Union",
        "区工会",
    )
    assert "description" not in text_of(tmp_path)


def test_labels_are_added_behind_those_that_are_there(tmp_path: Path) -> None:
    made = project(tmp_path, None)
    row = {"id": "PRIZE", "key": "z", "color": "#123456", "en": "Prize", "zh": "奖项"}
    with pytest.raises(ProjectError, match="no"):
        add_label(made, row, _refuse)
    assert not (tmp_path / "piyue.toml").exists()
    add_label(made, row)()
    add_label(made, row | {"id": "FILM", "key": "y", "zh": "影片"})()
    found = {label.id: label.zh for label in again(tmp_path).labels.labels}
    assert (found["PRIZE"], found["FILM"]) == ("奖项", "影片")
    assert set(found) == {*IDS, "PRIZE", "FILM"}
    assert text_of(tmp_path).count("[[labels]]") == 2


def _refuse(settings: Settings) -> None:
    assert "PRIZE" in {label.id for label in settings.labels.labels}
    raise ProjectError("settings.unreadable", path="no", reason="no")


def test_standard_labels_beside_own_ones_are_written_down_once(tmp_path: Path) -> None:
    own = OWN.replace("standard_labels = false\n", "")
    before = [label.id for label in project(tmp_path, own).settings.labels.labels]
    rename_row(Project(tmp_path), "labels", "UNION", "CLUB")()
    assert [label.id for label in again(tmp_path).labels.labels] == ["CLUB", *before[1:]]
    assert text_of(tmp_path).count("[[labels]]") == len(before)
    assert text_of(tmp_path).count("[[relations]]") == 2


@pytest.mark.parametrize("text", [None, "", 'annotator = "x"', 'annotator = "x"\n', settings_text(Choices())])
def test_what_is_added_stands_apart_by_one_empty_line(tmp_path: Path, text: str | None) -> None:
    rename_row(project(tmp_path, text), "labels", "ORG", "FIRM")()
    before, _, rows = text_of(tmp_path).partition("[[labels]]\nid")
    assert before.endswith("\n\n")
    assert not before.endswith("\n\n\n")
    assert "\n\n[[relations]]" in rows
    assert "\n\n\n" not in rows


def test_the_template_s_line_on_standard_labels_says_that_all_are_written_down(tmp_path: Path) -> None:
    template = settings_text(Choices())
    rename_row(project(tmp_path, template), "labels", "ORG", "FIRM")()
    said = template.replace("#standard_labels = true", "standard_labels = false")
    assert text_of(tmp_path).startswith(said)
    assert said != template
