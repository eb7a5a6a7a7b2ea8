"""Right, wrong and missed values of each library on the same expressions, side by side."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
LIBRARIES = ("cn2an", "JioNLP", "Recognizers-Text", "chinese2digits")
PACKAGES = "cn2an==0.5.24 jionlp==1.5.31 recognizers-text-suite 'emoji<2' chinese2digits==6.0.2"


class Row(NamedTuple):
    """What a library did with the expressions of one kind."""

    library: str
    kind: str
    right: int
    wrong: int
    missed: int
    speed: float


def expressions() -> list[tuple[str, str, str]]:
    """Return kind, text and values of each expression."""
    lines = (HERE / "expressions.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


def measured(library: str, interpreter: str, texts: Sequence[str]) -> Iterator[Row] | None:
    """Return a library's rows; None: it is not installed for the interpreter."""
    rows = expressions()
    asked = json.dumps(list(texts)) + "\n" + "".join(f"{kind}\t{text}\n" for kind, text, _ in rows)
    command = [interpreter, "-X", "utf8", str(HERE / "readers.py"), library]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        return None
    answers = [json.loads(line) for line in done.stdout.splitlines() if line[:1] in "[n{"]
    return _rows(library, rows, answers)


def _rows(library: str, rows: list[tuple[str, str, str]], answers: list[object]) -> Iterator[Row]:
    *found, last = answers
    assert isinstance(last, dict)
    for kind in last["reads"]:
        counts = Counter[str]()
        for (of, _, want), said in zip(rows, found, strict=True):
            if of == kind and isinstance(said, list):
                counts[_verdict(want, said)] += 1
        yield Row(library, kind, counts["right"], counts["wrong"], counts["missed"], last["speed"])


def _verdict(want: str, said: list[str]) -> str:
    """Return right where all and only the wanted values are there, wrong where another is, else missed."""
    wanted, values = ([] if want == "-" else [_value(want)]), [_value(one) for one in said]
    if sorted(wanted) == sorted(values):
        return "right"
    return "wrong" if any(value not in wanted for value in values) else "missed"


def _value(text: str) -> str:
    """Return a value in one spelling, a range as its two ends."""
    try:
        return "..".join(str(Fraction(part)) for part in text.split(".."))
    except (ValueError, ZeroDivisionError):
        return text
