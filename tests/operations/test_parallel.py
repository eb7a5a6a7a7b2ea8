"""Several processes find what one finds, in the same order."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from select import select
from threading import Event
from typing import Any

import pytest

from bench.commands.project import make
from tests.shares import is_whole
from tui.errors import NotFoundError, PiyueError, ProjectError
from tui.formats.registry import FORMATS
from tui.operations import parallel
from tui.operations.check import CheckOptions, check
from tui.operations.events import Failed, Lost, Progress
from tui.operations.export import ExportOptions, export
from tui.operations.findings import Finding
from tui.operations.page_work import LocalRunner
from tui.operations.parallel import in_chunks, over_chunks
from tui.operations.propose import proposals_of_pages
from tui.operations.quantities_found import quantities_of_pages
from tui.operations.stats import StatsOptions, stats
from tui.store.project import Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Seven pages, of which a process takes two at a time; one file is damaged, one tag out of place."""
    monkeypatch.setattr(parallel, "CHUNK", 2)
    found = make(tmp_path / "news", 7, 6)
    folder = tmp_path / "news" / "annotations" / "bench"
    (folder / "p00002.json").write_text("{", encoding="utf-8")
    strange = (folder / "p00004.json").read_text(encoding="utf-8").replace('"ORG"', '"SHIP"', 1)
    (folder / "p00004.json").write_text(strange, encoding="utf-8")
    return Project(found.root)


def lengths(project: Project, pages: Sequence[str], factor: int) -> list[int]:
    return [factor * len(project.page(page).text) for page in pages]


def listed(project: Project, pages: Sequence[str]) -> tuple[str, ...]:
    del pages
    return project.page_ids()


def test_a_process_does_not_look_for_pages_that_the_command_has_found(project: Project) -> None:
    pages = project.page_ids()
    (project.root / "seeds" / "new.txt").write_text("临溪县修桥", encoding="utf-8")
    assert set(in_chunks(project, listed, pages, 2)) == {pages}
    assert "new" in Project(project.root).page_ids()


def refused(project: Project, pages: Sequence[str]) -> list[PiyueError]:
    return [NotFoundError("page.unknown", id=page, path=project.root) for page in pages]


def test_what_each_finds_comes_in_the_order_of_the_pages(project: Project) -> None:
    pages = project.page_ids()
    one, two = ([*in_chunks(project, lengths, pages, jobs, 3)] for jobs in (1, 2))
    assert two == one == [lengths(project, pages[at : at + 2], 3) for at in range(0, 7, 2)]


def test_errors_say_the_same_in_another_process(project: Project) -> None:
    one, two = ([*in_chunks(project, refused, project.page_ids(), jobs)] for jobs in (1, 2))
    assert [[str(e) for e in errors] for errors in two] == [[str(e) for e in errors] for errors in one]
    assert [type(error) for errors in two for error in errors] == [NotFoundError] * 7


def test_quantities_are_those_of_one_process_and_unreadable_pages_are_named_in_their_place(
    project: Project,
) -> None:
    (project.root / "seeds" / "p00003.txt").write_bytes(b"\xff\x00\x81")
    one, two = (
        [str(row) for row in quantities_of_pages(opened, LocalRunner(opened, jobs))]
        for opened, jobs in ((Project(project.root), 1), (Project(project.root), 2))
    )
    assert one == two
    pages = ["p00003" if "p00003" in row else row.partition("'page': '")[2][:6] for row in one]
    assert list(dict.fromkeys(pages)) == [f"p{number:05}" for number in range(7)]


@pytest.mark.slow
def test_proposals_are_those_of_one_process_and_unreadable_pages_are_named(project: Project) -> None:
    found = []
    (project.root / "annotations" / "bench" / "p00005.json").unlink()  # the others' names are proposed there
    for jobs in (1, 2):
        opened = Project(project.root)
        opened.annotator = "bench"
        found.append([str(one) for one in proposals_of_pages(opened, LocalRunner(opened, jobs))])
    assert found[0] == found[1]
    assert any("p00002.json" in one for one in found[0])
    pages = {one.partition("article='")[2][:6] for one in found[0] if "maker='memory'" in one}
    assert pages == {"p00005"}


def test_figures_add_up_to_those_of_one_process(project: Project) -> None:
    *problems, one = stats(project, StatsOptions(("bench",), jobs=1))
    *same, two = stats(project, StatsOptions(("bench",), jobs=2))
    assert one == two
    assert [str(problem) for problem in same] == [str(problem) for problem in problems] != []


@pytest.mark.slow
def test_check_finds_the_same_with_two_processes(project: Project) -> None:
    one, two = ([*check(project, None, CheckOptions(model=False, jobs=jobs))] for jobs in (1, 2))
    assert list(map(repr, two)) == list(map(repr, one))
    kinds = {event.kind for event in one if isinstance(event, Finding)}
    assert {"unreadable", "label"} <= kinds


def test_few_pages_are_gone_through_by_this_process() -> None:
    assert parallel.usual_jobs(parallel.FEW) == 1


WAYS: tuple[dict[str, Any], ...] = ({}, {"split": "60/20/20"}, {"shards": 2})


def formats_and_ways() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each format in each way that it is written; where not all is tried, in one of them by turns."""
    for number, (name, row) in enumerate(FORMATS.items()):
        ways = [way for way in WAYS if row.shards or "shards" not in way]
        for way in ways if is_whole() else [ways[number % len(ways)]]:
            if not row.needs:
                yield name, way


@pytest.mark.slow
@pytest.mark.parametrize(("name", "more"), [*formats_and_ways()])
def test_an_export_has_the_same_bytes_with_two_processes(
    project: Project, tmp_path: Path, name: str, more: dict[str, Any]
) -> None:
    told, written = [], []
    for jobs in (1, 2):
        target = tmp_path / str(jobs) / "data"
        target.parent.mkdir()
        events = [*export(project, ExportOptions(format=name, target=str(target), jobs=jobs, **more))]
        told.append([repr(event) for event in events if isinstance(event, Lost | Failed)])
        files = sorted(path for path in target.parent.rglob("*") if path.is_file())
        written.append({path.relative_to(target.parent): path.read_bytes() for path in files})
    assert told[0] == told[1]
    assert written[0] == written[1] != {}


def who(project: Project, pages: Sequence[str]) -> list[str]:
    return [project.annotator for _ in pages]


def ended(project: Project, pages: Sequence[str]) -> None:
    os._exit(9)  # as the system ends a process that takes too much memory


def test_other_processes_work_as_the_same_annotator(project: Project) -> None:
    project.annotator = "wang"
    found = [*in_chunks(project, who, project.page_ids(), 2)]
    assert found == [["wang", "wang"], ["wang", "wang"], ["wang", "wang"], ["wang"]]


def test_a_process_that_was_ended_from_outside_is_told(project: Project) -> None:
    with pytest.raises(ProjectError) as caught:
        list(in_chunks(project, ended, project.page_ids(), 2))
    assert caught.value.key == "jobs.ended"


def test_many_pages_are_gone_through_by_as_many_processes_as_may_run_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = parallel.FEW + 1
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    assert (parallel.usual_jobs(many), parallel.usual_jobs(parallel.FEW)) == (3, 1)
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    assert parallel.usual_jobs(many) == 5
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert parallel.usual_jobs(many) == 1


@pytest.mark.slow
def test_where_one_process_is_enough_none_is_started(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "ProcessPoolExecutor", None)
    pages = project.page_ids()
    assert [*in_chunks(project, lengths, pages[:2], 8, 1)] == [lengths(project, pages[:2], 1)]
    assert len([*in_chunks(project, lengths, pages, 1, 1)]) == 4
    assert len([*in_chunks(project, lengths, pages, None, 1)]) == 4
    assert [*in_chunks(project, lengths, (), 8, 1)] == []


def test_chunks_are_taken_no_further_ahead_than_the_processes_need(project: Project) -> None:
    taken = []

    def chunks() -> Iterator[Sequence[str]]:
        for number in range(100):
            taken.append(number)
            yield [project.page_ids()[number % 7]]

    found = over_chunks(project, who, chunks(), 2)
    assert next(found) == ["bench"]
    assert len(taken) == 2 * parallel.AHEAD + 1
    found.close()


def test_no_process_is_started_for_chunks_without_pages(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ProcessPoolExecutor, "submit", None)
    assert [*over_chunks(project, who, [[], [], []], 2)] == [[], [], []]


def ends_beside(root: Path, said: Any) -> None:
    """Go through pages with two processes, which say who they are, until somebody ends this one."""
    opened = Project(root)
    for pids in over_chunks(opened, waits, ([page] for page in opened.page_ids()), 2):
        said.put(pids)


def waits(project: Project, pages: Sequence[str]) -> int:
    if pages[0] != project.page_ids()[0]:
        Event().wait()
    return os.getpid()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked there")
def test_processes_end_with_the_one_that_started_them_even_where_it_is_killed(project: Project) -> None:
    context = get_context("fork")
    said = context.Queue()
    parent = context.Process(target=ends_beside, args=(project.root, said))
    parent.start()
    pid = said.get(timeout=30)
    # Its own copies of what waits for them to end are closed with it.
    watched = os.pidfd_open(pid)
    parent.kill()
    parent.join()
    assert select([watched], [], [], 30)[0] == [watched]
    os.close(watched)


@pytest.mark.slow
@pytest.mark.parametrize("told", [None, 1])
def test_an_export_tells_the_same_with_two_processes(
    project: Project, tmp_path: Path, told: int | None
) -> None:
    last_of_its_part = project.root / "annotations" / "bench" / "p00003.json"
    last_of_its_part.write_text("{", encoding="utf-8")
    events, losses = [], []
    for jobs in (1, 2):
        target = str(tmp_path / f"{jobs}.txt")
        options = ExportOptions(format="conll", target=target, annotators=("bench",), jobs=jobs, told=told)
        events.append([*export(project, options)])
        losses.append(Path(f"{target}.losses.jsonl").read_bytes())
    one, two = ([repr(event) for event in found if isinstance(event, Lost | Failed)] for found in events)
    assert one == two
    assert losses[0] == losses[1]
    assert sum("p00003.json" in event for event in two) == 1
    assert (losses[0].count(b"\n") > 1, sum("Lost" in event for event in one)) == (
        True,
        told or losses[0].count(b"\n"),
    )
    assert [event.done for event in events[1] if isinstance(event, Progress)] == [2, 4, 6, 7]
