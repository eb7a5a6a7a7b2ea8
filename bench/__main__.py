"""Runs all measures and prints them as a table, or with ``--json`` as JSON Lines."""

import json
import sys
from itertools import chain

from bench import corpora, lengths, measures


def main() -> None:
    """Measure and print."""
    parts = measures.rows, corpora.rows, lengths.rows
    for row in chain.from_iterable(part() for part in parts):
        if "--json" in sys.argv:
            print(json.dumps(row._asdict()))
        else:
            figures = "  ".join(f"{name} {value:.2f}" for name, value in row.figures.items())
            print(f"{row.what:32} {figures:56} ({row.target})")


if __name__ == "__main__":
    main()
