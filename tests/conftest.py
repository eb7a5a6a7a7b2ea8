"""What every test stands on: no real home, no network, fixed pages."""

import gc
import os
import shutil
import subprocess
import tempfile
import time
from asyncio import AbstractEventLoop
from collections.abc import Generator, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from socket import AF_UNIX, socket

import pytest
from hypothesis import settings

from tests.app.resting import RestingLoop
from tests.store.server import Server, programs
from tui.app import SHARED
from tui.model import Division, Page
from tui.store.worker_process import worker_command
from tui.text.dictionary import Entry
from tui.text.divide import divide
from tui.text.segment import JiebaSegmenter, RjiebaSegmenter

# The same examples in every run, so that a change is judged by what it changed; CI tries the `whole` number,
# `random` looks for others.
settings.register_profile("usual", deadline=None, derandomize=True, max_examples=40)
settings.register_profile("whole", deadline=None, derandomize=True)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=20)
settings.register_profile("random", deadline=None, max_examples=1000)
settings.load_profile("usual")

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


MEMORY, ROOM = Path("/dev/shm"), 2 << 30
"""A folder in memory, where the system has one, and so many bytes of room that tests never need them all."""


def pytest_configure() -> None:
    """Let tests be in one zone of time, and write in memory."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    write_in_memory()


def write_in_memory() -> None:
    """Let tests write in memory: on a disk a sixth of their time goes into files, and waits come on top.

    Only where programs can be started from there: some tests see that none is.
    """
    if "TMPDIR" in os.environ or not MEMORY.is_dir():
        return
    if shutil.disk_usage(MEMORY).free > ROOM and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it may have been asked for already


NOWHERE = Path(__file__) / "home"
"""The home of tests without a folder: below a file nothing can be made."""


@pytest.fixture(autouse=True)
def no_real_home(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an English locale, a fixed annotator and, where it has a folder, a home of its own."""
    needs_one = {"tmp_path", "tmp_path_factory"} & {*request.fixturenames}  # thousands of tests do not
    live_in(request.getfixturevalue("private_home") if needs_one else NOWHERE, monkeypatch)


def live_in(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Change the environment to one of a user with a home, an English locale and a fixed name."""
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    patch.setenv("HOME", str(home))
    patch.setenv("LC_ALL", "C.UTF-8")
    patch.setenv("LOGNAME", "ling")


@pytest.fixture
def private_home(tmp_path: Path) -> Path:
    """Give a home, with cache and state folder, to one test."""
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture(scope="session", autouse=True)
def loaded_once() -> Iterator[None]:
    """Keep dictionaries from one command to the next: to load one is a third of many a command, or more."""
    kept, bare = cache(RjiebaSegmenter), cache(JiebaSegmenter)

    def jieba(folder: Path, entries: Sequence[Entry] = ()) -> JiebaSegmenter:
        return JiebaSegmenter(folder, entries) if entries else bare(Path(own))

    with tempfile.TemporaryDirectory(prefix="piyue-") as own, pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.text.segment.RjiebaSegmenter", lambda entries=(): kept(tuple(entries)))
        patch.setattr("tui.text.segment.JiebaSegmenter", jieba)
        yield


@lru_cache(maxsize=512)
def division(page: str, text: str, votes: tuple[tuple[str, float], ...]) -> Division:
    """Return how a page is divided: its id and its text say it."""
    return divide(Page(id=page, path="", text=text, encoding="utf-8", sha256=""), dict(votes))


@pytest.fixture(scope="session", autouse=True)
def divided_once() -> Iterator[None]:
    """Keep divisions from one command or app to the next, each of which has a cache of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "tui.text.divide.divide", lambda page, votes: division(page.id, page.text, (*votes.items(),))
        )
        yield


@pytest.fixture(scope="session")
def segmenter() -> Iterator[str]:
    """The socket of one segmenter, without a user's words: its dictionary is most of an app's start."""
    with tempfile.TemporaryDirectory(prefix="piyue-") as folder, socket(AF_UNIX) as listening:
        path = str(Path(folder) / "socket")
        listening.bind(path)
        listening.listen()
        worker = (folder, "jieba", str(Path(folder) / "no dictionary"), str(listening.fileno()))
        with subprocess.Popen(
            worker_command("tui.text.segment_worker", *worker),
            stdin=subprocess.PIPE,  # it ends when this does
            pass_fds=(listening.fileno(),),
        ):
            yield path


@pytest.fixture
def shared_segmenter(segmenter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let apps ask the segmenter of all tests."""
    monkeypatch.setenv(SHARED, segmenter)


SLOW = frozenset(("running", "adjudicating", "serve", "tab", "terminal", "postgres", "server"))
"""Fixtures that start an app, a browser or a server."""


def pytest_asyncio_loop_factories() -> dict[str, type[AbstractEventLoop]]:
    """Run tests in a loop that can be waited for."""
    return {"resting": RestingLoop}


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Leave what is collected alone for good: looking for garbage in it was a third of the collection."""
    gc.disable()
    found = yield
    gc.freeze()
    gc.enable()
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what opens an app, a browser or a server, and all that breaks things on purpose."""
    for item in items:
        is_slow = SLOW.intersection(getattr(item, "fixturenames", ())) or "/faults/" in item.path.as_posix()
        if is_slow:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Give a PostgreSQL server of the tests' own; each test works in a project of its own there."""
    if programs() is None:
        if os.environ.get("PIYUE_NEEDS_POSTGRES"):
            pytest.fail("PostgreSQL is not installed, and these tests may not be left out here")
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    server = Server()
    yield server
    server.stop()
