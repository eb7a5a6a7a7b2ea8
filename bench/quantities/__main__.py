"""``python -m bench.quantities [--against COMMIT] [--peers PYTHON] [--json]``.

`--against` measures speed beside another commit, of the library and of whole commands, in alternating runs.
`--peers` is the interpreter of an environment of its own in which the other libraries are installed.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from bench.quantities.commands import rates
from bench.quantities.speed import compared
from bench.quantities.values import LIBRARIES, PACKAGES, measured

ROOT = Path(__file__).parents[2]


def news() -> list[str]:
    """Return running text: the paragraphs of the sample pages and of the gold."""
    pages = sorted((ROOT / "seeds").glob("*.txt"))
    lines = [line for page in pages for line in page.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if re.search(r"\S", line)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.quantities")
    parser.add_argument("--against", metavar="COMMIT", help="measure speed beside the code of this commit")
    parser.add_argument(
        "--peers", metavar="PYTHON", help="the interpreter that the other libraries are installed for"
    )
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    texts = news()
    if arguments.against:
        ours, theirs = compared(arguments.against, texts)
        _print(
            arguments.json, {"what": "speed", "here": ours, arguments.against: theirs, "ratio": ours / theirs}
        )
        for what, here, there in rates(arguments.against):
            _print(
                arguments.json,
                {"what": what, "here": here, arguments.against: there, "ratio": here / there},
            )
    if not arguments.peers:
        hint = f"python -m venv DIR && DIR/bin/pip install {PACKAGES}, then --peers DIR/bin/python"
        print(f"other libraries: {hint}", file=sys.stderr)
    peers = [(library, arguments.peers) for library in LIBRARIES if arguments.peers]
    for library, interpreter in [("piyue", sys.executable), *peers]:
        rows = measured(library, interpreter, texts)
        if rows is None:
            print(f"{library} is not installed for {interpreter}", file=sys.stderr)
            continue
        for row in rows:
            _print(arguments.json, row._asdict())


def _print(as_json: bool, row: dict[str, object]) -> None:
    cells = (
        f"{name} {value:.2f}" if isinstance(value, float) else f"{name} {value}"
        for name, value in row.items()
    )
    print(json.dumps(row) if as_json else "  ".join(cells), flush=True)


if __name__ == "__main__":
    main()
