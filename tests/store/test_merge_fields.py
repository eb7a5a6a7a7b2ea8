"""What becomes of one record that two sides changed, field by field."""

from typing import Any

import pytest

from tui.store.merge import Conflict, Tables, merge
from tui.store.record_keys import identity, number_of

OLD, NEW = "2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z"
Labels = dict[str, list[str]] | None


def article(labels: Labels, updated: str, **fields: Any) -> Tables:
    row: dict[str, Any] = {"article": "p#1", "state": "done", "updated": updated, **fields}
    return {"articles": {"1": row if labels is None else row | {"labels": labels}}}


def merged(base: Tables | None, ours: Tables, theirs: Tables) -> tuple[dict[str, Any], list[Conflict]]:
    """The one record of both, whichever side is ours."""
    found, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert (found.tables, found.conflicts) == (other.tables, other.conflicts)
    ((row,),) = (rows.values() for rows in found.tables.values())
    return row, found.conflicts


@pytest.mark.parametrize(
    ("base", "newer", "older", "expected"),
    [
        (None, {"topic": ["劳动"]}, {"mood": ["好"]}, {"topic": ["劳动"], "mood": ["好"]}),
        (None, {"topic": ["劳动"]}, None, {"topic": ["劳动"]}),
        (None, None, {"topic": ["劳动"]}, {"topic": ["劳动"]}),
        (None, {"topic": ["甲"]}, {"topic": ["乙"]}, {"topic": ["甲"]}),
        ({"topic": ["甲"]}, {"topic": ["甲"]}, {"topic": ["乙"]}, {"topic": ["乙"]}),
        ({"topic": ["甲"]}, {"topic": ["乙"]}, {"topic": ["甲"]}, {"topic": ["乙"]}),
        ({"topic": ["甲"]}, {"topic": ["乙"]}, {"topic": ["丙"]}, {"topic": ["乙"]}),
        ({"topic": ["甲"]}, {}, {"topic": ["甲"]}, {}),
        ({"topic": ["甲"]}, {"topic": ["甲"]}, {}, {}),
        ({"topic": ["甲"]}, {}, {"topic": ["乙"]}, {"topic": ["乙"]}),
        ({"topic": ["甲"], "mood": ["好"]}, {"topic": ["甲"]}, {"mood": ["好"]}, {}),
    ],
)
def test_labels_of_an_article_are_put_together_label_by_label(
    base: Labels, newer: Labels, older: Labels, expected: dict[str, list[str]]
) -> None:
    was = article(base, "2026-02-01T12:00:00Z")
    row, conflicts = merged(was, article(newer, NEW, seconds=3), article(older, OLD, seconds=9))
    assert row == {"article": "p#1", "state": "done", "updated": NEW, "seconds": 3, "labels": expected}
    assert conflicts == []


def test_what_else_two_sides_say_of_an_article_is_in_conflict() -> None:
    row, (conflict,) = merged(None, article({"a": ["x"]}, NEW), article({"b": ["y"]}, OLD, state="skipped"))
    labels = {"a": ["x"], "b": ["y"]}
    assert row == {"article": "p#1", "state": "done", "updated": NEW, "labels": labels}
    assert (conflict.table, conflict.kept, conflict.dropped["state"]) == ("articles", row, "skipped")
    row, (conflict,) = merged(None, article(None, NEW, note="甲"), article(None, OLD, note="乙"))
    assert (row["note"], conflict.dropped["note"], "labels" in row) == ("甲", "乙", False)


def test_what_only_articles_have_put_together_is_in_conflict_elsewhere() -> None:
    one, other = ({"id": "a", "updated": at, "labels": {at: ["x"]}} for at in (OLD, NEW))
    row, (conflict,) = merged(None, {"spans": {"1": one}}, {"spans": {"1": other}})
    assert (row, conflict.dropped) == (other, one)


@pytest.mark.parametrize(
    ("base", "one", "other", "expected", "is_conflict"),
    [
        ({}, {"date": "2023"}, {}, {"date": "2023"}, False),
        ({}, {"date": "2023"}, {"date": "2023"}, {"date": "2023"}, False),
        ({}, {"date": "2023"}, {"date": "2024"}, {"date": "2024"}, True),
        ({"date": "2023"}, {"date": "2023"}, {"date": "2024"}, {"date": "2024"}, False),
        ({"date": "2024"}, {"date": "2024"}, {"date": "2023"}, {"date": "2023"}, False),
        ({"date": "2023"}, {}, {"date": "2024"}, {"date": "2024"}, False),
        ({"date": "2023"}, {"date": "2023", "x": 1}, {}, {"x": 1}, False),
        ({"sha256": "a"}, {"sha256": "a"}, {"sha256": "b"}, {"sha256": "b"}, False),
        ({"sha256": "a"}, {"sha256": "c"}, {"sha256": "b"}, {"sha256": ""}, False),
        ({"sha256": "a"}, {"sha256": "b", "x": 1}, {"sha256": "b"}, {"sha256": "b", "x": 1}, False),
        ({}, {"date": "2023", "x": 1}, {"date": "2023"}, {"date": "2023", "x": 1}, False),
        ({"version": 1}, {"version": 3}, {"version": 2}, {"version": 3}, False),
    ],
)
def test_what_is_said_of_a_file_is_put_together_field_by_field(
    base: dict[str, Any],
    one: dict[str, Any],
    other: dict[str, Any],
    expected: dict[str, Any],
    is_conflict: bool,
) -> None:
    sides: list[Tables] = [{"meta": {"1": {"page": "p", **said}}} for said in (base, one, other)]
    row, conflicts = merged(*sides)
    assert row == {"page": "p", **expected}
    assert [(c.table, c.kept, c.dropped) for c in conflicts] == (
        [("meta", {"date": "2024"}, {"date": "2023"})] if is_conflict else []
    )


SPAN = {"id": "a", "label": "ORG", "created": OLD, "updated": OLD}


@pytest.mark.parametrize(
    ("base", "one", "other", "expected"),
    [
        (SPAN, SPAN, None, None),
        (SPAN, None, None, None),
        (SPAN, SPAN | {"label": "LOC"}, None, SPAN | {"label": "LOC"}),
        (None, SPAN, None, SPAN),
        (SPAN, SPAN | {"note": "x"}, SPAN, SPAN | {"note": "x"}),
    ],
)
def test_a_record_is_removed_only_where_nobody_changed_it(
    base: dict[str, Any] | None,
    one: dict[str, Any] | None,
    other: dict[str, Any] | None,
    expected: dict[str, Any] | None,
) -> None:
    sides: list[Tables] = [{"spans": {} if row is None else {"7": row}} for row in (base, one, other)]
    for ours, theirs in ((sides[1], sides[2]), (sides[2], sides[1])):
        found = merge(sides[0], ours, theirs)
        assert found == ({"spans": {} if expected is None else {"7": expected}}, [])


def test_what_theirs_removed_stays_removed_where_that_is_asked_for() -> None:
    changed, own = SPAN | {"label": "LOC"}, SPAN | {"id": "b"}
    base: Tables = {"spans": {"7": SPAN}, "relations": {"1": {"id": "r"}}}
    ours: Tables = {"spans": {"7": changed, "8": own}, "relations": {"1": {"id": "r"}}}
    theirs: Tables = {"spans": {}, "relations": {"1": {"id": "r"}}}
    found = merge(base, ours, theirs, removed_stays=True)
    assert found == ({"spans": {"8": own}, "relations": {"1": {"id": "r"}}}, [])
    assert list(merge(base, ours, theirs).tables["spans"].values()) == [changed, own]
    kept = merge(None, ours, theirs, removed_stays=True)  # without a base nobody removed anything
    assert list(kept.tables["spans"].values()) == [changed, own]


def test_of_a_record_without_times_one_holds_and_the_other_is_named() -> None:
    row, (conflict,) = merged(
        None, {"spans": {"1": {"id": "a", "label": "X"}}}, {"spans": {"1": {"id": "a", "label": "Y"}}}
    )
    assert {row["label"], conflict.dropped["label"]} == {"X", "Y"}
    row, _ = merged(
        None, {"spans": {"1": {"id": "a", "created": NEW}}}, {"spans": {"1": {"id": "a", "created": OLD}}}
    )
    assert row["created"] == NEW
    older, newer = {"attributes": {"b": 1}, "created": OLD}, {"attributes": {"a": 1}, "created": NEW}
    row, _ = merged(None, {"spans": {"1": {"id": "a"} | newer}}, {"spans": {"1": {"id": "a"} | older}})
    assert row == {"id": "a"} | newer  # of a tag that nobody changed since it was made, the later one holds
    row, _ = merged(
        None, {"spans": {"1": {"id": "a", "version": 2}}}, {"spans": {"1": {"id": "a", "updated": NEW}}}
    )
    assert row == {"id": "a", "version": 2}


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("blocks", [{"segments": [[0, 5]]}, {"segments": [[4, 9]]}, {"segments": [[9, 12]]}]),
        ("words", [{"segments": [[0, 5]]}, {"segments": [[4, 6], [8, 9]]}, {"segments": [[9, 12]]}]),
        ("reads", [{"segments": [[0, 5]]}, {"segments": [[1, 2]]}, {"segments": [[5, 12]]}]),
        ("borders", [{"at": 5, "begins": True}, {"at": 5, "begins": False}, {"at": 6, "begins": True}]),
    ],
)
def test_of_two_corrections_of_one_place_the_newer_one_stays(table: str, rows: list[dict[str, Any]]) -> None:
    old, new, apart = ({**row, "updated": at} for row, at in zip(rows, (OLD, NEW, OLD), strict=True))
    found = merge(None, {table: {"1": old, "2": apart}}, {table: {"1": new}})
    assert sorted(map(repr, found.tables[table].values())) == sorted(map(repr, (new, apart)))
    assert found.conflicts == [Conflict(table, new, old)]


def test_records_that_say_no_place_all_stay() -> None:
    wrong: list[Any] = [[], [[]], "x", 3, [["a", 1]]]
    odd: list[dict[str, Any]] = [*({"segments": said} for said in wrong), {"note": "x"}]
    found = merge(None, {"blocks": {str(n): row for n, row in enumerate(odd, 1)}}, {"blocks": {}})
    assert sorted(map(repr, found.tables["blocks"].values())) == sorted(map(repr, odd))


def test_tables_that_only_one_side_has_are_kept_in_an_order_that_both_find() -> None:
    ours: Tables = {"meta": {}, "spans": {"1": SPAN}, "ours": {"1": {"x": 1}}}
    theirs: Tables = {"theirs": {"1": {"y": 1}}, "spans": {}, "meta": {}}
    one, other = merge(None, ours, theirs), merge(None, theirs, ours)
    assert list(one.tables) == list(other.tables) == ["meta", "spans", "ours", "theirs"]
    assert one.tables["ours"] != {} != one.tables["theirs"]
    same: Tables = {"spans": {}, "meta": {}}
    assert list(merge(None, same, same).tables) == ["spans", "meta"]


def test_a_number_stays_that_of_the_base_and_two_records_never_share_one() -> None:
    base: Tables = {"spans": {"7": SPAN}}
    ours: Tables = {"spans": {"7": SPAN, "8": SPAN | {"id": "b"}}}
    theirs: Tables = {"spans": {"7": SPAN | {"id": "c"}, "8": SPAN | {"id": "d"}, "9": SPAN}}
    found = merge(base, ours, theirs)
    numbers = {row["id"]: number for number, row in found.tables["spans"].items()}
    assert numbers["a"] == "7"
    own = {id_: str(number_of(identity("spans", "8", {"id": id_}))) for id_ in "bcd"}
    assert sorted([numbers["b"] == "8", numbers["d"] == "8"]) == [False, True]
    assert (numbers["c"], {numbers["b"], numbers["d"]} <= {"8", own["b"], own["d"]}) == (own["c"], True)
    assert sorted(map(int, numbers.values())) == [int(n) for n in found.tables["spans"]]
    assert merge(base, theirs, ours) == found


def test_a_record_whose_numbers_are_all_taken_gets_the_next_that_is_free() -> None:
    own = number_of(identity("spans", "", {"id": "zz"}))
    ours: Tables = {"spans": {str(own): {"id": "a"}, str(own + 1): {"id": "b"}}}
    found = merge(None, ours, {"spans": {str(own): {"id": "zz"}}})
    numbers = {row["id"]: int(number) for number, row in found.tables["spans"].items()}
    assert numbers == {"a": own, "b": own + 1, "zz": own + 2}


def test_a_number_that_is_none_is_the_one_that_a_record_stands_for() -> None:
    own = str(number_of(identity("spans", "", {"id": "a"})))
    for base in (None, {"spans": {"x": {"id": "a"}}}):
        found = merge(base, {"spans": {"x": {"id": "a"}}}, {"spans": {"x": {"id": "a"}, "-1": {"id": "b"}}})
        assert {row["id"]: number for number, row in found.tables["spans"].items()} == {
            **{"a": own, "b": str(number_of(identity("spans", "", {"id": "b"})))},
        }


def test_a_record_that_one_file_has_several_times_stays_as_often() -> None:
    ours: Tables = {"spans": {str(number): {"id": "a", "note": str(number)} for number in range(1, 5)}}
    found = merge(None, ours, {"spans": {"1": {"id": "b"}}})
    assert sorted(row.get("note", "") for row in found.tables["spans"].values()) == ["", "1", "2", "3", "4"]


PLACE = {"segments": [[0, 5]]}
SAME_THING: dict[str, tuple[dict[str, Any], list[str]]] = {
    "spans": ({"id": "a"}, ["id"]),
    "relations": ({"id": "a"}, ["id"]),
    "articles": ({"article": "p#1"}, ["article"]),
    "blocks": (PLACE, ["segments"]),
    "borders": ({"at": 3}, ["at"]),
    "words": (PLACE, ["segments"]),
    "reads": (PLACE, ["segments"]),
    "refused": ({"label": "ORG", **PLACE}, ["label", "segments"]),
    "assignments": ({"page": "p", "person": "ling"}, ["page", "person"]),
    "predictions": (
        {"label": "ORG", **PLACE, "text": "x", "maker": "m"},
        ["label", "segments", "text", "maker"],
    ),
    "aliases": ({"kind": "subject", "written": "x", "page": "p"}, ["kind", "written", "page"]),
    "accepted": ({"key": "k"}, ["key"]),
}


@pytest.mark.parametrize("table", SAME_THING)
def test_what_a_record_speaks_of_is_said_by_its_fields_and_by_nothing_else(table: str) -> None:
    row, fields = SAME_THING[table]
    known = identity(table, "7", row)
    assert identity(table, "8", {**row, "note": "other"}) == known
    for field in fields:
        assert identity(table, "7", {**row, field: "another"}) != known
    gone = next(field for field in fields if field != "page")
    without = {name: said for name, said in row.items() if name != gone}
    assert identity(table, "7", {**without, "note": "x"}) != identity(table, "7", {**without, "note": "y"})


def test_an_alias_for_all_pages_is_one_however_it_is_written() -> None:
    alias = {"kind": "subject", "written": "x"}
    assert identity("aliases", "1", alias) == identity("aliases", "2", alias | {"page": ""})
    assert identity("meta", "1", {"version": 1}) == identity("meta", "2", {"version": 2})
    assert identity("of a later version", "1", alias) != identity("of a later version", "2", alias)
