"""What is measured, each as figures and as a ratio where there is a floor."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from bench.terminal import Terminal
from tui.store.project import Project
from tui.text.offsets import read

ROOT = Path(__file__).parent.parent
RUNS = 12
KEYS = 400
TAGS = 150
FEW = 20
FIRST = "满意答卷"
"""What stands in the headline of the first article."""
LEFT, RIGHT, UP, DOWN = "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B"
WALK = [RIGHT, DOWN, RIGHT] * 12 + [LEFT, UP, LEFT] * 11
"""Keys that lead down the text over the edge of the screen and back, never against its end."""


class Row(NamedTuple):
    """A measured thing: what, the figures by name, in milliseconds or as a ratio, and the target."""

    what: str
    figures: dict[str, float]
    target: str


@contextmanager
def playground() -> Iterator[tuple[Path, Path]]:
    """A copy of the pages, and a home, both gone afterwards; a process that ends may still write there."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        project, home = Path(folder) / "project", Path(folder) / "home"
        home.mkdir()
        shutil.copytree(ROOT / "seeds", project / "seeds")

        yield project, home


def piyue(project: Path, home: Path, article: str | None = None) -> Terminal:
    """The app in a terminal."""
    command = [sys.executable, "-m", "tui.cli", "--project", str(project), "open"]
    return Terminal([*command, *(["--article", article] if article else [])], home=home, cwd=project)


def longest(project: Path) -> str:
    """The id of the longest article."""
    found = Project.find(project)
    documents = [found.document(page) for page in found.page_ids()]
    lengths = {a.id: len(read(d.page, a).text) for d in documents for a in d.articles}
    return max(lengths, key=lengths.__getitem__)


def p99(values: list[float]) -> float:
    """The 99th percentile."""
    return quantiles(values, n=100, method="inclusive")[98]


def milliseconds(values: list[float]) -> dict[str, float]:
    """Median and 99th percentile in milliseconds."""
    return {"p50 ms": 1000 * median(values), "p99 ms": 1000 * p99(values)}


def first_text(project: Path, home: Path, marker: str) -> float:
    """Seconds until a text is on the screen."""
    app = piyue(project, home)
    try:
        return app.until(marker)
    finally:
        app.close()


def bare(home: Path) -> float:
    """Seconds until a bare Textual app shows its text."""
    floor = Terminal([sys.executable, "-m", "bench.bare"], home=home, cwd=ROOT)
    try:
        return floor.until("BARE")
    finally:
        floor.close()


def beside_bare(what: str, project: Path, home: Path, marker: str, target: str = "ratio <= 1.5") -> Row:
    """Seconds until a text is on the screen, against a bare Textual app's text, in turn."""
    bare(home), first_text(project, home, marker)
    pairs = [(first_text(project, home, marker), bare(home)) for _ in range(RUNS)]
    ours, floor = ([1000 * one for one in column] for column in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    return Row(what, {"piyue ms": median(ours), "bare ms": median(floor), "ratio": ratio}, target)


def first_paint() -> Iterator[Row]:
    """The first text of a project that is new, and of one in which somebody has worked."""
    with playground() as (project, home):
        yield beside_bare("first text on the screen", project, home, FIRST)
        app = piyue(project, home)
        try:
            app.until("saved")
            for _ in range(FEW):
                app.answer("o")
                app.settle(0.05)
                app.answer(RIGHT)
                app.settle(0.05)
            app.settle(1.0)
        finally:
            app.close()
        yield beside_bare(f"first text, {FEW} tags on the page", project, home, FIRST, "")


def keys(when: str, begin: Callable[[Terminal], None]) -> Row:
    """Seconds from a key to the first byte on the terminal, on the longest article."""
    answers: list[float] = []
    with playground() as (project, home):
        article = longest(project)
        app = piyue(project, home, article)
        try:
            app.until("saved")
            begin(app)
            for number in range(KEYS):
                answers.append(app.answer(WALK[number % len(WALK)]))
                app.settle(0.012)
        finally:
            app.close()
    return Row(f"key to bytes, {when}", milliseconds(answers), "p99 <= 8 ms")


def saves() -> list[Row]:
    """Seconds from a label key to a durable file, and to the first byte on the terminal."""
    durable: list[float] = []
    answers: list[float] = []
    with playground() as (project, home):
        article = longest(project)
        file = project / "annotations" / "bench" / f"{article.partition('#')[0]}.json"
        app = piyue(project, home, article)
        try:
            app.until("saved")
            app.settle(1.5)
            for _ in range(TAGS):
                before = _stamp(file)
                began = app.send("o")
                app.read(5.0)
                answers.append(perf_counter() - began)
                while _stamp(file) == before:
                    app.read(0.0002)
                durable.append(perf_counter() - began)
                app.settle(0.02)
                app.answer(RIGHT)
                app.settle(0.02)
        finally:
            app.close()
        floor = [_plain_save(file) for _ in range(TAGS)]
    ratio = median(durable) / median(floor)
    return [
        Row(
            "label key to durable tag",
            milliseconds(durable) | {"ratio to write+fsync": ratio},
            "p99 <= 20 ms",
        ),
        Row("label key to bytes", milliseconds(answers), "p99 <= 8 ms"),
    ]


def _stamp(file: Path) -> tuple[int, int]:
    try:
        stat = file.stat()
    except FileNotFoundError:
        return (0, 0)
    return stat.st_ino, stat.st_mtime_ns


def _plain_save(file: Path) -> float:
    """The floor: the same bytes written beside, fsynced, put in place, the folder fsynced."""
    data, other = file.read_bytes(), file.with_suffix(".floor")
    began = perf_counter()
    with other.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    other.replace(file.with_suffix(".done"))
    folder = os.open(file.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return perf_counter() - began


def rows() -> Iterator[Row]:
    """Measure the first text, keys and saves on the five pages."""
    yield from first_paint()
    yield keys("dictionary loading", lambda _: None)
    yield keys("settled", lambda app: app.settle(1.5))
    yield from saves()
