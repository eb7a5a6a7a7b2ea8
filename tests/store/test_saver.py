"""The saver never blocks, never loses the newest document, and says what it did."""

import threading
from collections.abc import Iterator

import pytest

from tests.store.building import document_of, page_of, span_of
from tui.errors import StoreError
from tui.model import Document
from tui.store.saver import Failed, Report, Saved, Saver

LONG = 10.0
"""Seconds after which a test that hangs fails."""


class Disk:
    """A disk that is held up until it is let go, and fails when told to."""

    def __init__(self) -> None:
        self.saved: list[Document] = []
        self.reports: list[Report] = []
        self.begun = threading.Semaphore(0)
        self.go = threading.Semaphore(0)
        self.broken: Exception | None = None

    def save(self, document: Document) -> None:
        self.begun.release()
        assert self.go.acquire(timeout=LONG)
        if self.broken is not None:
            raise self.broken
        self.saved.append(document)

    def wait_until_busy(self) -> None:
        assert self.begun.acquire(timeout=LONG)

    def open(self) -> None:
        self.go.release(1000)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saver(disk: Disk) -> Iterator[Saver]:
    ticks = iter(range(1000))
    saver = Saver(disk.save, disk.reports.append, clock=lambda: float(next(ticks)))
    yield saver
    disk.broken = None
    disk.open()
    assert saver.close(LONG) == ()


PAGES = {name: page_of(page_id=name) for name in "pq"}


def version(number: int, page: str = "p") -> Document:
    return document_of(PAGES[page], span_of(PAGES[page], f"v{number}", (number, number + 1)))


def test_while_one_version_is_written_only_the_newest_of_the_others_waits(saver: Saver, disk: Disk) -> None:
    saver.put(version(1))
    disk.wait_until_busy()
    for number in (2, 3, 4):
        saver.put(version(number))
    assert saver.pending == (version(4),)
    disk.open()
    assert saver.wait(LONG) == ()
    assert disk.saved == [version(1), version(4)]
    assert disk.reports == [Saved(version(1), 1.0), Saved(version(4), 1.0)]


def test_each_page_has_its_own_newest_version(saver: Saver, disk: Disk) -> None:
    saver.put(version(1))
    disk.wait_until_busy()
    saver.put(version(2, "q"))
    saver.put(version(3))
    saver.put(version(4, "q"))
    assert saver.pending == (version(3), version(4, "q"))
    disk.open()
    assert saver.wait(LONG) == ()
    assert disk.saved == [version(1), version(4, "q"), version(3)]


def test_the_same_page_by_two_annotators_is_two_files(saver: Saver, disk: Disk) -> None:
    other = version(1).replaced(annotator="zhou")
    saver.put(version(1))
    saver.put(other)
    disk.open()
    assert saver.wait(LONG) == ()
    assert disk.saved == [version(1), other]


def test_what_is_reported_as_saved_is_no_longer_pending() -> None:
    seen: list[tuple[Document, ...]] = []
    eager = Saver(lambda document: None, lambda report: seen.append(eager.pending))
    eager.put(version(1))
    assert eager.close(LONG) == ()
    assert seen == [()]


def test_what_failed_is_kept_told_and_tried_again(saver: Saver, disk: Disk) -> None:
    disk.open()
    disk.broken = StoreError("store.full", path="p.json")
    saver.put(version(1))
    assert saver.wait(LONG) == (version(1),)
    assert disk.reports == [Failed(version(1), disk.broken)]
    assert saver.pending == (version(1),)

    disk.broken = None
    assert saver.flush(LONG) == ()
    assert disk.saved == [version(1)]


def test_the_next_page_that_is_put_brings_what_failed_with_it(saver: Saver, disk: Disk) -> None:
    disk.open()
    disk.broken = StoreError("store.full")
    saver.put(version(1))
    saver.wait(LONG)
    disk.broken = None
    saver.put(version(2, "q"))
    assert saver.wait(LONG) == ()
    assert disk.saved == [version(1), version(2, "q")]


def test_an_older_version_that_failed_never_overwrites_a_newer_one(saver: Saver, disk: Disk) -> None:
    saver.put(version(1))
    disk.wait_until_busy()
    saver.put(version(2))
    disk.broken = StoreError("store.full")
    disk.go.release()
    disk.wait_until_busy()
    disk.broken = None
    disk.open()
    assert saver.wait(LONG) == ()
    saver.retry()
    assert saver.wait(LONG) == ()
    assert disk.saved == [version(2)]


def test_a_mistake_in_the_program_is_a_failure_and_not_the_end(saver: Saver, disk: Disk) -> None:
    disk.open()
    disk.broken = ZeroDivisionError("oh")
    saver.put(version(1))
    assert saver.wait(LONG) == (version(1),)
    assert "oh" in str(disk.reports[0].error)  # type: ignore[union-attr]
    disk.broken = None
    saver.put(version(2))
    assert saver.wait(LONG) == ()
    assert disk.saved == [version(2)]


def test_a_listener_that_fails_does_not_stop_the_saving(disk: Disk) -> None:
    def gone(report: Report) -> None:
        raise RuntimeError("no app")

    disk.open()
    saver = Saver(disk.save, gone)
    saver.put(version(1))
    assert saver.wait(LONG) == ()
    saver.put(version(2))
    assert saver.close(LONG) == ()
    assert disk.saved == [version(1), version(2)]


def test_closing_tries_once_more_and_returns_what_could_not_be_saved(disk: Disk) -> None:
    disk.open()
    disk.broken = StoreError("store.full")
    saver = Saver(disk.save, disk.reports.append)
    saver.put(version(1))
    saver.wait(LONG)
    assert saver.close(LONG) == (version(1),)
    assert disk.reports == [Failed(version(1), disk.broken)] * 2
    with pytest.raises(RuntimeError, match="closed"):
        saver.put(version(2))


def test_closing_does_not_wait_for_ever(saver: Saver, disk: Disk) -> None:
    saver.put(version(1))
    disk.wait_until_busy()
    assert saver.wait(0) == (version(1),)


def test_closing_ends_the_thread(disk: Disk) -> None:
    before = threading.active_count()
    saver = Saver(disk.save, disk.reports.append)
    assert threading.active_count() == before + 1
    saver.close(LONG)
    assert threading.active_count() == before
