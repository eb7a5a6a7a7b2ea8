"""Runs all measures and prints them as a table, or with ``--json`` as JSON Lines."""

import json
import sys

from bench import corpora, lengths, measures


def main() -> None:
    """Measure and print."""
    rows = [
        measures.first_paint(),
        measures.keys("dictionary loading", lambda _: None),
        measures.keys("settled", lambda app: app.settle(1.5)),
        *measures.saves(),
        *corpora.rows(),
        *lengths.rows(),
    ]
    for row in rows:
        if "--json" in sys.argv:
            print(json.dumps(row._asdict()))
        else:
            figures = "  ".join(f"{name} {value:.2f}" for name, value in row.figures.items())
            print(f"{row.what:32} {figures:56} ({row.target})")


if __name__ == "__main__":
    main()
