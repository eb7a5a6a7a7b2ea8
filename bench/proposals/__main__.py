"""``python -m bench.proposals [PART…]``: the table of docs/proposals.md, or parts of it."""

import sys
from collections.abc import Callable, Iterator, Mapping
from statistics import mean, median

from bench.proposals import costs, curve, gold, relations, swapped
from bench.proposals.registers import THIRTY
from tui.model import DEFAULT_LABELS
from tui.suggest.candidate import Example
from tui.suggest.lac import LacProposer

NUMBERS = ("METRIC", "TIME")
READERS: Mapping[str, Callable[[], list[Example]]] = {
    "first reader": gold.first_reader,
    "second reader": gold.second_reader,
    "other registers": gold.other_registers,
    "thirty more": lambda: gold.other_registers(THIRTY),
}
SIZES = (24, 1_000, 10_000)


def curves() -> Iterator[str]:
    """F1 after so many articles, and how right the sure ones are."""
    for reader, examples in ((name, make()) for name, make in READERS.items()):
        for lac in (False, True) if LacProposer().is_ready else (False,):
            for size in curve.SIZES:
                score = curve.after(examples, DEFAULT_LABELS, size, lac=lac)
                yield (
                    f"{reader}, {'with lac' if lac else 'without'}, {size} articles: F1 {score.f1():.3f}, "
                    f"of names {score.f1(NUMBERS):.3f}; sure ones right {score.sure_precision:.3f} "
                    f"of {score.counts['sure']}; {median(score.milliseconds):.0f} ms"
                )


def tails() -> Iterator[str]:
    """Right at first place."""
    for name, make in relations.LINKED.items():
        for tagged in (True, False):
            shown = ", ".join(
                f"{label} {first.share:.2f} of {first.asked}"
                for label, first in relations.firsts(make(), tagged=tagged).items()
            )
            given = "names tagged" if tagged else "from the text alone"
            yield f"{name}, right at first place, {given}: {shown}"


def swaps() -> Iterator[str]:
    """Swapped labels found."""
    for reader, make in READERS.items():
        examples = make()
        rows = [swapped.found(examples, DEFAULT_LABELS, seed) for seed in range(3)]
        tenth, fifth = (mean(row[at] for row in rows) for at in (0, 1))
        yield f"{reader}, 10 % labels swapped: in the lowest tenth {tenth:.2f}, fifth {fifth:.2f}"


def trainings() -> Iterator[str]:
    """What training costs."""
    for size in SIZES:
        row = costs.cost(size)
        yield (
            f"training at {size:,} articles: {row.seconds:.1f} s of a processor, {row.megabytes:.0f} MB, "
            f"{row.characters:,} characters"
        )


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "curve": curves,
    "relations": tails,
    "swapped": swaps,
    "costs": trainings,
}


def main() -> None:
    """Measure and print."""
    for part in sys.argv[1:] or PARTS:
        for line in PARTS[part]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
