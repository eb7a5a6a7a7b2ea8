"""What lies on a team's server beside tags: aliases, answers, older states; a whole project's way there."""

import json
from pathlib import Path

import psycopg
import pytest

from tests.store.server import Server
from tests.team.conftest import ORG, TIME, Run, put_on_server, work
from tui.operations.proposals.corpus import worked_on
from tui.store.files.accepted import Accepted
from tui.store.index.build import refresh
from tui.store.postgres.backend import PostgresBackend
from tui.store.predictions import Prediction, add_predictions, load_predictions
from tui.store.project import Project
from tui.store.settings.user import settings_path


def texts(root: Path, page: str = "first") -> set[str]:
    project = Project(root)
    project.annotator = "ling"
    return {span.text for span in project.document(page).spans}


def test_a_server_without_the_tables_is_told_with_what_to_do(root: Path, server: Server, run: Run) -> None:
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE bare")
    put_on_server(root, server.url().replace("/postgres?", "/bare?"), "new")
    status, _, err = run("stats")
    assert status == 1
    assert "the server has no tables of piyue" in err
    assert "run `piyue store setup`" in err
    assert run("store", "setup")[0] == 0
    assert run("stats")[0] == 0


def test_the_app_does_not_open_without_its_server(
    root: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.postgres.backend.WAIT", 0.1)
    put_on_server(root, f"postgresql:///postgres?host={tmp_path}", "away")
    status, out, err = run("open")
    assert (status, out) == (1, "")
    assert err.startswith("piyue: the server cannot be reached")
    assert err.count("\n") == 1


def test_aliases_and_answers_are_on_the_server_for_everybody(
    shared: PostgresBackend, root: Path, run: Run
) -> None:
    assert run("alias", "subject", "该会", "临溪县总工会")[0] == 0
    assert "临溪县总工会" in run("alias")[1]
    one, other = Accepted(Project(root)), Accepted(Project(root))
    one.add(["a"])
    other.add(["b"])
    assert Accepted(Project(root)).keys == {"a", "b"}
    assert not (root / "annotations").exists()
    assert [(key.owner, key.page) for key in shared.keys()] == [  # noqa: SIM118
        ("_project", "_accepted"),
        ("_project", "_aliases"),
    ]


def test_predictions_are_on_the_server_and_nobody_s_work(
    shared: PostgresBackend, root: Path, run: Run, tmp_path: Path
) -> None:
    page = Project(root).page("first")
    add_predictions(Project(root).backend, page, [Prediction("EVENT", ((0, 3),), page.text[:3], 0.9, "m")])
    assert not (root / "annotations").exists()
    records = Project(root).records
    assert (records.is_begun("first"), records.annotators()) == (False, ())
    rows = [json.loads(line) for line in run("suggest", "--all", "--json")[1].splitlines()]
    assert [(row["surface"], row["maker"]) for row in rows if row["label"] == "EVENT"] == [
        (page.text[:3], "import:m")
    ]
    assert json.loads(run("stats", "--json")[1])["imported_predictions"] == {"pages": 1, "total": 1}


def test_an_older_state_comes_back_from_the_server(shared: PostgresBackend, root: Path, run: Run) -> None:
    work(root, "ling", "first", [ORG])
    work(root, "ling", "first", [TIME])
    assert texts(root) == {ORG.text, TIME.text}
    status, out, _ = run("--annotator", "ling", "restore", "first", "--json")
    states = [json.loads(line) for line in out.splitlines()]
    assert (status, [state["spans"] for state in states]) == (0, [1])
    number = str(states[0]["generation"])
    assert run("--annotator", "ling", "restore", "first", "99")[0] == 1
    assert run("--annotator", "ling", "restore", "first", number)[0] == 0
    assert texts(root) == {ORG.text}
    _, out, _ = run("--annotator", "ling", "restore", "first", "--json")
    assert [json.loads(line)["spans"] for line in out.splitlines()] == [2, 1]


def test_a_project_that_goes_to_the_server_brings_its_team_s_work(
    team: Path, server: Server, run: Run, tmp_path: Path
) -> None:
    run("assign", "second", "--to", "wang")
    run("alias", "subject", "该会", "临溪县总工会")
    Accepted(Project(team)).add(["a"])
    page = Project(team).page("second")
    guess = Prediction("ORG", ((0, 2),), page.text[:2], 0.5, "m")
    add_predictions(Project(team).backend, page, [guess])
    before = run("queue", "--json")[1]
    agreed = run("agree", "--json")[1]
    url = server.url()
    admit = [word for name in ("ling", "wang", "zhou") for word in ("--admit", f"piyue={name}")]
    put_on_server(team, url, tmp_path.name)
    assert run("store", "setup", "--url", url, *admit)[0] == 0
    settings_path().unlink()  # nobody works on the server yet
    assert run("store", "copy", "--url", url)[0] == 0
    put_on_server(team, url, tmp_path.name)
    (team / "annotations").rename(team / "before")
    on_files = [json.loads(line) for line in before.splitlines()]
    on_server = [json.loads(line) for line in run("queue", "--json")[1].splitlines()]
    assert [(row["page"], row["assigned"], row["states"]) for row in on_server] == [
        (row["page"], row["assigned"], row["states"]) for row in on_files
    ]
    assert run("agree", "--json")[1] == agreed
    assert "临溪县总工会" in run("alias")[1]
    assert Accepted(Project(team)).keys == {"a"}
    assert load_predictions(Project(team).backend, page) == [guess]
    assert run("store", "copy", "--to", "files")[0] == 0
    for path in sorted((team / "before").rglob("*.json")):
        assert (team / "annotations" / path.relative_to(team / "before")).read_bytes() == path.read_bytes()


def test_commands_that_go_through_annotations_find_those_on_the_server(
    shared: PostgresBackend, root: Path, run: Run, tmp_path: Path
) -> None:
    work(root, "ling", "first", [ORG])
    (root / "seeds" / "first.txt").write_text("换了一页。\n", encoding="utf-8")
    status, out, _ = run("check", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert (status, [(row["annotator"], row["page"]) for row in found if row["text"] == ORG.text]) == (
        1,
        [("ling", "first")],
    )
    status, _, err = run("labels", "remove", "ORG")
    assert (status, "1" in err) == (1, True)
    assert worked_on(Project(root)) == ["first"]
    status, _, err = run("backup", "-o", str(tmp_path / "b.zip"))
    assert (status, "on the team's server" in err) == (0, True)


def test_the_index_follows_what_is_on_the_server(shared: PostgresBackend, root: Path) -> None:
    def tags() -> list[int]:
        project = Project(root)
        project.annotator = "ling"
        refresh(project, lambda _: True, lambda _: None)
        return [row.tags for row in project.index.rows()]

    assert tags() == [0, 0]
    work(root, "ling", "first", [ORG, TIME])
    assert tags() == [2, 0]
    work(root, "wang", "second", [])
    assert tags() == [2, 0]
