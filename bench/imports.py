"""Imports measured: tokens a second of whole commands, on generated corpora.

``python -m bench.imports`` writes a corpus of 640,000 tokens in each format, of sentences of the pages, and
imports it into an empty project; some words are cut otherwise than jieba does. ``--tokens N`` makes another
size; ``--tree DIR`` takes another checkout's code (its Python in `.venv`). The clock is what a user waits
for, the processor's time what others at work on the machine change least. ``--double`` measures half of the
tokens as well: twice as many have to take twice the time.
"""

import argparse
import os
import random
import resource
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench.corpora import sentences
from bench.measures import ROOT
from tui.text.segment import segmenter_for


class Shape(NamedTuple):
    """How a corpus is made: sentences an article (0: all), and the share of tagged words."""

    article: int
    tagged: float

    def ends(self, number: int) -> bool:
        """Tell whether an article ends with the sentence of this number."""
        return bool(self.article) and number % self.article == 0


Writer = Callable[[int, Sequence[str], random.Random, Shape], Iterator[str]]


def cut(text: str, words: Sequence[tuple[int, int]], pick: random.Random) -> list[str]:
    """Return a sentence's words, one in twenty joined to the one before, one of ten long ones parted."""
    found: list[str] = []
    for start, end in words:
        word = text[start:end]
        if len(word) > 2 and pick.random() < 0.1:
            found += [word[:1], word[1:]]
        elif found and pick.random() < 0.05:
            found[-1] += word
        else:
            found.append(word)
    return found


def conll(number: int, words: Sequence[str], pick: random.Random, shape: Shape) -> Iterator[str]:
    """Yield a sentence's lines, a character each."""
    for word in words:
        first, rest = ("B-ORG", "I-ORG") if pick.random() < shape.tagged else ("O", "O")
        yield f"{word[0]}\t{first}\n" + "".join(f"{character}\t{rest}\n" for character in word[1:])
    yield "\n\n" if shape.ends(number) else "\n"


def conllu(number: int, words: Sequence[str], pick: random.Random, shape: Shape) -> Iterator[str]:
    """Yield a sentence's lines, a word each."""
    if shape.ends(number):
        yield f"# newdoc id = d{number}\n"
    yield f"# sent_id = s{number}\n# text = {''.join(words)}\n"
    for at, word in enumerate(words, 1):
        entity = f"Entity=(e{number}x{at}-ORG)|" if pick.random() < shape.tagged else ""
        yield f"{at}\t{word}" + "\t_" * 7 + f"\t{entity}SpaceAfter=No\n"
    yield "\n"


def cws(number: int, words: Sequence[str], pick: random.Random, shape: Shape) -> Iterator[str]:
    """Yield a sentence's line."""
    del pick
    yield "  ".join(words) + ("\n\n" if shape.ends(number) else "\n")


WRITERS: dict[str, Writer] = {"conll": conll, "conllu": conllu, "cws": cws}


def make(path: Path, name: str, count: int, shape: Shape) -> None:
    """Write a corpus of at least `count` tokens: characters in `conll`, words in the others."""
    pick, known = random.Random(count), [f"{one}。" for one in sentences()]
    with tempfile.TemporaryDirectory() as cache:
        segmenter = segmenter_for("jieba", Path(cache), ())
        parted = [segmenter.words(text) for text in known]
    done = number = 0
    with path.open("w", encoding="utf-8") as file:
        while done < count:
            at = pick.randrange(len(known))
            words = cut(known[at], parted[at], pick)
            number += 1
            file.writelines(WRITERS[name](number, words, pick, shape))
            done += len(known[at]) if name == "conll" else len(words)


def measure(tree: Path, name: str, file: Path) -> tuple[float, float]:
    """Import a file into an empty project; return seconds by the clock and of processor time."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        (project / "seeds").mkdir(parents=True)
        command = [
            tree / ".venv/bin/python",
            "-m",
            "tui.cli",
            "--project",
            project,
            "import",
            "--format",
            name,
            file,
        ]
        places = {"HOME": folder, "XDG_CACHE_HOME": f"{folder}/cache", "PYTHONPATH": str(tree)}
        before, began = _processor(), perf_counter()
        done = subprocess.run(
            [*map(str, command)],
            cwd=folder,  # the folder of the call would come before the tree
            env=os.environ | places,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if done.returncode:
            print(f"{tree.name}: exit status {done.returncode}, not all came in")
        return perf_counter() - began, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokens", type=int, default=640_000)
    parser.add_argument("--tree", type=Path, action="append", help="again for more; they take turns")
    parser.add_argument("--double", action="store_true", help="half of the tokens as well")
    parser.add_argument("--article", type=int, default=10, help="sentences of an article; 0: all of them")
    parser.add_argument("--tagged", type=float, default=0.05, help="the share of words that are tags")
    parser.add_argument("names", nargs="*", default=[*WRITERS])
    arguments = parser.parse_args()
    sizes = [arguments.tokens // 2] * arguments.double + [arguments.tokens]
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.names:
            for size in sizes:
                file = Path(folder) / f"{size}.{name}"
                make(file, name, size, Shape(arguments.article, arguments.tagged))
                for tree in arguments.tree or [ROOT]:
                    wall, processor = measure(tree, name, file)
                    speed = f"{size / wall:10,.0f} tokens/s by the clock {size / processor:10,.0f} processor"
                    print(
                        f"{name:8}{size:10,} {speed}  {wall:.1f} s {processor:.1f} s  {tree.name}", flush=True
                    )


if __name__ == "__main__":
    main()
