"""The labels of a project that names of a kind get."""

import pytest

from tui.model import DEFAULT_LABELS, Label, LabelSet
from tui.suggest.kinds import fitting_label, labels_by_kind

NAMES = {
    "PERSON": ["PERSON", "PER", "NR", "NAME", "人物", "人名", "姓名"],
    "ORG": ["ORG", "ORGANIZATION", "ORGANISATION", "NT", "COMPANY", "机构", "组织", "机构名"],
    "LOC": ["LOC", "LOCATION", "GPE", "PLACE", "NS", "ADDRESS", "地点", "地名", "地址", "处所"],
    "TITLE": ["TITLE", "POSITION", "POST", "JOB", "职务", "职位", "头衔"],
    "DOC": ["DOC", "DOCUMENT", "LAW", "文件", "法规", "文书"],
    "EVENT": ["EVENT", "事件", "活动"],
}
NAMES["ORG"] += ["组织机构", "单位"]


def label(id_: str, zh: str) -> Label:
    return Label(id=id_, key="o", color="#000000", en="x", zh=zh)


@pytest.mark.parametrize("kind", NAMES)
def test_a_kind_is_known_by_each_usual_name_of_a_label(kind: str) -> None:
    for name in NAMES[kind]:
        made = label(name, "某") if name.isascii() else label("x", name)
        assert labels_by_kind(LabelSet(labels=(made,))) == {kind: made.id}, name
        if name.isascii():
            lower = label(name.lower(), "某")
            assert labels_by_kind(LabelSet(labels=(lower,))) == {kind: name.lower()}, name


def test_the_standard_labels_have_all_kinds() -> None:
    assert set(labels_by_kind(DEFAULT_LABELS)) == set(NAMES)
    assert labels_by_kind(LabelSet(labels=(label("MOOD", "情绪"),))) == {}


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("望津县", ("ORG", "LOC", "PERSON"), "LOC"),
        ("长江大桥", ("ORG", "LOC", "PERSON"), "LOC"),
        ("望津县总工会", ("LOC", "ORG"), "ORG"),
        ("开发区管理局", ("LOC", "ORG"), "ORG"),
        ("飞船", ("ORG", "LOC"), "ORG"),
        ("望津县", ("ORG", "GPE"), "GPE"),
        ("望津县", ("ORG",), "ORG"),
        ("望津县", (), ""),
    ],
)
def test_a_name_that_is_proposed_gets_the_label_that_its_ending_says(
    text: str, labels: tuple[str, ...], expected: str
) -> None:
    assert fitting_label(text, labels) == expected
