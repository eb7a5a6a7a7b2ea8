"""Labels listed, renamed and removed; keys printed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Run
from tui.model import Relation, order
from tui.store.project import Project

SETTINGS = """# ours
standard_labels = false
[[labels]]
id = "ORG"   # the main one
key = "o"
color = "#e0a13c"
en = "Organisation"
zh = "机构"

[[labels]]
id = "UNION"
key = "u"
color = "#e0a13c"
en = "Union"
zh = "工会"
parent = "ORG"

[[relations]]
id = "member"
key = "m"
heads = ["ORG"]
"""


def test_labels_are_listed_with_their_uses(run: Run) -> None:
    status, out, _ = run("labels", "--json")
    uses = {row["id"]: row["spans"] for row in map(json.loads, out.splitlines())}
    assert status == 0
    assert uses == {
        **dict.fromkeys(("PERSON", "TITLE", "LOC", "TIME", "EVENT", "DOC", "METRIC", "INDICATOR"), 0),
        "ORG": 2,
    }


def test_a_label_is_renamed_in_settings_and_annotations_of_everybody(run: Run, project: Path) -> None:
    (project / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    store = Project.find(project)
    own = store.document(PAGE)
    store.save(own.replaced(annotator="zhou"))
    status, out, _ = run("labels", "rename", "ORG", "BODY")
    assert (status, out) == (0, "renamed ORG to BODY; tags: 4\n")
    store = Project.find(project)
    for annotator in (own.annotator, "zhou"):
        assert {span.label for span in store.document(PAGE, annotator).spans} == {"BODY"}
    settings = store.settings
    assert [label.id for label in settings.labels.labels] == ["BODY", "UNION"]
    assert settings.labels.by_id["UNION"].parent == "BODY"
    assert settings.relations[0].heads == ("BODY",)
    assert "# the main one" in (project / "piyue.toml").read_text(encoding="utf-8")


def test_labels_that_are_there_without_settings_are_written_down_by_a_rename(run: Run, project: Path) -> None:
    assert run("labels", "rename", "ORG", "BODY")[0] == 0
    settings = Project.find(project).settings
    assert len(settings.labels.labels) == 9
    assert settings.labels.by_key["o"].id == "BODY"


@pytest.mark.slow
def test_a_renamed_label_of_quantities_still_is_one(run: Run, project: Path) -> None:
    assert run("labels", "rename", "METRIC", "INDEX")[0] == 0
    assert run("labels", "rename", "TIME", "WHEN")[0] == 0
    proposed = [json.loads(line) for line in run("suggest", "--all", "--json")[1].splitlines()]
    values = {row["attributes"].get("value") for row in proposed if row["label"] == "INDEX"}
    labels = {row["label"] for row in proposed}
    assert labels >= {"INDEX", "WHEN"}
    assert labels.isdisjoint({"METRIC", "TIME"})
    assert "1193500" in values
    settings = Project.find(project).settings
    assert (settings.labels.metrics, settings.labels.times) == (("INDEX",), ("WHEN",))
    assert {type_.heads for type_ in settings.relations} == {("INDEX",)}
    assert settings.relations[-1].tails == ("WHEN",)


def test_a_tag_with_a_renamed_label_stays_in_ledger_and_figures(run: Run, project: Path) -> None:
    store = Project.find(project)
    document = store.document(PAGE)
    span = document.spans[0].replaced(label="METRIC", attributes={"value": "69", "unit": "家"})
    store.save(document.replaced(spans=(span, *document.spans[1:])))
    assert run("labels", "rename", "METRIC", "INDEX")[0] == 0
    assert [json.loads(line)["value"] for line in run("ledger", "--json")[1].splitlines()] == ["69"]
    assert json.loads(run("stats", "--json")[1])["metrics"]["by_unit"] == {"家": 1}


def test_a_kind_of_a_quantity_is_one(project: Path) -> None:
    rows = '[[labels]]\nid = "METRIC"\nkey = "m"\ncolor = "#e0a13c"\nen = "M"\nzh = "指标"\n\n'
    child = rows.replace('"METRIC"', '"MONEY"').replace('"m"', '"n"') + 'parent = "METRIC"\n'
    (project / "piyue.toml").write_text(rows + child, encoding="utf-8")
    assert Project.find(project).settings.labels.metrics == ("METRIC", "MONEY")


def test_a_rename_to_a_label_that_is_there_is_refused(run: Run, project: Path) -> None:
    status, _, err = run("labels", "rename", "ORG", "LOC")
    assert (status, "choose another id" in err) == (1, True)
    assert not (project / "piyue.toml").exists()


def joinable(project: Path, **of_union: object) -> Project:
    """A page on which the same place is tagged ORG and UNION, and another place UNION; each is related."""
    (project / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    store = Project.find(project)
    own = store.document(PAGE)
    first, other = own.spans
    places = {"u1": first, "u2": other}
    doubles = [span.replaced(id=id_, label="UNION", **of_union) for id_, span in places.items()]
    spans = sorted((first.replaced(note="seat"), *doubles), key=order)
    relations = [
        Relation(id=f"r{n}", label="member", head=head, tail=tail)
        for n, (head, tail) in enumerate((("u1", "u2"), (first.id, "u2"), ("u1", first.id)))
    ]
    store.save(own.replaced(spans=tuple(spans), relations=tuple(relations)))
    return Project.find(project)


def test_one_label_goes_into_another_and_tags_of_the_same_place_become_one(run: Run, project: Path) -> None:
    before = joinable(project, attributes={"certainty": "unsure"}).document(PAGE)
    (first,) = (span for span in before.spans if span.label == "ORG")
    status, out, err = run("labels", "join", "UNION", "ORG")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "UNION is joined to ORG, and removed; tags: 2",
        "1 tag stood where another one has this label, and became one with it",
    ]
    store = Project.find(project)
    now = store.document(PAGE)
    assert [(span.id, span.label) for span in now.spans] == [(first.id, "ORG"), ("u2", "ORG")]
    assert (now.spans[0].note, now.spans[0].attributes) == ("seat", {"certainty": "unsure"})
    assert [(r.label, r.head, r.tail) for r in now.relations] == [("member", first.id, "u2")]
    assert [label.id for label in store.settings.labels.labels] == ["ORG"]
    assert "# the main one" in (project / "piyue.toml").read_text(encoding="utf-8")
    assert run("labels", "join", "UNION", "ORG")[0] == 1, "it is not there any more"


def test_tags_that_say_different_things_are_not_made_one(run: Run, project: Path) -> None:
    joinable(project, note="people")
    assert "became one" not in run("labels", "join", "UNION", "ORG")[1]
    now = Project.find(project).document(PAGE)
    assert sorted((span.label, span.note) for span in now.spans) == [
        *(("ORG", "people"), ("ORG", "people"), ("ORG", "seat")),
    ]
    assert len(now.relations) == 3
    assert "overlaps" in run("check")[1]


def test_a_label_that_settings_lost_is_joined_or_renamed_and_not_said_to_be_nowhere(
    run: Run, project: Path
) -> None:
    joinable(project)
    (project / "piyue.toml").write_text(SETTINGS.replace('"UNION"', '"OTHER"'), encoding="utf-8")
    status, _, err = run("labels", "remove", "UNION")
    assert (status, "UNION is the label of 2 tags; `piyue labels join UNION OTHER`" in err) == (1, True)
    assert "became one" in run("labels", "rename", "UNION", "ORG")[1]
    assert {span.label for span in Project.find(project).document(PAGE).spans} == {"ORG"}
    for nothing in (("UNION", "ORG"), ("ORG", "UNION")):
        status, out, err = run("labels", "join", *nothing)
        assert (status, out) == (1, "")
        assert "there is no label" in err


def test_who_renames_to_a_label_that_is_there_is_told_how_to_join(run: Run, project: Path) -> None:
    joinable(project)
    assert "`piyue labels join UNION ORG`" in run("labels", "rename", "UNION", "ORG")[2]


@pytest.mark.parametrize(("table", "id_"), [("labels", "ORG"), ("relations", "subject")])
@pytest.mark.parametrize("how", ["rename", "join"])
def test_nothing_is_renamed_to_or_joined_with_itself(
    table: str, id_: str, how: str, run: Run, project: Path
) -> None:
    status, _, err = run(table, how, id_, id_)
    assert (status, f"both ids are {id_}" in err) == (1, True)


def test_relation_types_are_joined_with_the_same_relation_once(run: Run, project: Path) -> None:
    store = Project.find(project)
    own = store.document(PAGE)
    head, tail = (span.id for span in own.spans)
    made = [Relation(id=label, label=label, head=head, tail=tail) for label in ("indicator", "subject")]
    store.save(own.replaced(relations=tuple(made)))
    assert run("relations", "join", "indicator", "subject")[1].splitlines() == [
        "indicator is joined to subject, and removed; relations: 1",
        "1 relation said what another one says, and became one with it",
    ]
    store = Project.find(project)
    assert [r.label for r in store.document(PAGE).relations] == ["subject"]
    assert [type_.id for type_ in store.settings.relations] == ["subject", "period"]


def test_a_label_with_uses_is_not_removed(run: Run, project: Path) -> None:
    status, _, err = run("labels", "remove", "ORG")
    assert (status, "is the label of 2 tags" in err) == (1, True)
    assert run("labels", "remove", "DOC")[0] == 0
    assert "DOC" not in Project.find(project).settings.labels.by_id


def test_a_label_that_settings_lost_can_still_be_renamed(run: Run, project: Path) -> None:
    (project / "piyue.toml").write_text(SETTINGS.replace('"ORG"', '"BODY"'), encoding="utf-8")
    assert '"known": false, "spans": 2' in run("labels", "--json")[1]
    assert run("labels", "rename", "ORG", "BODY")[0] == 0
    assert {span.label for span in Project.find(project).document(PAGE).spans} == {"BODY"}


def test_keys_are_printed_as_they_are_here(run: Run, project: Path) -> None:
    (project / "piyue.toml").write_text('[keys]\nundo = "f11"\n', encoding="utf-8")
    status, out, _ = run("keys")
    assert status == 0
    assert f"{'f11':<26}undo the last change  [undo]\n" in out
    assert f"{'o':<26}ORG  Organisation\n" in out


def test_relation_types_are_listed_with_their_roles_and_uses(run: Run, project: Path) -> None:
    relate(project)
    rows = [json.loads(line) for line in run("relations", "--json")[1].splitlines()]
    assert [(row["id"], row["role"], row["relations"]) for row in rows] == [
        ("indicator", "indicator", 0),
        ("subject", "subject", 1),
        ("period", "period", 0),
    ]
    assert rows[1]["tails"] == ["ORG", "LOC", "PERSON"]


def test_a_renamed_relation_type_keeps_its_role_and_its_relations(run: Run, project: Path) -> None:
    relate(project)
    status, out, _ = run("relations", "rename", "subject", "owner")
    assert (status, out) == (0, "renamed subject to owner; relations: 1\n")
    store = Project.find(project)
    assert [relation.label for relation in store.document(PAGE).relations] == ["owner"]
    assert store.settings.annotation_schema.relations_with("subject") == {"owner"}
    (row,) = (json.loads(line) for line in run("ledger", "--json")[1].splitlines())
    assert row["subject"] == row["subject_text"] != ""


def test_a_relation_type_with_uses_is_not_removed(run: Run, project: Path) -> None:
    relate(project)
    status, _, err = run("relations", "remove", "subject")
    assert (status, "is the type of 1 relation;" in err) == (1, True)
    assert run("relations", "remove", "period")[0] == 0
    assert [type_.id for type_ in Project.find(project).settings.relations] == ["indicator", "subject"]


def relate(project: Path) -> None:
    """Make the first tag of the page a metric whose subject the second one is."""
    store = Project.find(project)
    document = store.document(PAGE)
    metric = document.spans[0].replaced(label="METRIC", attributes={"value": "69", "unit": "家"})
    relation = Relation(id="r", label="subject", head=metric.id, tail=document.spans[1].id)
    store.save(document.replaced(spans=(metric, *document.spans[1:]), relations=(relation,)))


def test_a_label_is_added_with_a_free_key_and_a_colour_of_its_own(run: Run, project: Path) -> None:
    status, out, _ = run("labels", "add", "DRUG", "--zh", "药品")
    assert status == 0
    known = Project.find(project).settings.labels
    added = known.by_id["DRUG"]
    assert (added.en, added.zh) == ("药品", "药品")
    assert f"key {added.key}, colour {added.color}" in out
    assert len({label.key for label in known.labels}) == len({label.color for label in known.labels}) == 10
    assert run("labels", "add", "DRUG")[0] == 1


def test_a_label_whose_key_is_taken_is_refused_with_the_keys_that_are_free(run: Run, project: Path) -> None:
    run("labels", "add", "DRUG", "--key", "b")
    before = (project / "piyue.toml").read_bytes()
    status, _, err = run("labels", "add", "DISEASE", "--key", "b")
    assert status == 1
    assert "two labels use 'b' (also DRUG); free keys are g j" in err
    assert (project / "piyue.toml").read_bytes() == before


def test_fields_of_a_label_are_changed_and_the_others_stay(run: Run, project: Path) -> None:
    before = Project.find(project).settings.labels
    status, out, _ = run("labels", "change", "ORG", "--key", "g", "--zh", "单位")
    assert (status, "key g" in out) == (0, True)
    after = Project.find(project).settings.labels
    assert after.by_id["ORG"] == before.by_id["ORG"].replaced(key="g", zh="单位")
    assert [label.id for label in after.labels] == [label.id for label in before.labels]
    assert run("labels", "change", "NOBODY", "--key", "b")[0] == 1
    status, _, err = run("labels", "change", "ORG", "--key", "a")
    assert (status, "next_open" in err) == (1, True)
    assert Project.find(project).settings.labels == after


def test_removing_a_standard_label_leaves_the_others_and_the_own_ones(run: Run, project: Path) -> None:
    run("labels", "add", "DRUG")
    assert run("labels", "remove", "EVENT")[0] == 0
    known = Project.find(project).settings.labels.by_id
    assert "EVENT" not in known
    assert {"DRUG", "PERSON", "METRIC"} <= known.keys()


def test_it_is_said_that_the_standard_labels_are_beside_own_ones_until_the_file_says_so(
    run: Run, project: Path
) -> None:
    assert "standard_labels" not in run("labels")[2]
    own = '[[labels]]\nid = "DRUG"\nkey = "b"\n'
    (project / "piyue.toml").write_text(own, encoding="utf-8")
    assert "standard_labels = false to leave them out" in run("labels")[2]
    for said in ("true", "false"):
        (project / "piyue.toml").write_text(f"standard_labels = {said}\n{own}", encoding="utf-8")
        assert run("labels")[2] == ""
