"""Corpora of many articles: first text with a cold and a warm index, the index itself, memory, filtering."""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.measures import ROOT, Row, beside_bare, first_text, piyue

SIZES = (24, 1_000, 100_000)
FIRST = "第0篇"
SETTINGS = '[[sources]]\npath = "corpus.jsonl"\nid = "id"\ntitle = "title"\n'
FILTER_KEYS = "7317"
"""Each one narrows the list further: titles end with numbers."""


def make(folder: Path, count: int) -> None:
    """Write a table with `count` articles of some 500 characters, made of the pages' sentences."""
    pick, known = random.Random(count), sentences()
    (folder / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as file:
        for number in range(count):
            paragraphs = ("　　" + "。".join(pick.choices(known, k=4)) + "。" for _ in range(3))
            row = {"id": number, "title": f"第{number}篇", "text": "\n\n".join(paragraphs)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def sentences() -> list[str]:
    """The sentences of the pages, without those that say who reports, which would begin another article."""
    text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    found = (one.strip() for one in text.replace("\n", "").split("。"))
    return [one for one in found if 10 < len(one) < 80 and not set(one) & set("（#*记摄讯")]


def measure(count: int) -> Iterator[Row]:
    """Measure a corpus of `count` articles."""
    name = f"{count:,} articles"
    with tempfile.TemporaryDirectory() as folder:
        project, home = Path(folder) / "project", Path(folder) / "home"
        project.mkdir()
        home.mkdir()
        make(project, count)
        yield Row(f"first text, {name}, cold", {"piyue ms": 1000 * first_text(project, home, FIRST)}, "")
        seconds = _index(project, home)
        file = next((home / "cache" / "piyue" / "index").glob("*.sqlite"))
        figures = {"s": seconds, "articles/s": count / seconds, "MB": file.stat().st_size / 1e6}
        yield Row(f"index, {name}", figures, "")
        yield beside_bare(f"first text, {name}, warm", project, home, FIRST)
        yield from _at_work(project, home, count, name)


def _index(project: Path, home: Path) -> float:
    """Build the index anew; return the seconds."""
    caches = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PYTHONPATH": str(ROOT)}
    for file in (home / "cache" / "piyue" / "index").glob("*"):
        file.unlink()
    began = perf_counter()
    command = [sys.executable, "-m", "tui.operations.index_worker", str(project), "bench", "en"]
    subprocess.run(command, env=os.environ | caches, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - began


def _at_work(project: Path, home: Path, count: int, name: str) -> Iterator[Row]:
    app = piyue(project, home)
    try:
        app.until(FIRST)
        app.settle(3.0)
        app.answer("\x0f")
        app.settle(0.5)
        seconds = []
        for key in FILTER_KEYS[: max(1, len(str(count)) - 2)]:
            began = app.send(key)
            app.until(f"/{count:,}")
            seconds.append(perf_counter() - began)
            app.settle(0.3)
        yield Row(f"memory, {name}", {"MB": memory(app.pid)}, "<= 80 MB")
        yield Row(
            f"filter key to list, {name}",
            {"median ms": 1000 * median(seconds), "worst ms": 1000 * max(seconds)},
            "<= 50 ms",
        )
    finally:
        app.close()


def memory(pid: int) -> float:
    """Resident megabytes of the app's process, as Linux counts them."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def rows() -> Iterator[Row]:
    """Measure all sizes."""
    for count in SIZES:
        yield from measure(count)
