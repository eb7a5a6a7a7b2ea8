"""Labels, relation types and keys as people read them, and commands about them that are refused."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, INDICATOR, ORG, Tag, work
from tui.store.project import Project

root, run = team_conftest.root, team_conftest.run
SETTINGS = """\
standard_labels = false
[[labels]]
id = "ORG"
key = "o"
color = "#e0a13c"
en = "Body"
zh = "机构"

[[labels]]
id = "UNION"
key = "u"
color = "#a0a13c"
en = "Union"
zh = "工会"
parent = "ORG"

[[relations]]
id = "member"
key = "m"
en = "member of"
zh = "成员"
heads = ["ORG"]
tails = ["UNION"]
"""


@pytest.fixture
def own(root: Path) -> Path:
    """A project with two labels and a relation of its own; a tag and a relation that it does not know."""
    work(root, "ling", "first", [ORG, COUNT, INDICATOR], [(COUNT, INDICATOR)])
    work(root, "wang", "first", [ORG, Tag("今年", "UNION")])
    (root / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    return root


def test_labels_are_lines_of_key_id_uses_and_name(run: Run, own: Path) -> None:
    assert [line.split() for line in run("labels")[1].splitlines()] == [
        ["o", "ORG", "2", "Body"],
        ["u", "UNION", "1", "Union"],
        ["?", "INDICATOR", "1", "?"],
        ["?", "METRIC", "1", "?"],
    ]
    assert [line.split()[-1] for line in run("--lang", "zh", "labels")[1].splitlines()[:2]] == [
        "机构",
        "工会",
    ]


def test_labels_say_what_the_settings_know_of_them(run: Run, own: Path) -> None:
    rows = [json.loads(line) for line in run("labels", "--json")[1].splitlines()]
    assert rows[1] == {
        "id": "UNION",
        "key": "u",
        "en": "Union",
        "zh": "工会",
        "parent": "ORG",
        "role": None,
        "known": True,
        "spans": 1,
    }
    nobody = {"key": None, "en": None, "zh": None, "parent": None, "known": False, "spans": 1}
    assert {key: value for key, value in rows[3].items() if key != "role"} == {"id": "METRIC", **nobody}


def test_where_no_relation_type_says_what_a_metric_measures_a_line_says_so(run: Run, root: Path) -> None:
    own = "[[relations]]\nid = 'member'\nkey = 'm'\nen = 'member of'\n"
    settings = root / "piyue.toml"
    settings.write_text(own, encoding="utf-8")
    assert "[[relations]] of piyue.toml replace the standard types" in run("relations")[2]
    subject = "[[relations]]\nid = 'subject'\nkey = 's'\nrole = 'subject'\n"
    settings.write_text(own + subject, encoding="utf-8")
    assert run("relations")[2] == ""
    settings.write_text("", encoding="utf-8")
    assert run("relations")[2] == ""


def test_a_relation_type_that_leads_from_no_label_is_named(run: Run, root: Path) -> None:
    own = "[[relations]]\nid = 'subject'\nkey = 's'\nrole = 'subject'\nheads = ['METRIK', 'METRIC']\n"
    (root / "piyue.toml").write_text(own, encoding="utf-8")
    assert run("relations")[2].splitlines() == [
        "relation subject: there is no label METRIK; correct heads or tails in piyue.toml"
    ]


def test_relation_types_are_lines_of_key_id_uses_and_name(run: Run, own: Path) -> None:
    assert [line.split() for line in run("relations")[1].splitlines()] == [
        ["m", "member", "0", "member", "of"],
        ["?", "indicator", "1", "?"],
    ]
    known, unknown = (json.loads(line) for line in run("relations", "--json")[1].splitlines())
    assert known == {
        "id": "member",
        "key": "m",
        "en": "member of",
        "zh": "成员",
        "role": None,
        "heads": ["ORG"],
        "tails": ["UNION"],
        "known": True,
        "relations": 0,
    }
    assert (unknown["id"], unknown["known"], unknown["heads"], unknown["relations"]) == (
        "indicator",
        False,
        [],
        1,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("labels", "rename", "ORG"), "labels rename"),
        (("labels", "rename", "ORG", "A", "B"), "labels rename"),
        (("labels", "remove"), "remove"),
        (("labels", "add"), "add"),
        (("labels", "add", "A", "B"), "add"),
        (("labels", "remove", "NOBODY"), "NOBODY"),
        (("labels", "remove", "METRIC"), "METRIC"),
        (("labels", "rename", "NOBODY", "SOMEBODY"), "NOBODY"),
        (("labels", "rename", "ORG", "UNION"), "UNION"),
        (("labels", "change", "METRIC", "--key", "z"), "METRIC"),
        (("labels", "add", "ORG"), "ORG"),
        (("labels", "add", "DRUG", "--key", ""), "DRUG"),
        (("relations", "rename", "nobody", "x"), "nobody"),
        (("relations", "remove", "indicator"), "indicator"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    run: Run, own: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    status, out, err = run(*arguments)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert said.split()[-1] in err
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before


def test_a_label_that_only_tags_have_can_be_renamed_to_one_that_settings_have(run: Run, own: Path) -> None:
    assert run("labels", "rename", "METRIC", "UNION")[1] == "renamed METRIC to UNION; tags: 1\n"
    labels = [span.label for span in Project(own).document("first", "ling").spans]
    assert sorted(labels) == ["INDICATOR", "ORG", "UNION"]
    assert [label.id for label in Project(own).settings.labels.labels] == ["ORG", "UNION"]


def test_a_rename_that_was_cut_off_can_be_repeated(run: Run, own: Path) -> None:
    settings = own / "piyue.toml"
    settings.write_text(
        SETTINGS.replace('"ORG"', '"BODY"'), encoding="utf-8"
    )  # the settings are the last step
    assert run("labels", "rename", "ORG", "BODY")[1] == "renamed ORG to BODY; tags: 2\n"
    for name in ("ling", "wang"):
        assert "ORG" not in {span.label for span in Project(own).document("first", name).spans}
    assert run("labels", "rename", "ORG", "BODY")[0] == 1


def test_a_rename_counts_and_leaves_other_pages_as_they_are(run: Run, own: Path) -> None:
    work(own, "ling", "second", [Tag("去年", "UNION")])
    file = own / "annotations" / "ling" / "first.json"
    before = file.read_bytes()
    assert run("labels", "rename", "UNION", "GUILD")[1] == "renamed UNION to GUILD; tags: 2\n"
    assert file.read_bytes() == before
    assert run("relations", "rename", "member", "part")[1] == "renamed member to part; relations: 0\n"
    assert [kind.id for kind in Project(own).settings.relations] == ["part"]


def test_a_tag_without_a_place_is_renamed_with_the_others(run: Run, own: Path) -> None:
    (own / "seeds" / "first.txt").write_text("换了一页。\n", encoding="utf-8")
    assert "2" in run("labels", "rename", "ORG", "BODY")[1]
    assert {span.label for span in Project(own).document("first", "ling").orphans} >= {"BODY"}


def test_removing_says_what_is_gone(run: Run, own: Path) -> None:
    assert run("relations", "remove", "member") == (0, "removed member\n", "")
    assert [row.split()[1] for row in run("relations")[1].splitlines() if not row.startswith("?")] == []


def test_all_that_can_be_said_of_a_label_is_written(run: Run, own: Path) -> None:
    said = {
        "key": "d",
        "en": "Drug",
        "zh": "药品",
        "color": "#112233",
        "parent": "ORG",
        "description": "处方药",
    }
    options = [part for name, value in said.items() for part in (f"--{name}", value)]
    status, out, _ = run("labels", "add", "DRUG", *options)
    label = Project(own).settings.labels.by_id["DRUG"]
    assert status == 0
    assert {name: getattr(label, name) for name in said} == said
    assert ("key d" in out, "#112233" in out) == (True, True)
    assert run("labels", "change", "DRUG", "--description", "新药", "--parent", "")[0] == 0
    label = Project(own).settings.labels.by_id["DRUG"]
    assert (label.description, label.parent or "", label.zh) == ("新药", "", "药品")


def test_keys_are_listed_by_group_with_labels_first(run: Run, own: Path) -> None:
    lines = run("keys")[1].splitlines()
    assert lines[0].startswith("Labels")
    assert [line.split() for line in lines[1:3]] == [["o", "ORG", "Body"], ["u", "UNION", "Union"]]
    blanks = [number for number, line in enumerate(lines) if not line]
    assert lines[blanks[0] + 1] == "Move"
    assert all("[" not in lines[number + 1] for number in blanks)
    rows = [line for line in lines[3:] if line.endswith("]")]
    assert len(rows) + 2 * len(blanks) == len(lines[3:])
    assert any("[word_left]" in row for row in rows)
    assert any(row.startswith("pgup ") for row in rows)
    assert "UNION  工会" in run("--lang", "zh", "keys")[1]


def test_keys_of_lists_say_that_they_are_of_lists(run: Run, own: Path) -> None:
    rows = [line for line in run("keys")[1].splitlines() if line.endswith("]")]
    of_lists = [row for row in rows if "(in the side lists)" in row]
    assert 0 < len(of_lists) < len(rows) / 2
