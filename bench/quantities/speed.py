"""Characters a second of finding numbers and times, alternating with another commit's code."""

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
ROUNDS = 9
_WORKER = """
import json, sys, time
from tui.quantities import find
from tui.quantities.periods import base_of, find_periods
texts, base = json.load(sys.stdin), base_of("2023-09-15")
def read():
    for text in texts:
        find(text)
        find_periods(text, base)
read()
best = 9e9
for _ in range(3):
    start = time.process_time()
    read()
    best = min(best, time.process_time() - start)
print(sum(map(len, texts)) / best)
"""


@contextmanager
def code_of(commit: str) -> Iterator[str]:
    """Give the folder of a commit's code, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", commit, "tui"], cwd=ROOT, capture_output=True, check=True)
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
            files.extractall(folder, filter="data")
        yield folder


def compared(commit: str, texts: list[str]) -> tuple[float, float]:
    """Return the characters a second of this tree and of a commit: medians over rounds that alternate."""
    ours, theirs = list[float](), list[float]()
    with code_of(commit) as folder:
        for _ in range(ROUNDS):
            theirs.append(_once(folder, texts))
            ours.append(_once(str(ROOT), texts))
    return median(ours), median(theirs)


def _once(root: str, texts: list[str]) -> float:
    command = [sys.executable, "-c", _WORKER]
    done = subprocess.run(
        command, input=json.dumps(texts), cwd=root, capture_output=True, text=True, check=True
    )
    return float(done.stdout)
