"""Two people's records of one page, put together: by hypothesis, by git, and where git left markers."""

import json
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faults.fuzzing import run
from tests.store.building import TEXT, opened, span_of
from tui.errors import StoreError
from tui.model import BlockPin, BorderPin, Corrections, Progress, ReadsPin, RefusedPin, Role
from tui.store.files import corrections as corrections_module
from tui.store.files.accepted import Accepted
from tui.store.files.aliases import AliasFile
from tui.store.files.conflicts import sides
from tui.store.files.generations import generations
from tui.store.files.storage import AtomicStorage
from tui.store.files.tables import lay_out, read_tables
from tui.store.merge import Tables, merge
from tui.store.predictions import Prediction, add_predictions, load_predictions
from tui.store.project import Project
from tui.store.record_keys import identity, numbered

# Any two histories

KEYS = st.sampled_from("abcdef")
SAID = st.sampled_from(["", "x", "y", "z"])
MOMENTS = st.sampled_from(["2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z", "2026-03-03T12:00:00Z"])
ROWS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "spans": st.fixed_dictionaries({"id": KEYS, "label": SAID, "updated": MOMENTS}),
    "relations": st.fixed_dictionaries({"id": KEYS, "label": SAID}),
    "articles": st.fixed_dictionaries({"article": KEYS, "note": SAID}, optional={"updated": MOMENTS}),
    "blocks": st.integers(0, 39).map(lambda at: {"segments": [[at // 10 * 10, at // 10 * 10 + at % 10 + 1]]}),
    "borders": st.fixed_dictionaries({"at": st.integers(0, 3), "begins": st.booleans()}),
    "refused": st.fixed_dictionaries({"label": SAID, "segments": st.just([[0, 1]]), "reason": SAID}),
    "accepted": st.fixed_dictionaries({"key": KEYS}),
    "of a later version": st.fixed_dictionaries({"what": SAID}),
}


@st.composite
def tables(draw: st.DrawFn, base: Tables | None = None) -> Tables:
    """A state of a file, or what somebody made of one: some records changed, some removed, some added."""
    found: Tables = {"meta": {"1": {"version": 2, "sha256": draw(st.sampled_from("ab"))}}}
    for name, rows in ROWS.items():
        kept = {}
        for number, row in (base or {}).get(name, {}).items():
            fate = draw(st.sampled_from(["kept", "kept", "removed", "changed"]))
            if fate != "removed":
                kept[number] = row | (draw(rows) if fate == "changed" else {})
        own = draw(st.lists(rows, max_size=3))
        made = {identity(name, "", row): row for row in (*kept.values(), *own)}
        if name == "blocks":
            made = {row["segments"][0][0] // 10: row for row in made.values()}  # no two of one file overlap
        found[name] = {str(number): row for number, row in numbered(name, made.values()).items()}
    return found


def records(side: Tables) -> set[tuple[str, str]]:
    return {
        (name, identity(name, number, row)) for name, rows in side.items() for number, row in rows.items()
    }


@st.composite
def histories(draw: st.DrawFn) -> tuple[Tables | None, Tables, Tables]:
    base = draw(tables())
    if draw(st.booleans()):
        return base, draw(tables(base)), draw(tables(base))
    return None, draw(tables()), draw(tables())


@pytest.mark.slow
@given(histories())
def test_either_order_gives_the_same_state(history: tuple[Tables | None, Tables, Tables]) -> None:
    base, ours, theirs = history
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert lay_out(one.tables, Path()) == lay_out(other.tables, Path())
    assert sorted(map(str, one.conflicts)) == sorted(map(str, other.conflicts))


@given(histories())
def test_every_record_of_either_side_is_there_or_named(history: tuple[Tables | None, Tables, Tables]) -> None:
    base, ours, theirs = history
    merged = merge(base, ours, theirs)
    there = [row for rows in merged.tables.values() for row in rows.values()]
    named = [conflict.dropped for conflict in merged.conflicts]
    for side, other in ((ours, theirs), (theirs, ours)):
        for name, rows in side.items():
            if name == "meta":
                continue
            for row in rows.values():
                was = row in (base or {}).get(name, {}).values()  # what one left, the other may have changed
                assert row in there or row in named or was, (name, row, other)
    assert records(merged.tables) <= records(ours) | records(theirs)


@given(tables())
def test_what_only_one_side_changed_is_as_that_side_has_it(side: Tables) -> None:
    base = {"meta": side["meta"]}
    for ours, theirs in ((side, base), (base, side)):
        merged = merge(base, ours, theirs)
        assert records(merged.tables) == records(side)
        assert merged.conflicts == []
    assert lay_out(merge(side, side, side).tables, Path()) == lay_out(merge(None, side, side).tables, Path())


def test_of_a_record_that_both_changed_the_newer_one_holds() -> None:
    old, new = (
        {"spans": {"1": {"id": "a", "label": label, "updated": f"2026-03-0{day}T12:00:00Z"}}}
        for label, day in (("ORG", 1), ("LOC", 2))
    )
    merged = merge(None, new, old)
    assert [row["label"] for row in merged.tables["spans"].values()] == ["LOC"]
    assert [conflict.dropped["label"] for conflict in merged.conflicts] == ["ORG"]


def test_records_with_one_number_that_are_different_things_both_stay() -> None:
    one, other = ({"spans": {"1": {"id": key}, "2": {"id": f"{key}2"}}} for key in "ab")
    assert records(merge(None, one, other).tables) == records(one) | records(other)


# Git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two people in git, with the merge driver."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "ling")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ling@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = tmp_path / "paper"
    assert run("init", str(root), "--git")[0] == 0
    (root / "seeds" / "example.txt").unlink()
    (root / "seeds" / "p.txt").write_text(TEXT, "utf-8")
    tag(root, "base", (0, 2))
    commit(root, "base")
    git(root, "branch", "-m", "main")
    return root


def git(root: Path, *arguments: str, status: int = 0) -> str:
    ended = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
    assert ended.returncode == status, ended.stdout + ended.stderr
    return ended.stdout


def commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


def tag(root: Path, key: str, where: tuple[int, int], **fields: Any) -> None:
    """Tag as the same person, correct the page, answer a question, and add an alias."""
    project = Project(root)
    project.annotator = "ling"
    document = opened(project, "p", lambda error: pytest.fail(str(error)))
    spans = {span.id: span for span in document.spans} | {key: span_of(document.page, key, where, **fields)}
    refused = RefusedPin(label=key, segments=(where,), text=TEXT[slice(*where)])
    pins = Corrections(
        borders=(*document.corrections.borders, BorderPin(at=where[0], text=TEXT[where[0] : where[1]])),
        refused=(*document.corrections.refused, refused),
    )
    progress = {"p#1": Progress(state="doing", note=key)}
    project.save(document.replaced(spans=tuple(spans.values()), corrections=pins, progress=progress))
    Accepted(Project(root)).add([key])
    file = AliasFile(project)
    from tui.measure.aliases import Alias

    file.save(file.load().with_alias(Alias("subject", key, key, "")))


def there(root: Path) -> dict[str, set[str]]:
    project = Project(root)
    project.annotator = "ling"
    document = project.document("p")
    assert project.documents.problems(document) == ()
    return {
        "spans": {span.id for span in document.spans},
        "refused": {pin.label for pin in document.corrections.refused},
        "accepted": set(Accepted(Project(root)).keys),
        "aliases": {alias.written for alias in AliasFile(project).load().all},
    }


def diverge(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "other")
    tag(root, "theirs", (2, 4))
    commit(root, "theirs")
    git(root, "checkout", "-q", "main")
    tag(root, "ours", (4, 5))
    commit(root, "ours")


JOINED = {"base", "ours", "theirs"}
WAYS = {
    "merge": ["merge", "-q", "-m", "both", "other"],
    "rebase": ["rebase", "-q", "other"],
    "cherry-pick": ["cherry-pick", "other"],
}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_git_puts_the_work_of_two_together(way: list[str], repository: Path) -> None:
    diverge(repository)
    git(repository, *way)
    assert there(repository) == dict.fromkeys(("spans", "refused", "accepted", "aliases"), JOINED)
    assert git(repository, "status", "--porcelain") == ""


@pytest.mark.slow
def test_without_the_driver_what_git_leaves_is_read_and_put_together(repository: Path) -> None:
    diverge(repository)
    git(repository, "config", "--remove-section", "merge.piyue")
    git(repository, "merge", "-q", "other", status=1)
    project = Project(repository)
    project.annotator = "ling"
    told: list[StoreError] = []
    document = opened(project, "p", told.append)
    assert {span.id for span in document.spans} == JOINED
    assert {error.key for error in told} == {"store.conflicted"}
    status, said = run("check", "--project", str(repository), "--annotator", "ling")
    assert status == 1
    for name in ("ling/p.json", "_project/p.json", "_project.json", "_accepted.json"):
        assert said.count(f"annotations/{name}") >= 1, said
    assert run("merge", "--project", str(repository))[0] == 0
    assert there(repository) == dict.fromkeys(("spans", "refused", "accepted", "aliases"), JOINED)
    assert b"<<<<<<<" in generations(repository / "annotations" / "ling" / "p.json")[0].path.read_bytes()


def test_what_both_changed_is_the_newer_one_and_the_older_is_a_generation(repository: Path) -> None:
    from datetime import timedelta

    from tests.store.building import NOON

    git(repository, "checkout", "-q", "-b", "other")
    tag(repository, "base", (0, 2), label="LOC", updated=NOON + timedelta(days=2))
    commit(repository, "theirs")
    git(repository, "checkout", "-q", "main")
    tag(repository, "base", (0, 2), label="PERSON", updated=NOON + timedelta(days=1))
    commit(repository, "ours")
    git(repository, "merge", "-q", "-m", "both", "other")
    project = Project(repository)
    project.annotator = "ling"
    assert [span.label for span in project.document("p").spans] == ["LOC"]
    kept = [
        each.path.read_text("utf-8") for each in generations(repository / "annotations" / "ling" / "p.json")
    ]
    assert any("PERSON" in text for text in kept)


@pytest.mark.slow
def test_two_fresh_clones_of_one_person_come_together(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "laptop"
    git(tmp_path, "clone", "-q", str(repository), str(other))
    tag(other, "laptop", (2, 4))
    git(other, "add", "-A")
    git(other, "commit", "-q", "-m", "laptop")
    tag(repository, "desk", (5, 6))
    commit(repository, "desk")
    git(repository, "pull", "-q", "--no-rebase", str(other), "HEAD")
    assert there(repository)["spans"] == {"base", "laptop", "desk"}


# Markers


def test_the_sides_of_markers_are_the_files_that_were() -> None:
    one, other = (lay_out({"spans": {str(n): {"id": n} for n in ids}}, Path()) for ids in ([1, 2], [1, 3]))
    base = lay_out({"spans": {"1": {"id": 1}}}, Path())
    lines = [side.splitlines(keepends=True) for side in (one, base, other)]
    data = b"".join(
        (
            b"<<<<<<< ours\n",
            *lines[0],
            b"||||||| base\n",
            *lines[1],
            b"=======\n",
            *lines[2],
            b">>>>>>> theirs\n",
        )
    )
    assert sides(data) == (base, one, other)
    assert records(read_tables(data, Path())[0]) == {("spans", json.dumps([n])) for n in (1, 2, 3)}


def test_what_stands_outside_of_markers_is_of_all_sides() -> None:
    data = (
        b'{\n"meta": {\n"1": {"page": "p"}\n},\n"spans": {\n'
        b'<<<<<<< ours\n"1": {"id": 1},\n=======\n"2": {"id": 2},\n>>>>>>> theirs\n'
        b'"3": {"id": 3}\n}\n}\n'
    )
    found = sides(data)
    assert found is not None
    meta: Tables = {"meta": {"1": {"page": "p"}}}
    ours, theirs = (meta | {"spans": {str(n): {"id": n} for n in ids}} for ids in ((1, 3), (2, 3)))
    assert (found.base, json.loads(found.ours), json.loads(found.theirs)) == (None, ours, theirs)
    assert records(read_tables(data, Path())[0]) == records(ours) | records(theirs)
    three = data.replace(b"=======\n", b'||||||| base\n"1": {"id": 1},\n=======\n')
    assert sides(three + data) == (None, *(side * 2 for side in found[1:]))  # of one region there is no base
    assert sides(three) == (found.ours, *found[1:])


@pytest.mark.parametrize(
    "cut",
    [
        *(b"<<<<<<< a\n{}\n", b"=======\n", b"<<<<<<< a\n=======\n", b"{}", b"", b">>>>>>> b\n"),
        *(b"<<<<<<< a\n<<<<<<< a\n=======\n>>>>>>> b\n", b"<<<<<<<a\n=======a\n>>>>>>>a\n"),
    ],
)
def test_what_has_not_all_of_the_markers_has_no_sides(cut: bytes) -> None:
    assert sides(cut) is None


def test_a_side_that_is_damaged_makes_the_file_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(b"<<<<<<< a\n{\n=======\n{}\n>>>>>>> b\n")
    with pytest.raises(StoreError) as caught:
        AtomicStorage(path).read()
    assert caught.value.key == "store.torn"


@pytest.mark.slow
def test_of_two_corrections_of_one_place_the_newer_one_holds(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, hour = repository, iter(range(1, 10))

    class Clock:
        """One hour further at each look."""

        @staticmethod
        def now(zone: object) -> datetime:
            return datetime(2026, 3, 2, next(hour), tzinfo=UTC)

    def correct(role: Role, reads: str) -> None:
        project = Project(root)
        project.annotator = "ling"
        document = project.document("p")
        where = ((0, 2),)
        pins = Corrections(
            blocks=(BlockPin(segments=where, text=TEXT[:2], role=role),),
            reads=(ReadsPin(segments=where, text=TEXT[:2], reads=reads),),
        )
        project.save(document.replaced(corrections=pins))

    monkeypatch.setattr(corrections_module, "datetime", Clock)
    for first, then in (("title", "lead"), ("lead", "title")):
        git(root, "checkout", "-q", "main")
        git(root, "checkout", "-q", "-B", "other")
        correct(first, f"older {first}")  # type: ignore[arg-type]
        commit(root, f"older {first}")
        git(root, "checkout", "-q", "main")
        git(root, "checkout", "-q", "-B", "mine")
        correct(then, f"newer {then}")  # type: ignore[arg-type]
        commit(root, f"newer {then}")
        for into, other in (("mine", "other"), ("other", "mine")):
            git(root, "checkout", "-q", into)
            git(root, "merge", "-q", "-m", "both", other)
            found = Project(root).document("p").corrections
            assert [pin.role for pin in found.blocks] == [then]
            assert [pin.reads for pin in found.reads] == [f"newer {then}"]
            git(root, "reset", "-q", "--hard", "HEAD~1")


def test_predictions_that_two_imported_are_put_together(repository: Path) -> None:
    root, page = repository, Project(repository).page("p")
    both, mine, theirs = (
        Prediction("ORG", ((start, start + 2),), TEXT[start : start + 2], 0.5, "m") for start in (0, 2, 4)
    )
    for branch, more in (("other", theirs), ("mine", mine)):
        git(root, "checkout", "-q", "main")
        git(root, "checkout", "-q", "-b", branch)
        assert add_predictions(Project(root).backend, page, [both, more]) == 2
        commit(root, branch)
    git(root, "merge", "-q", "-m", "both", "other")
    assert load_predictions(Project(root).backend, page) == [both, mine, theirs]
    assert add_predictions(Project(root).backend, page, [theirs._replace(score=0.9)]) == 0
