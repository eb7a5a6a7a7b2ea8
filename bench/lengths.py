"""Documents of any length, with a tag for every hundred characters: first text, keys, pages, memory."""

import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bench import slate
from bench.corpora import memory, sentences
from bench.measures import DOWN, LEFT, RIGHT, UP, Row, beside_bare, milliseconds, piyue
from bench.terminal import Terminal
from tui.model import Span, order
from tui.store.project import Project

FIRST = "长篇报告"
SHOWN = FIRST[1:]
"""What of it is written in one piece: the cursor stands on the first character."""
SIZES = (1_000, 100_000, 1_000_000)
WALK = [UP, RIGHT, DOWN, LEFT, UP, RIGHT, RIGHT, DOWN]
PAGES = ["\x1b[5~", "\x1b[6~"]
KEYS, SCREENS, TAGS = 240, 60, 60
BEHIND = 25.0
"""Seconds until all words of the longest are known; keys are measured both before and after."""


def make(folder: Path, size: int) -> None:
    """Write a page with one article of `size` characters, and `size` / 100 tags on it."""
    pick = random.Random(size)
    known, lines, length = sentences(), [FIRST], 0
    while length < size:
        lines.append("　　" + "。".join(pick.choices(known, k=6)) + "。")
        length += len(lines[-1])
    (folder / "seeds").mkdir()
    (folder / "seeds" / "long.txt").write_text("\n".join(lines)[:size], encoding="utf-8")
    project = Project.find(folder)
    document = project.document("long", "bench")
    text, now = document.page.text, datetime.now(UTC)
    places = (at for at in range(60, size - 60, 100) if "\n" not in text[at : at + 4])
    spans = [
        Span(
            id=f"{at:x}",
            label="ORG",
            segments=((at, at + 4),),
            text=text[at : at + 4],
            created=now,
            updated=now,
        )
        for at in places
    ]
    project.save(document.replaced(spans=tuple(sorted(spans, key=order))))


def measure(size: int) -> Iterator[Row]:
    """Measure a document of `size` characters."""
    name = f"{size:,} characters"
    with tempfile.TemporaryDirectory() as folder:
        project, home = Path(folder) / "project", Path(folder) / "home"
        project.mkdir()
        home.mkdir()
        make(project, size)
        yield beside_bare(f"first text, {name}", project, home, SHOWN, "")
        app = piyue(project, home)
        try:
            app.until("saved")
            app.send("G")
            app.settle(1.0)
            yield _answers(app, f"key to bytes, {name}, words being found", WALK * (KEYS // len(WALK)))
            app.settle(BEHIND * size / SIZES[-1])
            yield _answers(app, f"key to bytes, {name}", WALK * (KEYS // len(WALK)))
            yield _answers(app, f"page to bytes, {name}", PAGES * (SCREENS // len(PAGES)))
            yield _tags(app, name)
            yield Row(f"memory, {name}", {"MB": memory(app.pid)}, "")
        finally:
            app.close()
        other = Path(folder) / "slate"
        other.mkdir()
        yield from slate.rows((project / "seeds" / "long.txt").read_text("utf-8"), name, other)


def _answers(app: Terminal, what: str, keys: list[str]) -> Row:
    answers = []
    for key in keys:
        answers.append(app.answer(key))
        app.settle(0.02)
    return Row(what, milliseconds(answers), "p99 <= 10 ms")


def _tags(app: Terminal, name: str) -> Row:
    """Measure a label's key while earlier tags are being saved."""
    answers = []
    for _ in range(TAGS):
        began = app.send("o")
        app.read(5.0)
        answers.append(perf_counter() - began)
        app.settle(0.05)
        app.answer(RIGHT)
        app.settle(0.05)
    return Row(f"label key to bytes, {name}", milliseconds(answers), "p99 <= 10 ms")


def rows() -> Iterator[Row]:
    """Measure all sizes."""
    for size in SIZES:
        yield from measure(size)


if __name__ == "__main__":
    for row in rows():
        print(row)
