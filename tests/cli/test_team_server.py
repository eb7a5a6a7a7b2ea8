"""Commands on a project whose annotations are on a team's server."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.operations.team_server import TeamServer
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, ORG, TIME, Tag, put_on_server, work
from tui.operations.queue import draw, holders, load_assignments, visible_pages
from tui.store.backend import Key
from tui.store.project import Project

root, run, team = team_conftest.root, team_conftest.run, team_conftest.team
SECOND = Tag("望津市总工会", "ORG")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TeamServer:
    """A server on which nothing is yet; commands that connect to one get this."""
    made = TeamServer(tmp_path / "on server")
    monkeypatch.setattr("tui.store.project.server_at", lambda _url, _project: made)
    monkeypatch.setattr("tui.cli.store.PostgresBackend", lambda _url, _name: made)
    return made


@pytest.fixture
def shared(server: TeamServer, root: Path) -> TeamServer:
    """Keep the annotations of the project of two pages there."""
    put_on_server(root, "postgresql:///paper", "paper")
    return server


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def as_annotator(root: Path, name: str) -> Project:
    project = Project(root)
    project.annotator = name
    return project


def test_what_is_tagged_is_on_the_server_and_not_in_the_project(
    shared: TeamServer, root: Path, run: Run
) -> None:
    work(root, "ling", "first", [ORG])
    work(root, "wang", "first", [TIME])
    assert not (root / "annotations").exists()
    found = json.loads(run("stats", "--annotator", "all", "--json")[1])
    assert {name: row["spans"]["total"] for name, row in found["annotators"].items()} == {
        "ling": 1,
        "wang": 1,
    }
    assert json.loads(run("agree", "--json")[1])["all"]["articles"] == 1


def test_a_page_drawn_is_leased_and_finished_ones_are_passed_over(shared: TeamServer, root: Path) -> None:
    assert draw(as_annotator(root, "ling")) == "first"
    assert draw(as_annotator(root, "wang")) == "second"
    assert draw(as_annotator(root, "zhou")) is None
    work(root, "ling", "first", [ORG])
    shared.queue.states.clear()  # whoever saved died before the server was told
    shared.queue.end_leases()
    assert draw(as_annotator(root, "ling")) == "second"
    assert shared.queue.states["first", "ling"] == "done"


def test_when_all_is_finished_nothing_is_drawn(shared: TeamServer, root: Path) -> None:
    for page, tag in (("first", ORG), ("second", SECOND)):
        work(root, "ling", page, [tag])
    assert draw(as_annotator(root, "ling")) is None
    shared.queue.states.clear()
    assert draw(as_annotator(root, "ling")) is None


def test_who_has_a_page_now_is_known_by_its_lease(shared: TeamServer, root: Path) -> None:
    draw(as_annotator(root, "ling"))
    project = as_annotator(root, "wang")
    assert (holders(project, "first"), holders(project, "second")) == (("ling",), ())
    shared.queue.end_leases()
    assert holders(project, "first") == ()


def test_in_files_nobody_has_a_page_by_a_lease(root: Path) -> None:
    work(root, "ling", "first", [ORG], state="doing")
    assert holders(Project(root), "first") == ()


def test_the_queue_shows_leases_and_who_is_gone(shared: TeamServer, root: Path, run: Run) -> None:
    with (root / "piyue.toml").open("a") as settings:
        settings.write("[team]\noverlap = 1\nlease = 20\n")
    draw(as_annotator(root, "ling"))
    work(root, "wang", "second", [SECOND], state="doing")
    del shared.queue.leases["second", "wang"]
    first, second = rows(run("queue", "--json")[1])
    assert first == {
        "page": "first",
        "assigned": [],
        "states": {"ling": "todo"},
        "free": False,
        "leases": {"ling": 1200},
        "lapsed": [],
    }
    assert (second["states"], second["free"], second["lapsed"]) == ({}, True, ["wang"])
    _, out, err = run("queue", "--annotator", "wang")
    assert "ling (to do, 20 min)" in out
    assert "wang (gone)" in out
    assert err == "2 pages, 1 free, 0 for wang; next: second\n"


def test_minutes_of_a_lease_are_never_none(shared: TeamServer, root: Path, run: Run) -> None:
    draw(as_annotator(root, "ling"))
    shared.queue.leases["first", "ling"] = 61
    assert "ling (to do, 2 min)" in run("queue")[1]
    shared.queue.leases["first", "ling"] = 1
    assert "ling (to do, 1 min)" in run("queue")[1]


def test_given_pages_are_the_server_s(shared: TeamServer, root: Path, run: Run) -> None:
    assert run("assign", "first", "--to", "ling")[1] == "first: ling\n"
    found = load_assignments(Project(root))
    assert found is not None
    assert (found.people("first"), found.people("second")) == (("ling",), ())
    draw(as_annotator(root, "wang"))
    found = load_assignments(Project(root))
    assert found is not None
    assert found.people("first") or found.people("second")
    assert not (root / "annotations").exists()


def test_in_files_nothing_is_assigned_until_something_is(root: Path, run: Run) -> None:
    assert load_assignments(Project(root)) is None
    run("assign", "first", "--to", "ling")
    found = load_assignments(Project(root))
    assert found is not None
    assert found.people("first") == ("ling",)


def test_others_tags_are_hidden_by_what_the_server_says(shared: TeamServer, root: Path) -> None:
    with (root / "piyue.toml").open("a") as settings:
        settings.write('[team]\nannotators = ["ling", "wang"]\nblind = true\n')
    work(root, "ling", "first", [ORG])
    work(root, "ling", "second", [SECOND], state="doing")
    assert visible_pages(as_annotator(root, "ling")) == {"first"}
    assert visible_pages(as_annotator(root, "wang")) == {"first", "second"}  # wang has begun nothing


def test_older_states_come_from_the_server(shared: TeamServer, root: Path, run: Run) -> None:
    work(root, "ling", "first", [ORG])
    work(root, "ling", "first", [TIME])
    work(root, "ling", "second", [])
    work(root, "ling", "second", [SECOND])
    work(root, "wang", "first", [])
    work(root, "wang", "first", [COUNT])
    states = rows(run("restore", "--json")[1])
    assert [(row["page"], row["spans"], row["path"]) for row in states] == [
        ("first", 1, ""),
        ("second", 0, ""),
    ]
    assert all(row["annotator"] == "ling" and row["size"] > 100 for row in states)
    assert [row["page"] for row in rows(run("restore", "sec", "--json")[1])] == ["second"]
    number = str(states[0]["generation"])
    assert run("restore", "first", "99")[0] == 1
    assert run("restore", "first", number)[0] == 0
    assert [span.text for span in as_annotator(root, "ling").document("first").spans] == [ORG.text]
    assert [span.text for span in as_annotator(root, "wang").document("first").spans] == [COUNT.text]
    assert [row["spans"] for row in rows(run("restore", "first", "--json")[1])] == [2, 1]


def test_a_backup_says_that_the_annotations_are_not_in_it(
    shared: TeamServer, root: Path, run: Run, tmp_path: Path
) -> None:
    work(root, "ling", "first", [ORG])
    status, _, err = run("backup", "-o", str(tmp_path / "kept.zip"))
    assert (status, "on the team's server" in err) == (0, True)


def test_a_server_is_set_up_and_people_are_admitted(server: TeamServer, run: Run) -> None:
    status, out, _ = run(
        "store", "setup", "--url", "postgresql:///x", "--admit", "role_a=ling", "--admit", "wang"
    )
    assert (status, out) == (0, "the server is ready for paper\n")
    assert server.admitted == [("role_a", "ling"), ("wang", "wang")]
    assert (server.is_ready, server.is_closed) == (True, True)
    assert run("store", "setup", "--url", "postgresql:///x")[0] == 0
    assert len(server.admitted) == 2


def test_a_project_goes_to_the_server_and_back(
    server: TeamServer, team: Path, run: Run, tmp_path: Path
) -> None:
    run("assign", "second", "--to", "wang")
    work(team, "gold", "first", [ORG])
    status, out, _ = run("store", "copy", "--url", "postgresql:///x")
    assert status == 0
    assert "server" in out
    assert not server.is_ready
    assert server.queue.pages == ["first", "second"]
    assert server.queue.states == {
        ("first", "ling"): "done",
        ("first", "wang"): "done",
        ("second", "ling"): "doing",
        ("second", "zhou"): "done",
    }
    assert set(server.queue.leases.values()) == {1800}
    assert server.storage(Key("ling", "first")).read()
    (team / "annotations").rename(tmp_path / "before")
    server.queue.states.clear()
    assert run("store", "copy", "--to", "files", "--url", "postgresql:///x")[0] == 0
    assert server.queue.states == {}
    for path in (tmp_path / "before").rglob("*.json"):
        if "generations" not in path.parts and not path.name.startswith("."):
            there = team / "annotations" / path.relative_to(tmp_path / "before")
            assert json.loads(there.read_text()) == json.loads(path.read_text())


def test_a_page_that_nobody_tagged_need_not_be_readable(server: TeamServer, team: Path, run: Run) -> None:
    (team / "seeds" / "bad.txt").write_bytes(b"\xff\x00\x81")
    assert run("store", "copy", "--url", "postgresql:///x")[0] == 0
    assert "bad" not in {page for page, _ in server.queue.states}


def test_without_a_server_one_is_told_where_to_set_it(root: Path, run: Run) -> None:
    status, out, err = run("store", "setup")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "[store] url" in err


def test_the_server_of_one_s_settings_is_the_one(shared: TeamServer, root: Path, run: Run) -> None:
    assert run("store", "setup")[0] == 0
    assert shared.is_ready
