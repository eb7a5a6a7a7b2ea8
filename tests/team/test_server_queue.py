"""The queue on a server: pages are leased, leases are renewed by work, and come back from who is gone."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.store.server import Server
from tests.team.conftest import COUNT, ORG, Run, Tag, work
from tui.errors import StoreError
from tui.operations.queue import draw
from tui.store.backend import Key
from tui.store.postgres.backend import PostgresBackend
from tui.store.project import Project

LONG = 600.0
"""Seconds that outlast any test."""


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def end_leases(backend: PostgresBackend, *annotators: str) -> None:
    """Let the time of leases be over, by the server's clock."""
    with backend.connection() as connection:
        connection.execute(
            "UPDATE piyue.work SET until = clock_timestamp() WHERE project = %s AND annotator = ANY(%s)",
            (backend.project, list(annotators)),
        )


@pytest.mark.slow
def test_many_draw_at_once_and_some_are_gone_no_page_goes_twice_and_none_is_forgotten(
    server: Server, shared: PostgresBackend
) -> None:
    pages, overlap = [f"p{number}" for number in range(60)], 2
    shared.queue.register(pages)
    people = [f"a{number}" for number in range(8)]
    gone = set(people[:3])

    def tag(name: str) -> list[str]:
        random, backend, finished = Random(name), PostgresBackend(server.url(), shared.project), []
        while (page := backend.queue.draw(name, overlap, LONG)) is not None:
            if name in gone and random.random() < 0.3:
                break  # killed with the page in hand
            backend.queue.progress(page, name, "done", LONG)
            finished.append(page)
        backend.close()
        return finished

    with ThreadPoolExecutor(len(people)) as pool:
        first = Counter(page for finished in pool.map(tag, people) for page in finished)
    held = {each.page for each in shared.queue.work() if each.seconds > 0 and each.state == "todo"}
    assert {page for page in pages if first[page] < overlap} == held, "what is left is what the dead hold"
    assert max(first.values()) == overlap
    end_leases(shared, *gone)
    with ThreadPoolExecutor(len(people)) as pool:
        left = [name for name in people if name not in gone]
        second = Counter(page for finished in pool.map(tag, left) for page in finished)
    assert {page: first[page] + second[page] for page in pages} == dict.fromkeys(pages, overlap)


def test_what_is_begun_comes_before_what_was_given_and_that_before_what_is_free(
    shared: PostgresBackend, root: Path, run: Run
) -> None:
    queue = shared.queue
    queue.register(["first", "second", "third", "fourth"])
    run("assign", "second", "--to", "ling")
    queue.progress("fourth", "ling", "doing", LONG)
    drawn = []
    for _ in range(4):
        page = queue.draw("ling", 1, LONG)
        drawn.append(page)
        queue.progress(str(page), "ling", "done", LONG)
    assert drawn == ["fourth", "second", "first", "third"]
    assert queue.draw("ling", 1, LONG) is None
    assert queue.draw("wang", 1, LONG) is None


def test_a_page_that_somebody_finished_goes_to_the_next_before_untouched_ones(
    shared: PostgresBackend,
) -> None:
    queue = shared.queue
    queue.register(["first", "second", "third"])
    queue.progress("third", "ling", "done", LONG)
    assert queue.draw("wang", 2, LONG) == "third"
    assert queue.draw("zhou", 2, LONG) == "first"  # enough have the third one now


def test_a_lease_ends_by_the_server_s_clock_and_a_save_renews_it(shared: PostgresBackend, root: Path) -> None:
    queue = shared.queue
    queue.register(["first", "second"])
    assert queue.draw("ling", 1, LONG) == "first"
    end_leases(shared, "ling")
    work(root, "ling", "first", [ORG], state="doing")  # a save is work: it is ling's again
    assert queue.draw("wang", 1, 0.001) == "second"
    with shared.connection() as connection:
        connection.execute("SELECT pg_sleep(0.01)")
    assert queue.draw("zhou", 1, LONG) == "second"
    assert queue.draw("wang", 1, LONG) is None


def test_who_comes_back_goes_on_unless_somebody_else_has_the_page_by_now(
    shared: PostgresBackend,
) -> None:
    queue = shared.queue
    queue.register(["first"])
    queue.progress("first", "ling", "doing", LONG)
    end_leases(shared, "ling")
    assert queue.draw("ling", 1, LONG) == "first"
    end_leases(shared, "ling")
    assert queue.draw("wang", 1, LONG) == "first"
    assert queue.draw("ling", 1, LONG) is None


def test_the_queue_shows_leases_and_who_is_gone(shared: PostgresBackend, root: Path, run: Run) -> None:
    with (root / "piyue.toml").open("a") as settings:
        settings.write("[team]\noverlap = 1\nlease = 20\n")
    project = Project(root)
    project.annotator = "ling"
    assert draw(project) == "first"
    work(root, "wang", "second", [Tag("望津市总工会", "ORG")], state="doing")
    end_leases(shared, "wang")
    _, out, _ = run("queue", "--json")
    first, second = rows(out)
    assert (first["states"], first["free"], first["lapsed"]) == ({"ling": "todo"}, False, [])
    assert 1100 < first["leases"]["ling"] <= 1200
    assert (second["states"], second["free"], second["lapsed"]) == ({}, True, ["wang"])
    _, out, err = run("queue", "--annotator", "wang")
    assert ["ling (to do, 20 min)" in out, "wang (gone)" in out, "next: second" in err] == [True] * 3
    work(root, "ling", "first", [ORG, COUNT], state="done")
    _, out, _ = run("queue", "--json")
    assert (rows(out)[0]["states"], rows(out)[0]["leases"]) == ({"ling": "done"}, {})


def test_pages_that_are_given_and_taken_back_are_so_in_the_queue(
    shared: PostgresBackend, root: Path, run: Run
) -> None:
    assert run("assign", "first", "second", "--to", "ling,wang")[1] == "first: ling\nsecond: wang\n"
    _, out, _ = run("queue", "--json")
    assert [row["assigned"] for row in rows(out)] == [["ling"], ["wang"]]
    assert shared.storage(Key("_project", "_assignments")).read() is not None
    assert not (root / "annotations" / "_project").exists()
    run("assign", "first", "--to", "ling", "--remove")
    _, out, _ = run("queue", "--json")
    assert [(row["assigned"], row["free"]) for row in rows(out)] == [([], True), (["wang"], False)]


def test_a_page_that_the_server_does_not_know_to_be_finished_is_passed_over(
    shared: PostgresBackend, root: Path
) -> None:
    work(root, "ling", "first", [ORG], state="done")
    with shared.connection() as connection:  # whoever saved died before the queue was told
        connection.execute("DELETE FROM piyue.work WHERE project = %s", (shared.project,))
    project = Project(root)
    project.annotator = "ling"
    assert draw(project) == "second"
    states = {(each.page, each.state) for each in shared.queue.work()}
    assert states == {("first", "done"), ("second", "todo")}


def test_a_page_that_is_only_on_the_server_is_nobody_s_next(shared: PostgresBackend, root: Path) -> None:
    shared.queue.register(["elsewhere"])
    project = Project(root)
    project.annotator = "ling"
    assert draw(project) == "first"


def test_adjudicating_is_nobody_s_work(shared: PostgresBackend, root: Path) -> None:
    work(root, "gold", "first", [ORG], state="done")
    assert shared.queue.work() == []


def test_nobody_draws_for_somebody_else(server: Server, shared: PostgresBackend) -> None:
    shared.queue.register(["first"])
    with shared.connection() as connection:
        connection.execute("DROP ROLE IF EXISTS bai")
        connection.execute("CREATE ROLE bai LOGIN")
    shared.admit("bai", "bai")
    theirs = PostgresBackend(server.url("bai"), shared.project)
    with pytest.raises(StoreError) as drawing:
        theirs.queue.draw("ling", 1, LONG)
    with pytest.raises(StoreError) as telling:
        theirs.queue.progress("first", "ling", "done", LONG)
    assert drawing.value.key == telling.value.key == "store.not_yours"
    for statement in ("UPDATE piyue.work SET state = 'done'", "DELETE FROM piyue.pages"):
        with pytest.raises(StoreError), theirs.connection() as connection:
            connection.execute(statement)
    assert theirs.queue.draw("bai", 1, LONG) == "first"
    theirs.close()
