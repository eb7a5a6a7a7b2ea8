"""Figures of pages that did not change are not counted again, and nothing that changed is missed."""

import os
import time
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bench.commands.project import make
from tui.errors import PiyueError
from tui.model.corrections import BorderPin
from tui.operations import check_pages, kept_results, page_work, parallel
from tui.operations.check_pages import doubts_of_pages
from tui.operations.kept_results import KeptResults
from tui.operations.stats import StatsEvent, StatsOptions, stats
from tui.store import page_states
from tui.store.project import Project

LONG_AGO, DAY = 1_700_000_000, 86_400
SECONDS = count()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seven pages, of which two are counted at a time; nobody has touched them for long.

    No result takes the place of another one.
    """
    monkeypatch.setattr(kept_results, "FILES", 1 << 60)
    monkeypatch.setattr(parallel, "CHUNK", 2)
    monkeypatch.setattr(page_work, "FEW", 0)
    made = make(tmp_path / "news", 7, 6).root
    aged(made)
    return made


def aged(root: Path) -> None:
    """Give all files that were written just now a time long ago, each another one."""
    for path in root.rglob("*.*"):
        if path.stat().st_mtime > LONG_AGO + DAY:
            os.utime(path, (LONG_AGO + next(SECONDS),) * 2)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were read."""
    pages, page = list[str](), Project.page

    def reading(project: Project, page_id: str) -> object:
        pages.append(page_id)
        return page(project, page_id)

    monkeypatch.setattr(Project, "page", reading)
    return pages


def counted(root: Path, options: StatsOptions | None = None) -> list[str]:
    """What a new run says."""
    found: list[StatsEvent] = [*stats(Project(root), options or StatsOptions(("bench",), jobs=1))]
    return [str(each) if isinstance(each, PiyueError) else repr(each) for each in found]


def counted_without_cache(root: Path) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_work, "FEW", 100)
        return counted(root)


def test_what_did_not_change_is_not_read_again(root: Path, read: list[str]) -> None:
    first = counted(root)
    assert len(read) == 7
    assert counted(root) == first == counted_without_cache(root)
    assert len(read) == 7 + 7


def annotations(root: Path, page: str) -> Path:
    return root / "annotations" / "bench" / f"{page}.json"


def relabelled(root: Path) -> None:
    path = annotations(root, "p00002")
    path.write_text(path.read_text("utf-8").replace('"METRIC"', '"ORGAN1"'), "utf-8")


def in_place_of_another(root: Path) -> None:
    """As who saves does it: a new file of the same size, of the same time, takes the place."""
    path, fresh = annotations(root, "p00002"), root / "fresh"
    fresh.write_text(path.read_text("utf-8").replace('"METRIC"', '"ORGAN1"'), "utf-8")
    os.utime(fresh, ns=(path.stat().st_mtime_ns,) * 2)
    fresh.replace(path)


def removed(root: Path) -> None:
    annotations(root, "p00002").unlink()


def damaged(root: Path) -> None:
    annotations(root, "p00002").write_text("{", "utf-8")


def rewritten(root: Path) -> None:
    path = root / "seeds" / "p00002.txt"
    path.write_text(path.read_text("utf-8") + "　　又一段。\n", "utf-8")


def corrected(root: Path) -> None:
    """Somebody says that another article begins with the last paragraph."""
    project = Project(root)
    document = project.document("p00002")
    at = document.articles[0].blocks[-1].segments[0][0]
    pins = (BorderPin(at=at, text=document.page.text[at : at + 8], begins=True),)
    project.documents.corrections.save(document.page, document.corrections.replaced(borders=pins))


@pytest.mark.parametrize("change", [relabelled, in_place_of_another, removed, damaged, rewritten, corrected])
def test_what_changed_is_counted_anew_and_the_rest_is_not(
    root: Path, read: list[str], change: Callable[[Path], None]
) -> None:
    before = counted(root)
    change(root)
    aged(root)
    expected = counted_without_cache(root)
    read.clear()
    assert counted(root) == expected != before
    assert read == ["p00002", "p00003"]


def test_what_cannot_be_read_is_said_each_time(root: Path, read: list[str]) -> None:
    damaged(root)
    aged(root)
    first = counted(root)
    read.clear()
    assert counted(root) == first
    assert any("p00002" in said for said in first)
    assert read == ["p00002", "p00003"]


def test_a_file_that_may_still_change_within_its_time_is_counted_each_time(root: Path) -> None:
    path, now = annotations(root, "p00006"), time.time_ns() + 10**10
    for old, new in (("ORG", "GRO"), ("GRO", "ORG")):
        path.write_text(path.read_text("utf-8").replace(f'"{old}"', f'"{new}"'), "utf-8")
        os.utime(path, ns=(now, now))
        assert counted(root) == counted_without_cache(root)


def test_settings_zone_day_annotators_and_program_have_figures_of_their_own(
    root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = StatsOptions(("bench",), jobs=1)
    counted(root, usual)
    others = [
        usual._replace(zone=ZoneInfo("Asia/Shanghai")),
        usual._replace(zone=ZoneInfo("America/New_York")),
        usual._replace(day=date(2026, 3, 1)),
        usual._replace(annotators=("bench", "wang")),
    ]
    for options in others:
        read.clear()
        counted(root, options)
        assert read
    settings = root / "piyue.toml"
    counted(root)
    settings.write_text(settings.read_text("utf-8").replace('en = "ORG"', 'en = "Body"'), "utf-8")
    read.clear()
    counted(root)
    assert read
    monkeypatch.setattr(page_states, "_program", lambda: "another version")
    read.clear()
    counted(root)
    assert read


def test_a_result_that_cannot_be_read_is_found_anew(root: Path) -> None:
    first = counted(root)
    folder = Project(root).cache / "results"
    kept = sorted(folder.iterdir())
    assert len(kept) == 4
    for path in kept:
        path.write_bytes(path.read_bytes()[:90])
    assert counted(root) == first


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="EOFError"),
        pytest.param(b"0.", id="UnpicklingError"),
        pytest.param(b"cos\nno_such_name\n.", id="AttributeError"),
        pytest.param(b"cno_such_module\nname\n.", id="ImportError"),
        pytest.param(b"]K\x00K\x01s.", id="IndexError"),
        pytest.param(b"K\x01)R.", id="TypeError"),
        pytest.param(b"Ix\n.", id="ValueError"),
        pytest.param(b"coperator\ngetitem\n(}K\x01tR.", id="KeyError"),
    ],
)
def test_of_a_damaged_result_nothing_is_read(data: bytes, tmp_path: Path) -> None:
    kept = KeptResults(Project(tmp_path), "work")
    kept.keep(1, "state", [7])
    assert kept.result(1, "state") == [7]
    (path,) = (Project(tmp_path).cache / "results").iterdir()
    path.write_bytes(b"state" + data)
    assert kept.result(1, "state") is None
    path.unlink()
    path.mkdir()
    assert kept.result(1, "state") is None


def test_another_project_has_results_of_its_own(root: Path, tmp_path: Path) -> None:
    counted(root)
    other = make(tmp_path / "other", 7, 9).root
    aged(other)
    assert counted(other) == counted_without_cache(other) != counted(root)


def test_no_more_is_kept_than_files_and_size_allow(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_results, "FILES", 1)
    first = counted(root)
    folder = Project(root).cache / "results"
    assert len([*folder.iterdir()]) == 1
    assert counted(root) == first
    (path,) = folder.iterdir()
    path.unlink()
    monkeypatch.setattr(kept_results, "LARGEST", 10)
    assert counted(root) == first
    assert not [*folder.iterdir()]


def doubted(root: Path) -> list[tuple[str, str]]:
    """The pages and texts that are doubtful."""
    return [(found.page, found.text) for found in doubts_of_pages(Project(root))]


@pytest.mark.slow
def test_what_is_doubtful_on_pages_that_did_not_change_is_said_without_reading_them(
    root: Path, read: list[str]
) -> None:
    path = root / "seeds" / "p00003.txt"
    path.write_text(path.read_text("utf-8") + "增长6.8%0。\n", "utf-8")
    aged(root)
    first = doubted(root)
    assert ("p00003", "6.8%0") in first
    assert len(read) == 7
    assert doubted(root) == first
    assert len(read) == 7
    path.write_text(path.read_text("utf-8").replace("6.8%0", "6.9%0"), "utf-8")
    aged(root)
    assert doubted(root) == [(page, said.replace("6.8", "6.9")) for page, said in first]
    assert read[7:] == ["p00002", "p00003"]


@pytest.mark.slow
def test_words_of_ones_own_and_another_dictionary_are_asked_anew(
    root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    doubted(root)
    Project(root).dictionary.write_text("临溪 5000\n", "utf-8")
    aged(root)
    doubted(root)
    assert len(read) == 14
    other = tmp_path / "dict.txt"
    other.write_text("望津 9 n\n", "utf-8")
    monkeypatch.setattr(check_pages, "dictionary_file", lambda: other)
    doubted(root)
    assert len(read) == 21


@pytest.mark.slow
def test_a_page_that_cannot_be_read_is_read_again(root: Path, read: list[str]) -> None:
    path = root / "seeds" / "p00003.txt"
    path.write_bytes(b"\xff\xfe\xff")
    aged(root)
    doubted(root)
    doubted(root)
    assert read[7:] == ["p00002", "p00003"]
