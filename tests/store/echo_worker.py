"""A worker that says again what it hears, until it is told "end"."""

import sys


def main() -> None:
    """Answer requests, one a line."""
    for line in sys.stdin:
        if line.strip() == '"end"':
            return
        print(line, end="", flush=True)
