"""Exports measured: articles a second and memory, on generated articles, beside other tools' exporters.

``python -m bench.exports`` writes 100,000 articles of 30 tags; ``--articles N`` fewer. Each format runs in a
process of its own, so that memory is its own. Ours are measured from documents in memory to files with their
card and report; the others from what they keep their tags in: a file of JSON, a database. All are counted in
seconds of processor time, which others at work on the machine change least.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import process_time

from bench import peers
from tui.formats.common.entries import Wanted, entries
from tui.formats.common.loss_report import ExportReport
from tui.formats.common.native_rows import article
from tui.formats.common.native_schema import About
from tui.formats.common.writing import Export, FolderSinks, Plan
from tui.formats.format import EVERYTHING
from tui.formats.interface import Options
from tui.formats.registry import FORMATS
from tui.model import DEFAULT_LABELS, Article, Block, Document, Page, Progress, Span
from tui.text.segment import Segmenter

TAGS = 30
SENTENCE = "临溪县总工会三月新建基层工会组织36家，发展会员8447人；"
TEXT = SENTENCE * 15 + "职工说好。"
WHEN = datetime(2026, 3, 1, tzinfo=UTC)
ABOUT = About(name="bench", tool="piyue", labels=DEFAULT_LABELS.labels)
FLOORS = ("floor-jsonl", "floor-conll")
NAMES = ("jsonl", "conll", "spacy", "hf", "prodigy", "doccano", "label-studio", "brat", "cas")


class Pairs:
    """Cuts every two characters: what the dictionary takes is measured elsewhere."""

    def words(self, text: str) -> list[tuple[int, int]]:
        """See `Segmenter.words`."""
        return [(at, min(at + 2, len(text))) for at in range(0, len(text), 2)]


def documents(count: int) -> Iterator[Document]:
    """Yield pages of one article of 437 characters with 30 tags."""
    article = Block(role="paragraph", segments=((0, len(TEXT)),))
    starts = [at * 14 for at in range(TAGS)]
    for number in range(count):
        name = f"p{number}"
        page = Page(id=name, path=f"{name}.txt", text=TEXT, encoding="utf-8", sha256="0" * 64)
        spans = tuple(
            Span(
                id=f"{number:x}-{at:x}", label="ORG", segments=((at, at + 6),), text=TEXT[at : at + 6],
                created=WHEN, updated=WHEN,
            )
            for at in starts
        )  # fmt: skip
        yield Document(
            page=page,
            annotator="bench",
            articles=(Article(id=f"{name}#1", page=name, kind="news", blocks=(article,)),),
            spans=spans,
            progress={f"{name}#1": Progress(state="done")},
        )


class Made:
    """Hands documents on, and counts the seconds that it takes to make them up: they are not the export's."""

    def __init__(self, documents: Iterator[Document]) -> None:
        self.seconds, self._documents = 0.0, documents

    def __iter__(self) -> Iterator[Document]:
        """Yield them."""
        while True:
            began = process_time()
            batch = list(islice(self._documents, 50))
            self.seconds += process_time() - began
            if not batch:
                return
            yield from batch


def one(name: str, count: int, folder: Path) -> dict[str, float]:
    """Export in this process; return articles a second and the most memory it ever had, in MB."""
    row, report, options = FORMATS[name], ExportReport(), Options()
    plan = Plan()
    sinks = FolderSinks(folder, row, options, ABOUT, plan)
    export = Export(row, options, ABOUT, report, plan, sinks)
    segmenter: Segmenter | None = Pairs() if row.unit in ("word", "entity") else None
    made = Made(documents(count))
    began = process_time()
    for entry in entries(made, report, Wanted(unplaced=row.holds == EVERYTHING), segmenter):
        export.add(entry)
    export.close()
    sinks.close()
    seconds = process_time() - began - made.seconds
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"articles/s": count / seconds, "MB": peak, "lost": report.losses}


def floor(name: str, count: int) -> dict[str, float]:
    """What no Python program that writes such a file can beat: the JSON of ready rows, ready rows joined."""
    (entry,) = entries(documents(1), ExportReport())
    row = article(entry)
    words, tags = list(TEXT), ["B-ORG" if at % 14 == 0 else "I-ORG" for at in range(len(TEXT))]
    began = process_time()
    with tempfile.TemporaryFile() as out:
        for _ in range(count):
            if name == "floor-jsonl":
                out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            else:
                out.write(
                    "\n".join([f"{word}\t{tag}" for word, tag in zip(words, tags, strict=True)]).encode()
                )
    return {"articles/s": count / (process_time() - began)}


def measured(name: str, count: int, folder: Path, doccano: str) -> dict[str, float]:
    """Measure one exporter, ours or another."""
    if name in FORMATS:
        return one(name, count, folder)
    if name.startswith("floor-"):
        return floor(name, count)
    if name == "doccano-itself":
        one("doccano", count, folder)
        return peers.doccano(doccano, folder / "data.jsonl")
    one("label-studio", count, folder)
    return peers.label_studio(folder / "data.json", name)


def main() -> None:
    """Measure all, each in a process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--doccano", default="", help="a Python that has doccano installed")
    parser.add_argument("--only")
    parser.add_argument("names", nargs="*", default=[*NAMES, *FLOORS, *peers.LABEL_STUDIO])
    arguments = parser.parse_args()
    if arguments.only:
        with tempfile.TemporaryDirectory() as folder:
            found = measured(arguments.only, arguments.articles, Path(folder), arguments.doccano)
        print(json.dumps(found))
        return
    shared = ["--articles", str(arguments.articles), "--doccano", arguments.doccano]
    for name in [*arguments.names, *["doccano-itself"] * bool(arguments.doccano)]:
        command = [sys.executable, "-m", "bench.exports", *shared, "--only", name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said = done.stdout.splitlines()[-1] if done.returncode == 0 else done.stderr.strip()[-200:]
        print(f"{name:34}", said, flush=True)


if __name__ == "__main__":
    main()
