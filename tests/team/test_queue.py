"""Pages are given to people and taken back; the queue says who has what."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.conftest import Open, Running
from tests.shares import examples
from tests.store.building import division_of, document_of, page_of
from tests.team.conftest import Run, work
from tui.app.work_screen.panes.sidebar import Sidebar
from tui.measure.team.assignments import Assignment, Assignments, By, plan
from tui.measure.team.queue import next_page, page_state, queue_row
from tui.model import Progress, State
from tui.operations.queue import visible_pages
from tui.store.files.assignments import AssignmentFile
from tui.store.project import Project

PAGES = tuple(f"p{number}" for number in range(12))
PEOPLE = ("ling", "wang", "zhou")


def sidebar(r: Running) -> list[str]:
    """The rows of the sidebar as they are painted."""
    found = r.app.screen.query_one(Sidebar)
    strips = (found.render_line(y) for y in range(found.size.height))
    return [text for strip in strips if (text := strip.text.strip())]


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@given(st.integers(1, 4), st.sampled_from(["load", "random"]), st.integers(0, 9))
@settings(max_examples=examples(40))
def test_each_page_goes_to_so_many_and_everybody_gets_the_same(overlap: int, by: By, seed: int) -> None:
    found = plan(PAGES, PEOPLE, Assignments(), overlap=overlap, by=by, seed=seed)
    wanted = min(overlap, len(PEOPLE))
    assert len(set(found)) == len(found) == wanted * len(PAGES)
    assert all(sum(page == each for each, _ in found) == wanted for page in PAGES)
    given_to = [sum(name == each for _, each in found) for name in PEOPLE]
    assert max(given_to) - min(given_to) <= 1
    assert found == plan(PAGES, PEOPLE, Assignments(), overlap=overlap, by=by, seed=seed)
    known = Assignments(Assignment(*pair) for pair in found)
    assert plan(PAGES, PEOPLE, known, overlap=overlap, by=by, seed=seed + 1) == []


def test_who_has_less_to_do_gets_more() -> None:
    found = plan(PAGES[:4], PEOPLE, Assignments(), load={"ling": 3, "wang": 0, "zhou": 2})
    assert [name for _, name in found] == ["wang", "wang", "wang", "zhou"]


def test_by_load_nothing_is_drawn() -> None:
    found = [plan(PAGES, PEOPLE, Assignments(), overlap=2, seed=seed) for seed in range(5)]
    assert found == [found[0]] * 5
    assert [name for _, name in found[0]][:6] == ["ling", "wang", "zhou", "ling", "wang", "zhou"]


@pytest.mark.parametrize(
    ("articles", "page"),
    [
        (("todo", "todo"), "todo"),
        (("doing", "todo"), "doing"),
        (("done", "todo"), "doing"),
        (("done", "doing"), "doing"),
        (("skipped", "todo"), "doing"),
        (("skipped", "skipped"), "skipped"),
        (("done", "skipped"), "done"),
        (("done", "done"), "done"),
    ],
)
def test_a_page_is_as_far_as_its_articles(articles: tuple[State, State], page: State) -> None:
    source = page_of()
    progress = {f"p#{number}": Progress(state=state) for number, state in enumerate(articles, 1)}
    document = document_of(source, articles=division_of(source, 0, 6).articles, progress=progress)
    assert page_state(document) == page


def test_another_seed_draws_others() -> None:
    drawn = {tuple(plan(PAGES, PEOPLE, Assignments(), by="random", seed=seed)) for seed in range(5)}
    assert len(drawn) == 5


@pytest.mark.parametrize("base", [True, False])
def test_two_copies_of_the_file_merge_by_what_they_say(root: Path, run: Run, base: bool) -> None:
    run("assign", "first", "--to", "ling")
    file = root / "annotations/_project/_assignments.json"
    copies = {name: root / f"{name}.json" for name in ("base", "ours", "theirs")}
    copies["base"].write_bytes(file.read_bytes())
    for name, person, back in (("ours", "wang", "ling"), ("theirs", "zhou", "mo")):
        file.write_bytes(copies["base"].read_bytes())
        run("assign", "first", "second", "--to", person, "--overlap", "2")
        run("assign", "first", "--to", back, "--remove")
        copies[name].write_bytes(file.read_bytes())
    options = ["--base", str(copies["base"])] if base else []
    merged = ["--ours", str(copies["ours"]), "--theirs", str(copies["theirs"])]
    status, _, _ = run("merge", *options, *merged, "--path", str(file))
    assert status == 0
    file.write_bytes(copies["ours"].read_bytes())
    found = AssignmentFile(Project(root)).load()
    kept = set() if base else {"ling"}  # what was taken back is only known with a base
    assert set(found.people("first")) == {"wang", "zhou"} | kept
    assert set(found.people("second")) == {"wang", "zhou"}
    run("assign", "first", "--to", "mo")  # and it goes on being one record a page and person
    rows = json.loads(file.read_text("utf-8"))["assignments"].values()
    pairs = [(row["page"], row["person"]) for row in rows]
    assert len(pairs) == len(set(pairs))
    assert ("first", "mo") in pairs


def test_what_was_given_is_on_disk_and_in_the_queue(run: Run, root: Path) -> None:
    status, out, _ = run("assign", "first", "second", "--to", "ling,wang")
    assert (status, out) == (0, "first: ling\nsecond: wang\n")
    _, out, _ = run("queue", "--json")
    assert rows(out) == [
        {"page": "first", "assigned": ["ling"], "states": {"ling": "todo"}, "free": False},
        {"page": "second", "assigned": ["wang"], "states": {"wang": "todo"}, "free": False},
    ]
    raw = json.loads((root / "annotations/_project/_assignments.json").read_text("utf-8"))
    given = {(row["page"], row["person"]) for row in raw["assignments"].values()}
    assert given == {("first", "ling"), ("second", "wang")}


def test_overlap_gives_a_page_to_several_and_by_hand_to_one(run: Run) -> None:
    _, out, _ = run("assign", "first", "--to", "ling,wang", "--overlap", "2", "--json")
    assert rows(out) == [{"page": "first", "person": "ling"}, {"page": "first", "person": "wang"}]
    assert run("assign", "first", "--to", "zhou")[1] == "first: zhou\n"
    status, out, err = run("assign", "first", "--to", "zhou")
    assert (status, out, "nothing to assign" in err) == (0, "", True)


def test_a_page_is_taken_back_and_its_tags_stay(run: Run, team: Path) -> None:
    run("assign", "--all", "--to", "ling")
    assert run("assign", "second", "--to", "ling", "--remove")[1] == "second: ling\n"
    assert AssignmentFile(Project(team)).load().pages("ling") == ("first",)
    assert len(Project(team).document("second", "ling").spans) == 1


def test_the_queue_tells_how_far_everybody_is_and_what_is_free(run: Run, team: Path) -> None:
    (team / "piyue.toml").write_text("[team]\noverlap = 3\n", encoding="utf-8")
    run("assign", "second", "--to", "wang")
    _, out, err = run("queue", "--json")
    assert rows(out) == [
        {"page": "first", "assigned": [], "states": {"ling": "done", "wang": "done"}, "free": True},
        {
            "page": "second",
            "assigned": ["wang"],
            "states": {"wang": "todo", "ling": "doing", "zhou": "done"},
            "free": False,
        },
    ]
    _, out, err = run("queue", "--annotator", "wang")
    assert "second  wang (to do), ling (doing), zhou (done)" in out
    assert err == "2 pages, 1 free, 1 for wang; next: second\n"


def test_who_has_something_begun_goes_on_with_it_then_with_what_is_theirs_then_with_what_is_free() -> None:
    known = Assignments([Assignment("b", "ling")])
    free, mine = queue_row("a", known, {}, 1), queue_row("b", known, {}, 1)
    begun, others = queue_row("c", known, {"ling": "doing"}, 1), queue_row("d", known, {"wang": "doing"}, 1)
    assert next_page([others, free, mine, begun], "ling") == "c"
    assert next_page([others, free, mine], "ling") == "b"
    assert next_page([others, free], "ling") == "a"
    assert next_page([others], "ling") is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("first", "--to", "ling,mo"), "'mo' is not in the team"),
        (("first", "--to", "mo"), "'mo' is not in the team; [team] in piyue.toml lists ling, wang"),
        (("--to", "ling"), "no page given"),
        (("first", "--to", ","), "no annotator given"),
        (("nothing", "--to", "ling"), "nothing"),
    ],
)
def test_what_cannot_be_given_is_said(run: Run, root: Path, arguments: tuple[str, ...], said: str) -> None:
    (root / "piyue.toml").write_text('[team]\nannotators = ["ling", "wang"]\n', encoding="utf-8")
    status, out, err = run("assign", *arguments)
    assert (status, out, said in err) == (1, "", True)


def test_who_works_blind_in_no_team_sees_all_pages(root: Path) -> None:
    work(root, "wang", "first", [])
    (root / "piyue.toml").write_text('annotator = "ling"\n[team]\nblind = true\n', encoding="utf-8")
    assert visible_pages(Project(root)) == {"first", "second"}


@pytest.mark.parametrize("given", [("--ours",), ("--theirs",), ("--ours", "--theirs", "file")])
def test_a_merge_takes_both_copies_or_files_alone(given: tuple[str, ...], run: Run, root: Path) -> None:
    copy = root / "copy.json"
    copy.write_text("{}", encoding="utf-8")
    arguments = [part for name in given for part in ((name, str(copy)) if name != "file" else (str(copy),))]
    status, out, err = run("merge", *arguments)
    assert (status, out) == (1, "")
    assert "give both `--ours` and `--theirs`" in err


def test_a_damaged_file_is_not_overwritten(run: Run, root: Path) -> None:
    file = root / "annotations/_project/_assignments.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"assignments": {"first|ling": {"page": "first"}}}', encoding="utf-8")
    status, _, err = run("assign", "second", "--to", "ling")
    assert (status, "_assignments.json" in err) == (1, True)
    assert json.loads(file.read_text("utf-8"))["assignments"] == {"first|ling": {"page": "first"}}


def test_a_page_that_cannot_be_read_is_complained_of(run: Run, root: Path) -> None:
    work(root, "ling", "first", [])
    (root / "annotations/ling/first.json").write_text("{", encoding="utf-8")
    status, out, err = run("queue", "--json")
    assert (status, rows(out)[0]["states"], "first.json" in err) == (1, {"ling": "doing"}, True)


async def test_the_sidebar_says_whose_a_page_is_and_a_key_goes_to_mine(running: Open, root: Path) -> None:
    (root / "seeds" / "third.txt").write_text("北桥工会开会。\n", encoding="utf-8")
    (root / "piyue.toml").write_text('annotator = "ling"\n', encoding="utf-8")
    file = AssignmentFile(Project(root))
    file.load()
    file.save(Assignments([Assignment("third", "ling"), Assignment("second", "wang")]))
    async with running(root, size=(130, 30)) as r:
        heads = {
            row.split()[0]: row.split()[1]
            for row in sidebar(r)
            if row.split()[0] in ("first", "second", "third")
        }
        assert heads == {"first": "free", "second": "wang", "third": "mine"}
        await r.press("a")
        assert r.reader.scene.text.startswith("北桥工会")
        await r.press("f a")
        assert r.reader.scene.text.startswith("临溪县总工会")  # what is free comes after mine
        await r.press("f a")
        assert r.reader.scene.text.startswith("临溪县总工会")  # and others' pages never


async def test_a_page_that_i_have_begun_is_mine_and_comes_before_those_given_to_me(
    running: Open, root: Path
) -> None:
    for name in ("second", "third"):
        (root / "seeds" / f"{name}.txt").write_text("北桥工会开会。\n", encoding="utf-8")
    (root / "piyue.toml").write_text('annotator = "ling"\n', encoding="utf-8")
    file = AssignmentFile(Project(root))
    file.load()
    file.save(Assignments([Assignment("first", "wang"), Assignment("third", "ling")]))
    async with running(root, size=(130, 30)) as r:
        await r.press("o")
        assert [row.split()[1] for row in sidebar(r) if row.split()[0] == "first"] == ["mine"]
        begun = r.reader.scene.text
        await r.press("right_square_bracket")
        assert r.reader.scene.text != begun
        await r.press("a")
        assert r.reader.scene.text == begun
